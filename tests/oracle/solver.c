#include "oracle/solver.h"

#include "oracle/process.h"

#include <stdio.h>
#include <stdlib.h>

const char *const solver_names[N_SOLVERS] = {
	[SOLVER_GLPSOL] = "glpsol",
	[SOLVER_CBC] = "cbc",
};

/* Both solvers compare with a tolerance of about a ten-millionth: beyond this
 * objective a single move would drown in it, and is looked at in a second
 * run. */
enum { SAFE = 1000000, PATH = 512 };

struct run {
	struct puzzle *p;
	struct program program;
	const char *dir;
	char model[PATH], result[PATH], log[PATH];
	uint32_t seconds;
	double *values; /* by column */
	double took;
};

bool solver_there(enum solver s)
{
	return process_find(solver_names[s]);
}

/* --- calling -------------------------------------------------------------- */

static void call(enum solver s, struct run *r)
{
	char limit[16];
	const char *glpsol[] = {"glpsol",  "--freemps", r->model,
				"--tmlim", limit,       "-w",     r->result,
				NULL};
	const char *cbc[] = {"cbc",   r->model, "sec",      limit,
			     "ratio", "0",      "allow",    "0",
			     "solve", "solu",   r->result, NULL};
	double seconds = 0;

	snprintf(limit, sizeof limit, "%u", r->seconds);
	remove(r->result);
	process_run(s == SOLVER_GLPSOL ? glpsol : cbc, r->log, "/dev/null",
		    &seconds);
	r->took = seconds;
}

static bool write_model(struct run *r)
{
	FILE *f = fopen(r->model, "w");
	struct str text = buf_str(&r->program.text);
	bool good = f && fwrite(text.ptr, 1, text.len, f) == text.len;

	if (f && fclose(f))
		good = false;
	return good;
}

/* --- reading -------------------------------------------------------------- */

/* "s mip ROWS COLS STATUS OBJECTIVE", then "j COLUMN VALUE". */
static enum verdict read_glpsol(FILE *f, struct run *r)
{
	enum verdict verdict = VERDICT_ODD;
	char line[256], status;
	unsigned column;
	double value;

	while (fgets(line, sizeof line, f)) {
		if (sscanf(line, "s mip %*u %*u %c", &status) == 1)
			verdict = status == 'o'	  ? VERDICT_SOLVED
				  : status == 'n' ? VERDICT_NO_WAY
						  : VERDICT_LATE;
		else if (sscanf(line, "j %u %lf", &column, &value) == 2 &&
			 column <= r->program.columns.n)
			r->values[column - 1] = value;
	}
	return verdict;
}

/* Stages come first, in their order. */
static uint32_t find_column(const struct run *r, char kind, unsigned number)
{
	if (kind == 'S')
		return number < r->program.columns.n ? number : NOWHERE;
	for (uint32_t i = 0; i < r->program.columns.n; i++)
		if (r->program.columns.at[i].kind == kind &&
		    r->program.columns.at[i].number == number)
			return i;
	return NOWHERE;
}

/* "Optimal - objective value 12", then "INDEX NAME VALUE COST" for what is
 * not 0. */
static enum verdict read_cbc(FILE *f, struct run *r)
{
	enum verdict verdict = VERDICT_ODD;
	char line[256], kind;
	unsigned number;
	double value;

	if (!fgets(line, sizeof line, f))
		return VERDICT_ODD;
	if (!strncmp(line, "Optimal", 7))
		verdict = VERDICT_SOLVED;
	else if (!strncmp(line, "Infeasible", 10) ||
		 !strncmp(line, "Integer infeasible", 18))
		verdict = VERDICT_NO_WAY;
	else if (!strncmp(line, "Stopped", 7))
		verdict = VERDICT_LATE;
	while (fgets(line, sizeof line, f)) {
		uint32_t column;

		if (sscanf(line, " %*u %c%u %lf", &kind, &number, &value) != 3)
			continue;
		column = find_column(r, kind, number);
		if (column != NOWHERE)
			r->values[column] = value;
	}
	return verdict;
}

static enum verdict read_result(enum solver s, struct run *r)
{
	FILE *f = fopen(r->result, "r");
	enum verdict verdict;

