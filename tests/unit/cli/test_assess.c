/* Whole dialogues of ladder assess, in memory: what is typed, what is then in
 * the file, what the person is told. */
#include "cli/program.h"

#include "support/test.h"
#include "unit/cli/memory_host.h"

#define LADDER                                                         \
	"format: ladder/1\nid: acme\nname: Acme\n"                     \
	"competencies:\n"                                              \
	"  talk:\n    name: Talking\n    layer: leadership\n"          \
	"    stages:\n"                                                \
	"      - {id: says, behaviours: [Says it.]}\n"                 \
	"      - {id: asks, behaviours: [Asks., Listens., Waits.]}\n"  \
	"  craft:\n    name: Craft\n    layer: technical\n"            \
	"    stages:\n"                                                \
	"      - {name: Does it, behaviours: [Does it.]}\n"            \
	"      - {name: Does it well, behaviours: [Tests., Reads.]}\n" \
	"  pager:\n    name: Pager\n    layer: execution\n"            \
	"    stages: [{behaviours: [Answers.]}]\n"                     \
	"tracks:\n  ic:\n    levels:\n"                                \
	"      - {id: one, title: One, requires: {craft: 1}}\n"        \
	"      - {id: two, title: Two, requires: {craft: 2, talk: 1}}\n"

#define HEAD "format: assessment/1\nladder: acme\nperson: Ada\n"
#define TODAY "date: 2026-11-02\n"

struct desk {
	struct memory_host m;
	int status;
};

static void open_desk(struct desk *d, const char *assessment)
{
	memory_host_init(&d->m);
	d->m.terminal = true;
	d->m.width = 80;
	d->m.height = 24;
	d->m.env[0] = "TERM";
	d->m.env[1] = "xterm";
	d->m.env[2] = "NO_COLOR";
	d->m.env[3] = "1";
	d->m.files[0] = (struct memory_file){"/w/ladder.yaml", LADDER};
	if (assessment)
		d->m.files[1] = (struct memory_file){"/w/assessment.yaml",
						     assessment};
}

static void assess(struct desk *d, const char *line, const char *keys)
{
	char words[256], *argv[16], *rest = words;
	int argc = 0;

	buf_clear(&d->m.out);
	buf_clear(&d->m.err);
	buf_clear(&d->m.asked);
	d->m.keys = keys;
	snprintf(words, sizeof words, "%s", line);
	while ((argv[argc] = strtok_r(rest, " ", &rest)))
		argc++;
	d->status = ladder_main(&d->m.host, argc, argv);
	assert_false(d->m.screen);
}

static const char *file(struct desk *d, const char *path)
{
	struct memory_file *f = memory_find(&d->m, path);

	return f ? f->text : "(none)";
}

static bool holds(const struct buf *b, const char *part)
{
	return b->len && memmem(b->ptr, b->len, part, strlen(part));
}

/* Asks, and compares the file with what it began with and this. */
static void saves(const char *before, const char *keys, const char *after)
{
	struct desk d;

	open_desk(&d, before);
	assess(&d, "ladder assess", keys);
	assert_int_equal(d.status, 0);
	assert_string_equal(file(&d, "/w/assessment.yaml"), after);
	memory_host_release(&d.m);
}

/* --- the screen --------------------------------------------------------- */

static void digits_are_answers_by_layer(void **state)
{
	(void)state;
	saves(HEAD TODAY, "1\r2\r0\r",
	      HEAD TODAY "ratings:\n  talk: 0\n  craft: 2\n  pager: 1\n");
}

static void arrows_and_enter_answer_too(void **state)
{
	(void)state;
	/* one down is stage 1; Enter takes it, Enter goes on */
	saves(HEAD TODAY, "\x1b[B\r\r\x1b[B\x1b[B\r\r\x1b[A\r\rq",
	      HEAD TODAY "ratings:\n  talk: 0\n  craft: 2\n  pager: 1\n");
}

