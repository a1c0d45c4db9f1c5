/* Changes to a file, and what they leave as it is. */
#include "doc/edit.h"
#include "parsed.h"
#include "support/test.h"

enum what { SET, WORD, RENAME, REMOVE, COMMENT, NOTE, PUT, FIRST, PUSH, LOG };

struct edit_case {
	const char *before;
	enum what what;
	const char *path, *text;
	const char *after; /* NULL: the same bytes are refused */
};

static const char *parent_path(struct parsed *p, const char *path)
{
	const char *dot = strrchr(path, '.');

	return dot ? arena_printf(&p->arena, "%.*s", (int)(dot - path), path)
			       .ptr
		   : "";
}

/* The key of a pair, or an item. */
static const struct node *entry_at(struct parsed *p, const char *path)
{
	const struct node *in = parsed_at(p, parent_path(p, path));

	return parsed_at(p, path) - (in->kind == NODE_MAP);
}

/* {date: ..., text: ...}, as evidence is put down. */
static struct piece *evidence(struct arena *a, const char *text)
{
	struct piece *d = piece_map(a);

	piece_put(a, d, STR("date"), piece_word(a, STR("2026-11-22")));
	piece_put(a, d, STR("text"), piece_text(a, str_of(text)));
	return d;
}

static bool ask(struct edit *e, struct parsed *p, enum what what,
		const char *path, const char *z)
{
	const struct node *n = parsed_at(p, path);
	struct arena *a = &p->arena;
	struct str text = str_of(z), key = str_head(text, str_index(text, '='));
	struct piece *value = piece_word(a, str_from(text, key.len + 1));

	switch (what) {
	case SET:
		return edit_set(e, n, piece_text(a, text));
	case WORD:
		return edit_set(e, n, piece_word(a, text));
	case RENAME:
		return edit_rename(e, entry_at(p, path), text);
	case REMOVE:
		return edit_remove(e, entry_at(p, path));
	case COMMENT:
		return edit_comment_out(e, entry_at(p, path));
	case NOTE:
		return edit_note(e, entry_at(p, path), text);
	case PUT:
		return edit_add(e, n, key, value);
	case FIRST:
		return edit_insert(e, n, NULL, key, value);
	case PUSH:
		return edit_append(e, n, piece_text(a, text));
	case LOG:
		return edit_append(e, n, evidence(a, z));
	}
	return false;
}

static void check_case(const struct edit_case *c)
{
	struct buf out = {0};
	struct parsed p;
	struct edit e;
	bool ok;

	parsed_init(&p, str_of(c->before), NULL);
	edit_init(&e, &p.doc, &p.arena);
	ok = ask(&e, &p, c->what, c->path, c->text) && edit_text(&e, &out);
	if (!ok && c->after)
		fail_msg("%s: %.*s\n%s", c->path, STR_ARG(e.why), c->before);
	if (ok && !c->after)
		fail_msg("%s was not refused:\n%.*s", c->path,
			 STR_ARG(buf_str(&out)));
	if (c->after && !str_is(buf_str(&out), c->after))
		fail_msg("%s:\n%.*s\nexpected\n%s", c->path,
			 STR_ARG(buf_str(&out)), c->after);
	if (!c->after)
		assert_int_equal(out.len, 0);
	buf_release(&out);
	parsed_release(&p);
}

static void check_cases(const struct edit_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++)
		check_case(&cases[i]);
}

