#include "lint/lint.h"

#include "lint/eights.h"
#include "lint/rule.h"

struct rule {
	enum code code;
	/* one of them: what it looks at */
	void (*ladder)(struct lint *lint, const struct ladder *l);
	void (*track)(struct lint *lint, const struct track *t);
	void (*role)(struct lint *lint, const struct role *role);
	void (*competency)(struct lint *lint, const struct competency *c);
	void (*rubric)(struct lint *lint, const struct rubric *r);
	void (*text)(struct lint *lint, const struct text *t);
};

static const struct rule rules[] = {
#define RULE(id, thing, name) {.code = CODE_##id, .thing = rule_##name},
#include "lint/rules.def"
#undef RULE
};

#define for_each_rule(thing)                                              \
	for (const struct rule *rule = rules;                             \
	     rule < rules + sizeof rules / sizeof *rules; rule++)         \
		if (rule->thing)

const struct node *lint_role_name(struct lint *lint, const struct role *role)
{
	if (role->head.node->kind != NODE_MAP || !role->head.id.len ||
	    ladder_role(lint->l, role->path) != role)
		return NULL;
	return thing_name(&lint->l->doc, &role->head);
}

const struct node *lint_stage_name(struct lint *lint, const struct stage *s)
{
	const struct head *head = &s->rubrics[0]->head;
	const struct node *id = thing_find(&lint->l->doc, head, "id");

	if (!id)
		id = thing_find(&lint->l->doc, head, "name");
	return id ? id : head->node;
}

struct finding *lint_narrow(struct lint *lint, struct finding *f,
			    const struct node *node, struct str part)
{
	const struct source *source =
		lint->l->doc.files.at[node->file].source;

	if (node->flags & NODE_DECODED || !f->span.source)
		return f;
	f->span.at = (uint32_t)(part.ptr - source->text.ptr);
	f->span.end = f->span.at + (uint32_t)part.len;
	return f;
}

bool lint_is_told(struct lint *lint, const struct node *node)
{
	if (!lint_may_spend(lint, lint->d->findings.n))
		return false;
	for_each(f, &lint->d->findings)
		if (f->node == node && f->severity == SEVERITY_ERROR)
			return true;
	return false;
}

bool lint_is_own(const struct lint *lint, const struct node *node)
{
	const struct doc *doc = &lint->l->doc;

	/* what could not be read has no node */
	return node && doc->files.at[node->file].source ==
			       doc->files.at[doc->nodes->file].source;
}

/* --- the walk ------------------------------------------------------------- */

static void check_rubric(struct lint *lint, const struct rubric *r)
{
	said_read(lint, r);
	for_each_rule(rubric)
		rule->rubric(lint, r);
}

static void check_competency(struct lint *lint, const struct competency *c)
{
	for_each_rule(competency)
		rule->competency(lint, c);
	for_each(r, &c->written)
		check_rubric(lint, r);
}

static void check_role(struct lint *lint, const struct role *role)
{
	levels_enter(lint, role);
	for_each_rule(role)
		rule->role(lint, role);
	for_each(cell, &role->expects)
		check_rubric(lint, cell);
}

static void check_track(struct lint *lint, const struct track *t)
{
	for_each(role, &t->levels)
		check_role(lint, role);
	for_each_rule(track)
		rule->track(lint, t);
}

/* --- texts ---------------------------------------------------------------- */

/* Sixteen bytes at a time. */
typedef unsigned char sixteen __attribute__((vector_size(16)));

static sixteen sixteen_at(const char *p)
{
	sixteen bytes;

	memcpy(&bytes, p, sizeof bytes);
	return bytes;
}

static bool has_any(sixteen bytes)
{
	uint64_t halves[2];

	memcpy(halves, &bytes, sizeof halves);
	return halves[0] | halves[1];
}

/* What a file may have somewhere: bytes other than 0 for each of sixteen, found
 * by it and the two behind it. */
struct suspects {
	sixteen texts; /* where a placeholder may begin, an escape, or a
			  character beyond ASCII stands */
	sixteen years;
};

static inline void suspect(struct suspects *s, const char *p)
{
	sixteen x = sixteen_at(p) | 0x20, y = sixteen_at(p + 1) | 0x20,
		z = sixteen_at(p + 2) | 0x20;
	sixteen todo = (x == 't') & (((y == 'o') & (z == 'd')) | (y == 'b'));
	sixteen fixme = (z == 'x') & (((y == 'x') & (x == 'x')) |
				      ((y == 'i') & (x == 'f')));
	sixteen ipsum = (x == 'p') & (y == 's') & (z == 'u');
	/* 0x7c is the backslash with a bit more */
	sixteen escape = (x == 0x7c) & ((y == 'u') | (y == 'x'));
	sixteen dots = (x == y) & (y == z) & ((x == '.') | (x == '?'));

	s->texts |= todo | fixme | ipsum | escape | dots | (x & 0x80);
	s->years |= (x == 'y') & (((y == 'e') & (z == 'a')) |
				  ((y == 'r') & (z == 's')) |
				  ((y == 'o') & (z == 'e')));
}

