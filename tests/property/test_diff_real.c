/* The history of a public ladder whose ids never change, so that the truth is
 * known: what `diff` says of its versions is that, and nothing else. */
#include "support/test.h"

#include "property/files.h"
#include "property/versions.h"

#include <stdio.h>

#define HISTORY "../shared/data/real/ft-history/"

static struct str version(const char *name, struct arena *a)
{
	struct str path = arena_printf(
		a, LADDER_SOURCE_DIR "/" HISTORY "ft-engineering-%s.yaml",
		name);

	return file_read(path, a);
}

/* "D002 1 D106 1 …": how many changes of each code, and how many of them
 * stand inside another. */
static struct str counts(const struct diff *d, struct arena *a)
{
	uint32_t n[N_CHANGES] = {0}, inside = 0;
	struct str text = STR("");

	for_each(c, &d->changes) {
		n[c->code]++;
		inside += c->inside > 0;
	}
	for (int i = 0; i < N_CHANGES; i++)
		if (n[i])
			text = arena_printf(a, "%.*s%s %u ", STR_ARG(text),
					    change_table[i].id, n[i]);
	return arena_printf(a, "%.*sinside %u", STR_ARG(text), inside);
}

/* What the line of a place holds from the place on. */
static struct str text_at(const struct change_side *side)
{
	struct span span = doc_span(side->doc, side->node);

	return str_from(span.source->text, span.at);
}

static const struct change *only(const struct diff *d, enum change_code code)
{
	const struct change *found = NULL;

	for_each(c, &d->changes) {
		if (c->code != code)
			continue;
		assert_null(found);
		found = c;
	}
	assert_non_null(found);
	return found;
}

/* What is added or removed is pointed to by its id. */
static void check_ids(const struct diff *d)
{
	for_each(c, &d->changes) {
		if (c->code == CHANGE_D210)
			assert_true(str_starts(text_at(&c->new),
					       c->competency->head.id));
		if (c->code == CHANGE_D211)
			assert_true(str_starts(text_at(&c->old),
					       c->competency->head.id));
		if (c->code == CHANGE_D110)
			assert_true(
				str_starts(text_at(&c->new), c->role->head.id));
	}
}

/* The texts live in `a`, which outlives the versions. */
static void begin(struct versions *v, struct arena *a, const char *old,
		  const char *new, const char *expected)
{
	struct str before = version(old, a), after = version(new, a);
	const char *wrong;

	versions_init(v, before, after);
	printf("%s to %s: %u changes\n", old, new, v->there->changes.n);
	if (!str_is(counts(v->there, a), expected))
		versions_fail(v, before, after, "real", "%s to %s: not %s", old,
			      new, expected);
	wrong = mirror_wrong(v, a);
	if (wrong)
		versions_fail(v, before, after, "real", "%s", wrong);
	check_ids(v->there);
}

/* A new version, all levels renamed in place, other examples of one
 * competency. Nobody has to meet anything else. */
static void test_renamed(void **state)
{
	struct arena a = {0};
	struct versions v;
	const struct change *c;

	(void)state;
	begin(&v, &a, "v1.0.0", "v1.1.0", "D002 1 D106 1 D321 1 inside 0");
	c = only(v.there, CHANGE_D106);
	assert_int_equal(c->class, CLASS_BREAKING);
	assert_int_equal(c->old.value.texts.n, 3);
	assert_int_equal(c->new.value.texts.n, 3);
	assert_int_equal(diff_harder(v.there, &v.w.arena).n, 0);
	versions_release(&v);
	arena_release(&a);
}

/* 26 competencies come, 5 go, 2 are reworded (name and behaviour are one
 * text), and there is a new first level, which moves the ranks of all others:
 * these are shown inside of it. */
static void test_new_level(void **state)
{
	struct arena a = {0};
	struct versions v;
	const struct change *level;

	(void)state;
	begin(&v, &a, "v1.1.0", "v1.2.0",
	      "D002 1 D110 1 D115 3 D210 26 D211 5 D303 2 inside 3");
	level = only(v.there, CHANGE_D110);
	assert_int_equal(level->role->level, 0);
	for_each(c, &v.there->changes)
		if (c->code == CHANGE_D115)
			assert_int_equal(c->inside,
					 level - v.there->changes.at + 1);
	versions_release(&v);
	arena_release(&a);
}

/* 4 come, 3 go, 19 are reworded, 3 change their category, examples of 13
 * change (one of a competency that moved), and one is asked a level earlier
 * than before. */
static void test_before_release(void **state)
{
	struct arena a = {0};
	struct versions v;
	const struct change *earlier;

	(void)state;
	begin(&v, &a, "v1.0.0-alpha.1", "v1.0.0-alpha.8",
	      "D002 1 D210 4 D211 3 D214 3 D303 19 D321 13 D405 1 inside 1");
	earlier = only(v.there, CHANGE_D405);
	assert_int_equal(earlier->role->level, 1);
	assert_int_equal(earlier->reaches.n, 1);
	assert_ptr_equal(earlier->reaches.at[0], earlier->role);
	versions_release(&v);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_renamed),
		cmocka_unit_test(test_new_level),
		cmocka_unit_test(test_before_release),
	};
	struct arena a = {0};
	bool there = files_matching(HISTORY "*.yaml", &a).n;

	arena_release(&a);
	if (!there) {
		puts("skipped: there is no " HISTORY);
		return 77;
	}
	return cmocka_run_group_tests_name("diff/real", tests, NULL, NULL);
}
