#include "oracle/generate.h"

#include "oracle/organisation.h"

const char *const family_names[N_FAMILIES] = {
	[FAMILY_TINY] = "tiny",		[FAMILY_REALISTIC] = "realistic",
	[FAMILY_ROUTES] = "routes",	[FAMILY_COVER] = "cover",
	[FAMILY_KNAPSACK] = "knapsack",
};

static const char *const categories[CATEGORIES][2] = {
	{"delivery", "execution"},
	{"craft", "technical"},
	{"people", "leadership"},
};

enum family family_find(const char *name)
{
	enum family f = 0;

	while (f < N_FAMILIES && strcmp(family_names[f], name) != 0)
		f++;
	return f;
}

/* --- competencies --------------------------------------------------------- */

static void put_hours(struct organisation *o, struct buf *b, uint32_t stage)
{
	static const uint32_t quarters[] = {8, 16, 24, 32, 40, 60};
	uint32_t least, most;

	if (o->taste.cheap)
		least = 4 * between(o, 1, 3);
	else
		least = 4 * quarters[dice_below(&o->dice, 6)] * stage;
	if (now_and_then(o, 12))
		least += between(o, 1, 3);
	most = now_and_then(o, 3) ? least + least / 2 : least;
	buf_printf(b, ", effort: %u.%02uh", least / 4, least % 4 * 25);
	if (most > least)
		buf_printf(b, "-%u.%02uh", most / 4, most % 4 * 25);
}

/* How many behaviours a stage has. */
static uint32_t behaviours_of(uint32_t skill, uint32_t stage)
{
	return 2 + (skill * 7 + stage * 3) % 4;
}

/* A stage may need lower ones, and equal ones of skills before it in `order`:
 * so nothing goes round. */
static uint32_t find_need(struct organisation *o, uint32_t skill,
			  uint32_t stage, uint32_t *of)
{
	const struct skill *s = &o->skills[skill];

	for (uint32_t tries = 0; tries < 40; tries++) {
		uint32_t other = dice_below(&o->dice, o->n_skills);
		const struct skill *n = &o->skills[other];
		uint32_t most = stage < n->stages ? stage : n->stages;
		uint32_t need = between(o, 1, most);

		if (other == skill || (n->home != s->home && n->home != CORE &&
				       !now_and_then(o, 10)))
			continue;
		if (need == stage && n->order >= s->order)
			continue;
		*of = other;
		return need;
	}
	return 0;
}

static void put_needs(struct organisation *o, struct buf *b, uint32_t skill,
		      uint32_t stage)
{
	uint32_t first, second;
	uint32_t a = find_need(o, skill, stage, &first);
	uint32_t c = now_and_then(o, 3) ? find_need(o, skill, stage, &second)
					: 0;

	if (!a)
		return;
	buf_printf(b, ", needs: {s%u: %u", first, a);
	if (c && second != first)
		buf_printf(b, ", s%u: %u", second, c);
	buf_z(b, "}");
}

static void put_skill(struct organisation *o, struct buf *b, uint32_t skill)
{
	const struct skill *s = &o->skills[skill];

	buf_printf(b, "  s%u:\n    name: Skill %u\n    category: %s\n"
		      "    stages:\n",
		   skill, skill, categories[s->category][0]);
	for (uint32_t k = 1; k <= s->stages; k++) {
		buf_printf(b, "      - {name: Stage %u, behaviours: [", k);
		for (uint32_t i = 1; i <= behaviours_of(skill, k); i++)
			buf_printf(b, "%sDoes %u", i > 1 ? ", " : "", i);
		buf_char(b, ']');
		if (o->timed && !now_and_then(o, 5))
			put_hours(o, b, k);
		if (now_and_then(o, o->taste.needs_in))
			put_needs(o, b, skill, k);
		buf_z(b, "}\n");
	}
}

/* --- scores --------------------------------------------------------------- */

static void put_weights(struct buf *b, const uint32_t *weights)
{
	buf_z(b, "weights: {");
	for (uint32_t i = 0; i < CATEGORIES; i++)
		buf_printf(b, "%s%s: %u", i ? ", " : "", categories[i][0],
			   weights[i]);
	buf_z(b, "}");
}

