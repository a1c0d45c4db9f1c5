/* Values: numbers, booleans, words, durations, dates (format.md 1, 3.6). */
#include "ladders.h"

#include "model/values.h"

#include <stdio.h>

#define LEVEL(keys)                                                      \
	HEAD ABC "tracks: {t: {levels: [{id: l, requires: {a: 1}, " keys \
		 "}]}}\n"

/* Findings about a key of a level, whose value stands at column 51 + the
 * length of the key. */
static void level_says(const char *key, const char *value, const char *code)
{
	struct arena a = {0};
	char expected[64] = "";
	struct str text = arena_printf(
		&a,
		HEAD ABC "tracks: {t: {levels: [{id: l, requires: {a: 1}, "
			 "%s: %s}]}}\n",
		key, value);

	if (code)
		snprintf(expected, sizeof expected, "l.yaml:8:%zu %s\n",
			 strlen(key) + 51, code);
	expect_ladder(text.ptr, expected);
	arena_release(&a);
}

static void test_figures(void **state)
{
	static const struct {
		const char *value, *code;
	} cases[] = {
		{"1", NULL},	     {"1000000", NULL},
		{"1000001", "L028"}, {"\"1\"", "L107"},
		{"'1'", "L107"},     {"!!str 1", NULL},
		{"01", "L107"},	     {"0x1F", "L107"},
		{"1_000", "L107"},   {"1:30", "L107"},
		{".nan", "L107"},    {"1.", "L107"},
		{"1e2", "L107"},     {"+1", "L107"},
		{"2.0", "L107"},     {"99999999999999999999", "L028"},
		{"-1", "L108"},	     {"[1]", "L104"},
		{"{a: 1}", "L104"},  {"one", "L107"},
		{"2.5", "L107"},     {"1.0001", "L107"},
	};

	(void)state;
	for (size_t i = 0; i < N_OF(cases); i++)
		if (strncmp(cases[i].value, "!!", 2) != 0)
			level_says("rank", cases[i].value, cases[i].code);
	expect_ladder(LEVEL("rank: !!str 1"), "l.yaml:8:61 L107\n");
	expect_ladder(LEVEL("rank: !!int 1"), "");
}

static void test_salaries_have_their_own_limit(void **state)
{
	(void)state;
	expect_ladder(LEVEL("salary: {max: 1000000000000}"), "");
	expect_ladder(LEVEL("salary: {max: 1000000000001}"),
		      "l.yaml:8:63 L028\n");
	expect_ladder(LEVEL("experience: {max: 1000000}"), "");
	expect_ladder(LEVEL("experience: {max: 1000000.001}"),
		      "l.yaml:8:67 L028\n");
}

static void test_limit_can_be_raised(void **state)
{
	struct world w;

	(void)state;
	world_init(&w);
	w.loader.limits.at[LIMIT_FIGURE] = 2000000;
	world_ladder(&w, LEVEL("rank: 1000001"));
	expect_findings(&w, "");
	world_release(&w);
}

static void test_booleans(void **state)
{
	static const char *const good[] = {"true",  "True",  "TRUE",
					   "false", "False", "FALSE"};
	static const char *const bad[] = {"yes",  "no",	      "on", "off",
					  "tRue", "\"true\"", "1",  "y"};

	(void)state;
	for (size_t i = 0; i < N_OF(good); i++)
		level_says("terminal", good[i], NULL);
	for (size_t i = 0; i < N_OF(bad); i++)
		level_says("terminal", bad[i], "L109");
	level_says("terminal", "[true]", "L104");
}

static void test_text(void **state)
{
	(void)state;
	level_says("title", "2026", NULL);
	level_says("title", "no", NULL);
	level_says("title", "0x1F", NULL);
	level_says("title", "true", NULL);
	level_says("title", "[x]", "L104");
	level_says("title", "{x: y}", "L104");
	level_says("titles", "x", "L104");
	level_says("gates", "{a: b}", "L104");
	level_says("optional", "[a]", "L104");
	level_says("attributes", "[a]", "L104");
}

