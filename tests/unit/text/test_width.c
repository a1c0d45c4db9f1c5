#include "text/width.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static void widths_of_characters(void **state)
{
	(void)state;
	assert_int_equal(char_width('a'), 1);
	assert_int_equal(char_width('\t'), 0);
	assert_int_equal(char_width(0x301), 0);   /* combining acute */
	assert_int_equal(char_width(0x30a2), 2);  /* ア */
	assert_int_equal(char_width(0x2588), 1);  /* █, ambiguous */
	assert_int_equal(char_width(0x1f600), 2); /* an emoji */
	assert_int_equal(char_width(UINT32_MAX), 1);
}

static void widths_of_text(void **state)
{
	(void)state;
	assert_int_equal(text_width(STR("")), 0);
	assert_int_equal(text_width(STR("ladder")), 6);
	assert_int_equal(text_width(STR("課題")), 4);
	assert_int_equal(text_width(STR("e\u0301a")), 2);
	assert_int_equal(text_width(STR("a\xff!")), 3);
}

static void clusters(void **state)
{
	(void)state;
	assert_int_equal(grapheme_len(STR("")), 0);
	assert_int_equal(grapheme_len(STR("ab")), 1);
	assert_int_equal(grapheme_len(STR("e\u0301b")), 3);
	/* two flags are two clusters of two code points each */
	assert_int_equal(grapheme_len(STR("\U0001f1e9\U0001f1ea"
					  "\U0001f1eb\U0001f1f7")),
			 8);
	assert_int_equal(grapheme_len(STR("\xff\xfe")), 1);
	assert_int_equal(grapheme_len(STR("a\xcc")), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(widths_of_characters),
		cmocka_unit_test(widths_of_text),
		cmocka_unit_test(clusters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
