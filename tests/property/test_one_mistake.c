/* One mistake causes one finding: whatever a value is broken to, what cannot
 * be read there is told there, and nothing is told of what follows from it.
 *
 * A value that can be read, but is not what others count on, is another
 * matter: where the id of a competency is changed, each of its uses leads
 * nowhere, and each has to be mended. */
#include "doc/edit.h"
#include "lint/lint.h"
#include "model/config.h"
#include "property/files.h"
#include "support/test.h"
#include "support/world.h"

#include <string.h>

/* The file that is broken, and what it needs. */
struct subject {
	const char *path;
	const char *ladder; /* an assessment's; else NULL */
	bool config;
};

static const struct subject subjects[] = {
	{"tests/golden/files/acme.yaml", NULL, false},
	{"tests/golden/files/acme-3.yaml", NULL, false},
	{"tests/golden/files/ada.yaml", "tests/golden/files/acme.yaml", false},
	{"tests/golden/files/ada-evidence.yaml",
	 "tests/golden/files/acme.yaml", false},
	{"tests/property/one-mistake/config.yaml", NULL, true},
	{"tests/property/one-mistake/cells.yaml", NULL, false},
};

static const char *const values[] = {
	"[]",	"{}",  "[zzz]",	      "{zzz: yyy}", "[{zzz: yyy}]", "",
	"\"\"", "-1",  "1.5",	      "0",	    "99999999999",  "zzz",
	"true", "yes", "2026-13-45", "~",
};

/* --- looking -------------------------------------------------------------- */

static struct str read_text(const char *path, struct arena *a)
{
	paths list = files_matching(path, a);

	assert_int_equal(list.n, 1);
	return file_read(list.at[0], a);
}

static void look(struct world *w, const struct subject *s, struct str text,
		 const struct ladder *of)
{
	struct loaded file = load_text(&w->loader, STR("f.yaml"), text);
	struct assessment *as = NULL;
	struct ladder *l = NULL;

	if (s->config) {
		config_read(&file.doc, &w->arena, &w->loader.limits, &w->diag);
		load_release(&file);
		return;
	}
	load_check_format(&w->loader, &file);
	if (file.kind == FILE_LADDER)
		l = load_ladder(&w->loader, &file);
	else if (file.kind == FILE_ASSESSMENT)
		as = load_assessment(&w->loader, &file, of);
	if (l)
		lint_ladder(l, &w->diag, &w->arena);
	if (l || as)
		*vec_add(&w->arena, &w->docs) = l ? &l->doc : &as->doc;
	else
		load_release(&file);
	diag_sort(&w->diag);
}

/* --- the law -------------------------------------------------------------- */

/* A broken copy of a subject. */
struct broken {
	const struct subject *subject;
	const struct world *before; /* what is told of the whole one */
	const struct ladder *ladder;
	struct str text;
	size_t from, to; /* what was planted, with its key */
	uint32_t wrong;	 /* so many copies broke the law */
};

/* Advice that the whole file gets too, though it may call things otherwise. */
static bool was_told(const struct world *before, const struct finding *f)
{
	for_each(old, &before->diag.findings)
		if (old->code == f->code)
			return true;
	return false;
}

/* What the reader of YAML or that of the shape says: L0 and L1. */
static bool is_of_shape(const struct finding *f)
{
	return code_table[f->code].id[1] <= '1';
}

static const struct finding *find_mistake(const struct broken *b,
					  const struct world *w)
{
	for_each(f, &w->diag.findings)
		if (is_of_shape(f) && !was_told(b->before, f))
			return f;
	return NULL;
}

static bool is_there(const struct broken *b, const struct finding *mistake,
		     const struct finding *f)
{
	return f->span.at == mistake->span.at ||
	       (f->span.at >= b->from && f->span.at <= b->to);
}

static bool holds(const struct broken *b, const struct finding *mistake,
		  const struct world *w)
{
	for_each(f, &w->diag.findings)
		if (!was_told(b->before, f) && !is_there(b, mistake, f))
			return false;
	return true;
}

