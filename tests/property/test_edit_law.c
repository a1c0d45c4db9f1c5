/* The law of doc/edit: the new text, parsed again, is the old tree changed by
 * the edits and by nothing else; comments and line ends stay. Random edits
 * over files as people write them, and over the same written anew in all
 * styles. */
#include "property/files.h"
#include "property/rewrite.h"
#include "support/random_edits.h"
#include "support/test.h"

#include <stdio.h>

struct trial {
	struct arena arena;
	struct source source;
	struct diag diag;
	struct doc doc;
};

static void parse(struct trial *t, struct str text)
{
	*t = (struct trial){.source = {.name = STR("f"), .text = text}};
	t->source.arena = &t->arena;
	t->diag.arena = &t->arena;
	t->doc = doc_parse(&t->arena, &t->source, &limits_default, &t->diag);
}

static void release(struct trial *t)
{
	doc_release(&t->doc);
	arena_release(&t->arena);
}

static void keep(const char *name, struct str text)
{
	FILE *f = fopen(name, "wb");

	if (f) {
		if (text.len) /* a refused edit has no text */
			fwrite(text.ptr, 1, text.len, f);
		fclose(f);
	}
}

static struct str next_line(struct str *rest)
{
	size_t n = str_index(*rest, '\n');
	struct str line = str_head(*rest, n);

	*rest = str_from(*rest, n + 1);
	return line;
}

/* Whether the line at a byte is a comment alone, and no text. */
static bool is_comment(const struct doc *doc, struct str line, size_t at)
{
	line = str_trim(line);
	if (!line.len || line.ptr[0] != '#')
		return false;
	for (uint32_t i = 0; i < doc->n; i++)
		if (doc->nodes[i].kind == NODE_SCALAR &&
		    doc->nodes[i].at <= at && at < doc->nodes[i].end)
			return false;
	return true;
}

/* Every line that is a comment alone stands in `now`, in order. */
static bool keeps_comments(const struct doc *doc, struct str now)
{
	struct str text = doc->files.at[0].source->text, old = text;

	while (old.len) {
		size_t at = text.len - old.len;
		struct str line = next_line(&old);
		bool found = !is_comment(doc, line, at);

		while (!found && now.len)
			found = str_eq(next_line(&now), line);
		if (!found)
			return false;
	}
	return true;
}

static bool has_bare_line_feed(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.ptr[i] == '\n' && (!i || s.ptr[i - 1] != '\r'))
			return true;
	return false;
}

static bool is_as_edited(const struct random_edits *r, struct str text)
{
	struct random_edits none = {0};
	struct buf expected = {0}, got = {0};
	struct trial now;
	bool same;

	dump_edited(r, r->doc, r->doc->nodes, &expected);
	parse(&now, text);
	if (now.doc.n)
		dump_edited(&none, &now.doc, now.doc.nodes, &got);
	same = str_eq(buf_str(&expected), buf_str(&got)) && !now.diag.errors;
	buf_release(&expected);
	buf_release(&got);
	release(&now);
	return same;
}

/* True where it was not refused. */
static bool check_edits(struct str text, uint32_t n, uint64_t seed,
			const char *name)
{
	struct dice dice = {seed};
	struct buf out = {0};
	struct trial t;
	struct edit e;
	struct random_edits r = {.edit = &e, .dice = &dice};
	bool made, good = true;

	parse(&t, text);
	r.doc = &t.doc;
	r.arena = &t.arena;
	edit_init(&e, &t.doc, &t.arena);
	random_edits_ask(&r, n);
	made = edit_text(&e, &out);
	if (made)
		good = is_as_edited(&r, buf_str(&out)) &&
		       (r.removes || keeps_comments(&t.doc, buf_str(&out))) &&
		       (has_bare_line_feed(text) ||
			!str_starts(str_from(text, str_index(text, '\r')),
				    STR("\r\n")) ||
			!has_bare_line_feed(buf_str(&out)));
	if (!good || !made) {
		keep("edit-before.yaml", text);
		keep("edit-after.yaml", buf_str(&out));
	}
	if (!good)
		fail_msg("%s with seed %llu: see edit-before.yaml and "
			 "edit-after.yaml",
			 name, (unsigned long long)seed);
	buf_release(&out);
	release(&t);
	return made;
}

static bool is_sound(struct str text)
{
	struct trial t;
	bool sound;

	parse(&t, text);
	sound = t.doc.n && !t.diag.errors && t.doc.nodes->kind != NODE_SCALAR;
	release(&t);
	return sound;
}

/* Nothing stands in the way of edits of files as people write them. */
static void check_file(struct str text, uint32_t seeds, const char *name)
{
	for (uint32_t seed = 1; seed <= seeds; seed++)
		if (!check_edits(text, 1 + seed % 7, seed, name))
			fail_msg("%s is refused with seed %u: see "
				 "edit-before.yaml",
				 name, seed);
}