static void scalars_are_replaced(void **state)
{
	static const struct edit_case cases[] = {
		{"a: 1 # one\nb: 2\n", WORD, "a", "3", "a: 3 # one\nb: 2\n"},
		{"a: x\n", SET, "a", "3", "a: \"3\"\n"},
		{"a: x\n", SET, "a", "true", "a: \"true\"\n"},
		{"a: x\n", WORD, "a", "null", "a: \"null\"\n"},
		{"a: x\n", SET, "a", "", "a: \"\"\n"},
		{"a: x\n", SET, "a", "2026-11-22", "a: 2026-11-22\n"},
		{"a: x\n", SET, "a", "y: z", "a: \"y: z\"\n"},
		{"a: x\n", SET, "a", "say \"y: z\"", "a: 'say \"y: z\"'\n"},
		{"a: x\n", SET, "a", "- y", "a: \"- y\"\n"},
		{"a: x\n", SET, "a", "-y #z", "a: \"-y #z\"\n"},
		{"a: x\n", SET, "a", "y#z, {w}", "a: y#z, {w}\n"},
		{"a: x\n", SET, "a", "two\nlines", "a: \"two\\nlines\"\n"},
		{"a: 'x'\n", SET, "a", "it's", "a: 'it''s'\n"},
		{"a: 'x'\n", SET, "a", "two\nlines", "a: \"two\\nlines\"\n"},
		{"a: \"x\"\n", WORD, "a", "3", "a: 3\n"},
		{"a: \"x\"\n", SET, "a", "3", "a: \"3\"\n"},
		{"{a: 'x', b: y}", SET, "b", "1, 2", "{a: 'x', b: \"1, 2\"}"},
		{"{a, b}", WORD, "a", "1", "{a: 1, b}"},
		{"{a: , b: 2}", WORD, "a", "1", "{a: 1 , b: 2}"},
		{"a:\nb: 2\n", WORD, "a", "1", "a: 1\nb: 2\n"},
		{"a:  # none yet\nb: 2\n", WORD, "a", "1",
		 "a: 1  # none yet\nb: 2\n"},
		{"a: ~\n", WORD, "a", "1", "a: 1\n"},
		{"a", WORD, "", "b", "b"},
		{"- \n- 2\n", WORD, "0", "1", "- 1 \n- 2\n"},
		{"a:\n  - 1\n  -\n", WORD, "a.1", "2", "a:\n  - 1\n  - 2\n"},
		{"a: | # why\n  x\n  y\nb: 1\n", SET, "a", "z",
		 "a: z # why\nb: 1\n"},
		{"a: two\n  lines\nb: 1\n", SET, "a", "one", "a: one\nb: 1\n"},
		{"a: &x 1\nb: 2\n", WORD, "a", "3", "a: &x 3\nb: 2\n"},
		{"a: &x 1\nb: *x\n", WORD, "b", "3", "a: &x 1\nb: 3\n"},
		{"\xef\xbb\xbf"
		 "a: 1\r\nb: 2\r\n",
		 WORD, "b", "3",
		 "\xef\xbb\xbf"
		 "a: 1\r\nb: 3\r\n"},
		{"a: {}\n", WORD, "a", "3", "a: 3\n"},
		{"\xe8\xa9\x95: \xe4\xbe\xa1\nb: 2\n", WORD, "b", "3",
		 "\xe8\xa9\x95: \xe4\xbe\xa1\nb: 3\n"},
	};

	(void)state;
	check_cases(cases, N_OF(cases));
}

static void keys_are_renamed(void **state)
{
	static const struct edit_case cases[] = {
		{"a: 1\n\"b\": 2\n", RENAME, "b", "c", "a: 1\n\"c\": 2\n"},
		{"{a: 1,b : 2}", RENAME, "b", "c", "{a: 1,c : 2}"},
		{"? a\n: 1\n", RENAME, "a", "b", "? b\n: 1\n"},
		{"a: 1\n", RENAME, "a", "null", "\"null\": 1\n"},
		{"a: {x: {y: 1}} # c\n", RENAME, "a.x.y", "z",
		 "a: {x: {z: 1}} # c\n"},
		{"- &k a: 1\n  b: 2\n", RENAME, "0.a", "c",
		 "- &k c: 1\n  b: 2\n"},
	};

	(void)state;
	check_cases(cases, N_OF(cases));
}

