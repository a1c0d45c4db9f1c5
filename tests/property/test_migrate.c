/* Carrying an assessment over to a changed ladder: the result is valid for
 * the new ladder, no rating is lost, what stays means the same stage, and
 * carrying it over again changes nothing. Over random ladders, random changes
 * of them, and random assessments in all styles of YAML. */
#include "people/migrate.h"
#include "property/rewrite.h"
#include "support/test.h"
#include "support/world.h"

#include <stdio.h>

enum { MOST = 8, STAGES = 5 };

/* A stage keeps its soul whatever it is called; 0 ends the list. */
struct stage_form {
	uint32_t soul;
	bool named;		/* it has an id, made of `name` */
	uint32_t name, once;	/* `once`: its id before, or 0 */
	uint32_t behaviours[4]; /* texts, by number; 0: no more */
};

struct form {
	uint32_t name, once, also; /* of a competency, as above; `also`: of
				      another one that was merged in */
	bool gone, retired;
	uint32_t replaced_by; /* the name of another one, or 0 */
	struct stage_form stages[STAGES + 2];
	uint32_t n_stages;
};

struct ladder_form {
	struct form all[MOST];
	uint32_t n;
	const char *version; /* "" for none */
	uint32_t level, level_once;
};

struct trial {
	struct world w;
	struct dice dice;
	struct ladder_form old, new;
	uint32_t names; /* so many were given */
};

static uint32_t below(struct trial *t, uint32_t n)
{
	return dice_below(&t->dice, n);
}

static bool chance(struct trial *t, uint32_t n)
{
	return dice_once_in(&t->dice, n);
}

/* --- the old ladder, and the new one -------------------------------------- */

static void make_stage(struct trial *t, struct stage_form *s)
{
	*s = (struct stage_form){.soul = ++t->names, .named = !chance(t, 4)};
	s->name = s->soul;
	for (uint32_t i = 0; i < below(t, 5); i++)
		s->behaviours[i] = ++t->names;
}

static void make_old(struct trial *t)
{
	struct ladder_form *l = &t->old;

	l->n = 2 + below(t, MOST - 1);
	l->version = chance(t, 3) ? "" : "1";
	l->level = ++t->names;
	for (uint32_t i = 0; i < l->n; i++) {
		struct form *f = &l->all[i];

		*f = (struct form){.name = ++t->names};
		f->n_stages = 1 + below(t, STAGES);
		for (uint32_t k = 0; k < f->n_stages; k++)
			make_stage(t, &f->stages[k]);
	}
}

static void swap_behaviours(struct trial *t, struct stage_form *s)
{
	uint32_t i = below(t, 4), k = below(t, 4), x = s->behaviours[i];

	if (!x || !s->behaviours[k])
		return;
	s->behaviours[i] = s->behaviours[k];
	s->behaviours[k] = x;
	if (chance(t, 3))
		s->behaviours[i] = ++t->names;
}

static void change_stages(struct trial *t, struct form *f)
{
	uint32_t at = below(t, f->n_stages);
	size_t rest = (f->n_stages - at) * sizeof *f->stages;
	struct stage_form *s = &f->stages[at];

	switch (below(t, 5)) {
	case 0: /* one more */
		memmove(s + 1, s, rest);
		make_stage(t, s);
		f->n_stages++;
		return;
	case 1: /* one fewer */
		if (f->n_stages > 1) {
			memmove(s, s + 1, rest);
			f->n_stages--;
		}
		return;
	case 2: /* renamed */
		if (s->named && !s->once) {
			s->once = s->name;
			s->name = ++t->names;
		}
		return;
	default:
		swap_behaviours(t, s);
	}
}

static void change_one(struct trial *t, uint32_t i)
{
	struct form *f = &t->new.all[i], *other;

	switch (below(t, 8)) {
	case 0:
	case 1:
		f->once = f->name;
		f->name = ++t->names;
		return;
	case 2:
		f->gone = true;
		return;
	case 3: /* for another one, or nothing */
		f->gone = f->retired = true;
		other = &t->new.all[below(t, t->new.n)];
		f->replaced_by = other->gone ? 0 : other->name;
		return;
	case 4: /* two become one */
		other = &t->new.all[below(t, t->new.n)];
		if (other->gone || other == f || other->also)
			return;
		other->also = f->name;
		f->gone = true;
		return;
	default:
		change_stages(t, f);
		if (f->n_stages < STAGES)
			change_stages(t, f);
	}
}

