/* Sentences that a role hears twice. */
#include "lint/rule.h"

#include <stdlib.h>

/* Of the words that carry meaning, in per cent: how many two sentences share
 * where one says all that the other says, and where each has words of its own.
 * "Improves the security of a service" and "Improves the speed of a service"
 * are two demands, however alike. */
enum { NEARLY_SAME = 80, NEARLY_ALL = 90, LEAST_WORDS = 4 };

/* A behaviour that may stand somewhere else, too. */
struct saying {
	const struct behaviour *behaviour;
	const struct node *node;
	const struct rubric *rubric;
	struct saying *next; /* of its group, in file order */
	uint64_t key;	     /* of its group, by its words */
};

/* Behaviours of one key. */
struct group {
	struct saying *first, *last;
};

/* Behaviours are many and hardly one comes twice, so of each the key is kept
 * and nothing else until all of them are known. */
struct repeats {
	VEC(const struct rubric *) rubrics;
	VEC(uint64_t) keys; /* of their behaviours' texts; 0: none to compare */
	struct map by_key;  /* of struct saying -> struct group */
	VEC(struct group *) many; /* those of several */
};

static void report(struct lint *lint, enum code code, const struct node *node,
		   const struct node *other)
{
	bool near = code == CODE_L407;
	struct finding *f;

	if (!lint_is_own(lint, node)) {
		const struct node *swap = node;

		node = other;
		other = swap;
	}
	if (!lint_is_own(lint, node))
		return;
	f = lint_add(lint, code, node,
		     near ? "this says nearly the same as another behaviour"
			  : "this is said twice of the same people");
	lint_note(lint, f, other, near ? "the other one" : "the first time");
	finding_help(lint->d, f,
		     near ? "make them one, or say how they differ"
			  : "take one of the two out");
}

/* --- within a stage or a cell --------------------------------------------- */

static int by_size(const void *x, const void *y)
{
	uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;

	return (a > b) - (a < b);
}

/* The hashes of its words that carry meaning, sorted. */
static const uint64_t *content_of(struct lint *lint, const struct said *s)
{
	uint64_t *hashes = ARENA_ARRAY(lint->a, s->content, uint64_t);
	uint32_t n = 0;

	for (uint32_t i = 0; i < s->n; i++)
		if (!(s->words[i].kinds & WORD_SMALL))
			hashes[n++] = s->words[i].hash;
	qsort(hashes, n, sizeof *hashes, by_size);
	return hashes;
}

static uint32_t common_words(struct lint *lint, const struct said *x,
			     const struct said *y)
{
	const uint64_t *a = content_of(lint, x), *b = content_of(lint, y);
	uint32_t common = 0;

	for (uint32_t i = 0, j = 0; i < x->content && j < y->content;) {
		uint64_t at_i = a[i], at_j = b[j];

		common += at_i == at_j;
		i += at_i <= at_j;
		j += at_j <= at_i;
	}
	return common;
}

static bool are_near(struct lint *lint, const struct said *x,
		     const struct said *y)
{
	uint32_t words = x->content + y->content;
	uint32_t differ = (uint32_t)__builtin_popcountll(x->bits ^ y->bits);
	uint64_t common;
	bool whole;

	/* each bit that only one has is a word that only one has */
	if (100 * (uint64_t)differ > (100 - NEARLY_SAME) * (uint64_t)words)
		return false;
	if (x->sum == y->sum || !lint_may_spend(lint, words))
		return false;
	common = common_words(lint, x, y);
	whole = common == x->content || common == y->content;
	return 200 * common >=
	       (uint64_t)(whole ? NEARLY_SAME : NEARLY_ALL) * words;
}

static bool is_long_enough(const struct said *s)
{
	return s->content >= LEAST_WORDS && !s->wide;
}

/* Two that say nearly the same begin or end alike. */
static bool may_be_near(const struct said *x, const struct said *y)
{
	return x->head && y->head &&
	       (x->head == y->head || x->tail == y->tail);
}

/* Held against those shortly before it, so that a list of any length takes
 * time linear in it. */
