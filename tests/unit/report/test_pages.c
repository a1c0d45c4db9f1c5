#include "report/pages.h"

#include "unit/report/desk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static const struct report_style screen = {.width = 62};

/* Three levels, no effort anywhere: what comes after the next role and the
 * first few steps is folded. */
static const char untimed_ladder[] =
	"format: ladder/1\n"
	"id: plain\n"
	"name: Plain\n"
	"competencies:\n"
	"  writing:\n"
	"    name: Writing\n"
	"    layer: leadership\n"
	"    stages:\n"
	"      - {name: Notes, behaviours: [Writes *short* notes.]}\n"
	"      - {name: Papers, behaviours: [Writes papers.]}\n"
	"      - {name: Books, behaviours: [Writes books.]}\n"
	"      - {name: Shelves, behaviours: [Fills shelves.]}\n"
	"  code:\n"
	"    name: Code\n"
	"    layer: technical\n"
	"    stages: [{behaviours: [Writes code.]}, {name: Tests}]\n"
	"tracks:\n"
	"  ic:\n"
	"    levels:\n"
	"      - {id: one, requires: {code: 1, writing: 1}}\n"
	"      - {id: two, requires: {code: 2, writing: 2}}\n"
	"      - {id: three, requires: {writing: 4}, gates: [A panel]}\n";

static void check(struct desk *d, struct page *page, const char *want)
{
	buf_clear(&d->out);
	page_term(page, &screen, &d->out);
	assert_string_equal(desk_text(d), want);
}

static bool says(struct desk *d, struct page *page, const char *what)
{
	buf_clear(&d->out);
	page_term(page, &screen, &d->out);
	return strstr(desk_text(d), what) != NULL;
}

static void a_plan(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d, desk_ladder, desk_assessment);
	desk_ask(&d, "ic/staff");
	check(&d, page_plan(&d.arena, &d.view),
	      "Ada Lovelace: Senior → Staff            3 steps, about 45–65 h\n"
	      "Acme 2026.2 · ic/senior → ic/staff\n"
	      "\n"
	      "Where you stand                   0 of 4 met, 3 open, 1 waived\n"
	      "  Execution                             waived\n"
	      "  Technical                             nothing asked\n"
	      "  Leadership  ████████████░░░░░░░░░░░░  1 of 2 stages\n"
	      "  Choices     ████████████░░░░░░░░░░░░  1 of 2 held\n"
	      "  Points      ████████████████░░░░░░░░  1 of 1.5\n"
	      "\n"
	      "Now: the next three months\n"
	      "   1  Communication 2: Persuades        about 16 h · weeks 0–7\n"
	      "      why        needed on the way to Staff; opens Mentoring 2\n"
	      "      show       ○ Asks.\n"
	      "\n"
	      "   2  Mentoring 2: Coaches          about 20–40 h · weeks 6–14\n"
	      "      why        Staff asks for it\n"
	      "      after      step 1\n"
	      "      show       ✓ Pairs \"well\".\n"
	      "                 ○ Runs one-to-ones.\n"
	      "      practise   • Run one.\n"
	      "      evidence   • It runs.\n"
	      "      resources  • A book (book, 1.5 h)\n"
	      "\n"
	      "   3  Security: Asks                     about 9 h · weeks 0–5\n"
	      "      why        one of 3 to choose from for Staff\n"
	      "      show       ○ Asks.\n"
	      "\n"
	      "Milestones\n"
	      "  ◆ Staff                                              week 14\n"
	      "    gate: A talk\n"
	      "\n"
	      "Waived\n"
	      "  • On call: Our team carries no pager.\n"
	      "\n"
	      "──────────────────────────────────────────────────────────────\n"
	      "3 steps, about 45–65 h at 4 h a week, done by week 14 (an\n"
	      "estimate).\n"
	      "Start with Communication 2: Asks.\n");
	desk_close(&d);
}

