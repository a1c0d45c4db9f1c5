/* Recording in an assessment: what is read afterwards is what was there with
 * what was recorded, and the bytes of everything else are the same. Over
 * random assessments in all styles of YAML. */
#include "doc/scalar.h"
#include "people/record.h"
#include "property/rewrite.h"
#include "support/test.h"
#include "support/world.h"

#include <stdio.h>

enum { MOST = 5, STAGES = 3, BEHAVIOURS = 3, PROOFS = 8, NONE = -1 };

/* A rating; texts are numbers, 0 for none. */
struct form {
	int stage;    /* from 0; NONE: unrated */
	unsigned met; /* a bit for each behaviour of the next stage */
	uint32_t na, note, proofs[PROOFS], n_proofs;
};

struct trial {
	struct world w;
	struct dice dice;
	struct ladder *ladder;
	struct form was[MOST], is[MOST];
	bool there[MOST]; /* the file has its key */
	bool touched[MOST];
	int baseline[MOST];
	uint32_t texts; /* so many were given */
};

static uint32_t below(struct trial *t, uint32_t n)
{
	return dice_below(&t->dice, n);
}

static bool chance(struct trial *t, uint32_t n)
{
	return dice_once_in(&t->dice, n);
}

static struct str text_of(struct trial *t, struct buf *b)
{
	struct str text = arena_str(&t->w.arena, buf_str(b));

	buf_release(b);
	return text;
}

/* Any text, told apart from all others by its number. */
static struct str nth(struct trial *t, const char *what, uint32_t n)
{
	static const char *const forms[] = {"%s-%u.", "%s-%u: so #1",
					    "it's \"%s-%u\"",
					    "- %s-%u\n\xe6\x97\xa5"};

	return arena_printf(&t->w.arena, forms[n % 4], what, n);
}

/* --- the ladder, and an assessment ---------------------------------------- */

/* Stages and behaviours with and without ids. */
static void make_ladder(struct trial *t)
{
	struct buf b = {0};

	buf_z(&b, "format: ladder/1\nid: l\nname: L\ncompetencies:\n");
	for (int i = 0; i < MOST; i++) {
		buf_printf(&b, "  c%d: {name: C%d, layer: technical, stages: [",
			   i, i);
		for (int k = 1; k <= STAGES; k++)
			buf_printf(&b,
				   "{%sbehaviours: [A %d.,"
				   " {id: b%d, text: B %d.}, C %d.]}, ",
				   i % 2 ? arena_printf(&t->w.arena,
							"id: s%d, ", k)
						   .ptr
					 : "",
				   k, k, k, k);
		buf_z(&b, "]}\n");
	}
	buf_z(&b, "tracks: {t: {levels: [{id: r, requires: {c1: 1, c2: 2, "
		  "c3: 3}}]}}\n");
	t->ladder = world_ladder(&t->w, text_of(t, &b).ptr);
	assert_true(t->ladder && t->ladder->usable);
}

static int next_of(const struct trial *t, const struct form *f, int i)
{
	return f->stage == NONE ? t->baseline[i] : f->stage;
}

static void make_form(struct trial *t, int i, struct form *f)
{
	*f = (struct form){.stage = (int)below(t, STAGES + 2) + NONE};
	if (chance(t, 5)) {
		*f = (struct form){.stage = NONE, .na = ++t->texts};
	} else if (chance(t, 2)) {
		f->n_proofs = below(t, 3);
		for (uint32_t k = 0; k < f->n_proofs; k++)
			f->proofs[k] = ++t->texts;
		if (next_of(t, f, i) < STAGES)
			f->met = below(t, 1u << BEHAVIOURS);
	}
	if (chance(t, 4))
		f->note = ++t->texts;
}

/* A number, or an id where there is one. */
static struct str stage_word(struct trial *t, int i, int stage)
{
	bool by_id = i % 2 && stage && chance(t, 2);

	return arena_printf(&t->w.arena, by_id ? "s%d" : "%d", stage);
}

static void add_text(struct trial *t, struct buf *b, const char *key,
		     uint32_t n)
{
	if (!n)
		return;
	buf_printf(b, "%s: ", key);
	scalar_write_quoted(b, nth(t, key, n));
	buf_z(b, ", ");
}