static void test_words(void **state)
{
	struct world w;

	(void)state;
	expect_ladder(HEAD "lateral: same-rnk\n" ABC TRACK,
		      "l.yaml:4:10 L109\n");
	expect_ladder(HEAD ABC "tracks: {t: {kind: mgr, levels: [{id: l,"
			       " requires: {a: 1}}]}}\n",
		      "l.yaml:8:20 L109\n");
	world_init(&w);
	world_ladder(&w, HEAD "lateral: explict\n" ABC TRACK);
	assert_str(world_finding(&w, CODE_L109)->help,
		   "did you mean \"explicit\"?");
	world_release(&w);
}

static void test_threshold(void **state)
{
	(void)state;
	expect_ladder(HEAD "threshold: 0.001\n" ABC TRACK, "");
	expect_ladder(HEAD "threshold: 1\n" ABC TRACK, "");
	expect_ladder(HEAD "threshold: 0\n" ABC TRACK, "l.yaml:4:12 L108\n");
	expect_ladder(HEAD "threshold: 1.001\n" ABC TRACK,
		      "l.yaml:4:12 L108\n");
	expect_ladder(HEAD "threshold: 90%\n" ABC TRACK, "l.yaml:4:12 L107\n");
}

static void test_efforts(void **state)
{
	static const struct {
		const char *text;
		int64_t min, max; /* -1: refused */
	} cases[] = {
		{"8h", 32, 32},
		{"0h", 0, 0},
		{"0.25h", 1, 1},
		{"1.5h", 6, 6},
		{"1d", 32, 32},
		{"1w", 160, 160},
		{"0.5d", 16, 16},
		{"40h-80h", 160, 320},
		{"8h-8h", 32, 32},
		{"1d-1w", 32, 160},
		{"0.1d", -1, 0},
		{"0.3h", -1, 0},
		{"0.125h", -1, 0},
		{"40", -1, 0},
		{"h", -1, 0},
		{"", -1, 0},
		{"40-80h", -1, 0},
		{"40h-80", -1, 0},
		{"80h-40h", -1, 0},
		{"8h-", -1, 0},
		{"-8h", -1, 0},
		{"8h-16h-24h", -1, 0},
		{"8 h", -1, 0},
		{"8H", -1, 0},
		{"1mo", -1, 0},
		{"1y", -1, 0},
		{"08h", -1, 0},
		{".5h", -1, 0},
		{"8h 16h", -1, 0},
		{"8h - 16h", -1, 0},
		{"1000000h", 4000000, 4000000},
		{"1000001h", -1, 0},
		{"1.2345h", -1, 0},
	};

	(void)state;
	for (size_t i = 0; i < N_OF(cases); i++) {
		struct effort e = {.min = -1};
		const char *expected = effort_read(str_of(cases[i].text),
						   1000000, &e);

		if (!expected != (cases[i].min >= 0))
			fail_msg("%s: %s", cases[i].text, expected);
		assert_int_equal(e.min, cases[i].min);
		if (!expected)
			assert_int_equal(e.max, cases[i].max);
	}
}

static void test_times(void **state)
{
	static const struct {
		const char *text;
		int64_t days; /* thousandths; -1: refused */
	} cases[] = {
		{"1d", 1000},	  {"1w", 7000},
		{"1mo", 30000},	  {"1y", 365000},
		{"1.5mo", 45000}, {"0d", 0},
		{"0.001d", 1},	  {"1m", -1},
		{"1h", -1},	  {"1", -1},
		{"mo", -1},	  {"3mo-6mo", -1},
		{"-1d", -1},	  {"1 d", -1},
		{"1D", -1},	  {"1000000y", 365000000000},
		{"1000001d", -1},
	};

	(void)state;
	for (size_t i = 0; i < N_OF(cases); i++) {
		milliday days = -1;
		const char *expected = time_read(str_of(cases[i].text), 1000000,
						 &days);

		if (!expected != (cases[i].days >= 0) || days != cases[i].days)
			fail_msg("%s: %s", cases[i].text, expected);
	}
	level_says("min-time", "1m", "L110");
	level_says("min-time", "2000000d", "L028");
}

