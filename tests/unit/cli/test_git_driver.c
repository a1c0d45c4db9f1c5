/* The diff driver where something is amiss: git is never stopped. */
#include "cli/program.h"

#include "support/test.h"
#include "unit/cli/memory_host.h"

#define LADDER(stage)                                                       \
	"format: ladder/1\nid: a\nname: A\n"                                \
	"competencies:\n  craft:\n    name: Craft\n    layer: technical\n"  \
	"    stages:\n      - behaviours: [Does it.]\n"                     \
	"      - behaviours: [Does it well.]\n"                             \
	"tracks:\n  ic:\n    levels:\n"                                     \
	"      - {id: one, requires: {craft: " stage "}}\n"

#define HEADER \
	"diff --ladder a/l.yaml b/l.yaml\nindex 1111111..2222222\n"

static int show(struct memory_host *m, const char *old, const char *new)
{
	const char *words[] = {"ladder",  "git-diff-driver",
			       "l.yaml",  "old",
			       "1111111111111111111111111111111111111111",
			       "100644",  "new",
			       "2222222222222222222222222222222222222222",
			       "100644",  NULL};

	m->files[0] = (struct memory_file){"/w/old", old};
	m->files[1] = (struct memory_file){"/w/new", new};
	return ladder_main(&m->host, 9, (char **)(uintptr_t)words);
}

static void assert_shown(struct memory_host *m, const char *part)
{
	struct str out = buf_str(&m->out);

	if (!str_starts(out, STR(HEADER)) ||
	    !memmem(out.ptr, out.len, part, strlen(part)))
		fail_msg("\"%s\" is not in:\n%.*s", part, STR_ARG(out));
	assert_int_equal(m->err.len, 0);
}

static void a_terminal_gets_no_pager(void **state)
{
	struct memory_host m;

	(void)state;
	memory_host_init(&m);
	m.terminal = true;
	m.width = 80;
	m.height = 3;
	m.env[0] = "TERM";
	m.env[1] = "dumb";
	assert_int_equal(show(&m, LADDER("1"), LADDER("2")), 0);
	assert_shown(&m, "raised from 1 to 2");
	m.env[1] = "xterm";
	buf_clear(&m.out);
	assert_int_equal(show(&m, LADDER("1"), LADDER("2")), 0);
	assert_int_equal(m.paged.len, 0);
	memory_host_release(&m);
}

/* The host of this test runs no program at all. */
static void without_git_there_is_a_line(void **state)
{
	struct memory_host m;

	(void)state;
	memory_host_init(&m);
	assert_int_equal(show(&m, "a: 1\n", "a: 2\n"), 0);
	assert_shown(&m, "\nThe files differ.\n");
	memory_host_release(&m);
}

static void an_unreadable_side_is_told(void **state)
{
	struct memory_host m;

	(void)state;
	memory_host_init(&m);
	assert_int_equal(show(&m, NULL, LADDER("1")), 0);
	assert_shown(&m, "permission denied\n");
	memory_host_release(&m);
}

static void a_full_disk_stops_it(void **state)
{
	struct memory_host m;

	(void)state;
	memory_host_init(&m);
	m.full = true;
	assert_int_equal(show(&m, LADDER("1"), LADDER("2")), 4);
	assert_str(buf_str(&m.err),
		   "ladder: standard output: no space left on device\n");
	memory_host_release(&m);
}

/* Any call fails once: there is an answer, or one line about the output. */
static void any_call_may_fail(void **state)
{
	(void)state;
	for (int at = 1;; at++) {
		struct memory_host m;
		int status, calls;

		memory_host_init(&m);
		m.fail_at = at;
		status = show(&m, LADDER("1"), LADDER("2"));
		calls = m.calls;
		assert_true(status == 0 || status == 4);
		assert_int_equal(m.err.len > 0, status == 4);
		assert_true(status == 4 || m.out.len > strlen(HEADER));
		memory_host_release(&m);
		if (calls < at)
			break;
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_terminal_gets_no_pager),
		cmocka_unit_test(without_git_there_is_a_line),
		cmocka_unit_test(an_unreadable_side_is_told),
		cmocka_unit_test(a_full_disk_stops_it),
		cmocka_unit_test(any_call_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