static void entries_are_removed(void **state)
{
	static const struct edit_case cases[] = {
		{"# of a\na: 1 # a\n# of b\nb: 2\n", REMOVE, "a", "",
		 "# of b\nb: 2\n"},
		{"a: 1\n\n# apart\n\n# of b\nb: 2 # b\n  # b too\nc: 3\n",
		 REMOVE, "b", "", "a: 1\n\n# apart\n\nc: 3\n"},
		{"a:\n  b: 1\n  c: 2\n", REMOVE, "a.c", "", "a:\n  b: 1\n"},
		{"a: # why\n  b: 1\nc: 2\n", REMOVE, "a.b", "",
		 "a: {} # why\nc: 2\n"},
		{"a:\n- b\nc: 2\n", REMOVE, "a.0", "", "a: []\nc: 2\n"},
		{"a:\n  - b: 1\n    c: 2\n", REMOVE, "a.0.b", "",
		 "a:\n  - c: 2\n"},
		{"a:\n  - b: 1\n    # of c\n    c: 2\n", REMOVE, "a.0.b", "",
		 "a:\n  -\n    # of c\n    c: 2\n"},
		{"a:\n  - b: 1\n", REMOVE, "a.0.b", "", "a:\n  - {}\n"},
		{"- a\n- - b\n  - c\n", REMOVE, "1.0", "", "- a\n- - c\n"},
		{"{a: 1, b: 2, c: 3}", REMOVE, "a", "", "{b: 2, c: 3}"},
		{"{a: 1, b: 2, c: 3}", REMOVE, "b", "", "{a: 1, c: 3}"},
		{"{a: 1, b: 2, c: 3}", REMOVE, "c", "", "{a: 1, b: 2}"},
		{"{a: 1, b: 2,}", REMOVE, "b", "", "{a: 1,}"},
		{"[ a ]", REMOVE, "0", "", "[  ]"},
		{"{\n  a: 1, # a\n  # of b\n  b: 2 # b\n}\n", REMOVE, "b", "",
		 "{\n  a: 1 # a\n}\n"},
		{"{\n  a: 1, # a\n  b: 2 # b\n}\n", REMOVE, "a", "",
		 "{\n  b: 2 # b\n}\n"},
		{"a: 1\nb: |+\n  x\n\n\nc: 2\n", REMOVE, "b", "",
		 "a: 1\nc: 2\n"},
		{"a: 1\nb: 2", REMOVE, "b", "", "a: 1\n"},
		{"a: &x 1\nb: *x\n", REMOVE, "b", "", "a: &x 1\n"},
		{"# of a\na: 1\n", REMOVE, "a", "", "{}\n"},
	};

	(void)state;
	check_cases(cases, N_OF(cases));
}

static void entries_become_comments(void **state)
{
	static const struct edit_case cases[] = {
		{"a:\n  # of b\n  b: # b\n    c: 1\n\n    d: 2 # d\n  e: 3\n",
		 COMMENT, "a.b", "",
		 "a:\n  # of b\n  # b: # b\n  #   c: 1\n  #\n  #   d: 2 # d\n"
		 "  e: 3\n"},
		{"a: # x\n  b: 1\n", COMMENT, "a.b", "",
		 "a: {} # x\n  # b: 1\n"},
		{"- a: 1\n  b: 2\n", COMMENT, "0.a", "", "- # a: 1\n  b: 2\n"},
		{"- a: 1\n", COMMENT, "0.a", "", "- {} # a: 1\n"},
		{"a: [b, {c: 1, d: 2}]\n", COMMENT, "a.1.c", "",
		 "# c: 1\na: [b, {d: 2}]\n"},
		{"x:\n  a: {b: {c: 1,\n      d: 2}, e: 3}\n", COMMENT, "x.a.b",
		 "", "x:\n  # b: {c: 1,\n  #   d: 2}\n  a: {e: 3}\n"},
		{"{\n  a: 1,\n  b: 2 # b\n}\n", COMMENT, "b", "",
		 "{\n  a: 1\n  # b: 2 # b\n}\n"},
		{"{a: 1, b: 2}\n", COMMENT, "b", "", "# b: 2\n{a: 1}\n"},
		{"a: 1\r\nb: [\r\n  1, 2]\r\n", COMMENT, "b", "",
		 "a: 1\r\n# b: [\r\n#   1, 2]\r\n"},
		{"a: 1\nb: |\n  x\n\n  y\n", COMMENT, "b", "",
		 "a: 1\n# b: |\n#   x\n#\n#   y\n"},
	};

	(void)state;
	check_cases(cases, N_OF(cases));
}

