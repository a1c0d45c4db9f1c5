/* No field of the format can change without a change being reported, at its
 * place: a ladder that has every key there is, each value made another one,
 * each key that may be left out left out. */
#include "support/test.h"

#include "model/config.h"
#include "model/fields.h"
#include "property/full.h"
#include "property/versions.h"

#include <stdio.h>

/* What is compared as a whole, so that changes point to where all of it
 * begins, and why. */
static const struct {
	const char *shape, *reason;
} wholes[] = {
	{"a resource", "resources have no ids; a list is one change"},
	{"a weight", "only all weights together say how much one counts"},
	{"a move", "a move is known by both its ends"},
	{"an experience", "a range is one value"},
	{"a salary", "a range is one value, and its currency belongs to it"},
};

/* What cannot be made another value, and why. */
static const struct {
	const char *shape, *field, *reason;
} exceptions[] = {
	{"a ladder", "format", "there is one format of ladders only"},
	{"a ladder", "extends",
	 "another base takes another file: test_diff_edits has one"},
};

enum { MOST_FIELDS = 256 };

struct walk {
	struct world w; /* of the full ladder itself */
	const struct ladder *l;
	const struct field *seen[MOST_FIELDS];
	uint32_t changed[MOST_FIELDS]; /* how often, of each */
	uint32_t n_seen, mutations;
	const struct node *whole; /* what is compared as one, or NULL */
};

static uint32_t place_of(const struct walk *x, const struct field *field)
{
	uint32_t i = 0;

	while (i < x->n_seen && x->seen[i] != field)
		i++;
	return i;
}

static void see(struct walk *x, const struct field *field)
{
	if (place_of(x, field) < x->n_seen)
		return;
	assert_true(x->n_seen < MOST_FIELDS);
	x->seen[x->n_seen++] = field;
}

static bool is_whole(const struct shape *shape)
{
	for (size_t i = 0; shape && i < N_OF(wholes); i++)
		if (!strcmp(shape->what, wholes[i].shape))
			return true;
	return false;
}

static bool is_exception(const struct shape *shape, const struct field *field)
{
	for (size_t i = 0; i < N_OF(exceptions); i++)
		if (!strcmp(shape->what, exceptions[i].shape) &&
		    !strcmp(field->name, exceptions[i].field))
			return true;
	return false;
}

/* --- one value ------------------------------------------------------------ */

/* What stands at [at, end) of the full ladder, and where it stands now. */
struct mutation {
	uint32_t at, end;  /* replaced */
	uint32_t from, to; /* where the change should be: the key to the end of
			      its value */
	const char *with;
};

static struct str mutated(const struct mutation *m, struct arena *a)
{
	return arena_printf(a, "%.*s%s%s", (int)m->at, full_ladder, m->with,
			    full_ladder + m->end);
}

static bool is_usable(struct str text)
{
	struct world w;
	struct ladder *l;
	bool usable;

	world_init(&w);
	l = world_ladder_bytes(&w, text);
	usable = l && l->usable;
	world_release(&w);
	return usable;
}

static bool lies_within(const struct change_side *side, uint32_t from,
			uint32_t to)
{
	return side->node && side->node->at >= from && side->node->at < to;
}

/* Whether some change of the diff points to where the value stands. */
static bool points_there(const struct diff *d, const struct mutation *m,
			 bool swapped)
{
	uint32_t grown = (uint32_t)strlen(m->with) + m->to - (m->end - m->at);

	for_each(c, &d->changes) {
		const struct change_side *old = swapped ? &c->new : &c->old;
		const struct change_side *new = swapped ? &c->old : &c->new;

		if (lies_within(old, m->from, m->to) ||
		    lies_within(new, m->from, grown))
			return true;
	}
	return false;
}

/* False where the mutated ladder has errors, and says nothing. */
static bool check_mutation(struct walk *x, const struct mutation *m,
			   const char *shape, const char *field)
{
	struct arena a = {0};
	struct str new = mutated(m, &a), old = str_of(full_ladder);
	struct versions v;
	bool usable = is_usable(new);

	if (usable) {
		versions_init(&v, old, new);
		if (!v.there->changes.n || !v.back->changes.n)
			versions_fail(&v, old, new, "fields",
				      "%s, %s: nothing changed", shape, field);
		if (!points_there(v.there, m, false) ||
		    !points_there(v.back, m, true))
			versions_fail(&v, old, new, "fields",
				      "%s, %s: no change points there", shape,
				      field);
		versions_release(&v);
		x->mutations++;
	}
	arena_release(&a);
	return usable;
}

/* --- other values of a kind ----------------------------------------------- */

static const char *const other_texts[] = {"Something else entirely",
					  "another-id",
					  "de",
					  "j",
					  "k",
					  "b",
					  "c",
					  "ic/l3",
					  "m/m1",
					  NULL};
static const char *const other_figures[] = {"0.25", "1",     "2", "3",
					    "7",    "60000", NULL};
static const char *const other_bools[] = {"true", "false", NULL};
static const char *const other_times[] = {"5mo", NULL};
static const char *const other_efforts[] = {"5h", "12h-18h", NULL};
static const char *const other_dates[] = {"2026-02-02", NULL};

