#include "yaml-suite/events.h"

#include "base/buf.h"

struct reader {
	struct arena *arena;
	const struct doc *doc;
	struct str rest; /* lines not read yet */
};

/* The next line but those that open and close streams and documents. */
static struct str next_line(struct reader *r)
{
	while (r->rest.len) {
		size_t end = str_index(r->rest, '\n');
		struct str line = str_head(r->rest, end);

		r->rest = str_from(r->rest, end + 1);
		if (!str_starts(str_from(line, 1), STR("STR")) &&
		    !str_starts(str_from(line, 1), STR("DOC")))
			return line;
	}
	return (struct str){0};
}

static char escaped(char c)
{
	switch (c) {
	case 'n':
		return '\n';
	case 't':
		return '\t';
	case 'r':
		return '\r';
	case 'b':
		return '\b';
	}
	return c;
}

static struct str unescape(struct arena *a, struct str s)
{
	char *out = arena_alloc(a, s.len + 1);
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] == '\\' && i + 1 < s.len)
			out[n++] = escaped(s.ptr[++i]);
		else
			out[n++] = s.ptr[i];
	}
	return (struct str){out, n};
}

/* `=VAL &anchor <tag> :text`, the last part with its style in front. */
static bool scalar_matches(struct reader *r, const struct node *n,
			   struct str line)
{
	bool tagged = false;
	struct str text;

	line = str_from(line, strlen("=VAL "));
	while (line.len && (*line.ptr == '&' || *line.ptr == '<')) {
		tagged |= *line.ptr == '<';
		line = str_from(line, str_index(line, ' ') + 1);
	}
	if (!line.len || n->kind != NODE_SCALAR)
		return false;
	text = unescape(r->arena, str_from(line, 1));
	if (!tagged && (*line.ptr == ':') != !!(n->flags & NODE_PLAIN))
		return false;
	return str_eq(doc_text(r->doc, n), text);
}

static bool node_matches(struct reader *r, const struct node *n);

static bool children_match(struct reader *r, const struct node *n,
			   struct str end)
{
	for_each_item(child, n)
		if (!node_matches(r, child))
			return false;
	return str_starts(next_line(r), end);
}

static bool node_matches(struct reader *r, const struct node *n)
{
	struct str line = next_line(r);

	if (str_starts(line, STR("=ALI")))
		return n->flags & NODE_ALIAS;
	if (str_starts(line, STR("=VAL")))
		return scalar_matches(r, n, line);
	if (str_starts(line, STR("+SEQ")))
		return n->kind == NODE_LIST && children_match(r, n, STR("-SEQ"));
	if (str_starts(line, STR("+MAP")))
		return n->kind == NODE_MAP && children_match(r, n, STR("-MAP"));
	return false;
}

bool events_match(struct arena *a, const struct doc *doc, struct str events)
{
	struct reader r = {.arena = a, .doc = doc, .rest = events};

	return doc->nodes && node_matches(&r, doc->nodes) &&
	       next_line(&r).len == 0;
}
