#include "diff/build.h"

#include <stdlib.h>

/* Renames that nobody declared: what is gone is held against what is new by
 * what they say. An index from what is said to who says it keeps the work near
 * the size of the text: only pairs that share something rare are compared. */

enum {
	LIKELY = 60,    /* per cent from which a rename is suggested */
	COMMON = 16,    /* what more things than this say tells none of them */
};

/* Something that is gone or new, and the hashes of what it says, sorted. */
struct said {
	struct str id;
	const struct node *node;
	uint32_t kind;
	VEC(uint64_t) words;
	uint32_t best;     /* index on the other side, 1 +; 0: none */
	uint32_t likeness; /* of the best, per cent */
};

typedef VEC(struct said) said_list;

/* --- what it says --------------------------------------------------------- */

static uint64_t mix(uint64_t a, uint64_t b)
{
	return (a ^ (b + 0x9e3779b97f4a7c15u + (a << 6) + (a >> 2))) *
	       0xff51afd7ed558ccdu;
}

static bool is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t';
}

/* Short values count with their key (`mentoring: 3`), texts word by word. */
static void say_text(struct arena *a, struct said *s, struct str key,
		     struct str text)
{
	uint64_t seed = 1;
	size_t at = 0;

	if (str_index(text, ' ') == text.len)
		seed = map_hash(key);
	while (at < text.len) {
		size_t end = at;

		while (end < text.len && !is_space(text.ptr[end]))
			end++;
		if (end > at)
			*vec_add(a, &s->words) =
				mix(seed, map_hash(str_head(str_from(text, at),
							    end - at)));
		at = end + 1;
	}
}

/* The nodes inside in document order; lists pass the key of the list on. */
static void say_all(struct arena *a, struct said *s, const struct doc *doc,
		    const struct node *n, struct str key)
{
	if (n->kind == NODE_SCALAR) {
		say_text(a, s, key, doc_text(doc, n));
		return;
	}
	if (n->kind == NODE_LIST) {
		for_each_item(item, n)
			say_all(a, s, doc, item, key);
		return;
	}
	for_each_key(k, n)
		if (!str_is(doc_text(doc, k), "id") &&
		    !str_is(doc_text(doc, k), "renamed-from"))
			say_all(a, s, doc, k + 1, doc_text(doc, k));
}

