/* Stages that do not say what shows them. */
#include "lint/rule.h"

/* Whether some role asks for a stage. */
static bool is_asked(const struct lint *lint, const struct stage *s)
{
	return s->ordinal <= lint->asked.reach[s->competency->index];
}

/* Of the texts of stages that roles ask for, those that name evidence and
 * those that do not. */
struct shown {
	uint32_t with, without;
};

static bool says_something(const struct rubric *r)
{
	return r->behaviours.n || r->summary.len;
}

static void count(const struct lint *lint, const struct competency *c,
		  struct shown *shown)
{
	for (uint32_t i = 0; i < c->n_stages; i++) {
		const struct stage *s = &c->stages[i];

		if (!is_asked(lint, s))
			continue;
		for (uint32_t k = 0; k < s->n_rubrics; k++)
			if (s->rubrics[k]->evidence.n)
				shown->with++;
			else
				shown->without += says_something(s->rubrics[k]);
	}
}

static void report(struct lint *lint, const struct stage *s,
		   const struct rubric *r)
{
	const struct node *node =
		r->role ? r->head.node : lint_stage_name(lint, s);
	struct finding *f;

	if (!lint_is_own(lint, node))
		return;
	f = lint_add(lint, CODE_L409, node,
		     "stage %u of %s has no evidence, and a role asks for it",
		     s->number, lint_quote(lint, s->competency->head.id));
	finding_help(lint->d, f,
		     "give it \"evidence\": the outcome that shows it");
}

/* Only where most others have some: a ladder may well do without. */
void rule_no_evidence(struct lint *lint, const struct ladder *l)
{
	struct shown shown = {0};

	for_each(c, &l->competencies)
		count(lint, c, &shown);
	if (shown.with < shown.without || !shown.without)
		return;
	for_each(c, &l->competencies)
		for (uint32_t i = 0; i < c->n_stages; i++) {
			const struct stage *s = &c->stages[i];

			for (uint32_t k = 0; k < s->n_rubrics; k++)
				if (is_asked(lint, s) &&
				    !s->rubrics[k]->evidence.n &&
				    says_something(s->rubrics[k]))
					report(lint, s, s->rubrics[k]);
		}
}
