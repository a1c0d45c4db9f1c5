#include "diff/texts.h"

#include "base/map.h"
#include "diff/words.h"

#include <stdlib.h>

enum { BATCH = 128, NONE = -1 };

/* One of the two lists. */
struct side {
	const struct str *texts;
	uint32_t n;
	struct str *plain;
	int64_t *partner; /* index on the other side, or NONE */
};

struct matching {
	struct side old, new;
	uint32_t *likeness; /* by new index, where it has a partner */
	struct arena *a;
};

static struct side side_of(const struct str *texts, uint32_t n, struct arena *a)
{
	struct side s = {texts, n, ARENA_ARRAY(a, n, struct str),
			 ARENA_ARRAY(a, n, int64_t)};

	for (uint32_t i = 0; i < n; i++) {
		s.plain[i] = words_plain(texts[i], a);
		s.partner[i] = NONE;
	}
	return s;
}

static void pair_up(struct matching *m, uint32_t old, uint32_t new,
		    uint32_t likeness)
{
	m->old.partner[old] = new;
	m->new.partner[new] = old;
	m->likeness[new] = likeness;
}

/* --- the same ------------------------------------------------------------- */

/* Old texts that are equal, in order. */
struct equals {
	struct equals *last; /* of the first: where to add */
	struct equals *next;
	uint32_t index;
};

static void note_equal(struct map *by_text, struct str plain,
		       struct equals *one, struct arena *a)
{
	struct equals *first = map_add(by_text, a, plain, one);

	if (!first) {
		one->last = one;
		return;
	}
	first->last->next = one;
	first->last = one;
}

static void match_same(struct matching *m)
{
	struct map by_text = {0};
	struct equals *all = ARENA_ARRAY(m->a, m->old.n, struct equals);

	for (uint32_t i = 0; i < m->old.n; i++) {
		all[i].index = i;
		note_equal(&by_text, m->old.plain[i], &all[i], m->a);
	}
	for (uint32_t j = 0; j < m->new.n; j++) {
		struct equals *first = map_find(&by_text, m->new.plain[j]);

		if (!first || !first->last)
			continue;
		pair_up(m, first->index, j, 100);
		if (first->next)
			first->index = first->next->index;
		else
			first->last = NULL; /* all of them are taken */
		first->next = first->next ? first->next->next : NULL;
	}
}

/* --- the most alike ------------------------------------------------------- */

struct left_over {
	uint32_t index;
	struct word_bag bag;
};

typedef VEC(struct left_over) left_overs;

struct candidate {
	uint32_t old, new; /* places among the left-overs */
	uint32_t likeness;
};

static left_overs left_over(const struct side *s, struct arena *a)
{
	left_overs list = {0};

	for (uint32_t i = 0; i < s->n; i++)
		if (s->partner[i] == NONE)
			vec_add(a, &list)->index = i;
	return list;
}

static uint32_t apart(const struct candidate *c)
{
	return c->old > c->new ? c->old - c->new : c->new - c->old;
}

/* The most alike first; no order between a pair and its mirror, which do not
 * compete. */
static int by_likeness(const void *x, const void *y)
{
	const struct candidate *a = x, *b = y;
	uint32_t sum_a = a->old + a->new, sum_b = b->old + b->new;

	if (a->likeness != b->likeness)
		return a->likeness < b->likeness ? 1 : -1;
	if (sum_a != sum_b)
		return sum_a < sum_b ? -1 : 1;
	return (apart(a) > apart(b)) - (apart(a) < apart(b));
}

/* What is left of a list from `from` on, at most a batch. */
static uint32_t batch_end(const left_overs *list, uint32_t from)
{
	return list->n - from < BATCH ? list->n : from + BATCH;
}

static void fill_bags(const struct side *s, left_overs *list, uint32_t from,
		      struct arena *a)
{
	for (uint32_t i = from; i < batch_end(list, from); i++)
		list->at[i].bag = words_bag(s->plain[list->at[i].index], a);
}

/* Two texts may have the same words and yet differ, in their order. */
static uint32_t likeness_of_others(const struct candidate *c)
{
	return c->likeness < 100 ? c->likeness : 99;
}

static void match_batch(struct matching *m, left_overs *old, left_overs *new,
			uint32_t from, struct candidate *candidates)
{
	uint32_t n = 0;

	for (uint32_t i = from; i < batch_end(old, from); i++)
		for (uint32_t j = from; j < batch_end(new, from); j++) {
			uint32_t likeness = bags_likeness(&old->at[i].bag,
							  &new->at[j].bag);

			if (likeness >= TEXTS_ALIKE)
				candidates[n++] = (struct candidate){
					i, j, likeness};
		}
	if (n)
		qsort(candidates, n, sizeof *candidates, by_likeness);
	for (uint32_t k = 0; k < n; k++) {
		uint32_t i = old->at[candidates[k].old].index;
		uint32_t j = new->at[candidates[k].new].index;

		if (m->old.partner[i] == NONE && m->new.partner[j] == NONE)
			pair_up(m, i, j, likeness_of_others(&candidates[k]));
	}
}

static void match_alike(struct matching *m)
{
	struct arena scratch = {0};
	left_overs old = left_over(&m->old, &scratch);
	left_overs new = left_over(&m->new, &scratch);
	struct candidate *candidates = ARENA_ARRAY(
		&scratch, (size_t)batch_end(&old, 0) * batch_end(&new, 0),
		struct candidate);

	for (uint32_t from = 0; from < old.n && from < new.n; from += BATCH) {
		fill_bags(&m->old, &old, from, &scratch);
		fill_bags(&m->new, &new, from, &scratch);
		match_batch(m, &old, &new, from, candidates);
	}
	arena_release(&scratch);
}

/* --- in order ------------------------------------------------------------- */

/* Adds the removed texts from an old index on, up to one that is still
 * there. */
static void add_removed(const struct matching *m, text_pairs *pairs,
			uint32_t from)
{
	for (; from < m->old.n && m->old.partner[from] == NONE; from++)
		*vec_add(m->a, pairs) =
			(struct text_pair){from, UINT32_MAX, 0};
}

static text_pairs in_order(const struct matching *m)
{
	text_pairs pairs = {0};

	add_removed(m, &pairs, 0);
	for (uint32_t j = 0; j < m->new.n; j++) {
		int64_t i = m->new.partner[j];

		if (i == NONE) {
			*vec_add(m->a, &pairs) =
				(struct text_pair){UINT32_MAX, j, 0};
			continue;
		}
		*vec_add(m->a, &pairs) =
			(struct text_pair){(uint32_t)i, j, m->likeness[j]};
		add_removed(m, &pairs, (uint32_t)i + 1);
	}
	return pairs;
}

text_pairs texts_match(const struct str *old, uint32_t n_old,
		       const struct str *new, uint32_t n_new, struct arena *a)
{
	struct matching m = {
		.old = side_of(old, n_old, a),
		.new = side_of(new, n_new, a),
		.likeness = ARENA_ARRAY(a, n_new, uint32_t),
		.a = a,
	};

	match_same(&m);
	match_alike(&m);
	return in_order(&m);
}
