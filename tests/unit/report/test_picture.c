#include "report/svg.h"

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

/* Each part stands in the document once or more, and nothing of ours let data
 * become markup. */
static void check_parts(builder *build, const char *const *parts)
{
	struct arena a = {0};
	struct buf b = {0};
	struct page *p = page_new(&a);

	build(p);
	page_html(p, &b);
	buf_char(&b, '\0');
	for (; *parts; parts++)
		if (!strstr(b.ptr, *parts))
			fail_msg("not there: %s", *parts);
	assert_null(strstr(b.ptr, "<b>"));
	assert_null(strchr(b.ptr, 0x1b));
	buf_release(&b);
	arena_release(&a);
}

/* --- heat ---------------------------------------------------------------- */

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

/* --- sparks -------------------------------------------------------------- */

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

/* --- radar --------------------------------------------------------------- */

static void a_sine_is_one(void **state)
{
	(void)state;
	assert_int_equal(svg_sin(0), 0);
	assert_int_equal(svg_sin(30000), SVG_ONE / 2);
	assert_int_equal(svg_sin(90000), SVG_ONE);
	assert_int_equal(svg_sin(180000), 0);
	assert_int_equal(svg_sin(270000), -SVG_ONE);
	assert_int_equal(svg_sin(-30000), -SVG_ONE / 2);
	assert_int_equal(svg_sin(45500), 7132);
	for (int64_t angle = 0; angle < SVG_TURN; angle += 250) {
		int64_t s = svg_sin(angle), c = svg_sin(angle + SVG_TURN / 4);

		assert_in_range(s * s + c * c, 99960000, 100040000);
		assert_int_equal(s, -svg_sin(-angle));
		assert_int_equal(s, svg_sin(SVG_TURN / 2 - angle));
	}
}

static void build_radar(struct page *p)
{
	static const char *const names[] = {"North", "East", "South"};
	struct block *b = page_radar(p, &p->root, "Where");
	struct radar_axis *axis;

	prose_data(p->arena, &b->body, MARK_PLAIN, HOSTILE);
	prose_add(p->arena, radar_series(b), MARK_PLAIN, "have");
	prose_data(p->arena, radar_series(b), MARK_PLAIN, HOSTILE);
	for (int i = 0; i < 3; i++) {
		axis = radar_axis(p, b);
		prose_add(p->arena, &axis->name, MARK_PLAIN, "%s", names[i]);
		axis->shares[0] = 500;
		axis->shares[1] = 1000;
	}
	axis = radar_axis(p, b);
	prose_data(p->arena, &axis->name, MARK_PLAIN, HOSTILE);
	radar_finish(p, b, "way");
}

static void a_radar_in_words(void **state)
{
	(void)state;
	check_term(build_radar, &(struct report_style){.width = 60},
		   "Where\n"
		   "<b>x</b>\"|\\x1b[31m\n"
		   "way                 have  <b>x</b>\"|\\x1b[31m\n"
		   "──────────────────  ────  ──────────────────\n"
		   "North               50 %               100 %\n"
		   "East                50 %               100 %\n"
		   "South               50 %               100 %\n"
		   "<b>x</b>\"|\\x1b[31m   0 %                 0 %\n");
}

/* Axes up, right, down and left of the middle, half of 105 pixels long. */
static void a_radar_in_html(void **state)
{
	static const char *const parts[] = {
		"<strong id=\"p1\">Where</strong>",
		"<svg class=\"radar\" role=\"img\" aria-labelledby=\"p1\" "
		"width=\"447\" height=\"294\" viewBox=\"0 0 447 294\">\n",
		"<path class=\"rim\" d=\"M223.5,42 328.5,147 223.5,252 "
		"118.5,147Z\"/>\n",
		"<path class=\"line s0\" d=\"M223.5,94.5 276,147 223.5,199.5 "
		"223.5,147Z\"/>\n",
		"<path class=\"line s1\" d=\"M223.5,42 328.5,147 223.5,252 "
		"223.5,147Z\"/>\n",
		"<text class=\"name mid\" x=\"223.5\" y=\"25.2\">North</text>",
		"<text class=\"name\" x=\"340.5\" y=\"150.5\">East</text>",
		/* of two lines, and above its base line */
		"<text class=\"name to\" x=\"106.5\" y=\"143\">"
		"&lt;b&gt;x&lt;/b&gt;",
		" &lt;b&gt;x&lt;/b&gt;&quot;|\\x1b[31m</span>\n",
		"<td class=\"r\">50\u00a0%</td>", NULL};

	(void)state;
	check_parts(build_radar, parts);
}

static void build_few(struct page *p)
{
	struct block *b = page_radar(p, &p->root, "Two");

	prose_add(p->arena, radar_series(b), MARK_PLAIN, "have");
	for (int i = 0; i < 2; i++)
		prose_add(p->arena, &radar_axis(p, b)->name, MARK_PLAIN,
			  "axis %d", i);
	b->beside = true;
	radar_finish(p, b, "way");
}

