#include "oracle/suite.h"

#include "oracle/generate.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATH = 512, WHOLE = 600 };

/* How many of the WHOLE are of which kind. */
struct lot {
	enum family family;
	uint32_t size, count;
	double most_gap; /* of the cost; 0: a proof is expected */
};

static const struct lot lots[] = {
	{FAMILY_TINY, 12, 60, 0},	 {FAMILY_TINY, 20, 120, 0},
	{FAMILY_REALISTIC, 20, 40, 0},	 {FAMILY_REALISTIC, 50, 80, 0},
	{FAMILY_REALISTIC, 100, 60, 0},	 {FAMILY_REALISTIC, 200, 60, 0},
	{FAMILY_REALISTIC, 500, 20, 0},	 {FAMILY_REALISTIC, 1000, 20, 0},
	{FAMILY_REALISTIC, 10000, 5, 0}, {FAMILY_ROUTES, 50, 50, 0},
	{FAMILY_ROUTES, 200, 30, 0},	 {FAMILY_COVER, 50, 10, 0},
	{FAMILY_COVER, 100, 10, 0},	 {FAMILY_COVER, 200, 5, 0.1},
	{FAMILY_KNAPSACK, 50, 15, 0},	 {FAMILY_KNAPSACK, 100, 15, 0},
};

enum { N_LOTS = sizeof lots / sizeof *lots };

/* --- one instance --------------------------------------------------------- */

struct names {
	char dir[PATH], ladder[PATH + 16], assessment[PATH + 16];
};

static bool write_file(const char *path, const struct buf *text)
{
	FILE *f = fopen(path, "w");
	bool good = f && fwrite(text->ptr, 1, text->len, f) == text->len;

	if (f && fclose(f))
		good = false;
	return good;
}

static void remove_instance(const char *dir)
{
	static const char *const files[] = {
		"ladder.yaml", "assessment.yaml", "model.mps",	"moves.mps",
		"rival.mps",   "glpsol.solution", "glpsol.log", "cbc.solution",
		"cbc.log",     "plan.json",	  "plan.err"};
	char path[PATH + 32];

	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		snprintf(path, sizeof path, "%s/%s", dir, files[i]);
		remove(path);
	}
	rmdir(dir);
}

static void name_files(const struct suite *s, const struct instance *i,
		       struct names *n)
{
	snprintf(n->dir, PATH, "%s/%s", s->dir, i->name);
	snprintf(n->assessment, sizeof n->assessment, "%s/assessment.yaml",
		 n->dir);
	if (i->ladder)
		snprintf(n->ladder, sizeof n->ladder, "%s/ladder.yaml", n->dir);
	else
		snprintf(n->ladder, sizeof n->ladder, "%s", i->ladder_path);
}

static void tell(const struct outcome *o, const struct names *n)
{
	if (*o->wrong)
		printf("WRONG %s: %s\n", n->dir, o->wrong);
	if (*o->odd)
		printf("solver %s: %s\n", n->dir, o->odd);
	fflush(stdout);
}

void suite_try(struct suite *s, const struct instance *i, struct tally *t)
{
	struct names n;
	struct question q = {.asking = {.program = s->program,
					.ladder = n.ladder,
					.assessment = n.assessment},
			     .limits = s->limits,
			     .dir = n.dir,
			     .spare = !s->all_solvers,
			     .most_gap = i->most_gap,
			     .ties = s->ties,
			     .seconds = s->seconds,
			     .rounds = s->rounds};
	struct outcome o = {0};

	name_files(s, i, &n);
	memcpy(q.solvers, s->solvers, sizeof q.solvers);
	mkdir(n.dir, 0777);
	if (write_file(n.assessment, i->assessment) &&
	    (!i->ladder || write_file(n.ladder, i->ladder)))
		check(s->host, &q, &o);
	else
		snprintf(o.wrong, sizeof o.wrong, "its files are not written");
	tally_add(t, &o, &s->arena);
	tell(&o, &n);
	if (!*o.wrong && !*o.odd)
		remove_instance(n.dir);
}

/* --- all of them ---------------------------------------------------------- */

static uint32_t share_of(const struct suite *s, const struct lot *lot)
{
	uint32_t n = (lot->count * s->instances + WHOLE / 2) / WHOLE;

	if ((s->family && strcmp(s->family, family_names[lot->family])) ||
	    (s->size && s->size != lot->size))
		return 0;
	return n ? n : 1;
}

static void try_generated(struct suite *s, const struct lot *lot, uint32_t seed,
			  struct tally *t)
{
	struct buf ladder = {0}, assessment = {0};
	char name[64];
	struct instance i = {.name = name,
			     .ladder = &ladder,
			     .assessment = &assessment,
			     .most_gap = lot->most_gap};

	snprintf(name, sizeof name, "%s-%u-%u", family_names[lot->family],
		 lot->size, seed);
	generate(lot->family, lot->size, seed, &ladder, &assessment);
	suite_try(s, &i, t);
	buf_release(&ladder);
	buf_release(&assessment);
}

static void try_lot(struct suite *s, const struct lot *lot)
{
	uint32_t n = share_of(s, lot);
	struct tally *t;

	if (!n)
		return;
	t = suite_tally(s, family_names[lot->family], lot->size);
	for (uint32_t k = 0; k < n; k++)
		try_generated(s, lot, s->seed + k, t);
}

struct tally *suite_tally(struct suite *s, const char *name, uint32_t stages)
{
	struct tally *t = vec_add(&s->arena, &s->tallies);

	snprintf(t->name, sizeof t->name, "%s", name);
	t->stages = stages;
	return t;
}

/* Gives how many were wrong. */
static uint32_t put_table(struct suite *s)
{
	uint32_t instances = 0, wrong = 0;

	tally_head();
	for_each(t, &s->tallies) {
		tally_line(t);
		instances += t->instances;
		wrong += t->wrong;
	}
	printf("%u instances, %u wrong\n", instances, wrong);
	return wrong;
}

enum suite_end suite_run(struct host *host, struct suite *s)
{
	bool any = false;
	uint32_t wrong;

	s->host = host;
	for (enum solver which = 0; which < N_SOLVERS; which++)
		any |= s->solvers[which] = solver_there(which);
	if (!any)
		return SUITE_NO_SOLVER;
	mkdir(s->dir, 0777);
	s->limits = answer_has_limit(s->program, s->dir);
	for (size_t i = 0; i < N_LOTS; i++)
		try_lot(s, &lots[i]);
	if (!s->family || !strcmp(s->family, "real"))
		suite_real(s);
	wrong = put_table(s);
	arena_release(&s->arena);
	return wrong ? SUITE_WRONG : SUITE_GOOD;
}
