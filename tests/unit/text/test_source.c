#include "support/test.h"

#include "support/dice.h"
#include "text/source.h"
#include "text/utf8.h"

static struct arena arena;

static struct source source_of(struct str text)
{
	return (struct source){.name = STR("f"), .text = text, .arena = &arena};
}

static void check_place(struct source *s, uint32_t at, uint32_t line,
			uint32_t column)
{
	struct place p = source_place(s, at);

	if (p.line != line || p.column != column)
		fail_msg("byte %u is %u:%u, not %u:%u", at, p.line, p.column,
			 line, column);
}

static void test_lines(void **state)
{
	struct source s = source_of(STR("ab\ncd\n\nx"));

	(void)state;
	check_place(&s, 0, 1, 1);
	check_place(&s, 2, 1, 3); /* the line end belongs to its line */
	check_place(&s, 3, 2, 1);
	check_place(&s, 6, 3, 1);
	check_place(&s, 7, 4, 1);
	check_place(&s, 8, 4, 2); /* the end of the file */
	check_place(&s, 99, 4, 2);
	assert_str(source_line(&s, 1), "ab");
	assert_str(source_line(&s, 3), "");
	assert_str(source_line(&s, 4), "x");
	assert_str(source_line(&s, 5), "");
	assert_int_equal(source_line_at(&s, 2), 3);
	assert_int_equal(source_line_at(&s, 99), 8);
}

static void test_crlf(void **state)
{
	struct source s = source_of(STR("ab\r\ncd\r\n"));

	(void)state;
	check_place(&s, 4, 2, 1);
	check_place(&s, 5, 2, 2);
	check_place(&s, 8, 3, 1);
	assert_str(source_line(&s, 1), "ab");
	assert_str(source_line(&s, 2), "cd");
	assert_str(source_line(&s, 3), "");
}

static void test_bom(void **state)
{
	struct source s = source_of(STR("\xef\xbb\xbf"
					"ab\ncd"));

	(void)state;
	check_place(&s, 0, 1, 1);
	check_place(&s, 3, 1, 1);
	check_place(&s, 4, 1, 2);
	check_place(&s, 6, 2, 1);
	assert_str(source_line(&s, 1), "ab");
	assert_str(source_line(&s, 2), "cd");
}

/* Columns are characters: bytes and cells have nothing to do with it. */
static void test_wide(void **state)
{
	/* 日 (3 bytes, 2 cells), é (2), e + accent (1 + 2), 😀 (4), bad */
	struct source s = source_of(STR("\xe6\x97\xa5x\xc3\xa9y"
					"e\xcc\x81z\xf0\x9f\x98\x80w"
					"\xff"
					"v"));

	(void)state;
	check_place(&s, 3, 1, 2);
	check_place(&s, 4, 1, 3);
	check_place(&s, 6, 1, 4);
	check_place(&s, 8, 1, 6);
	check_place(&s, 10, 1, 7);
	check_place(&s, 11, 1, 8);
	check_place(&s, 15, 1, 9);
	check_place(&s, 17, 1, 11);
}

static void test_empty(void **state)
{
	struct source nothing = source_of((struct str){0});
	struct source mark = source_of(STR("\xef\xbb\xbf"));

	(void)state;
	check_place(&nothing, 0, 1, 1);
	check_place(&nothing, 7, 1, 1);
	assert_int_equal(source_line(&nothing, 1).len, 0);
	assert_int_equal(source_line_at(&nothing, 1), 0);
	check_place(&mark, 0, 1, 1);
	check_place(&mark, 3, 1, 1);
	assert_str(source_line(&mark, 1), "");
}

/* Against counting from the beginning, in any order of asking. */
static void test_random(void **state)
{
	static const char *const bits[] = {
		"a", "bc ", "\n", "\r\n", "\xe6\x97\xa5", "\xc3\xa9", "\xff"};
	struct dice dice = {6};

	(void)state;
	for (int round = 0; round < 300; round++) {
		char text[400];
		size_t n = 0;
		struct source s;

		while (n < sizeof text - 8) {
			const char *bit = bits[dice_below(&dice, 7)];

			memcpy(text + n, bit, strlen(bit));
			n += strlen(bit);
		}
		s = source_of((struct str){text, n});
		for (int i = 0; i < 50; i++) {
			uint32_t at = dice_below(&dice, (uint32_t)n + 1);
			uint32_t line = 1, start = 0;

			for (uint32_t k = 0; k < at; k++)
				if (text[k] == '\n') {
					line++;
					start = k + 1;
				}
			check_place(&s, at, line,
				    1 + (uint32_t)utf8_count((struct str){
						text + start, at - start}));
			assert_int_equal(source_line_at(&s, line), start);
		}
	}
}

/* Many places in one long line: each is found without going through all of
 * it, or this would take minutes. */
static void test_long_line(void **state)
{
	enum { N = 3000000 };
	char *text = arena_alloc(&arena, N);
	struct source s;

	(void)state;
	for (int i = 0; i < N; i += 3)
		memcpy(text + i, "\xe6\x97\xa5", 3);
	s = source_of((struct str){text, N});
	for (uint32_t i = 0; i < 20000; i++) {
		check_place(&s, i * 150, 1, i * 50 + 1);
		check_place(&s, N - 3 - i * 3, 1, N / 3 - i);
	}
	check_place(&s, N, 1, N / 3 + 1);
}

static int release(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines),	  cmocka_unit_test(test_crlf),
		cmocka_unit_test(test_bom),	  cmocka_unit_test(test_wide),
		cmocka_unit_test(test_empty),	  cmocka_unit_test(test_random),
		cmocka_unit_test(test_long_line),
	};

	return cmocka_run_group_tests_name("text/source", tests, NULL, release);
}
