#include "report/diff.h"

#include "text/width.h"
#include "unit/report/editions.h"

static bool says(const char *text, const char *what)
{
	return strstr(text, what) != NULL;
}

static void the_verdict_comes_first(void **state)
{
	struct editions e;

	(void)state;
	editions_open(&e, editions_old, editions_new);
	assert_string_equal(editions_text(&e, 62),
		"Acme: 4 breaking, 1 review, 1 easing, 3 info\n"
		"1 → 2 · /w/old.yaml → /w/new.yaml\n"
		"\n"
		"Harder     Senior and Staff\n"
		"To judge   Lead\n"
		"Easier     Engineer, Senior and Staff\n"
		"New        Principal\n"
		"Files      1 change removes names that files may use; "
		"ladder\n"
		"           migrate carries assessments over\n"
		"\n"
		"Breaking                 harder for someone, or a name is "
		"gone\n"
		"  Senior · role ic/two\n"
		"    • Mentoring: raised from 1 (Supports) to 2 (Coaches)\n"
		"      reaches Senior and Staff · old.yaml:31 → new.yaml:27 ·\n"
		"      D403\n"
		"  Staff · role ic/three\n"
		"    • gate added: A talk\n"
		"      for those who aim at it · new.yaml:31 · D130\n"
		"    • Points: raised from 1 to 1.5\n"
		"      old.yaml:35 → new.yaml:30 · D434\n"
		"  Competencies removed\n"
		"    • On call · oncall\n"
		"      reaches Staff · old.yaml:21 · D211\n"
		"\n"
		"Review                                  only a person can "
		"tell\n"
		"  Mentoring · competency mentoring\n"
		"    • Stage 2 (Coaches): behaviour reworded: Meets people "
		"once\n"
		"      a [-month.-]{+week.+}\n"
		"      reaches Senior, Staff, Principal and Lead · "
		"old.yaml:20\n"
		"      → new.yaml:20 · D303\n"
		"\n"
		"Easing                                          only asks "
		"less\n"
		"  Engineer · role ic/one\n"
		"    • Talking: lowered from 2 (Persuades) to 1 (Talks)\n"
		"      reaches Engineer, Senior and Staff · old.yaml:30 →\n"
		"      new.yaml:26 · D404\n"
		"\n"
		"Info                                    asks nothing of "
		"anyone\n"
		"  Acme · the ladder\n"
		"    • version 1 → 2\n"
		"      old.yaml:4 → new.yaml:4 · D002\n"
		"  Levels added\n"
		"    • Principal · ic/four\n"
		"      new.yaml:32 · D110\n"
		"  Mentoring · competency mentoring\n"
		"    • Stage 1 (Supports): examples:\n"
		"      [-Helped one intern along.-]\n"
		"      {+Helped two interns along.+}\n"
		"      (1 unchanged)\n"
		"      old.yaml:18 → new.yaml:18 · D321\n");
	editions_close(&e);
}

static void nothing_changed_says_nothing(void **state)
{
	struct editions e;

	(void)state;
	editions_open(&e, editions_old, editions_old);
	assert_string_equal(editions_text(&e, 80), "");
	assert_string_equal(editions_markdown(&e, 60000), "");
	assert_string_equal(editions_summary(&e), "");
	assert_string_equal(editions_github(&e), "");
	assert_true(says(editions_html(&e),
			 "<main>\n<p>Nothing to show.</p>\n</main>"));
	assert_true(says(editions_json(&e), "\"changes\": [],"));
	assert_true(says(editions_junit(&e),
			 " tests=\"0\" failures=\"0\" errors=\"0\">\n"
			 "</testsuites>\n"));
	editions_close(&e);
}

static void what_is_hidden_is_counted_only(void **state)
{
	const char *text;
	struct editions e;

	(void)state;
	editions_open(&e, editions_old, editions_new);
	editions_hide(&e, CHANGE_D403);
	text = editions_text(&e, 80);
	assert_true(says(text, "Acme: 3 breaking, 1 review"));
	assert_true(says(text, "Harder     Staff\n"));
	assert_false(says(text, "D403"));
	assert_true(says(text, "1 accepted or ignored change is not shown\n"));
	assert_false(says(editions_json(&e), "D403"));
	assert_false(says(editions_github(&e), "D403"));
	assert_false(says(editions_junit(&e), "D403"));
	editions_close(&e);
}

