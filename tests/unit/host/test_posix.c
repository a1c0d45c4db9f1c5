#include "host/posix.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
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

	strcpy(w->dir, "/tmp/ladder-host-XXXXXX");
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

static enum host_status get(struct world *w, const char *path,
			    const char *within, size_t limit,
			    struct str *text)
{
	return w->host->read(w->host, &w->arena, path, within, limit, text);
}

static void assert_holds(struct world *w, const char *path, const char *text)
{
	struct str s = {0};

	assert_int_equal(get(w, path, NULL, 1000, &s), HOST_OK);
	assert_int_equal(s.len, strlen(text));
	assert_memory_equal(s.ptr, text, s.len);
}

static void reads_files_up_to_the_limit(void **state)
{
	struct world *w = *state;
	struct str s;

	put("a", "12345");
	put("empty", "");
	assert_holds(w, "a", "12345");
	assert_holds(w, "empty", "");
	assert_int_equal(get(w, "a", NULL, 5, &s), HOST_OK);
	assert_int_equal(get(w, "a", NULL, 4, &s), HOST_TOO_LARGE);
}

static void refuses_what_is_no_file(void **state)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX,
				      .sun_path = "socket"};
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);
	struct world *w = *state;
	struct str s;

	assert_int_equal(get(w, "none", NULL, 9, &s), HOST_MISSING);
	assert_string_equal(w->host->why(w->host),
			    "no such file or directory");
	assert_int_equal(get(w, ".", NULL, 9, &s), HOST_DIRECTORY);
	assert_int_equal(get(w, "/dev/zero", NULL, 9, &s), HOST_NOT_A_FILE);
	assert_string_equal(w->host->why(w->host),
			    "it is a device, not a file");
	assert_int_equal(bind(fd, (struct sockaddr *)&address, sizeof address),
			 0);
	assert_int_equal(get(w, "socket", NULL, 9, &s), HOST_NOT_A_FILE);
	close(fd);
}

static void a_pipe_without_a_writer_is_refused_at_once(void **state)
{
	struct world *w = *state;
	struct str s;

	assert_int_equal(mkfifo("pipe", 0600), 0);
	alarm(10);
	assert_int_equal(get(w, "pipe", NULL, 9, &s), HOST_NOT_A_FILE);
	alarm(0);
	assert_string_equal(w->host->why(w->host),
			    "nobody writes to this pipe");
}

/* The writer opens the pipe before us and takes its time. */
static void waits_for_a_slow_writer(void **state)
{
	struct world *w = *state;
	int fd;

	assert_int_equal(mkfifo("pipe", 0600), 0);
	fd = open("pipe", O_RDWR);
	if (!fork()) {
		int out = open("pipe", O_WRONLY);

		close(fd);
		usleep(100 * 1000);
		assert_int_equal(write(out, "first ", 6), 6);
		usleep(100 * 1000);
		assert_int_equal(write(out, "second", 6), 6);
		_exit(0);
	}
	usleep(50 * 1000);
	close(fd);
	assert_holds(w, "pipe", "first second");
	wait(NULL);
}

static void an_endless_pipe_meets_the_limit(void **state)
{
	struct world *w = *state;
	char path[32];
	struct str s;
	int ends[2];

	assert_int_equal(pipe(ends), 0);
	if (!fork()) {
		char block[4096] = {0};

		close(ends[0]);
		while (write(ends[1], block, sizeof block) > 0)
			;
		_exit(0);
	}
	close(ends[1]);
	snprintf(path, sizeof path, "/dev/fd/%d", ends[0]);
	assert_int_equal(get(w, path, NULL, 100000, &s), HOST_TOO_LARGE);
	close(ends[0]);
	wait(NULL);
}

static void keeps_within_a_directory(void **state)
{
	struct world *w = *state;
	const char *in;
	struct str s;

	mkdir("in", 0700);
	mkdir("inside", 0700);
	put("in/a", "a");
	put("inside/b", "b");
	assert_int_equal(symlink("a", "in/near"), 0);
	assert_int_equal(symlink("../inside/b", "in/far"), 0);
	in = w->host->real_path(w->host, &w->arena, "in");
	assert_int_equal(get(w, "in/a", in, 9, &s), HOST_OK);
	assert_int_equal(get(w, "in/near", in, 9, &s), HOST_OK);
	assert_int_equal(get(w, "in/far", in, 9, &s), HOST_OUTSIDE);
	assert_int_equal(get(w, "in/../inside/b", in, 9, &s), HOST_OUTSIDE);
	assert_int_equal(get(w, "in/none", in, 9, &s), HOST_MISSING);
}

