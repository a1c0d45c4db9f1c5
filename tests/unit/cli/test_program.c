#include "cli/program.h"

#include "model/load.h"
#include "unit/cli/memory_host.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#define LADDER(id)                                                          \
	"format: ladder/1\nid: " id "\nname: Ladder " id "\n"               \
	"competencies:\n  craft:\n    name: Craft\n    layer: technical\n"  \
	"    stages:\n      - behaviours: [Does it.]\n"                     \
	"      - behaviours: [Does it well.]\n"                             \
	"tracks:\n  ic:\n    levels:\n"                                     \
	"      - {id: one, requires: {craft: 1}}\n"                         \
	"      - {id: two, requires: {craft: 2}}\n"

#define ASSESSMENT(ladder)                                                 \
	"format: assessment/1\nladder: " ladder "\nperson: Ada Lovelace\n" \
	"role: ic/one\nbaseline: ic/one\ntarget: ic/two\n"

/* Runs a line of words over a host. */
static int run(struct memory_host *m, const char *line)
{
	char words[512], *argv[32], *rest = words;
	int argc = 0;

	buf_clear(&m->out);
	buf_clear(&m->err);
	buf_clear(&m->paged);
	snprintf(words, sizeof words, "%s", line);
	while ((argv[argc] = strtok_r(rest, " ", &rest)))
		argc++;
	return ladder_main(&m->host, argc, argv);
}

static void assert_has(const struct buf *b, const char *part)
{
	if (b->len && memmem(b->ptr, b->len, part, strlen(part)))
		return;
	print_error("\"%s\" is not in:\n%.*s\n", part, (int)b->len, b->ptr);
	fail();
}

static void assert_exactly(const struct buf *b, const char *text)
{
	if (b->len == strlen(text) && !memcmp(b->ptr, text, b->len))
		return;
	print_error("expected:\n%s\nbut found:\n%.*s\n", text, (int)b->len,
		    b->ptr);
	fail();
}

/* --- where the ladder comes from ---------------------------------------- */

struct search {
	const char *name;
	struct memory_file files[8];
	const char *working;
	const char *env[4];
	const char *line;
	const char *id; /* of the ladder that is picked; NULL: status 3 */
};

