#include "diff/build.h"

/* What roles ask, `requires`, cells and figures of scores, as it is in force.
 * The levels of a track are gone through from the lowest on both sides at
 * once; what differs between them is kept in a list until it no longer does,
 * so that a change is found once, where it was made, and takes the levels
 * above it along. */

/* What can be asked has a slot: a competency that both sides have, or a score
 * of either. */
enum { NO_SLOT = UINT32_MAX };

/* What a side asks for a slot at the level that was reached; zero: nothing. */
struct standing {
	const struct stage *stage;     /* of a competency */
	const struct score_goal *goal; /* of a score */
	const struct role *role;       /* in whose text it stands */
	const struct node *node;
	const struct role *again; /* a higher level that asks the same again */
	const struct node *again_node;
};

struct side_walk {
	uint32_t *competency_slot, *score_slot;
	struct standing *of;   /* by slot */
	const struct role *at; /* the level reached; NULL: none */
	VEC(uint32_t) asked;   /* slots of which something is asked, some
				  perhaps twice */
};

/* What is asked differently from some level on. */
struct open_change {
	uint32_t draft;            /* 1 +; 0: nothing is open */
	const struct role *source; /* in whose text the difference lies, of
				      the side that asks more */
	int sign;
};

typedef VEC(uint32_t) slots;

struct walk {
	struct differ *x;
	struct side_walk side[2];
	slots touched;             /* to be looked at */
	uint32_t *seen;            /* by slot: the round of the last look */
	uint32_t round;
	struct open_change *open;  /* by slot */
	slots are_open, still_open;
};

/* --- what is in force ----------------------------------------------------- */

static void touch(struct walk *w, uint32_t slot)
{
	if (w->seen[slot] == w->round)
		return;
	w->seen[slot] = w->round;
	*vec_add(w->x->a, &w->touched) = slot;
}

static void forget(struct walk *w, enum side side)
{
	struct side_walk *s = &w->side[side];

	for_each(slot, &s->asked) {
		s->of[*slot] = (struct standing){0};
		touch(w, *slot);
	}
	s->asked.n = 0;
	s->at = NULL;
}

/* Whether it is more than what is asked already. */
static bool is_more(const struct standing *has, const struct standing *new)
{
	if (new->stage)
		return !has->stage ||
		       new->stage->ordinal > has->stage->ordinal;
	return !has->goal || new->goal->figure > has->goal->figure;
}

static void ask(struct walk *w, enum side side, uint32_t slot,
		struct standing new)
{
	struct side_walk *s = &w->side[side];

	if (slot == NO_SLOT)
		return;
	touch(w, slot);
	if (!is_more(&s->of[slot], &new)) {
		if (!is_more(&new, &s->of[slot])) {
			s->of[slot].again = new.role;
			s->of[slot].again_node = new.node;
		}
		return;
	}
	s->of[slot] = new;
	*vec_add(w->x->a, &s->asked) = slot;
}

static void ask_stage(struct walk *w, enum side side, const struct role *role,
		      const struct stage *s, const struct node *node)
{
	if (s)
		ask(w, side,
		    w->side[side].competency_slot[s->competency->index],
		    (struct standing){
			    .stage = s, .role = role, .node = node});
}

static void take_level(struct walk *w, enum side side,
		       const struct role *role)
{
	if (!role->cumulative)
		forget(w, side);
	for_each(ref, &role->requires)
		ask_stage(w, side, role, ref->stage, ref->head.node);
	for_each(cell, &role->expects)
		ask_stage(w, side, role, cell->stage, cell->head.node);
	for_each(goal, &role->scores)
		if (goal->score)
			ask(w, side,
			    w->side[side].score_slot[goal->score->index],
			    (struct standing){
				    .goal = goal,
				    .role = role,
				    .node = goal->head.node + 1});
	w->side[side].at = role;
}

/* Goes on to a level of the same track, or begins with its lowest in force. */
static void go_to(struct walk *w, enum side side, const struct role *role)
{
	const struct role *at = w->side[side].at;
	const struct role *from;

	if (at && at->track == role->track && at->level < role->level) {
		from = at + 1;
	} else {
		forget(w, side);
		from = role_first_in_force(role);
	}
	for (; from <= role; from++)
		take_level(w, side, from);
}

/* --- why it differs ------------------------------------------------------- */

/* Above 0: the new side asks more. */
static int change_of(const struct walk *w, const struct standing *old,
		     const struct standing *new)
{
	if (old->goal || new->goal) {
		int64_t then = old->goal ? old->goal->figure : -1;
		int64_t now = new->goal ? new->goal->figure : -1;

		return (now > then) - (now < then);
	}
	/* stages that were written anew in the other way are told as such */
	if (old->stage && new->stage &&
	    old->stage->competency->cells != new->stage->competency->cells)
		return 0;
	return stage_change(w->x, old->stage, new->stage);
}

