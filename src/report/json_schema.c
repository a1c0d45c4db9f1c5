#include "report/json_schema.h"

#include "doc/doc.h"
#include "model/config.h"
#include "model/fields.h"
#include "report/format_json.h"

const struct schema_root schema_roots[] = {
	{"ladder", "ladder/1", &ladder_shape, true},
	{"assessment", "assessment/1", &assessment_shape, false},
	{"config", "config/1", &config_shape, false},
	{0},
};

#define ID "[A-Za-z0-9][A-Za-z0-9._-]{0,63}"
#define FIGURE "(0|[1-9][0-9]*)(\\.[0-9]{1,3})?"
#define DATE "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
#define EFFORT FIGURE "[hdw]"

struct schema {
	struct arena *a;
	struct cJSON *document, *definitions;
	const char *definitions_key; /* "$defs" */
	const struct shape *done[2][64];
	uint32_t n_done[2];
};

/* What stands in an overlay: nothing is mandatory, null takes away, and items
 * with an id may be removed. */
enum { WHOLE, OVERLAY };

/* --- scalars -------------------------------------------------------------- */

enum { MAY_BE_NULL = 1, STRINGS = 2, NUMBERS = 4, BOOLEANS = 8, WHOLES = 16 };

/* "type": one name, or a list of them. */
static void add_types(struct cJSON *object, unsigned types)
{
	static const char *const names[] = {"null", "string", "number",
					    "boolean", "integer"};
	struct cJSON *list;

	for (unsigned i = 0; i < 5; i++)
		if (types == 1u << i) {
			json_text(object, "type", str_of(names[i]));
			return;
		}
	list = json_list_in(object, "type");
	for (unsigned i = 0; i < 5; i++)
		if (types & 1u << i)
			json_text_item(list, str_of(names[i]));
}

/* Text is any scalar; a pattern holds for those that are strings. */
static void add_text(struct cJSON *object, unsigned null, const char *pattern)
{
	add_types(object, null | STRINGS | NUMBERS | BOOLEANS);
	if (pattern)
		json_text(object, "pattern", str_of(pattern));
}

static void add_string(struct cJSON *object, unsigned null,
		       const char *pattern)
{
	add_types(object, null | STRINGS);
	json_text(object, "pattern", str_of(pattern));
}

static const char *id_pattern(const struct field *field)
{
	if (field->flags & FIELD_NOT_DIGITS)
		return "^(?![0-9]+$)" ID "$";
	if (field->flags & FIELD_PATHS)
		return "^" ID "(/" ID ")?$";
	return "^" ID "$";
}

static void add_number(struct cJSON *object, unsigned null,
		       const struct field *field)
{
	bool salary = field->flags & FIELD_SALARY;
	int64_t most = field->max ? field->max
				  : limits_default.at[salary ? LIMIT_SALARY
							     : LIMIT_FIGURE] *
					    1000;

	add_types(object,
		  null | (field->kind == FIELD_WHOLE ? WHOLES : NUMBERS));
	json_figure(object, "minimum", field->min);
	json_figure(object, "maximum", most);
}

static void add_words(struct cJSON *object, unsigned null,
		      const struct field *field)
{
	struct cJSON *list = json_list_in(object, "enum");

	for (const char *const *word = field->words; *word; word++)
		json_text_item(list, str_of(*word));
	if (null)
		json_null_item(list);
}

/* --- fields --------------------------------------------------------------- */

static void add_reference(struct schema *s, struct cJSON *object,
			  const struct shape *shape, int mode);
static void add_field(struct schema *s, struct cJSON *object,
		      const struct field *field, int mode, unsigned null);

/* {"anyOf": [{"type": "null"}, …]}; gives the object for the rest. */
static struct cJSON *or_null(struct cJSON *object, unsigned null)
{
	struct cJSON *list;

	if (!null)
		return object;
	list = json_list_in(object, "anyOf");
	add_types(json_item(list), MAY_BE_NULL);
	return json_item(list);
}

static struct cJSON *list_in(struct cJSON *object, const struct field *field,
			     unsigned null)
{
	struct cJSON *list = or_null(object, null);

	json_text(list, "type", STR("array"));
	if (field->flags & FIELD_MANDATORY && !null)
		json_int(list, "minItems", 1);
	return json_object_in(list, "items");
}

