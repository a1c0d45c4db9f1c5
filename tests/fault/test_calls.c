/* Every system call of a save fails once, or is the last one: the file is the
 * old one or the new one, nothing lies beside it, and there is one line about
 * what went wrong. */
#include "fault/calls.h"

#include "support/test.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

enum { MOST_CALLS = 1000, N_NUMBERS = 1024 };

static void assert_one_line(const struct saving_world *w, const char *said,
			    int error)
{
	char file[256], out[256];

	snprintf(file, sizeof file, "ladder: %s: %s\n", w->file,
		 strerror(error));
	snprintf(out, sizeof out, "ladder: standard output: %s\n",
		 strerror(error));
	if (strcasecmp(said, file) && strcasecmp(said, out))
		fail_msg("it said: %s", said);
}

/* Gives whether the call was one that the save cannot do without. */
static bool check_failed(struct saving_world *w, int before,
			 const struct calls_outcome *o, int error)
{
	int after = saving_text(w);

	assert_true(WIFEXITED(o->status));
	assert_int_equal(saving_strangers(w), 0);
	if (WEXITSTATUS(o->status) == 0) {
		assert_string_equal(o->said, "");
		assert_int_not_equal(after, before);
		return false;
	}
	/* where it cannot even be read nothing is saved; what was mended is
	 * read once more */
	if (w->how == SAVING_ASSESS || WEXITSTATUS(o->status) != 3)
		assert_int_equal(WEXITSTATUS(o->status), 4);
	else if (w->how != SAVING_FIX)
		assert_int_equal(after, before);
	assert_one_line(w, o->said, error);
	return after == before;
}

/* Fails each call in turn; marks those that mattered. */
static int fail_each(struct saving_world *w, int error, bool *mattered)
{
	struct calls_plan plan = {.path = w->file, .error = error};
	struct calls_outcome o;

	for (plan.at = 1; plan.at < MOST_CALLS; plan.at++) {
		int before;

		saving_reset(w);
		before = saving_text(w);
		o = calls_save(w, !before, &plan);
		if (o.hit < 0)
			return o.n;
		if (check_failed(w, before, &o, error))
			mattered[o.hit] = true;
	}
	fail_msg("a save has more than %d calls", MOST_CALLS);
	return 0;
}

static const struct {
	int error;
	const char *must[8]; /* calls without which there is no save; NULL ends */
} errors[] = {
	{EIO, {"openat", "write", "fsync", "fchmod", "close", "rename", NULL}},
	{ENOSPC, {"openat", "write", "fsync", "rename", NULL}},
	{EACCES, {"openat", "rename", NULL}},
	{EINTR, {"fsync", "rename", NULL}},
};

static bool was_met(const bool *mattered, const char *name)
{
	for (int i = 0; i < N_NUMBERS; i++)
		if (mattered[i] && !strncmp(calls_name(i), name, strlen(name)))
			return true;
	return false;
}

static void every_call_fails_once(void **state)
{
	struct saving_world *w = *state;

	if (!calls_possible())
		skip();
	for (size_t i = 0; i < N_OF(errors); i++) {
		bool mattered[N_NUMBERS] = {0};
		int n = fail_each(w, errors[i].error, mattered);

		print_message("%s: %d calls\n", strerror(errors[i].error), n);
		for (size_t k = 0; errors[i].must[k]; k++)
			if (!was_met(mattered, errors[i].must[k]))
				fail_msg("%s did not matter",
					 errors[i].must[k]);
	}
}

static void every_call_is_the_last(void **state)
{
	struct saving_world *w = *state;
	struct calls_plan plan = {.path = w->file, .at = 1};
	int left = 0, saved = 0;
	struct calls_outcome o;

	if (!calls_possible())
		skip();
	for (;; plan.at++) {
		int before;

		saving_reset(w);
		before = saving_text(w);
		o = calls_save(w, !before, &plan);
		if (o.hit < 0)
			break;
		assert_int_equal(WTERMSIG(o.status), SIGKILL);
		saved += saving_text(w) != before;
		left += saving_strangers(w) > 0;
		saving_age(w);
		saving_reset(w);
		saving_done(w, !saving_text(w));
		assert_int_equal(saving_strangers(w), 0);
	}
	print_message("killed at %d calls, %d after it was saved\n",
		      plan.at - 1, saved);
	assert_true(saved > 0);
	assert_true(left > 0);
}

#define TEST(f, command)                                            \
	cmocka_unit_test_setup_teardown(f, saving_set_up_##command, \
					saving_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_call_fails_once, assess),
		TEST(every_call_fails_once, migrate),
		TEST(every_call_fails_once, log),
		TEST(every_call_fails_once, fmt),
		TEST(every_call_fails_once, fix),
		TEST(every_call_is_the_last, assess),
		TEST(every_call_is_the_last, migrate),
		TEST(every_call_is_the_last, log),
		TEST(every_call_is_the_last, fmt),
		TEST(every_call_is_the_last, fix),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
