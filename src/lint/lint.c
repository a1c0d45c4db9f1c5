#include "lint/lint.h"

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
	if (role->head.node->kind != NODE_MAP ||
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
		if (f->node == node)
			return true;
	return false;
}

bool lint_is_own(const struct lint *lint, const struct node *node)
{
	const struct doc *doc = &lint->l->doc;

	return doc->files.at[node->file].source ==
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

/* Eight bytes at a time, each group beginning with the last byte of the one
 * before it, so that no pair is torn. */
#define EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

/* The high bit of each byte that is a capital, perhaps of others from 0x80. */
static uint64_t capitals_of(uint64_t eight)
{
	eight &= EACH(0x7f);
	return (eight + EACH(0x80 - 'A')) & ~(eight + EACH(0x7f - 'Z')) &
	       EACH(0x80);
}

static void look_through(struct text *t)
{
	enum { STEP = sizeof(uint64_t) - 1 };
	uint64_t high = 0, pairs = 0, eight;

	for (size_t at = 0; at < t->text.len; at += STEP) {
		size_t left = t->text.len - at;
		uint64_t capitals;

		eight = 0;
		if (left >= sizeof eight)
			memcpy(&eight, t->text.ptr + at, sizeof eight);
		else
			memcpy(&eight, t->text.ptr + at, left);
		capitals = capitals_of(eight);
		high |= eight;
		pairs |= capitals & capitals << 8;
	}
	t->ascii = !(high & EACH(0x80));
	t->capitals = pairs;
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
	VEC(struct inside) stack = {0};

	*vec_add(lint->a, &stack) = inside_of(lint->l->doc.nodes);
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
	struct lint lint = {.l = l, .d = d, .a = a};

	lint.budget = (uint64_t)l->doc.n * 8;
	lint.tops = ARENA_ARRAY(a, l->scores.n, struct score_top);
	asked_init(&lint);
	levels_init(&lint);
	lint.english = str_eq_nocase(main_language(l->language), STR("en"));
	learn_words(&lint, words);
	said_init(&lint);
	check_texts(&lint);
	ranks_init(&lint);
	for_each(c, &l->competencies)
		check_competency(&lint, c);
	for_each(t, &l->tracks)
		check_track(&lint, t);
	for_each_rule(ladder)
		rule->ladder(&lint, l);
	doc_paths(&l->doc, d);
}