static int by_hash(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

static void add_said(struct differ *x, said_list *list, enum side side,
		     uint32_t kind, const struct head *thing, struct str id)
{
	const struct node *n = thing->node;
	struct said *s = vec_add(x->a, list);

	s->id = id;
	s->node = thing->node;
	s->kind = kind;
	say_all(x->a, s, &x->in[side]->doc, n->kind == NODE_SCALAR ? n + 1 : n,
		(struct str){0});
	if (s->words.n)
		qsort(s->words.at, s->words.n, sizeof *s->words.at, by_hash);
}

/* What a side has alone. The levels of a track that is gone or new are looked
 * at one by one, too: they may have found another track. */
static said_list alone(struct differ *x, enum side side)
{
	said_list list = {0};

	for_each(t, &x->in[side]->tracks)
		if (!track_other(x, side, t))
			add_said(x, &list, side, RENAMED_TRACK, &t->head,
				 t->head.id);
	for (uint32_t i = 0; i < x->in[side]->n_roles; i++) {
		const struct role *role = x->in[side]->roles[i];

		if (!role_other(x, side, role))
			add_said(x, &list, side, RENAMED_ROLE, &role->head,
				 role->path);
	}
	for_each(c, &x->in[side]->competencies)
		if (!competency_other(x, side, c))
			add_said(x, &list, side, RENAMED_COMPETENCY, &c->head,
				 c->head.id);
	return list;
}

/* --- how alike ------------------------------------------------------------ */

static uint32_t likeness(const struct said *a, const struct said *b)
{
	uint32_t i = 0, k = 0, common = 0;

	while (i < a->words.n && k < b->words.n) {
		uint64_t x = a->words.at[i], y = b->words.at[k];

		common += x == y;
		i += x <= y;
		k += y <= x;
	}
	if (!a->words.n || !b->words.n)
		return 0;
	return (uint32_t)(200ull * common / (a->words.n + b->words.n));
}

static void offer(said_list *old, said_list *new, uint32_t i, uint32_t k)
{
	struct said *a = &old->at[i], *b = &new->at[k];
	uint32_t per_cent;

	if (a->kind != b->kind)
		return;
	per_cent = likeness(a, b);
	if (per_cent > a->likeness) {
		a->likeness = per_cent;
		a->best = k + 1;
	}
	if (per_cent > b->likeness) {
		b->likeness = per_cent;
		b->best = i + 1;
	}
}

/* Who says a word: the things of one side. */
struct sayer {
	uint64_t word;
	uint32_t index;
};

static int by_word(const void *a, const void *b)
{
	const struct sayer *x = a, *y = b;

	if (x->word != y->word)
		return x->word < y->word ? -1 : 1;
	return (x->index > y->index) - (x->index < y->index);
}

typedef VEC(struct sayer) sayers;

static sayers all_sayers(struct differ *x, const said_list *list)
{
	sayers all = {0};

	for (uint32_t i = 0; i < list->n; i++)
		for_each(word, &list->at[i].words)
			*vec_add(x->a, &all) = (struct sayer){*word, i};
	if (all.n)
		qsort(all.at, all.n, sizeof *all.at, by_word);
	return all;
}

static uint32_t end_of(const sayers *all, uint32_t i)
{
	uint32_t end = i;

	while (end < all->n && all->at[end].word == all->at[i].word)
		end++;
	return end;
}

/* Holds those against each other that share a word which few say, each pair
 * once in a row. */
static void compare_sayers(said_list *old, said_list *new, const sayers *then,
			   const sayers *now)
{
	uint32_t i = 0, k = 0;

	while (i < then->n && k < now->n) {
		uint32_t last_i = end_of(then, i), last_k = end_of(now, k);

		if (then->at[i].word < now->at[k].word) {
			i = last_i;
			continue;
		}
		if (then->at[i].word > now->at[k].word) {
			k = last_k;
			continue;
		}
		for (uint32_t a = i; last_i - i <= COMMON && a < last_i; a++)
			for (uint32_t b = k; last_k - k <= COMMON && b < last_k;
			     b++)
				offer(old, new, then->at[a].index,
				      now->at[b].index);
		i = last_i;
		k = last_k;
	}
}

/* The levels of a track that looks renamed follow once it is declared. */
static bool follows_track(const struct differ *x, const struct said *old,
			  const struct said *new)
{
	const struct role *then = ladder_role(x->in[OLD], old->id);
	const struct role *now = ladder_role(x->in[NEW], new->id);

	return new->kind == RENAMED_ROLE && then && now &&
	       str_eq(then->head.id, now->head.id) &&
	       !x->m->track_new[then->track->index] &&
	       !x->m->track_old[now->track->index];
}

void diff_renames(struct differ *x)
{
	said_list old = alone(x, OLD), new = alone(x, NEW);
	sayers then, now;

	if (!old.n || !new.n)
		return;
	then = all_sayers(x, &old);
	now = all_sayers(x, &new);
	compare_sayers(&old, &new, &then, &now);
	for (uint32_t k = 0; k < new.n; k++) {
		const struct said *b = &new.at[k];
		const struct said *a = b->best ? &old.at[b->best - 1] : NULL;

		if (!a || b->likeness < LIKELY || a->best != k + 1 ||
		    follows_track(x, a, b))
			continue;
		*vec_add(x->a, &x->d->renames) = (struct likely_rename){
			b->kind, a->id, b->id, a->node, b->node, b->likeness};
	}
}