static void check_near(struct lint *lint, uint32_t i)
{
	enum { SHORTLY = 32 };
	struct said *at = lint->said.list.at, *s = &at[i];

	for (uint32_t j = i; j-- > 0 && i - j <= SHORTLY;) {
		if (!may_be_near(s, &at[j]))
			continue;
		said_apart(lint, s);
		said_apart(lint, &at[j]);
		if (is_long_enough(s) && is_long_enough(&at[j]) &&
		    are_near(lint, s, &at[j])) {
			report(lint, CODE_L407, s->node, at[j].node);
			return;
		}
	}
}

/* --- all over the ladder -------------------------------------------------- */

static void group(struct lint *lint, struct saying *p)
{
	struct repeats *repeats = lint->repeats;
	struct str key = {(const char *)&p->key, sizeof p->key};
	struct group *g = map_find(&repeats->by_key, key);

	if (g) {
		if (g->first == g->last)
			*vec_add(lint->a, &repeats->many) = g;
		g->last->next = p;
		g->last = p;
		return;
	}
	g = ARENA_NEW(lint->a, struct group);
	*g = (struct group){p, p};
	map_add(&repeats->by_key, lint->a, key, g);
}

/* Groups one that may stand somewhere else by its words. */
static void group_by_words(struct lint *lint, const struct rubric *r,
			   const struct behaviour *b)
{
	struct said s = {.behaviour = b, .text = b->text};
	struct saying *p;

	arena_clear(&lint->said.arena);
	said_apart(lint, &s);
	if (!s.content)
		return;
	p = ARENA_NEW(lint->a, struct saying);
	*p = (struct saying){.behaviour = b,
			     .node = said_node(lint, b),
			     .rubric = r,
			     .key = s.sum ^ s.content};
	group(lint, p);
}

/* Where a key stands in a table of places in `keys`, from 1, or may be put. */
static uint32_t *place_of(uint32_t *table, uint32_t cap, const uint64_t *keys,
			  uint64_t key)
{
	struct str bytes = {(const char *)&key, sizeof key};
	uint64_t i = map_hash(bytes);

	while (table[i % cap] && keys[table[i % cap] - 1] != key)
		i++;
	return &table[i % cap];
}

/* Whether each key stands there more than once; NULL: none does. A map would
 * take eight times the memory, which is what costs time here. */
static const bool *find_twice(struct lint *lint)
{
	const uint64_t *keys = lint->repeats->keys.at;
	uint32_t n = lint->repeats->keys.n, cap = 2, *table;
	bool *twice = ARENA_ARRAY(lint->a, n, bool), any = false;

	while (cap / 2 < n)
		cap *= 2;
	table = ARENA_ARRAY(lint->a, cap, uint32_t);
	for (uint32_t i = 0; i < n; i++) {
		uint32_t *place;

		if (!keys[i])
			continue;
		place = place_of(table, cap, keys, keys[i]);
		if (*place)
			any = twice[i] = twice[*place - 1] = true;
		else
			*place = i + 1;
	}
	return any ? twice : NULL;
}

static void find_groups(struct lint *lint)
{
	const bool *twice = find_twice(lint);

	if (!twice)
		return;
	for_each(r, &lint->repeats->rubrics)
		for_each(b, &(*r)->behaviours)
			if (*twice++)
				group_by_words(lint, *r, b);
}

/* Headings stand wherever they are needed. */
static bool is_heading(const struct said *s)
{
	struct str text = str_trim(s->behaviour->text);

	return str_ends(text, STR(":")) ||
	       (str_starts(text, STR("[")) && str_ends(text, STR("]")));
}

static void remember(struct lint *lint, const struct rubric *r)
{
	struct repeats *repeats = lint->repeats;
	uint32_t first = repeats->keys.n;

	if (!lint->said.list.n)
		return;
	*vec_add(lint->a, &repeats->rubrics) = r;
	for (uint32_t i = 0; i < r->behaviours.n; i++)
		vec_add(lint->a, &repeats->keys);
	for_each(s, &lint->said.list)
		if (!is_heading(s))
			repeats->keys.at[first + s->behaviour -
					 r->behaviours.at] =
				s->key ? s->key : 1;
}