static void put_score(struct buf *b, const struct score_shape *s,
		      uint32_t number)
{
	const char *comma = "";

	buf_printf(b, "  p%u: {combine: %s, ", number,
		   s->mean ? "mean" : "sum");
	put_weights(b, s->weights);
	if (!s->all) {
		buf_z(b, ", of: [");
		for (uint32_t i = 0; i < CATEGORIES; i++) {
			if (!s->member[i])
				continue;
			buf_printf(b, "%s%s", comma, categories[i][0]);
			comma = ", ";
		}
		buf_z(b, "]");
	}
	if (s->points[0])
		buf_printf(b, ", points: [%u, %u, %u, %u, %u]", s->points[0],
			   s->points[1], s->points[2], s->points[3],
			   s->points[4]);
	buf_z(b, "}\n");
}

static void put_scores(struct organisation *o, struct buf *b)
{
	if (o->n_scores)
		buf_z(b, "scores:\n");
	for (uint32_t s = 0; s < o->n_scores; s++)
		put_score(b, &o->scores[s], s);
}

/* --- levels --------------------------------------------------------------- */

static void put_requires(struct organisation *o, struct buf *b,
			 const struct track_shape *t, uint32_t level)
{
	const char *comma = "";

	buf_z(b, "        requires: {");
	for (uint32_t i = 0; i < t->n_listed; i++) {
		uint32_t skill = t->listed[i];
		uint8_t asks = asked_of(o, t, level, skill);
		uint8_t below = level && !t->afresh[level]
					? asked_of(o, t, level - 1, skill)
					: 0;

		if (t->electives[skill] || asks == below ||
		    (t->afresh[level] && now_and_then(o, 4)))
			continue;
		buf_printf(b, "%ss%u: %u", comma, skill, asks);
		comma = ", ";
	}
	buf_z(b, "}\n");
}

/* Electives first, where dice find some. */
static uint32_t pick_option(struct organisation *o,
			    const struct track_shape *t)
{
	uint32_t skill = 0;

	for (uint32_t tries = 0; tries < 4; tries++) {
		skill = t->listed[dice_below(&o->dice, t->n_listed)];
		if (t->electives[skill])
			break;
	}
	return skill;
}

static void put_choice(struct organisation *o, struct buf *b,
		       const struct track_shape *t, uint32_t level)
{
	uint32_t chosen[6], n = 0, wanted = between(o, 2, 6);

	for (uint32_t tries = 0; tries < 12 && n < wanted; tries++) {
		uint32_t skill = pick_option(o, t);
		bool again = false;

		for (uint32_t i = 0; i < n; i++)
			again |= chosen[i] == skill;
		if (!again)
			chosen[n++] = skill;
	}
	buf_printf(b, "          - at-least: %u\n            of: {",
		   n > 1 ? between(o, 1, n - 1) : 1);
	for (uint32_t i = 0; i < n; i++) {
		uint32_t most = o->skills[chosen[i]].stages;
		uint32_t stage = asked_of(o, t, level, chosen[i]) +
				 dice_below(&o->dice, 2);

		stage = stage < 1 ? 1 : stage < most ? stage : most;
		buf_printf(b, "%ss%u: %u", i ? ", " : "", chosen[i], stage);
	}
	buf_z(b, "}\n");
}

static void put_choices(struct organisation *o, struct buf *b,
			const struct track_shape *t, uint32_t level)
{
	uint32_t n = dice_below(&o->dice, o->taste.choices + 1);

	if (!n || !t->n_listed)
		return;
	buf_z(b, "        choose:\n");
	while (n--)
		put_choice(o, b, t, level);
}

/* Figures never fall: `high` is what the levels below ask. */
static void put_figures(struct organisation *o, struct buf *b,
			const struct track_shape *t, uint32_t level,
			uint64_t *high)
{
	const char *comma = "";

	buf_z(b, "        scores: {");
	for (uint32_t s = 0; s < o->n_scores; s++) {
		uint64_t figure = score_at(o, t, s, level) *
				  between(o, 70, 102) / 100;

		if (!o->scores[s].mean)
			figure -= figure % 1000;
		if (t->afresh[level])
			high[s] = 0;
		if (!figure || now_and_then(o, 4) || figure <= high[s])
			continue;
		high[s] = figure;
		buf_printf(b, "%sp%u: %llu.%03u", comma, s,
			   (unsigned long long)(figure / 1000),
			   (unsigned)(figure % 1000));
		comma = ", ";
	}
	buf_z(b, "}\n");
}