static const char *const *others_of(const struct field *field)
{
	switch (field->kind) {
	case FIELD_TEXT:
	case FIELD_TEXTS:
	case FIELD_ID:
		return other_texts;
	case FIELD_BOOL:
		return other_bools;
	case FIELD_WHOLE:
	case FIELD_FIGURE:
	case FIELD_FIGURES:
	case FIELD_STAGES:
		return other_figures;
	case FIELD_WORD:
		return field->words;
	case FIELD_DATE:
		return other_dates;
	case FIELD_TIME:
		return other_times;
	case FIELD_EFFORT:
	case FIELD_EFFORTS:
		return other_efforts;
	case FIELD_MAPPING:
	case FIELD_LIST:
	case FIELD_KEYED:
		break; /* what is in them is */
	}
	return NULL;
}

/* Every other value that leaves the ladder without errors. */
static void change_value(struct walk *x, const struct shape *shape,
			 const struct field *field, const struct node *key,
			 const struct node *value)
{
	const char *const *other = others_of(field);
	struct str now = doc_text(&x->l->doc, value);
	struct mutation m = {value->at, value->end, key->at, value->end, NULL};

	if (x->whole)
		m.from = x->whole->at;
	if (is_exception(shape, field))
		return;
	for (; other && *other; other++) {
		m.with = *other;
		if (!str_is(now, *other))
			x->changed[place_of(x, field)] +=
				check_mutation(x, &m, shape->what, field->name);
	}
}

/* Without the key: keys of one's own are ignored. */
static void leave_out(struct walk *x, const struct shape *shape,
		      const struct field *field, const struct node *key)
{
	const struct node *value = key + 1;
	struct mutation m = {key->at, key->end, key->at, value->end, "x-gone"};

	if (x->whole)
		m.from = x->whole->at;
	if (field->flags & FIELD_MANDATORY || is_exception(shape, field))
		return;
	check_mutation(x, &m, shape->what, field->name);
}

/* --- all values ----------------------------------------------------------- */

static void walk_thing(struct walk *x, const struct shape *shape,
		       const struct node *key, const struct node *node);

static const struct field *field_named(const struct shape *shape,
				       struct str name)
{
	for (uint32_t i = 0; i < shape->n; i++)
		if (str_is(name, shape->fields[i].name))
			return &shape->fields[i];
	fail_msg("%s has no field %.*s", shape->what, STR_ARG(name));
	return NULL;
}

static void walk_value(struct walk *x, const struct shape *shape,
		       const struct field *field, const struct node *key)
{
	const struct node *value = key + 1, *outer = x->whole;

	if (is_whole(field->shape))
		x->whole = value;
	if (field->kind == FIELD_MAPPING) {
		walk_thing(x, field->shape, key, value);
	} else if (field->kind == FIELD_KEYED) {
		for_each_key(k, value)
			walk_thing(x, field->shape, k, k + 1);
	} else if (field->kind == FIELD_STAGES) {
		for_each_key(k, value)
			change_value(x, shape, field, k, k + 1);
	} else if (value->kind == NODE_LIST) {
		for_each_item(item, value)
			if (field->kind == FIELD_LIST)
				walk_thing(x, field->shape, item, item);
			else
				change_value(x, shape, field, key, item);
	} else {
		change_value(x, shape, field, key, value);
	}
	x->whole = outer;
}

/* `key` is where a thing is named: its key or, in a list, itself. */
static void walk_thing(struct walk *x, const struct shape *shape,
		       const struct node *key, const struct node *node)
{
	if (node->kind != NODE_MAP) {
		const struct field *field =
			field_named(shape, str_of(shape->text_field));

		see(x, field);
		change_value(x, shape, field, key, node);
		return;
	}
	for_each_key(k, node) {
		const struct field *field =
			field_named(shape, doc_text(&x->l->doc, k));

		see(x, field);
		leave_out(x, shape, field, k);
		walk_value(x, shape, field, k);
	}
}

static bool is_of_no_ladder(const struct shape *shape)
{
	return shape == &config_shape ||
	       !strcmp(shape->what, "an assessment") ||
	       !strcmp(shape->what, "a rating") ||
	       !strcmp(shape->what, "a piece of evidence");
}

/* Fields that the full ladder has not, or that have no other value. */
static uint32_t count_missing(const struct walk *x, const struct shape *shape)
{
	uint32_t missing = 0;

	for (uint32_t i = 0; i < shape->n && !is_of_no_ladder(shape); i++) {
		const struct field *f = &shape->fields[i];
		uint32_t at = place_of(x, f);
		bool holds_others = f->shape || f->kind == FIELD_MAPPING;

		if (is_exception(shape, f) ||
		    (at < x->n_seen && (x->changed[at] || holds_others)))
			continue;
		print_error("%s, %s: is never another value\n", shape->what,
			    f->name);
		missing++;
	}
	return missing;
}

static void test_fields(void **state)
{
	struct walk x = {0};
	uint32_t missing = 0;

	(void)state;
	world_init(&x.w);
	x.l = world_ladder(&x.w, full_ladder);
	assert_non_null(x.l);
	expect_findings(&x.w, "");
	assert_true(x.l->usable);
	walk_thing(&x, &ladder_shape, x.l->doc.nodes, x.l->doc.nodes);
	for (uint32_t i = 0; all_shapes[i]; i++)
		missing += count_missing(&x, all_shapes[i]);
	assert_int_equal(missing, 0);
	printf("%u other values of %u fields\n", x.mutations, x.n_seen);
	world_release(&x.w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_fields),
	};

	return cmocka_run_group_tests_name("diff/fields", tests, NULL, NULL);
}
