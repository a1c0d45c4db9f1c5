#include "report/diff_outline.h"
#include "report/words.h"

/* --- likely renames ------------------------------------------------------ */

/* "Senior Engineer (ic/senior)" */
static void add_thing(struct arena *a, prose *to, struct str name,
		      struct str id)
{
	if (name.len && !str_eq(name, id)) {
		prose_data(a, to, MARK_STRONG, name);
		prose_add(a, to, MARK_PLAIN, " (");
		prose_data(a, to, MARK_PLAIN, id);
		prose_add(a, to, MARK_PLAIN, ")");
	} else {
		prose_data(a, to, MARK_STRONG, id);
	}
}

static struct str name_of(const struct ladder *l,
			  const struct likely_rename *r, struct str id)
{
	const struct competency *c;
	const struct track *track;
	const struct role *role;

	switch (r->kind) {
	case RENAMED_ROLE:
		role = ladder_role(l, id);
		return role ? role->title : id;
	case RENAMED_COMPETENCY:
		c = ladder_competency(l, id);
		return c ? c->name : id;
	case RENAMED_TRACK:
		track = ladder_track(l, id);
		return track ? track->name : id;
	}
	return id;
}

/* A name that both have is said once. */
static void add_pair_of(struct arena *a, prose *to, const struct diff *d,
			const struct likely_rename *r)
{
	struct str old = name_of(d->old, r, r->old_id), none = {0};
	struct str new = name_of(d->new, r, r->new_id);
	bool same = old.len && str_eq(old, new);

	if (same) {
		prose_data(a, to, MARK_STRONG, old);
		prose_add(a, to, MARK_PLAIN, ": ");
	}
	add_thing(a, to, same ? none : old, r->old_id);
	prose_add(a, to, MARK_PLAIN, " looks like ");
	add_thing(a, to, same ? none : new, r->new_id);
}

static void add_rename(struct page *p, struct block *list,
		       const struct diff_view *v,
		       const struct likely_rename *r)
{
	const struct diff *d = v->diff;
	const struct change_side new = {.doc = &d->new->doc,
					.node = r->new_node};
	prose *to = page_item(p, list, MARKER_BULLET);
	struct arena *a = p->arena;

	add_pair_of(a, to, d, r);
	prose_add(a, to, MARK_PLAIN,
		  ", %u\u00a0%% alike; if it is the same, declare it with ",
		  (unsigned)r->likeness);
	prose_data(a, to, MARK_CODE,
		   arena_printf(a, "renamed-from: [%.*s]",
				STR_ARG(r->old_id)));
	prose_add(a, to, MARK_PLAIN, " at ");
	diff_place(a, to, MARK_PLAIN, v, &new);
}

void diff_page_renames(struct page *p, struct block *section,
		       const struct diff_outline *o)
{
	const struct diff_view *v = o->view;
	struct block *list;

	if (!v->diff || !v->diff->renames.n)
		return;
	section = page_section(p, section, "Renamed?");
	prose_add(p->arena, &section->aside, MARK_DIM,
		  "counted as removed and added until declared");
	list = page_add(p, section, BLOCK_LIST);
	for_each(rename, &v->diff->renames)
		add_rename(p, list, v, rename);
}

/* --- what is not shown --------------------------------------------------- */

/* Texts that only look different, unless they are shown as changes. */
static uint32_t count_dressed(const struct diff *d)
{
	for_each(change, &d->changes)
		if (change->code == CHANGE_D330)
			return 0;
	return d->dressed;
}

void diff_page_end(struct page *p, struct block *section,
		   const struct diff_outline *o)
{
	const struct diff_view *v = o->view;
	uint32_t dressed = v->diff ? count_dressed(v->diff) : 0;
	prose *to;

	if (!v->n_hidden && !dressed)
		return;
	page_add(p, section, BLOCK_RULE);
	to = page_paragraph(p, section);
	if (v->n_hidden)
		prose_add(p->arena, to, MARK_DIM,
			  "%u accepted or ignored %s not shown%s",
			  (unsigned)v->n_hidden,
			  words_plural(v->n_hidden, "change is", "changes are"),
			  dressed ? "; " : "");
	if (dressed)
		prose_add(p->arena, to, MARK_DIM,
			  "%u %s only in white space or Markdown signs (--all "
			  "shows them)",
			  (unsigned)dressed,
			  words_plural(dressed, "text differs",
				       "texts differ"));
}
