#include "model/read.h"

#include "base/date.h"
#include "base/decimal.h"

#include "base/typo.h"

/* Any VEC, whatever it holds. */
struct any_vec {
	void *at;
	uint32_t n, cap;
};

static const char *quote(struct reader *r, const struct node *node)
{
	return diag_quote(r->diag, doc_text(r->doc, node));
}

/* What could not be read was told; nothing that follows from it is. */
static bool unread(struct reader *r, const struct node *node)
{
	r->doc->nodes[node - r->doc->nodes].flags |= NODE_BROKEN;
	return false;
}

static struct finding *report_kind(struct reader *r, const struct node *node,
				   const char *expected)
{
	return doc_add(r->diag, CODE_L104, r->doc, node,
		       "this is %s; expected %s", node_kind_name(node),
		       expected);
}

static bool wrong_kind(struct reader *r, const struct node *node,
		       const char *expected)
{
	report_kind(r, node, expected);
	return unread(r, node);
}

static bool read_text(struct reader *r, const struct node *node,
		      struct str *out)
{
	if (node->kind != NODE_SCALAR)
		return wrong_kind(r, node, "text");
	*out = doc_text(r->doc, node);
	return true;
}

/* --- ids ----------------------------------------------------------------- */

static bool is_id_char(char c, bool first)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') ||
	       (!first && (c == '.' || c == '_' || c == '-'));
}

bool id_is_good(struct str id)
{
	if (id.len < 1 || id.len > 64)
		return false;
	for (size_t i = 0; i < id.len; i++)
		if (!is_id_char(id.ptr[i], i == 0))
			return false;
	return true;
}

static void not_an_id(struct reader *r, const struct node *node)
{
	struct finding *f =
		doc_add(r->diag, CODE_L106, r->doc, node, "%s is no id",
			quote(r, node));

	finding_help(r->diag, f,
		     "an id is 1 to 64 of a-z A-Z 0-9 . _ -, beginning with a "
		     "letter or digit");
}

static void check_id(struct reader *r, const struct node *node)
{
	if (!id_is_good(doc_text(r->doc, node)))
		not_an_id(r, node);
}

/* An id, or where `flags` allow it `track/level`. */
static void check_old_id(struct reader *r, const struct field *field,
			 const struct node *node)
{
	struct str text = doc_text(r->doc, node);
	size_t slash = str_index(text, '/');

	if (field->flags & FIELD_PATHS && slash < text.len) {
		if (!id_is_good(str_head(text, slash)))
			text = (struct str){0};
		else
			text = str_from(text, slash + 1);
	}
	if (!id_is_good(text))
		not_an_id(r, node);
}

/* --- figures ------------------------------------------------------------- */

static bool not_a_number(struct reader *r, const struct node *node,
			 const char *expected)
{
	bool quoted = !(node->flags & NODE_PLAIN);
	struct finding *f = doc_add(r->diag, CODE_L107, r->doc, node,
				    "%s is no number here; expected %s",
				    quote(r, node), expected);

	finding_help(r->diag, f,
		     quoted ? "write the number without quotes"
			    : "write plain decimal digits");
	return unread(r, node);
}

/* A number or an id: digits are always the number, and written as one. */
static bool read_numbered(struct reader *r, const struct node *node,
			  struct str *out)
{
	if (!read_text(r, node, out))
		return false;
	if (!str_is_digits(*out) ||
	    (node->flags & NODE_PLAIN &&
	     (out->len == 1 || out->ptr[0] != '0')))
		return true;
	return not_a_number(r, node, "a plain number or an id");
}

static bool past_figure(struct reader *r, const struct node *node,
			enum limit limit)
{
	struct finding *f =
		doc_add(r->diag, CODE_L028, r->doc, node,
			"%s is more than %lld, the largest figure that is "
			"allowed",
			quote(r, node), (long long)r->limits->at[limit]);

	finding_help(r->diag, f, "--limit %s=N raises it",
		     limit_table[limit].name);
	return unread(r, node);
}