/* What replaces or was merged into something may be renamed later: by then
 * its name is settled. */
static void make_new(struct trial *t)
{
	t->new = t->old;
	t->new.version = *t->old.version && !chance(t, 4) ? "2"
							  : t->old.version;
	for (uint32_t i = 0; i < t->new.n; i++)
		if (chance(t, 2) && !t->new.all[i].also)
			change_one(t, i);
	for (uint32_t i = 0; i < t->new.n; i++)
		for (uint32_t k = 0; k < t->new.n; k++)
			if (t->new.all[i].replaced_by == t->new.all[k].once &&
			    t->new.all[k].once)
				t->new.all[i].replaced_by = t->new.all[k].name;
	for (uint32_t i = 0; i < t->new.n; i++)
		for (uint32_t k = 0; k < t->new.n; k++)
			if (t->new.all[i].replaced_by == t->new.all[k].name &&
			    t->new.all[k].gone)
				t->new.all[i].replaced_by = 0;
	if (chance(t, 2)) {
		t->new.level_once = t->new.level;
		t->new.level = ++t->names;
	}
}

/* --- as texts -------------------------------------------------------------- */

static void write_stage(struct buf *b, const struct stage_form *s)
{
	buf_z(b, "{behaviours: [");
	for (uint32_t i = 0; i < 4 && s->behaviours[i]; i++)
		buf_printf(b,
			   s->behaviours[i] % 3
				   ? "%sDoes %u.,"
				   : "%s{id: b%u, text: Does it.},",
			   i ? " " : "", s->behaviours[i]);
	buf_z(b, "]");
	if (s->named)
		buf_printf(b, ", id: s%u", s->name);
	if (s->named && s->once)
		buf_printf(b, ", renamed-from: [s%u]", s->once);
	buf_z(b, "}, ");
}

static void write_form(struct buf *b, const struct form *f)
{
	buf_printf(b, "  c%u:\n    name: C\n    layer: technical\n", f->name);
	if (f->once || f->also) {
		buf_z(b, "    renamed-from: [");
		if (f->once)
			buf_printf(b, "c%u, ", f->once);
		if (f->also)
			buf_printf(b, "c%u", f->also);
		buf_z(b, "]\n");
	}
	buf_z(b, "    stages: [");
	for (uint32_t i = 0; i < f->n_stages; i++)
		write_stage(b, &f->stages[i]);
	buf_z(b, "]\n");
}

static void write_retired(struct buf *b, const struct ladder_form *l)
{
	bool any = false;

	for (uint32_t i = 0; i < l->n; i++) {
		const struct form *f = &l->all[i];

		if (!f->retired)
			continue;
		buf_z(b, any ? "" : "retired:\n");
		buf_printf(b, "  c%u: {since: 2026-01-01", f->name);
		if (f->replaced_by)
			buf_printf(b, ", replaced-by: c%u", f->replaced_by);
		buf_z(b, "}\n");
		any = true;
	}
}

static struct ladder *ladder_of(struct trial *t, const struct ladder_form *l,
				const char *name)
{
	struct buf b = {0};
	struct ladder *made;
	struct loaded file;
	struct str text;

	buf_z(&b, "format: ladder/1\nid: l\nname: L\n");
	if (*l->version)
		buf_printf(&b, "version: \"%s\"\n", l->version);
	buf_z(&b, "competencies:\n");
	for (uint32_t i = 0; i < l->n; i++)
		if (!l->all[i].gone)
			write_form(&b, &l->all[i]);
	buf_z(&b, "  any: {name: Any, layer: technical, stages: [{}]}\n");
	buf_printf(&b, "tracks: {t: {levels: [{id: r%u, requires: {any: 1}",
		   l->level);
	if (l->level_once)
		buf_printf(&b, ", renamed-from: [r%u]", l->level_once);
	buf_z(&b, "}]}}\n");
	write_retired(&b, l);
	text = arena_str(&t->w.arena, buf_str(&b));
	buf_release(&b);
	file = load_text(&t->w.loader, str_of(name), text);
	made = load_ladder(&t->w.loader, &file);
	if (!made || !made->usable)
		fail_msg("%s\n%.*s", world_findings(&t->w), STR_ARG(text));
	return made;
}

