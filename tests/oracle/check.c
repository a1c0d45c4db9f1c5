#include "oracle/check.h"

#include "oracle/brute.h"
#include "oracle/files.h"

#include <stdio.h>
#include <stdlib.h>

struct check {
	const struct question *question;
	struct puzzle *puzzle;
	struct answer answer;
	struct outcome *outcome;
	int64_t least; /* where the optimum is known */
};

/* The first thing that is said stays. */
__attribute__((format(printf, 2, 3)))
static void say(char *line, const char *fmt, ...)
{
	va_list ap;

	if (*line)
		return;
	va_start(ap, fmt);
	vsnprintf(line, CHECK_LINE, fmt, ap);
	va_end(ap);
}

/* --- against a known optimum ---------------------------------------------- */

static void compare_cost(struct check *c, const char *who, int64_t cost)
{
	const struct answer *a = &c->answer;
	char *wrong = c->outcome->wrong;

	if (a->no_way)
		say(wrong, "it sees no way; %s finds one of cost %lld", who,
		    (long long)cost);
	else if (a->bound > cost)
		say(wrong, "lower_bound %lld is above the cost %lld of %s",
		    (long long)a->bound, (long long)cost, who);
	else if (a->optimal && a->cost != cost)
		say(wrong, "cost %lld is called optimal; %s has %lld",
		    (long long)a->cost, who, (long long)cost);
	c->outcome->known = true;
	c->outcome->equal = !a->no_way && a->cost == cost;
	c->least = cost;
}

static void compare_moves(struct check *c, const char *who, uint32_t moves)
{
	const struct answer *a = &c->answer;

	if (!a->no_way && a->optimal && a->n_route - 1 != moves)
		say(c->outcome->wrong,
		    "%u moves at equal cost; %s comes there in %u",
		    a->n_route - 1, who, moves);
}

static void compare_no_way(struct check *c, const char *who)
{
	if (!c->answer.no_way)
		say(c->outcome->wrong, "it finds a way; %s finds none", who);
	c->outcome->known = true;
	c->outcome->equal = c->answer.no_way;
}

/* --- by force ------------------------------------------------------------- */

static void compare_ties(struct check *c, const struct best *best)
{
	const struct answer *a = &c->answer;

	if (a->no_way || !a->optimal)
		return;
	for (uint32_t i = 0; i < best->n_route; i++)
		if (a->route[i] != best->route[i]) {
			say(c->outcome->wrong,
			    "another route of equal cost and length stands "
			    "first in the file");
			return;
		}
	for (uint32_t i = 0; i < c->puzzle->items.n; i++)
		if (a->taken[i] != best->taken[i])
			say(c->outcome->wrong,
			    "other stages of equal cost come first: the first "
			    "difference is competency %u, stage %u",
			    c->puzzle->items.at[i].stage->competency->index,
			    c->puzzle->items.at[i].stage->number);
}

static void force(struct check *c)
{
	struct best best;

	if (c->puzzle->items.n > BRUTE_MOST)
		return;
	best = brute_force(c->puzzle);
	c->outcome->brute = true;
	if (!best.found) {
		compare_no_way(c, "brute force");
		return;
	}
	compare_cost(c, "brute force", best.cost);
	compare_moves(c, "brute force", best.n_route - 1);
	if (!*c->outcome->wrong)
		compare_ties(c, &best);
}

/* --- by solvers ----------------------------------------------------------- */

/* A plan that holds and costs less: then it is the solver that is wrong, by
 * its tolerance. */
static bool outdone(const struct check *c, const struct solution *s)
{
	return !c->answer.no_way && !c->answer.wrong &&
	       c->answer.cost < s->cost;
}

/* Whether it came to an end. */
static bool compare_solver(struct check *c, enum solver which)
{
	const struct question *q = c->question;
	const char *who = solver_names[which];
	struct solution s = solver_run(which, c->puzzle, q->dir, q->seconds);

	c->outcome->solver_seconds[which] = s.seconds;
	switch (s.verdict) {
	case VERDICT_NO_WAY:
		compare_no_way(c, who);
		return true;
	case VERDICT_SOLVED:
		if (outdone(c, &s)) {
			say(c->outcome->odd, "%s says %lld; there is %lld",
			    who, (long long)s.cost,
			    (long long)c->answer.cost);
			return false;
		}
		compare_cost(c, who, s.cost);
		compare_moves(c, who, s.moves);
		return true;
	case VERDICT_ODD:
		say(c->outcome->odd, "%s: %s", who,
		    s.why ? s.why : "its result cannot be read");
		break;
	case VERDICT_LATE:
		if (s.whole && c->answer.bound > s.cost)
			say(c->outcome->wrong,
			    "lower_bound %lld is above the cost %lld of %s",
			    (long long)c->answer.bound, (long long)s.cost,
			    who);
		break;
	}
	c->outcome->solver_seconds[which] = 0;
	return false;
}

static void ask_solvers(struct check *c)
{
	const struct question *q = c->question;
	bool asked = false, ended = false;

	for (enum solver s = 0; s < N_SOLVERS; s++) {
		if (!q->solvers[s] || (q->spare && ended))
			continue;
		asked = true;
		ended |= compare_solver(c, s);
	}
	c->outcome->unsolved = asked && !ended;
}

/* --- ties ----------------------------------------------------------------- */

static bool is_lower(const struct answer *a, const struct solution *s,
		     uint32_t items)
{
	for (uint32_t i = 0; i < items; i++)
		if (a->taken[i] != s->taken[i])
			return a->taken[i];
	return false;
}