static bool out_of_range(struct reader *r, const struct field *field,
			 const struct node *node)
{
	char min[25], max[25];
	/* the least figure that there is stands for all above 0 */
	const char *least = field->min == 1 ? "more than 0" : "at least ";

	decimal_write(field->min, min);
	decimal_write(field->max, max);
	doc_add(r->diag, CODE_L108, r->doc, node,
		"%s is out of range; expected %s%s%s%s", quote(r, node), least,
		field->min == 1 ? "" : min, field->max ? " and at most " : "",
		field->max ? max : "");
	return unread(r, node);
}

static bool read_figure(struct reader *r, const struct field *field,
			const struct node *node, int64_t *out)
{
	bool whole = field->kind == FIELD_WHOLE;
	const char *expected = whole ? "a whole number" : "a decimal number";
	enum limit limit = field->flags & FIELD_SALARY ? LIMIT_SALARY
						       : LIMIT_FIGURE;
	struct str text;
	int64_t value = 0;

	if (node->kind != NODE_SCALAR)
		return wrong_kind(r, node, expected);
	text = doc_text(r->doc, node);
	if (!(node->flags & NODE_PLAIN) ||
	    (whole && str_index(text, '.') < text.len))
		return not_a_number(r, node, expected);
	switch (decimal_read(text, &value)) {
	case DECIMAL_NOT:
		return not_a_number(r, node, expected);
	case DECIMAL_TOO_FINE:
		return not_a_number(r, node, "at most three decimals");
	case DECIMAL_TOO_BIG:
		return past_figure(r, node, limit);
	case DECIMAL_OK:
		break;
	}
	if (!value && text.ptr[0] == '-')
		return not_a_number(r, node, expected);
	if (value / 1000 > r->limits->at[limit] ||
	    (value / 1000 == r->limits->at[limit] && value % 1000))
		return past_figure(r, node, limit);
	if (value < field->min || (field->max && value > field->max))
		return out_of_range(r, field, node);
	*out = whole ? value / 1000 : value;
	return true;
}

static bool read_bool(struct reader *r, const struct node *node, bool *out)
{
	static const char *const spellings[] = {"true",	 "True",  "TRUE",
						"false", "False", "FALSE"};
	struct str text;
	struct finding *f;

	if (node->kind != NODE_SCALAR)
		return wrong_kind(r, node, "true or false");
	text = doc_text(r->doc, node);
	for (size_t i = 0; i < 6; i++)
		if (str_is(text, spellings[i])) {
			*out = i < 3;
			if (node->flags & NODE_PLAIN)
				return true;
		}
	/* what was meant, as YAML 1.1 has it, so that nothing follows */
	if (str_eq_nocase(text, STR("yes")) || str_eq_nocase(text, STR("on")))
		*out = true;
	if (str_eq_nocase(text, STR("no")) || str_eq_nocase(text, STR("off")))
		*out = false;
	f = doc_add(r->diag, CODE_L109, r->doc, node,
		    "%s is neither true nor false", quote(r, node));
	finding_help(r->diag, f, "write true or false, without quotes");
	return unread(r, node);
}

/* "ic or manager", "execution, technical or leadership" */
static struct str list_words(struct reader *r, const char *const *words)
{
	struct str text = {0};

	for (size_t i = 0; words[i]; i++)
		text = arena_printf(r->arena, "%.*s%s%s", STR_ARG(text),
				    i == 0	  ? ""
				    : words[i + 1] ? ", "
						   : " or ",
				    words[i]);
	return text;
}

static bool read_word(struct reader *r, const struct field *field,
		      const struct node *node, int *out)
{
	struct typo typo = {0};
	struct finding *f;
	struct str text;

	if (!read_text(r, node, &text))
		return false;
	for (int i = 0; field->words[i]; i++)
		if (str_is(text, field->words[i])) {
			*out = i + !!(field->flags & FIELD_FROM_ONE);
			return true;
		}
	typo.word = text;
	for (int i = 0; field->words[i]; i++)
		typo_offer(&typo, str_of(field->words[i]));
	f = doc_add(r->diag, CODE_L109, r->doc, node,
		    "%s has no meaning here; expected %s", quote(r, node),
		    list_words(r, field->words).ptr);
	finding_suggest(r->diag, f, typo.best);
	return unread(r, node);
}