void rule_near_duplicate(struct lint *lint, const struct rubric *r)
{
	if (!lint->repeats)
		lint->repeats = ARENA_NEW(lint->a, struct repeats);
	for (uint32_t i = 0; i < lint->said.list.n; i++)
		check_near(lint, i);
	remember(lint, r);
}

/* --- within a role -------------------------------------------------------- */

/* Where a stage is in force: in blocks, runs of levels whose texts add up,
 * named as in levels.h; and each competency's own stages, which build on one
 * another, make a block more. */
struct in_force {
	uint32_t block;
	uint32_t ordinal; /* the highest stage asked there */
};

typedef VEC(struct in_force) in_forces;

/* What of a group was seen in a block. */
struct seen {
	const struct group *group;
	const struct saying *place;
};

struct within {
	struct lint *lint;
	uint32_t *block_of;  /* by role index */
	in_forces *in_force; /* by competency index, its own stages */
	struct seen *seen;   /* by block */
};

static void ask(struct within *w, const struct stage_ref *ref, uint32_t block)
{
	in_forces *list;
	struct in_force *last;

	if (!ref->competency || !ref->stage || ref->competency->cells)
		return;
	list = &w->in_force[ref->competency->index];
	last = list->n ? &list->at[list->n - 1] : NULL;
	if (!last || last->block != block) {
		last = vec_add(w->lint->a, list);
		last->block = block;
	}
	if (last->ordinal < ref->stage->ordinal)
		last->ordinal = ref->stage->ordinal;
}

static void init_within(struct within *w)
{
	const struct ladder *l = w->lint->l;
	struct arena *a = w->lint->a;
	uint32_t block = 0;

	w->block_of = ARENA_ARRAY(a, l->n_roles, uint32_t);
	w->in_force = ARENA_ARRAY(a, l->competencies.n, in_forces);
	w->seen = ARENA_ARRAY(a, 1 + l->n_roles + l->competencies.n,
			      struct seen);
	for (uint32_t i = 0; i < l->n_roles; i++) {
		const struct role *role = l->roles[i];

		if (role->level == 0 || !role->cumulative)
			block = i + 1;
		w->block_of[i] = block;
		for_each(ref, &role->requires)
			ask(w, ref, block);
	}
}

/* Gives what was seen there before of the group, or NULL. */
static const struct saying *see(struct within *w, const struct group *g,
			       const struct saying *p, uint32_t block)
{
	struct seen *seen = &w->seen[block];

	if (seen->group == g)
		return seen->place;
	*seen = (struct seen){g, p};
	return NULL;
}

static const struct saying *said_before(struct within *w, const struct group *g,
				       const struct saying *p)
{
	const struct rubric *r = p->rubric;
	const struct saying *before;
	const in_forces *list;

	if (r->role)
		return see(w, g, p, w->block_of[r->role->index]);
	if (!r->competency || !r->stage)
		return NULL;
	list = &w->in_force[r->competency->index];
	if (!lint_may_spend(w->lint, list->n))
		return NULL;
	before = see(w, g, p, 1 + w->lint->l->n_roles + r->competency->index);
	for_each(in, list) {
		const struct saying *here =
			in->ordinal < r->stage->ordinal
				? NULL
				: see(w, g, p, in->block);

		before = before ? before : here;
	}
	return before;
}

void rule_repeated_behaviour(struct lint *lint, const struct ladder *l)
{
	struct within w = {.lint = lint};

	(void)l;
	if (!lint->repeats)
		return;
	find_groups(lint);
	if (!lint->repeats->many.n)
		return;
	init_within(&w);
	for_each(g, &lint->repeats->many)
		for (struct saying *p = (*g)->first; p; p = p->next) {
			const struct saying *before = said_before(&w, *g, p);

			if (!before)
				continue;
			report(lint,
			       str_eq(str_trim(p->behaviour->text),
				      str_trim(before->behaviour->text))
				       ? CODE_L406
				       : CODE_L407,
			       p->node, before->node);
		}
}
