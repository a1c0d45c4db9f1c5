#include "report/view.h"

enum {
	FULL_MOST = 3,     /* steps told in full */
	SHORT_UNTIMED = 6, /* how many are told shortly without weeks */
};

/* The milestone that a step leads to; the number of milestones where none. */
static uint32_t milestone_of(const struct plan *plan, uint32_t step)
{
	uint32_t i = 0;

	while (i < plan->milestones.n &&
	       !(step >= plan->milestones.at[i].first_step &&
		 step < plan->milestones.at[i].first_step +
				 plan->milestones.at[i].n_steps))
		i++;
	return i;
}

bool view_folds(const struct plan_view *v, uint32_t index)
{
	const struct step *step = &v->plan->steps.at[index];
	uint32_t milestone = milestone_of(v->plan, index);

	if (v->horizon != VIEW_AUTO || milestone == 0 ||
	    milestone >= v->plan->milestones.n ||
	    v->plan->milestones.at[milestone].first_step < FULL_MOST)
		return false;
	return !v->ladder->timed || step->horizon != HORIZON_NOW;
}

bool view_wants(const struct plan_view *v, const struct step *step)
{
	if (!v->ladder->timed)
		return true;
	switch (v->horizon) {
	case VIEW_NOW:
		return step->horizon == HORIZON_NOW;
	case VIEW_NEXT:
		return step->horizon != HORIZON_LATER;
	case VIEW_AUTO:
	case VIEW_LATER:
		break;
	}
	return true;
}

enum detail view_detail(const struct plan_view *v, uint32_t index)
{
	const struct step *step = &v->plan->steps.at[index];
	bool now = !v->ladder->timed || step->horizon == HORIZON_NOW;

	if (index == 0 || (index < FULL_MOST && now))
		return DETAIL_FULL;
	if (!v->ladder->timed)
		return index < SHORT_UNTIMED || v->horizon == VIEW_LATER
			       ? DETAIL_SHORT
			       : DETAIL_LINE;
	if (v->horizon != VIEW_AUTO)
		return now ? DETAIL_FULL : DETAIL_SHORT;
	return now ? DETAIL_SHORT : DETAIL_LINE;
}