/* --- time and effort ----------------------------------------------------- */

struct unit {
	const char *name;
	int64_t worth;
};

/* Splits "1.5mo" and looks the unit up; the worth of one is returned. */
static const struct unit *split_unit(struct str text, const struct unit *units,
				     int64_t *thousandths,
				     enum decimal_status *status)
{
	size_t n = 0;

	while (n < text.len &&
	       ((text.ptr[n] >= '0' && text.ptr[n] <= '9') ||
		text.ptr[n] == '.'))
		n++;
	*status = decimal_read(str_head(text, n), thousandths);
	for (; units->name; units++)
		if (str_is(str_from(text, n), units->name))
			return units;
	return NULL;
}

static const char *one_effort(struct str text, int64_t limit,
			      int64_t *quarters)
{
	static const struct unit hours[] = {
		{"h", 1}, {"d", 8}, {"w", 40}, {0}};
	enum decimal_status status;
	int64_t figure;
	const struct unit *unit = split_unit(text, hours, &figure, &status);

	if (status == DECIMAL_TOO_BIG ||
	    (status == DECIMAL_OK && figure > limit * 1000))
		return "limit";
	if (status != DECIMAL_OK || !unit)
		return "an effort as 8h, 2d or 1w, or a range as 8h-16h";
	if (figure * unit->worth * 4 % 1000)
		return "a multiple of a quarter of an hour";
	*quarters = figure * unit->worth * 4 / 1000;
	return NULL;
}

const char *effort_read(struct str text, int64_t limit, struct effort *out)
{
	size_t dash = str_index(text, '-');
	struct effort e = {.node = out->node};
	const char *expected = one_effort(str_head(text, dash), limit, &e.min);

	e.max = e.min;
	if (!expected && dash < text.len)
		expected = one_effort(str_from(text, dash + 1), limit, &e.max);
	if (!expected && e.max < e.min)
		expected = "the smaller figure of a range first";
	if (!expected)
		*out = e;
	return expected;
}

const char *time_read(struct str text, int64_t limit, milliday *out)
{
	static const struct unit days[] = {
		{"d", 1}, {"w", 7}, {"mo", 30}, {"y", 365}, {0}};
	enum decimal_status status;
	int64_t figure;
	const struct unit *unit = split_unit(text, days, &figure, &status);

	if (status == DECIMAL_TOO_BIG ||
	    (status == DECIMAL_OK && figure > limit * 1000))
		return "limit";
	if (status != DECIMAL_OK || !unit)
		return "a time as 10d, 6w, 3mo or 1y";
	*out = figure * unit->worth;
	return NULL;
}

static bool bad_duration(struct reader *r, const struct node *node,
			 const char *expected)
{
	if (!strcmp(expected, "limit"))
		return past_figure(r, node, LIMIT_FIGURE);
	doc_add(r->diag, CODE_L110, r->doc, node,
		"%s does not fit; expected %s", quote(r, node), expected);
	return unread(r, node);
}

static bool read_effort(struct reader *r, const struct node *node,
			struct effort *out)
{
	const char *expected;
	struct str text;

	if (!read_text(r, node, &text))
		return false;
	expected = effort_read(text, r->limits->at[LIMIT_FIGURE], out);
	if (expected)
		return bad_duration(r, node, expected);
	out->node = node;
	return true;
}

static bool read_time(struct reader *r, const struct node *node,
		      milliday *out)
{
	const char *expected;
	struct str text;

	if (!read_text(r, node, &text))
		return false;
	expected = time_read(text, r->limits->at[LIMIT_FIGURE], out);
	return expected ? bad_duration(r, node, expected) : true;
}

