#include "oracle/suite.h"

#include "oracle/check.h"
#include "oracle/generate.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATH = 512, WHOLE = 600, MOST = 600 };

/* How many of the WHOLE are of which kind. */
struct lot {
	enum family family;
	uint32_t size, count;
	bool open_end; /* a proof is not expected */
};

static const struct lot lots[] = {
	{FAMILY_TINY, 12, 60, false},
	{FAMILY_TINY, 20, 120, false},
	{FAMILY_REALISTIC, 20, 40, false},
	{FAMILY_REALISTIC, 50, 80, false},
	{FAMILY_REALISTIC, 100, 60, false},
	{FAMILY_REALISTIC, 200, 60, false},
	{FAMILY_REALISTIC, 500, 20, false},
	{FAMILY_REALISTIC, 1000, 20, false},
	{FAMILY_REALISTIC, 10000, 5, false},
	{FAMILY_ROUTES, 50, 50, false},
	{FAMILY_ROUTES, 200, 30, false},
	{FAMILY_COVER, 50, 10, false},
	{FAMILY_COVER, 100, 10, false},
	{FAMILY_COVER, 200, 5, true},
	{FAMILY_KNAPSACK, 50, 15, false},
	{FAMILY_KNAPSACK, 100, 15, false},
};

enum { N_LOTS = sizeof lots / sizeof *lots };

struct tally {
	uint32_t instances, wrong, odd, no_way;
	uint32_t known, equal, proven, brute, unsolved;
	double gap;
	struct outcome outcomes[MOST]; /* for the medians */
};

struct names {
	char dir[PATH], ladder[PATH + 16], assessment[PATH + 16];
};

/* --- one instance --------------------------------------------------------- */

static bool write_file(const char *path, struct str text)
{
	FILE *f = fopen(path, "w");
	bool good = f && fwrite(text.ptr, 1, text.len, f) == text.len;

	if (f && fclose(f))
		good = false;
	return good;
}

static bool write_instance(const struct lot *lot, uint32_t seed,
			   const struct names *n)
{
	struct buf ladder = {0}, assessment = {0};
	bool good;

	generate(lot->family, lot->size, seed, &ladder, &assessment);
	mkdir(n->dir, 0777);
	good = write_file(n->ladder, buf_str(&ladder)) &&
	       write_file(n->assessment, buf_str(&assessment));
	buf_release(&ladder);
	buf_release(&assessment);
	return good;
}

static void remove_instance(const char *dir)
{
	static const char *const files[] = {
		"ladder.yaml",	   "assessment.yaml", "model.mps",
		"glpsol.solution", "glpsol.log",      "cbc.solution",
		"cbc.log",	   "plan.json",	      "plan.err"};
	char path[PATH + 32];

	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		snprintf(path, sizeof path, "%s/%s", dir, files[i]);
		remove(path);
	}
	rmdir(dir);
}

static void tell(const struct outcome *o, const struct names *n)
{
	if (*o->wrong)
		printf("WRONG %s: %s\n", n->dir, o->wrong);
	if (*o->odd)
		printf("solver %s: %s\n", n->dir, o->odd);
	fflush(stdout);
}

static void count(struct tally *t, const struct outcome *o)
{
	if (t->instances < MOST)
		t->outcomes[t->instances] = *o;
	t->instances++;
	t->wrong += *o->wrong != 0;
	t->odd += *o->odd != 0;
	t->no_way += o->no_way;
	t->known += o->known;
	t->equal += o->equal;
	t->proven += o->proven;
	t->brute += o->brute;
	t->unsolved += o->unsolved;
	if (o->gap > t->gap)
		t->gap = o->gap;
}