/* The second behaviour of each stage has an id. */
static void add_met(struct trial *t, struct buf *b, unsigned met, int next)
{
	if (!met)
		return;
	buf_z(b, "met: [");
	for (int k = 0; k < BEHAVIOURS; k++) {
		bool by_id = k == 1 && chance(t, 2);

		if (met & 1u << k)
			buf_printf(b, by_id ? "b%d, " : "%d, ",
				   by_id ? next + 1 : k + 1);
	}
	buf_z(b, "], ");
}

static void add_mapping(struct trial *t, struct buf *b, int i,
			const struct form *f)
{
	buf_z(b, "{");
	if (f->stage != NONE)
		buf_printf(b, "stage: %s, ", stage_word(t, i, f->stage).ptr);
	add_met(t, b, f->met, next_of(t, f, i));
	add_text(t, b, "na", f->na);
	add_text(t, b, "note", f->note);
	if (f->n_proofs || (!f->na && chance(t, 4))) {
		buf_z(b, "evidence: [");
		for (uint32_t k = 0; k < f->n_proofs; k++) {
			buf_z(b, "{");
			add_text(t, b, "text", f->proofs[k]);
			buf_z(b, "}, ");
		}
		buf_z(b, "], ");
	}
	buf_z(b, "}\n");
}

static bool is_short(const struct form *f)
{
	return !f->met && !f->na && !f->note && !f->n_proofs;
}

static void add_rating(struct trial *t, struct buf *b, int i)
{
	const struct form *f = &t->was[i];

	t->there[i] = !is_short(f) || f->stage != NONE || chance(t, 2);
	if (!t->there[i])
		return;
	buf_printf(b, "  c%d: ", i);
	if (is_short(f) && f->stage == NONE)
		buf_z(b, chance(t, 2) ? "\n" : "{}\n");
	else if (is_short(f) && chance(t, 2))
		buf_printf(b, "%s\n", stage_word(t, i, f->stage).ptr);
	else
		add_mapping(t, b, i, f);
}

/* In any style of YAML. */
static struct str restyled(struct trial *t, struct str text)
{
	struct loaded file = load_text(&t->w.loader, STR("plain"), text);
	struct buf b = {0};

	rewrite(&file.doc, &t->dice, &b);
	load_release(&file);
	return text_of(t, &b);
}

static struct str make_assessment(struct trial *t)
{
	struct buf b = {0};
	bool based = chance(t, 2);

	for (int i = 0; i < MOST; i++)
		t->baseline[i] = based && i >= 1 && i <= 3 ? i : 0;
	buf_z(&b, "format: assessment/1\nladder: l\nperson: P\n");
	buf_z(&b, based ? "baseline: t/r\n" : "");
	buf_z(&b, chance(t, 2) ? "date: 2026-01-01\n" : "");
	buf_z(&b, "ratings:\n");
	for (int i = 0; i < MOST; i++) {
		make_form(t, i, &t->was[i]);
		add_rating(t, &b, i);
	}
	buf_z(&b, "x-more: {mine: [1]}\n");
	return chance(t, 4) ? text_of(t, &b) : restyled(t, text_of(t, &b));
}

/* --- what is recorded ----------------------------------------------------- */

static void record_rate_of(struct trial *t, struct recording *r, int i)
{
	const struct competency *c = &t->ladder->competencies.at[i];
	struct form *f = &t->is[i];
	int next = next_of(t, f, i);

	switch (below(t, 4)) {
	case 0:
		f->na = ++t->texts;
		f->stage = NONE;
		f->met = f->n_proofs = 0;
		record_na(r, c, nth(t, "na", f->na));
		return;
	case 1:
		f->na = f->met = 0;
		f->stage = NONE;
		record_clear(r, c);
		return;
	default:
		f->stage = (int)below(t, STAGES + 1);
		f->met = f->stage == next ? f->met : 0;
		f->na = 0;
		record_stage(r, c, stage_word(t, i, f->stage));
	}
}

static void record_tick(struct trial *t, struct recording *r, int i)
{
	const struct competency *c = &t->ladder->competencies.at[i];
	struct form *f = &t->is[i];
	uint32_t k = below(t, BEHAVIOURS);
	bool met = !chance(t, 3);

	if (next_of(t, f, i) == STAGES) {
		assert_null(record_next(r, c));
		return;
	}
	record_met(r, c, k, met);
	f->met = met ? f->met | 1u << k : f->met & ~(1u << k);
	f->na = 0;
}