/* Most files have no text that is worth a look of its own. */
static struct suspects look_for_suspects(struct str s)
{
	enum { BYTES = sizeof(sixteen), BEHIND = 2 };
	char rest[2 * BYTES + BEHIND] = {0};
	struct suspects found = {0};
	size_t at = 0;

	for (; at + BYTES + BEHIND <= s.len; at += BYTES)
		suspect(&found, s.ptr + at);
	memcpy(rest, s.ptr + at, s.len - at);
	suspect(&found, rest);
	suspect(&found, rest + BYTES);
	return found;
}

static void look_through(struct text *t)
{
	uint64_t high = 0, capitals = 0;
	size_t at = 0;

	for (; at + 8 <= t->text.len; at += 8) {
		uint64_t eight = eight_at(t->text.ptr + at);

		high |= eight;
		capitals |= eight_within(eight & EACH(0x7f), 'A', 'Z');
	}
	for (; at < t->text.len; at++) {
		high |= (uint64_t)(t->text.ptr[at] & 0x80);
		capitals |= t->text.ptr[at] >= 'A' && t->text.ptr[at] <= 'Z';
	}
	t->ascii = !(high & EACH(0x80));
	t->capitals = capitals;
}

static void check_text(struct lint *lint, const struct node *n)
{
	struct text t = {.node = n, .text = doc_text(&lint->l->doc, n)};

	if (!t.text.len || !lint_is_own(lint, n))
		return;
	look_through(&t);
	for_each_rule(text)
		rule->text(lint, &t);
}

/* A mapping or a list that the walk over the texts is in. */
struct inside {
	const struct node *next, *end;
	bool map;
};

static struct inside inside_of(const struct node *n)
{
	return (struct inside){n + 1, n + n->size, n->kind == NODE_MAP};
}

/* A key of the author's own, under which anything may stand. */
static bool is_free_key(const struct lint *lint, const struct node *key)
{
	return str_starts(doc_text(&lint->l->doc, key), STR("x-"));
}

/* Every text once: what an alias repeats was seen at its anchor. */
static void check_texts(struct lint *lint)
{
	const struct doc *doc = &lint->l->doc;
	VEC(struct inside) stack = {0};

	*vec_add(lint->a, &stack) = inside_of(doc->nodes);
	while (stack.n) {
		struct inside *in = &stack.at[stack.n - 1];
		const struct node *n = in->next;

		if (n == in->end) {
			stack.n--;
			continue;
		}
		/* what is wrong with a key is told with it */
		if (in->map)
			n = is_free_key(lint, n) ? NULL : n + 1;
		in->next = node_next(n ? n : in->next + 1);
		if (!n || n->flags & NODE_ALIAS)
			continue;
		if (n->kind == NODE_SCALAR)
			check_text(lint, n);
		else
			*vec_add(lint->a, &stack) = inside_of(n);
	}
}

/* "de" of "de-AT"; a ladder that does not say it is English. */
static struct str main_language(struct str tag)
{
	return tag.len ? str_head(tag, str_index(tag, '-')) : STR("en");
}

static void take_words(struct lint *lint, const struct texts *words)
{
	for (uint32_t i = 0; i < words->n; i++) {
		struct str word = arena_str(lint->a, words->at[i]);

		for (size_t c = 0; c < word.len; c++)
			((char *)word.ptr)[c] = ascii_lower(word.ptr[c]);
		map_set(&lint->vague, lint->a, word, lint);
	}
}

static void learn_words(struct lint *lint, const lint_words *words)
{
	struct str language = main_language(lint->l->language);

	for_each(own, words)
		if (str_eq_nocase(main_language(own->language), language))
			take_words(lint, &own->vague);
}

void lint_ladder(const struct ladder *l, struct diag *d, struct arena *a)
{
	const lint_words none = {0};

	lint_ladder_with(l, &none, d, a);
}

void lint_ladder_with(const struct ladder *l, const lint_words *words,
		      struct diag *d, struct arena *a)
{
	const struct source *own =
		l->doc.files.at[l->doc.nodes->file].source;
	struct lint lint = {.l = l, .d = d, .a = a};
	struct suspects found;

	lint.budget = (uint64_t)l->doc.n * 8;
	lint.tops = ARENA_ARRAY(a, l->scores.n, struct score_top);
	asked_init(&lint);
	levels_init(&lint);
	lint.english = str_eq_nocase(main_language(l->language), STR("en"));
	learn_words(&lint, words);
	said_init(&lint);
	found = look_for_suspects(own->text);
	lint.years = has_any(found.years);
	if (has_any(found.texts))
		check_texts(&lint);
	ranks_init(&lint);
	for_each(c, &l->competencies)
		check_competency(&lint, c);
	for_each(t, &l->tracks)
		check_track(&lint, t);
	for_each_rule(ladder)
		rule->ladder(&lint, l);
	said_release(&lint);
	doc_paths(&l->doc, d);
}
