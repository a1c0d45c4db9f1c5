/* Where comments stand, and what they are about. */
#include "support/test.h"

#include "doc/comments.h"
#include "parsed.h"

/* Expects the comments of a text, each as "COMMENT -> WHAT IT IS ABOUT". */
static void comments_are(const char *text, const char *expected)
{
	struct parsed p;
	struct buf out = {0};
	comments_list found;

	parsed_init(&p, str_of(text), NULL);
	found = comments_of(&p.doc, &p.arena);
	for_each(c, &found) {
		struct str all = p.source.text;

		buf_add(&out, str_head(str_from(all, c->at), c->end - c->at));
		buf_z(&out, c->head ? " (head)" : "");
		buf_z(&out, " -> ");
		all = str_head(str_from(all, c->from), c->to - c->from);
		buf_add(&out, str_trim(all));
		buf_z(&out, "\n");
	}
	assert_str(buf_str(&out), expected);
	buf_release(&out);
	parsed_release(&p);
}

static void behind_something(void **state)
{
	(void)state;
	comments_are("a: 1 # x\nb: [c, # y\n    d] # z\n",
		     "# x -> a: 1 # x\n"
		     "# y -> b: [c, # y\n"
		     "# z -> d] # z\n");
	comments_are("a: one\n  two # x\n", "# x -> one\n  two # x\n");
	comments_are("a: 'one\n  # two' # x\n",
		     "# x -> 'one\n  # two' # x\n");
	comments_are("a: 1\t# x\r\nb: 2\r\n", "# x -> a: 1\t# x\n");
}

static void before_an_entry(void **state)
{
	(void)state;
	comments_are("a: 1\n# x\nb:\n  c: 2\n  d: 3\ne: 4\n",
		     "# x -> b:\n  c: 2\n  d: 3\n");
	comments_are("a:\n  # x\n  - b: 1\n    c: 2\n  # y\n\n  # z\n  - d\n",
		     "# x -> - b: 1\n    c: 2\n"
		     "# y -> # z\n  - d\n# z -> - d\n");
	comments_are("a:\n  # x\n  b: 1\n  # y\n  c: [1,\n    2]\n",
		     "# x -> b: 1\n# y -> c: [1,\n    2]\n");
	comments_are("a:\n  # x\n  [b,\n  # y\n  c]\nd:\n  # z\n  text\n",
		     "# x -> [b,\n  # y\n  c]\n# y -> c\n# z -> text\n");
	comments_are("a:\n- b:\n  # x\n  - c\n# y\n- # z\n  d: 1\n",
		     "# x -> - c\n# y -> - # z\n  d: 1\n# z -> - # z\n");
}

static void nothing_follows(void **state)
{
	(void)state;
	comments_are("a: 1\n# x\n", "# x -> \n");
	comments_are("# x\n", "# x (head) -> \n");
	comments_are("a: 1\n  # x", "# x -> \n");
}

static void at_the_head(void **state)
{
	(void)state;
	comments_are("\xef\xbb\xbf# x\n# y\n---\n# z\na: 1\nb: 2\n",
		     "# x (head) -> # y\n---\n# z\na: 1\n"
		     "# y (head) -> ---\n# z\na: 1\n"
		     "# z (head) -> a: 1\n");
	comments_are("# x\n- a\n- b\n", "# x (head) -> - a\n");
}

static void texts_hold_none(void **state)
{
	(void)state;
	comments_are("a: x#y\nb: '# c'\nc: \" # d\"\n\"# e\": 1\n", "");
	comments_are("a: |\n  # x\n\n  # y\nb: >-\n  one # z\n", "");
	comments_are("a: | # x\n  # y\n# z\nb: 1\n",
		     "# x -> a: | # x\n  # y\n# z -> b: 1\n");
	comments_are("a: &b # x\n  - 1\nc: *b # y\n",
		     "# x -> a: &b # x\n# y -> c: *b # y\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(behind_something),
		cmocka_unit_test(before_an_entry),
		cmocka_unit_test(nothing_follows),
		cmocka_unit_test(at_the_head),
		cmocka_unit_test(texts_hold_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