static bool read_date(struct reader *r, const struct node *node, int32_t *out)
{
	struct str text;

	if (!read_text(r, node, &text))
		return false;
	if (date_read(text, out))
		return true;
	doc_add(r->diag, CODE_L111, r->doc, node,
		"%s is no day of the calendar; expected YYYY-MM-DD",
		quote(r, node));
	return unread(r, node);
}

/* --- lists --------------------------------------------------------------- */

/* A list item must have a value. */
static bool item_has_value(struct reader *r, const struct node *item)
{
	struct finding *f;

	if (node_has_value(item))
		return true;
	f = doc_add(r->diag, CODE_L105, r->doc, item,
		    "this list item has no value");
	finding_help(r->diag, f, "give it one, or take the \"-\" out");
	return false;
}

static bool is_list(struct reader *r, const struct node *node,
		    const char *expected)
{
	return node->kind == NODE_LIST || wrong_kind(r, node, expected);
}

static void read_texts(struct reader *r, const struct field *field,
		       const struct node *node, struct texts *out)
{
	if (!is_list(r, node, "a list of texts"))
		return;
	out->at = ARENA_ARRAY(r->arena, node->len, struct str);
	for_each_item(item, node) {
		struct str *text = &out->at[out->n];

		if (!item_has_value(r, item) ||
		    !(field->flags & FIELD_NUMBERED
			      ? read_numbered(r, item, text)
			      : read_text(r, item, text)))
			continue;
		if (field->flags & (FIELD_IDS | FIELD_PATHS))
			check_old_id(r, field, item);
		out->n++;
	}
}

static void read_efforts(struct reader *r, const struct node *node,
			 struct efforts *out)
{
	bool one = node->kind == NODE_SCALAR;

	if (node->kind == NODE_MAP) {
		wrong_kind(r, node, "an effort or a list of them");
		return;
	}
	out->at = ARENA_ARRAY(r->arena, one ? 1 : node->len, struct effort);
	if (one)
		out->n += read_effort(r, node, &out->at[0]);
	else
		for_each_item(item, node)
			if (item_has_value(r, item) &&
			    read_effort(r, item, &out->at[out->n]))
				out->n++;
}

static void read_figures(struct reader *r, const struct field *field,
			 const struct node *node, struct figures *out)
{
	if (!is_list(r, node, "a list of figures"))
		return;
	out->node = node;
	out->at = ARENA_ARRAY(r->arena, node->len, int64_t);
	for_each_item(item, node)
		if (item_has_value(r, item) &&
		    read_figure(r, field, item, &out->at[out->n]))
			out->n++;
}

static struct head *item_at(const struct shape *shape, struct any_vec *v,
			    uint32_t i)
{
	return (struct head *)((char *)v->at + i * shape->size);
}

static bool has_upper(struct str id)
{
	for (size_t i = 0; i < id.len; i++)
		if (id.ptr[i] >= 'A' && id.ptr[i] <= 'Z')
			return true;
	return false;
}

static struct str lowered(struct arena *a, struct str id)
{
	struct str copy = arena_str(a, id);

	for (size_t i = 0; i < copy.len; i++)
		if (copy.ptr[i] >= 'A' && copy.ptr[i] <= 'Z')
			((char *)copy.ptr)[i] |= 32;
	return copy;
}

/* Where the id of an item stands. */
static const struct node *id_node(struct reader *r, const struct head *item,
				  const struct node *list)
{
	const struct node *id;

	if (list->kind == NODE_MAP)
		return item->node;
	id = item->node->kind == NODE_MAP
		     ? doc_find(r->doc, item->node, STR("id"))
		     : NULL;
	return id ? id : item->node;
}