static void try_one(struct host *host, const struct suite *s,
		    const struct lot *lot, uint32_t seed, struct tally *t,
		    const bool *solvers)
{
	struct names n;
	struct question q = {.program = s->program,
			     .ladder = n.ladder,
			     .assessment = n.assessment,
			     .dir = n.dir,
			     .spare = !s->all_solvers,
			     .must_prove = !lot->open_end,
			     .seconds = s->seconds};
	struct outcome o = {0};

	snprintf(n.dir, PATH, "%s/%s-%u-%u", s->dir,
		 family_names[lot->family], lot->size, seed);
	snprintf(n.ladder, sizeof n.ladder, "%s/ladder.yaml", n.dir);
	snprintf(n.assessment, sizeof n.assessment, "%s/assessment.yaml",
		 n.dir);
	memcpy(q.solvers, solvers, sizeof q.solvers);
	if (write_instance(lot, seed, &n))
		check(host, &q, &o);
	else
		snprintf(o.wrong, sizeof o.wrong, "its files are not written");
	count(t, &o);
	tell(&o, &n);
	if (!*o.wrong && !*o.odd)
		remove_instance(n.dir);
}

/* --- the table ------------------------------------------------------------ */

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* The median of the planner's time over a solver's; 0 without any. */
static double ratio(const struct tally *t, enum solver s)
{
	double ratios[MOST];
	size_t n = 0;

	for (uint32_t i = 0; i < t->instances && i < MOST; i++)
		if (t->outcomes[i].solver_seconds[s] > 0)
			ratios[n++] = t->outcomes[i].seconds /
				      t->outcomes[i].solver_seconds[s];
	qsort(ratios, n, sizeof *ratios, by_size);
	return n ? ratios[n / 2] : 0;
}

static void put_ratio(double r)
{
	if (r > 0)
		printf(" %9.2f", r);
	else
		printf(" %9s", "-");
}

static void put_head(void)
{
	printf("%-10s %6s %5s %6s %6s %6s %6s %6s %7s %9s %9s\n", "family",
	       "stages", "cases", "no way", "known", "equal", "proven",
	       "brute", "gap", "/glpsol", "/cbc");
}

static void put_line(const struct lot *lot, const struct tally *t)
{
	printf("%-10s %6u %5u %6u %6u %6u %6u %6u %6.2f%%",
	       family_names[lot->family], lot->size, t->instances, t->no_way,
	       t->known, t->equal, t->proven, t->brute, 100 * t->gap);
	put_ratio(ratio(t, SOLVER_GLPSOL));
	put_ratio(ratio(t, SOLVER_CBC));
	printf("\n");
}

/* --- the whole ------------------------------------------------------------ */

static uint32_t share_of(const struct suite *s, const struct lot *lot)
{
	uint32_t n = (lot->count * s->instances + WHOLE / 2) / WHOLE;

	if ((s->family && strcmp(s->family, family_names[lot->family])) ||
	    (s->size && s->size != lot->size))
		return 0;
	return n ? n : 1;
}

static uint32_t try_all(struct host *host, const struct suite *s,
			struct tally *tallies, const bool *solvers)
{
	uint32_t wrong = 0;

	for (size_t i = 0; i < N_LOTS; i++) {
		uint32_t n = share_of(s, &lots[i]);

		for (uint32_t k = 0; k < n; k++)
			try_one(host, s, &lots[i], s->seed + k, &tallies[i],
				solvers);
		wrong += tallies[i].wrong;
	}
	return wrong;
}

static void put_table(const struct tally *tallies)
{
	uint32_t instances = 0, wrong = 0;

	put_head();
	for (size_t i = 0; i < N_LOTS; i++) {
		if (tallies[i].instances)
			put_line(&lots[i], &tallies[i]);
		instances += tallies[i].instances;
		wrong += tallies[i].wrong;
	}
	printf("%u instances, %u wrong\n", instances, wrong);
}

enum suite_end suite_run(struct host *host, const struct suite *s)
{
	bool solvers[N_SOLVERS], any = false;
	struct tally *tallies = calloc(N_LOTS, sizeof *tallies);
	uint32_t wrong;

	if (!tallies)
		oom();
	for (enum solver which = 0; which < N_SOLVERS; which++)
		any |= solvers[which] = solver_there(which);
	if (!any) {
		free(tallies);
		return SUITE_NO_SOLVER;
	}
	mkdir(s->dir, 0777);
	wrong = try_all(host, s, tallies, solvers);
	put_table(tallies);
	free(tallies);
	return wrong ? SUITE_WRONG : SUITE_GOOD;
}