static void saves_all_or_nothing(void **state)
{
	struct world *w = *state;
	struct stat st;

	put("a", "old");
	chmod("a", 0640);
	assert_int_equal(symlink("a", "link"), 0);
	assert_true(w->host->save(w->host, "link", STR("new")));
	assert_holds(w, "a", "new");
	assert_int_equal(lstat("link", &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	assert_int_equal(stat("a", &st), 0);
	assert_int_equal(st.st_mode & 07777, 0640);
	assert_true(w->host->save(w->host, "b", STR("b")));
	assert_holds(w, "b", "b");
	assert_false(w->host->save(w->host, "none/c", STR("c")));
	assert_string_equal(w->host->why(w->host),
			    "no such file or directory");
	assert_false(w->host->save(w->host, ".", STR("c")));
}

/* Nothing is left lying about, neither after success nor after failure. */
static void leaves_nothing_beside(void **state)
{
	struct world *w = *state;
	const char **names;
	size_t n;

	assert_true(w->host->save(w->host, "a", STR("a")));
	mkdir("a-dir", 0700);
	assert_false(w->host->save(w->host, "a-dir", STR("a")));
	assert_int_equal(w->host->list(w->host, &w->arena, ".", &names, &n),
			 HOST_OK);
	assert_int_equal(n, 2);
	assert_string_equal(names[0], "a");
	assert_string_equal(names[1], "a-dir");
}

static void devices_are_written_to(void **state)
{
	struct world *w = *state;
	struct stat st;

	assert_true(w->host->save(w->host, "/dev/null", STR("x")));
	assert_int_equal(stat("/dev/null", &st), 0);
	assert_true(S_ISCHR(st.st_mode));
	assert_false(w->host->save(w->host, "/dev/full", STR("x")));
	assert_string_equal(w->host->why(w->host), "no space left on device");
}

static void runs_programs(void **state)
{
	const char *cat[] = {"cat", NULL}, *none[] = {"no-such-thing", NULL};
	const char *no[] = {"sh", "-c", "exit 3", NULL};
	struct world *w = *state;
	size_t size = 1 << 20;
	char *big = malloc(size);
	struct str out;

	memset(big, 'x', size);
	assert_int_equal(w->host->run(w->host, &w->arena, cat,
				      (struct str){big, size}, &out),
			 0);
	assert_int_equal(out.len, size);
	assert_int_equal(w->host->run(w->host, &w->arena, no, STR(""), &out),
			 3);
	assert_int_equal(w->host->run(w->host, &w->arena, none, STR(""), &out),
			 -1);
	free(big);
}

/* The command is the shell's, the file one word of it whatever it holds; its
 * interrupts are not ours. */
static void an_editor_gets_the_file(void **state)
{
	struct world *w = *state;
	struct host *h = w->host;
	const char *file = "it's $HOME; \"x\"";
	struct str text;

	assert_int_equal(h->edit(h, "printf '%s|%s' 'a b' >said", file), 0);
	assert_int_equal(h->read(h, &w->arena, "said", NULL, 100, &text),
			 HOST_OK);
	assert_true(str_is(text, "a b|it's $HOME; \"x\""));
	assert_int_equal(h->edit(h, "exit 5;", file), 5);
	assert_int_equal(h->edit(h, "kill -INT $PPID; true", file), 0);
	assert_int_equal(h->edit(h, "no-such-editor 2>said", file), 127);
}

/* A file that is saved between two looks at the clock has a time between
 * them. */
static void the_clock_is_that_of_files(void **state)
{
	struct world *w = *state;
	int64_t before = w->host->clock(w->host);
	struct stat st;

	assert_true(w->host->save(w->host, "now", STR("x")));
	assert_int_equal(stat("now", &st), 0);
	/* the kernel stamps files with a clock that may lag a tick behind */
	assert_in_range(st.st_mtime + 1, before,
			w->host->clock(w->host) + 1);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(reads_files_up_to_the_limit),
		TEST(refuses_what_is_no_file),
		TEST(a_pipe_without_a_writer_is_refused_at_once),
		TEST(waits_for_a_slow_writer),
		TEST(an_endless_pipe_meets_the_limit),
		TEST(keeps_within_a_directory),
		TEST(saves_all_or_nothing),
		TEST(leaves_nothing_beside),
		TEST(devices_are_written_to),
		TEST(runs_programs),
		TEST(an_editor_gets_the_file),
		TEST(the_clock_is_that_of_files),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