/* Two axes are no area, and what is beside the text is not told twice. */
static void a_radar_of_two_axes(void **state)
{
	(void)state;
	check_term(build_few, &(struct report_style){.width = 60}, "");
	check_markdown(build_few, "");
	check_html(build_few,
		"<figure>\n<figcaption><strong id=\"p1\">Two</strong>"
		"</figcaption>\n<div class=\"sides\">\n"
		"<div class=\"scroll\" role=\"group\" tabindex=\"0\" "
		"aria-labelledby=\"p1\">\n<table>\n"
		"<thead>\n<tr><th scope=\"col\">way</th>"
		"<th scope=\"col\" class=\"r\">have</th></tr>\n</thead>\n"
		"<tbody>\n"
		"<tr><th scope=\"row\">axis 0</th>"
		"<td class=\"r\">0\u00a0%</td></tr>\n"
		"<tr><th scope=\"row\">axis 1</th>"
		"<td class=\"r\">0\u00a0%</td></tr>\n"
		"</tbody>\n</table>\n</div>\n</div>\n</figure>\n");
}

/* --- timeline ------------------------------------------------------------ */

static void build_timeline(struct page *p)
{
	struct block *b = page_timeline(p, &p->root, "When");
	struct timeline_row *row = timeline_row(p, b);

	prose_data(p->arena, &row->name, MARK_PLAIN, HOSTILE);
	prose_add(p->arena, &row->when, MARK_PLAIN, "weeks 0–10");
	row->end = 10000;
	row = timeline_row(p, b);
	prose_add(p->arena, &row->name, MARK_PLAIN, "later");
	row->start = 10000;
	row->end = 19500;
	row = timeline_row(p, b);
	prose_add(p->arena, &row->name, MARK_PLAIN, "Staff");
	row->milestone = true;
	row->start = row->end = 20000;
}

static void a_timeline_on_a_terminal(void **state)
{
	(void)state;
	check_term(build_timeline, &(struct report_style){.width = 60},
		   "When\n"
		   "<b>x</b>\"|\\x1b[31m  ██████████████                weeks 0–10\n"
		   "later                             █████████████\n"
		   "Staff                                          ◆\n");
	check_term(build_timeline,
		   &(struct report_style){.width = 30, .ascii = true},
		   "When\n"
		   "<b>x</b>\"|\\x1b[  weeks 0-10\n"
		   "31m\n"
		   "later\n"
		   "Staff\n");
	check_markdown(build_timeline,
		       "**When**\n\n"
		       "- \\<b\\>x\\</b\\>\"\\|\\\\x1b\\[31m: weeks 0–10\n"
		       "- later\n"
		       "- Staff\n");
}

/* Twenty weeks and a bit are the whole width; `next` begins with the thirteenth. */
static void a_timeline_in_html(void **state)
{
	static const char *const parts[] = {
		"<svg class=\"timeline\" role=\"img\" aria-labelledby=\"p1\" "
		"width=\"100%\" height=\"156\">\n",
		"<text class=\"tick\" x=\"0.00%\" y=\"148\">week 0</text>",
		"<text class=\"tick in\" x=\"39.21%\" y=\"148\">week 8</text>",
		"<text class=\"horizon\" x=\"0.00%\" y=\"16\">now</text>",
		"<line class=\"rim\" x1=\"63.72%\" x2=\"63.72%\" y1=\"6\" "
		"y2=\"132\"/>",
		"<text class=\"name\" x=\"0\" y=\"38\">&lt;b&gt;x&lt;/b&gt;"
		"&quot;|\\x1b[31m</text>",
		"<text class=\"tick to\" x=\"100%\" y=\"38\">weeks 0–10</text>",
		"<rect class=\"bar h0\" rx=\"2\" x=\"49.01%\" y=\"80\" "
		"width=\"46.56%\" height=\"9\"/>",
		"<text class=\"name strong\" x=\"0\" y=\"110\">Staff</text>",
		"<svg class=\"goal\" x=\"98.03%\" y=\"120.5\"><path ", NULL};

	(void)state;
	check_parts(build_timeline, parts);
}

static uint32_t count(const char *text, const char *part)
{
	uint32_t n = 0;

	while ((text = strstr(text, part))) {
		n++;
		text += strlen(part);
	}
	return n;
}

/* A drawing is never cut by the edge of a sheet: it has few rows. */
static void a_long_timeline_has_parts(void **state)
{
	struct arena a = {0};
	struct buf b = {0};
	struct page *p = page_new(&a);
	struct block *line = page_timeline(p, &p->root, "When");

	(void)state;
	line->timeline->dated = true;
	line->timeline->start_day = 2932890;
	for (int i = 0; i < 41; i++)
		timeline_row(p, line)->end = 1000 * i;
	page_html(p, &b);
	buf_char(&b, '\0');
	assert_int_equal(count(b.ptr, "<svg class=\"timeline\""), 3);
	assert_int_equal(count(b.ptr, "<rect "), 41);
	/* beyond the year 9999 there are weeks alone */
	assert_int_equal(count(b.ptr, ">9999-12-25</text>"), 3);
	assert_int_equal(count(b.ptr, ">week 13</text>"), 3);
	buf_release(&b);
	arena_release(&a);
}

