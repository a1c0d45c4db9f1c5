#include "support/test.h"

#include "base/glob.h"

struct row {
	const char *pattern, *text;
	bool fits;
};

static void one_text(void **state)
{
	static const struct row rows[] = {
		{"", "", true},
		{"", "a", false},
		{"a.yaml", "a.yaml", true},
		{"a.yaml", "a_yaml", false},
		{"?.yaml", "a.yaml", true},
		{"?", "/", false},
		{"*", "", true},
		{"*", "a.yaml", true},
		{"*", "a/b", false},
		{"*.yaml", "a.yml.yaml", true},
		{"*.yaml", "a.yaml.yml", false},
		{"a*b*c", "aXbYbZc", true},
		{"a*b*c", "aXbYbZ", false},
		{"*/b", "a/b", true},
		{"*/*", "a/b/c", false},
		{"**", "a/b/c", true},
		{"**/c", "a/b/c", true},
		{"a/**/c", "a/b/b/c", true},
		{"a/**x/*.y", "a/bx/bx/c.y", true},
		{"a/**x/*.y", "a/bx/by/c.y", false},
		{"**b*", "a/b/ab", true},
		{"**b*c", "b/bc/bd", false},
		{"a***", "a/b", true},
		{"a*", "b", false},
	};

	(void)state;
	for (size_t i = 0; i < N_OF(rows); i++)
		if (glob_matches(str_of(rows[i].pattern),
				 str_of(rows[i].text)) != rows[i].fits)
			fail_msg("%s and %s", rows[i].pattern, rows[i].text);
}

static void a_directory_covers_what_is_below(void **state)
{
	static const struct row rows[] = {
		{"drafts", "drafts/a.yaml", true},
		{"drafts/", "drafts/deep/a.yaml", true},
		{"drafts", "drafts.yaml", false},
		{"drafts", "old/drafts/a.yaml", false},
		{"**/drafts", "old/drafts/a.yaml", true},
		{"*.yaml", "old/a.yaml", false},
		{"*.yaml", "a.yaml", true},
		{"old/*", "old/a/b", true},
		{"", "a", false},
		{"/", "a", false},
	};

	(void)state;
	for (size_t i = 0; i < N_OF(rows); i++)
		if (glob_covers(str_of(rows[i].pattern),
				str_of(rows[i].text)) != rows[i].fits)
			fail_msg("%s and %s", rows[i].pattern, rows[i].text);
}

/* A pattern that takes other programs longer than anybody waits. */
static void stars_cost_little(void **state)
{
	enum { N = 4000 };
	static char text[N], pattern[N];

	(void)state;
	memset(text, 'a', N);
	for (int i = 0; i < N; i++)
		pattern[i] = i % 2 ? 'a' : '*';
	pattern[N - 1] = 'b';
	assert_false(glob_matches((struct str){pattern, N},
				  (struct str){text, N}));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_text),
		cmocka_unit_test(a_directory_covers_what_is_below),
		cmocka_unit_test(stars_cost_little),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
