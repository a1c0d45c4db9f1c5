#include "cli/git_words.h"

/* The places of the words; gitattributes(5), "Defining an external diff
 * driver", and GIT_EXTERNAL_DIFF in git(1). */
enum {
	WORD_PATH,
	WORD_OLD_FILE,
	WORD_OLD_HEX,
	WORD_OLD_MODE,
	WORD_NEW_FILE,
	WORD_NEW_HEX,
	WORD_NEW_MODE,
	WORDS_PLAIN,
	WORD_NEW_PATH = WORDS_PLAIN,
	WORD_ABOUT,
	WORDS_MOST,
};

static bool consists_of(struct str word, const char *digits)
{
	for (size_t i = 0; i < word.len; i++)
		if (!strchr(digits, word.ptr[i]))
			return false;
	return word.len > 0;
}

/* A file that is not there has a dot for both. */
static bool are_hex_and_mode(struct str hex, struct str mode)
{
	return (str_is(hex, ".") || consists_of(hex, "0123456789abcdef")) &&
	       (str_is(mode, ".") || consists_of(mode, "01234567"));
}

int git_words_count(int argc, char **argv)
{
	/* before them stand the program and the command */
	for (int n = WORDS_MOST; n >= WORDS_PLAIN; n--) {
		char **words = argv + argc - n;

		if (argc - n >= 2 &&
		    are_hex_and_mode(str_of(words[WORD_OLD_HEX]),
				     str_of(words[WORD_OLD_MODE])) &&
		    are_hex_and_mode(str_of(words[WORD_NEW_HEX]),
				     str_of(words[WORD_NEW_MODE])))
			return n;
	}
	return 0;
}

bool git_words_read(const struct str *words, uint32_t n, struct git_words *w)
{
	struct git_file *old = &w->of[OLD_FILE], *new = &w->of[NEW_FILE];

	if (n != 1 && (n < WORDS_PLAIN || n > WORDS_MOST))
		return false;
	*w = (struct git_words){.unmerged = n == 1};
	old->path = new->path = words[WORD_PATH];
	if (w->unmerged)
		return true;
	old->file = words[WORD_OLD_FILE];
	old->hex = words[WORD_OLD_HEX];
	old->mode = words[WORD_OLD_MODE];
	new->file = words[WORD_NEW_FILE];
	new->hex = words[WORD_NEW_HEX];
	new->mode = words[WORD_NEW_MODE];
	old->absent = str_is(old->mode, ".");
	new->absent = str_is(new->mode, ".");
	for (int i = OLD_FILE; i <= NEW_FILE; i++)
		if (str_is(w->of[i].file, "-"))
			w->of[i].file = STR("./-"); /* not standard input */
	if (n > WORD_NEW_PATH)
		new->path = words[WORD_NEW_PATH];
	if (n > WORD_ABOUT)
		w->about = words[WORD_ABOUT];
	return true;
}
