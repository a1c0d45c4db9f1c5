#include "report/format_json.h"

#include "base/date.h"
#include "base/decimal.h"
#include "text/safe.h"
#include "text/utf8.h"

#include <cjson/cJSON.h>

#include <stdio.h>

enum {
	LINE_MOST = 120, /* what fits stays on one line */
	STEP = 2,        /* each depth is indented by */
};

/* cJSON answers NULL where memory is gone. */
static cJSON *there(cJSON *value)
{
	if (!value)
		oom();
	return value;
}

static cJSON *add(cJSON *object, const char *key, cJSON *value)
{
	if (!cJSON_AddItemToObject(object, key, there(value)))
		oom();
	return value;
}

static cJSON *append(cJSON *list, cJSON *value)
{
	if (!cJSON_AddItemToArray(list, there(value)))
		oom();
	return value;
}

cJSON *json_document(const char *kind)
{
	cJSON *document = there(cJSON_CreateObject());

	json_text(document, "format_version", STR("1.0"));
	json_text(document, "kind", str_of(kind));
	return document;
}

cJSON *json_foreign(void)
{
	return there(cJSON_CreateObject());
}

cJSON *json_foreign_list(void)
{
	return there(cJSON_CreateArray());
}

cJSON *json_list_in(cJSON *object, const char *key)
{
	return add(object, key, cJSON_CreateArray());
}

cJSON *json_object_in(cJSON *object, const char *key)
{
	return add(object, key, cJSON_CreateObject());
}

cJSON *json_item(cJSON *list)
{
	return append(list, cJSON_CreateObject());
}

void json_null(cJSON *object, const char *key)
{
	add(object, key, cJSON_CreateNull());
}

void json_bool(cJSON *object, const char *key, bool value)
{
	add(object, key, cJSON_CreateBool(value));
}

void json_figure(cJSON *object, const char *key, int64_t thousandths)
{
	char text[25];

	add(object, key, cJSON_CreateRaw(decimal_write(thousandths, text)));
}

void json_int(cJSON *object, const char *key, int64_t value)
{
	json_figure(object, key, value * 1000);
}

/* How many bytes at the head of `s` are plain ASCII that JSON and cJSON take
 * as they are: nearly all of what is written goes through here. `#` is left
 * out for print_string. */
static size_t plain_run(struct str s)
{
	size_t n = 0;

	while (n < s.len && s.ptr[n] >= ' ' && s.ptr[n] <= '~' &&
	       s.ptr[n] != '"' && s.ptr[n] != '\\' && s.ptr[n] != '#')
		n++;
	return n;
}

/* Text for cJSON: ended by a NUL, holding none, UTF-8 throughout. */
static cJSON *text_of(struct str s)
{
	char short_text[256];
	struct buf copy = {0};
	cJSON *value;

	if (s.len < sizeof short_text && plain_run(s) == s.len) {
		if (s.len)
			memcpy(short_text, s.ptr, s.len);
		short_text[s.len] = '\0';
		return there(cJSON_CreateString(short_text));
	}

	for (size_t at = 0; at < s.len;) {
		struct str rest = str_from(s, at);
		uint32_t len, c = utf8_decode(rest, &len);

		if (c == UTF8_BAD || c == 0)
			buf_z(&copy, "\xef\xbf\xbd");
		else
			buf_add(&copy, str_head(rest, len));
		at += len;
	}
	buf_char(&copy, '\0');
	value = there(cJSON_CreateString(copy.ptr));
	buf_release(&copy);
	return value;
}

void json_text(cJSON *object, const char *key, struct str text)
{
	add(object, key, text_of(text));
}

void json_some(cJSON *object, const char *key, struct str text)
{
	if (text.len)
		json_text(object, key, text);
}

void json_null_item(cJSON *list)
{
	append(list, cJSON_CreateNull());
}

void json_text_item(cJSON *list, struct str text)
{
	append(list, text_of(text));
}

void json_texts(cJSON *object, const char *key, const struct texts *texts)
{
	cJSON *list = json_list_in(object, key);

	for (uint32_t i = 0; i < texts->n; i++)
		json_text_item(list, texts->at[i]);
}