static const struct search places[] = {
	{"nothing there: the default", {{NULL, NULL}}, NULL, {NULL},
	 "ladder list", "software-engineering"},
	{"a shipped one by id", {{NULL, NULL}}, NULL, {NULL},
	 "ladder list --ladder data", "data"},
	{"a directory does not hide a shipped id", {{"/w/data/x", ""}}, NULL,
	 {NULL}, "ladder list --ladder data", "data"},
	{"a file that is named",
	 {{"/w/ladder.yaml", LADDER("a")}, {"/w/b.yaml", LADDER("b")}},
	 NULL, {NULL}, "ladder list --ladder b.yaml", "b"},
	{"the environment",
	 {{"/w/ladder.yaml", LADDER("a")}, {"/w/b.yaml", LADDER("b")}},
	 NULL, {"LADDER_FILE", "b.yaml"}, "ladder list", "b"},
	{"an option before the environment",
	 {{"/w/a.yaml", LADDER("a")}, {"/w/b.yaml", LADDER("b")}},
	 NULL, {"LADDER_FILE", "b.yaml"}, "ladder list --ladder a.yaml", "a"},
	{"ladder.yaml here", {{"/w/ladder.yaml", LADDER("a")}}, NULL, {NULL},
	 "ladder list", "a"},
	{"above, in a repository",
	 {{"/w/.git/config", ""}, {"/w/ladder.yaml", LADDER("a")},
	  {"/w/x/y/z", ""}},
	 "/w/x/y", {NULL}, "ladder list", "a"},
	{"above, outside a repository",
	 {{"/w/ladder.yaml", LADDER("a")}, {"/w/x/y/z", ""}},
	 "/w/x/y", {NULL}, "ladder list", "software-engineering"},
	{"not above the repository",
	 {{"/ladder.yaml", LADDER("a")}, {"/w/.git/config", ""},
	  {"/w/x/y", ""}},
	 "/w/x", {NULL}, "ladder list", "software-engineering"},
	{"the only one in ladders/",
	 {{"/w/ladders/a.yaml", LADDER("a")}, {"/w/ladders/b.txt", "b"},
	  {"/w/ladders/c.yaml", "format: other\n"}},
	 NULL, {NULL}, "ladder list", "a"},
	{"ladder.yaml before ladders/",
	 {{"/w/ladders/a.yaml", LADDER("a")},
	  {"/w/ladder.yaml", LADDER("b")}},
	 NULL, {NULL}, "ladder list", "b"},
	{"what another extends steps back",
	 {{"/w/ladders/a.yaml", LADDER("a")},
	  {"/w/ladders/b.yaml",
	   "format: ladder/1\nid: b\nname: B\nextends: a.yaml\n"}},
	 NULL, {NULL}, "ladder list", "b"},
	{"several in ladders/",
	 {{"/w/ladders/a.yaml", LADDER("a")},
	  {"/w/ladders/b.yaml", LADDER("b")}},
	 NULL, {NULL}, "ladder list", NULL},
	{"several, one of which the assessment names",
	 {{"/w/ladders/a.yaml", LADDER("a")},
	  {"/w/ladders/b.yaml", LADDER("b")},
	  {"/w/assessment.yaml", ASSESSMENT("b")}},
	 NULL, {NULL}, "ladder list", "b"},
	{"the id of one of several",
	 {{"/w/ladders/a.yaml", LADDER("a")},
	  {"/w/ladders/b.yaml", LADDER("b")}},
	 NULL, {NULL}, "ladder list --ladder b", "b"},
	{"one of another id is passed over",
	 {{"/w/ladder.yaml", LADDER("a")},
	  {"/w/assessment.yaml", ASSESSMENT("data")}},
	 NULL, {NULL}, "ladder list", "data"},
	{"the configuration names a file beside it",
	 {{"/w/.git/config", ""}, {"/w/.ladder.yaml", "ladder: x/l.yaml\n"},
	  {"/w/x/l.yaml", LADDER("a")}, {"/w/y/z", ""}},
	 "/w/y", {NULL}, "ladder list", "a"},
	{"the configuration names a shipped one",
	 {{"/w/.ladder.yaml", "ladder: product\n"}},
	 NULL, {NULL}, "ladder list", "product"},
	{"the person's configuration",
	 {{"/h/.config/ladder/config.yaml", "ladder: data\n"}},
	 NULL, {"HOME", "/h"}, "ladder list", "data"},
	{"a configuration without a ladder leaves it to the next",
	 {{"/w/.ladder.yaml", "x-other: 1\n"},
	  {"/h/.config/ladder/config.yaml", "ladder: data\n"}},
	 NULL, {"HOME", "/h"}, "ladder list", "data"},
	{"a broken configuration", {{"/w/.ladder.yaml", "ladder: [\n"}}, NULL,
	 {NULL}, "ladder list", NULL},
	{"a configuration that leaves the repository",
	 {{"/w/.git/config", ""}, {"/w/.ladder.yaml", "ladder: ../l.yaml\n"},
	  {"/l.yaml", LADDER("a")}},
	 NULL, {NULL}, "ladder list", NULL},
	{"a missing file", {{NULL, NULL}}, NULL, {NULL},
	 "ladder list --ladder none.yaml", NULL},
	{"an unknown id", {{NULL, NULL}}, NULL, {NULL},
	 "ladder list --ladder dta", NULL},
	{"a file that cannot be read", {{"/w/ladder.yaml", NULL}}, NULL,
	 {NULL}, "ladder list", NULL},
};

static void ladders_are_found(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		const struct search *p = &places[i];
		struct memory_host m;
		char wanted[80];
		int status;

		memory_host_init(&m);
		memcpy(m.files, p->files, sizeof p->files);
		memcpy(m.env, p->env, sizeof p->env);
		m.working = p->working;
		status = run(&m, p->line);
		if (status != (p->id ? 0 : 3))
			print_error("%s: %.*s\n", p->name, (int)m.err.len,
				    m.err.ptr);
		assert_int_equal(status, p->id ? 0 : 3);
		if (p->id) {
			snprintf(wanted, sizeof wanted, "%s (in use)", p->id);
			assert_has(&m.out, wanted);
		}
		memory_host_release(&m);
	}
}

