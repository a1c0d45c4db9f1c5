/* Competencies and stages that nobody is asked for. */
#include "lint/rule.h"
#include "model/values.h"

void rule_no_stages(struct lint *lint, const struct competency *c)
{
	struct finding *f;

	/* without any level, that is the mistake; asking for a stage of it is
	 * the error that says it */
	if (!lint->l->n_roles || c->n_stages || c->missed ||
	    competency_is_lost(c))
		return;
	f = lint_add(lint, CODE_L305, c->head.node,
		     "the competency %s has neither stages nor cells",
		     lint_quote(lint, c->head.id));
	finding_help(lint->d, f,
		     "give it \"stages\", or expect it at some level");
}

/* Whether that nobody asks for it is news: something can be asked for by its
 * name, and nothing was lost that may have done so. */
static bool is_known(const struct lint *lint, const struct competency *c)
{
	return !lint->asked.unknown && c->n_stages && !c->missed &&
	       !competency_is_lost(c) && id_is_good(c->head.id) &&
	       ladder_competency(lint->l, c->head.id) == c;
}

void rule_unused_competency(struct lint *lint, const struct competency *c)
{
	struct finding *f;

	if (!is_known(lint, c) || lint->asked.reach[c->index])
		return;
	f = lint_add(lint, CODE_L225, c->head.node,
		     "no role asks for the competency %s",
		     lint_quote(lint, c->head.id));
	finding_help(lint->d, f,
		     "ask for it at some level, at least as \"optional\", or "
		     "take it out");
}

void rule_unreached_stage(struct lint *lint, const struct competency *c)
{
	uint32_t reach = lint->asked.reach[c->index];
	struct finding *f;

	if (!is_known(lint, c) || !reach || reach == c->n_stages)
		return;
	f = lint_add(lint, CODE_L226,
		     lint_stage_name(lint, &c->stages[reach]),
		     "no role asks for stage %u of %s%s", reach + 1,
		     lint_quote(lint, c->head.id),
		     reach + 1 < c->n_stages ? ", nor for those above it"
					     : "");
	finding_help(lint->d, f,
		     "ask for it at some level, at least as \"optional\", or "
		     "take it out");
}
