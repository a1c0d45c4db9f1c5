#include "fault/saving.h"

#include "support/test.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static const char *const persons[2] = {"Ada Lovelace", "Grace Hopper"};

static struct str read_all(struct arena *a, const char *path)
{
	FILE *f = fopen(path, "rb");
	struct stat st;
	char *text;

	assert_non_null(f);
	assert_int_equal(fstat(fileno(f), &st), 0);
	text = arena_alloc(a, (size_t)st.st_size + 1);
	assert_int_equal(fread(text, 1, (size_t)st.st_size, f), st.st_size);
	fclose(f);
	return (struct str){text, (size_t)st.st_size};
}

static void exec_assess(const struct saving_world *w, int text)
{
	execl(LADDER_BINARY_DIR "/ladder", "ladder", "assess", "--template",
	      "--ladder", "builtin:software-engineering", "--person",
	      persons[text], "--force", "--output", w->file, (char *)NULL);
}

static void exec_migrate(const struct saving_world *w, int text)
{
	char ladders[2][96];

	for (int i = 0; i < 2; i++)
		snprintf(ladders[i], sizeof ladders[i], "%s/%d.yaml", w->root,
			 i);
	execl(LADDER_BINARY_DIR "/ladder", "ladder", "migrate", w->file,
	      "--from", ladders[!text], "--to", ladders[text], (char *)NULL);
}

static void exec_log(const struct saving_world *w, int text)
{
	execl(LADDER_BINARY_DIR "/ladder", "ladder", "log",
	      text ? "delivery@1" : "delivery@2", "--assessment", w->file,
	      "--ladder", "builtin:software-engineering", (char *)NULL);
}

static void exec_fmt(const struct saving_world *w)
{
	execl(LADDER_BINARY_DIR "/ladder", "ladder", "fmt", "-q", w->file,
	      (char *)NULL);
}

static void exec_fix(const struct saving_world *w)
{
	execl(LADDER_BINARY_DIR "/ladder", "ladder", "validate", "-q", "--fix",
	      w->file, (char *)NULL);
}

static void exec_ladder(const struct saving_world *w, int text)
{
	switch (w->how) {
	case SAVING_ASSESS:
		exec_assess(w, text);
		return;
	case SAVING_MIGRATE:
		exec_migrate(w, text);
		return;
	case SAVING_LOG:
		exec_log(w, text);
		return;
	case SAVING_FMT:
		exec_fmt(w);
		return;
	case SAVING_FIX:
		exec_fix(w);
	}
}

/* Leaks are another test's business, and the search for them takes long. */
_Noreturn void saving_exec(const struct saving_world *w, int text, int err)
{
	int null = open("/dev/null", O_RDWR);

	setenv("ASAN_OPTIONS", "detect_leaks=0", 1);
	dup2(null, STDIN_FILENO);
	dup2(null, STDOUT_FILENO);
	dup2(err < 0 ? null : err, STDERR_FILENO);
	exec_ladder(w, text);
	_exit(127);
}

pid_t saving_start(const struct saving_world *w, int text, int err)
{
	pid_t pid = fork();

	if (!pid)
		saving_exec(w, text, err);
	assert_true(pid > 0);
	return pid;
}

void saving_done(struct saving_world *w, int text)
{
	pid_t pid = saving_start(w, text, -1);
	int status;

	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	if (w->texts[text].ptr)
		assert_int_equal(saving_text(w), text);
	else
		w->texts[text] = read_all(&w->arena, w->file);
}

int saving_text(struct saving_world *w)
{
	struct arena scratch = {0};
	struct str found = read_all(&scratch, w->file);
	int text = str_eq(found, w->texts[0])   ? 0
		   : str_eq(found, w->texts[1]) ? 1
						: -1;

	arena_release(&scratch);
	assert_int_not_equal(text, -1);
	return text;
}

int saving_strangers(struct saving_world *w)
{
	DIR *d = opendir(w->dir);
	struct dirent *entry;
	int n = -3; /* `.`, `..` and the file */

	assert_non_null(d);
	while ((entry = readdir(d)))
		n++;
	closedir(d);
	return n;
}

void saving_age(struct saving_world *w)
{
	struct timespec times[2] = {{.tv_sec = time(NULL) - 1000},
				    {.tv_sec = time(NULL) - 1000}};
	DIR *d = opendir(w->dir);
	struct dirent *entry;

	assert_non_null(d);
	while ((entry = readdir(d)))
		utimensat(dirfd(d), entry->d_name, times,
			  AT_SYMLINK_NOFOLLOW);
	closedir(d);
}

