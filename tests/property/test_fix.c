/* What can be mended, over the examples of the rules: where something was,
 * less is left to say, and mending again does nothing. */
#include "lint/fix.h"

#include "lint/lint.h"
#include "model/ladder.h"
#include "property/files.h"
#include "support/test.h"
#include "support/world.h"

static void check_ladder(struct world *w, const char *path, struct str text)
{
	struct ladder *l;

	world_init(w);
	world_add(w, arena_printf(&w->arena, "/w/%s", path).ptr,
		  arena_str(&w->arena, text).ptr);
	l = world_ladder_file(w, path);
	if (l)
		lint_ladder(l, &w->diag, &w->arena);
}

/* Asks for what mends a text, and makes it; 0 where nothing does. */
static uint32_t mend(struct world *w, struct str text, struct buf *out)
{
	struct source source = {.name = STR("l.yaml"), .text = text,
				.arena = &w->arena};
	struct diag d = {.arena = &w->arena};
	struct doc doc = doc_parse(&w->arena, &source, &limits_default, &d);
	struct edit e;
	uint32_t n = 0;

	if (doc.n && !d.errors) {
		edit_init(&e, &doc, &w->arena);
		n = fix_findings(&e, &w->diag);
		assert_true(!n || edit_text(&e, out));
	}
	doc_release(&doc);
	return n;
}

static uint32_t count(const struct world *w, enum code code)
{
	uint32_t n = 0;

	for_each(f, &w->diag.findings)
		n += f->code == code;
	return n;
}

static uint32_t count_fixable(const struct world *w)
{
	uint32_t n = 0;

	for_each(f, &w->diag.findings)
		n += fix_is_known(f->code);
	return n;
}

/* True where a finding of the code was mended. */
static bool check(enum code code, struct str text, const char *name)
{
	struct buf once = {0}, twice = {0};
	struct world before, after;
	bool mended = false;

	check_ladder(&before, "l.yaml", text);
	if (mend(&before, text, &once)) {
		check_ladder(&after, "l.yaml", buf_str(&once));
		mended = count(&after, code) < count(&before, code);
		if (count_fixable(&after) >= count_fixable(&before) ||
		    mend(&after, buf_str(&once), &twice))
			fail_msg("%s: as much is left to mend:\n%.*s", name,
				 STR_ARG(buf_str(&once)));
		world_release(&after);
	}
	world_release(&before);
	buf_release(&once);
	buf_release(&twice);
	return mended;
}

static uint32_t check_examples(enum code code, struct arena *a)
{
	const char *id = code_table[code].id;
	paths list = files_matching(
		arena_printf(a, "tests/rules/%s/bad*.yaml", id).ptr, a);
	uint32_t mended = 0;

	for_each(path, &list)
		mended += check(code, file_read(*path, a), path->ptr);
	return mended;
}

static void examples_are_mended(void **state)
{
	struct arena a = {0};

	(void)state;
	for (enum code code = 0; code < N_CODES; code++) {
		uint32_t mended = check_examples(code, &a);

		/* L504 is about assessments */
		if (code != CODE_L504 && fix_is_known(code) != (mended > 0))
			fail_msg("%s: %u examples were mended",
				 code_table[code].id, mended);
	}
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(examples_are_mended),
	};

	return cmocka_run_group_tests_name("lint/fix", tests, NULL, NULL);
}
