/* Which role or competency a word means (format.md 2): paths, ids, codes,
 * titles, and what things were called once. */
#include "base/typo.h"
#include "model/ladder.h"

#include <stdlib.h>
#include <utf8proc.h>

/* Roles that one word names, in file order. */
struct named {
	struct role *role;
	struct named *next;
	struct named *last; /* of the first one: the end of the chain */
};

struct role_words {
	struct map exact;  /* level id or code */
	struct map titles; /* folded */
	struct map shown;  /* the first titles, as they are */
	struct map old;    /* old level ids and old paths */
	struct map old_competencies;
};

static bool is_ascii(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if ((unsigned char)s.ptr[i] >= 0x80)
			return false;
	return true;
}

/* Without regard to case: full case folding where there is more than ASCII. */
static struct str folded(struct str s, struct arena *a)
{
	utf8proc_uint8_t *text = NULL;
	utf8proc_ssize_t n;
	struct str copy;

	if (is_ascii(s)) {
		copy = arena_str(a, s);
		for (size_t i = 0; i < copy.len; i++)
			((char *)copy.ptr)[i] = ascii_lower(copy.ptr[i]);
		return copy;
	}
	n = utf8proc_map((const utf8proc_uint8_t *)s.ptr,
			 (utf8proc_ssize_t)s.len, &text,
			 UTF8PROC_CASEFOLD | UTF8PROC_COMPOSE |
				 UTF8PROC_STABLE);
	if (n < 0)
		return s;
	copy = arena_str(a, (struct str){(const char *)text, (size_t)n});
	free(text);
	return copy;
}

static void name_role(struct map *m, struct arena *a, struct str word,
		      struct role *role)
{
	struct named *entry = ARENA_NEW(a, struct named), *first;

	entry->role = role;
	entry->last = entry;
	first = map_add(m, a, word, entry);
	if (!first || first->last->role == role)
		return;
	first->last->next = entry;
	first->last = entry;
}

static struct str path_of(struct arena *a, struct str track, struct str level)
{
	return arena_printf(a, "%.*s/%.*s", STR_ARG(track), STR_ARG(level));
}

static void name_old(struct role_words *w, struct arena *a, struct role *role)
{
	struct track *t = role->track;

	for_each(old, &role->renamed_from) {
		name_role(&w->old, a, *old, role);
		if (str_index(*old, '/') == old->len)
			name_role(&w->old, a, path_of(a, t->head.id, *old),
				  role);
		for_each(track, &t->renamed_from)
			name_role(&w->old, a, path_of(a, *track, *old), role);
	}
	for_each(track, &t->renamed_from)
		name_role(&w->old, a, path_of(a, *track, role->head.id), role);
}

static struct role_words *words_of(const struct ladder *l)
{
	struct ladder *own = (struct ladder *)l;
	struct role_words *w = l->words;

	if (w)
		return w;
	w = own->words = ARENA_NEW(l->arena, struct role_words);
	for (uint32_t i = 0; i < l->n_roles; i++) {
		struct role *role = l->roles[i];

		name_role(&w->exact, l->arena, role->head.id, role);
		if (role->code.len)
			name_role(&w->exact, l->arena, role->code, role);
		name_role(&w->titles, l->arena, folded(role->title, l->arena),
			  role);
		name_role(&w->shown, l->arena, role->title, role);
		for_each(title, &role->titles)
			name_role(&w->titles, l->arena,
				  folded(*title, l->arena), role);
		name_old(w, l->arena, role);
	}
	for_each(c, &l->competencies)
		for_each(old, &c->renamed_from)
			map_add(&w->old_competencies, l->arena, *old, c);
	return w;
}

/* As many as anybody reads. All levels of a large ladder may have one title,
 * and each of many moves may name it. */
enum { MOST_CANDIDATES = 20 };

static void take(struct role_lookup *found, const struct named *n,
		 struct arena *a)
{
	for (; n && !found->more; n = n->next) {
		bool known = false;

		for_each(role, &found->candidates)
			known = known || *role == n->role;
		found->more = !known &&
			      found->candidates.n == MOST_CANDIDATES;
		if (!known && !found->more)
			*vec_add(a, &found->candidates) = n->role;
	}
}

static struct str nearest_role(const struct ladder *l, struct str word)
{
	struct typo typo = {.word = word};

	for (uint32_t i = 0; i < l->n_roles; i++) {
		const struct role *role = l->roles[i];

		typo_offer(&typo, role->head.id);
		typo_offer(&typo, role->path);
		typo_offer(&typo, role->title);
		typo_offer(&typo, role->code);
		for_each(title, &role->titles)
			typo_offer(&typo, *title);
	}
	return typo.best;
}

struct role_lookup ladder_lookup_role(const struct ladder *l, struct arena *a,
				      struct str word)
{
	struct role_lookup found = {.role = ladder_role(l, word)};
	struct role_words *w;

	if (found.role)
		return found;
	w = words_of(l);
	take(&found, map_find(&w->exact, word), a);
	take(&found, map_find(&w->titles, folded(word, a)), a);
	if (!found.candidates.n) {
		take(&found, map_find(&w->old, word), a);
		found.by_old_id = found.candidates.n > 0;
	}
	if (found.candidates.n == 1)
		found.role = found.candidates.at[0];
	return found;
}

struct role_lookup ladder_find_role(const struct ladder *l, struct arena *a,
				    struct str word)
{
	struct role_lookup found = ladder_lookup_role(l, a, word);

	if (!found.candidates.n && !found.role)
		found.nearest = nearest_role(l, word);
	return found;
}

bool role_shares_title(const struct ladder *l, const struct role *role)
{
	const struct named *n = map_find(&words_of(l)->shown, role->title);

	return n && (n->role != role || n->next);
}

const struct retired *ladder_retired_competency(const struct ladder *l,
						struct str id)
{
	const struct retired *r = map_find(&l->by_retired, id);

	if (r && !ladder_competency(l, r->replaced_by) &&
	    ladder_track(l, r->replaced_by))
		return NULL;
	return r;
}

struct competency *ladder_renamed_competency(const struct ladder *l,
					     struct str id)
{
	return map_find(&words_of(l)->old_competencies, id);
}
