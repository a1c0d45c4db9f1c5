/* What must hold of every diff, and of a diff and the one of the same ladders
 * swapped. */
#include "property/versions.h"

#include "base/buf.h"

#include <stdlib.h>

/* --- one diff ------------------------------------------------------------- */

/* Where more is not always harder (one behaviour more, of which a share must be
 * shown) only a person can tell. */
static bool effect_fits(enum effect is, enum effect listed, uint32_t reached)
{
	return is == EFFECT_NONE ||
	       (reached && (is == listed || is == EFFECT_REVIEW));
}

static const char *side_wrong(const struct change_side *side,
			      const struct ladder *l)
{
	const struct node *first = l->doc.nodes;

	if (!side->node)
		return side->path.len ? "a path without a place" : NULL;
	if (side->doc != &l->doc || side->node < first ||
	    side->node >= first + l->doc.n)
		return "a place in another file";
	return NULL;
}

static const char *change_wrong(const struct diff *d, const struct change *c)
{
	const struct change_info *info = &change_table[c->code];
	const char *wrong = side_wrong(&c->old, d->old);

	if (!wrong)
		wrong = side_wrong(&c->new, d->new);
	if (wrong)
		return wrong;
	if (!c->old.node && !c->new.node)
		return "no place at all";
	if (!change_path(c).len)
		return "no path";
	if (c->class != change_class(c->incumbent, c->candidate, c->files))
		return "a class that does not follow from the effects";
	if (!effect_fits(c->incumbent, info->incumbent, c->reaches.n) ||
	    !effect_fits(c->candidate, info->candidate, c->reaches.n))
		return "an effect that the catalogue does not list";
	/* a rank is also the number of the stage that its cells make */
	if (c->files == FILES_BREAK && c->files != info->files)
		return "an effect on files that the catalogue does not list";
	if (c->inside > (uint32_t)(c - d->changes.at))
		return "inside a change that comes later";
	if (c->likeness > 100)
		return "a likeness of more than all";
	if (strlen(c->fingerprint) != 16 ||
	    strspn(c->fingerprint, "0123456789abcdef") != 16)
		return "a fingerprint that is none";
	for (uint32_t i = 1; i < c->reaches.n; i++)
		if (c->reaches.at[i] == c->reaches.at[i - 1])
			return "a role that is reached twice";
	return NULL;
}

static int by_fingerprint(const void *x, const void *y)
{
	const struct change *const *a = x, *const *b = y;

	return strcmp((*a)->fingerprint, (*b)->fingerprint);
}

static const char *fingerprints_wrong(const struct diff *d, struct arena *a)
{
	const struct change **all = ARENA_ARRAY(a, d->changes.n,
						const struct change *);

	for (uint32_t i = 0; i < d->changes.n; i++)
		all[i] = &d->changes.at[i];
	qsort(all, d->changes.n, sizeof *all, by_fingerprint);
	for (uint32_t i = 1; i < d->changes.n; i++)
		if (!by_fingerprint(&all[i - 1], &all[i]))
			return arena_printf(a, "%s and %s have one fingerprint",
					    change_table[all[i - 1]->code].id,
					    change_table[all[i]->code].id)
				.ptr;
	return NULL;
}

const char *diff_wrong(const struct diff *d, struct arena *a)
{
	uint32_t n_of[N_CLASSES] = {0};

	for_each(c, &d->changes) {
		const char *wrong = change_wrong(d, c);

		if (wrong)
			return arena_printf(a, "%s at %.*s: %s",
					    change_table[c->code].id,
					    STR_ARG(change_path(c)), wrong)
				.ptr;
		n_of[c->class]++;
	}
	if (memcmp(n_of, d->n_of, sizeof n_of) != 0)
		return "classes that are counted wrongly";
	return fingerprints_wrong(d, a);
}

/* --- both ways ------------------------------------------------------------ */

static int by_text(const void *x, const void *y)
{
	const struct str *a = x, *b = y;

	return str_cmp(*a, *b);
}

/* A role by what it is called on both sides, those of `p->old` first. */
static struct str role_name(const struct versions *p, const struct role *role,
			    struct arena *a)
{
	const struct role *old = NULL, *new = NULL;

	if (p->old->roles[role->index % p->old->n_roles] == role) {
		old = role;
		new = p->there->matches.role_new[role->index];
	} else {
		new = role;
		old = p->there->matches.role_old[role->index];
	}
	return arena_printf(a, " %.*s>%.*s", STR_ARG(old ? old->path : STR("")),
			    STR_ARG(new ? new->path : STR("")));
}

