#include "people/team_cover.h"

uint32_t *team_stage_people(const struct team *t, struct arena *a)
{
	uint32_t *people = ARENA_ARRAY(a, t->ladder->n_stages + 1, uint32_t);

	for_each(c, &t->ladder->competencies) {
		for_each(m, &t->members) {
			uint32_t have = member_have(*m, c->index);

			if (have)
				people[c->stages[have - 1].index]++;
		}
		/* who has a stage has those below it */
		for (uint32_t o = c->n_stages; o > 1; o--)
			people[c->stages[o - 2].index] +=
				people[c->stages[o - 1].index];
	}
	return people;
}

/* --- stages --------------------------------------------------------------- */

/* Which role asks a stage of a competency, of those that are counted. */
static const struct role *asking(struct team *t, const uint32_t *counts,
				 const struct stage *s)
{
	const struct ladder *l = t->ladder;

	for (uint32_t i = 0; i < l->n_roles; i++)
		if (counts[i] && team_need(t, l->roles[i],
					   s->competency->index) >= s->ordinal)
			return l->roles[i];
	return NULL;
}

static const struct member *first_with(const struct team *t,
				       const struct stage *s)
{
	for_each(m, &t->members)
		if (member_have(*m, s->competency->index) >= s->ordinal)
			return *m;
	return NULL;
}

stage_covers team_cover(struct team *t, struct arena *a)
{
	const uint32_t *held = team_count_roles(t, false, a);
	const uint32_t *aimed = team_count_roles(t, true, a);
	const uint32_t *people = team_stage_people(t, a);
	stage_covers covers = {0};

	for_each(c, &t->ladder->competencies)
		for (uint32_t o = 0; o < c->n_stages; o++) {
			struct stage *s = &c->stages[o];
			struct stage_cover cover = {
				.stage = s,
				.role = asking(t, held, s),
				.people = people[s->index],
			};

			cover.held = cover.role;
			if (!cover.held)
				cover.role = asking(t, aimed, s);
			if (!cover.role)
				break;
			if (cover.people == 1)
				cover.only = first_with(t, s);
			*vec_add(a, &covers) = cover;
		}
	return covers;
}

/* --- layers --------------------------------------------------------------- */

struct layer_cover *team_layers(struct team *t, struct arena *a)
{
	struct layer_cover *layers =
		ARENA_ARRAY(a, N_LAYERS + 1, struct layer_cover);

	for_each(c, &t->ladder->competencies)
		for_each(m, &t->members) {
			struct layer_cover *layer = &layers[c->layer];
			uint32_t need = team_need(t, (*m)->role, c->index);
			uint32_t have = member_have(*m, c->index);

			if ((*m)->have[c->index] == NOT_APPLICABLE)
				continue;
			layer->need += need;
			layer->have += have < need ? have : need;
		}
	return layers;
}
