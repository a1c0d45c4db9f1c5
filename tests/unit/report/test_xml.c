#include "report/xml.h"

#include "support/test.h"

static void check_text(struct str text, const char *want)
{
	struct buf b = {0};

	xml_text(&b, text);
	assert_str(buf_str(&b), want);
	buf_release(&b);
}

static void check_value(struct str text, const char *want)
{
	struct buf b = {0};

	xml_attribute(&b, "n", text);
	assert_str(buf_str(&b), want);
	buf_release(&b);
}

static void markup_is_text(void **state)
{
	(void)state;
	check_text(STR("a<b>&\"c'"), "a&#60;b&#62;&#38;&#34;c'");
	check_text(STR("]]>"), "]]&#62;");
	check_value(STR("\"><x y='"), " n=\"&#34;&#62;&#60;x y='\"");
}

/* A reader makes spaces of the white space in values, and a line end of a
 * carriage return anywhere. */
static void white_space_comes_through(void **state)
{
	(void)state;
	check_text(STR("a\n\tb\r"), "a\n\tb&#13;");
	check_value(STR("a\n\tb\r"), " n=\"a&#10;&#9;b&#13;\"");
}

static void what_xml_may_not_hold_is_replaced(void **state)
{
	(void)state;
	check_text((struct str){"a\0b", 3}, "a\ufffdb");
	check_text(STR("\x01\x1b\x7f"), "\ufffd\ufffd&#127;");
	check_text(STR("a\u202eb"), "a&#8238;b");
	check_text(STR("\xef\xbf\xbe\xef\xbf\xbf\xef\xbf\xbd"),
		   "\ufffd\ufffd\ufffd");
	check_text(STR("\xff\xc0\x80z"), "\ufffd\ufffd\ufffdz");
	check_text(STR("\xed\xa0\x80."), "\ufffd\ufffd\ufffd.");
	check_text(STR("é課\U0001f600"), "é課\U0001f600");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(markup_is_text),
		cmocka_unit_test(white_space_comes_through),
		cmocka_unit_test(what_xml_may_not_hold_is_replaced),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
