#include "diff/build.h"
#include "diff/texts.h"
#include "diff/words.h"

/* The texts of stages and cells. A behaviour is known by its id, else by what
 * it says; one that is gone here and new elsewhere has moved. */

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

static struct str plain(struct differ *x, const struct behaviour *b)
{
	return words_plain(b->text, x->a);
}

/* --- within one text -------------------------------------------------------- */

/* The value of a key of a behaviour; NULL where it is but a text, too. */
static const struct node *value_in(const struct differ *x, enum side side,
				   const struct behaviour *b, const char *key)
{
	if (b->head.node->kind != NODE_MAP)
		return NULL;
	return doc_find(&x->in[side]->doc, b->head.node, str_of(key));
}

/* Points at the value of a key, else at the text. */
static void side_behaviour(struct differ *x, struct draft *draft,
			   enum side side, const struct behaviour *b,
			   const char *key)
{
	const struct node *place = value_in(x, side, b, key);

	if (!place)
		place = value_in(x, side, b, "text");
	draft_side(x, draft, side, b->head.node, place, value_words(b->text));
}

static void compare_optional(struct differ *x, const struct behaviour *old,
			     const struct behaviour *new,
			     const struct scope *scope)
{
	struct draft *draft;

	if (old->optional == new->optional)
		return;
	draft = differ_add(x, new->optional ? CHANGE_D305 : CHANGE_D304,
			   scope);
	side_behaviour(x, draft, OLD, old, "optional");
	side_behaviour(x, draft, NEW, new, "optional");
}

static void compare_id(struct differ *x, const struct behaviour *old,
		       const struct behaviour *new, const struct scope *scope)
{
	struct draft *draft;

	if (str_eq(old->head.id, new->head.id))
		return;
	if (old->head.id.len) {
		draft = differ_add(x, CHANGE_D310, scope);
		draft_side(x, draft, OLD, old->head.node,
			   value_in(x, OLD, old, "id"),
			   value_id(old->head.id));
	}
	if (new->head.id.len) {
		draft = differ_add(x, CHANGE_D309, scope);
		draft_side(x, draft, NEW, new->head.node,
			   value_in(x, NEW, new, "id"),
			   value_id(new->head.id));
	}
}

static const struct node *text_node(struct differ *x, enum side side,
				    const struct behaviour *b)
{
	const struct node *text = value_in(x, side, b, "text");

	return text ? text : b->head.node;
}

static void compare_behaviour(struct differ *x, const struct behaviour *old,
			      const struct behaviour *new,
			      const struct scope *scope)
{
	struct scope quiet = *scope;

	quiet.reach = REACH_NOBODY;
	text_compare(x, CHANGE_D303,
		     old->optional && new->optional ? &quiet : scope,
		     old->text, new->text, text_node(x, OLD, old),
		     text_node(x, NEW, new));
	compare_optional(x, old, new, scope);
	compare_id(x, old, new, &quiet);
	fields_compare(x, "a behaviour", old, new, &quiet);
}

static void keep_loose(struct differ *x, enum side side,
		       const struct rubric *rubric, const struct behaviour *b,
		       const struct scope *scope)
{
	*vec_add(x->a, &x->moved->of[side]) =
		(struct loose){.b = b, .rubric = rubric, .scope = *scope};
}

/* --- which is which --------------------------------------------------------- */

/* By index in the old text: 1 + the index in the new one, or 0; the other way
 * round for the new text. */
struct pairing {
	uint32_t *of[2];
};

static void pair(struct pairing *p, uint32_t old, uint32_t new)
{
	p->of[OLD][old] = new + 1;
	p->of[NEW][new] = old + 1;
}

static void pair_ids(struct differ *x, struct pairing *p,
		     const struct rubric *old, const struct rubric *new)
{
	struct map by_id = {0};
	uint32_t ids = 0;

	for_each(b, &old->behaviours)
		if (b->head.id.len) {
			map_add(&by_id, x->a, b->head.id, (void *)b);
			ids++;
		}
	for (uint32_t i = 0; ids && i < new->behaviours.n; i++) {
		struct str id = new->behaviours.at[i].head.id;
		const struct behaviour *then =
			id.len ? map_find(&by_id, id) : NULL;

		if (then)
			pair(p, (uint32_t)(then - old->behaviours.at), i);
	}
}