/* The draft reaches one more role. Roles come one after the other, so that
 * only the last can be there already, or the one that it is about. */
static void reach_one_more(struct walk *w, uint32_t number,
			   const struct role *role)
{
	change_roles *reaches = &w->x->drafts.at[number - 1].c.reaches;

	if (reaches->n && (reaches->at[reaches->n - 1] == role ||
			   reaches->at[0] == role))
		return;
	*vec_add(w->x->a, reaches) = role;
}

/* What took the levels below in, or left them out: `cumulative` of a level
 * above the text and up to the role; or that the role stands elsewhere. */
static uint32_t cause_between(const struct walk *w, const struct role *text,
			      const struct role *role)
{
	const struct differ *x = w->x;
	uint32_t moved = x->role_draft[NEW][role->index];

	for (const struct role *r = role; r->level && r != text; r--)
		if (x->cumulative_draft[r->index])
			return x->cumulative_draft[r->index];
	if (moved && x->drafts.at[moved - 1].c.code == CHANGE_D114)
		return moved;
	return 0;
}

/* The draft to which a difference at `role` belongs where its text stands in
 * another level; 0 where it is a change by itself. */
static uint32_t cause_of(const struct walk *w, enum side side,
			 const struct role *source, const struct role *role)
{
	const struct differ *x = w->x;
	const struct role *now = side == NEW ? source
					     : role_other(x, OLD, source);

	if (!role_other(x, side, source))
		return x->role_draft[side][source->index];
	return now == role ? 0 : cause_between(w, now, role);
}

/* --- telling it ----------------------------------------------------------- */

static bool asks_nothing(const struct standing *s)
{
	return !s->stage && !s->goal;
}

static enum change_code code_of(const struct standing *old,
				const struct standing *new, int sign)
{
	bool goal = old->goal || new->goal;

	if (asks_nothing(old) || asks_nothing(new)) {
		if (goal)
			return sign > 0 ? CHANGE_D432 : CHANGE_D433;
		return sign > 0 ? CHANGE_D401 : CHANGE_D402;
	}
	if (goal)
		return sign > 0 ? CHANGE_D434 : CHANGE_D435;
	return sign > 0 ? CHANGE_D403 : CHANGE_D404;
}

/* What counts instead may stand in a level below: a place to look at, but not
 * what changed. */
static void side_asked(struct walk *w, struct draft *draft, enum side side,
		       const struct standing *s, const struct role *role,
		       bool cause)
{
	const struct node *own = cause || s->role == role ? s->node : NULL;

	if (asks_nothing(s))
		return;
	if (!own && s->again == role)
		own = s->again_node;
	draft_side(w->x, draft, side, own, own ? own : s->node,
		   s->goal ? value_figure_of(s->goal->figure)
			   : value_stage(s->stage->competency, s->stage));
}

static uint32_t tell(struct walk *w, const struct standing *old,
		     const struct standing *new, int sign,
		     struct role_pair roles)
{
	struct scope scope = scope_role(w->x, roles.of[OLD], roles.of[NEW]);
	struct draft *draft;

	scope.reach = REACH_NOBODY;
	scope.stage = (struct stage_pair){{old->stage, new->stage}};
	for (int side = OLD; side <= NEW; side++) {
		const struct standing *s = side == OLD ? old : new;

		if (s->stage)
			scope.competency.of[side] = s->stage->competency;
		if (s->goal)
			scope.score = s->goal->score;
	}
	draft = differ_add(w->x, code_of(old, new, sign), &scope);
	side_asked(w, draft, OLD, old, roles.of[OLD], sign < 0);
	side_asked(w, draft, NEW, new, roles.of[NEW], sign > 0);
	return draft_number(w->x, draft);
}

/* A change goes on from the level below, or one begins. */
static void differs(struct walk *w, uint32_t slot, int sign,
		    const struct standing *old, const struct standing *new,
		    struct role_pair roles)
{
	const struct role *source = sign > 0 ? new->role : old->role;
	struct open_change *open = &w->open[slot];

	if (!open->draft || open->source != source || open->sign != sign) {
		*open = (struct open_change){
			cause_of(w, sign > 0 ? NEW : OLD, source,
				 roles.of[NEW]),
			source, sign};
		if (!open->draft)
			open->draft = tell(w, old, new, sign, roles);
	}
	reach_one_more(w, open->draft, roles.of[NEW]);
	*vec_add(w->x->a, &w->still_open) = slot;
}