static void write_met(struct trial *t, struct buf *b,
		      const struct stage_form *next)
{
	buf_z(b, ", met: [");
	for (uint32_t i = 0; i < 4 && next->behaviours[i]; i++) {
		if (chance(t, 2))
			continue;
		if (next->behaviours[i] % 3 || chance(t, 2))
			buf_printf(b, "%u, ", i + 1);
		else
			buf_printf(b, "b%u, ", next->behaviours[i]);
	}
	buf_z(b, "]");
}

static void write_rating(struct trial *t, struct buf *b, const struct form *f)
{
	uint32_t have = below(t, f->n_stages + 1);
	const struct stage_form *s = have ? &f->stages[have - 1] : NULL;

	buf_printf(b, "  c%u: {evidence: [{text: proof-%u.}], stage: ", f->name,
		   f->name);
	if (s && s->named && chance(t, 2))
		buf_printf(b, "s%u", s->name);
	else
		buf_printf(b, "%u", have);
	if (have < f->n_stages && chance(t, 2))
		write_met(t, b, &f->stages[have]);
	buf_z(b, "}\n");
}

/* In any style of YAML. */
static struct str restyled(struct trial *t, struct str text)
{
	struct loaded file = load_text(&t->w.loader, STR("plain"), text);
	struct buf b = {0};

	rewrite(&file.doc, &t->dice, &b);
	load_release(&file);
	text = arena_str(&t->w.arena, buf_str(&b));
	buf_release(&b);
	return text;
}

static struct str make_assessment(struct trial *t)
{
	struct buf b = {0};
	struct str text;

	buf_z(&b, "format: assessment/1\nladder: l\nperson: P\n");
	if (*t->old.version && !chance(t, 5))
		buf_printf(&b, "ladder-version: \"%s\"\n", t->old.version);
	if (chance(t, 2))
		buf_printf(&b, "role: t/r%u\n", t->old.level);
	if (chance(t, 2))
		buf_printf(&b, "avoid: [r%u]\n", t->old.level);
	buf_z(&b, "ratings:\n");
	for (uint32_t i = 0; i < t->old.n; i++)
		if (!chance(t, 4))
			write_rating(t, &b, &t->old.all[i]);
	buf_z(&b, "  any: 1\n");
	text = arena_str(&t->w.arena, buf_str(&b));
	buf_release(&b);
	return restyled(t, text);
}

/* --- the laws -------------------------------------------------------------- */

static struct assessment *load(struct trial *t, const struct ladder *l,
			       const char *name, struct str text)
{
	struct diag before = t->w.diag;
	struct loaded file = load_text(&t->w.loader, str_of(name), text);
	struct assessment *as = load_assessment(&t->w.loader, &file, l);

	if (!as->usable)
		doc_release(&as->doc);
	t->w.diag = before;
	return as->usable ? as : NULL;
}

static uint32_t count(struct str text, struct str word)
{
	uint32_t n = 0;

	for (size_t i = 0; i + word.len <= text.len; i++)
		n += str_starts(str_from(text, i), word);
	return n;
}

static const struct stage_form *stage_called(const struct form *f,
					     const struct competency *c,
					     const struct ladder *l,
					     struct str word)
{
	struct stage_lookup found = competency_stage(l, c, word, false);

	return found.stage ? &f->stages[found.stage->number - 1] : NULL;
}

