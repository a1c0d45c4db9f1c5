#include "oracle/answer.h"

#include "oracle/process.h"

#include <cjson/cJSON.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { PATH = 512, NO_WAY = 1 };

struct reader {
	struct puzzle *p;
	struct answer *answer;
	uint32_t at;      /* on the route: the role whose steps come now */
	int64_t cost_sum; /* of the steps, as printed */
};

static bool is_bad(struct answer *a, const char *why)
{
	if (!a->wrong)
		a->wrong = why;
	return false;
}

static const char *text_of(const cJSON *o, const char *key)
{
	const char *text = cJSON_GetStringValue(
		cJSON_GetObjectItemCaseSensitive(o, key));

	return text ? text : "";
}

static double number_of(const cJSON *o, const char *key)
{
	const cJSON *n = cJSON_GetObjectItemCaseSensitive(o, key);

	return cJSON_IsNumber(n) ? n->valuedouble : NAN;
}

/* The middle of a range in hours as eighths; -1 where that is not whole. */
static int64_t eighths(const cJSON *hours)
{
	double v = 4 * (number_of(hours, "min") + number_of(hours, "max"));

	return v >= 0 && v == floor(v) ? (int64_t)v : -1;
}

/* --- the route ------------------------------------------------------------ */

static bool is_way(const struct puzzle *p, uint32_t from, uint32_t to)
{
	for_each(way, &p->spots.at[from].ways)
		if (*way == to)
			return !p->spots.at[to].shut;
	return false;
}

static bool begins_well(const struct puzzle *p, const struct answer *a)
{
	uint32_t first = a->route[0];

	if (p->from != NOWHERE)
		return first == p->from;
	return p->spots.at[first].entry && !p->spots.at[first].shut;
}

/* Where no move leads to a target that is met there is nothing to do. */
static bool stays(struct reader *r, const cJSON *plan)
{
	const struct spot *target = &r->p->spots.at[r->p->target];
	bool *none = ARENA_ARRAY(r->p->arena, r->p->items.n + 1, bool);
	const cJSON *route = cJSON_GetObjectItemCaseSensitive(plan, "route");
	const cJSON *steps = cJSON_GetObjectItemCaseSensitive(plan, "steps");
	const char *end = cJSON_GetStringValue(cJSON_GetArrayItem(
		route, cJSON_GetArraySize(route) - 1));

	return (!end || !str_is(target->role->path, end)) &&
	       cJSON_GetArraySize(route) <= 1 && !cJSON_GetArraySize(steps) &&
	       spot_met(target, none);
}

static bool read_route(struct reader *r, const cJSON *list)
{
	struct puzzle *p = r->p;
	struct answer *a = r->answer;
	const cJSON *word;

	a->route = ARENA_ARRAY(p->arena,
			       (size_t)cJSON_GetArraySize(list) + 1, uint32_t);
	cJSON_ArrayForEach(word, list) {
		const struct role *role =
			ladder_role(p->ladder, str_of(word->valuestring));

		if (!role)
			return is_bad(a, "the route names no role");
		a->route[a->n_route++] = role->index;
	}
	if (!a->n_route || a->route[a->n_route - 1] != p->target)
		return is_bad(a, "the route does not end at the target");
	if (!begins_well(p, a))
		return is_bad(a, "the route does not begin where it may");
	for (uint32_t i = 1; i < a->n_route; i++)
		if (!is_way(p, a->route[i - 1], a->route[i]))
			return is_bad(a, "the route makes a move that is none");
	return true;
}

/* --- the steps ------------------------------------------------------------ */

/* Goes on along the route to `role`; every role that is left behind, and in
 * the end the target, must be met. */
static bool go_on(struct reader *r, uint32_t role)
{
	struct answer *a = r->answer;

	while (a->route[r->at] != role) {
		uint32_t here = a->route[r->at];

		if (here != r->p->from &&
		    !spot_met(&r->p->spots.at[here], a->taken))
			return is_bad(a, "a role is entered and not met");
		if (++r->at == a->n_route)
			return is_bad(a, "a step is out of the route's order");
	}
	return true;
}

static uint32_t find_item(const struct puzzle *p, const cJSON *step)
{
	const struct competency *c = ladder_competency(
		p->ladder, str_of(text_of(step, "competency")));
	double number = number_of(step, "stage");

	if (!c)
		return NOWHERE;
	for (uint32_t i = p->first[c->index];
	     i < p->items.n && p->items.at[i].stage->competency == c; i++)
		if (p->items.at[i].stage->number == number)
			return i;
	return NOWHERE;
}

