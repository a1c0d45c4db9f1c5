/* Runs pairs of programs in turn and prints the medians of their times as
 * ratios, each beside its target: `compare ROUNDS LADDER EVENTS EMPTY DIR`,
 * where DIR holds small.yaml, medium.yaml, large.yaml, prose.yaml. A time is
 * that from before fork to after wait4, so it holds all that starting and
 * ending a process cost. Status 1 where a program did not do its work. */
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_ROUNDS = 1001, MOST_PATH = 4096 };

struct programs {
	char *ladder, *events, *empty;
};

/* What one program cost over all rounds. */
struct cost {
	double times[MOST_ROUNDS]; /* seconds */
	long peak;                 /* bytes of resident memory, the most */
};

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* In the child: becomes the program, its output thrown away. */
_Noreturn static void become(char **argv)
{
	int null = open("/dev/null", O_RDWR);

	if (null >= 0) {
		dup2(null, STDIN_FILENO);
		dup2(null, STDOUT_FILENO);
		dup2(null, STDERR_FILENO);
		execv(argv[0], argv);
	}
	_exit(127);
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

static double run_once(char **argv, struct cost *cost)
{
	double start = now(), took;
	struct rusage use;
	int status = 0;
	pid_t pid = fork();

	if (pid == 0)
		become(argv);
	if (pid < 0 || wait4(pid, &status, 0, &use) != pid) {
		perror("compare");
		exit(1);
	}
	took = now() - start;
	if (status != 0) {
		fprintf(stderr, "compare: %s %s ended with status %d\n",
			argv[0], argv[1] ? argv[1] : "",
			WIFEXITED(status) ? WEXITSTATUS(status) : -1);
		exit(1);
	}
	if (peak_bytes(&use) > cost->peak)
		cost->peak = peak_bytes(&use);
	return took;
}

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

/* Both programs, run in turn, after one run of each that brings their files
 * into memory. */
struct pair {
	double base, ours; /* median seconds */
	double paired;     /* the median of the ratios of each round */
	long base_peak, peak;
};

static struct pair measure(char **base, char **ours, int rounds)
{
	struct cost *cost = calloc(3, sizeof *cost);
	double *ratios;
	struct pair pair;

	if (!cost)
		exit(1);
	ratios = cost[2].times;
	for (int i = -1; i < rounds; i++) {
		int at = i < 0 ? 0 : i;

		cost[0].times[at] = run_once(base, &cost[0]);
		cost[1].times[at] = run_once(ours, &cost[1]);
		ratios[at] = cost[1].times[at] / cost[0].times[at];
	}
	pair = (struct pair){median(cost[0].times, rounds),
			     median(cost[1].times, rounds),
			     median(ratios, rounds), cost[0].peak,
			     cost[1].peak};
	free(cost);
	return pair;
}

/* One line: the medians, their ratio, the median ratio of neighbouring runs
 * (which a machine that is now fast, now slow disturbs less), and the target,
 * 0 where there is none. */
static void print_ratio(const char *what, struct pair p, double target)
{
	double ratio = p.ours / p.base;

	printf("%-36s %8.2f %8.2f %6.2f %7.2f", what, p.base * 1e3,
	       p.ours * 1e3, ratio, p.paired);
	if (target > 0)
		printf("   <= %.2f%s", target,
		       ratio > target ? "  MISSED" : "");
	putchar('\n');
}

static const char *const sizes[] = {"small", "medium", "large", "prose"};

enum { SMALL, MEDIUM, LARGE, PROSE, N_SIZES };

static double file_size(const char *path)
{
	struct stat st;

	if (stat(path, &st)) {
		perror(path);
		exit(1);
	}
	return (double)st.st_size;
}

/* `validate` against the event loop over one file. */
static struct pair validate(struct programs *p, const char *dir, int size,
			    int rounds)
{
	char path[MOST_PATH], what[64];
	char validate_word[] = "validate";
	char *base[] = {p->events, path, NULL};
	char *ours[] = {p->ladder, validate_word, path, NULL};
	struct pair pair;

	snprintf(path, sizeof path, "%s/%s.yaml", dir, sizes[size]);
	snprintf(what, sizeof what, "validate %.2f MB%s : event loop",
		 file_size(path) / 1e6, size == PROSE ? ", wordy" : "");
	pair = measure(base, ours, size == SMALL ? rounds * 5 : rounds);
	print_ratio(what, pair, size == SMALL ? 0 : 1.25);
	return pair;
}

static void print_memory(const char *dir, int size, struct pair p)
{
	char path[MOST_PATH], what[64];
	double bytes, most;

	snprintf(path, sizeof path, "%s/%s.yaml", dir, sizes[size]);
	bytes = file_size(path);
	most = 4 * bytes + 8e6;
	snprintf(what, sizeof what, "peak memory at %.2f MB%s", bytes / 1e6,
		 size == PROSE ? ", wordy" : "");
	printf("%-36s %8.1f %8.1f %14s   <= %.1f MB%s\n", what,
	       (double)p.base_peak / 1e6, (double)p.peak / 1e6, "",
	       most / 1e6, (double)p.peak > most ? "  MISSED" : "");
}

static void print_growth(const char *dir, struct pair medium,
			 struct pair large)
{
	char a[MOST_PATH], b[MOST_PATH];
	double linear, growth;

	snprintf(a, sizeof a, "%s/%s.yaml", dir, sizes[MEDIUM]);
	snprintf(b, sizeof b, "%s/%s.yaml", dir, sizes[LARGE]);
	linear = file_size(b) / file_size(a);
	growth = large.ours / medium.ours;
	printf("%-36s %8.2f %8.2f %6.2f %7s   <= 1.10%s\n",
	       "growth, medium to large : linear", linear, growth,
	       growth / linear, "",
	       growth > 1.1 * linear ? "  MISSED" : "");
}

static void start_up(struct programs *p, int rounds)
{
	char version[] = "--version", plan[] = "plan", target[] = "--target",
	     staff[] = "staff";
	char *empty[] = {p->empty, NULL};
	char *for_version[] = {p->ladder, version, NULL};
	char *for_plan[] = {p->ladder, plan, target, staff, NULL};

	print_ratio("--version : empty program",
		    measure(empty, for_version, rounds), 1.3);
	print_ratio("plan --target staff : empty program",
		    measure(empty, for_plan, rounds), 5);
}

int main(int argc, char **argv)
{
	struct pair pairs[N_SIZES];
	struct programs p;
	int rounds;

	if (argc != 6 || (rounds = atoi(argv[1])) < 9 || rounds > 200) {
		fprintf(stderr, "usage: compare ROUNDS LADDER EVENTS EMPTY "
				"DIR, with 9 to 200 rounds\n");
		return 2;
	}
	p = (struct programs){argv[2], argv[3], argv[4]};
	printf("medians of %d runs (%d of short ones) in turn; ms, MB\n",
	       rounds, rounds * 5);
	printf("%-36s %8s %8s %6s %7s   %s\n", "", "base", "ladder", "ratio",
	       "paired", "target");
	/* Away from ladder files that lie about in the working directory. */
	if (chdir(argv[5])) {
		perror(argv[5]);
		return 1;
	}
	start_up(&p, rounds * 5);
	for (int size = 0; size < N_SIZES; size++)
		pairs[size] = validate(&p, ".", size, rounds);
	print_growth(".", pairs[MEDIUM], pairs[LARGE]);
	for (int size = 0; size < N_SIZES; size++)
		print_memory(".", size, pairs[size]);
	return 0;
}