/* The same stage, where both have an id; one without is known by its number. */
static bool is_meant(const struct stage_form *x, const struct stage_form *y,
		     const struct form *in)
{
	bool there = false;

	for (uint32_t i = 0; i < in->n_stages; i++)
		there |= in->stages[i].soul == x->soul;
	return x->soul == y->soul || !x->named || (!there && !y->named);
}

static bool means_the_same(struct trial *t, const struct assessment *was,
			   const struct ladder *old,
			   const struct assessment *is,
			   const struct ladder *new)
{
	for (uint32_t i = 0; i < t->old.n; i++) {
		const struct rating *a = NULL, *b = NULL;
		const struct stage_form *x, *y;

		if (t->new.all[i].gone || t->new.all[i].also)
			continue;
		for_each(r, &was->ratings)
			if (r->competency->index == i)
				a = r;
		for_each(r, &is->ratings)
			if (a && str_eq(r->competency->head.id,
					arena_printf(&t->w.arena, "c%u",
						     t->new.all[i].name)))
				b = r;
		if (!a || !b || b->evidence.n != 1 ||
		    !str_eq(a->evidence.at[0].text, b->evidence.at[0].text))
			continue;
		x = stage_called(&t->old.all[i], a->competency, old,
				 a->stage_text);
		y = stage_called(&t->new.all[i], b->competency, new,
				 b->stage_text);
		if (!x != !y || (x && !is_meant(x, y, &t->new.all[i])))
			return false;
	}
	return true;
}

static void keep(const char *name, struct str text)
{
	FILE *f = fopen(name, "wb");

	if (f) {
		fwrite(text.ptr, 1, text.len, f);
		fclose(f);
	}
}

/* What is wrong with the result, or NULL. */
static const char *broken_law(struct trial *t, const struct ladder *old,
			      const struct ladder *new, struct str text,
			      struct str *result)
{
	struct assessment *was = load(t, old, "was", text), *is, *again;
	struct buf out = {0}, twice = {0};
	struct migration m;
	bool done, same;

	*result = (struct str){0};
	assert_non_null(was);
	if (!migrate(was, old, new, &t->w.arena, &m, &out))
		return m.why.ptr;
	*result = arena_str(&t->w.arena, buf_str(&out));
	buf_release(&out);
	for (uint32_t i = 0; i < t->old.n; i++) {
		struct str proof = arena_printf(&t->w.arena, "proof-%u.",
						t->old.all[i].name);

		if (count(text, proof) > count(*result, proof))
			return "a rating was lost";
	}
	is = load(t, new, "is", *result);
	if (!is)
		return "it is not valid for the new ladder";
	done = migrate_is_done(&is->doc, old, new);
	same = means_the_same(t, was, old, is, new);
	again = done ? NULL : load(t, old, "again", *result);
	if (again && migrate(again, old, new, &t->w.arena, &m, &twice) &&
	    !str_eq(buf_str(&twice), *result))
		return "it changes once more";
	buf_release(&twice);
	if (again)
		doc_release(&again->doc);
	doc_release(&is->doc);
	doc_release(&was->doc);
	return same ? NULL : "a stage means another one";
}

static void check(uint64_t seed)
{
	struct trial t = {.dice = {seed}};
	struct ladder *old, *new;
	struct str text, result;
	const char *wrong;

	world_init(&t.w);
	make_old(&t);
	make_new(&t);
	old = ladder_of(&t, &t.old, "old");
	new = ladder_of(&t, &t.new, "new");
	text = make_assessment(&t);
	wrong = broken_law(&t, old, new, text, &result);
	if (wrong) {
		keep("migrate-old.yaml", old->doc.files.at[0].source->text);
		keep("migrate-new.yaml", new->doc.files.at[0].source->text);
		keep("migrate-before.yaml", text);
		keep("migrate-after.yaml", result);
		fail_msg("seed %llu: %s (see migrate-*.yaml)",
			 (unsigned long long)seed, wrong);
	}
	doc_release(&old->doc);
	doc_release(&new->doc);
	world_release(&t.w);
}

static void random_changes(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed <= 2000; seed++)
		check(seed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(random_changes),
	};

	return cmocka_run_group_tests_name("migrate", tests, NULL, NULL);
}