/* Gives whether there was a mistake. */
static bool check(struct broken *b)
{
	const struct finding *mistake;
	struct world w;

	world_init(&w);
	look(&w, b->subject, b->text, b->ladder);
	mistake = find_mistake(b, &w);
	if (mistake && !holds(b, mistake, &w)) {
		print_error("%s with \"%.*s\":\n%s", b->subject->path,
			    (int)(b->to - b->from), b->text.ptr + b->from,
			    world_findings(&w));
		b->wrong++;
	}
	world_release(&w);
	return mistake;
}

/* --- breaking ------------------------------------------------------------- */

/* The key of a value, NULL for an item of a list. */
static const struct node *key_of(const struct edit *e, const struct node *n)
{
	const struct node *doc = e->doc->nodes;
	const struct node *parent = &doc[e->parent[n - doc]];

	if (parent->kind != NODE_MAP)
		return NULL;
	for_each_key(key, parent)
		if (key + 1 == n)
			return key;
	return NULL;
}

static bool is_key(const struct edit *e, const struct node *n)
{
	const struct node *doc = e->doc->nodes;

	return doc[e->parent[n - doc]].kind == NODE_MAP && !key_of(e, n);
}

/* With another thing in the place of all competencies the names of each of
 * them lead nowhere. */
static bool is_too_much(const struct edit *e, const struct node *n,
			const char *value)
{
	return n->kind == NODE_MAP && !e->parent[n - e->doc->nodes] &&
	       !strcmp(value, "{zzz: yyy}");
}

static uint32_t replace(struct broken *b, const struct edit *e,
			const struct node *n, struct str text)
{
	const struct node *key = key_of(e, n);
	uint32_t found = 0;

	b->from = key ? key->at : n->at;
	for (size_t i = 0; i < N_OF(values); i++) {
		size_t len = strlen(values[i]);

		if (is_too_much(e, n, values[i]))
			continue;
		b->text = arena_printf(e->arena, "%.*s%s%.*s", (int)n->at,
				       text.ptr, values[i],
				       (int)(text.len - n->end),
				       text.ptr + n->end);
		b->to = n->at + len;
		found += check(b);
	}
	return found;
}

/* What lacks it is told at one place, wherever that is. */
static uint32_t take_out(struct broken *b, const struct edit *whole,
			 const struct node *n)
{
	const struct node *key = key_of(whole, n);
	struct buf out = {0};
	uint32_t found = 0;
	struct edit e;

	edit_init(&e, whole->doc, whole->arena);
	if (edit_remove(&e, key ? key : n) && edit_text(&e, &out)) {
		b->text = buf_str(&out);
		b->from = b->to = 0;
		found = check(b);
	}
	buf_release(&out);
	return found;
}

static uint32_t break_all(struct broken *b, struct str text, struct arena *a)
{
	struct source source = {.name = STR("f.yaml"), .text = text,
				.arena = a};
	struct diag d = {.arena = a};
	struct doc doc = doc_parse(a, &source, &limits_default, &d);
	uint32_t found = 0;
	struct edit e;

	edit_init(&e, &doc, a);
	for (const struct node *n = doc.nodes + 1; n < doc.nodes + doc.n; n++)
		if (!is_key(&e, n))
			found += replace(b, &e, n, text) + take_out(b, &e, n);
	doc_release(&doc);
	return found;
}

static void test_subjects(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_OF(subjects); i++) {
		const struct subject *s = &subjects[i];
		struct broken b = {.subject = s};
		struct world whole, of;
		struct str text;
		uint32_t found;

		world_init(&whole);
		world_init(&of);
		text = read_text(s->path, &whole.arena);
		if (s->ladder)
			b.ladder = world_ladder_bytes(
				&of, read_text(s->ladder, &of.arena));
		look(&whole, s, text, b.ladder);
		assert_int_equal(whole.diag.errors, 0);
		b.before = &whole;
		found = break_all(&b, text, &whole.arena);
		print_message("%s: %u\n", s->path, found);
		assert_int_equal(b.wrong, 0);
		/* a look that finds nothing would hold any law */
		assert_true(found > 50);
		world_release(&whole);
		world_release(&of);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_subjects),
	};

	return cmocka_run_group_tests_name("one mistake", tests, NULL, NULL);
}
