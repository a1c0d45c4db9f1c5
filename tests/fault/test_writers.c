/* Several programs save one file at the same time. */
#include "fault/saving.h"

#include "host/posix.h"
#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { WRITERS = 3, EACH = 60, SAVES = 30 };

/* Counts on in a file, as commands that edit one do: what was read may be
 * replaced, what changed since is read again. Gives how often. */
static int count_on(const char *path, int times)
{
	struct host_posix posix;
	struct host *h = &posix.host;
	struct arena a = {0};
	int again = 0;

	host_posix_init(&posix);
	for (int done = 0; done < times;) {
		struct str was, now;

		if (h->read(h, &a, path, NULL, 100, &was) != HOST_OK)
			_exit(1);
		now = arena_printf(&a, "%d", atoi(arena_str(&a, was).ptr) + 1);
		if (h->replace(h, path, &was, now))
			done++;
		else if (!strcmp(h->why(h), "it was changed since it was read"))
			again++;
		else
			_exit(1);
		arena_clear(&a);
	}
	arena_release(&a);
	return again;
}

static void wait_for(pid_t pid, int *status)
{
	assert_int_equal(waitpid(pid, status, 0), pid);
	assert_true(WIFEXITED(*status));
}

/* Not one step is lost. */
static void writers_wait_for_one_another(void **state)
{
	struct saving_world *w = *state;
	struct host_posix posix;
	struct str count;
	pid_t pids[WRITERS];
	int status, again = 0;

	host_posix_init(&posix);
	assert_true(posix.host.save(&posix.host, w->file, STR("0")));
	for (int i = 0; i < WRITERS; i++)
		if (!(pids[i] = fork()))
			_exit(count_on(w->file, EACH) ? 2 : 0);
	for (int i = 0; i < WRITERS; i++) {
		wait_for(pids[i], &status);
		assert_int_not_equal(WEXITSTATUS(status), 1);
		again += WEXITSTATUS(status) == 2;
	}
	assert_int_equal(posix.host.read(&posix.host, &w->arena, w->file, NULL,
					 100, &count),
			 HOST_OK);
	print_message("%d of %d writers had to read again\n", again, WRITERS);
	assert_int_equal(atoi(arena_str(&w->arena, count).ptr),
			 WRITERS * EACH);
	assert_int_equal(saving_strangers(w), 0);
}

/* Two that write over whatever is there: all of one, or all of the other. */
static void the_file_is_always_whole(void **state)
{
	struct saving_world *w = *state;
	int status;

	for (int i = 0; i < SAVES; i++) {
		pid_t one = saving_start(w, 0, -1);
		pid_t two = saving_start(w, 1, -1);

		while (!waitpid(one, &status, WNOHANG))
			saving_text(w);
		assert_int_equal(status, 0);
		wait_for(two, &status);
		assert_int_equal(status, 0);
		saving_text(w);
	}
	assert_int_equal(saving_strangers(w), 0);
}

#define TEST(f)                                                  \
	cmocka_unit_test_setup_teardown(f, saving_set_up_assess, \
					saving_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(writers_wait_for_one_another),
		TEST(the_file_is_always_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
