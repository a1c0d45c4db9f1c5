#include "diff/build.h"

#include "base/date.h"

/* Moves between roles, and what is declared of ids that are gone. */

/* --- moves ---------------------------------------------------------------- */

/* Whether one may go there without a written move. */
static bool is_open_anyway(const struct ladder *l, const struct role *from,
			   const struct role *to)
{
	if (from->track == to->track)
		return to->level == from->level + 1;
	return l->lateral == LATERAL_SAME_RANK && from->rank == to->rank;
}

/* Moves of one side by their two roles, as today's ids where there are. */
static struct str move_key(struct differ *x, enum side side,
			   const struct move *move)
{
	const struct role *from = move->from, *to = move->to;

	if (side == OLD && from && role_other(x, OLD, from))
		from = role_other(x, OLD, from);
	if (side == OLD && to && role_other(x, OLD, to))
		to = role_other(x, OLD, to);
	return arena_printf(x->a, "%.*s > %.*s",
			    STR_ARG(from ? from->path : move->from_text),
			    STR_ARG(to ? to->path : move->to_text));
}

/* A way that was open on the other side without it opens, or closes,
 * nothing. */
static void one_move(struct differ *x, enum side side, const struct move *move)
{
	enum side other = side == OLD ? NEW : OLD;
	const struct role *from =
		move->from ? role_other(x, side, move->from) : NULL;
	const struct role *to = move->to ? role_other(x, side, move->to) : NULL;
	struct scope scope = {.about = ABOUT_ROLE, .track = move->to->track};
	struct change_value value =
		value_id(arena_printf(x->a, "%.*s → %.*s",
				      STR_ARG(move->from->path),
				      STR_ARG(move->to->path)));
	struct draft *draft;

	value.move = move;
	scope.role.of[side] = move->to;
	scope.role.of[other] = to;
	if (!from || !to || !is_open_anyway(x->in[other], from, to))
		scope.reach = REACH_ROLE;
	draft = differ_add(x, side == NEW ? CHANGE_D501 : CHANGE_D502, &scope);
	draft_side(x, draft, side, move->head.node, NULL, value);
}

static void compare_move(struct differ *x, const struct move *old,
			 const struct move *new)
{
	struct scope scope = {.about = ABOUT_ROLE,
			      .reach = REACH_ROLE,
			      .role = {{old->to, new->to}},
			      .track = new->to->track};

	fields_compare(x, "a move", old, new, &scope);
}

static void compare_moves(struct differ *x)
{
	struct map by_roles = {0}, seen = {0};

	for_each(move, &x->in[OLD]->moves)
		map_add(&by_roles, x->a, move_key(x, OLD, move), move);
	for_each(move, &x->in[NEW]->moves) {
		struct str key = move_key(x, NEW, move);
		const struct move *old = map_find(&by_roles, key);

		if (map_add(&seen, x->a, key, move))
			continue; /* written twice */
		if (old)
			compare_move(x, old, move);
		else
			one_move(x, NEW, move);
	}
	for_each(move, &x->in[OLD]->moves) {
		struct str key = move_key(x, OLD, move);

		if (map_find(&by_roles, key) == move && !map_find(&seen, key))
			one_move(x, OLD, move);
	}
}

/* --- lateral -------------------------------------------------------------- */

/* The roles that have one of equal rank in another track. */
static change_roles lateral_roles(struct differ *x, enum side side)
{
	const struct ladder *l = x->in[side];
	struct role **sorted = roles_by_rank(x, side);

	reach_begin(x);
	for (uint32_t i = 0, end; i < l->n_roles; i = end) {
		bool several = false;

		for (end = i; end < l->n_roles &&
			      sorted[end]->rank == sorted[i]->rank;
		     end++)
			several |= sorted[end]->track != sorted[i]->track;
		for (uint32_t k = i; several && k < end; k++)
			reach_add(x, side, sorted[k]);
	}
	return reach_end(x);
}

static struct change_value lateral_value(const struct ladder *l)
{
	return value_words(l->lateral == LATERAL_EXPLICIT ? STR("explicit")
							  : STR("same-rank"));
}

static void compare_lateral(struct differ *x)
{
	const struct ladder *old = x->in[OLD], *new = x->in[NEW];
	struct scope scope = scope_ladder();
	struct draft *draft;
	bool closed = new->lateral == LATERAL_EXPLICIT;

	if (old->lateral == new->lateral)
		return;
	draft = differ_add(x, closed ? CHANGE_D008 : CHANGE_D009, &scope);
	draft->c.reaches = lateral_roles(x, closed ? OLD : NEW);
	for (int side = OLD; side <= NEW; side++) {
		const struct ladder *l = x->in[side];
		const struct node *node =
			thing_find(&l->doc, &l->head, "lateral");

		draft_side(x, draft, (enum side)side,
			   node ? node : l->head.node, NULL, lateral_value(l));
	}
}

/* --- retired ids ---------------------------------------------------------- */

static struct change_value retired_value(struct differ *x,
					 const struct retired *r)
{
	char day[11] = "";

	if (r->since_node)
		date_write(r->since, day);
	return value_words(arena_printf(
		x->a, "%.*s%s%s%s%.*s", STR_ARG(r->head.id),
		*day ? ", since " : "", day,
		r->replaced_by.len ? ", replaced by " : "",
		STR_ARG(r->replaced_by)));
}

/* Whether the id was in use on the other side, so that what is said of it is
 * told with its going. */
static bool goes_with(const struct ladder *other, struct str id)
{
	return ladder_competency(other, id) || ladder_track(other, id) ||
	       ladder_role(other, id);
}

static void one_retired(struct differ *x, enum side side,
			const struct retired *r)
{
	struct scope scope = scope_ladder();
	struct draft *draft;

	if (goes_with(x->in[side == OLD ? NEW : OLD], r->head.id))
		return;
	draft = differ_add(x, side == NEW ? CHANGE_D142 : CHANGE_D143, &scope);
	draft_side(x, draft, side, r->head.node, NULL, retired_value(x, r));
}

/* Points at what differs: the day, or what takes the place. */
static void side_retired(struct differ *x, struct draft *draft, enum side side,
			 const struct retired *r, bool day)
{
	const struct node *place = day ? r->since_node : r->replaced_by_node;

	draft_side(x, draft, side, r->head.node, place, retired_value(x, r));
}

static void compare_retired(struct differ *x, const struct retired *old,
			    const struct retired *new)
{
	bool day = str_eq(old->replaced_by, new->replaced_by);
	struct scope scope = scope_ladder();
	struct draft *draft;

	if (day && !old->since_node == !new->since_node &&
	    old->since == new->since)
		return;
	draft = differ_add(x, CHANGE_D144, &scope);
	side_retired(x, draft, OLD, old, day);
	side_retired(x, draft, NEW, new, day);
}

static void compare_retirements(struct differ *x)
{
	for_each(r, &x->in[NEW]->retired) {
		const struct retired *old =
			map_find(&x->in[OLD]->by_retired, r->head.id);

		if (old)
			compare_retired(x, old, r);
		else
			one_retired(x, NEW, r);
	}
	for_each(r, &x->in[OLD]->retired)
		if (!map_find(&x->in[NEW]->by_retired, r->head.id))
			one_retired(x, OLD, r);
}

void diff_moves(struct differ *x)
{
	compare_lateral(x);
	compare_moves(x);
	compare_retirements(x);
}