static void add_efforts(struct cJSON *object, unsigned null)
{
	static const char pattern[] = "^" EFFORT "(-" EFFORT ")?$";
	struct cJSON *either = json_list_in(object, "anyOf"), *list;

	add_string(json_item(either), null, pattern);
	list = json_item(either);
	json_text(list, "type", STR("array"));
	json_int(list, "minItems", 1);
	add_string(json_object_in(list, "items"), 0, pattern);
}

/* A mapping keyed by ids; values may be missing. */
static struct cJSON *keyed_in(struct cJSON *object, const struct field *field,
			      unsigned null)
{
	struct cJSON *map = or_null(object, null);

	json_text(map, "type", STR("object"));
	if (field->flags & FIELD_PATHS || !(field->flags & FIELD_ANY_KEY))
		json_text(json_object_in(map, "propertyNames"), "pattern",
			  str_of(id_pattern(field)));
	if (field->flags & FIELD_MANDATORY && !null)
		json_int(map, "minProperties", 1);
	return json_object_in(map, "additionalProperties");
}

/* A number of a stage or a behaviour, or its id. */
static void add_numbered(struct cJSON *object, unsigned null)
{
	add_types(object, null | STRINGS | WHOLES | BOOLEANS);
}

static void add_texts(struct cJSON *object, const struct field *field,
		      unsigned null)
{
	bool ids = field->flags & (FIELD_IDS | FIELD_PATHS);
	struct cJSON *item = list_in(object, field, null);

	if (field->flags & FIELD_NUMBERED)
		add_numbered(item, 0);
	else
		add_text(item, 0, ids ? id_pattern(field) : NULL);
}

static void add_field(struct schema *s, struct cJSON *object,
		      const struct field *field, int mode, unsigned null)
{
	struct cJSON *inner;

	switch (field->kind) {
	case FIELD_TEXT:
		if (field->flags & FIELD_NUMBERED)
			add_numbered(object, null);
		else
			add_text(object, null, NULL);
		return;
	case FIELD_ID:
		add_text(object, null, id_pattern(field));
		if (field->flags & FIELD_NOT_DIGITS)
			add_types(json_object_in(object, "not"), WHOLES);
		return;
	case FIELD_BOOL:
		add_types(object, null | BOOLEANS);
		return;
	case FIELD_WHOLE:
	case FIELD_FIGURE:
		add_number(object, null, field);
		return;
	case FIELD_WORD:
		add_words(object, null, field);
		return;
	case FIELD_DATE:
		add_string(object, null, DATE);
		return;
	case FIELD_TIME:
		add_string(object, null, "^" FIGURE "(d|w|mo|y)$");
		return;
	case FIELD_EFFORT:
		add_string(object, null, "^" EFFORT "(-" EFFORT ")?$");
		return;
	case FIELD_EFFORTS:
		add_efforts(object, null);
		return;
	case FIELD_FIGURES:
		inner = list_in(object, field, null);
		add_number(inner, 0, field);
		return;
	case FIELD_TEXTS:
		add_texts(object, field, null);
		return;
	case FIELD_MAPPING:
		add_reference(s, or_null(object, null), field->shape, mode);
		return;
	case FIELD_LIST:
		add_reference(s, list_in(object, field, null), field->shape,
			      mode);
		return;
	case FIELD_KEYED:
		inner = keyed_in(object, field, null);
		add_reference(s, or_null(inner, MAY_BE_NULL), field->shape,
			      mode);
		return;
	case FIELD_STAGES:
		inner = keyed_in(object, field, null);
		add_numbered(inner, MAY_BE_NULL);
		return;
	}
}

/* --- shapes --------------------------------------------------------------- */

/* "a level" is "level". */
static struct str shape_name(struct arena *a, const struct shape *shape,
			     int mode)
{
	struct str what = str_of(shape->what);
	struct str name;

	what = str_from(what, str_index(what, ' ') + 1);
	name = arena_printf(a, "%.*s%s", STR_ARG(what),
			    mode == OVERLAY ? "-of-overlay" : "");
	for (size_t i = 0; i < name.len; i++)
		if (name.ptr[i] == ' ')
			((char *)name.ptr)[i] = '-';
	return name;
}

static void add_required(struct cJSON *object, const struct shape *shape,
			 int mode, bool root)
{
	struct cJSON *list = NULL;

	for (uint32_t i = 0; i < shape->n; i++) {
		const struct field *field = &shape->fields[i];

		if (!(field->flags & FIELD_MANDATORY) ||
		    (mode == OVERLAY && (!root || field->shape)))
			continue;
		if (!list)
			list = json_list_in(object, "required");
		json_text_item(list, str_of(field->name));
	}
}