static void test_dates(void **state)
{
	(void)state;
	expect_ladder(HEAD "retired: {z: {since: 2026-02-30}}\n" ABC TRACK,
		      "l.yaml:4:22 L111\n");
	expect_ladder(HEAD "retired: {z: {since: 2026-02-28}}\n" ABC TRACK, "");
}

static void test_languages(void **state)
{
	static const char *const good[] = {"en",       "pt-BR", "zh-Hant-TW",
					   "ja",       "x-own", "de-1996",
					   "i-klingon"};
	static const char *const bad[] = {
		"english language", "e",	"12", "en_GB", "en-", "-en",
		"123-en",	    "abcdefghi"};
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < N_OF(good); i++)
		expect_ladder(arena_printf(&a, HEAD "language: %s\n" ABC TRACK,
					   good[i])
				      .ptr,
			      "");
	for (size_t i = 0; i < N_OF(bad); i++)
		expect_ladder(arena_printf(&a, HEAD "language: %s\n" ABC TRACK,
					   bad[i])
				      .ptr,
			      "l.yaml:4:11 L112\n");
	arena_release(&a);
}

static void test_formats(void **state)
{
	struct world w;
	struct loaded file;

	(void)state;
	world_init(&w);
	file = load_text(&w.loader, STR("x"), STR("format: ladder/2\n"));
	assert_int_equal(file.kind, FILE_OTHER);
	load_check_format(&w.loader, &file);
	expect_findings(&w, "x:1:9 L101\n");
	load_release(&file);
	file = load_text(&w.loader, STR("y"), STR("a: 1\n"));
	load_check_format(&w.loader, &file);
	expect_findings(&w, "y:1:1 L102\n");
	load_release(&file);
	file = load_text(&w.loader, STR("z"), STR("- a\n"));
	assert_null(load_ladder(&w.loader, &file));
	expect_findings(&w, "z:1:1 L104\n");
	load_release(&file);
	world_release(&w);
}

/* One mistake, one finding: what depends on it says nothing. */
static void test_one_mistake(void **state)
{
	(void)state;
	expect_ladder(HEAD "competencies: ]\n" TRACK, "l.yaml:4:15 L010\n");
	expect_ladder(HEAD ABC "tracks: [x\n", "l.yaml:8:9 L010\n");
	expect_ladder(HEAD "competncies:\n"
			   "  a: {name: A, layer: technical,"
			   " stages: [{id: x}, {id: y}]}\n"
			   "  b: {name: B, layer: technical,"
			   " stages: [{id: x}]}\n" TRACK,
		      "l.yaml:4:1 L103\n");
	expect_ladder(HEAD "competencies: x\n" TRACK, "l.yaml:4:15 L104\n");
	expect_ladder(HEAD "competencies:\n  a: {name: A, layer: technical,"
			   " stages: x}\n"
			   "  b: {name: B, layer: technical,"
			   " stages: [{id: x}]}\n" TRACK,
		      "l.yaml:5:42 L104\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_figures),
		cmocka_unit_test(test_salaries_have_their_own_limit),
		cmocka_unit_test(test_limit_can_be_raised),
		cmocka_unit_test(test_booleans),
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_threshold),
		cmocka_unit_test(test_efforts),
		cmocka_unit_test(test_times),
		cmocka_unit_test(test_dates),
		cmocka_unit_test(test_languages),
		cmocka_unit_test(test_formats),
		cmocka_unit_test(test_one_mistake),
	};

	return cmocka_run_group_tests_name("model/read", tests, NULL, NULL);
}