static void letters_tick_the_next_stage(void **state)
{
	(void)state;
	saves(HEAD TODAY, "ss1ac",
	      HEAD TODAY "ratings:\n  talk:\n    stage: 1"
			 "\n    met:\n      - 1\n"
			 "      - 3\n");
	saves(HEAD TODAY, "ss1aca",
	      HEAD TODAY
	      "ratings:\n  talk:\n    stage: 1\n    met:\n      - 3\n");
	/* another stage, another next one: its ticks are gone */
	saves(HEAD TODAY, "ss1a2",
	      HEAD TODAY "ratings:\n  talk:\n    stage: 2\n");
	/* before there is a stage they tick nothing */
	saves(HEAD TODAY, "ssa", HEAD TODAY);
}

static void text_is_asked_for(void **state)
{
	(void)state;
	saves(HEAD TODAY, "nNo pager.\n",
	      HEAD TODAY "ratings:\n  pager:\n    na: No pager.\n");
	saves(HEAD TODAY, "n\n1oA note.\n",
	      HEAD TODAY
	      "ratings:\n  pager:\n    stage: 1\n    note: A note.\n");
	saves(HEAD TODAY, "1vDid it.\nhttps://x.org\n2026-10-01\n",
	      HEAD TODAY "ratings:\n  pager:\n    stage: 1\n    evidence:\n"
			 "      - date: 2026-10-01\n        text: Did it.\n"
			 "        url: https://x.org\n");
	/* a day that is none is asked for again; Enter is today */
	saves(HEAD TODAY, "1vDid it.\n\nsoon\n\n",
	      HEAD TODAY "ratings:\n  pager:\n    stage: 1\n    evidence:\n"
			 "      - date: 2026-11-02\n        text: Did it.\n");
	saves(HEAD TODAY, "1v\n", HEAD TODAY "ratings:\n  pager: 1\n");
}

/* What a file may not hold is refused, and shown as what it is. */
static void text_that_no_file_may_hold(void **state)
{
	struct desk d;

	(void)state;
	open_desk(&d, HEAD TODAY);
	assess(&d, "ladder assess",
	       "oa\x01"
	       "b\nq");
	assert_string_equal(file(&d, "/w/assessment.yaml"), HEAD TODAY);
	assert_true(holds(&d.m.out, "this cannot be saved: the new text"));
	assess(&d, "ladder assess", "o\xff\nq");
	assert_string_equal(file(&d, "/w/assessment.yaml"), HEAD TODAY);
	assess(&d, "ladder assess", "o---\nq");
	assert_true(strstr(file(&d, "/w/assessment.yaml"), "note:"));
	memory_host_release(&d.m);
}

static void back_skip_and_unrated(void **state)
{
	(void)state;
	saves(HEAD TODAY, "1\r1pp0",
	      HEAD TODAY "ratings:\n  craft: 1\n  pager: 0\n");
	saves(HEAD TODAY,
	      "1\x7f\x7f"
	      "0",
	      HEAD TODAY "ratings:\n  pager: 0\n");
	saves(HEAD TODAY "ratings: {pager: 1}\n", "pppu",
	      HEAD TODAY "ratings: {pager: null}\n");
}

static void what_is_no_answer_changes_nothing(void **state)
{
	(void)state;
	saves(HEAD TODAY, "\r\x1b[3~\x1b~9zZ\t\x1b[200~1\n2\n\x1b[201~?1q",
	      HEAD TODAY);
}

static void bytes_of_the_file_stay(void **state)
{
	static const char before[] = "# mine\n" HEAD
				     "date: 2026-11-02   # Monday\nratings:\n\n"
				     "  talk:   1 # said so\n";

	(void)state;
	saves(before, "s2",
	      "# mine\n" HEAD "date: 2026-11-02   # Monday\n"
	      "ratings:\n\n  talk:   1 # said so\n"
	      "  craft: 2\n");
}

