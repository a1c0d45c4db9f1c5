#include "diff/build.h"
#include "diff/words.h"

/* A behaviour that is gone from one text and new in another has moved. */

/* A behaviour that only one side has, until it is known where it went. */
struct loose {
	const struct behaviour *b;
	const struct rubric *rubric;
	struct scope scope;
	uint32_t next; /* 1 + the next one of the same text, or 0 */
	bool placed;
};

struct moved_texts {
	VEC(struct loose) of[2];
};

void moved_keep(struct differ *x, enum side side, const struct rubric *rubric,
		const struct behaviour *b, const struct scope *scope)
{
	if (!x->moved)
		x->moved = ARENA_NEW(x->a, struct moved_texts);
	*vec_add(x->a, &x->moved->of[side]) =
		(struct loose){.b = b, .rubric = rubric, .scope = *scope};
}

static void one_behaviour(struct differ *x, enum side side,
			  const struct loose *l)
{
	struct draft *draft = differ_add(
		x, side == NEW ? CHANGE_D301 : CHANGE_D302, &l->scope);

	behaviour_side(x, draft, side, l->b, "text");
	draft->no_people = l->b->optional;
}

/* Where a text is, for people: a stage by its number, a cell by its role. */
static struct change_value place_of(const struct loose *l)
{
	if (l->rubric->role)
		return value_id(l->rubric->role->path);
	return value_stage(l->rubric->competency, l->rubric->stage);
}

/* The stage is another one of the same competency: who is asked for the lower
 * one and not the higher has more to show, or less. */
static void moved_stage(struct differ *x, struct draft *draft,
			const struct loose *old, const struct loose *new,
			int change)
{
	struct stage_pair then = {{old->rubric->stage,
				   stage_other(x, OLD, old->rubric->stage)}};
	struct stage_pair now = {{stage_other(x, NEW, new->rubric->stage),
				  new->rubric->stage}};

	draft->c.reaches = change > 0 ? reach_between(x, then, now)
				      : reach_between(x, now, then);
}

static void add_move(struct differ *x, struct loose *old, struct loose *new)
{
	int change = 0;
	enum change_code code = CHANGE_D311;
	struct scope scope = new->scope;
	change_roles both = reach_both(x, &old->scope, &new->scope);
	struct draft *draft;

	old->placed = new->placed = true;
	if (competency_other(x, OLD, old->rubric->competency) ==
	    new->rubric->competency)
		change = stage_change(x, old->rubric->stage,
				      new->rubric->stage);
	if (change)
		code = change > 0 ? CHANGE_D307 : CHANGE_D306;
	scope.known = &both;
	if (old->scope.inside != new->scope.inside)
		scope.inside = 0; /* it spans two things */
	draft = differ_add(x, code, &scope);
	draft_side(x, draft, OLD, old->b->head.node, NULL, place_of(old));
	draft_side(x, draft, NEW, new->b->head.node, NULL, place_of(new));
	draft->c.moved_text = new->b->text;
	if (change)
		moved_stage(x, draft, old, new, change);
	draft->no_people = old->b->optional && new->b->optional;
	behaviour_compare(x, old->b, new->b, &scope);
}

/* What a loose behaviour is looked up by: its competency and its text, or its
 * text alone. */
static struct str key_of(struct differ *x, const struct loose *l,
			 enum side side, bool within)
{
	const struct competency *c = l->rubric->competency;
	const struct competency *new =
		side == NEW ? c : competency_other(x, OLD, c);
	struct str text = words_plain(l->b->text, x->a);

	if (!within)
		return text;
	return arena_printf(x->a, "%u %.*s", new ? new->index : UINT32_MAX,
			    STR_ARG(text));
}

/* The first of each text stands in the map and leads to the next. */
static void match_moves(struct differ *x, bool within)
{
	struct map by_text = {0};

	for (uint32_t i = x->moved->of[OLD].n; i--;) {
		struct loose *l = &x->moved->of[OLD].at[i];
		struct str key;
		const struct loose *next;

		if (l->placed)
			continue;
		key = key_of(x, l, OLD, within);
		next = map_find(&by_text, key);
		l->next = next ? (uint32_t)(next - x->moved->of[OLD].at) + 1
			       : 0;
		map_set(&by_text, x->a, key, l);
	}
	for_each(l, &x->moved->of[NEW]) {
		struct str key;
		struct loose *then;

		if (l->placed)
			continue;
		key = key_of(x, l, NEW, within);
		then = map_find(&by_text, key);
		while (then && then->placed)
			then = then->next ? &x->moved->of[OLD].at[then->next -
								  1]
					  : NULL;
		if (then)
			add_move(x, then, l);
	}
}

void diff_moved_texts(struct differ *x)
{
	if (!x->moved)
		return;
	match_moves(x, true);
	match_moves(x, false);
	for (int side = OLD; side <= NEW; side++)
		for_each(l, &x->moved->of[side])
			if (!l->placed)
				one_behaviour(x, (enum side)side, l);
}