/* The texts that ids do not settle. One that has an id on both sides and
 * another one each is another behaviour, whatever it says. */
struct texts_left {
	struct str *at;
	uint32_t *index;
	uint32_t n;
};

static struct texts_left left_over(struct differ *x, const struct rubric *r,
				   const uint32_t *paired)
{
	struct texts_left left = {
		ARENA_ARRAY(x->a, r->behaviours.n, struct str),
		ARENA_ARRAY(x->a, r->behaviours.n, uint32_t), 0};

	for (uint32_t i = 0; i < r->behaviours.n; i++) {
		if (paired[i])
			continue;
		left.at[left.n] = r->behaviours.at[i].text;
		left.index[left.n++] = i;
	}
	return left;
}

static void pair_texts(struct differ *x, struct pairing *p,
		       const struct rubric *old, const struct rubric *new)
{
	struct texts_left then = left_over(x, old, p->of[OLD]);
	struct texts_left now = left_over(x, new, p->of[NEW]);
	text_pairs pairs;

	if (!then.n || !now.n)
		return;
	pairs = texts_match(then.at, then.n, now.at, now.n, x->a);
	for_each(at, &pairs) {
		uint32_t i, k;

		if (at->old == UINT32_MAX || at->new == UINT32_MAX)
			continue;
		i = then.index[at->old];
		k = now.index[at->new];
		if (!old->behaviours.at[i].head.id.len ||
		    !new->behaviours.at[k].head.id.len)
			pair(p, i, k);
	}
}

/* A text with one behaviour is that behaviour, whatever it says: ladders that
 * are checklists have nothing else in a stage. */
static void pair_only_ones(struct pairing *p, const struct rubric *old,
			   const struct rubric *new)
{
	if (old->behaviours.n == 1 && new->behaviours.n == 1 &&
	    (!old->behaviours.at->head.id.len ||
	     !new->behaviours.at->head.id.len))
		pair(p, 0, 0);
}

/* --- order ------------------------------------------------------------------ */

static struct change_value all_texts(struct differ *x, const struct rubric *r)
{
	struct texts list = {
		ARENA_ARRAY(x->a, r->behaviours.n, struct str),
		r->behaviours.n};

	for (uint32_t i = 0; i < list.n; i++)
		list.at[i] = r->behaviours.at[i].text;
	return value_list(&list);
}

static void side_list(struct differ *x, struct draft *draft, enum side side,
		      const struct rubric *r)
{
	const struct node *node =
		thing_find(&x->in[side]->doc, &r->head, "behaviours");

	draft_side(x, draft, side, node ? node : r->head.node, NULL,
		   all_texts(x, r));
}

static void compare_order(struct differ *x, const struct pairing *p,
			  const struct rubric *old, const struct rubric *new,
			  const struct scope *scope)
{
	struct scope quiet = *scope;
	struct draft *draft;
	uint32_t last = 0;
	bool ordered = true;

	for (uint32_t i = 0; i < new->behaviours.n; i++) {
		uint32_t then = p->of[NEW][i];

		ordered = ordered && (!then || then > last);
		last = then ? then : last;
	}
	if (ordered)
		return;
	quiet.reach = REACH_NOBODY;
	draft = differ_add(x, CHANGE_D308, &quiet);
	side_list(x, draft, OLD, old);
	side_list(x, draft, NEW, new);
}

/* --- resources -------------------------------------------------------------- */

static struct str resource_text(struct differ *x, const struct resource *r)
{
	const char *type = r->type ? resource_types[r->type - 1] : "";
	struct str hours = {0};

	if (!r->type && !r->url.len && !r->hours)
		return r->title;
	if (r->hours)
		hours = arena_printf(x->a, ", %lld h",
				     (long long)(r->hours / 1000));
	return arena_printf(x->a, "%.*s (%s%.*s)%s%.*s", STR_ARG(r->title),
			    type, STR_ARG(hours), r->url.len ? " " : "",
			    STR_ARG(r->url));
}

static struct texts resource_texts(struct differ *x, const struct rubric *r)
{
	struct texts list = {ARENA_ARRAY(x->a, r->resources.n, struct str),
			     r->resources.n};

