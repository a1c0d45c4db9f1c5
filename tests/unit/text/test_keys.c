#include "text/keys.h"

#include "support/test.h"

/* Decodes all of `bytes`; as a word a key: "3 up enter". */
static const char *typed(const char *bytes, size_t n, bool all, char *out)
{
	static const char *const names[] = {
		"?",	"",	 "enter", "tab", "back", "esc",	 "up",	 "down",
		"left", "right", "home",  "end", "pgup", "pgdn", "paste"};
	struct str rest = {bytes, n};
	struct key key;

	*out = 0;
	while (rest.len) {
		size_t len = key_decode(rest, all, &key);

		if (*out)
			strcat(out, " ");
		if (!len)
			return strcat(out, "more");
		if (key.kind == KEY_CHAR && key.c < 0x80)
			strcat(out, (char[]){(char)key.c, 0});
		else if (key.kind == KEY_CHAR)
			strcat(out, "utf8");
		else
			strcat(out, names[key.kind]);
		if (key.kind == KEY_PASTE)
			strncat(strcat(out, ":"), key.text.ptr, key.text.len);
		rest = str_from(rest, len);
	}
	return out;
}

#define keys(bytes, all, want)                                             \
	do {                                                               \
		char got_[256];                                            \
		assert_string_equal(                                       \
			typed(bytes, sizeof(bytes) - 1, all, got_), want); \
	} while (0)

static void characters(void **state)
{
	(void)state;
	keys("3a?", false, "3 a ?");
	keys("\r\n\t\x7f\b", false, "enter enter tab back back");
	keys("\xe6\x97\xa5\xc3\xa4\xf0\x9f\x98\x80", false, "utf8 utf8 utf8");
	keys("\x01"
	     "a",
	     false, "? a");
	keys(" ", false, " ");
}

static void a_character_in_pieces_is_waited_for(void **state)
{
	(void)state;
	keys("\xe6", false, "more");
	keys("\xe6\x97", false, "more");
	keys("\xf0\x9f\x98", false, "more");
	keys("\xe6\x97", true, "?");
	keys("\xe6"
	     "a",
	     false, "? a"); /* it will never be whole */
	keys("\xff"
	     "a",
	     false, "? a");
}

static void sequences_of_keys(void **state)
{
	(void)state;
	keys("\x1b[A\x1b[B\x1b[C\x1b[D", false, "up down right left");
	keys("\x1bOA\x1bOB\x1bOH\x1bOF", false, "up down home end");
	keys("\x1b[1;5A\x1b[5~\x1b[6~", false, "up pgup pgdn");
	keys("\x1b[H\x1b[F\x1b[1~\x1b[4~\x1b[7~\x1b[8~", false,
	     "home end home end home end");
	keys("\x1bOM", false, "enter");
	keys("\x1b[15~1", false, "? 1");  /* F5 does nothing */
	keys("\x1b[<0;3;4M", false, "?"); /* nor does a mouse */
}

static void escape_alone_needs_a_pause(void **state)
{
	(void)state;
	keys("\x1b", false, "more");
	keys("\x1b", true, "esc");
	keys("\x1b[", false, "more");
	keys("\x1b[", true, "esc [");
	keys("\x1b[1;", false, "more");
	keys("\x1bO", false, "more");
	keys("\x1bq", false, "esc q");
	keys("\x1b\x1b[A", false, "esc up");
	keys("\x1b[1\x1b[A", false, "? up"); /* broken off by the next */
}

static void a_sequence_without_end_is_given_up(void **state)
{
	char bytes[80] = "\x1b[", got[256];

	(void)state;
	memset(bytes + 2, '1', 62);
	assert_string_equal(typed(bytes, 63, false, got), "more");
	assert_string_equal(typed(bytes, 64, false, got), "?");
}

static void pasted_text_is_one_key(void **state)
{
	(void)state;
	keys("\x1b[200~3\nq\x1b[A\x1b[201~x", false, "paste:3\nq\x1b[A x");
	keys("\x1b[200~3\nq", false, "more");
	keys("\x1b[200~3\nq", true, "more");
	keys("\x1b[200~\x1b[201~", false, "paste:");
	keys("\x1b[201~a", false, "? a");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(characters),
		cmocka_unit_test(a_character_in_pieces_is_waited_for),
		cmocka_unit_test(sequences_of_keys),
		cmocka_unit_test(escape_alone_needs_a_pause),
		cmocka_unit_test(a_sequence_without_end_is_given_up),
		cmocka_unit_test(pasted_text_is_one_key),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