static void all_hidden_says_nothing(void **state)
{
	struct editions e;

	(void)state;
	editions_open(&e, editions_old, editions_new);
	for (int code = 0; code < N_CHANGES; code++)
		editions_hide(&e, (enum change_code)code);
	assert_string_equal(editions_text(&e, 80), "");
	assert_string_equal(editions_summary(&e), "");
	editions_close(&e);
}

/* --- small ladders ------------------------------------------------------- */

#define HEAD(tail) "format: ladder/1\nid: l\nname: L\n" tail

#define SKILL \
	"competencies: {c: {name: C, layer: technical, stages: [{behaviours: [x]}]}}\n"

static void no_bar_rose(void **state)
{
	struct editions e;

	(void)state;
	editions_open(&e,
		      HEAD(SKILL "tracks: {t: {levels: [{id: a, title: A}]}}\n"),
		      HEAD(SKILL "tracks: {t: {levels: [{id: a, title: B}]}}\n"));
	assert_string_equal(editions_text(&e, 62),
		"L: 1 info\n"
		"/w/old.yaml → /w/new.yaml\n"
		"\n"
		"Harder     no role\n"
		"\n"
		"Info                                    asks nothing of anyone\n"
		"  B · role t/a\n"
		"    • title [-A-]{+B+}\n"
		"      old.yaml:5 → new.yaml:5 · D116\n");
	editions_close(&e);
}

/* What only looks different is counted, or shown, never both. */
static void dressing_is_counted_or_shown(void **state)
{
	static const struct diff_options all = {.dressing = true};
	static const char left_out[] = "1 text differs only in white space";
	const char *text;
	struct editions e;

	(void)state;
	editions_open(&e,
		      HEAD(SKILL "tracks: {t: {levels: [{id: a, title: A, "
				 "gates: [A talk]}]}}\n"),
		      HEAD(SKILL "tracks: {t: {levels: [{id: a, title: B, "
				 "gates: [A *talk*]}]}}\n"));
	assert_true(says(editions_text(&e, 80), left_out));
	e.diff = diff_ladders(e.diff->old, e.diff->new, &all, &e.world.arena);
	e.views.at[0].diff = e.diff;
	text = editions_text(&e, 80);
	assert_true(says(text, "written differently: A talk\n"));
	assert_false(says(text, left_out));
	editions_close(&e);
}

static const char called_oncall[] = HEAD(
	"competencies:\n"
	"  oncall:\n"
	"    name: Answering calls\n"
	"    layer: execution\n"
	"    stages: [{behaviours: [Answers at night., Writes it down.]}]\n"
	"tracks: {t: {levels: [{id: a, requires: {oncall: 1}}]}}\n");

static const char called_duty[] = HEAD(
	"competencies:\n"
	"  duty:\n"
	"    name: Answering calls\n"
	"    layer: execution\n"
	"    stages: [{behaviours: [Answers at night., Writes it down.]}]\n"
	"tracks: {t: {levels: [{id: a, requires: {duty: 1}}]}}\n");

static void a_likely_rename_says_what_to_write(void **state)
{
	const char *text;
	struct editions e;

	(void)state;
	editions_open(&e, called_oncall, called_duty);
	text = editions_text(&e, 100);
	assert_true(says(text, "Files      1 change removes names that files "
			       "may use; 1 may be renamed, see below\n"));
	text = editions_text(&e, 80);
	assert_true(says(text,
		"Renamed?                             counted as removed "
		"and added until declared\n"
		"  • Answering calls: oncall looks like duty, 100 % alike; if "
		"it is the same,\n"
		"    declare it with renamed-from: [oncall] at new.yaml:5\n"));
	assert_true(says(editions_json(&e),
		"\"renames\": [\n"
		"    {\n"
		"      \"kind\": \"competency\",\n"
		"      \"ladder\": \"l\",\n"
		"      \"old\": \"oncall\",\n"
		"      \"new\": \"duty\",\n"
		"      \"likeness\": 100,\n"
		"      \"old_location\": {\"file\": \"/w/old.yaml\", "
		"\"line\": 5, \"column\": 3},\n"
		"      \"new_location\": {\"file\": \"/w/new.yaml\", "
		"\"line\": 5, \"column\": 3}\n"
		"    }\n"
		"  ],\n"));
	editions_close(&e);
}

