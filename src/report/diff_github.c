#include "report/diff_outline.h"
#include "report/flow.h"
#include "report/github.h"

static enum github_level level_of(enum change_class c)
{
	switch (c) {
	case CLASS_BREAKING:
		return GITHUB_ERROR;
	case CLASS_REVIEW:
		return GITHUB_WARNING;
	case CLASS_EASING:
	case CLASS_INFO:
		break;
	}
	return GITHUB_NOTICE;
}

/* What is written so far, of all ladders together. */
struct commands {
	struct arena *a;
	struct buf *out;
	uint32_t n[N_GITHUB_LEVELS];
	uint32_t cut;
};

/* The last notice is kept for what says that there is more. */
static bool has_room(const struct commands *c, enum github_level level)
{
	return c->n[level] < GITHUB_MOST - (level == GITHUB_NOTICE);
}

/* The files of a check-out are those of the new side: what is gone can only be
 * told of the file as a whole. */
static void add_change(struct commands *to, const struct diff_view *v,
		       const struct change *c)
{
	const struct change_info *info = &change_table[c->code];
	enum github_level level = level_of(c->class);
	struct github_remark r = {.level = level, .file = v->new_name};
	struct side_place place;

	if (!has_room(to, level)) {
		to->cut++;
		return;
	}
	if (side_place(&c->new, &place)) {
		r.file = place.file;
		r.line = place.at.line;
		r.end_line = place.last;
	}
	r.title = arena_printf(to->a, "%s %s (%s)", info->id, info->name,
			       class_name(c->class));
	r.message = diff_message(to->a, v->diff, c);
	github_command(to->out, &r);
	to->n[level]++;
}

static void add_class(struct commands *to, const struct diff_outline *o,
		      enum change_class class)
{
	const struct diff *d = o->view->diff;

	for (uint32_t i = 0; d && i < d->changes.n; i++)
		if (o->top[i] != UINT32_MAX &&
		    d->changes.at[i].class == class)
			add_change(to, o->view, &d->changes.at[i]);
}

static void add_cut(struct commands *to)
{
	struct github_remark r = {.level = GITHUB_NOTICE,
				  .title = STR("ladder diff")};

	if (!to->cut)
		return;
	r.message = arena_printf(to->a,
				 "and %u more: `ladder diff` shows them all",
				 (unsigned)to->cut);
	github_command(to->out, &r);
}

void diff_github(const diff_views *views, struct buf *out)
{
	struct arena a = {0};
	struct commands to = {.a = &a, .out = out};
	struct diff_outline *outlines =
		ARENA_ARRAY(&a, views->n, struct diff_outline);

	for (uint32_t i = 0; i < views->n; i++)
		outlines[i] = diff_outline(&views->at[i], &a);
	for (unsigned class = N_CLASSES; class-- > 0;)
		for (uint32_t i = 0; i < views->n; i++)
			add_class(&to, &outlines[i], (enum change_class)class);
	add_cut(&to);
	arena_release(&a);
}