static bool take(struct reader *r, const cJSON *step)
{
	struct answer *a = r->answer;
	struct puzzle *p = r->p;
	uint32_t i = find_item(p, step);
	const cJSON *hours = cJSON_GetObjectItemCaseSensitive(step, "hours");
	int64_t price = p->ladder->timed ? eighths(hours) : 1;

	if (i == NOWHERE || a->taken[i])
		return is_bad(a, "a step is no open stage");
	for_each(need, &p->items.at[i].needs)
		if (!a->taken[*need])
			return is_bad(a, "a step comes before what it needs");
	if (price != p->items.at[i].price)
		return is_bad(a, "a step has another price");
	a->taken[i] = true;
	r->cost_sum += price;
	return true;
}

static bool read_steps(struct reader *r, const cJSON *list)
{
	struct answer *a = r->answer;
	const cJSON *step;

	a->taken = ARENA_ARRAY(r->p->arena, r->p->items.n + 1, bool);
	cJSON_ArrayForEach(step, list) {
		const struct role *role = ladder_role(
			r->p->ladder, str_of(text_of(step, "role")));

		if (!role)
			return is_bad(a, "a step names no role");
		if (!go_on(r, role->index) || !take(r, step))
			return false;
	}
	if (!go_on(r, r->p->target))
		return false;
	if (!spot_met(&r->p->spots.at[r->p->target], a->taken))
		return is_bad(a, "the target is not met");
	return true;
}

/* --- the whole ------------------------------------------------------------ */

static bool read_cost(struct reader *r, const cJSON *plan)
{
	const cJSON *cost = cJSON_GetObjectItemCaseSensitive(plan, "cost");
	const cJSON *hours = cJSON_GetObjectItemCaseSensitive(cost, "hours");
	struct answer *a = r->answer;
	bool timed = r->p->ladder->timed;

	a->cost = timed ? eighths(hours) : (int64_t)number_of(cost, "steps");
	a->bound = (int64_t)ceil(number_of(plan, "lower_bound") *
				 (timed ? 8 : 1));
	a->optimal = cJSON_IsTrue(
		cJSON_GetObjectItemCaseSensitive(plan, "optimal"));
	if (a->cost != r->cost_sum)
		return is_bad(a, "the cost is not the sum of its steps");
	if (a->bound > a->cost || (a->optimal && a->bound != a->cost))
		return is_bad(a, "lower_bound does not fit the cost");
	return true;
}

static void read_plan(struct puzzle *p, const char *text, struct answer *a)
{
	cJSON *plan = cJSON_Parse(text);
	struct reader r = {.p = p, .answer = a};

	if (!plan)
		is_bad(a, "the output is no JSON");
	else if (stays(&r, plan))
		a->no_way = true;
	else if (read_route(&r, cJSON_GetObjectItemCaseSensitive(plan,
								 "route")) &&
		 read_steps(&r, cJSON_GetObjectItemCaseSensitive(plan,
								 "steps")))
		read_cost(&r, plan);
	cJSON_Delete(plan);
}

static char *read_all(const char *path)
{
	FILE *f = fopen(path, "r");
	char *text = NULL;
	size_t room = 0;

	if (!f || getdelim(&text, &room, '\0', f) < 0) {
		free(text);
		text = NULL;
	}
	if (f)
		fclose(f);
	return text;
}

static int ask(const struct asking *q, const char *out, const char *err,
	       double *seconds)
{
	const char *argv[16] = {
		q->program, "plan",	    "--ladder",	   q->ladder,
		"--quiet",  "--assessment", q->assessment, "--format",
		"json"};
	size_t n = 9;

	if (q->target) {
		argv[n++] = "--target";
		argv[n++] = q->target;
	}
	if (q->limit) {
		argv[n++] = "--effort-limit";
		argv[n++] = q->limit;
	}
	return process_run(argv, out, err, seconds);
}

double answer_time(const struct asking *q)
{
	double seconds = 0;

	ask(q, "/dev/null", "/dev/null", &seconds);
	return seconds;
}

bool answer_has_limit(const char *program, const char *dir)
{
	const char *argv[] = {program, "plan", "--help", NULL};
	char path[PATH], *text;
	double seconds;
	bool has;

	snprintf(path, PATH, "%s/help", dir);
	process_run(argv, path, "/dev/null", &seconds);
	text = read_all(path);
	remove(path);
	has = text && strstr(text, "--effort-limit");
	free(text);
	return has;
}

struct answer answer_ask(const struct asking *q, struct puzzle *p,
			 const char *dir)
{
	struct answer a = {0};
	char out[PATH], err[PATH];
	char *text;
	int status;

	snprintf(out, PATH, "%s/plan.json", dir);
	snprintf(err, PATH, "%s/plan.err", dir);
	status = ask(q, out, err, &a.seconds);
	a.no_way = status == NO_WAY;
	text = read_all(out);
	if (status > NO_WAY)
		is_bad(&a, "it ended with an error: see plan.err");
	else if (!a.no_way && text)
		read_plan(p, text, &a);
	else if (!a.no_way)
		is_bad(&a, "there is no output");
	free(text);
	return a;
}