static void record_proof_of(struct trial *t, struct recording *r, int i)
{
	struct form *f = &t->is[i];
	uint32_t n = f->proofs[f->n_proofs++] = ++t->texts;

	f->na = 0;
	record_evidence(r, &t->ladder->competencies.at[i],
			&(struct record_proof){.text = nth(t, "text", n)});
}

static void record_note_of(struct trial *t, struct recording *r, int i)
{
	struct form *f = &t->is[i];

	f->note = chance(t, 3) ? 0 : ++t->texts;
	record_note(r, &t->ladder->competencies.at[i],
		    f->note ? nth(t, "note", f->note) : (struct str){0});
}

/* What does not apply has only a note. */
static void record_some(struct trial *t, struct recording *r, int i)
{
	bool na = false;

	t->touched[i] = true;
	if (chance(t, 2)) {
		record_rate_of(t, r, i);
		na = t->is[i].na;
	}
	for (uint32_t n = below(t, 4); n; n--) {
		uint32_t what = na ? 2 : below(t, 3);

		if (what == 0)
			record_tick(t, r, i);
		else if (what == 1)
			record_proof_of(t, r, i);
		else
			record_note_of(t, r, i);
	}
}

/* --- the laws ------------------------------------------------------------- */

static struct assessment *load(struct trial *t, const char *name,
			       struct str text)
{
	struct loaded file = load_text(&t->w.loader, str_of(name), text);
	struct assessment *as = load_assessment(&t->w.loader, &file, t->ladder);

	*vec_add(&t->w.arena, &t->w.docs) = &as->doc;
	return as;
}

static bool is_text(struct trial *t, struct str text, const char *what,
		    uint32_t n)
{
	return n ? str_eq(text, nth(t, what, n)) : !text.ptr;
}

static bool has_met(const struct trial *t, const struct rating *r, int i,
		    const struct form *f)
{
	const struct competency *c = &t->ladder->competencies.at[i];
	int next = next_of(t, f, i);
	unsigned met = 0;

	for_each(word, &r->met)
		met |= 1u << rubric_find_behaviour(c->stages[next].rubrics[0],
						   *word);
	return met == f->met;
}

static bool has_stage(const struct trial *t, const struct rating *r, int i,
		      const struct form *f)
{
	const struct competency *c = &t->ladder->competencies.at[i];
	struct stage_lookup found;

	if (f->stage == NONE || !r->stage_text.ptr)
		return f->stage == NONE && !r->stage_text.ptr;
	found = competency_stage(t->ladder, c, r->stage_text, false);
	return found.found &&
	       (found.stage ? (int)found.stage->number : 0) == f->stage;
}

static bool is_form(struct trial *t, const struct rating *r, int i,
		    const struct form *f)
{
	if (!r)
		return is_short(f) && f->stage == NONE;
	if (!has_stage(t, r, i, f) || !has_met(t, r, i, f) ||
	    !is_text(t, r->na, "na", f->na) ||
	    !is_text(t, r->note, "note", f->note) ||
	    r->evidence.n != f->n_proofs)
		return false;
	for (uint32_t k = 0; k < f->n_proofs; k++)
		if (!is_text(t, r->evidence.at[k].text, "text", f->proofs[k]))
			return false;
	return true;
}

static const struct rating *rating_of(const struct assessment *as, int i)
{
	for_each(r, &as->ratings)
		if (r->competency && r->competency->index == (uint32_t)i)
			return r;
	return NULL;
}

static const struct node *pair(const struct doc *doc, const struct node *map,
			       struct str key)
{
	const struct node *value = map && map->kind == NODE_MAP
					   ? doc_find(doc, map, key)
					   : NULL;

	return value ? value - 1 : NULL;
}

static struct str bytes_of(const struct doc *doc, const struct node *key)
{
	const struct node *value = key + 1;
	uint32_t end = value->end > key->end ? value->end : key->end;

	return (struct str){doc->files.at[0].source->text.ptr + key->at,
			    end - key->at};
}

