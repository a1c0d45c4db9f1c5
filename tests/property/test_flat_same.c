/* How a file is written changes no fact, and whatever value changes in it
 * changes one. */
#include "property/files.h"
#include "property/rewrite.h"
#include "report/flat.h"
#include "support/test.h"
#include "support/world.h"

static const char dense[] =
	"format: ladder/1\nid: dense\nname: Dense\nversion: \"1\"\n"
	"effort: [8h, 1d-2d]\nthreshold: 0.75\nx-own: {b: 1}\n"
	"categories:\n  k: {name: K, layer: technical}\n"
	"competencies:\n"
	"  b: {name: B, category: k, renamed-from: [old, older], stages: ["
	"{id: s1, behaviours: [x, {text: y, id: y1, optional: true},"
	" {text: z, examples: [e1, e2]}], effort: 2h, points: 2},"
	" {needs: {q: 2, a: 1}, behaviours: [x, w],"
	" resources: [{title: T, type: book}, {title: U, hours: 2}]}]}\n"
	"tracks:\n"
	"  m: {kind: manager, scores: {t: {weights: {b: 3}}},"
	" levels: [{id: m2, rank: 2, requires: {a: 1, b: 1},"
	" expects: {q: [m], r: {summary: s, behaviours: [{text: n}]}},"
	" attributes: {z: 1}, gates: [g, h]}]}\n"
	"  i: {levels: [{id: i1, salary: {min: 1, currency: EUR},"
	" choose: [{at-least: 1, of: {b: s1, a: a1}, summary: S},"
	" {at-least: 2, of: {q: 1, r: 2}}]},"
	" {id: i2, scores: {u: 3, t: 0.5}, optional: {a: 1}}]}\n"
	"scores:\n  t: {of: [k, q], points: [1, 2.5]}\n"
	"moves:\n  - {from: i1, to: m2, summary: A leap}\n"
	"  - {from: m2, to: i1}\n"
	"retired: {gone: {since: 2026-01-01, replaced-by: a}}\n";

static struct str facts_of(struct world *w, struct str text)
{
	struct loaded file = load_text(
		&w->loader,
		arena_printf(&w->arena, "%u", (unsigned)w->loader.sources.n),
		text);
	struct buf out = {0};
	struct str copy;

	flat_facts(&file.doc, &ladder_shape, &w->arena, &out);
	copy = arena_str(&w->arena, buf_str(&out));
	buf_release(&out);
	load_release(&file);
	return copy;
}

static void check_rewritten(struct str text, uint64_t seed)
{
	struct dice dice = {seed};
	struct buf again = {0};
	struct loaded file;
	struct world w;
	struct str once;

	world_init(&w);
	once = facts_of(&w, text);
	file = load_text(&w.loader, STR("l.yaml"), text);
	rewrite(&file.doc, &dice, &again);
	load_release(&file);
	if (!str_eq(facts_of(&w, buf_str(&again)), once))
		fail_msg("other facts, seed %d:\n%.*s", (int)seed,
			 (int)again.len, again.ptr);
	buf_release(&again);
	world_release(&w);
}

static void layout_is_no_fact(void **state)
{
	struct arena a = {0};
	paths all = files_of_ladders(&a);

	(void)state;
	for (uint64_t seed = 1; seed <= 300; seed++)
		check_rewritten(str_of(dense), seed);
	for_each(path, &all)
		check_rewritten(file_read(*path, &a), 7);
	arena_release(&a);
}

/* Order means something for levels, stages and figures by stage; of all else
 * it means nothing. */
static void only_some_order_is_a_fact(void **state)
{
	static const struct {
		const char *one, *other;
		bool same;
	} lists[] = {
		{"gates: [g, h]", "gates: [h, g]", true},
		{"examples: [e1, e2]", "examples: [e2, e1]", true},
		{"[{title: T, type: book}, {title: U, hours: 2}]",
		 "[{title: U, hours: 2}, {title: T, type: book}]", true},
		{"{b: s1, a: a1}", "{a: a1, b: s1}", true},
		{"behaviours: [x, w]", "behaviours: [w, x]", true},
		{"[8h, 1d-2d]", "[1d-2d, 8h]", false},
		{"[1, 2.5]", "[2.5, 1]", false},
		{"{id: i1, ", "{id: i0}, {id: i1, ", false},
	};
	struct world w;

	(void)state;
	world_init(&w);
	for (size_t i = 0; i < N_OF(lists); i++) {
		const char *at = strstr(dense, lists[i].one);
		struct str other;

		assert_non_null(at);
		other = arena_printf(&w.arena, "%.*s%s%s", (int)(at - dense),
				     dense, lists[i].other,
				     at + strlen(lists[i].one));
		print_message("%s\n", lists[i].other);
		assert_int_equal(str_eq(facts_of(&w, other),
					facts_of(&w, str_of(dense))),
				 lists[i].same);
	}
	world_release(&w);
}

static bool is_own(const struct doc *doc, const struct node *n)
{
	const struct node *own = doc_find(doc, doc->nodes, STR("x-own"));

	return n >= own - 1 && n < own + own->size;
}

/* Every key and every value but those that begin with x-. */
static void every_value_is_a_fact(void **state)
{
	struct loaded file;
	struct str once, other;
	uint32_t n = 0;
	struct world w;

	(void)state;
	world_init(&w);
	once = facts_of(&w, str_of(dense));
	file = load_text(&w.loader, STR("l.yaml"), str_of(dense));
	for (uint32_t i = 0; i < file.doc.n; i++) {
		const struct node *node = &file.doc.nodes[i];

		if (node->kind != NODE_SCALAR || is_own(&file.doc, node))
			continue;
		other = arena_printf(&w.arena, "%.*szz9%s", (int)node->at,
				     dense, dense + node->end);
		if (str_eq(facts_of(&w, other), once))
			fail_msg("another value, the same facts:\n%.*s",
				 STR_ARG(other));
		n++;
	}
	assert_true(n > 150);
	load_release(&file);
	world_release(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(layout_is_no_fact),
		cmocka_unit_test(only_some_order_is_a_fact),
		cmocka_unit_test(every_value_is_a_fact),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