static void report_twins(struct reader *r, const struct head *first,
			 const struct head *second, const struct node *list)
{
	bool same = str_eq(first->id, second->id);
	const struct node *at = id_node(r, second, list);
	struct finding *f;

	if (same)
		f = doc_add(r->diag, CODE_L201, r->doc, at,
			    "the id %s stands here a second time",
			    diag_quote(r->diag, second->id));
	else
		f = doc_add(r->diag, CODE_L202, r->doc, at,
			    "the id %s differs from %s in case only",
			    diag_quote(r->diag, second->id),
			    diag_quote(r->diag, first->id));
	finding_note(r->diag, f, doc_span(r->doc, id_node(r, first, list)),
		     "first defined here");
	finding_help(r->diag, f, "give one of them another id");
}

/* Few siblings are compared one by one. */
enum { FEW_SIBLINGS = 8 };

static void check_few_twins(struct reader *r, const struct shape *shape,
			    const struct node *list, struct any_vec *v)
{
	for (uint32_t i = 1; i < v->n; i++) {
		struct head *item = item_at(shape, v, i);

		for (uint32_t j = 0; j < i && item->id.len; j++) {
			struct head *first = item_at(shape, v, j);

			if (!str_eq_nocase(first->id, item->id))
				continue;
			report_twins(r, first, item, list);
			break;
		}
	}
}

/* Siblings have different ids, also when case is ignored. Keys of a mapping
 * differ already, so among them only capitals can clash. */
static void check_twins(struct reader *r, const struct shape *shape,
			const struct node *list, struct any_vec *v)
{
	bool capitals = false;
	struct map seen = {0};

	for (uint32_t i = 0; i < v->n && !capitals; i++)
		capitals = has_upper(item_at(shape, v, i)->id);
	if (list->kind == NODE_MAP && !capitals)
		return;
	if (v->n <= FEW_SIBLINGS) {
		check_few_twins(r, shape, list, v);
		return;
	}
	for (uint32_t i = 0; i < v->n; i++) {
		struct head *item = item_at(shape, v, i), *first;
		struct str id = item->id;

		if (!id.len)
			continue;
		if (capitals)
			id = lowered(r->arena, id);
		first = map_add(&seen, r->arena, id, item);
		if (first)
			report_twins(r, first, item, list);
	}
}

/* A list of mappings, or of what stands for one. */
static void read_list(struct reader *r, const struct field *field,
		      const struct node *node, struct any_vec *out)
{
	const struct shape *shape = field->shape;

	if (!is_list(r, node, "a list"))
		return;
	out->at = arena_array(r->arena, node->len, shape->size);
	out->cap = node->len;
	for_each_item(item, node) {
		if (!item_has_value(r, item)) {
			unread(r, node);
			continue;
		}
		read_struct(r, shape, NULL, item, item_at(shape, out, out->n));
		out->n++;
	}
	if (shape->id_field)
		check_twins(r, shape, node, out);
}

/* Things keyed by id: each one's node is its key, its value behind it. */
static void read_keyed(struct reader *r, const struct field *field,
		       const struct node *node, struct any_vec *out)
{
	const struct shape *shape = field->shape;

	if (node->kind != NODE_MAP) {
		wrong_kind(r, node, "a mapping");
		return;
	}
	out->at = arena_array(r->arena, node->len, shape->size);
	out->cap = node->len;
	for_each_key(key, node) {
		struct head *item = item_at(shape, out, out->n);

		if (!(field->flags & (FIELD_ANY_KEY | FIELD_REFERS)))
			check_id(r, key);
		else if (field->flags & FIELD_PATHS)
			check_old_id(r, field, key);
		if (!node_has_value(key + 1)) {
			if (node_is_broken(key + 1))
				unread(r, node);
			continue;
		}
		item->id = doc_text(r->doc, key);
		read_struct(r, shape, key, key + 1, item);
		item->node = key;
		out->n++;
	}
	if (!(field->flags & (FIELD_ANY_KEY | FIELD_REFERS)))
		check_twins(r, shape, node, out);
}