/* --- map ----------------------------------------------------------------- */

static void add_role(struct page *p, struct role_map *map, struct str title,
		     uint32_t track, int64_t rank)
{
	struct map_role *role = vec_add(p->arena, &map->roles);

	prose_data(p->arena, &role->title, MARK_PLAIN, title);
	role->track = track;
	role->rank = rank;
}

static void add_move(struct page *p, struct role_map *map, uint32_t from,
		     uint32_t to, enum map_move_kind kind)
{
	*vec_add(p->arena, &map->moves) = (struct map_move){from, to, kind};
}

/* Two levels, a third beside the second; a move to it from the first. */
static void build_map(struct page *p)
{
	struct block *b = page_map(p, &p->root, "Roles");
	struct role_map *map = b->map;
	struct map_route *route;

	prose_data(p->arena, vec_add(p->arena, &map->tracks), MARK_PLAIN,
		   STR("技術者"));
	prose_data(p->arena, vec_add(p->arena, &map->tracks), MARK_PLAIN,
		   HOSTILE);
	add_role(p, map, STR("Junior"), 0, 1);
	add_role(p, map, STR("A title of more than one line"), 0, 4);
	add_role(p, map, HOSTILE, 1, 4);
	prose_add(p->arena, &map->roles.at[0].remark, MARK_PLAIN,
		  "you are here");
	map->roles.at[0].marked = true;
	add_move(p, map, 0, 1, MAP_NEXT);
	add_move(p, map, 1, 2, MAP_LATERAL);
	add_move(p, map, 0, 2, MAP_MOVE);
	route = vec_add(p->arena, &map->routes);
	prose_add(p->arena, &route->name, MARK_PLAIN, "the way");
	*vec_add(p->arena, &route->stops) = 0;
	*vec_add(p->arena, &route->stops) = 1;
	map_finish(p, b);
}

static void a_map_in_words(void **state)
{
	(void)state;
	check_markdown(build_map,
		       "**Roles**\n\n"
		       "| track | roles |\n| --- | --- |\n"
		       "| 技術者 | Junior (you are here) → A title of more "
		       "than one line |\n"
		       "| \\<b\\>x\\</b\\>\"\\|\\\\x1b\\[31m | "
		       "\\<b\\>x\\</b\\>\"\\|\\\\x1b\\[31m |\n");
}

/* Straight up, level, and round a corner into the side of a box. */
static void a_map_in_html(void **state)
{
	static const char *const parts[] = {
		"<svg class=\"map\" role=\"img\" aria-labelledby=\"p1\" "
		"width=\"370\" height=\"160\" viewBox=\"0 0 370 160\">\n"
		"<text class=\"small\" x=\"0\" y=\"130\">1</text>\n"
		"<text class=\"small\" x=\"0\" y=\"57\">4</text>\n",
		"<path class=\"way\" d=\"M109 113L109 83\"/>\n"
		"<path class=\"way lateral\" d=\"M178 61.5L214 61.5\"/>\n"
		"<path class=\"way move\" d=\"M178 127.3L184 127.3Q190 127.3 "
		"190 120.3L190 75.6Q190 68.6 197 68.6L214 68.6\"/>\n"
		"<path class=\"tip move\" d=\"M214 68.6L208 64.6L208 72.6Z\"/>\n"
		"<path class=\"route s1\" d=\"M109 113L109 83\"/>\n"
		"<path class=\"tip route s1\" d=\"M109 83L113 89L105 89Z\"/>\n"
		"<rect class=\"box marked\" rx=\"5\" x=\"40\" y=\"113\" "
		"width=\"138\" height=\"43\"/>\n"
		"<text class=\"name strong\" x=\"48\" y=\"130\">Junior</text>\n"
		"<text class=\"small strong\" x=\"48\" y=\"145\">"
		"you are here</text>\n",
		"y=\"57\">A title of more</text>",
		"y=\"72\">than one line</text>",
		"<text class=\"name\" x=\"222\" y=\"57\">&lt;b&gt;x&lt;/b&gt;"
		"&quot;|\\x1b[31m</text>", NULL};

	(void)state;
	check_parts(build_map, parts);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_heat_map_has_signs),
		cmocka_unit_test(a_heat_map_in_html),
		cmocka_unit_test(sparks_on_a_terminal),
		cmocka_unit_test(sparks_in_html),
		cmocka_unit_test(a_long_spark_keeps_its_end),
		cmocka_unit_test(a_sine_is_one),
		cmocka_unit_test(a_radar_in_words),
		cmocka_unit_test(a_radar_in_html),
		cmocka_unit_test(a_radar_of_two_axes),
		cmocka_unit_test(a_timeline_on_a_terminal),
		cmocka_unit_test(a_timeline_in_html),
		cmocka_unit_test(a_long_timeline_has_parts),
		cmocka_unit_test(a_map_in_words),
		cmocka_unit_test(a_map_in_html),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
