#include "doc/entry.h"

/* --- bytes --------------------------------------------------------------- */

struct str doc_bytes(const struct doc *doc)
{
	return doc->files.at[0].source->text;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static uint32_t text_start(struct str text)
{
	return str_starts(text, STR("\xef\xbb\xbf")) ? 3 : 0;
}

uint32_t line_start(const struct doc *doc, uint32_t at)
{
	struct source *source = doc->files.at[0].source;
	uint32_t line = source_line_number(source, at);
	uint32_t start = source_line_at(source, line);

	return line == 1 ? text_start(source->text) : start;
}

uint32_t line_stop(struct str text, uint32_t at)
{
	uint32_t stop = at + (uint32_t)str_index(str_from(text, at), '\n');

	if (stop > at && stop < text.len && text.ptr[stop - 1] == '\r')
		stop--;
	return stop;
}

uint32_t line_after(struct str text, uint32_t at)
{
	uint32_t stop = at + (uint32_t)str_index(str_from(text, at), '\n');

	return stop < text.len ? stop + 1 : stop;
}

bool is_blank_between(struct str text, uint32_t from, uint32_t to)
{
	while (from < to && (is_blank(text.ptr[from]) ||
			     text.ptr[from] == '\r' || text.ptr[from] == '\n'))
		from++;
	return from >= to;
}

uint32_t back_over_blanks(struct str text, uint32_t at)
{
	while (at && is_blank(text.ptr[at - 1]))
		at--;
	return at;
}

static uint32_t skip_blanks(struct str text, uint32_t at)
{
	while (at < text.len && is_blank(text.ptr[at]))
		at++;
	return at;
}

uint32_t skip_space(struct str text, uint32_t at)
{
	while (at < text.len) {
		char c = text.ptr[at];

		if (c == '#')
			at = line_stop(text, at);
		else if (is_blank(c) || c == '\r' || c == '\n')
			at++;
		else
			break;
	}
	return at;
}

/* --- entries ------------------------------------------------------------- */

bool node_is_flow(const struct doc *doc, const struct node *collection)
{
	struct str text = doc_bytes(doc);
	char c = collection->at < text.len ? text.ptr[collection->at] : ' ';

	return collection->kind != NODE_SCALAR && (c == '{' || c == '[');
}

/* An empty value may be given the place of what follows it. */
static uint32_t end_of(const struct doc *doc, const struct node *n)
{
	struct str text = doc_bytes(doc);
	uint32_t end = n->end;

	if (n->at == n->end)
		while (end && is_blank_between(text, end - 1, end))
			end--;
	return end;
}

static struct entry entry_at(const struct doc *doc, uint32_t from,
			     const struct node *node, bool pair, bool flow)
{
	struct str text = doc_bytes(doc);
	struct entry e = {.node = node, .value = pair ? node + 1 : node};
	uint32_t comma;

	e.at = skip_space(text, from);
	if (e.at > node->at)
		e.at = node->at;
	e.end = end_of(doc, e.value);
	if (e.end < node->end)
		e.end = node->end;
	comma = skip_space(text, e.end);
	e.comma = flow && comma < text.len && text.ptr[comma] == ',' ? comma + 1
								     : e.end;
	e.line = line_start(doc, e.at);
	e.column = e.at - e.line;
	e.begins_line = back_over_blanks(text, e.at) <= e.line;
	return e;
}

struct entry *entries_of(const struct doc *doc, const struct node *collection,
			 struct arena *a, uint32_t *n)
{
	struct entry *list = ARENA_ARRAY(a, collection->len + 1, struct entry);
	bool pair = collection->kind == NODE_MAP;
	bool flow = node_is_flow(doc, collection);
	uint32_t from = collection->at + flow;

	*n = 0;
	for (const struct node *node = collection + 1;
	     node < node_next(collection);) {
		list[*n] = entry_at(doc, from, node, pair, flow);
		from = list[*n].comma;
		node = node_next(list[*n].value);
		++*n;
	}
	return list;
}

/* --- comments ------------------------------------------------------------ */

/* The column of a line that holds a comment alone, or -1. */
static int64_t comment_column(struct str text, uint32_t line)
{
	uint32_t at = skip_blanks(text, line);

	return at < text.len && text.ptr[at] == '#' ? (int64_t)(at - line) : -1;
}

uint32_t entry_lead(const struct doc *doc, const struct entry *e)
{
	struct str text = doc_bytes(doc);
	uint32_t lead = e->line;

	if (!e->begins_line)
		return lead;
	while (lead > text_start(text)) {
		uint32_t above = line_start(doc, lead - 1);

		if (comment_column(text, above) != e->column)
			break;
		lead = above;
	}
	return lead;
}

/* Whether the text of an entry ends in a block scalar that keeps the empty
 * lines behind it (`|+`). */
static bool keeps_lines(const struct doc *doc, const struct entry *e)
{
	const struct node *last = node_next(e->value) - 1;
	struct str text = doc_bytes(doc), head;

	if (e->value->flags & NODE_ALIAS || last->kind != NODE_SCALAR ||
	    last->at == last->end ||
	    (text.ptr[last->at] != '|' && text.ptr[last->at] != '>'))
		return false;
	head = (struct str){text.ptr + last->at,
			    line_stop(text, last->at) - last->at};
	return str_index(str_head(head, 3), '+') < 3;
}

static uint32_t skip_empty_lines(struct str text, uint32_t line)
{
	while (line < text.len &&
	       is_blank_between(text, line, line_stop(text, line)))
		line = line_after(text, line);
	return line;
}

uint32_t entry_tail(const struct doc *doc, const struct entry *e)
{
	struct str text = doc_bytes(doc);
	uint32_t tail = line_after(text, e->end);

	if (keeps_lines(doc, e))
		return skip_empty_lines(text, tail);
	for (;;) {
		uint32_t line = skip_empty_lines(text, tail);

		if (comment_column(text, line) <= (int64_t)e->column)
			return tail;
		tail = line_after(text, line);
	}
}

bool entry_owns_lines(const struct doc *doc, const struct entry *e)
{
	struct str text = doc_bytes(doc);
	uint32_t at = skip_blanks(text, e->end);

	if (!e->begins_line)
		return false;
	if (at < text.len && text.ptr[at] == ',')
		at = skip_blanks(text, at + 1);
	else if (e->comma > e->end)
		return false;
	return at >= text.len || strchr("\r\n#", text.ptr[at]);
}

/* --- what stands before a value ------------------------------------------ */

static bool ends_property(char c)
{
	return is_blank(c) || c == '\r' || c == '\n' || c == ',' || c == ']' ||
	       c == '}';
}

uint32_t intro_end(const struct doc *doc, uint32_t from,
		   const struct node *value)
{
	struct str text = doc_bytes(doc);
	uint32_t at = skip_space(text, from), end = from;

	if (at < text.len && (text.ptr[at] == ':' || text.ptr[at] == '-'))
		end = ++at;
	for (at = skip_space(text, end); at < text.len && at < value->at;
	     at = skip_space(text, end)) {
		if (text.ptr[at] != '&' && text.ptr[at] != '!')
			break;
		while (at < text.len && !ends_property(text.ptr[at]))
			at++;
		end = at;
	}
	return end;
}