static void print_reach(struct buf *b, const struct versions *p,
			const struct change *c, struct arena *a)
{
	struct str *names = ARENA_ARRAY(a, c->reaches.n, struct str);

	for (uint32_t i = 0; i < c->reaches.n; i++)
		names[i] = role_name(p, c->reaches.at[i], a);
	qsort(names, c->reaches.n, sizeof *names, by_text);
	buf_z(b, " reaches");
	for (uint32_t i = 0; i < c->reaches.n; i++)
		buf_add(b, names[i]);
}

static void print_value(struct buf *b, const struct change_value *v)
{
	buf_printf(b, "%d:", v->kind);
	switch (v->kind) {
	case VALUE_NONE:
		break;
	case VALUE_TEXT:
	case VALUE_ID:
		buf_add(b, v->text);
		break;
	case VALUE_NUMBER:
	case VALUE_FIGURE:
	case VALUE_BOOL:
		buf_printf(b, "%lld", (long long)v->number);
		break;
	case VALUE_STAGE:
		buf_add(b, v->competency->head.id);
		buf_printf(b, "@%u", v->stage ? v->stage->number : 0);
		break;
	case VALUE_TEXTS:
		for (uint32_t i = 0; i < v->texts.n; i++) {
			buf_add(b, v->texts.at[i]);
			buf_char(b, '|');
		}
		break;
	}
}

static void print_side(struct buf *b, const struct change_side *side)
{
	buf_printf(b, " [%.*s", STR_ARG(side->path));
	if (side->node)
		buf_printf(b, " at %u ", side->node->at);
	print_value(b, &side->value);
	buf_char(b, ']');
}

/* All of a change; `swapped`: as the other direction should say it. */
static void print_change(struct buf *b, const struct versions *p,
			 const struct diff *d, const struct change *c,
			 bool swapped, struct arena *a)
{
	const struct change_info *info = &change_table[c->code];

	buf_z(b, change_table[swapped ? info->mirror : c->code].name);
	print_side(b, swapped ? &c->new : &c->old);
	print_side(b, swapped ? &c->old : &c->new);
	buf_printf(b, " like %u%s", c->likeness,
		   c->incumbent == EFFECT_NONE && info->incumbent ? " nobody"
								  : "");
	print_reach(b, p, c, a);
	if (!c->inside)
		return;
	buf_z(b, " inside ");
	print_change(b, p, d, &d->changes.at[c->inside - 1], swapped, a);
}

static struct str *print_all(const struct versions *p, const struct diff *d,
			     bool swapped, struct arena *a)
{
	struct str *all = ARENA_ARRAY(a, d->changes.n, struct str);
	struct buf b = {0};

	for (uint32_t i = 0; i < d->changes.n; i++) {
		buf_clear(&b);
		print_change(&b, p, d, &d->changes.at[i], swapped, a);
		all[i] = arena_str(a, buf_str(&b));
	}
	buf_release(&b);
	qsort(all, d->changes.n, sizeof *all, by_text);
	return all;
}

static struct str *print_renames(const struct diff *d, bool swapped,
				 struct arena *a)
{
	struct str *all = ARENA_ARRAY(a, d->renames.n, struct str);
	uint32_t n = 0;

	for_each(r, &d->renames) {
		struct str from = swapped ? r->new_id : r->old_id;
		struct str to = swapped ? r->old_id : r->new_id;

		all[n++] = arena_printf(a, "%d %.*s to %.*s, %u %%", r->kind,
					STR_ARG(from), STR_ARG(to),
					r->likeness);
	}
	if (n)
		qsort(all, n, sizeof *all, by_text);
	return all;
}

/* What looks like a rename looks so from both sides. */
static const char *renames_wrong(const struct versions *p, struct arena *a)
{
	struct str *x = print_renames(p->there, true, a);
	struct str *y = print_renames(p->back, false, a);
	uint32_t n = p->there->renames.n;

	if (n != p->back->renames.n)
		return "another number of likely renames";
	for (uint32_t i = 0; i < n; i++)
		if (!str_eq(x[i], y[i]))
			return arena_printf(a, "renames: %.*s, but %.*s",
					    STR_ARG(x[i]), STR_ARG(y[i]))
				.ptr;
	return NULL;
}

const char *mirror_wrong(const struct versions *p, struct arena *a)
{
	const struct diff *there = p->there, *back = p->back;
	struct str *x = print_all(p, there, true, a);
	struct str *y = print_all(p, back, false, a);

	for (uint32_t i = 0; i < there->changes.n || i < back->changes.n; i++) {
		struct str one = STR("nothing"), other = one;

		if (i < there->changes.n)
			one = x[i];
		if (i < back->changes.n)
			other = y[i];
		if (!str_eq(one, other))
			return arena_printf(a,
					    "%.*s\n is the mirror, and\n"
					    "%.*s\n is what is said",
					    STR_ARG(one), STR_ARG(other))
				.ptr;
	}
	return renames_wrong(p, a);
}