static void notes_stand_above(void **state)
{
	static const struct edit_case cases[] = {
		{"a:\n  b: 1\n", NOTE, "a.b", "one\ntwo",
		 "a:\n  # one\n  # two\n  b: 1\n"},
		{"a:\n  b: {c: [1, 2]}\n", NOTE, "a.b.c.1", "two",
		 "a:\n  # two\n  b: {c: [1, 2]}\n"},
		{"- - a: 1\r\n", NOTE, "0.0.a", "x", "# x\r\n- - a: 1\r\n"},
	};

	(void)state;
	check_cases(cases, N_OF(cases));
}

static void entries_are_put_in(void **state)
{
	static const struct edit_case cases[] = {
		{"a: 1 # a\n  # more\n\nb: 2\n", PUT, "", "c=3",
		 "a: 1 # a\n  # more\n\nb: 2\nc: 3\n"},
		{"a:\n   b: 1 # b\nc: 2\n", PUT, "a", "d=3",
		 "a:\n   b: 1 # b\n   d: 3\nc: 2\n"},
		{"a:\n  # of b\n  b: 1\n", FIRST, "a", "d=3",
		 "a:\n  d: 3\n  # of b\n  b: 1\n"},
		{"- a: 1\n  b: 2\n", FIRST, "0", "c=3",
		 "- c: 3\n  a: 1\n  b: 2\n"},
		{"- a: 1\n", PUT, "0", "c=3", "- a: 1\n  c: 3\n"},
		{"a: 1", PUT, "", "b=2", "a: 1\nb: 2"},
		{"a: 1\r\n", PUT, "", "b=2", "a: 1\r\nb: 2\r\n"},
		{"a: {} # x\nb: 1\n", PUT, "a", "c=3",
		 "a: # x\n  c: 3\nb: 1\n"},
		{"a:\nb: 1\n", PUT, "a", "c=3", "a:\n  c: 3\nb: 1\n"},
		{"x:\n    y: 1\na:\n    # c: 2\nb: 1\n", PUT, "a", "c=3",
		 "x:\n    y: 1\na:\n    c: 3\n    # c: 2\nb: 1\n"},
		{"[{}, a]", PUT, "0", "c=3", "[{c: 3}, a]"},
		{"a: {b: 1}\n", PUT, "a", "c=3", "a: {b: 1, c: 3}\n"},
		{"a: { b: 1 }\n", FIRST, "a", "c=3", "a: { c: 3, b: 1 }\n"},
		{"{\n  a: 1, # a\n  b: 2 # b\n}\n", PUT, "", "c=3",
		 "{\n  a: 1, # a\n  b: 2, # b\n  c: 3\n}\n"},
		{"{\n  a: 1,\n  b: 2, # b\n}\n", PUT, "", "c=3",
		 "{\n  a: 1,\n  b: 2, # b\n  c: 3,\n}\n"},
		{"a: [1]\n", PUSH, "a", "x, y", "a: [1, \"x, y\"]\n"},
		{"a: []\nb: 1\n", PUSH, "a", "x", "a:\n  - x\nb: 1\n"},
		{"a:\n- 1\nb: 1\n", PUSH, "a", "x", "a:\n- 1\n- x\nb: 1\n"},
		{"a:\n- 1\nb: []\n", PUSH, "b", "x", "a:\n- 1\nb:\n- x\n"},
		{"a:\n  - text: x\n    # more\n", LOG, "a", "y",
		 "a:\n  - text: x\n    # more\n  - date: 2026-11-22\n"
		 "    text: y\n"},
		{"a: [{text: x}]\n", LOG, "a", "y",
		 "a: [{text: x}, {date: 2026-11-22, text: y}]\n"},
		{"a: |+\n  x\n\n", PUT, "", "b=1", "a: |+\n  x\n\nb: 1\n"},
	};

	(void)state;
	check_cases(cases, N_OF(cases));
}