/* Whether a solver finds one; then it is seen to be one. */
static bool finds_rival(struct check *c, enum solver which,
			struct rival *rival)
{
	const struct answer *a = &c->answer;
	const struct question *q = c->question;
	struct solution s = solver_rival(which, c->puzzle, q->dir, q->seconds,
					 rival, a->cost);

	if (s.verdict == VERDICT_ODD)
		say(c->outcome->odd, "%s looks for rivals: %s",
		    solver_names[which], s.why ? s.why : "no result");
	if (s.verdict != VERDICT_SOLVED || s.cost != a->cost)
		return false;
	return rival->at < rival->n_route ||
	       is_lower(a, &s, c->puzzle->items.n);
}

static bool finds_route(struct check *c, enum solver s, struct rival *r)
{
	uint32_t first = c->puzzle->from == NOWHERE ? 0 : 1;

	for (r->at = first; r->at < r->n_route; r->at++)
		if (finds_rival(c, s, r)) {
			say(c->outcome->wrong,
			    "a route of equal cost and length stands before "
			    "it in the file from role %u on", r->at + 1);
			return true;
		}
	return false;
}

static void look_for_rivals(struct check *c)
{
	const struct answer *a = &c->answer;
	struct puzzle *p = c->puzzle;
	struct rival r = {a->route, a->n_route, 0, a->taken, 0};
	enum solver s = c->question->solvers[0] ? 0 : 1;
	uint32_t last = NOWHERE;

	if (a->no_way || !a->optimal || p->items.n > c->question->ties)
		return;
	c->outcome->ties = true;
	if (finds_route(c, s, &r))
		return;
	for (uint32_t i = 0; i < p->items.n; i++) {
		r.competency = p->items.at[i].stage->competency->index;
		if (!a->taken[i] || r.competency == last)
			continue;
		last = r.competency;
		if (finds_rival(c, s, &r)) {
			say(c->outcome->wrong,
			    "stages of equal cost come before it: lower in "
			    "competency %u", r.competency);
			return;
		}
	}
}

/* --- short searches ------------------------------------------------------- */

/* However early the search ends, what it says is true. */
static void cut_short(struct check *c)
{
	static const char *const limits[] = {"1", "7", "60", "500"};
	const struct question *q = c->question;
	char *wrong = c->outcome->wrong;

	for (size_t i = 0; q->limits && c->outcome->known && i < 4; i++) {
		struct asking asking = q->asking;
		struct answer a;

		asking.limit = limits[i];
		a = answer_ask(&asking, c->puzzle, q->dir);
		if (a.wrong)
			say(wrong, "at %s nodes: %s", limits[i], a.wrong);
		else if (a.no_way != c->answer.no_way)
			say(wrong, "at %s nodes it %s a way", limits[i],
			    a.no_way ? "sees no" : "finds");
		else if (!a.no_way && (a.bound > c->least ||
				       a.cost < c->least ||
				       (a.optimal && a.cost != c->least)))
			say(wrong, "at %s nodes: cost %lld, lower_bound %lld; "
				   "the least is %lld",
			    limits[i], (long long)a.cost, (long long)a.bound,
			    (long long)c->least);
	}
}

/* --- time ----------------------------------------------------------------- */

enum { MOST_ROUNDS = 101 };

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double median(double *at, size_t n)
{
	qsort(at, n, sizeof *at, by_size);
	return at[n / 2];
}

/* All in turn, so that what else the machine does meets all of them. */
static void measure(struct check *c)
{
	const struct question *q = c->question;
	struct outcome *o = c->outcome;
	double times[N_SOLVERS + 1][MOST_ROUNDS];
	uint32_t n = q->rounds < MOST_ROUNDS ? q->rounds : MOST_ROUNDS;

	if (n < 2 || o->no_way)
		return;
	for (uint32_t i = 0; i < n; i++) {
		times[N_SOLVERS][i] = answer_time(&q->asking);
		for (enum solver s = 0; s < N_SOLVERS; s++)
			if (o->solver_seconds[s] > 0)
				times[s][i] = solver_time(s, q->dir,
							  q->seconds);
	}
	o->seconds = median(times[N_SOLVERS], n);
	for (enum solver s = 0; s < N_SOLVERS; s++)
		if (o->solver_seconds[s] > 0)
			o->solver_seconds[s] = median(times[s], n);
}

/* --- the whole ------------------------------------------------------------ */

static void look_at_answer(struct check *c)
{
	const struct answer *a = &c->answer;
	struct outcome *o = c->outcome;

	o->seconds = a->seconds;
	o->no_way = a->no_way;
	o->proven = a->no_way || a->optimal;
	if (a->wrong) {
		say(o->wrong, "%s", a->wrong);
		return;
	}
	if (!o->proven && a->cost)
		o->gap = (double)(a->cost - a->bound) / (double)a->cost;
	force(c);
	ask_solvers(c);
	if (o->gap > c->question->most_gap)
		say(o->wrong, "not proven: cost %lld%s, lower_bound %lld",
		    (long long)a->cost,
		    !o->known  ? ""
		    : o->equal ? " (the least)"
			       : " (not the least)",
		    (long long)a->bound);
	if (!*o->wrong)
		look_for_rivals(c);
	if (!*o->wrong)
		cut_short(c);
}

bool check(struct host *host, const struct question *q, struct outcome *o)
{
	struct files f = {0};
	struct check c = {.question = q, .outcome = o};
	bool good = files_load(host, q->asking.ladder, q->asking.assessment,
			       q->asking.target, &f);

	*o = (struct outcome){0};
	if (good) {
		c.puzzle = f.puzzle;
		c.answer = answer_ask(&q->asking, f.puzzle, q->dir);
		look_at_answer(&c);
		measure(&c);
	} else {
		say(o->wrong, "%.*s", STR_ARG(f.why));
	}
	files_release(&f);
	return good;
}