void json_day(cJSON *object, const char *key, int32_t day)
{
	char text[11];

	if (day != NO_DAY)
		json_text(object, key, str_of(date_write(day, text)));
}

/* --- things that several documents have ---------------------------------- */

void json_ladder_key(cJSON *document, const struct ladder *l)
{
	cJSON *ladder = json_object_in(document, "ladder");

	json_text(ladder, "id", l->head.id);
	json_some(ladder, "version", l->version);
}

cJSON *json_answer(const char *kind, const struct plan_query *q,
		   const struct assessment *as)
{
	cJSON *document = json_document(kind);

	json_ladder_key(document, q->ladder);
	if (as)
		json_some(document, "person", as->person);
	if (q->from)
		json_text(document, "from", q->from->path);
	else
		json_null(document, "from");
	return document;
}

void json_layer(cJSON *object, const struct competency *c)
{
	const char *name = layer_name((enum layer)c->layer);

	if (name)
		json_text(object, "layer", str_of(name));
}

/* Ids have at most 64 bytes. */
static const char *id_key(struct str id, char out[65])
{
	size_t len = id.len < 64 ? id.len : 64;

	memcpy(out, id.ptr, len);
	out[len] = '\0';
	return out;
}

void json_stages(cJSON *object, const char *key, const stage_refs *refs)
{
	cJSON *stages = json_object_in(object, key);
	char id[65];

	for_each(ref, refs)
		json_int(stages, id_key(ref->competency->head.id, id),
			 ref->stage->number);
}

cJSON *json_hours(cJSON *object, const char *key, struct effort effort)
{
	cJSON *hours = json_object_in(object, key);

	json_figure(hours, "min", effort.min * 250);
	json_figure(hours, "max", effort.max * 250);
	return hours;
}

static void add_resource(cJSON *list, const struct resource *r)
{
	cJSON *resource = json_item(list);

	json_text(resource, "title", r->title);
	if (r->type)
		json_text(resource, "type",
			  str_of(resource_types[r->type - 1]));
	json_some(resource, "url", r->url);
	if (r->hours)
		json_figure(resource, "hours", r->hours);
}

void json_evidence(cJSON *object, const struct evidence *const *pieces,
		   uint32_t n)
{
	cJSON *list = json_list_in(object, "evidence");

	for (uint32_t i = 0; i < n; i++) {
		const struct evidence *e = pieces[i];
		cJSON *piece = json_item(list);

		if (e->date_node)
			json_day(piece, "date", e->date);
		json_text(piece, "text", e->text);
		json_some(piece, "url", e->url);
	}
}

void json_rubric(cJSON *object, const struct rubric *r, const bool *met,
		 bool plain)
{
	cJSON *list = json_list_in(object, "behaviours");

	for (uint32_t i = 0; i < r->behaviours.n; i++) {
		const struct behaviour *b = &r->behaviours.at[i];
		cJSON *item = json_item(list);

		json_some(item, "id", b->head.id);
		json_text(item, "text", b->text);
		if (b->optional)
			json_bool(item, "optional", true);
		if (!plain)
			json_bool(item, "met", met && met[i]);
	}
	json_texts(object, "practise", &r->practise);
	json_texts(object, "evidence", &r->evidence);
	list = json_list_in(object, "resources");
	for_each(resource, &r->resources)
		add_resource(list, resource);
}

/* --- writing ------------------------------------------------------------- */

static void print_unit(struct buf *out, uint32_t c)
{
	buf_printf(out, "\\u%04x", (unsigned)c);
}

static void print_escaped(struct buf *out, uint32_t c)
{
	if (c == '\n')
		buf_z(out, "\\n");
	else if (c == '\t')
		buf_z(out, "\\t");
	else if (c < 0x10000)
		print_unit(out, c);
	else {
		print_unit(out, 0xd800 + ((c - 0x10000) >> 10));
		print_unit(out, 0xdc00 + ((c - 0x10000) & 0x3ff));
	}
}

/* A CI runner would take `##[` for an order, a terminal controls for orders:
 * JSON has a way to write them that changes no value. */
