/* Runs programs in turn, round after round, and prints what each cost:
 * `turns ROUNDS SECONDS <LIST`. A line of the list is a name and a command,
 * words between blanks; `<FILE` is its standard input and `>FILE` its standard
 * output, which are empty and thrown away where they are not given.
 *
 * For each line it prints: name, median seconds by the clock from before fork
 * to after wait4, median seconds of the processor, most resident memory in
 * bytes, and how it ended: its status, or `late` where it had used up SECONDS
 * of the processor. Who was late once is not run again. */
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_ROUNDS = 200, MOST_PROGRAMS = 16, MOST_WORDS = 32 };
enum { MOST_LINE = 4096 };

struct program {
	char line[MOST_LINE];
	char *argv[MOST_WORDS];  /* ends with NULL; the name is not in it */
	char *name, *in, *out;
	double clock[MOST_ROUNDS], processor[MOST_ROUNDS]; /* seconds */
	long peak;                                         /* bytes */
	int status;
	bool late;
};

/* --- the list ------------------------------------------------------------- */

/* False where the line holds no command. */
static bool read_words(struct program *p)
{
	char *word = strtok(p->line, " \n");
	int n = 0;

	p->name = word;
	while (word && (word = strtok(NULL, " \n")) && n + 1 < MOST_WORDS) {
		if (*word == '<')
			p->in = word + 1;
		else if (*word == '>')
			p->out = word + 1;
		else
			p->argv[n++] = word;
	}
	return n > 0;
}

static int read_list(struct program *programs)
{
	int n = 0;

	while (n < MOST_PROGRAMS &&
	       fgets(programs[n].line, MOST_LINE, stdin))
		n += read_words(&programs[n]);
	return n;
}

/* --- one run -------------------------------------------------------------- */

static void open_as(const char *path, int flags, int as)
{
	int fd = open(path ? path : "/dev/null", flags, 0666);

	if (fd < 0 || dup2(fd, as) < 0)
		_exit(127);
}

/* In the child. */
_Noreturn static void become(struct program *p, rlim_t seconds)
{
	struct rlimit limit = {seconds, seconds + 1};

	open_as(p->in, O_RDONLY, STDIN_FILENO);
	open_as(p->out, O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
	open_as(NULL, O_WRONLY, STDERR_FILENO);
	setrlimit(RLIMIT_CPU, &limit);
	execvp(p->argv[0], p->argv);
	_exit(127);
}

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double seconds_of(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

/* ru_maxrss counts kilobytes, and bytes on macOS. */
static long peak_bytes(const struct rusage *use)
{
#ifdef __APPLE__
	return use->ru_maxrss;
#else
	return use->ru_maxrss * 1024;
#endif
}

static void run_once(struct program *p, int at, rlim_t seconds)
{
	double start = now();
	struct rusage use;
	int status = 0;
	pid_t pid = fork();

	if (pid == 0)
		become(p, seconds);
	if (pid < 0 || wait4(pid, &status, 0, &use) != pid) {
		perror("turns");
		exit(1);
	}
	p->clock[at] = now() - start;
	p->processor[at] = seconds_of(use.ru_utime) + seconds_of(use.ru_stime);
	p->late |= WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU;
	p->status = WIFEXITED(status) ? WEXITSTATUS(status)
				      : 128 + WTERMSIG(status);
	if (peak_bytes(&use) > p->peak)
		p->peak = peak_bytes(&use);
}

/* --- all of them ---------------------------------------------------------- */

static int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double median(double *values, int n)
{
	qsort(values, (size_t)n, sizeof *values, by_value);
	return values[n / 2];
}

static void print(struct program *p, int rounds)
{
	int n = p->late ? 1 : rounds;

	printf("%s %.6f %.6f %ld ", p->name, median(p->clock, n),
	       median(p->processor, n), p->peak);
	if (p->late)
		puts("late");
	else
		printf("%d\n", p->status);
}

int main(int argc, char **argv)
{
	struct program *programs = calloc(MOST_PROGRAMS, sizeof *programs);
	int rounds = argc == 3 ? atoi(argv[1]) : 0, n;
	int seconds = argc == 3 ? atoi(argv[2]) : 0;

	if (!programs || rounds < 1 || rounds > MOST_ROUNDS || seconds < 1) {
		fputs("usage: turns ROUNDS SECONDS <LIST\n", stderr);
		return 2;
	}
	n = read_list(programs);
	/* The first run brings files into memory and is not counted. */
	for (int i = -1; i < rounds; i++)
		for (int k = 0; k < n; k++)
			if (!programs[k].late)
				run_once(&programs[k], i < 0 ? 0 : i,
					 (rlim_t)seconds);
	for (int k = 0; k < n; k++)
		print(&programs[k], rounds);
	free(programs);
	return 0;
}
