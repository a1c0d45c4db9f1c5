#include "host/posix.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

/* A host and an empty directory, which is the working directory. */
struct world {
	struct host_posix posix;
	struct host *host;
	struct arena arena;
	char dir[64];
};

static int set_up(void **state)
{
	struct world *w = calloc(1, sizeof *w);

	strcpy(w->dir, "/tmp/ladder-save-XXXXXX");
	if (!mkdtemp(w->dir) || chdir(w->dir))
		return -1;
	host_posix_streams();
	host_posix_init(&w->posix);
	w->host = &w->posix.host;
	*state = w;
	return 0;
}

static int tear_down(void **state)
{
	struct world *w = *state;
	char command[96];

	snprintf(command, sizeof command, "rm -rf '%s'", w->dir);
	arena_release(&w->arena);
	free(w);
	return chdir("/") || system(command);
}

static void put(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	fputs(text, f);
	fclose(f);
}

static void assert_holds(const char *path, const char *text)
{
	char found[256] = "";
	FILE *f = fopen(path, "r");

	assert_non_null(f);
	found[fread(found, 1, sizeof found - 1, f)] = 0;
	fclose(f);
	assert_string_equal(found, text);
}

/* All names here, and no others. */
static void assert_names(struct world *w, const char *names)
{
	struct str found = {0};
	const char **name;
	size_t n;

	assert_int_equal(w->host->list(w->host, &w->arena, ".", &name, &n),
			 HOST_OK);
	for (size_t i = 0; i < n; i++)
		found = arena_printf(&w->arena, "%.*s%s%s", STR_ARG(found),
				     i ? " " : "", name[i]);
	assert_string_equal(n ? found.ptr : "", names);
}

static bool replace(struct world *w, const char *path, const char *was,
		    const char *text)
{
	struct str bytes = str_of(was);

	return w->host->replace(w->host, path, was ? &bytes : NULL,
				str_of(text));
}

static void assert_refused(struct world *w, const char *path, const char *was,
			   const char *why)
{
	assert_false(replace(w, path, was, "new"));
	assert_string_equal(w->host->why(w->host), why);
}

static void replaces_what_was_read(void **state)
{
	struct world *w = *state;

	assert_true(replace(w, "a", NULL, "one"));
	assert_true(replace(w, "a", "one", ""));
	assert_true(replace(w, "a", "", "three"));
	assert_holds("a", "three");
	assert_int_equal(symlink("a", "link"), 0);
	assert_true(replace(w, "link", "three", "four"));
	assert_holds("a", "four");
	assert_names(w, "a link");
}

static void keeps_what_somebody_else_wrote(void **state)
{
	static const char changed[] = "it was changed since it was read";
	struct world *w = *state;

	put("a", "old and more");
	assert_refused(w, "a", "old", changed);
	assert_refused(w, "a", "old and more.", changed);
	assert_refused(w, "a", "Old and more", changed);
	assert_refused(w, "a", "", changed);
	assert_refused(w, "a", NULL, "it is there already");
	assert_refused(w, "gone", "old", changed);
	assert_holds("a", "old and more");
	assert_names(w, "a");
}

static void refuses_what_is_no_file(void **state)
{
	struct world *w = *state;

	mkdir("d", 0700);
	assert_int_equal(symlink("nowhere", "link"), 0);
	assert_refused(w, "d", "", "is a directory");
	assert_refused(w, "/dev/null", "", "it is not a file");
	assert_refused(w, "link", NULL, "no such file or directory");
	assert_false(w->host->save(w->host, "link", STR("new")));
	assert_names(w, "d link");
}

static void keeps_the_mode(void **state)
{
	struct world *w = *state;
	struct stat st;

	put("a", "old");
	chmod("a", 0604);
	assert_true(replace(w, "a", "old", "new"));
	assert_int_equal(stat("a", &st), 0);
	assert_int_equal(st.st_mode & 07777, 0604);
}

static void waits_for_others_but_not_for_ever(void **state)
{
	struct world *w = *state;
	int status, fd;
	pid_t pid;

	put("a", "old");
	fd = open("a", O_RDONLY | O_CLOEXEC);
	assert_int_equal(flock(fd, LOCK_EX), 0);
	pid = fork();
	if (!pid)
		_exit(replace(w, "a", "old", "new") ||
		      strcmp(w->host->why(w->host),
			     "another program is writing it"));
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	assert_holds("a", "old");
	pid = fork();
	if (!pid) {
		close(fd); /* which would keep the lock, too */
		_exit(!replace(w, "a", "old", "new"));
	}
	usleep(50000);
	close(fd);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	assert_holds("a", "new");
}

