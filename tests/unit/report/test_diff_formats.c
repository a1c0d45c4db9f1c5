#include "report/diff.h"

#include "unit/report/editions.h"

#include <stdlib.h>

static bool says(const char *text, const char *what)
{
	return strstr(text, what) != NULL;
}

static uint32_t count(const char *text, const char *what)
{
	uint32_t n = 0;

	for (; (text = strstr(text, what)); text++)
		n++;
	return n;
}

static void a_line(void **state)
{
	struct editions e;

	(void)state;
	editions_open(&e, editions_old, editions_new);
	assert_string_equal(editions_summary(&e),
			"/w/new.yaml: 4 breaking, 1 review, 1 easing, 3 "
			"info; harder for 2 roles; easier for 3 roles\n");
	editions_close(&e);
}

static void a_document(void **state)
{
	const char *json;
	struct editions e;

	(void)state;
	editions_open(&e, editions_old, editions_new);
	json = editions_json(&e);
	assert_ptr_equal(json, strstr(json,
		"{\n"
		"  \"format_version\": \"1.0\",\n"
		"  \"kind\": \"diff\",\n"
		"  \"ladders\": [\n"
		"    {\n"
		"      \"status\": \"compared\",\n"
		"      \"old\": {\"file\": \"/w/old.yaml\", \"id\": "
		"\"acme\", \"version\": \"1\"},\n"
		"      \"new\": {\"file\": \"/w/new.yaml\", \"id\": "
		"\"acme\", \"version\": \"2\"},\n"
		"      \"breaking\": 4,\n"
		"      \"review\": 1,\n"
		"      \"easing\": 1,\n"
		"      \"info\": 3,\n"
		"      \"added\": [\"ic/four\"],\n"
		"      \"gone\": [],\n"
		"      \"harder\": [\"ic/two\", \"ic/three\"],\n"
		"      \"to_review\": [\"em/lead\"],\n"
		"      \"easier\": [\"ic/one\", \"ic/two\", \"ic/three\"],\n"
		"      \"hidden\": 0,\n"
		"      \"dressed\": 0\n"
		"    }\n"
		"  ],\n"));
	assert_true(says(json,
		"    {\n"
		"      \"code\": \"D403\",\n"
		"      \"name\": \"requirement-raised\",\n"
		"      \"class\": \"breaking\",\n"
		"      \"ladder\": \"acme\",\n"
		"      \"path\": \"tracks.ic.levels.two.requires.mentoring\",\n"
		"      \"role\": \"ic/two\",\n"
		"      \"track\": \"ic\",\n"
		"      \"competency\": \"mentoring\",\n"
		"      \"stage\": 2,\n"
		"      \"old\": \"mentoring@1\",\n"
		"      \"new\": \"mentoring@2\",\n"
		"      \"message\": \"Senior: Mentoring: raised from 1 "
		"(Supports) to 2 (Coaches)\",\n"
		"      \"old_location\": {\"file\": \"/w/old.yaml\", "
		"\"line\": 31, \"column\": 56},\n"
		"      \"new_location\": {\"file\": \"/w/new.yaml\", "
		"\"line\": 27, \"column\": 56},\n"
		"      \"effect\": {\"incumbent\": \"harder\", "
		"\"candidate\": \"harder\", \"files\": \"none\"},\n"
		"      \"reaches\": [\"ic/two\", \"ic/three\"],\n"
		"      \"fingerprint\": \"2ae1df9338213808\"\n"));
	assert_true(says(json,
		"  \"renames\": [],\n"
		"  \"summary\": {\"breaking\": 4, \"review\": 1, \"easing\": "
		"1, \"info\": 3}\n"
		"}\n"));
	editions_close(&e);
}

/* --- workflow commands --------------------------------------------------- */

