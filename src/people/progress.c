#include "people/progress.h"

#include "plan/query.h"

#include <string.h>

/* --- the snapshots ------------------------------------------------------- */

/* An insertion sort: files come in order as a rule, and there are few. */
static void sort_by_day(struct snapshot *at, uint32_t n)
{
	for (uint32_t i = 1; i < n; i++) {
		struct snapshot moving = at[i];
		uint32_t to = i;

		for (; to && at[to - 1].day > moving.day; to--)
			at[to] = at[to - 1];
		at[to] = moving;
	}
}

static const struct snapshot *first_of(const struct progress *p)
{
	return &p->snapshots[0];
}

static const struct snapshot *last_of(const struct progress *p)
{
	return &p->snapshots[p->n_snapshots - 1];
}

const struct share *progress_share(const struct progress *p,
				   uint32_t snapshot, enum layer layer)
{
	return &p->shares[snapshot * (N_LAYERS + 1) + (uint32_t)layer];
}

static void set_shares(struct progress *p, struct arena *a)
{
	const struct asked *asked = share_asked(p->ladder, p->target, a);
	struct share *to = ARENA_ARRAY(
		a, (size_t)p->n_snapshots * (N_LAYERS + 1), struct share);

	p->shares = to;
	for (uint32_t i = 0; i < p->n_snapshots; i++)
		for (int layer = LAYER_NONE; layer <= N_LAYERS; layer++)
			*to++ = share_of(p->ladder, asked,
					 p->snapshots[i].stands,
					 (enum layer)layer);
}

/* --- competencies -------------------------------------------------------- */

static bool is_moved(const struct progress *p, const struct competency *c)
{
	for (uint32_t i = 1; i < p->n_snapshots; i++)
		if (p->snapshots[i].stands[c->index].have !=
		    first_of(p)->stands[c->index].have)
			return true;
	return false;
}

static void set_moved(struct progress *p, struct arena *a)
{
	for_each(c, &p->ladder->competencies)
		if (is_moved(p, c))
			*vec_add(a, &p->moved) = (struct moved){
				c, first_of(p)->stands[c->index].have,
				last_of(p)->stands[c->index].have};
}

/* What was there on the first day may have been written down later, so the
 * ratings of the last file are asked about both days. */
static void set_stale(struct progress *p, struct arena *a)
{
	for_each(rating, &last_of(p)->as->ratings)
		if (rating_is_stale(rating, last_of(p)->day) &&
		    !rating_is_stale(rating, first_of(p)->day))
			*vec_add(a, &p->stale) = rating;
}

/* --- evidence by month --------------------------------------------------- */

static int32_t month_of(int32_t day)
{
	char text[11];
	int32_t first = day;

	date_write(day, text);
	memcpy(text + 8, "01", 2);
	date_read(str_of(text), &first);
	return first;
}

static void add_months(struct progress *p, struct arena *a)
{
	int32_t first = month_of(first_of(p)->day);
	int32_t at[MONTHS_MOST];
	uint32_t n = 0;

	for (int32_t m = month_of(last_of(p)->day); n < MONTHS_MOST;
	     m = month_of(m - 1)) {
		at[n++] = m;
		if (m <= first)
			break;
	}
	while (n)
		vec_add(a, &p->months)->first = at[--n];
}

static void count_piece(struct progress *p, int32_t day)
{
	for (uint32_t i = p->months.n; i; i--)
		if (p->months.at[i - 1].first <= day) {
			p->months.at[i - 1].pieces++;
			return;
		}
}

static void set_months(struct progress *p, struct arena *a)
{
	add_months(p, a);
	for_each(rating, &last_of(p)->as->ratings)
		for_each(e, &rating->evidence)
			if (e->date_node && e->date <= last_of(p)->day)
				count_piece(p, e->date);
}

/* --- the plan ------------------------------------------------------------ */

bool progress_is_done(const struct progress *p, const struct step *step)
{
	const struct stage *s = step->stage;

	return last_of(p)->stands[s->competency->index].have >= s->ordinal;
}

bool progress_is_due(const struct progress *p, const struct step *step)
{
	int64_t days = last_of(p)->day - p->since->day;

	return p->ladder->timed && step->end * 7 <= days * 1000;
}

static const struct snapshot *begin(const struct progress *p, int32_t since)
{
	const struct snapshot *found = first_of(p);

	for (uint32_t i = 1; i < p->n_snapshots; i++)
		if (p->snapshots[i].day <= since)
			found = &p->snapshots[i];
	return found;
}

static void set_plan(struct progress *p, struct arena *a)
{
	struct plan_result result;

	if (!p->target || p->since == last_of(p))
		return;
	query_init(&p->query, p->ladder, p->since->as);
	query_from_assessment(&p->query, p->since->as, a);
	p->query.target = p->target;
	p->query.unexplained = true;
	result = plan_make(&p->query, a);
	if (result.status != PLAN_OK)
		return;
	p->planned = true;
	p->plan = result.plan;
	for_each(step, &p->plan.steps) {
		p->done += progress_is_done(p, step);
		p->due += progress_is_due(p, step);
	}
}

struct progress progress_of(const struct ladder *l,
			    struct snapshot *snapshots, uint32_t n,
			    struct role *target, int32_t since,
			    struct arena *a)
{
	struct progress p = {
		.ladder = l,
		.snapshots = snapshots,
		.n_snapshots = n,
		.target = target,
	};

	sort_by_day(snapshots, n);
	set_shares(&p, a);
	set_moved(&p, a);
	set_stale(&p, a);
	set_months(&p, a);
	p.since = begin(&p, since);
	set_plan(&p, a);
	return p;
}