static void a_gap(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d, desk_ladder, desk_assessment);
	desk_ask(&d, "ic/staff");
	check(&d, page_gap(&d.arena, &d.view),
	      "Ada Lovelace: Senior → Staff\n"
	      "Acme 2026.2 · ic/senior → ic/staff\n"
	      "\n"
	      "Where you stand                   0 of 4 met, 3 open, 1 waived\n"
	      "  Execution                             waived\n"
	      "  Technical                             nothing asked\n"
	      "  Leadership  ████████████░░░░░░░░░░░░  1 of 2 stages\n"
	      "  Choices     ████████████░░░░░░░░░░░░  1 of 2 held\n"
	      "  Points      ████████████████░░░░░░░░  1 of 1.5\n"
	      "\n"
	      "Leadership                                         1 of 1 open\n"
	      "  competency  have  need  what it asks for\n"
	      "  ──────────  ────  ────  ────────────────────────────\n"
	      "  Mentoring      1     2  Coaches (1 of 2 shown for 2)\n"
	      "\n"
	      "Choices\n"
	      "  ○ 1 of 2 held                                          Staff\n"
	      "    ✓ Performance\n"
	      "    ○ Security (have 0)\n"
	      "\n"
	      "Scores\n"
	      "  ○ Points: 1 of 1.5, 0.5 short                          Staff\n"
	      "\n"
	      "Waived\n"
	      "  • On call: Our team carries no pager.\n"
	      "\n"
	      "──────────────────────────────────────────────────────────────\n"
	      "Staff: 3 of 4 still open; `ladder plan` shows the way.\n");
	desk_close(&d);
}

static void a_plan_without_hours(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d, untimed_ladder, NULL);
	desk_ask(&d, "ic/three");
	check(&d, page_plan(&d.arena, &d.view),
	      "Plan: no role yet → three                              6 steps\n"
	      "Plain · ic/one → ic/two → ic/three\n"
	      "\n"
	      "Where you stand                             0 of 2 met, 2 open\n"
	      "  Execution                             nothing asked\n"
	      "  Technical   ░░░░░░░░░░░░░░░░░░░░░░░░  0 of 2 stages\n"
	      "  Leadership  ░░░░░░░░░░░░░░░░░░░░░░░░  0 of 4 stages\n"
	      "\n"
	      "First, towards one                                     2 steps\n"
	      "   1  Writing 1: Notes\n"
	      "      why        one asks for it\n"
	      "      show       ○ Writes short notes.\n"
	      "\n"
	      "   2  Code 1\n"
	      "      why        one asks for it\n"
	      "      show       ○ Writes code.\n"
	      "\n"
	      "Then, towards two                                      2 steps\n"
	      "   3  Writing 2: Papers\n"
	      "      why        two asks for it\n"
	      "      after      step 1\n"
	      "      show       ○ Writes papers.\n"
	      "\n"
	      "   4  Code 2: Tests\n"
	      "      why        two asks for it\n"
	      "      after      step 2\n"
	      "\n"
	      "Milestones\n"
	      "  ◆ one\n"
	      "  ◆ two\n"
	      "  ◆ three\n"
	      "    gate: A panel\n"
	      "    2 steps: Writing 3 and Writing 4\n"
	      "\n"
	      "──────────────────────────────────────────────────────────────\n"
	      "6 steps.\n"
	      "Start with Writing 1: Writes short notes.\n");
	d.view.horizon = VIEW_LATER;
	assert_true(says(&d, page_plan(&d.arena, &d.view), "Writes books."));
	desk_close(&d);
}

static void weeks_become_days(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d, desk_ladder, desk_assessment);
	desk_ask(&d, "ic/staff");
	d.view.dated = true;
	d.view.start_day = 20000; /* 2024-10-04 */
	assert_true(says(&d, page_plan(&d.arena, &d.view),
			 "from 2024-10-04"));
	assert_false(says(&d, page_plan(&d.arena, &d.view), "week "));
	desk_close(&d);
}

static void a_target_that_is_met(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d, desk_ladder, desk_assessment);
	desk_ask(&d, "ic/senior");
	assert_true(says(&d, page_plan(&d.arena, &d.view),
			 "Nothing is left to learn: Senior is met.\n"));
	assert_true(says(&d, page_gap(&d.arena, &d.view),
			 "Senior is met.\n"));
	desk_close(&d);
}