static void put_track(struct organisation *o, struct buf *b, uint32_t at)
{
	const struct track_shape *t = &o->tracks[at];
	uint64_t high[SCORES] = {0};
	bool headed = false;

	buf_printf(b, "  t%u:\n", at);
	for (uint32_t s = 0; s < o->n_scores; s++) {
		if (!t->weighs[s])
			continue;
		buf_z(b, headed ? "" : "    scores:\n");
		headed = true;
		buf_printf(b, "      p%u: {", s);
		put_weights(b, t->weights[s]);
		buf_z(b, "}\n");
	}
	buf_z(b, "    levels:\n");
	for (uint32_t i = 0; i < t->levels; i++) {
		buf_printf(b, "      - id: l%u\n        rank: %u\n", i,
			   t->ranks[i]);
		if (t->afresh[i])
			buf_z(b, "        cumulative: false\n");
		put_requires(o, b, t, i);
		put_choices(o, b, t, i);
		put_figures(o, b, t, i, high);
	}
}

/* --- the ladder ----------------------------------------------------------- */

/* Into every track from the one before it, and some across. */
static void put_moves(struct organisation *o, struct buf *b)
{
	uint32_t written = o->all_moves_written ? o->n_tracks - 1 : 0;

	if (o->n_tracks < 2 || written + o->taste.moves == 0)
		return;
	buf_z(b, "moves:\n");
	for (uint32_t i = 0; i < written + o->taste.moves; i++) {
		bool chain = i < written;
		uint32_t to = chain ? i + 1
				    : dice_below(&o->dice, o->n_tracks);
		uint32_t on = chain ? o->n_tracks - 1
				    : between(o, 1, o->n_tracks - 1);
		uint32_t from = (to + on) % o->n_tracks;
		uint32_t high = dice_below(&o->dice, o->tracks[from].levels);
		uint32_t low = dice_below(&o->dice, o->tracks[to].levels);

		buf_printf(b, "  - {from: t%u/l%u, to: t%u/l%u}\n", from, high,
			   to, low < high + 1 ? low : high + 1);
	}
}

static void put_ladder(struct organisation *o, struct buf *b)
{
	buf_z(b, "format: ladder/1\nid: dice\nname: Dice\n");
	if (o->all_moves_written)
		buf_z(b, "lateral: explicit\n");
	if (now_and_then(o, 4))
		buf_z(b, "threshold: 0.75\n");
	if (o->timed && !now_and_then(o, 4))
		buf_z(b, o->taste.cheap ? "effort: [1h, 2h]\n"
					: "effort: [8h, 16h-24h, 40h, 80h]\n");
	buf_z(b, "categories:\n");
	for (uint32_t i = 0; i < CATEGORIES; i++)
		buf_printf(b, "  %s: {name: %s, layer: %s}\n", categories[i][0],
			   categories[i][0], categories[i][1]);
	buf_z(b, "competencies:\n");
	for (uint32_t i = 0; i < o->n_skills; i++)
		put_skill(o, b, i);
	put_scores(o, b);
	buf_z(b, "tracks:\n");
	for (uint32_t i = 0; i < o->n_tracks; i++)
		put_track(o, b, i);
	put_moves(o, b);
}

/* --- the assessment ------------------------------------------------------- */

struct person {
	bool placed, baseline; /* in a role; with it as the baseline */
	uint32_t track, level;
	uint32_t target, target_level;
};

static struct person make_person(struct organisation *o)
{
	struct person p = {.target = dice_below(&o->dice, o->n_tracks)};
	uint32_t levels = o->tracks[p.target].levels;

	p.target_level = between(o, levels / 2, levels - 1);
	p.placed = !now_and_then(o, 4);
	p.baseline = p.placed && !now_and_then(o, 3);
	p.track = now_and_then(o, 2) ? dice_below(&o->dice, o->n_tracks)
				     : p.target;
	levels = o->tracks[p.track].levels;
	p.level = p.track == p.target ? dice_below(&o->dice, p.target_level + 1)
				      : dice_below(&o->dice, (levels + 1) / 2);
	return p;
}