/* Whether each pair that nothing was recorded of has the bytes that it had. */
static bool keeps_pairs(struct trial *t, const struct doc *was,
			const struct node *a, const struct doc *is,
			const struct node *b, bool top)
{
	if (!a || a->kind != NODE_MAP)
		return true;
	for_each_key(key, a) {
		struct str name = doc_text(was, key);
		const struct node *now = pair(is, b, name);

		if (top && (str_is(name, "ratings") || str_is(name, "date")))
			continue;
		if (!top && t->touched[name.ptr[1] - '0'])
			continue;
		if (!now || !str_eq(bytes_of(was, key), bytes_of(is, now)))
			return false;
	}
	return true;
}

static bool keeps_bytes(struct trial *t, const struct doc *was,
			const struct doc *is)
{
	return keeps_pairs(t, was, was->nodes, is, is->nodes, true) &&
	       keeps_pairs(t, was, doc_find(was, was->nodes, STR("ratings")),
			   is, doc_find(is, is->nodes, STR("ratings")), false);
}

/* Whether the new text has all of the old one but some bytes between two
 * places. */
static bool differs_between(struct str old, struct str now, size_t from,
			    size_t to)
{
	return from + (old.len - to) <= now.len &&
	       str_starts(now, str_head(old, from)) &&
	       str_ends(now, str_from(old, to));
}

/* Whether all is there that was, and one text more. */
static bool is_inserted(struct str old, struct str now)
{
	size_t head = 0;

	while (head < old.len && head < now.len &&
	       old.ptr[head] == now.ptr[head])
		head++;
	return now.len >= old.len && str_ends(now, str_from(old, head));
}

/* Whether nothing but the lines of that rating is different. */
static bool keeps_around(const struct trial *t, const struct doc *was, int i,
			 struct str now)
{
	struct str old = was->files.at[0].source->text;
	const struct node *ratings = doc_find(was, was->nodes, STR("ratings"));
	struct str id = t->ladder->competencies.at[i].head.id;
	const struct node *key = pair(was, ratings, id);
	size_t to;

	if (!ratings->len)
		return true;
	if (!key)
		return is_inserted(old, now);
	to = key->at + bytes_of(was, key).len;
	to += str_index(str_from(old, to), '\n');
	return differs_between(old, now, key->at, to);
}

static const char *broken_law(struct trial *t, const struct assessment *was,
			      struct str result, uint32_t touched)
{
	struct assessment *is = load(t, "is", result);

	if (!is->usable)
		return "it is not valid";
	for (int i = 0; i < MOST; i++)
		if (!is_form(t, rating_of(is, i), i, &t->is[i]))
			return "it says something else";
	if (!keeps_bytes(t, &was->doc, &is->doc))
		return "another entry has changed";
	for (int i = 0; touched == 1 && i < MOST; i++)
		/* evidence in braces becomes comments above them */
		if (t->touched[i] && !t->is[i].na &&
		    !keeps_around(t, &was->doc, i, result))
			return "something around it has changed";
	return NULL;
}

static void keep(const char *name, struct str text)
{
	FILE *f = fopen(name, "wb");

	if (f) {
		fwrite(text.ptr, 1, text.len, f);
		fclose(f);
	}
}

static void check(uint64_t seed)
{
	struct trial t = {.dice = {seed}};
	struct assessment *was;
	struct recording r;
	struct buf out = {0};
	struct str text, result;
	const char *wrong;
	uint32_t touched;
	bool done;

	world_init(&t.w);
	make_ladder(&t);
	text = make_assessment(&t);
	was = load(&t, "was", text);
	if (!was->usable)
		fail_msg("%s\n%.*s", world_findings(&t.w), STR_ARG(text));
	memcpy(t.is, t.was, sizeof t.is);
	record_init(&r, was, t.ladder, &t.w.arena);
	touched = 1 + (chance(&t, 2) ? below(&t, MOST) : 0);
	for (uint32_t n = touched, i = below(&t, MOST); n; n--, i++)
		record_some(&t, &r, (int)(i % MOST));
	done = record_text(&r, &out);
	result = text_of(&t, &out);
	wrong = done ? broken_law(&t, was, result, touched) : r.why.ptr;
	if (wrong) {
		keep("record-before.yaml", text);
		keep("record-after.yaml", result);
		fail_msg("seed %llu: %s (see record-*.yaml)",
			 (unsigned long long)seed, wrong);
	}
	world_release(&t.w);
}

static void random_records(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed <= 3000; seed++)
		check(seed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(random_records),
	};

	return cmocka_run_group_tests_name("record", tests, NULL, NULL);
}