static void several_ladders_are_listed(void **state)
{
	struct memory_host m;

	(void)state;
	memory_host_init(&m);
	m.files[0] = (struct memory_file){"/w/ladders/a.yaml", LADDER("a")};
	m.files[1] = (struct memory_file){"/w/ladders/b.yaml", LADDER("b")};
	assert_int_equal(run(&m, "ladder show"), 3);
	assert_exactly(&m.err,
		       "ladder: several ladders fit: ladders/a.yaml, "
		       "ladders/b.yaml; name one with --ladder FILE\n");
	assert_int_equal(m.out.len, 0);
	memory_host_release(&m);
}

/* --- where the assessment comes from ------------------------------------ */

static void assessments_are_found(void **state)
{
	static const struct {
		const char *path, *env[4], *line;
	} cases[] = {
		{"/w/assessment.yaml", {NULL}, "ladder gap"},
		{"/w/me.yaml", {NULL}, "ladder gap --assessment me.yaml"},
		{"/w/me.yaml", {NULL}, "ladder gap -a./me.yaml"},
		{"/w/me.yaml", {"LADDER_ASSESSMENT", "me.yaml"}, "ladder gap"},
		{"/h/.local/share/ladder/assessment.yaml", {"HOME", "/h"},
		 "ladder gap"},
		{"/x/ladder/assessment.yaml", {"XDG_DATA_HOME", "/x"},
		 "ladder gap"},
		{NULL, {NULL}, "ladder gap --assessment -"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct memory_host m;

		memory_host_init(&m);
		m.files[0] = (struct memory_file){"/w/ladder.yaml",
						  LADDER("a")};
		m.files[1] = (struct memory_file){cases[i].path,
						  ASSESSMENT("a")};
		m.input = ASSESSMENT("a");
		memcpy(m.env, cases[i].env, sizeof cases[i].env);
		assert_int_equal(run(&m, cases[i].line), 0);
		assert_int_equal(m.err.len, 0);
		assert_has(&m.out, "Ada Lovelace");
		memory_host_release(&m);
	}
}

static void nobody_assessed_is_said(void **state)
{
	struct memory_host m;

	(void)state;
	memory_host_init(&m);
	m.files[0] = (struct memory_file){"/w/ladder.yaml", LADDER("a")};
	assert_int_equal(run(&m, "ladder plan --target two"), 0);
	assert_exactly(&m.err,
		       "ladder: no assessment found, so this is for someone "
		       "who meets ic/one; 'ladder assess --target ic/two' "
		       "makes it your own\n");
	assert_int_equal(run(&m, "ladder plan --target two --quiet"), 0);
	assert_int_equal(m.err.len, 0);
	assert_int_equal(run(&m, "ladder plan --target one"), 0);
	assert_has(&m.err, "someone who begins");
	memory_host_release(&m);
}

/* --- the streams -------------------------------------------------------- */

static void a_full_disk_is_4(void **state)
{
	static const char *const lines[] = {
		"ladder", "ladder --version", "ladder --help", "ladder help",
		"ladder help files", "ladder plan --help",
		"ladder plan --target staff", "ladder gap --target staff",
		"ladder show", "ladder list", "ladder explain L204",
		"ladder validate bad.yaml", "ladder assess --template",
	};

	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		struct memory_host m;

		memory_host_init(&m);
		m.full = true;
		m.files[0] = (struct memory_file){"/w/bad.yaml", "x: 1\n"};
		assert_int_equal(run(&m, lines[i]), 4);
		assert_has(&m.err, "ladder: standard output: no space left on "
				   "device\n");
		memory_host_release(&m);
	}
}

static void a_file_that_cannot_be_saved_is_4(void **state)
{
	struct memory_host m;

	(void)state;
	memory_host_init(&m);
	m.save_fails = true;
	assert_int_equal(run(&m, "ladder list --output out"), 4);
	assert_exactly(&m.err, "ladder: out: no space left on device\n");
	assert_int_equal(run(&m, "ladder list --format json=out --format "
				 "text"),
			 4);
	assert_has(&m.out, "software-engineering");
	assert_int_equal(run(&m, "ladder init"), 4);
	memory_host_release(&m);
}