static void a_role(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d, desk_ladder, desk_assessment);
	check(&d, page_show_role(&d.arena, d.ladder, d.ladder->roles[1]),
	      "Staff, IC4                                            ic/staff\n"
	      "\n"
	      "track      ic\n"
	      "rank       2\n"
	      "\n"
	      "Execution                                  1 asked, 1 new here\n"
	      "  On call: Answers\n"
	      "    • Answers.\n"
	      "\n"
	      "Technical                                        nothing asked\n"
	      "\n"
	      "Leadership                                 1 asked, 1 new here\n"
	      "  Mentoring 2: Coaches\n"
	      "    • Pairs \"well\".\n"
	      "    • Runs one-to-ones.\n"
	      "\n"
	      "Also\n"
	      "  • 2 of: Performance, Security, On call\n"
	      "  • Points of at least 1.5\n"
	      "  • gate: A talk\n");
	desk_close(&d);
}

static void a_competency(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d, desk_ladder, desk_assessment);
	check(&d, page_show_competency(&d.arena, d.ladder,
				       &d.ladder->competencies.at[1]),
	      "Mentoring                                            mentoring\n"
	      "Leadership\n"
	      "\n"
	      " 1  Supports                                         about 8 h\n"
	      "    show       • Is there.\n"
	      "    asked by   ic/senior\n"
	      "\n"
	      " 2  Coaches                                      about 40–80 h\n"
	      "    show       • Pairs \"well\".\n"
	      "               • Runs one-to-ones.\n"
	      "    practise   • Run one.\n"
	      "    evidence   • It runs.\n"
	      "    resources  • A book (book, 1.5 h)\n"
	      "    needs      Communication 2\n"
	      "    asked by   ic/staff\n");
	desk_close(&d);
}

static void a_ladder(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d, desk_ladder, desk_assessment);
	check(&d, page_show_ladder(&d.arena, d.ladder),
	      "Acme                                               acme 2026.2\n"
	      "\n"
	      "ic\n"
	      "  rank  code  role       title\n"
	      "  ────  ────  ─────────  ──────\n"
	      "     1        ic/senior  Senior\n"
	      "     2  IC4   ic/staff   Staff\n"
	      "\n"
	      "  What each level asks\n"
	      "    competency   senior  IC4\n"
	      "    ───────────  ──────  ───\n"
	      "    Execution\n"
	      "      On call         ·    1\n"
	      "    Leadership\n"
	      "      Mentoring       1    2\n"
	      "    Scores\n"
	      "      Points             1.5\n"
	      "\n"
	      "  And a choice of\n"
	      "    • IC4: 2 of Performance, Security, On call\n"
	      "\n"
	      "──────────────────────────────────────────────────────────────\n"
	      "1 track, 2 roles, 5 competencies, 7 stages. `ladder show ROLE`\n"
	      "and `ladder show COMPETENCY` tell one in full.\n");
	desk_close(&d);
}

static void a_code(void **state)
{
	struct code_view view = {.code = CODE_L011,
				 .bad = STR("a: 1\na: 2\n"),
				 .good = STR("a: 1\n")};
	struct desk d;

	(void)state;
	desk_open(&d, untimed_ladder, NULL);
	check(&d, page_code(&d.arena, &view),
	      "L011 duplicate-key                                       error\n"
	      "A mapping has each key once. YAML libraries silently keep one\n"
	      "of the values, and not all of them the same one.\n"
	      "\n"
	      "A file that earns it\n"
	      "     1 │ a: 1\n"
	      "  >  2 │ a: 2\n"
	      "\n"
	      "Mended\n"
	      "     1 │ a: 1\n");
	desk_close(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_plan),
		cmocka_unit_test(a_gap),
		cmocka_unit_test(a_plan_without_hours),
		cmocka_unit_test(weeks_become_days),
		cmocka_unit_test(a_target_that_is_met),
		cmocka_unit_test(a_role),
		cmocka_unit_test(a_competency),
		cmocka_unit_test(a_ladder),
		cmocka_unit_test(a_code),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