static void a_new_answer_is_of_today(void **state)
{
	(void)state;
	saves(HEAD "date: 2026-05-01\n", "1",
	      HEAD TODAY "ratings:\n  pager: 1\n");
	saves(HEAD "date: 2027-05-01\n", "1",
	      HEAD "date: 2027-05-01\nratings:\n  pager: 1\n");
	saves(HEAD "date: 2026-05-01\n", "sss", HEAD "date: 2026-05-01\n");
}

static void the_next_run_goes_on(void **state)
{
	struct desk d;

	(void)state;
	open_desk(&d, HEAD TODAY);
	assess(&d, "ladder assess", "1\rq");
	assert_true(holds(&d.m.out, "'ladder assess' goes on with Craft"));
	assess(&d, "ladder assess", "2q");
	assert_string_equal(file(&d, "/w/assessment.yaml"),
			    HEAD TODAY "ratings:\n  craft: 2\n  pager: 1\n");
	/* what was skipped before is not asked for again first */
	assess(&d, "ladder assess", "1q");
	assert_true(holds(&d.m.out, "3 of 3 competencies answered"));
	memory_host_release(&d.m);
}

static void ctrl_c_loses_nothing(void **state)
{
	struct desk d;

	(void)state;
	open_desk(&d, HEAD TODAY);
	assess(&d, "ladder assess", "1\x1e");
	assert_int_equal(d.status, 130);
	assert_string_equal(file(&d, "/w/assessment.yaml"),
			    HEAD TODAY "ratings:\n  pager: 1\n");
	assert_true(holds(&d.m.err, "what was answered is saved in "
				    "assessment.yaml"));
	assess(&d, "ladder assess", "n half a rea\x1e");
	assert_int_equal(d.status, 130);
	assert_string_equal(file(&d, "/w/assessment.yaml"),
			    HEAD TODAY "ratings:\n  pager: 1\n");
	memory_host_release(&d.m);
}

static void what_cannot_be_saved_is_told(void **state)
{
	struct desk d;

	(void)state;
	open_desk(&d, HEAD TODAY);
	d.m.save_fails = true;
	assess(&d, "ladder assess", "1q");
	assert_int_equal(d.status, 4);
	assert_true(holds(&d.m.out, "not saved: assessment.yaml: no space"));
	assert_string_equal(file(&d, "/w/assessment.yaml"), HEAD TODAY);
	memory_host_release(&d.m);
}

static void somebody_else_is_not_written_over(void **state)
{
	struct desk d;

	(void)state;
	open_desk(&d, HEAD TODAY);
	d.m.other = "# theirs\n" HEAD TODAY;
	assess(&d, "ladder assess",
	       "\x1f"
	       "1q");
	assert_true(holds(&d.m.out, "somebody else changed the file"));
	assert_string_equal(file(&d, "/w/assessment.yaml"), d.m.other);
	assert_int_equal(d.status, 4);
	d.m.other = "# theirs again\n" HEAD TODAY;
	assess(&d, "ladder assess",
	       "\x1f"
	       "11q");
	assert_string_equal(file(&d, "/w/assessment.yaml"),
			    "# theirs again\n" HEAD TODAY
			    "ratings:\n  pager: 1\n");
	assert_int_equal(d.status, 0);
	memory_host_release(&d.m);
}

static void a_resize_draws_anew(void **state)
{
	struct desk d;

	(void)state;
	open_desk(&d, HEAD TODAY);
	assess(&d, "ladder assess", "q");
	assert_false(holds(&d.m.out, "Press its\x1b[K\r\nnumber."));
	assess(&d, "ladder assess", "\x1dq");
	assert_true(holds(&d.m.out, "Which is the highest stage that you "
				    "have\x1b[K\r\nshown?"));
	memory_host_release(&d.m);
}

/* --- what is asked about ------------------------------------------------ */

