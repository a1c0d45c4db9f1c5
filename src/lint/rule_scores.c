/* Choices and scores that tell nobody from nobody. */
#include "base/decimal.h"
#include "lint/rule.h"

/* How many options are asked for anyway by the role or below it. */
static uint32_t asked_anyway(const struct lint *lint,
			     const struct choice *choice)
{
	uint32_t n = 0;

	for_each(ref, &choice->of)
		n += ref->competency && ref->stage &&
		     levels_ordinal(&lint->levels, ref->competency) >=
			     ref->stage->ordinal;
	return n;
}

void rule_idle_choice(struct lint *lint, const struct role *role)
{
	for_each(choice, &role->choose) {
		uint32_t anyway = asked_anyway(lint, choice);
		struct finding *f;

		if (choice->at_least <= 0 ||
		    (int64_t)anyway < choice->at_least)
			continue;
		f = lint_add(lint, CODE_L323, choice->at_least_node,
			     "the choice of %lld is always met: %s asks for "
			     "%u of its options anyway",
			     (long long)choice->at_least,
			     lint_quote(lint, role->path), anyway);
		finding_help(lint->d, f,
			     "take out the options that are asked for, or "
			     "the choice");
	}
}

/* The figure times what it is compared by: a mean is its sum over the
 * weights. */
static bool is_reached(const struct score_top *top, int64_t figure)
{
	wide by = top->reading->combine == COMBINE_MEAN ? top->weights : 1000;

	return top->most >= figure * by;
}

/* The most that a score can come to, rounded down. */
static int64_t most_of(const struct score_top *top)
{
	wide by = top->reading->combine == COMBINE_MEAN ? top->weights : 1000;

	return by > 0 ? (int64_t)(top->most / by) : 0;
}

void rule_unreachable_score(struct lint *lint, const struct role *role)
{
	for_each(goal, &role->scores) {
		const struct score_top *top = score_top(lint, role, goal);
		char figure[25], most[25];
		struct finding *f;

		if (!top || is_reached(top, goal->figure))
			continue;
		f = lint_add(lint, CODE_L324, goal->head.node + 1,
			     "%s of %s can never be reached: with every stage "
			     "there are %s",
			     decimal_write(goal->figure, figure),
			     lint_quote(lint, goal->head.id),
			     decimal_write(most_of(top), most));
		finding_help(lint->d, f,
			     "lower the figure, or give more points");
	}
}
