#include "diff/build.h"
#include "diff/texts.h"

/* The texts of stages and cells. A behaviour is known by its id, else by what
 * it says. */

/* --- which is which ------------------------------------------------------- */

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

/* --- order ---------------------------------------------------------------- */

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

/* --- resources ------------------------------------------------------------ */

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

/* --- one text with another ------------------------------------------------ */

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
			behaviour_compare(
				x, &old->behaviours.at[p.of[NEW][i] - 1], b,
				scope);
		else
			moved_keep(x, NEW, new, b, scope);
	}
	for (uint32_t i = 0; i < old->behaviours.n; i++)
		if (!p.of[OLD][i])
			moved_keep(x, OLD, old, &old->behaviours.at[i],
				   scope);
	compare_order(x, &p, old, new, scope);
}

void diff_rubrics(struct differ *x, const struct rubric *old,
		  const struct rubric *new, const struct scope *scope)
{
	const char *shape = new->role ? "a cell" : "a stage";

	fields_compare(x, shape, old, new, scope);
	compare_resources(x, old, new, scope);
	if (!same_behaviours(old, new)) {
		compare_behaviours(x, old, new, scope);
		return;
	}
	for (uint32_t i = 0; i < new->behaviours.n; i++)
		behaviour_compare(x, &old->behaviours.at[i],
				  &new->behaviours.at[i], scope);
}