	for (uint32_t i = 0; i < list.n; i++)
		list.at[i] = resource_text(x, &r->resources.at[i]);
	return list;
}

static void compare_resources(struct differ *x, const struct rubric *old,
			      const struct rubric *new,
			      const struct scope *scope)
{
	const struct rubric *both[2] = {old, new};
	struct texts lists[2];
	struct draft *draft;

	if (!old->resources.n && !new->resources.n)
		return;
	lists[OLD] = resource_texts(x, old);
	lists[NEW] = resource_texts(x, new);
	if (texts_same_set(x, &lists[OLD], &lists[NEW]))
		return;
	draft = differ_add(x, CHANGE_D324, scope);
	for (int side = OLD; side <= NEW; side++)
		if (lists[side].n)
			draft_side(x, draft, (enum side)side,
				   thing_find(&x->in[side]->doc,
					      &both[side]->head, "resources"),
				   NULL, value_list(&lists[side]));
}

/* --- one text with another --------------------------------------------------- */

/* Nearly all texts are as they were. */
static bool same_behaviours(const struct rubric *old, const struct rubric *new)
{
	bool same = old->behaviours.n == new->behaviours.n;

	for (uint32_t i = 0; same && i < old->behaviours.n; i++)
		same = str_eq(old->behaviours.at[i].text,
			      new->behaviours.at[i].text) &&
		       str_eq(old->behaviours.at[i].head.id,
			      new->behaviours.at[i].head.id);
	return same;
}

static void compare_behaviours(struct differ *x, const struct rubric *old,
			       const struct rubric *new,
			       const struct scope *scope)
{
	struct pairing p = {
		{ARENA_ARRAY(x->a, old->behaviours.n, uint32_t),
		 ARENA_ARRAY(x->a, new->behaviours.n, uint32_t)}};

	pair_ids(x, &p, old, new);
	pair_texts(x, &p, old, new);
	pair_only_ones(&p, old, new);
	for (uint32_t i = 0; i < new->behaviours.n; i++) {
		const struct behaviour *b = &new->behaviours.at[i];

		if (p.of[NEW][i])
			compare_behaviour(
				x, &old->behaviours.at[p.of[NEW][i] - 1], b,
				scope);
		else
			keep_loose(x, NEW, new, b, scope);
	}
	for (uint32_t i = 0; i < old->behaviours.n; i++)
		if (!p.of[OLD][i])
			keep_loose(x, OLD, old, &old->behaviours.at[i],
				   scope);
	compare_order(x, &p, old, new, scope);
}

void diff_rubrics(struct differ *x, const struct rubric *old,
		  const struct rubric *new, const struct scope *scope)
{
	const char *shape = new->role ? "a cell" : "a stage";

	if (!x->moved)
		x->moved = ARENA_NEW(x->a, struct moved_texts);
	fields_compare(x, shape, old, new, scope);
	compare_resources(x, old, new, scope);
	if (!same_behaviours(old, new)) {
		compare_behaviours(x, old, new, scope);
		return;
	}
	for (uint32_t i = 0; i < new->behaviours.n; i++)
		compare_behaviour(x, &old->behaviours.at[i],
				  &new->behaviours.at[i], scope);
}

/* --- moved from one text to another ------------------------------------------ */

static void one_behaviour(struct differ *x, enum side side,
			  const struct loose *l)
{
	struct draft *draft = differ_add(
		x, side == NEW ? CHANGE_D301 : CHANGE_D302, &l->scope);

	side_behaviour(x, draft, side, l->b, "text");
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
	draft = differ_add(x, code, &scope);
	draft_side(x, draft, OLD, old->b->head.node, NULL, place_of(old));
	draft_side(x, draft, NEW, new->b->head.node, NULL, place_of(new));
	draft->c.moved_text = new->b->text;
	if (change)
		moved_stage(x, draft, old, new, change);
	draft->no_people = old->b->optional && new->b->optional;
	compare_behaviour(x, old->b, new->b, &scope);
}

/* What a loose behaviour is looked up by: its competency and its text, or its
 * text alone. */
static struct str key_of(struct differ *x, const struct loose *l, enum side side,
			 bool within)
{
	const struct competency *c = l->rubric->competency;
	const struct competency *new =
		side == NEW ? c : competency_other(x, OLD, c);
	struct str text = plain(x, l->b);

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
