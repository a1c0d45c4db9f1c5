#include "property/versions.h"

#include "base/buf.h"
#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>

uint32_t versions_wanted(uint32_t usual)
{
	const char *env = getenv("LADDER_CASES");

	return env ? (uint32_t)strtoul(env, NULL, 10) : usual;
}

static void keep(const char *name, const char *side, struct str text)
{
	char path[96];
	FILE *f;

	snprintf(path, sizeof path, "%s-%s.yaml", name, side);
	f = fopen(path, "wb");
	if (!f)
		return;
	fwrite(text.ptr, 1, text.len, f);
	fclose(f);
}

void versions_fail(const struct versions *p, struct str old, struct str new,
		   const char *name, const char *fmt, ...)
{
	char text[1024];
	va_list ap;

	keep(name, "old", old);
	keep(name, "new", new);
	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	if (p) {
		struct arena a = {0};

		print_error("%.*s", STR_ARG(versions_print(p->there, &a)));
		arena_release(&a);
	}
	fail_msg("%s (see %s-old.yaml, %s-new.yaml)", text, name, name);
}

static struct ladder *load(struct versions *p, struct str text, struct str old,
			   struct str new)
{
	struct ladder *l = world_ladder_bytes(&p->w, text);

	if (!l || !l->usable)
		versions_fail(NULL, old, new, "unusable",
			      "the %s side has:\n%s",
			      text.ptr == old.ptr ? "old" : "new",
			      world_findings(&p->w));
	return l;
}

void versions_compare(struct versions *p, bool dressing)
{
	struct diff_options options = {.dressing = dressing};

	p->there = diff_ladders(p->old, p->new, &options, &p->w.arena);
	p->back = diff_ladders(p->new, p->old, &options, &p->w.arena);
}

void versions_init(struct versions *p, struct str old, struct str new)
{
	memset(p, 0, sizeof *p);
	world_init(&p->w);
	p->old = load(p, old, old, new);
	p->new = load(p, new, old, new);
	versions_compare(p, false);
}

void versions_release(struct versions *p)
{
	world_release(&p->w);
}

/* --- as text -------------------------------------------------------------- */

struct place side_place(const struct change_side *side)
{
	if (!side->node)
		return (struct place){0};
	return source_place(doc_span(side->doc, side->node).source,
			    side->node->at);
}

static void print_place(struct buf *b, const struct change_side *side)
{
	struct place p = side_place(side);

	if (side->node)
		buf_printf(b, " %u:%u", p.line, p.column);
	else
		buf_z(b, " -");
}

struct str versions_print(const struct diff *d, struct arena *a)
{
	struct buf b = {0};
	struct str text;

	for_each(c, &d->changes) {
		const struct change_info *info = &change_table[c->code];

		buf_printf(&b, "%s%s %s", c->inside ? "  " : "", info->id,
			   info->name);
		print_place(&b, &c->old);
		print_place(&b, &c->new);
		buf_printf(&b, " %.*s", STR_ARG(change_path(c)));
		for_each(role, &c->reaches)
			buf_printf(&b, " %.*s", STR_ARG((*role)->path));
		buf_char(&b, '\n');
	}
	text = arena_str(a, buf_str(&b));
	buf_release(&b);
	return text;
}
