#include "diff/climb.h"

#include "diff/sentences.h"
#include "diff/words.h"

enum { MEMORY = 8 }; /* stages above one that may say again what it says */

/* One sentence through all of its wordings. */
struct saying {
	struct str known, now; /* known: as the stages reached had it */
	bool is_known;
	bool optional;
	bool climbed; /* said on a stage that is climbed */
	uint32_t turn;
	const struct stage *stage; /* that said it last */
};

struct climbing {
	VEC(struct saying) sayings; /* by when they were said last */
	struct arena *a;
	struct arena scratch; /* for one stage */
	bool above;           /* the stages that are reached lie behind */
	uint32_t turn;        /* stages so far */
};

/* Adds what a stage says; `before`: as what it was known, or NULL. */
static void say(struct climbing *c, struct str text, bool optional,
		const struct stage *stage, const struct saying *before)
{
	struct saying s = {.now = text, .optional = optional, .stage = stage,
			   .climbed = c->above, .turn = c->turn};

	if (!c->above) {
		s.is_known = true;
		s.known = text;
	} else if (before) {
		s.is_known = before->is_known;
		s.known = before->known;
	}
	*vec_add(c->a, &c->sayings) = s;
}

/* Takes what the last stages said off the list. */
static struct saying *take_window(struct climbing *c, uint32_t *n)
{
	struct saying *window;

	for (*n = 0; *n < c->sayings.n; ++*n)
		if (c->sayings.at[c->sayings.n - 1 - *n].turn + MEMORY <
		    c->turn)
			break;
	window = ARENA_ARRAY(&c->scratch, *n, struct saying);
	c->sayings.n -= *n;
	if (*n)
		memcpy(window, c->sayings.at + c->sayings.n,
		       *n * sizeof *window);
	return window;
}

static text_pairs match_window(struct climbing *c, const struct saying *window,
			       uint32_t n, const struct sentences *new)
{
	struct str *texts = ARENA_ARRAY(&c->scratch, n, struct str);

	for (uint32_t i = 0; i < n; i++)
		texts[i] = window[i].now;
	return texts_match(texts, n, new->at, new->n, &c->scratch);
}

static void climb_stage(struct climbing *c, const struct rubric *r)
{
	struct sentences new = rubric_sentences(r, &c->scratch);
	uint32_t n;
	struct saying *window = take_window(c, &n);
	text_pairs pairs = match_window(c, window, n, &new);

	for_each(pair, &pairs)
		if (pair->new == UINT32_MAX)
			*vec_add(c->a, &c->sayings) = window[pair->old];
	for_each(pair, &pairs)
		if (pair->new != UINT32_MAX)
			say(c, new.at[pair->new], new.optional[pair->new],
			    r->stage,
			    pair->old == UINT32_MAX ? NULL
						    : &window[pair->old]);
	c->turn++;
	arena_clear(&c->scratch);
}

/* Climbs from an ordinal up to a stage, reading the texts of a track. */
static void climb_to(struct climbing *c, uint32_t first, const struct stage *to,
		     const struct track *track)
{
	const struct stage *stages = to->competency->stages;

	for (uint32_t i = first - 1; i < to->ordinal; i++)
		climb_stage(c, stage_rubric(&stages[i], track));
}

/* Whether one sentence is the other in other words: at least a third of the
 * shorter one is kept in its order. That both have many words in common is not
 * enough here: the old one goes on to hold beside the new one. */
static bool is_wording(struct str old, struct str new, struct arena *a)
{
	word_runs runs = words_diff(old, new, a);
	size_t kept = 0, removed = 0, added = 0;

	for_each(run, &runs) {
		kept += run->kind == WORDS_KEPT ? run->text.len : 0;
		removed += run->kind == WORDS_REMOVED ? run->text.len : 0;
		added += run->kind == WORDS_ADDED ? run->text.len : 0;
	}
	return 2 * kept >= (removed < added ? removed : added);
}

/* From the first wording to the last one a sentence may have become another. */
static struct text_step step_over(const struct saying *s, struct arena *a)
{
	struct text_step step = {.kind = STEP_NEW,
				 .new = s->now,
				 .stage = s->stage,
				 .optional = s->optional};

	if (!s->is_known)
		return step;
	if (words_same(s->known, s->now, a))
		step.kind = STEP_SAME;
	else if (is_wording(s->known, s->now, a))
		step.kind = STEP_REWORDED;
	else
		return step;
	step.old = s->known;
	step.likeness = words_likeness(s->known, s->now, a);
	return step;
}

static text_steps all_steps(struct climbing *c, uint32_t *same)
{
	text_steps steps = {0};

	*same = 0;
	for_each(s, &c->sayings) {
		struct text_step step;

		if (!s->climbed)
			continue;
		step = step_over(s, &c->scratch);
		arena_clear(&c->scratch);
		if (step.kind == STEP_SAME)
			++*same;
		else
			*vec_add(c->a, &steps) = step;
	}
	return steps;
}

text_steps climb_texts(const struct climb *climb, uint32_t *same,
		       struct arena *a)
{
	struct climbing c = {.a = a};
	text_steps steps;

	if (climb->from)
		climb_to(&c, 1, climb->from, climb->from_track);
	c.above = true;
	climb_to(&c, climb->first, climb->to, climb->to_track);
	steps = all_steps(&c, same);
	arena_release(&c.scratch);
	return steps;
}