	if (!f)
		return VERDICT_ODD;
	verdict = s == SOLVER_GLPSOL ? read_glpsol(f, r) : read_cbc(f, r);
	fclose(f);
	return verdict;
}

/* --- checking ------------------------------------------------------------- */

/* What the solver says, taken at its word only as far as it is true. */
static void check(struct run *r, struct solution *s)
{
	struct puzzle *p = r->p;
	bool *open = ARENA_ARRAY(p->arena, p->spots.n, bool);
	uint32_t *route = ARENA_ARRAY(p->arena, p->spots.n, uint32_t);
	uint32_t n;

	s->taken = ARENA_ARRAY(p->arena, p->items.n + 1, bool);
	for (uint32_t i = 0; i < p->items.n; i++)
		s->taken[i] = r->values[i] > 0.5;
	for (uint32_t i = 0; i < p->spots.n; i++)
		open[i] = !p->spots.at[i].shut &&
			  spot_met(&p->spots.at[i], s->taken);
	n = puzzle_route(p, open, route);
	s->whole = n && puzzle_closed(p, s->taken);
	s->cost = puzzle_price(p, s->taken);
	s->moves = n ? n - 1 : 0;
	if (!s->whole && s->verdict == VERDICT_SOLVED) {
		s->verdict = VERDICT_ODD;
		s->why = n ? "a prerequisite is missing in its solution"
			   : "no route is met by its solution";
	}
}

static void solve(enum solver s, struct run *r, const struct aim *aim,
		  struct solution *out)
{
	*out = (struct solution){.verdict = VERDICT_NO_WAY};
	if (!program_write(r->p, aim, &r->program))
		return;
	r->values = ARENA_ARRAY(r->p->arena, r->program.columns.n, double);
	out->verdict = VERDICT_ODD;
	out->why = "its files cannot be written or read";
	if (write_model(r)) {
		call(s, r);
		out->seconds = r->took;
		out->verdict = read_result(s, r);
	}
	if (out->verdict == VERDICT_SOLVED || out->verdict == VERDICT_LATE)
		check(r, out);
	program_release(&r->program);
}

static int64_t all_prices(const struct puzzle *p)
{
	int64_t sum = 0;

	for_each(item, &p->items)
		sum += item->price;
	return sum / program_unit(p);
}

static void name_files(enum solver s, const char *model, struct run *r)
{
	const char *name = solver_names[s];

	snprintf(r->model, PATH, "%s/%s.mps", r->dir, model);
	snprintf(r->result, PATH, "%s/%s.solution", r->dir, name);
	snprintf(r->log, PATH, "%s/%s.log", r->dir, name);
}

double solver_time(enum solver s, const char *dir, uint32_t seconds)
{
	struct run r = {.dir = dir, .seconds = seconds};

	name_files(s, "model", &r);
	call(s, &r);
	return r.took;
}

struct solution solver_rival(enum solver s, struct puzzle *p, const char *dir,
			     uint32_t seconds, const struct rival *rival,
			     int64_t cost)
{
	struct run r = {.p = p, .dir = dir, .seconds = seconds};
	struct aim aim = {0, 1, cost / program_unit(p), rival};
	struct solution found;

	name_files(s, "rival", &r);
	solve(s, &r, &aim, &found);
	return found;
}

struct solution solver_run(enum solver s, struct puzzle *p, const char *dir,
			   uint32_t seconds)
{
	struct run r = {.p = p, .dir = dir, .seconds = seconds};
	int64_t moves = p->spots.n + 1;
	bool at_once = all_prices(p) <= SAFE / moves;
	struct aim first = {at_once ? moves : 1, at_once, -1, NULL}, second;
	struct solution found, shorter;

	name_files(s, "model", &r);
	solve(s, &r, &first, &found);
	if (found.verdict != VERDICT_SOLVED || at_once)
		return found;
	name_files(s, "moves", &r);
	second = (struct aim){0, 1, found.cost / program_unit(p), NULL};
	solve(s, &r, &second, &shorter);
	if (shorter.verdict != VERDICT_SOLVED)
		return shorter;
	shorter.seconds = found.seconds;
	if (shorter.cost < found.cost) {
		shorter.verdict = VERDICT_ODD;
		shorter.why = "its second run is cheaper than its first";
	}
	return shorter;
}
