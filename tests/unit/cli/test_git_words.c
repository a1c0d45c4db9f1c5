#include "cli/git_words.h"

#include "support/test.h"

#define HEX "0bd2194c6f6b9e0f0c5f0a1d2e3f4a5b6c7d8e9f"
#define PLAIN "/tmp/a", HEX, "100644", "x.yaml", HEX, "100755"

/* How many of the words are git's. */
static const struct {
	int expected, argc;
	const char *argv[14];
} lines[] = {
	{7, 9, {"ladder", "git-diff-driver", "x.yaml", PLAIN}},
	{7, 9, {"ladder", "git-diff-driver", "--help", PLAIN}},
	{8, 10, {"ladder", "git-diff-driver", "x.yaml", PLAIN, "-y.yaml"}},
	{9, 11,
	 {"ladder", "git-diff-driver", "-x", PLAIN, "--y",
	  "similarity index 90%\nrename from x"}},
	{7, 11,
	 {"ladder", "git-diff-driver", "--color", "never", "-x", PLAIN}},
	{9, 12,
	 {"ladder", "git-diff-driver", "--color=never", "-x", PLAIN, "y",
	  "rename to y"}},
	{7, 9,
	 {"ladder", "git-diff-driver", "x", "/dev/null", ".", ".", "x", HEX,
	  "100644"}},
	{0, 3, {"ladder", "git-diff-driver", "x.yaml"}},
	{0, 8, {"ladder", "git-diff-driver", PLAIN}},
	{0, 2, {"ladder", "git-diff-driver"}},
	{0, 9,
	 {"ladder", "git-diff-driver", "1", "2", "x", "4", "5", "6", "7"}},
	{0, 9, {"ladder", "git-diff-driver", "1", "2", "", "4", "5", "6", "7"}},
};

static void counts_the_words_of_git(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_OF(lines); i++) {
		char *argv[14];

		for (int k = 0; k < 14; k++)
			argv[k] = (char *)(uintptr_t)lines[i].argv[k];
		print_message("line %zu\n", i);
		assert_int_equal(git_words_count(lines[i].argc, argv),
				 lines[i].expected);
	}
}

static void reads_them(void **state)
{
	const struct str words[] = {
		STR("x"),      STR("/tmp/a"),    STR("abc"), STR("100644"),
		STR("/dev/null"), STR("."),      STR("."),   STR("y"),
		STR("rename"),    STR("too many")};
	struct git_words w;

	(void)state;
	for (uint32_t n = 0; n <= N_OF(words); n++)
		assert_int_equal(git_words_read(words, n, &w),
				 n == 1 || (n >= 7 && n <= 9));
	assert_true(git_words_read(words, 9, &w));
	assert_str(w.of[OLD_FILE].path, "x");
	assert_str(w.of[NEW_FILE].path, "y");
	assert_str(w.of[OLD_FILE].file, "/tmp/a");
	assert_str(w.about, "rename");
	assert_true(w.of[NEW_FILE].absent);
	assert_false(w.of[OLD_FILE].absent || w.unmerged);
	assert_true(git_words_read(words, 1, &w));
	assert_true(w.unmerged);
	assert_str(w.of[NEW_FILE].path, "x");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(counts_the_words_of_git),
		cmocka_unit_test(reads_them),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