static void read_stages(struct reader *r, const struct node *node,
			stage_refs *out)
{
	if (node->kind != NODE_MAP) {
		wrong_kind(r, node, "a mapping from competency to stage");
		return;
	}
	out->at = ARENA_ARRAY(r->arena, node->len, struct stage_ref);
	out->cap = node->len;
	for_each_key(key, node) {
		struct stage_ref *ref = &out->at[out->n];
		struct str text;

		if (!node_has_value(key + 1) ||
		    !read_numbered(r, key + 1, &text))
			continue;
		ref->head.id = doc_text(r->doc, key);
		ref->head.node = key + 1;
		ref->key = key;
		out->n++;
	}
}

/* --- mappings ------------------------------------------------------------ */

static void read_id(struct reader *r, const struct field *field,
		    const struct node *node, struct str *out)
{
	struct finding *f;

	if (!read_text(r, node, out))
		return;
	check_id(r, node);
	if (!(field->flags & FIELD_NOT_DIGITS) || !str_is_digits(*out))
		return;
	f = doc_add(r->diag, CODE_L106, r->doc, node,
		    "the id %s is digits only", quote(r, node));
	finding_help(r->diag, f, "digits are numbers of stages and "
				 "behaviours; begin the id with a letter");
}

static void set_node(const struct field *field, const struct node *node,
		     void *out)
{
	if (field->node_at)
		*(const struct node **)((char *)out + field->node_at) = node;
}

static void read_field(struct reader *r, const struct field *field,
		       const struct node *key, const struct node *node,
		       void *out)
{
	void *to = (char *)out + field->at;

	set_node(field, node, out);
	switch (field->kind) {
	case FIELD_TEXT:
		if (field->flags & FIELD_NUMBERED)
			read_numbered(r, node, to);
		else
			read_text(r, node, to);
		return;
	case FIELD_ID:
		read_id(r, field, node, to);
		return;
	case FIELD_BOOL:
		read_bool(r, node, to);
		return;
	case FIELD_WHOLE:
	case FIELD_FIGURE:
		read_figure(r, field, node, to);
		return;
	case FIELD_WORD:
		read_word(r, field, node, to);
		return;
	case FIELD_DATE:
		read_date(r, node, to);
		return;
	case FIELD_TIME:
		read_time(r, node, to);
		return;
	case FIELD_EFFORT:
		read_effort(r, node, to);
		return;
	case FIELD_EFFORTS:
		read_efforts(r, node, to);
		return;
	case FIELD_FIGURES:
		read_figures(r, field, node, to);
		return;
	case FIELD_TEXTS:
		read_texts(r, field, node, to);
		return;
	case FIELD_MAPPING:
		read_struct(r, field->shape, key, node, to);
		return;
	case FIELD_LIST:
		read_list(r, field, node, to);
		return;
	case FIELD_KEYED:
		read_keyed(r, field, node, to);
		return;
	case FIELD_STAGES:
		read_stages(r, node, to);
		return;
	}
}

static const struct field *find_field(const struct shape *shape,
				      struct str name)
{
	for (uint32_t i = 0; i < shape->n; i++)
		if (str_is(name, shape->fields[i].name))
			return &shape->fields[i];
	return NULL;
}

/* Gives the field that was probably meant, or NULL. */
static const struct field *unknown_key(struct reader *r,
				       const struct shape *shape,
				       const struct node *key)
{
	struct typo typo = {.word = doc_text(r->doc, key)};
	struct finding *f;

	if (diag_may_guess(r->diag, shape->n))
		for (uint32_t i = 0; i < shape->n; i++)
			typo_offer(&typo, str_of(shape->fields[i].name));
	f = doc_add(r->diag, CODE_L103, r->doc, key,
		    "%s is no key of %s", quote(r, key), shape->what);
	if (!typo.best.ptr) {
		finding_help(r->diag, f,
			     "keys of your own begin with \"x-\"");
		return NULL;
	}
	finding_suggest(r->diag, f, typo.best);
	return find_field(shape, typo.best);
}