static void several_formats_in_one_run(void **state)
{
	struct memory_host m;

	(void)state;
	memory_host_init(&m);
	assert_int_equal(run(&m, "ladder list --format json=l.json --format "
				 "markdown --output l.md --format text=-"),
			 0);
	assert_has(&m.out, "software-engineering");
	assert_string_equal(m.files[0].path, "/w/l.json");
	assert_memory_equal(m.files[0].text, "{", 1);
	assert_string_equal(m.files[1].path, "/w/l.md");
	assert_memory_equal(m.files[1].text, "#", 1);
	assert_int_equal(run(&m, "ladder list --format json --format text"),
			 2);
	assert_int_equal(run(&m, "ladder list --format json=a --output b"), 2);
	assert_int_equal(run(&m, "ladder list --format gcc"), 2);
	assert_has(&m.err, "list has no format \"gcc\", but text, markdown, "
			   "html, json");
	assert_int_equal(run(&m, "ladder list --format jsno"), 2);
	assert_has(&m.err, "did you mean \"json\"?");
	memory_host_release(&m);
}

static void long_output_is_paged_on_a_terminal(void **state)
{
	struct memory_host m;

	(void)state;
	memory_host_init(&m);
	m.terminal = true;
	m.width = 80;
	m.height = 10;
	m.env[0] = "TERM";
	m.env[1] = "xterm";
	assert_int_equal(run(&m, "ladder show"), 0);
	assert_string_equal(m.pager, "less -FRX");
	assert_int_equal(m.out.len, 0);
	m.env[2] = "PAGER";
	m.env[3] = "more";
	assert_int_equal(run(&m, "ladder show"), 0);
	assert_string_equal(m.pager, "more");
	m.env[4] = "LADDER_PAGER";
	m.env[5] = "cat";
	assert_int_equal(run(&m, "ladder show"), 0);
	assert_true(m.out.len > 0);
	m.env[5] = "most";
	assert_int_equal(run(&m, "ladder show --no-pager"), 0);
	assert_true(m.out.len > 0);
	assert_int_equal(run(&m, "ladder show --format json"), 0);
	assert_true(m.out.len > 0);
	m.env[1] = "dumb";
	assert_int_equal(run(&m, "ladder show"), 0);
	assert_true(m.out.len > 0);
	m.env[1] = "xterm";
	m.height = 1000;
	assert_int_equal(run(&m, "ladder show"), 0);
	assert_true(m.out.len > 0);
	memory_host_release(&m);
}

static bool is_colored(struct memory_host *m, const char *line)
{
	assert_int_equal(run(m, line), 0);
	return memchr(m->out.ptr, '\x1b', m->out.len) != NULL;
}

static void colours_follow_the_terminal(void **state)
{
	struct memory_host m;

	(void)state;
	memory_host_init(&m);
	m.width = 80;
	m.height = 1000;
	assert_false(is_colored(&m, "ladder list"));
	assert_true(is_colored(&m, "ladder list --color always"));
	m.terminal = true;
	assert_true(is_colored(&m, "ladder list"));
	assert_false(is_colored(&m, "ladder list --color never"));
	assert_false(is_colored(&m, "ladder list --no-color"));
	m.env[0] = "NO_COLOR";
	m.env[1] = "1";
	assert_false(is_colored(&m, "ladder list"));
	assert_true(is_colored(&m, "ladder list --color=always"));
	m.env[1] = "";
	assert_true(is_colored(&m, "ladder list"));
	m.env[0] = "TERM";
	m.env[1] = "dumb";
	assert_false(is_colored(&m, "ladder list"));
	memory_host_release(&m);
}

static void machine_formats_do_not_see_the_terminal(void **state)
{
	struct memory_host plain, fancy;

	(void)state;
	memory_host_init(&plain);
	memory_host_init(&fancy);
	fancy.terminal = true;
	fancy.width = 37;
	fancy.height = 5;
	fancy.env[0] = "LC_ALL";
	fancy.env[1] = "de_DE.UTF-8";
	run(&plain, "ladder plan --target staff --format json");
	run(&fancy, "ladder plan --target staff --format json --color always");
	assert_int_equal(plain.out.len, fancy.out.len);
	assert_memory_equal(plain.out.ptr, fancy.out.ptr, plain.out.len);
	memory_host_release(&plain);
	memory_host_release(&fancy);
}

/* --- what is not understood --------------------------------------------- */