static void filters(void **state)
{
	static const struct {
		const char *line, *rest, *want;
	} cases[] = {
		{"ladder assess --layer technical", "",
		 "1 of 1 - Technical 0/1"},
		{"ladder assess --only unrated",
		 "ratings: {pager: 1, talk: {na: no}}\n", "Craft"},
		{"ladder assess --only unrated",
		 "ratings: {pager: 1, craft: 0, talk: {na: no}}\n",
		 "Nothing to ask about"},
		{"ladder assess --only gap --target two",
		 "ratings: {craft: 2}\n", "Talking"},
		{"ladder assess --only gap",
		 "target: two\nratings: {talk: 1}\n", "Craft"},
		{"ladder assess --role one", "", "Craft"},
		{"ladder assess --only stale",
		 "ratings:\n  talk:\n    stage: 1\n    evidence: [{text: x, "
		 "date: 2024-10-31}]\n  craft:\n    stage: 1\n    evidence: "
		 "[{text: x, date: 2024-11-01}]\n",
		 "Talking"},
	};

	(void)state;
	for (size_t i = 0; i < N_OF(cases); i++) {
		struct desk d;
		struct str text;

		open_desk(&d, NULL);
		text = arena_printf(&d.m.arena, "%s%s", HEAD TODAY,
				    cases[i].rest);
		d.m.files[1] = (struct memory_file){"/w/assessment.yaml",
						    text.ptr};
		assess(&d, cases[i].line, "q");
		if (!holds(&d.m.out, cases[i].want))
			print_error("%s: %.*s\n", cases[i].line,
				    (int)d.m.out.len, d.m.out.ptr);
		assert_true(holds(&d.m.out, cases[i].want));
		assert_false(holds(&d.m.out, "1 of 2"));
		memory_host_release(&d.m);
	}
}

static void a_gap_needs_a_role(void **state)
{
	struct desk d;

	(void)state;
	open_desk(&d, HEAD TODAY);
	assess(&d, "ladder assess --only gap", "q");
	assert_int_equal(d.status, 2);
	assert_true(holds(&d.m.err, "--only gap needs a role"));
	memory_host_release(&d.m);
}

static void what_is_expected_is_hidden_at_first(void **state)
{
	struct desk d;

	(void)state;
	open_desk(&d, HEAD TODAY "role: one\ntarget: two\n");
	assess(&d, "ladder assess --layer technical", "q");
	assert_false(holds(&d.m.out, "asks"));
	assess(&d, "ladder assess --layer technical", "xq");
	assert_true(holds(&d.m.out, "One asks 1; Two asks 2."));
	assess(&d, "ladder assess --layer technical --show-expected", "q");
	assert_true(holds(&d.m.out, "One asks 1; Two asks 2."));
	assess(&d, "ladder assess --layer technical", "1q");
	assert_true(holds(&d.m.out, "One asks 1; Two asks 2."));
	memory_host_release(&d.m);
}

/* --- the first run ------------------------------------------------------ */

static void the_first_run_makes_the_file(void **state)
{
	struct desk d;

	(void)state;
	open_desk(&d, NULL);
	assess(&d, "ladder assess", "\n  Ada \"L\"\nthree\n1\ntwo\n1q");
	assert_int_equal(d.status, 0);
	assert_true(holds(&d.m.out, "\"three\" is no role"));
	assert_true(strstr(file(&d, "/w/assessment.yaml"),
			   "person: \"Ada \\\"L\\\"\"\n" TODAY
			   "role: ic/one\nbaseline: ic/one\ntarget: ic/two\n"
			   "ratings:\n"
			   "  pager: 1\n"));
	assert_true(holds(&d.m.out, "Saved in assessment.yaml"));
	memory_host_release(&d.m);
}