/* The mapping itself; in an overlay an item of a list may be `{id, remove}`. */
static void add_mapping(struct schema *s, struct cJSON *object,
			const struct shape *shape, int mode,
			const struct schema_root *root)
{
	struct cJSON *properties;

	json_text(object, "type", STR("object"));
	add_required(object, shape, mode, root);
	properties = json_object_in(object, "properties");
	for (uint32_t i = 0; i < shape->n; i++) {
		const struct field *field = &shape->fields[i];
		bool must = field->flags & FIELD_MANDATORY && mode == WHOLE;
		struct cJSON *property =
			json_object_in(properties, field->name);

		json_text(property, "description", str_of(field->summary));
		if (root && !strcmp(field->name, "format"))
			json_text(property, "const", str_of(root->format));
		else
			add_field(s, property, field, mode,
				  must ? 0 : MAY_BE_NULL);
	}
	if (mode == OVERLAY && shape->id_field)
		json_bool(json_object_in(properties, "remove"), "const", true);
	json_object_in(json_object_in(object, "patternProperties"), "^x-");
	json_bool(object, "additionalProperties", false);
}

static const struct field *field_named(const struct shape *shape,
				       const char *name)
{
	for (uint32_t i = 0; i < shape->n; i++)
		if (!strcmp(shape->fields[i].name, name))
			return &shape->fields[i];
	return NULL;
}

/* What may stand for a mapping: one value, or a list. */
static const struct field *short_field(const struct shape *shape)
{
	const char *name = shape->text_field ? shape->text_field
					     : shape->list_field;

	return name ? field_named(shape, name) : NULL;
}

static void define(struct schema *s, const struct shape *shape, int mode)
{
	struct str name = shape_name(s->a, shape, mode);
	const struct field *brief = short_field(shape);
	struct cJSON *object, *either;

	for (uint32_t i = 0; i < s->n_done[mode]; i++)
		if (s->done[mode][i] == shape)
			return;
	s->done[mode][s->n_done[mode]++] = shape;
	object = json_object_in(s->definitions, name.ptr);
	if (!brief) {
		add_mapping(s, object, shape, mode, NULL);
		return;
	}
	either = json_list_in(object, "anyOf");
	add_field(s, json_item(either), brief, mode, 0);
	add_mapping(s, json_item(either), shape, mode, NULL);
}

static void add_reference(struct schema *s, struct cJSON *object,
			  const struct shape *shape, int mode)
{
	struct str name;

	if (shape->only_short || (shape->list_field && shape->n == 1)) {
		add_field(s, object, short_field(shape), mode, 0);
		return;
	}
	name = shape_name(s->a, shape, mode);
	json_text(object, "$ref",
		  arena_printf(s->a, "#/%s/%.*s", s->definitions_key,
			       STR_ARG(name)));
	define(s, shape, mode);
}

/* --- the document --------------------------------------------------------- */

/* A ladder that extends another says only what differs. */
static void add_root(struct schema *s, const struct schema_root *root)
{
	struct cJSON *test;

	if (!root->overlays) {
		add_mapping(s, s->document, root->shape, WHOLE, root);
		return;
	}
	test = json_object_in(s->document, "if");
	json_text(test, "type", STR("object"));
	json_text_item(json_list_in(test, "required"), STR("extends"));
	add_mapping(s, json_object_in(s->document, "then"), root->shape,
		    OVERLAY, root);
	add_mapping(s, json_object_in(s->document, "else"), root->shape, WHOLE,
		    root);
}

void json_schema(const struct schema_root *root, enum schema_draft draft,
		 struct buf *out)
{
	struct arena a = {0};
	struct schema s = {.a = &a, .document = json_foreign()};

	s.definitions_key = draft == SCHEMA_2020_12 ? "$defs" : "definitions";
	json_text(s.document, "$schema",
		  draft == SCHEMA_2020_12
			  ? STR("https://json-schema.org/draft/2020-12/schema")
			  : STR("http://json-schema.org/draft-07/schema#"));
	json_text(s.document, "title", str_of(root->shape->what));
	s.definitions = json_object_in(s.document, s.definitions_key);
	add_root(&s, root);
	json_finish(s.document, JSON_PRETTY, out);
	arena_release(&a);
}