/* Ladder 1 has a stage below those of ladder 0, so that the number of each
 * changes. */
static void write_ladder(const struct saving_world *w, int version)
{
	char path[96];
	FILE *f;

	snprintf(path, sizeof path, "%s/%d.yaml", w->root, version);
	f = fopen(path, "w");
	assert_non_null(f);
	fprintf(f,
		"format: ladder/1\nid: l\nname: L\nversion: \"%d\"\n"
		"competencies:\n  craft:\n    name: Craft\n"
		"    layer: technical\n    stages: [%s{id: a}, {id: b}]\n"
		"tracks:\n  ic:\n    levels: [{id: x, requires: {craft: 1}}]\n",
		version, version ? "{id: z}, " : "");
	fclose(f);
}

static void write_assessment(const struct saving_world *w, const char *ladder,
			     const char *rating)
{
	FILE *f = fopen(w->file, "w");

	assert_non_null(f);
	fprintf(f,
		"# mine\nformat: assessment/1\nladder: %s\n"
		"person: Ada\nratings: {%s: 2} # why\n",
		ladder, rating);
	fclose(f);
}

/* What `fmt` lays out anew, and in which `validate --fix` finds a mistyped
 * key. */
static const char untidy[] =
	"name: L # mine\nid: l\nformat: ladder/1\n"
	"competencies:\n    craft:\n        layer: technical\n"
	"        name: Craft\n"
	"        stages: [{id: a, evidence: [A report.]}]\n"
	"tracks:\n  ic: {levels: [{id: x, titel: X, requires: {craft: 1}}]}\n";

/* A mistake would keep `fmt` from it. */
static void write_untidy(const struct saving_world *w)
{
	char text[sizeof untidy];
	FILE *f = fopen(w->file, "w");

	strcpy(text, untidy);
	if (w->how == SAVING_FMT)
		memcpy(strstr(text, "titel"), "title", strlen("title"));
	assert_non_null(f);
	fputs(text, f);
	assert_int_equal(fclose(f), 0);
}

static bool is_one_way(const struct saving_world *w)
{
	return w->how == SAVING_FMT || w->how == SAVING_FIX;
}

void saving_reset(struct saving_world *w)
{
	if (is_one_way(w))
		write_untidy(w);
}

static void write_files(struct saving_world *w)
{
	if (is_one_way(w)) {
		write_untidy(w);
		w->texts[0] = read_all(&w->arena, w->file);
	}
	if (w->how == SAVING_LOG)
		write_assessment(w, "software-engineering", "delivery");
	if (w->how != SAVING_MIGRATE)
		return;
	write_ladder(w, 0);
	write_ladder(w, 1);
	write_assessment(w, "l\nladder-version: \"0\"", "craft");
}

static int set_up(void **state, enum saving_how how)
{
	struct saving_world *w = calloc(1, sizeof *w);

	w->how = how;
	strcpy(w->root, "/tmp/ladder-fault-XXXXXX");
	if (!mkdtemp(w->root))
		return -1;
	snprintf(w->dir, sizeof w->dir, "%s/in", w->root);
	snprintf(w->file, sizeof w->file, "%s/file.yaml", w->dir);
	mkdir(w->dir, 0700);
	write_files(w);
	saving_done(w, 1);
	if (is_one_way(w))
		saving_reset(w);
	else
		saving_done(w, 0);
	*state = w;
	return str_eq(w->texts[0], w->texts[1]);
}

int saving_set_up_assess(void **state)
{
	return set_up(state, SAVING_ASSESS);
}

int saving_set_up_migrate(void **state)
{
	return set_up(state, SAVING_MIGRATE);
}

int saving_set_up_log(void **state)
{
	return set_up(state, SAVING_LOG);
}

int saving_set_up_fmt(void **state)
{
	return set_up(state, SAVING_FMT);
}

int saving_set_up_fix(void **state)
{
	return set_up(state, SAVING_FIX);
}

int saving_tear_down(void **state)
{
	struct saving_world *w = *state;
	char command[96];
	int status;

	snprintf(command, sizeof command, "rm -rf '%s'", w->root);
	status = system(command);
	arena_release(&w->arena);
	free(w);
	return status;
}
