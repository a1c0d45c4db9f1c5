#include "oracle/organisation.h"

/* --- skills --------------------------------------------------------------- */

static uint32_t how_many(struct organisation *o, uint32_t left)
{
	uint32_t n = between(o, o->taste.fewest_stages, o->taste.most_stages);

	return n < left ? n : left;
}

static void make_skills(struct organisation *o, uint32_t stages)
{
	o->skills = ARENA_ARRAY(&o->arena, stages, struct skill);
	for (uint32_t left = stages; left;) {
		struct skill *s = &o->skills[o->n_skills++];

		s->stages = how_many(o, left);
		s->category = dice_below(&o->dice, CATEGORIES);
		s->order = dice_below(&o->dice, UINT32_MAX);
		s->home = (int)dice_below(&o->dice, o->n_tracks);
		if (dice_once_in(&o->dice, 6))
			s->home = CORE;
		left -= s->stages;
	}
}

/* --- scores --------------------------------------------------------------- */

static void make_score(struct organisation *o, struct score_shape *s)
{
	uint32_t points = 0;
	bool list = now_and_then(o, 2);

	s->all = now_and_then(o, 4);
	for (uint32_t i = 0; i < CATEGORIES; i++) {
		s->member[i] = now_and_then(o, 2);
		s->weights[i] = between(o, 1, 5);
	}
	s->member[o->skills[0].category] = true;
	for (uint32_t i = 0; list && i < 5; i++)
		s->points[i] = points += between(o, 1, 4);
	s->mean = now_and_then(o, 2);
}

static uint64_t points_at(const struct score_shape *s, uint32_t stage)
{
	if (!stage || !s->points[0])
		return stage;
	return s->points[stage < 5 ? stage - 1 : 4];
}

uint64_t score_at(const struct organisation *o, const struct track_shape *t,
		  uint32_t score, uint32_t level)
{
	const struct score_shape *s = &o->scores[score];
	uint64_t sum = 0, weights = 0;

	for (uint32_t i = 0; i < o->n_skills; i++) {
		uint32_t category = o->skills[i].category;
		uint32_t weight = t->weighs[score]
					  ? t->weights[score][category]
					  : s->weights[category];

		if (!s->all && !s->member[category])
			continue;
		weights += weight;
		sum += weight * points_at(s, asked_of(o, t, level, i));
	}
	if (!s->mean)
		return sum * 1000;
	return weights ? sum * 1000 / weights : 0;
}

/* --- tracks --------------------------------------------------------------- */

static bool lists(struct organisation *o, int track, const struct skill *s)
{
	return s->home == track || s->home == CORE || now_and_then(o, 24);
}

/* A stage for every level, rising to the top one. */
static void ask_skill(struct organisation *o, struct track_shape *t,
		      uint32_t skill)
{
	uint32_t top = between(o, 1, o->skills[skill].stages);
	uint32_t late = dice_below(&o->dice, t->levels);

	for (uint32_t level = 0; level < t->levels; level++) {
		uint32_t stage = (top * (level + 1) + late) /
				 (t->levels + late);

		t->asks[level * o->n_skills + skill] = (uint8_t)stage;
	}
	t->electives[skill] = now_and_then(o, o->taste.elective_in);
	t->listed[t->n_listed++] = skill;
}

static void make_levels(struct organisation *o, struct track_shape *t,
			bool first)
{
	uint32_t most = o->taste.levels;
	uint32_t rank = first || now_and_then(o, 2) ? 1 : between(o, 1, 3);

	t->levels = between(o, most > 3 ? most - 2 : 1, most);
	t->ranks = ARENA_ARRAY(&o->arena, t->levels, uint32_t);
	t->afresh = ARENA_ARRAY(&o->arena, t->levels, bool);
	for (uint32_t i = 0; i < t->levels; i++) {
		t->ranks[i] = rank;
		rank += now_and_then(o, 10) ? 2 : 1;
		t->afresh[i] = i && now_and_then(o, o->taste.afresh_in);
	}
}

static void make_track(struct organisation *o, uint32_t at)
{
	struct track_shape *t = &o->tracks[at];

	make_levels(o, t, at == 0);
	t->asks = ARENA_ARRAY(&o->arena, (size_t)t->levels * o->n_skills,
			      uint8_t);
	t->electives = ARENA_ARRAY(&o->arena, o->n_skills, bool);
	t->listed = ARENA_ARRAY(&o->arena, o->n_skills, uint32_t);
	for (uint32_t i = 0; i < o->n_skills; i++)
		if (lists(o, (int)at, &o->skills[i]))
			ask_skill(o, t, i);
	for (uint32_t s = 0; s < o->n_scores; s++) {
		t->weighs[s] = now_and_then(o, 6);
		for (uint32_t i = 0; i < CATEGORIES; i++)
			t->weights[s][i] = between(o, 1, 5);
	}
}

void organisation_make(struct organisation *o, uint32_t stages)
{
	o->n_tracks = o->taste.tracks;
	o->n_scores = dice_below(&o->dice, SCORES + 1);
	o->timed = !now_and_then(o, 6) && !o->taste.flat;
	o->all_moves_written = now_and_then(o, o->taste.explicit_in);
	make_skills(o, stages);
	for (uint32_t s = 0; s < o->n_scores; s++)
		make_score(o, &o->scores[s]);
	o->tracks = ARENA_ARRAY(&o->arena, o->n_tracks, struct track_shape);
	for (uint32_t t = 0; t < o->n_tracks; t++)
		make_track(o, t);
}