static void what_is_inside_stands_below(void **state)
{
	struct editions e;
	const char *json;

	(void)state;
	editions_open(&e, HEAD(SKILL "tracks: {t: {levels: [{id: b}]}}\n"),
		      HEAD(SKILL "tracks: {t: {levels: [{id: a}, {id: b}]}}\n"));
	assert_true(says(editions_text(&e, 80),
			 "  Levels added\n"
			 "    • a · t/a\n"
			 "      new.yaml:5 · D110\n"
			 "      • b: rank 1 → 2\n"
			 "        old.yaml:5 → new.yaml:5 · D115\n"));
	json = editions_json(&e);
	assert_true(says(json, e.diff->changes.at[0].fingerprint));
	assert_non_null(strstr(strstr(json, "\"inside\": "),
			       e.diff->changes.at[0].fingerprint));
	editions_close(&e);
}

/* --- several ladders ----------------------------------------------------- */

static void several_ladders_have_a_section_each(void **state)
{
	struct diff_view *more;
	const char *text;
	struct editions e;

	(void)state;
	editions_open(&e, editions_old, editions_new);
	more = vec_add(&e.world.arena, &e.views);
	*more = (struct diff_view){.new_name = STR("born.yaml")};
	more = vec_add(&e.world.arena, &e.views);
	*more = (struct diff_view){.old_name = STR("dead.yaml")};
	text = editions_text(&e, 80);
	assert_true(says(text, "3 ladders: 4 breaking, 1 review"));
	assert_true(says(text, "\nAcme: 4 breaking, 1 review"));
	assert_true(says(text, "\nborn.yaml: a new ladder\n"));
	assert_true(says(text, "\ndead.yaml: the ladder is gone\n"));
	text = editions_summary(&e);
	assert_true(says(text, "\nborn.yaml: a new ladder\n"
			       "dead.yaml: the ladder is gone\n"));
	text = editions_json(&e);
	assert_true(says(text, "{\"status\": \"added\", \"new\": "
			       "{\"file\": \"born.yaml\"}}"));
	assert_true(says(text, "{\"status\": \"removed\", \"old\": "
			       "{\"file\": \"dead.yaml\"}}"));
	text = editions_junit(&e);
	assert_true(says(text, "<testsuites name=\"ladder diff\" "
			       "tests=\"11\" failures=\"5\" "));
	editions_close(&e);
}

/* --- at any width -------------------------------------------------------- */

static void no_line_is_too_long(void **state)
{
	static const int widths[] = {40, 62, 80, 160};
	struct editions e;

	(void)state;
	editions_open(&e, editions_old, editions_new);
	for (size_t i = 0; i < N_OF(widths); i++) {
		struct str rest = str_of(editions_text(&e, widths[i]));

		while (rest.len) {
			size_t len = str_index(rest, '\n');

			assert_in_range(text_width(str_head(rest, len)), 0,
					widths[i]);
			rest = str_from(rest, len + 1);
		}
	}
	editions_close(&e);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_verdict_comes_first),
		cmocka_unit_test(nothing_changed_says_nothing),
		cmocka_unit_test(what_is_hidden_is_counted_only),
		cmocka_unit_test(all_hidden_says_nothing),
		cmocka_unit_test(no_bar_rose),
		cmocka_unit_test(dressing_is_counted_or_shown),
		cmocka_unit_test(a_likely_rename_says_what_to_write),
		cmocka_unit_test(what_is_inside_stands_below),
		cmocka_unit_test(several_ladders_have_a_section_each),
		cmocka_unit_test(no_line_is_too_long),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
