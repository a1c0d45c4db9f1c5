#include "report/picture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

/* What would be markup, or an order to a terminal. */
#define HOSTILE STR("<b>x</b>\"|\x1b[31m")

typedef void builder(struct page *p);

static void check_term(builder *build, const struct report_style *style,
		       const char *want)
{
	struct arena a = {0};
	struct buf b = {0};
	struct page *p = page_new(&a);

	build(p);
	page_term(p, style, &b);
	buf_char(&b, '\0');
	assert_string_equal(b.ptr, want);
	buf_release(&b);
	arena_release(&a);
}

static void check_markdown(builder *build, const char *want)
{
	struct arena a = {0};
	struct buf b = {0};
	struct page *p = page_new(&a);

	build(p);
	page_markdown(p, &b);
	buf_char(&b, '\0');
	assert_string_equal(b.ptr, want);
	buf_release(&b);
	arena_release(&a);
}

static void check_html(builder *build, const char *want)
{
	struct arena a = {0};
	struct buf b = {0};
	struct page *p = page_new(&a);
	char *end;

	build(p);
	page_html(p, &b);
	buf_char(&b, '\0');
	end = strstr(b.ptr, "</main>");
	assert_non_null(end);
	*end = '\0';
	assert_string_equal(strstr(b.ptr, "<main>") + strlen("<main>\n"), want);
	buf_release(&b);
	arena_release(&a);
}

/* --- heat ------------------------------------------------------------------ */

static const char *const words[N_TONES] = {
	[TONE_FAR] = "two or more below", [TONE_MET] = "met",
	[TONE_OVER] = "above",
};

static void build_heat(struct page *p)
{
	struct table *t = page_heat(p, &p->root, words);

	t->keys = 1;
	table_head(p, t, ALIGN_LEFT, "who");
	prose_data(p->arena, &table_column(p, t, ALIGN_LEFT)->title,
		   MARK_STRONG, HOSTILE);
	table_head(p, t, ALIGN_CENTRE, "Data");
	prose_data(p->arena, table_row(p, t), MARK_PLAIN, STR("課題"));
	prose_add(p->arena, table_tone(p, t, 1, TONE_FAR), MARK_PLAIN, "1");
	prose_add(p->arena, table_tone(p, t, 2, TONE_MET), MARK_PLAIN, "3");
	prose_data(p->arena, table_row(p, t), MARK_PLAIN, STR("Ada"));
	table_tone(p, t, 1, TONE_MET);
}

static void a_heat_map_has_signs(void **state)
{
	(void)state;
	check_term(build_heat, &(struct report_style){.width = 60},
		   "who   <b>x</b>\"|\\x1b[31m  Data\n"
		   "────  ──────────────────  ────\n"
		   "課題  1 ○                 3 ●\n"
		   "Ada   ●\n"
		   "○ two or more below   ● met\n");
	check_term(build_heat, &(struct report_style){.width = 60, .ascii = true},
		   "who   <b>x</b>\"|\\x1b[31m  Data\n"
		   "----  ------------------  ----\n"
		   "課題  1 !                 3 =\n"
		   "Ada   =\n"
		   "! two or more below   = met\n");
	check_markdown(build_heat,
		       "| who | \\<b\\>x\\</b\\>\"\\|\\\\x1b\\[31m | Data |\n"
		       "| --- | --- | :-: |\n"
		       "| 課題 | 1 ○ | 3 ● |\n"
		       "| Ada | ● |  |\n"
		       "\n"
		       "○ two or more below, ● met\n");
}