static void the_first_run_can_be_left(void **state)
{
	struct desk d;

	(void)state;
	open_desk(&d, NULL);
	assess(&d, "ladder assess", "Ada\n");
	assert_int_equal(d.status, 0);
	assert_string_equal(file(&d, "/w/assessment.yaml"), "(none)");
	assess(&d, "ladder assess", "Ada\n\x1e");
	assert_int_equal(d.status, 130);
	assert_string_equal(file(&d, "/w/assessment.yaml"), "(none)");
	assess(&d,
	       "ladder assess --person Ada --target two "
	       "--assessment me.yaml",
	       "\nq");
	assert_true(strstr(file(&d, "/w/me.yaml"), "target: ic/two\n"));
	memory_host_release(&d.m);
}

/* --- plain lines -------------------------------------------------------- */

static void plain_lines_do_the_same(void **state)
{
	struct desk d;

	(void)state;
	open_desk(&d, HEAD TODAY "role: one\n");
	assess(&d, "ladder assess --plain",
	       "1\n\n1 met 2\nnote Good.\n\nna Never.\np\nx\n7\n?\nquit\n");
	assert_int_equal(d.status, 0);
	assert_string_equal(file(&d, "/w/assessment.yaml"),
			    HEAD TODAY "role: one\nratings:\n"
				       "  talk:\n    na: Never.\n"
				       "  craft:\n    stage: 1\n    met:\n"
				       "      - 2\n    note: Good.\n"
				       "  pager: 1\n");
	assert_true(holds(&d.m.out, "\"7\" is no stage of \"Craft\""));
	assert_false(holds(&d.m.out, "\x1b[H"));
	memory_host_release(&d.m);
}

static void a_dumb_terminal_is_asked_plainly(void **state)
{
	struct desk d;

	(void)state;
	open_desk(&d, HEAD TODAY);
	d.m.env[1] = "dumb";
	assess(&d, "ladder assess", "1\n");
	assert_int_equal(d.status, 0);
	assert_true(holds(&d.m.out, "Question 1 of 3, execution: Pager."));
	assert_false(holds(&d.m.out, "\x1b"));
	assert_string_equal(file(&d, "/w/assessment.yaml"),
			    HEAD TODAY "ratings:\n  pager: 1\n");
	memory_host_release(&d.m);
}

/* Whatever fails, the terminal is given back and the file is whole. */
static void any_call_may_fail(void **state)
{
	static const char after[] = HEAD TODAY "ratings:\n  pager: 1\n";

	(void)state;
	for (int i = 1; i < 60; i++) {
		struct desk d;
		const char *text;

		open_desk(&d, HEAD TODAY);
		d.m.fail_at = i;
		assess(&d, "ladder assess", "1q");
		text = file(&d, "/w/assessment.yaml");
		assert_true(!strcmp(text, HEAD TODAY) || !strcmp(text, after));
		memory_host_release(&d.m);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(digits_are_answers_by_layer),
		cmocka_unit_test(arrows_and_enter_answer_too),
		cmocka_unit_test(letters_tick_the_next_stage),
		cmocka_unit_test(text_is_asked_for),
		cmocka_unit_test(text_that_no_file_may_hold),
		cmocka_unit_test(back_skip_and_unrated),
		cmocka_unit_test(what_is_no_answer_changes_nothing),
		cmocka_unit_test(bytes_of_the_file_stay),
		cmocka_unit_test(a_new_answer_is_of_today),
		cmocka_unit_test(the_next_run_goes_on),
		cmocka_unit_test(ctrl_c_loses_nothing),
		cmocka_unit_test(what_cannot_be_saved_is_told),
		cmocka_unit_test(somebody_else_is_not_written_over),
		cmocka_unit_test(a_resize_draws_anew),
		cmocka_unit_test(filters),
		cmocka_unit_test(a_gap_needs_a_role),
		cmocka_unit_test(what_is_expected_is_hidden_at_first),
		cmocka_unit_test(the_first_run_makes_the_file),
		cmocka_unit_test(the_first_run_can_be_left),
		cmocka_unit_test(plain_lines_do_the_same),
		cmocka_unit_test(a_dumb_terminal_is_asked_plainly),
		cmocka_unit_test(any_call_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
