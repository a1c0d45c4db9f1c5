#include "plan/schedule.h"

#include "plan/heap.h"

enum {
	FINE = 1 << 20,      /* parts of the coarsest unit that is exact */
	PER_EIGHTH = 875000, /* such units an eighth of an hour of work */
	PER_WEEK = 7,        /* and, times the hours a week, a thousandth of a
				week: 7 millidays */
	BLUR = 1 << 16,      /* units that rounding may have spoilt */
};

static wide units_of_work(const struct draft *d)
{
	return (wide)d->work * PER_EIGHTH * FINE;
}

static wide units_of_days(const struct plan_query *q, milliday days)
{
	return (wide)days * q->hours_per_week * FINE;
}

wide step_length(const struct plan_query *q, const struct draft *d,
		 uint32_t side)
{
	wide work = units_of_work(d) * side;
	wide days = units_of_days(q, d->step.stage->elapsed);

	return work > days ? work : days;
}

static wide week_unit(const struct plan_query *q)
{
	return (wide)PER_WEEK * q->hours_per_week * FINE;
}

int64_t schedule_week(const struct plan_query *q, wide at)
{
	wide week = wide_ceil(at - BLUR, week_unit(q));

	return week > 0 ? wide_clamp(week) : 0;
}

static int64_t start_week(const struct plan_query *q, wide at)
{
	return wide_clamp(wide_floor(at + BLUR, week_unit(q)));
}

/* A step on its way through the schedule. */
struct job {
	struct draft *draft;
	uint32_t place, waits_for;
	wide due; /* at work: `served` at which it is worked off; waiting: the
		     time at which its days are over */
};

struct desk {
	const struct plan_query *q;
	struct job *jobs;
	struct heap ready;   /* by place in the list */
	struct heap at_work; /* by due */
	struct heap waiting; /* by due */
	wide now;
	wide served; /* work that a step would have had that was there all the
			time */
};

static int compare_place(const void *va, const void *vb)
{
	const struct job *a = va, *b = vb;

	return (a->place > b->place) - (a->place < b->place);
}

static int compare_due(const void *va, const void *vb)
{
	const struct job *a = va, *b = vb;

	if (a->due != b->due)
		return a->due < b->due ? -1 : 1;
	return compare_place(a, b);
}

/* What has no hours left waits for its days, or is done. */
static void leave_work(struct desk *d, struct job *j)
{
	j->due = j->draft->start +
		 units_of_days(d->q, j->draft->step.stage->elapsed);
	if (j->due < d->now)
		j->due = d->now;
	heap_push(&d->waiting, j);
}

static void begin(struct desk *d, struct job *j)
{
	j->draft->start = d->now;
	if (!j->draft->work) {
		leave_work(d, j);
		return;
	}
	j->due = d->served + units_of_work(j->draft);
	heap_push(&d->at_work, j);
}

static void free_job(struct desk *d, struct job *j)
{
	if (j->draft->work)
		heap_push(&d->ready, j);
	else
		begin(d, j);
}

/* Ends all whose time has come; what they unlock may end at once, too. */
static void end_jobs(struct desk *d)
{
	struct job *j;

	while ((j = heap_first(&d->at_work)) && j->due <= d->served)
		leave_work(d, heap_pop(&d->at_work));
	while ((j = heap_first(&d->waiting)) && j->due <= d->now) {
		heap_pop(&d->waiting);
		j->draft->end = d->now;
		for_each(u, &j->draft->step.unlocks)
			if (--d->jobs[*u].waits_for == 0)
				free_job(d, &d->jobs[*u]);
	}
}

static void fill_places(struct desk *d)
{
	while (d->at_work.items.n < d->q->focus && d->ready.items.n)
		begin(d, heap_pop(&d->ready));
}

/* On to the next end of work or of waiting; false where there is none. */
static bool advance(struct desk *d)
{
	const struct job *work = heap_first(&d->at_work);
	const struct job *wait = heap_first(&d->waiting);
	wide side = d->at_work.items.n;

	if (!work && !wait)
		return false;
	if (work && (!wait ||
		     (work->due - d->served) * side <= wait->due - d->now)) {
		d->now += (work->due - d->served) * side;
		d->served = work->due;
		return true;
	}
	if (work)
		d->served += (wait->due - d->now) / side;
	d->now = wait->due;
	return true;
}

static enum horizon horizon_of(int64_t week)
{
	if (week < NOW_WEEKS * 1000)
		return HORIZON_NOW;
	return week < NEXT_WEEKS * 1000 ? HORIZON_NEXT : HORIZON_LATER;
}

static void set_weeks(const struct plan_query *q, struct drafts *ds)
{
	for (uint32_t i = 0; i < ds->n; i++) {
		struct step *s = &ds->at[i].step;

		s->start = start_week(q, ds->at[i].start);
		s->end = schedule_week(q, ds->at[i].end);
		if (s->end < s->start)
			s->end = s->start;
		s->horizon = horizon_of(s->start);
	}
}

void schedule_steps(const struct problem *p, const struct plan_query *q,
		    struct drafts *ds)
{
	struct desk d = {.q = q};

	d.jobs = ARENA_ARRAY(p->a, ds->n, struct job);
	d.ready = (struct heap){.arena = p->a, .compare = compare_place};
	d.at_work = (struct heap){.arena = p->a, .compare = compare_due};
	d.waiting = d.at_work;
	for (uint32_t i = 0; i < ds->n; i++)
		d.jobs[i] = (struct job){.draft = &ds->at[i], .place = i,
					 .waits_for =
						 ds->at[i].step.after.n};
	for (uint32_t i = 0; i < ds->n; i++)
		if (!d.jobs[i].waits_for)
			free_job(&d, &d.jobs[i]);
	do {
		end_jobs(&d);
		fill_places(&d);
	} while (advance(&d));
	set_weeks(q, ds);
}

/* How long the role at this place of the route is still to be held. */
static wide held_in(const struct plan_query *q, const struct route *r,
		    uint32_t at)
{
	milliday days = r->roles[at]->min_time;

	if (at == 0 && q->from)
		days = q->in_role < 0 ? 0 : days - q->in_role;
	return units_of_days(q, days);
}

wide *schedule_roles(const struct problem *p, const struct plan_query *q,
		     const struct route *r, const struct drafts *ds)
{
	wide *met = ARENA_ARRAY(p->a, r->n, wide), now = 0;
	uint32_t i = 0;

	for (uint32_t at = 0; at < r->n; at++) {
		if (at && met[at - 1] + held_in(q, r, at - 1) > now)
			now = met[at - 1] + held_in(q, r, at - 1);
		for (; i < ds->n && ds->at[i].at == at; i++)
			if (ds->at[i].end > now)
				now = ds->at[i].end;
		met[at] = now;
	}
	return met;
}
