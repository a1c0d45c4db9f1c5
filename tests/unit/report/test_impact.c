#include "report/impact.h"

#include "report/format_json.h"
#include "support/test.h"

static const struct report_style screen = {.width = 72};

static const char *page_text(struct arena *a, const struct impact *i,
			     bool names)
{
	struct page *p = page_new(a);
	struct buf out = {0};
	const char *text;

	page_add_impact(p, &p->root, i, names);
	page_term(p, &screen, &out);
	text = arena_str(a, buf_str(&out)).ptr;
	buf_release(&out);
	return text;
}

static const char *json_line(struct arena *a, const struct impact *i,
			     bool names)
{
	struct cJSON *document = json_document("diff");
	struct buf out = {0};
	const char *text;

	json_add_impact(document, i, names);
	json_finish(document, JSON_LINE, &out);
	text = arena_str(a, buf_str(&out)).ptr;
	buf_release(&out);
	return text;
}

static void expect_page(const struct impact *i, bool names, const char *want)
{
	struct arena a = {0};

	assert_string_equal(page_text(&a, i, names), want);
	arena_release(&a);
}

static void expect_json(const struct impact *i, bool names, const char *want)
{
	static const char head[] =
		"{\"format_version\": \"1.0\", \"kind\": \"diff\", \"impact\": ";
	struct arena a = {0};
	const char *text = json_line(&a, i, names);

	assert_memory_equal(text, head, sizeof head - 1);
	assert_string_equal(text + sizeof head - 1, want);
	arena_release(&a);
}

/* Five are farther off, by 15 steps and 200 hours in all. */
static const struct impact many = {
	.n = 14,
	.touched = 6,
	.fall_below = 2,
	.farther = {5, 15, 200 * 8},
	.nearer = {1, -1, -8 * 8},
	.unmet = {6, 7},
	.met = {1, 3},
	.broken = 1,
	.timed = true,
};

static void the_verdict_comes_first(void **state)
{
	(void)state;
	expect_page(&many, false,
		    "People\n"
		    "  2 of 14 people fall below the role they hold; 5 are "
		    "farther from their\n"
		    "  target (on average 3 steps, about 40 h); 1 is nearer "
		    "to the target.\n"
		    "  • 7 requirements newly unmet, of 6 people\n"
		    "  • requirements newly met, of 1 person\n"
		    "  • 1 assessment names something that is gone: ladder "
		    "migrate carries it\n"
		    "    over\n");
}

static void sums_over_few_are_not_told(void **state)
{
	(void)state;
	expect_json(&many, false,
		    "{\"people\": 14, \"unread\": 0, \"withheld\": false, "
		    "\"touched\": 6, \"fall_below\": 2, \"rise\": 0, "
		    "\"displaced\": 0, \"stranded\": 0, \"opened\": 0, "
		    "\"farther\": {\"people\": 5, \"steps\": 15, \"hours\": 200}, "
		    "\"nearer\": {\"people\": 1}, "
		    "\"newly_met\": {\"people\": 1}, "
		    "\"newly_unmet\": {\"people\": 6, \"rules\": 7}, "
		    "\"broken\": 1}}\n");
	expect_json(&many, true,
		    "{\"people\": 14, \"unread\": 0, \"withheld\": false, "
		    "\"touched\": 6, \"fall_below\": 2, \"rise\": 0, "
		    "\"displaced\": 0, \"stranded\": 0, \"opened\": 0, "
		    "\"farther\": {\"people\": 5, \"steps\": 15, \"hours\": 200}, "
		    "\"nearer\": {\"people\": 1, \"steps\": -1, \"hours\": -8}, "
		    "\"newly_met\": {\"people\": 1, \"rules\": 3}, "
		    "\"newly_unmet\": {\"people\": 6, \"rules\": 7}, "
		    "\"broken\": 1, \"persons\": []}}\n");
}

static void of_two_people_nothing_is_told(void **state)
{
	struct impact two = many;

	(void)state;
	two.n = 2;
	two.unread = 1;
	expect_page(&two, false,
		    "People\n"
		    "  2 people: what it means for fewer than three is told with "
		    "--names\n"
		    "  only.\n"
		    "  1 file could not be used.\n");
	expect_json(&two, false,
		    "{\"people\": 2, \"unread\": 1, \"withheld\": true}}\n");
}

static void means_are_rounded(void **state)
{
	struct impact i = {.n = 3, .touched = 3, .timed = true};

	(void)state;
	i.farther = (struct trend){3, 4, 8 * 100};
	expect_page(&i, false,
		    "People\n"
		    "  None of 3 people falls below the role held; 3 are "
		    "farther from their\n"
		    "  target (on average 1.3 steps, about 33 h).\n");
	/* fewer steps, but more hours: only the hours are told */
	i.farther = (struct trend){3, -3, 8 * 7};
	expect_page(&i, false,
		    "People\n"
		    "  None of 3 people falls below the role held; 3 are "
		    "farther from their\n"
		    "  target (on average about 2.25 h).\n");
	i.timed = false;
	i.farther = (struct trend){3, 3, 0};
	expect_page(&i, false,
		    "People\n"
		    "  None of 3 people falls below the role held; 3 are "
		    "farther from their\n"
		    "  target (on average 1 step).\n");
}

static void nobody_was_found(void **state)
{
	static const struct impact nobody = {0};

	(void)state;
	expect_page(&nobody, false,
		    "People\n"
		    "  There is no assessment for this ladder.\n");
	assert_false(impact_is_withheld(&nobody, false));
}

static void everything_there_is_to_count(void **state)
{
	static const struct impact all = {
		.n = 9,
		.touched = 9,
		.fall_below = 1,
		.rise = 2,
		.displaced = 1,
		.stranded = 1,
		.opened = 2,
		.broken = 2,
		.unread = 2,
	};

	(void)state;
	expect_page(&all, false,
		    "People\n"
		    "  1 of 9 people falls below the role held.\n"
		    "  • 2 people meet the role they hold, and did not "
		    "before\n"
		    "  • 1 person holds a role that is gone\n"
		    "  • 1 person has no way to the target any more\n"
		    "  • 2 people have a way to their target that was closed "
		    "before\n"
		    "  • 2 assessments name something that is gone: ladder "
		    "migrate carries\n"
		    "    them over\n"
		    "  2 files could not be used.\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_verdict_comes_first),
		cmocka_unit_test(sums_over_few_are_not_told),
		cmocka_unit_test(of_two_people_nothing_is_told),
		cmocka_unit_test(means_are_rounded),
		cmocka_unit_test(nobody_was_found),
		cmocka_unit_test(everything_there_is_to_count),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