static void one_line_and_a_way_out(void **state)
{
	static const struct {
		const char *line, *err;
	} cases[] = {
		{"ladder paln",
		 "ladder: \"paln\" is no command; did you mean \"plan\"? (see "
		 "'ladder help')\n"},
		{"ladder frobnicate",
		 "ladder: \"frobnicate\" is no command (see 'ladder "
		 "help')\n"},
		{"ladder plan --tarket x",
		 "ladder: unknown option \"--tarket\"; did you mean "
		 "\"--target\"? (see 'ladder plan --help')\n"},
		{"ladder plan --hours 3",
		 "ladder: unknown option \"--hours\"; did you mean "
		 "\"--hours-per-week\"? (see 'ladder plan --help')\n"},
		{"ladder show --focus 3",
		 "ladder: show takes no --focus (see 'ladder show --help')\n"},
		{"ladder init --format text",
		 "ladder: init takes no --format (see 'ladder init "
		 "--help')\n"},
		{"ladder show a b",
		 "ladder: show takes no \"b\" (see 'ladder show --help')\n"},
		{"ladder plan staff",
		 "ladder: plan takes no \"staff\"; name the role with "
		 "--target (see 'ladder plan --help')\n"},
		{"ladder plan --target stff",
		 "ladder: \"stff\" is no role of the ladder "
		 "\"software-engineering\"; did you mean \"staff\"? ('ladder "
		 "list' names them)\n"},
		{"ladder explain L9999",
		 "ladder: \"L9999\" is no code (see 'ladder explain "
		 "--help')\n"},
		{"ladder help plann",
		 "ladder: \"plann\" is neither a command nor a topic; did you "
		 "mean \"plan\"? (see 'ladder help --help')\n"},
		{"ladder list --limit dpth=3",
		 "ladder: --limit knows no \"dpth\"; did you mean \"depth\"? "
		 "(see 'ladder list --help')\n"},
		{"ladder list --limit depth=x",
		 "ladder: --limit depth needs a whole number above 0, as "
		 "--limit depth=32 (see 'ladder list --help')\n"},
		{"ladder plan",
		 "ladder: which role? Give --target ROLE, or an assessment that "
		 "has a target ('ladder assess' makes one); 'ladder list' names "
		 "the roles (see 'ladder plan --help')\n"},
		{"ladder --color",
		 "ladder: --color needs a value: auto|always|never (see "
		 "'ladder help')\n"},
		{"ladder list \x1b[31m",
		 "ladder: list takes no \"\\x1b[31m\" (see 'ladder list "
		 "--help')\n"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct memory_host m;

		memory_host_init(&m);
		assert_int_equal(run(&m, cases[i].line), 2);
		assert_exactly(&m.err, cases[i].err);
		assert_int_equal(m.out.len, 0);
		memory_host_release(&m);
	}
}

static void help_wins(void **state)
{
	struct memory_host m;

	(void)state;
	memory_host_init(&m);
	assert_int_equal(run(&m, "ladder plan --bogus --help"), 0);
	assert_has(&m.out, "Usage: ladder plan");
	assert_int_equal(run(&m, "ladder -h"), 0);
	assert_has(&m.out, "For an engineer:");
	assert_int_equal(run(&m, "ladder"), 0);
	assert_has(&m.out, "For an engineer:");
	memory_host_release(&m);
}

/* A file that init and assess write is one that validate has nothing to say
 * about. */
static void what_is_written_validates(void **state)
{
	struct memory_host m;

	(void)state;
	memory_host_init(&m);
	assert_int_equal(run(&m, "ladder init"), 0);
	assert_int_equal(run(&m, "ladder init"), 4);
	assert_has(&m.err, "ladder.yaml is there already");
	assert_int_equal(run(&m, "ladder init --force"), 0);
	assert_int_equal(run(&m, "ladder init assessment --role ic/engineer "
				 "--target senior --person X"),
			 0);
	assert_int_equal(run(&m, "ladder validate --fail-on note"), 0);
	assert_int_equal(m.out.len, 0);
	assert_int_equal(m.err.len, 0);
	assert_int_equal(run(&m, "ladder plan"), 0);
	assert_int_equal(m.err.len, 0);
	memory_host_release(&m);
}

static void a_clean_validate_says_so_on_a_terminal(void **state)
{
	struct memory_host m;

	(void)state;
	memory_host_init(&m);
	m.files[0] = (struct memory_file){"/w/ladder.yaml", LADDER("a")};
	m.files[1] = (struct memory_file){"/w/assessment.yaml",
					  ASSESSMENT("a")};
	assert_int_equal(run(&m, "ladder validate"), 0);
	assert_int_equal(m.out.len, 0);
	m.terminal = true;
	assert_int_equal(run(&m, "ladder validate"), 0);
	assert_exactly(&m.out, "2 files checked, nothing wrong\n");
	assert_int_equal(run(&m, "ladder validate --format gcc"), 0);
	assert_int_equal(m.out.len, 0);
	memory_host_release(&m);
}

static void every_template_validates(void **state)
{
	char line[160];

	(void)state;
	for (const struct builtin *b = builtin_ladders; b->id; b++) {
		struct memory_host m;

		memory_host_init(&m);
		snprintf(line, sizeof line,
			 "ladder assess --template --ladder %s -o a.yaml",
			 b->id);
		assert_int_equal(run(&m, line), 0);
		assert_int_equal(run(&m, "ladder validate --fail-on note "
					 "a.yaml"),
				 0);
		assert_int_equal(m.out.len, 0);
		memory_host_release(&m);
	}
}

static void start_failing(struct memory_host *m, int fail_at)
{
	memory_host_init(m);
	m->files[0] = (struct memory_file){"/w/.git/config", ""};
	m->files[1] = (struct memory_file){"/w/ladders/a.yaml", LADDER("a")};
	m->files[2] = (struct memory_file){
		"/w/ladders/b.yaml",
		"format: ladder/1\nid: b\nname: B\nextends: a.yaml\n"};
	m->files[3] = (struct memory_file){"/w/x/assessment.yaml",
					   ASSESSMENT("b")};
	m->files[4] = (struct memory_file){
		"/w/x/accepted.yaml",
		"format: accepted/1\naccepted:\n  - fingerprint: "
		"0123456789abcdef\n    reason: Fine.\n    until: "
		"2026-11-01\n"};
	m->working = "/w/x";
	m->terminal = true;
	m->width = 80;
	m->height = 5;
	m->env[0] = "TERM";
	m->env[1] = "xterm";
	m->input = "assessment.yaml\nnone.yaml\n";
	m->fail_at = fail_at;
}

/* Whatever single thing the world refuses: the program says so or goes on
 * without it, and ends with a status that tells. */
static void any_call_may_fail(void **state)
{
	static const char *const lines[] = {
		"ladder plan", "ladder gap --format json=out", "ladder list",
		"ladder show ic/two", "ladder validate .. --follow",
		"ladder validate", "ladder init -o here.yaml",
		"ladder assess --template", "ladder --version",
		"ladder plan --batch --target two", "ladder compare two",
		"ladder diff a b --accept accepted.yaml --exit-code",
		"ladder diff a b -a assessment.yaml --names",
		"ladder diff a b --team ..",
		"ladder diff one two", "ladder diff HEAD:ladders/a.yaml",
	};

	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		bool reached = true;

		for (int at = 1; reached; at++) {
			struct memory_host m;
			int status;

			start_failing(&m, at);
			status = run(&m, lines[i]);
			reached = m.calls >= at;
			assert_true(status >= 0 && status <= 4);
			if (status && status != 1)
				assert_has(&m.err, "\n");
			memory_host_release(&m);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ladders_are_found),
		cmocka_unit_test(several_ladders_are_listed),
		cmocka_unit_test(assessments_are_found),
		cmocka_unit_test(nobody_assessed_is_said),
		cmocka_unit_test(a_full_disk_is_4),
		cmocka_unit_test(a_file_that_cannot_be_saved_is_4),
		cmocka_unit_test(several_formats_in_one_run),
		cmocka_unit_test(long_output_is_paged_on_a_terminal),
		cmocka_unit_test(colours_follow_the_terminal),
		cmocka_unit_test(machine_formats_do_not_see_the_terminal),
		cmocka_unit_test(one_line_and_a_way_out),
		cmocka_unit_test(help_wins),
		cmocka_unit_test(what_is_written_validates),
		cmocka_unit_test(a_clean_validate_says_so_on_a_terminal),
		cmocka_unit_test(every_template_validates),
		cmocka_unit_test(any_call_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