static void no_value(struct reader *r, const struct field *field,
		     const struct node *key, const struct node *node)
{
	bool empty = node->kind != NODE_SCALAR;

	doc_add(r->diag, CODE_L105, r->doc, empty ? node : key,
		empty ? "%s is empty; expected at least one"
		      : "%s has no value; expected one",
		diag_quote(r->diag, str_of(field->name)));
}

/* A pair without a value is as if it were not there; an item of a list without
 * one is told where it stands. */
static bool has_something(const struct node *node)
{
	if (node->kind == NODE_MAP)
		for_each_key(key, node)
			if (node_has_value(key + 1))
				return true;
	return node->kind == NODE_LIST ? node->len > 0
				       : node->kind == NODE_SCALAR;
}

/* Whether a field has a value, a mandatory one with something in it. */
static bool has_content(const struct field *field, const struct node *node)
{
	return node_has_value(node) && (!(field->flags & FIELD_MANDATORY) ||
					has_something(node));
}

static void missing_keys(struct reader *r, const struct shape *shape,
			 const struct node *at, uint64_t seen)
{
	for (uint32_t i = 0; i < shape->n; i++)
		if (shape->fields[i].flags & FIELD_MANDATORY &&
		    !(seen & (uint64_t)1 << i))
			doc_add(r->diag, CODE_L102, r->doc, at,
				"%s needs the key \"%s\"", shape->what,
				shape->fields[i].name);
}

static bool is_own_key(struct str key)
{
	return str_starts(key, STR("x-"));
}

/* The field of a key; a mistyped one is read as what was meant, so that the
 * mistake is told once, unless that key stands there too. */
static const struct field *field_of(struct reader *r,
				    const struct shape *shape,
				    const struct node *node,
				    const struct node *key)
{
	struct str word = doc_text(r->doc, key);
	const struct field *field = find_field(shape, word);

	if (field || is_own_key(word) ||
	    (r->partial && str_is(word, "remove")))
		return field;
	field = unknown_key(r, shape, key);
	if (field && doc_find(r->doc, node, str_of(field->name)))
		return NULL;
	return field;
}

static void read_mapping(struct reader *r, const struct shape *shape,
			 const struct node *place, const struct node *node,
			 void *out)
{
	uint64_t seen = 0;

	for_each_key(key, node) {
		const struct field *field = field_of(r, shape, node, key);

		if (!field || seen & (uint64_t)1 << (field - shape->fields))
			continue;
		seen |= (uint64_t)1 << (field - shape->fields);
		if (!has_content(field, key + 1)) {
			if (node_is_broken(key + 1))
				set_node(field, key + 1, out);
			else if (field->flags & FIELD_MANDATORY && !r->partial)
				no_value(r, field, key, key + 1);
			continue;
		}
		read_field(r, field, key, key + 1, out);
	}
	if (!node_is_broken(node) && !r->partial)
		missing_keys(r, shape, place, seen);
}

/* Something else stands where a mapping of this shape should. */
static void no_mapping(struct reader *r, const struct shape *shape,
		       const struct node *node)
{
	struct finding *f = report_kind(
		r, node, shape->only_short ? "one value" : shape->what);

	if (node->kind == NODE_SCALAR && !shape->only_short)
		for (uint32_t i = 0; i < shape->n; i++)
			if (shape->fields[i].flags & FIELD_MANDATORY) {
				finding_help(r->diag, f, "write {%s: ...}",
					     shape->fields[i].name);
				break;
			}
	unread(r, node);
}

void read_struct(struct reader *r, const struct shape *shape,
		 const struct node *key, const struct node *node, void *out)
{
	struct head *head = out;
	const char *short_field = node->kind == NODE_SCALAR ? shape->text_field
				  : node->kind == NODE_LIST ? shape->list_field
							    : NULL;

	head->node = node;
	if (short_field)
		read_field(r, find_field(shape, str_of(short_field)), key,
			   node, out);
	else if (node->kind != NODE_MAP || shape->only_short)
		no_mapping(r, shape, node);
	else
		read_mapping(r, shape, key ? key : node, node, out);
}
