/* kill -9 at any moment of a save: the file is the old one or the new one, and
 * what the killed left is gone after the next save. */
#include "fault/saving.h"

#include "support/dice.h"
#include "support/test.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST = 300, LEAST = 40, SECONDS = 6, TRIALS = 5 };

static int64_t now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

/* How long it takes undisturbed. */
static uint32_t usual_us(struct saving_world *w)
{
	int64_t start = now_us();

	for (int i = 0; i < TRIALS; i++)
		saving_done(w, i & 1);
	return (uint32_t)((now_us() - start) / TRIALS) + 1;
}

/* Whether it was killed before it was done. */
static bool kill_after(struct saving_world *w, int text, uint32_t us)
{
	pid_t pid = saving_start(w, text, -1);
	int status;

	usleep(us);
	kill(pid, SIGKILL);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	if (!WIFSIGNALED(status))
		assert_int_equal(status, 0);
	return WIFSIGNALED(status);
}

static void killed_at_random_moments(void **state)
{
	struct saving_world *w = *state;
	struct dice dice = {(uint64_t)getpid()};
	uint32_t usual = usual_us(w), killed = 0, saved = 0;
	uint32_t times = SECONDS * 1000000u / usual;

	times = times > MOST ? MOST : times < LEAST ? LEAST : times;
	for (uint32_t i = 0; i < times; i++) {
		int before = saving_text(w);
		bool dead = kill_after(w, !before,
				       dice_below(&dice, usual * 5 / 4));

		killed += dead;
		saved += saving_text(w) != before;
		if (!dead)
			assert_int_not_equal(saving_text(w), before);
	}
	print_message("seed %d: %u of %u killed, %u saved, %d left beside\n",
		      (int)getpid(), killed, times, saved,
		      saving_strangers(w));
	assert_true(killed > 0);
	saving_age(w);
	saving_done(w, !saving_text(w));
	assert_int_equal(saving_strangers(w), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(killed_at_random_moments,
						saving_set_up_assess,
						saving_tear_down),
		cmocka_unit_test_setup_teardown(killed_at_random_moments,
						saving_set_up_migrate,
						saving_tear_down),
		cmocka_unit_test_setup_teardown(killed_at_random_moments,
						saving_set_up_log,
						saving_tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