static void put_rating(struct organisation *o, struct buf *b,
		       const struct person *p, uint32_t skill)
{
	uint32_t most = o->skills[skill].stages, stage = 0;

	if (p->placed)
		stage = asked_of(o, &o->tracks[p->track], p->level, skill);
	stage += dice_below(&o->dice, 3);
	stage -= stage ? 1 : 0;
	stage = stage < most ? stage : most;
	if (now_and_then(o, 25))
		buf_printf(b, "  s%u: {na: Not here.}\n", skill);
	else if (stage < most && now_and_then(o, 5))
		buf_printf(b, "  s%u: {stage: %u, met: [%u]}\n", skill, stage,
			   between(o, 1, behaviours_of(skill, stage + 1)));
	else
		buf_printf(b, "  s%u: %u\n", skill, stage);
}

static void put_avoid(struct organisation *o, struct buf *b,
		      const struct person *p)
{
	uint32_t track = dice_below(&o->dice, o->n_tracks);

	if (track != p->target && track != p->track && now_and_then(o, 5))
		buf_printf(b, "avoid: [t%u]\n", track);
}

static void put_assessment(struct organisation *o, struct buf *b)
{
	struct person p = make_person(o);

	buf_printf(b, "format: assessment/1\nladder: dice\nperson: Ada\n"
		      "target: t%u/l%u\n",
		   p.target, p.target_level);
	if (p.placed)
		buf_printf(b, "role: t%u/l%u\n", p.track, p.level);
	if (p.baseline)
		buf_printf(b, "baseline: t%u/l%u\n", p.track, p.level);
	put_avoid(o, b, &p);
	buf_z(b, "ratings:\n  s0: 0\n");
	for (uint32_t i = 1; i < o->n_skills; i++)
		if (now_and_then(o, 2))
			put_rating(o, b, &p, i);
}

/* --- families ------------------------------------------------------------- */

static struct taste taste_of(enum family f, uint32_t size)
{
	struct taste t = {.fewest_stages = 3, .most_stages = 6,
			  .needs_in = 4, .afresh_in = 16, .elective_in = 3,
			  .explicit_in = 6, .moves = 2, .choices = 2};

	t.tracks = size < 40 ? 2 : size < 150 ? 3 : size < 600 ? 4
		   : size < 2000 ? 6 : 10;
	t.levels = size < 40 ? 4 : 6;
	t.choices = size < 200 ? 2 : size < 600 ? 4 : size < 2000 ? 6 : 12;
	if (f == FAMILY_ROUTES) {
		t.tracks = size < 40 ? 3 : 5;
		t.levels = 5;
		t.afresh_in = 2;
		t.moves = 8;
	} else if (f == FAMILY_TINY) {
		t = (struct taste){.fewest_stages = 1, .most_stages = 4,
				   .tracks = 3, .levels = 3, .needs_in = 3,
				   .afresh_in = 2, .elective_in = 2,
				   .explicit_in = 3, .moves = 3, .choices = 2,
				   .cheap = true};
	}
	return t;
}

void generate(enum family f, uint32_t size, uint64_t seed,
	      struct buf *ladder, struct buf *assessment)
{
	struct organisation o = {.dice = {seed}, .taste = taste_of(f, size)};

	if (f == FAMILY_COVER || f == FAMILY_KNAPSACK) {
		generate_hard(f, size, seed, ladder, assessment);
		return;
	}
	/* Some leave more to choose than others. */
	if (now_and_then(&o, 2)) {
		o.taste.elective_in = 2;
		o.taste.choices *= 2;
	}
	/* Every level asks afresh for a choice or for nothing, at one price:
	 * many routes cost the same. */
	if (f == FAMILY_TINY && now_and_then(&o, 2)) {
		o.taste.most_stages = 2;
		o.taste.tracks = 6;
		o.taste.moves = 8;
		o.taste.afresh_in = 1;
		o.taste.choices = 1;
		o.taste.elective_in = 1;
		o.taste.flat = true;
	}
	organisation_make(&o, size);
	put_ladder(&o, ladder);
	put_assessment(&o, assessment);
	arena_release(&o.arena);
}