static void print_string(struct buf *out, struct str s)
{
	buf_char(out, '"');
	for (size_t at = 0; at < s.len;) {
		struct str rest = str_from(s, at);
		size_t run = plain_run(rest);
		uint32_t len, c;

		buf_add(out, str_head(rest, run));
		at += run;
		if (at == s.len)
			break;
		rest = str_from(rest, run);
		c = utf8_decode(rest, &len);
		if (c == '"' || c == '\\')
			buf_printf(out, "\\%c", (int)c);
		else if (c == '\n' || c == '\t' ||
			 char_class(c) != CHAR_PLAIN ||
			 safe_begins_order(rest))
			print_escaped(out, c);
		else
			buf_add(out, str_head(rest, len));
		at += len;
	}
	buf_char(out, '"');
}

static bool print_compact(struct buf *out, const cJSON *v, size_t most);

static void print_key(struct buf *out, const cJSON *v)
{
	if (!v->string)
		return;
	print_string(out, str_of(v->string));
	buf_z(out, ": ");
}

static bool print_members(struct buf *out, const cJSON *v, size_t most)
{
	bool object = cJSON_IsObject(v);

	buf_char(out, object ? '{' : '[');
	for (const cJSON *child = v->child; child; child = child->next) {
		print_key(out, child);
		if (!print_compact(out, child, most))
			return false;
		if (child->next)
			buf_z(out, ", ");
	}
	buf_char(out, object ? '}' : ']');
	return out->len <= most;
}

/* On one line. False where `out` gets longer than `most`: then not all of it
 * is there, so that what does not fit is not written at every depth anew. */
static bool print_compact(struct buf *out, const cJSON *v, size_t most)
{
	if (cJSON_IsArray(v) || cJSON_IsObject(v))
		return print_members(out, v, most);
	if (cJSON_IsString(v))
		print_string(out, str_of(v->valuestring));
	else if (cJSON_IsRaw(v))
		buf_z(out, v->valuestring);
	else
		buf_z(out, cJSON_IsNull(v)   ? "null"
			   : cJSON_IsTrue(v) ? "true"
					     : "false");
	return out->len <= most;
}

/* An object of nothing but figures and words. */
static bool is_flat(const cJSON *v)
{
	if (!cJSON_IsObject(v))
		return false;
	for (const cJSON *child = v->child; child; child = child->next)
		if (cJSON_IsObject(child) || cJSON_IsArray(child))
			return false;
	return true;
}

/* Whether something is to stand on one line however long that gets. */
static bool is_one_line(const cJSON *v, size_t indent)
{
	return !v->child || (indent && is_flat(v));
}

/* Flat objects take a line each, others where they fit, so that lists of them
 * read, and differ, line by line. `used` is what stands on the line already.
 * Depth is that of our documents:
 * five at most. */
static void print_pretty(struct buf *out, const cJSON *v, size_t indent,
			 size_t used)
{
	bool object = cJSON_IsObject(v);
	size_t start = out->len;

	if (is_one_line(v, indent)) {
		print_compact(out, v, SIZE_MAX);
		return;
	}
	if (indent && used <= LINE_MOST &&
	    print_compact(out, v, start + LINE_MOST - used))
		return;
	out->len = start;
	buf_z(out, object ? "{\n" : "[\n");
	for (const cJSON *child = v->child; child; child = child->next) {
		size_t line = out->len;

		buf_fill(out, ' ', indent + STEP);
		print_key(out, child);
		print_pretty(out, child, indent + STEP,
			     out->len - line);
		buf_z(out, child->next ? ",\n" : "\n");
	}
	buf_fill(out, ' ', indent);
	buf_char(out, object ? '}' : ']');
}

void json_pack(cJSON *list)
{
	cJSON *item = list->child->prev; /* cJSON's way to the last one */
	struct buf text = {0};

	print_pretty(&text, item, 2 * STEP, 2 * STEP);
	buf_char(&text, '\0');
	if (!cJSON_ReplaceItemViaPointer(list, item,
					 there(cJSON_CreateRaw(text.ptr))))
		oom();
	buf_release(&text);
}

void json_finish(cJSON *document, enum json_layout layout, struct buf *out)
{
	if (layout == JSON_LINE)
		print_compact(out, document, SIZE_MAX);
	else
		print_pretty(out, document, 0, 0);
	buf_char(out, '\n');
	cJSON_Delete(document);
}