static void check_rewritten(struct str text, uint32_t seeds, const char *name)
{
	struct trial t;

	parse(&t, text);
	for (uint32_t seed = 1; seed <= seeds; seed++) {
		struct dice dice = {seed};
		struct buf again = {0};

		rewrite(&t.doc, &dice, &again);
		if (is_sound(buf_str(&again)) &&
		    !check_edits(buf_str(&again), 1 + seed % 9, seed, name))
			fail_msg("%s, rewritten, is refused with seed %u: "
				 "see edit-before.yaml",
				 name, seed);
		buf_release(&again);
	}
	release(&t);
}

static void check_all(const char *pattern, uint32_t least)
{
	struct arena a = {0};
	paths list = files_matching(pattern, &a);
	uint32_t n = 0;

	for_each(path, &list) {
		struct str text = file_read(*path, &a);
		uint32_t seeds = 3 + (uint32_t)(60000 / (text.len + 1));

		if (text.len > 200000 || !is_sound(text))
			continue;
		seeds = seeds > 40 ? 40 : seeds;
		check_file(text, seeds, path->ptr);
		check_rewritten(text, seeds, path->ptr);
		n++;
	}
	assert_true(n >= least);
	arena_release(&a);
}

static void shipped_ladders(void **state)
{
	(void)state;
	check_all("ladders/*.yaml", 1);
}

static void rule_examples(void **state)
{
	(void)state;
	check_all("tests/rules/L*/[bg]*.yaml", 50);
}

static void golden_files(void **state)
{
	(void)state;
	check_all("tests/golden/files/*.yaml", 1);
	check_all("tests/golden/migrate/*/*.yaml", 0);
}

static void real_ladders(void **state)
{
	(void)state;
	check_all("../shared/data/real/*.yaml", 0);
}

/* What the YAML test suite has of strange styles may be refused, but never
 * done wrong. */
static void strange_styles(void **state)
{
	struct arena a = {0};
	paths list = files_matching("../shared/data/yaml-test-suite/valid/*",
				    &a);

	(void)state;
	for_each(path, &list) {
		struct str text = file_read(*path, &a);

		for (uint32_t seed = 1; seed <= 20 && is_sound(text); seed++)
			check_edits(text, 1 + seed % 4, seed, path->ptr);
	}
	arena_release(&a);
}

/* Ways of writing that are easily damaged. */
static void awkward_styles(void **state)
{
	static const char *const texts[] = {
		"a: 1\n",
		"a: 1",
		"---\n# head\na: 1 # a\n\n# b\nb:\n  # c\n  c: 1\n  # d\n...\n",
		"%YAML 1.2\n--- # x\na: {b: 1, c: [1, 2, {d: 3}]}\n",
		"{a: 1,\n b: [\n   1, # one\n   2\n ], # b\n c: {}}\n",
		"{\n  \"a\": 1,\n  \"b\": {\n    \"c\": [],\n    \"d\": null\n"
		"  }\n}\n",
		"- a\n-\n- - b\n  - c: 1\n    d: 2\n-   e: 1\n    f: 2\n",
		"a:\n- b: 1\n  c:\n  - d\n  - e # e\n\n# end\n",
		"a: |\n  text # no comment\n\n  more\nb: >-\n  folded\n  text\n"
		"c: |+\n  kept\n\nd: x\n",
		"a: 'one\n  two'\nb: \"one \\\n  two\"\nc: one\n  two\n",
		"? a\n: 1\n? b # b\n: - 1\n  - 2\n",
		"a:\r\n  # \xe6\xb3\xa8\r\n  \xe8\xa9\x95: 1\r\n  c: [1,\r\n"
		"    2]\r\n",
		"a: &x 1\nb: !!str 2\nc: &y\n  d: 1\ne: &z [1, 2]\n",
		"a: ~\nb:\nc: # c\nd: null # d\ne:\n  -\n  - ~\n",
		"[a, 'b', {c: d}, [e, f], ]\n",
		"a:\n    - b:\n          c: 1\n      d: 2\n    - e\n",
	};

	(void)state;
	for (size_t i = 0; i < N_OF(texts); i++)
		for (uint32_t seed = 1; seed <= 2000; seed++)
			if (!check_edits(str_of(texts[i]), 1 + seed % 5, seed,
					 texts[i]))
				fail_msg("refused with seed %u:\n%s", seed,
					 texts[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(awkward_styles),
		cmocka_unit_test(strange_styles),
		cmocka_unit_test(rule_examples),
		cmocka_unit_test(golden_files),
		cmocka_unit_test(shipped_ladders),
		cmocka_unit_test(real_ladders),
	};

	return cmocka_run_group_tests_name("edit/law", tests, NULL, NULL);
}