static void a_file_may_not_grow(void **state)
{
	struct rlimit before, none = {0, 0};
	struct world *w = *state;

	put("a", "old");
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	none.rlim_max = before.rlim_max;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &none), 0);
	assert_false(replace(w, "a", "old", "new"));
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	assert_string_equal(w->host->why(w->host), "file too large");
	assert_holds("a", "old");
	assert_names(w, "a");
}

/* --- what crashed runs left ---------------------------------------------- */

static void age(const char *path, time_t seconds)
{
	struct timespec times[2] = {{.tv_sec = time(NULL) - seconds},
				    {.tv_sec = time(NULL) - seconds}};

	assert_int_equal(utimensat(AT_FDCWD, path, times, AT_SYMLINK_NOFOLLOW),
			 0);
}

/* A process that is gone for certain. */
static unsigned long ended_process(void)
{
	pid_t pid = fork();

	if (!pid)
		_exit(0);
	assert_int_equal(waitpid(pid, NULL, 0), pid);
	return (unsigned long)pid;
}

static const char *leave(struct world *w, const char *fmt, unsigned long pid,
			 time_t seconds)
{
	char name[64];

	snprintf(name, sizeof name, fmt, pid);
	put(name, "half");
	age(name, seconds);
	return arena_str(&w->arena, str_of(name)).ptr;
}

static void cleans_only_what_is_ours_and_stale(void **state)
{
	struct world *w = *state;
	unsigned long ended = ended_process();
	unsigned long alive = (unsigned long)getppid();
	const char *kept[8], *gone[2];
	enum { HOUR = 3600 };

	gone[0] = leave(w, ".ladder-%lx-0.tmp", ended, HOUR);
	gone[1] = leave(w, ".ladder-%lx-17.tmp", ended, HOUR);
	kept[0] = leave(w, ".ladder-%lx-1.tmp", ended, 60);
	kept[1] = leave(w, ".ladder-%lx-2.tmp", ended, -HOUR);
	kept[2] = leave(w, ".ladder-%lx-0.tmp", alive, HOUR);
	kept[3] = leave(w, "ladder-%lx-0.tmp", ended, HOUR);
	kept[4] = leave(w, ".ladder-%lx-.tmp", ended, HOUR);
	kept[5] = leave(w, ".ladder-%lx-0.tmp~", ended, HOUR);
	kept[6] = leave(w, ".ladder--%lx-0.tmp", ended, HOUR);
	kept[7] = leave(w, ".ladder-0-%lx.tmp", ended, HOUR);
	assert_true(w->host->save(w->host, "a", STR("new")));
	for (size_t i = 0; i < 2; i++)
		assert_int_equal(access(gone[i], F_OK), -1);
	for (size_t i = 0; i < 8; i++)
		assert_int_equal(access(kept[i], F_OK), 0);
}

/* By such a name somebody could make it remove, or write, another file. */
static void follows_no_link_by_such_a_name(void **state)
{
	struct world *w = *state;
	char name[64];

	put("precious", "gold");
	snprintf(name, sizeof name, ".ladder-%lx-0.tmp", ended_process());
	assert_int_equal(symlink("precious", name), 0);
	age(name, 3600);
	age("precious", 3600);
	snprintf(name, sizeof name, ".ladder-%lx-0.tmp",
		 (unsigned long)getpid());
	assert_int_equal(symlink("precious", name), 0);
	assert_true(w->host->save(w->host, "a", STR("new")));
	assert_holds("precious", "gold");
	assert_holds("a", "new");
}

/* What is there stays, a link leads nowhere, nobody else may read it. */
static void a_file_of_ones_own(void **state)
{
	struct world *w = *state;
	struct host *h = w->host;
	struct stat st;

	umask(0);
	assert_true(h->create(h, "mine", STR("typed")));
	assert_int_equal(stat("mine", &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
	assert_int_equal(st.st_size, 5);
	assert_false(h->create(h, "mine", STR("again")));
	assert_string_equal(h->why(h), "file exists");
	assert_int_equal(symlink("elsewhere", "link"), 0);
	assert_false(h->create(h, "link", STR("typed")));
	assert_int_equal(stat("elsewhere", &st), -1);
	assert_true(h->remove(h, "mine"));
	assert_int_equal(stat("mine", &st), -1);
	assert_false(h->remove(h, "mine"));
	assert_string_equal(h->why(h), "no such file or directory");
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(replaces_what_was_read),
		TEST(keeps_what_somebody_else_wrote),
		TEST(refuses_what_is_no_file),
		TEST(keeps_the_mode),
		TEST(a_file_of_ones_own),
		TEST(waits_for_others_but_not_for_ever),
		TEST(a_file_may_not_grow),
		TEST(cleans_only_what_is_ours_and_stale),
		TEST(follows_no_link_by_such_a_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