static void remarks_beside_lines(void **state)
{
	struct editions e;

	(void)state;
	editions_open(&e, editions_old, editions_new);
	assert_string_equal(editions_github(&e),
		"::error file=/w/new.yaml,line=27,endLine=27,title=D403 "
		"requirement-raised (breaking)::Senior: Mentoring: raised "
		"from 1 (Supports) to 2 (Coaches)\n"
		"::error file=/w/new.yaml,line=31,endLine=31,title=D130 "
		"gate-added (breaking)::Staff: gate added: A talk\n"
		"::error file=/w/new.yaml,line=30,endLine=30,title=D434 "
		"goal-raised (breaking)::Staff: Points: raised from 1 to 1.5\n"
		"::error file=/w/new.yaml,title=D211 competency-removed "
		"(breaking)::On call: competency removed\n"
		"::warning file=/w/new.yaml,line=20,endLine=20,title=D303 "
		"behaviour-reworded (review)::Mentoring 2 (Coaches): "
		"behaviour reworded: Meets people once a [-month.-]{+week.+}\n"
		"::notice file=/w/new.yaml,line=26,endLine=26,title=D404 "
		"requirement-lowered (easing)::Engineer: Talking: lowered "
		"from 2 (Persuades) to 1 (Talks)\n"
		"::notice file=/w/new.yaml,line=4,endLine=4,title=D002 "
		"version-changed (info)::Acme: version 1 → 2\n"
		"::notice file=/w/new.yaml,line=32,endLine=32,title=D110 "
		"level-added (info)::Principal: level added\n"
		"::notice file=/w/new.yaml,line=18,endLine=18,title=D321 "
		"examples-changed (info)::Mentoring 1 (Supports): "
		"examples:%0A[-Helped one intern along.-]%0A{+Helped two "
		"interns along.+}%0A(1 unchanged)\n");
	editions_close(&e);
}

/* A ladder with `n` levels that each ask for the one competency. */
static const char *many_levels(struct arena *a, int n, int stage)
{
	struct str text = STR("format: ladder/1\nid: m\nname: M\n"
			      "cumulative: false\n"
			      "competencies:\n"
			      "  c: {name: C, layer: technical, stages: "
			      "[{behaviours: [x]}, {behaviours: [y]}]}\n"
			      "tracks:\n"
			      "  t:\n"
			      "    levels:\n");

	for (int i = 0; i < n; i++)
		text = arena_printf(a, "%.*s      - {id: l%d, title: %c, "
				       "requires: {c: %d}}\n",
				    STR_ARG(text), i, stage == 1 ? 'A' : 'B',
				    stage);
	return text.ptr;
}

/* GitHub shows ten of each level and drops the others without a word. */
static void more_than_are_shown_are_counted(void **state)
{
	struct arena a = {0};
	const char *text;
	struct editions e;

	(void)state;
	editions_open(&e, many_levels(&a, 15, 1), many_levels(&a, 15, 2));
	text = editions_github(&e);
	assert_int_equal(e.diff->changes.n, 30);
	assert_int_equal(count(text, "::error "), 10);
	assert_int_equal(count(text, "::notice "), 10);
	assert_true(says(text, "\n::notice title=ladder diff::and 11 more: "
			       "`ladder diff` shows them all\n"));
	editions_close(&e);
	arena_release(&a);
}

/* --- a test report ------------------------------------------------------- */

static void a_test_report(void **state)
{
	const char *xml;
	struct editions e;

	(void)state;
	editions_open(&e, editions_old, editions_new);
	xml = editions_junit(&e);
	assert_ptr_equal(xml, strstr(xml,
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		"<testsuites name=\"ladder diff\" tests=\"9\" failures=\"4\" "
		"errors=\"0\">\n"
		"  <testsuite name=\"/w/new.yaml\" tests=\"9\" "
		"failures=\"4\" errors=\"0\" skipped=\"1\">\n"
		"    <testcase classname=\"acme.info\" name=\"D002 version\">\n"
		"      <system-out>Acme: version 1 → 2\n"
		"/w/old.yaml:4 → /w/new.yaml:4</system-out>\n"
		"    </testcase>\n"));
	assert_true(says(xml,
		"    <testcase classname=\"acme.breaking\" name=\"D403 "
		"tracks.ic.levels.two.requires.mentoring\">\n"
		"      <failure type=\"requirement-raised\" "
		"message=\"Senior: Mentoring: raised from 1 (Supports) to 2 "
		"(Coaches)\">/w/old.yaml:31 → /w/new.yaml:27</failure>\n"
		"    </testcase>\n"));
	assert_true(says(xml,
		"    <testcase classname=\"acme.review\" name=\"D303 "
		"competencies.mentoring.stages.2.behaviours.1\">\n"
		"      <skipped message=\"Mentoring 2 (Coaches): behaviour "
		"reworded: Meets people once a "
		"[-month.-]{+week.+}\">/w/old.yaml:20 → "
		"/w/new.yaml:20</skipped>\n"
		"    </testcase>\n"));
	assert_int_equal(count(xml, "<testcase "), 9);
	assert_int_equal(count(xml, "<failure "), 4);
	assert_int_equal(count(xml, "<skipped "), 1);
	editions_close(&e);
}