/* A sign that is not a word is told the ear as one. */
static void a_heat_map_in_html(void **state)
{
	(void)state;
	check_html(build_heat,
		"<div class=\"scroll high\" role=\"group\" tabindex=\"0\" "
		"aria-label=\"Table\">\n"
		"<table class=\"heat\">\n<thead>\n<tr>"
		"<th scope=\"col\">who</th>"
		"<th scope=\"col\">&lt;b&gt;x&lt;/b&gt;&quot;|\\x1b[31m</th>"
		"<th scope=\"col\" class=\"c\">Data</th></tr>\n</thead>\n"
		"<tbody>\n<tr><th scope=\"row\">課題</th>"
		"<td class=\"tone1\">1 <span aria-hidden=\"true\">○</span>"
		"<span class=\"hide\">, two or more below</span></td>"
		"<td class=\"tone3\">3 <span aria-hidden=\"true\">●</span>"
		"<span class=\"hide\">, met</span></td></tr>\n"
		"<tr><th scope=\"row\">Ada</th>"
		"<td class=\"tone3\"><span aria-hidden=\"true\">●</span>"
		"<span class=\"hide\">met</span></td>"
		"<td class=\"c\"></td></tr>\n"
		"</tbody>\n</table>\n</div>\n"
		"<p class=\"legend\"><span><span class=\"tone1\" "
		"aria-hidden=\"true\">○</span> two or more below</span>\n"
		"<span><span class=\"tone3\" aria-hidden=\"true\">●</span> "
		"met</span>\n</p>\n");
}

/* --- sparks ---------------------------------------------------------------- */

static void build_sparks(struct page *p)
{
	static const int64_t values[] = {1, 1, 4, 8};
	struct block *sparks = page_add(p, &p->root, BLOCK_SPARKS), *spark;

	spark = page_spark(p, sparks);
	prose_data(p->arena, &spark->title, MARK_PLAIN, STR("a|b"));
	prose_add(p->arena, &spark->aside, MARK_PLAIN, "1 → 8");
	for (int32_t i = 0; i < 4; i++)
		spark_point(p, spark, 10 * i, values[i]);
	spark = page_spark(p, sparks);
	prose_data(p->arena, &spark->title, MARK_PLAIN, STR("once"));
	prose_add(p->arena, &spark->aside, MARK_PLAIN, "5");
	spark_point(p, spark, 3, 5);
}

static void sparks_on_a_terminal(void **state)
{
	(void)state;
	check_term(build_sparks, &(struct report_style){.width = 40},
		   "a|b   ▁▁▄█  1 → 8\n"
		   "once  ▄     5\n");
	check_term(build_sparks, &(struct report_style){.width = 40, .ascii = true},
		   "a|b   __-#  1 -> 8\n"
		   "once  -     5\n");
	check_markdown(build_sparks, "| | | |\n| --- | --- | --- |\n"
				     "| a\\|b | ▁▁▄█ | 1 → 8 |\n"
				     "| once | ▄ | 5 |\n");
}

static void sparks_in_html(void **state)
{
	(void)state;
	check_html(build_sparks,
		"<table class=\"bars sparks\">\n<tbody>\n"
		"<tr><th scope=\"row\">a|b</th><td><svg class=\"spark\" "
		"viewBox=\"0 0 1000 100\" preserveAspectRatio=\"none\" "
		"aria-hidden=\"true\"><polyline points=\"12,88 337,88 662,55 "
		"988,12\"/><path class=\"end\" d=\"M988 12h0\"/></svg></td>"
		"<td>1 → 8</td></tr>\n"
		"<tr><th scope=\"row\">once</th><td><svg class=\"spark\" "
		"viewBox=\"0 0 1000 100\" preserveAspectRatio=\"none\" "
		"aria-hidden=\"true\"><polyline points=\"500,50\"/>"
		"<path class=\"end\" d=\"M500 50h0\"/></svg></td>"
		"<td>5</td></tr>\n</tbody>\n</table>\n");
}

/* Of many points each sign shows the last of its share. */
static void a_long_spark_keeps_its_end(void **state)
{
	struct arena a = {0};
	struct buf b = {0};
	struct page *p = page_new(&a);
	struct block *spark = page_spark(p, &p->root);

	(void)state;
	for (int32_t i = 0; i < 100; i++)
		spark_point(p, spark, i, i < 99 ? 0 : 7);
	spark_line(spark->spark, 4, true, &b);
	assert_int_equal(b.len, 4);
	assert_memory_equal(b.ptr, "___#", 4);
	buf_release(&b);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_heat_map_has_signs),
		cmocka_unit_test(a_heat_map_in_html),
		cmocka_unit_test(sparks_on_a_terminal),
		cmocka_unit_test(sparks_in_html),
		cmocka_unit_test(a_long_spark_keeps_its_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