static void what_stands_in_the_way(void **state)
{
	static const struct edit_case cases[] = {
		{"a: &x 1\nb: *x\n", WORD, "a", "2", NULL},
		{"a: &x {c: 1}\nb: *x\n", WORD, "a.c", "2", NULL},
		{"a: &x {c: 1}\nb: *x\n", WORD, "b.c", "2", NULL},
		{"a: &x {c: 1}\nb: *x\n", PUT, "b", "d=2", NULL},
		{"a: &x {c: 1}\nb: *x\n", PUT, "a", "d=2", NULL},
		{"a: &x {c: 1}\nb: *x\n", REMOVE, "a", "", NULL},
		{"a: {c: &x 1}\nb: *x\n", COMMENT, "a", "", NULL},
		{"a: 1\nb: 2\n", RENAME, "a", "b", NULL},
		{"a: {b: 1}\n", WORD, "a", "2", NULL},
		{"a: 1\n", PUT, "a", "b=2", NULL},
		{"a: 1\n", SET, "a", "bell\a", NULL},
		{"a: 1\n", SET, "a", "\xe2\x80\xae", NULL},
		{"[a: 1]\n", REMOVE, "0.a", "", NULL},
		{"a: 1\nb: [\n", WORD, "a", "2", NULL},
	};

	(void)state;
	check_cases(cases, N_OF(cases));
}

static void refusals_say_why(void **state)
{
	struct parsed p;
	struct edit e;

	(void)state;
	parsed_init(&p, STR("a: &x {c: 1}\nb: *x\n"), NULL);
	edit_init(&e, &p.doc, &p.arena);
	assert_false(edit_rename(&e, parsed_at(&p, "b.c") - 1, STR("d")));
	assert_str(e.why, "*x repeats what stands elsewhere; write it out "
			  "here first");
	assert_int_equal(e.span.at, 16);
	assert_false(edit_remove(&e, parsed_at(&p, "a") - 1));
	assert_str(e.why,
		   "*x repeats this in line 2; write it out there first");
	assert_int_equal(e.span.at, 6);
	parsed_release(&p);
}

static void many_at_once(void **state)
{
	struct buf out = {0};
	struct parsed p;
	struct edit e;

	(void)state;
	parsed_init(&p, STR("a: 1 # a\nb: {x: 1, y: 2, z: 3}\nc:\n  d: 1\n"),
		    NULL);
	edit_init(&e, &p.doc, &p.arena);
	assert_true(ask(&e, &p, COMMENT, "b.z", ""));
	assert_true(ask(&e, &p, REMOVE, "b.y", ""));
	assert_true(ask(&e, &p, NOTE, "b.z", "gone:"));
	assert_true(ask(&e, &p, PUT, "b", "w=4"));
	assert_true(ask(&e, &p, RENAME, "c.d", "e"));
	assert_true(ask(&e, &p, COMMENT, "c", ""));
	assert_true(ask(&e, &p, WORD, "a", "5"));
	assert_true(edit_insert(&e, p.doc.nodes, parsed_at(&p, "a") - 1,
				STR("n"), piece_number(&p.arena, 7)));
	assert_true(edit_text(&e, &out));
	assert_str(buf_str(&out), "a: 5 # a\nn: 7\n# gone:\n# z: 3\n"
				  "b: {x: 1, w: 4}\n# c:\n#   d: 1\n");
	buf_release(&out);
	parsed_release(&p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(scalars_are_replaced),
		cmocka_unit_test(keys_are_renamed),
		cmocka_unit_test(entries_are_removed),
		cmocka_unit_test(entries_become_comments),
		cmocka_unit_test(notes_stand_above),
		cmocka_unit_test(entries_are_put_in),
		cmocka_unit_test(what_stands_in_the_way),
		cmocka_unit_test(refusals_say_why),
		cmocka_unit_test(many_at_once),
	};

	return cmocka_run_group_tests_name("doc/edit", tests, NULL, NULL);
}