/* --- earlier, later ------------------------------------------------------- */

/* What was added at a lower level, and is asked at this one as before, is asked
 * earlier; what was taken out there, later. */
static void closes(struct walk *w, struct open_change *o,
		   const struct standing *old, const struct standing *new,
		   struct role_pair roles)
{
	struct draft *draft = &w->x->drafts.at[o->draft - 1];
	enum side here = o->sign > 0 ? OLD : NEW, there = o->sign > 0 ? NEW
								      : OLD;
	const struct standing *s = here == OLD ? old : new;
	const struct change_side *told =
		there == OLD ? &draft->c.old : &draft->c.new;
	const struct stage *first = told->value.stage;

	o->draft = 0;
	if ((draft->c.code != CHANGE_D401 && draft->c.code != CHANGE_D402) ||
	    s->role != roles.of[here] || !s->stage ||
	    stage_change(w->x, here == OLD ? s->stage : first,
			 here == OLD ? first : s->stage))
		return;
	draft->c.code = o->sign > 0 ? CHANGE_D405 : CHANGE_D406;
	draft_side(w->x, draft, here, s->node, NULL,
		   value_id(roles.of[here]->path));
	draft_side(w->x, draft, there, told->node, NULL,
		   value_id(o->source->path));
}

/* --- level by level ------------------------------------------------------- */

static void look_at(struct walk *w, uint32_t slot, struct role_pair roles)
{
	const struct standing *old = &w->side[OLD].of[slot];
	const struct standing *new = &w->side[NEW].of[slot];
	int sign = change_of(w, old, new);

	if (sign)
		differs(w, slot, sign, old, new, roles);
	else if (w->open[slot].draft)
		closes(w, &w->open[slot], old, new, roles);
}

static void look(struct walk *w, struct role_pair roles)
{
	slots was;

	for_each(slot, &w->are_open)
		touch(w, *slot);
	w->still_open.n = 0;
	for_each(slot, &w->touched)
		look_at(w, *slot, roles);
	w->touched.n = 0;
	w->round++;
	was = w->are_open;
	w->are_open = w->still_open;
	w->still_open = was;
}

static void walk_track(struct walk *w, const struct track *t)
{
	for_each(slot, &w->are_open)
		w->open[*slot].draft = 0;
	w->are_open.n = 0;
	for_each(role, &t->levels) {
		const struct role *then = role_other(w->x, NEW, role);
		struct role_pair roles = {{then, role}};

		if (!then)
			continue;
		go_to(w, OLD, then);
		go_to(w, NEW, role);
		look(w, roles);
	}
}

/* --- slots ---------------------------------------------------------------- */

static uint32_t competency_slots(struct walk *w)
{
	struct differ *x = w->x;
	uint32_t n = 0;

	for_each(c, &x->in[NEW]->competencies) {
		const struct competency *old = competency_other(x, NEW, c);

		w->side[NEW].competency_slot[c->index] = old ? n : NO_SLOT;
		if (old)
			w->side[OLD].competency_slot[old->index] = n++;
	}
	for_each(c, &x->in[OLD]->competencies)
		if (!competency_other(x, OLD, c))
			w->side[OLD].competency_slot[c->index] = NO_SLOT;
	return n;
}

static uint32_t score_slots(struct walk *w, uint32_t n)
{
	struct differ *x = w->x;

	for_each(s, &x->in[NEW]->scores)
		w->side[NEW].score_slot[s->index] = n++;
	for_each(s, &x->in[OLD]->scores) {
		const struct score *now = ladder_score(x->in[NEW], s->head.id);

		w->side[OLD].score_slot[s->index] =
			now ? w->side[NEW].score_slot[now->index] : n++;
	}
	return n;
}

void diff_asks(struct differ *x)
{
	struct walk w = {.x = x, .round = 1};
	uint32_t n;

	for (int side = OLD; side <= NEW; side++) {
		w.side[side].competency_slot = ARENA_ARRAY(
			x->a, x->in[side]->competencies.n, uint32_t);
		w.side[side].score_slot =
			ARENA_ARRAY(x->a, x->in[side]->scores.n, uint32_t);
	}
	n = score_slots(&w, competency_slots(&w));
	for (int side = OLD; side <= NEW; side++)
		w.side[side].of = ARENA_ARRAY(x->a, n, struct standing);
	w.seen = ARENA_ARRAY(x->a, n, uint32_t);
	w.open = ARENA_ARRAY(x->a, n, struct open_change);
	for_each(t, &x->in[NEW]->tracks)
		walk_track(&w, t);
}