/* --- a comment ----------------------------------------------------------- */

static void breaking_changes_are_not_folded(void **state)
{
	const char *text;
	struct editions e;

	(void)state;
	editions_open(&e, editions_old, editions_new);
	text = editions_markdown(&e, 60000);
	assert_ptr_equal(text, strstr(text,
		"## Acme: 4 breaking, 1 review, 1 easing, 3 info\n"
		"\n"
		"1 → 2 · /w/old.yaml → /w/new.yaml\n"
		"\n"
		"- **Harder**: Senior and Staff\n"));
	assert_true(strstr(text, "### Breaking") < strstr(text, "<details>"));
	assert_true(says(text,
		"<details><summary>1 easing: only asks less</summary>\n"
		"\n"
		"**Engineer** · role ic/one\n"
		"\n"
		"- **Talking**: lowered from 2 (Persuades) to 1 (Talks)\n"
		"\n"
		"  reaches Engineer, Senior and Staff · old.yaml:30 → "
		"new.yaml:26 · D404\n"
		"\n"
		"</details>\n"
		"\n"
		"<details><summary>3 info: asks nothing of anyone</summary>\n"
		"\n"
		"**Acme** · the ladder\n"
		"\n"
		"- version 1 → 2\n"
		"\n"
		"  old.yaml:4 → new.yaml:4 · D002\n"
		"\n"
		"**Levels added**\n"
		"\n"
		"- **Principal** · ic/four\n"
		"\n"
		"  new.yaml:32 · D110\n"
		"\n"
		"**Mentoring** · competency mentoring\n"
		"\n"
		"- **Stage 1 (Supports)**: examples: \\\n"
		"  <del>Helped one intern along.</del>\\\n"
		"  <strong>Helped two interns along.</strong>\\\n"
		"  (1 unchanged)\n"
		"\n"
		"  old.yaml:18 → new.yaml:18 · D321\n"
		"\n"
		"</details>\n"));
	editions_close(&e);
}

/* Every change is there or counted, whatever the limit. */
static void a_comment_keeps_its_limit(void **state)
{
	struct editions e;
	size_t whole;

	(void)state;
	editions_open(&e, editions_old, editions_new);
	whole = strlen(editions_markdown(&e, 60000));
	for (size_t limit = 0; limit <= whole + 200; limit++) {
		const char *text = editions_markdown(&e, limit);
		const char *more = strstr(text, " too long for a comment");
		unsigned left = 0;

		assert_in_range(strlen(text), 0, limit);
		assert_int_equal(count(text, "<details>"),
				 count(text, "</details>"));
		if (more) {
			while (more > text && more[-1] != '\n')
				more--;
			left = (unsigned)strtoul(more, NULL, 10);
		}
		if (limit > 160)
			assert_int_equal(count(text, " · D") + left, 9);
	}
	assert_false(says(editions_markdown(&e, whole + 160), "too long"));
	editions_close(&e);
}

static void parts_of_several_ladders_say_whose_they_are(void **state)
{
	struct diff_view view;
	const char *text;
	struct editions e;

	(void)state;
	editions_open(&e, editions_old, editions_new);
	view = e.views.at[0];
	view.new_name = STR("a&b.yaml");
	*vec_add(&e.world.arena, &e.views) = view;
	text = editions_markdown(&e, 60000);
	assert_int_equal(count(text, "\n### Breaking · /w/new.yaml\n"), 1);
	assert_int_equal(count(text, "\n### Breaking · a\\&b.yaml\n"), 1);
	assert_int_equal(count(text, "<details><summary>1 review: only a "
				     "person can tell · a&amp;b.yaml"
				     "</summary>\n"), 1);
	assert_int_equal(count(text, "<details>"), 6);
	editions_close(&e);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line),
		cmocka_unit_test(a_document),
		cmocka_unit_test(remarks_beside_lines),
		cmocka_unit_test(more_than_are_shown_are_counted),
		cmocka_unit_test(a_test_report),
		cmocka_unit_test(breaking_changes_are_not_folded),
		cmocka_unit_test(a_comment_keeps_its_limit),
		cmocka_unit_test(parts_of_several_ladders_say_whose_they_are),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
