/* Whatever is typed at the questions of ladder assess: it ends, the terminal
 * is given back, and the file is one that validates. */
#include "cli/program.h"

#include "support/dice.h"
#include "support/test.h"
#include "unit/cli/memory_host.h"

enum { DIALOGUES = 1500, KEYS = 60 };

#define LADDER                                                             \
	"format: ladder/1\nid: acme\nname: Acme\n"                         \
	"competencies:\n"                                                  \
	"  talk:\n    name: Talking\n    layer: leadership\n"              \
	"    stages:\n"                                                    \
	"      - {id: says, behaviours: [Says it.]}\n"                     \
	"      - {id: asks, behaviours: [Asks., Listens., Waits.]}\n"      \
	"      - {id: waits}\n"                                            \
	"  craft:\n    name: Craft\n    layer: technical\n"                \
	"    threshold: 0.5\n    stages:\n"                                \
	"      - {behaviours: [Does it.]}\n"                               \
	"      - {behaviours: [Tests., {text: Reads., optional: true}]}\n" \
	"  cells: {name: Cells, layer: execution}\n"                       \
	"tracks:\n  ic:\n    levels:\n"                                    \
	"      - {id: one, title: One, expects: {cells: [A.]}}\n"          \
	"      - id: twelve\n        rank: 12\n"                           \
	"        requires: {craft: 2}\n"                                   \
	"        expects: {cells: [B., C.]}\n"

/* Keys, pieces of sequences, text, bytes that are none. */
static const char *const typed[] = {
	"0",	     "1",	  "2",	     "3",	   "9",
	"a",	     "b",	  "c",	     "M",	   "n",
	"o",	     "v",	  "u",	     "x",	   "s",
	"p",	     "p",	  "?",	     "\n",	   "\n",
	"\r",	     " ",	  "\t",	     "\x7f",	   "\x1b",
	"\x1b[A",    "\x1b[B",	  "\x1b[5~", "#",	   ": ",
	"- x",	     "\"",	  "'",	     "{",	   "\xe6\x97\xa5",
	"\xff",	     "\x1d",	  "\x01",    "2026-01-02", "\xe2\x80\xae",
	"\x1b[200~", "\x1b[201~",
};

static const char *random_keys(struct dice *dice, struct arena *a)
{
	struct str keys = {0};

	for (uint32_t i = dice_below(dice, KEYS); i-- > 0;)
		keys = arena_printf(a, "%.*s%s", STR_ARG(keys),
				    typed[dice_below(dice, N_OF(typed))]);
	return keys.len ? keys.ptr : "q";
}

static const char *random_assessment(struct dice *dice)
{
	static const char *const assessments[] = {
		NULL,
		"format: assessment/1\nladder: acme\nperson: Ada\n",
		"format: assessment/1\nladder: acme\nperson: Ada\n"
		"baseline: one\nrole: one\ntarget: twelve\nratings:\n"
		"  talk: {stage: says, met: [1], note: x}  # flow\n"
		"  craft:\n    na: No.\n    note: |\n      two\n      lines\n",
		"{format: assessment/1, ladder: acme, person: Ada, "
		"ratings: {cells: one, talk: 1}}",
	};

	return assessments[dice_below(dice, N_OF(assessments))];
}

static int run(struct memory_host *m, char *command, char *option)
{
	char *argv[] = {(char[]){"ladder"}, command, option, NULL};

	return ladder_main(&m->host, 3, argv);
}

/* Whether anything was saved. */
static bool play(uint64_t seed)
{
	struct memory_file *after;
	bool saved;
	struct memory_host m;
	struct dice dice = {seed};
	const char *before = random_assessment(&dice);
	int status;

	memory_host_init(&m);
	m.terminal = true;
	m.env[0] = "TERM";
	m.env[1] = dice_once_in(&dice, 4) ? "dumb" : "xterm";
	m.width = (int)dice_below(&dice, 130);
	m.height = (int)dice_below(&dice, 40);
	m.files[0] = (struct memory_file){"/w/ladder.yaml", LADDER};
	if (before)
		m.files[1] = (struct memory_file){"/w/assessment.yaml", before};
	m.keys = random_keys(&dice, &m.arena);
	status = run(&m, (char[]){"assess"}, (char[]){"--show-expected"});
	assert_true(status == 0 || (status == 2 && !before));
	assert_false(m.screen);
	after = memory_find(&m, "/w/assessment.yaml");
	saved = after && (!before || strcmp(after->text, before) != 0);
	if (after) {
		buf_clear(&m.out);
		status = run(&m, (char[]){"validate"},
			     (char[]){"assessment.yaml"});
		if (status)
			print_error("seed %llu: %.*s\n",
				    (unsigned long long)seed, (int)m.out.len,
				    m.out.ptr);
		assert_int_equal(status, 0);
	}
	memory_host_release(&m);
	return saved;
}

static void whatever_is_typed(void **state)
{
	uint32_t saved = 0;

	(void)state;
	for (uint64_t seed = 1; seed <= DIALOGUES; seed++)
		saved += play(seed);
	assert_true(saved > DIALOGUES / 3); /* else it proves nothing */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(whatever_is_typed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
