/* Levels beside those below them. */
#include "lint/rule.h"

#include <inttypes.h>

void rule_empty_role(struct lint *lint, const struct role *role)
{
	const struct node *name = lint_role_name(lint, role);
	struct finding *f;

	if (!name || lint->levels.asks)
		return;
	f = lint_add(lint, CODE_L302, name, "the level %s asks nothing",
		     lint_quote(lint, role->path));
	finding_help(lint->d, f, "give it \"requires\" or \"expects\"");
}

void rule_adds_nothing(struct lint *lint, const struct role *role)
{
	const struct node *name = lint_role_name(lint, role);
	struct finding *f;

	if (!name || !role->level || !lint->levels.asks || lint->levels.adds)
		return;
	f = lint_add(lint, CODE_L303, name,
		     "the level %s asks nothing that %s does not",
		     lint_quote(lint, role->path),
		     lint_quote(lint, role[-1].path));
	finding_help(lint->d, f, "say what is new, or make them one level");
}

void rule_interrupted_competency(struct lint *lint, const struct role *role)
{
	for_each(again, &lint->levels.again) {
		struct finding *f = lint_add(
			lint, CODE_L322, again->node,
			"%s asks for %s again, which the level below it left "
			"out",
			lint_quote(lint, role->path),
			lint_quote(lint, again->competency->head.id));

		lint_note(lint, f, again->last, "asked for here before");
		finding_help(lint->d, f,
			     "ask for it on the levels between too, or say "
			     "why it rests");
	}
}

/* --- layers --------------------------------------------------------------- */

/* The layers of a set as words for a message. */
static const char *layer_words(struct lint *lint, unsigned layers)
{
	struct str text = {0};

	for (unsigned i = LAYER_EXECUTION; i <= N_LAYERS; i++) {
		if (!(layers & 1U << i))
			continue;
		text = arena_printf(lint->a, "%.*s%s%s", STR_ARG(text),
				    text.len ? " or " : "",
				    layer_name((enum layer)i));
	}
	return text.ptr;
}

static void left_out(struct lint *lint, const struct node *name,
		     const char *what, struct str id, unsigned layers)
{
	struct finding *f;

	if (!name || !layers)
		return;
	f = lint_add(lint, CODE_L321, name,
		     "the %s %s asks nothing of the layer %s", what,
		     lint_quote(lint, id), layer_words(lint, layers));
	finding_help(lint->d, f, "ask for a first stage of it here");
}

/* Where the ladder has all three layers: those that no level of the track asks
 * for are told of the track, others at the lowest level that leaves them out,
 * since those above it in its block do the same. */
void rule_layer_left_out(struct lint *lint, const struct track *t)
{
	const struct level_asks *passed = lint->levels.passed;
	unsigned all = 0, never;

	for_each(role, &t->levels)
		all |= passed[role->index].layers;
	if (lint->asked.used != LAYERS_ALL || !all ||
	    node_is_broken(t->levels_node))
		return;
	never = LAYERS_ALL & ~all;
	left_out(lint, t->head.node, "track", t->head.id, never);
	for_each(role, &t->levels) {
		const struct level_asks *level = &passed[role->index];

		if (level->fresh && level->something)
			left_out(lint, lint_role_name(lint, role), "level",
				 role->path,
				 LAYERS_ALL & ~level->layers & ~never);
	}
}

/* With fewer competencies than layers there is one that has none. */
void rule_missing_layer(struct lint *lint, const struct ladder *l)
{
	unsigned missing = LAYERS_ALL & ~lint->asked.layers;
	struct finding *f;

	if (!missing || lint->asked.layers & 1U << LAYER_NONE ||
	    lint->asked.unknown || l->competencies.n < N_LAYERS)
		return;
	f = lint_add(lint, CODE_L321, l->competencies_node - 1,
		     "no competency is of the layer %s",
		     layer_words(lint, missing));
	finding_help(lint->d, f, "say what is expected of everyone there too");
}

/* --- steps ---------------------------------------------------------------- */

enum measure { MEASURE_HOURS, MEASURE_BEHAVIOURS, MEASURE_STAGES, N_MEASURES };

static const char *const measure_words[N_MEASURES] = {
	[MEASURE_HOURS] = "hours",
	[MEASURE_BEHAVIOURS] = "behaviours",
	[MEASURE_STAGES] = "stages",
};

static uint64_t measured(const struct step_size *step, enum measure m)
{
	switch (m) {
	case MEASURE_HOURS:
		return step->eighths / 8;
	case MEASURE_BEHAVIOURS:
		return step->behaviours;
	case MEASURE_STAGES:
	case N_MEASURES:
		break;
	}
	return step->stages;
}

/* The two largest steps of a track, the first level's left out: to come in is
 * no step between levels. */
struct largest {
	const struct role *role; /* of the largest */
	uint64_t size, next;
};

static struct largest find_largest(const struct lint *lint,
				   const struct track *t, enum measure m)
{
	struct largest two = {0};

	for_each(role, &t->levels) {
		uint64_t size =
			measured(&lint->levels.passed[role->index].step, m);

		if (role->level == 0 || size <= two.next)
			continue;
		if (size <= two.size) {
			two.next = size;
			continue;
		}
		two = (struct largest){role, size, two.size};
	}
	return two;
}

/* A step is far larger than the others when it is more than twice the largest
 * of them: a track whose steps grow evenly has none. What is small is not
 * large by being three times as much. */
enum { FAR_LARGER = 2, STEPS_TO_COMPARE = 3 };

static const uint64_t least_difference[N_MEASURES] = {
	[MEASURE_HOURS] = 40,
	[MEASURE_BEHAVIOURS] = 3,
	[MEASURE_STAGES] = 3,
};

static bool is_steep(const struct largest *two, int measure)
{
	return two->next && two->size > FAR_LARGER * two->next &&
	       two->size - two->next >= least_difference[measure];
}

void rule_steep_step(struct lint *lint, const struct track *t)
{
	if (t->levels.n <= STEPS_TO_COMPARE)
		return;
	for (int m = 0; m < N_MEASURES; m++) {
		struct largest two = find_largest(lint, t, (enum measure)m);
		const struct node *name;
		struct finding *f;

		if (!is_steep(&two, m))
			continue;
		name = lint_role_name(lint, two.role);
		if (!name)
			return;
		f = lint_add(lint, CODE_L320, name,
			     "the step from %s to %s takes %" PRIu64
			     " %s, no other of its track more than %" PRIu64,
			     lint_quote(lint, two.role[-1].path),
			     lint_quote(lint, two.role->path), two.size,
			     measure_words[m], two.next);
		finding_help(lint->d, f,
			     "ask for some of it below, or put a level "
			     "between");
		return;
	}
}
