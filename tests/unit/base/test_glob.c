#include "support/test.h"

#include "base/glob.h"

struct row {
	const char *pattern, *text;
	bool fits;
};

static void expect(const struct row *rows, size_t n,
		   bool (*match)(struct str, struct str))
{
	for (size_t i = 0; i < n; i++)
		if (match(str_of(rows[i].pattern), str_of(rows[i].text)) !=
		    rows[i].fits)
			fail_msg("%s and %s", rows[i].pattern, rows[i].text);
}

static void one_component(void **state)
{
	static const struct row rows[] = {
		{"", "", true},
		{"", "a", false},
		{"a.yaml", "a.yaml", true},
		{"a.yaml", "a_yaml", false},
		{"?.yaml", "a.yaml", true},
		{"?.yaml", "職.yaml", true},
		{"??.yaml", "職.yaml", false},
		{"*?.yaml", "職.yaml", true},
		{"?", "/", false},
		{"?", "", false},
		{"*", "", true},
		{"*", "a.yaml", true},
		{"*", "a/b", false},
		{"*.yaml", "a.yml.yaml", true},
		{"*.yaml", "a.yaml.yml", false},
		{"a*b*c", "aXbYbZc", true},
		{"a*b*c", "aXbYbZ", false},
		{"*/b", "a/b", true},
		{"*/*", "a/b/c", false},
		{"a*", "b", false},
		{"a***", "ab", true},
		{"a/", "a", false},
		{"a/", "a/", true},
	};

	(void)state;
	expect(rows, N_OF(rows), glob_matches);
}

static void two_stars_are_directories(void **state)
{
	static const struct row rows[] = {
		{"**", "a", true},
		{"**", "a/b/c", true},
		{"**/c", "c", true},
		{"**/c", "a/b/c", true},
		{"**/c", "a/bc", false},
		{"**/c", "c/d", false},
		{"a/**", "a/b", true},
		{"a/**", "a/b/c", true},
		{"a/**", "a", false},
		{"a/**", "ab/c", false},
		{"a/**/c", "a/c", true},
		{"a/**/c", "a/b/b/c", true},
		{"a/**/c", "ac", false},
		{"a/**/**/c", "a/c", true},
		{"a/**/b/*.y", "a/b/x/b/c.y", true},
		{"a/**/b/*.y", "a/b/x/c.y", false},
		{"**/a/**/b/**", "x/a/y/b/z", true},
		{"**/a/**/b/**", "x/a/y/b", false},
		{"**/b/c", "b/b/c", true},
		{"**/a/*/c", "a/a/b/c", true},
	};

	(void)state;
	expect(rows, N_OF(rows), glob_matches);
}

/* As in .gitignore: two stars mean directories where they stand alone. */
static void two_stars_in_a_component_are_one(void **state)
{
	static const struct row rows[] = {
		{"**.yaml", "a.yaml", true},
		{"**.yaml", "b/a.yaml", false},
		{"a**", "a/b", false},
		{"a/**x/*.y", "a/bx/c.y", true},
		{"a/**x/*.y", "a/bx/bx/c.y", false},
	};

	(void)state;
	expect(rows, N_OF(rows), glob_matches);
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
		{"/drafts", "drafts/a.yaml", true},
		{"drafts/**", "drafts/a.yaml", true},
		{"drafts/**", "drafts", false},
		{"**/drafts/", "drafts/a.yaml", true},
		{"**/old/*", "a/old/b/c", true},
		{"**/old/*", "a/old", false},
		{"", "a", false},
		{"/", "a", false},
	};

	(void)state;
	expect(rows, N_OF(rows), glob_covers);
}

/* `unit` over and over, `n` bytes of it. */
static struct str repeated(char *to, size_t n, const char *unit)
{
	for (size_t i = 0; i < n; i++)
		to[i] = unit[i % strlen(unit)];
	return (struct str){to, n};
}

/* Patterns that take other programs longer than anybody waits: what fits is
 * tried from every place, and the end never does. */
static void stars_cost_little(void **state)
{
	enum { N = 6000 };
	static const char *const units[][2] = {
		{"*a", "a"},	   {"*?", "a"},	       {"**/a/", "a/"},
		{"**/*/", "a/"},   {"**/*a*/", "aa/"}, {"**/a/a/", "a/"},
		{"*a/**/", "aa/"},
	};
	static char text[N], pattern[N];

	(void)state;
	for (size_t i = 0; i < N_OF(units); i++) {
		struct str p = repeated(pattern, N, units[i][0]);
		struct str t = repeated(text, N, units[i][1]);

		pattern[N - 1] = 'b';
		assert_false(glob_matches(p, t));
		assert_false(glob_covers(p, t));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_component),
		cmocka_unit_test(two_stars_are_directories),
		cmocka_unit_test(two_stars_in_a_component_are_one),
		cmocka_unit_test(a_directory_covers_what_is_below),
		cmocka_unit_test(stars_cost_little),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
