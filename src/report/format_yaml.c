#include "report/format_yaml.h"

#include "doc/scalar.h"
#include "doc/tidy.h"
#include "model/canon.h"
#include "model/fields.h"

enum { INDENT = 2 };

/* --- scalars ------------------------------------------------------------- */

/* Whether a scalar that was plain may be plain again: one line, and nothing
 * that ends it in block style. */
static bool stays_plain(const struct node *n, struct str text)
{
	if (!(n->flags & NODE_PLAIN) || !text.len)
		return false;
	for (size_t i = 0; i < text.len; i++) {
		bool more = i + 1 < text.len;

		if ((unsigned char)text.ptr[i] < ' ' ||
		    (text.ptr[i] == ':' && (!more || text.ptr[i + 1] == ' ')) ||
		    (text.ptr[i] == ' ' && more && text.ptr[i + 1] == '#'))
			return false;
	}
	return true;
}

static void add_scalar(const struct doc *doc, const struct node *n,
		       struct buf *out)
{
	struct str text = doc_text(doc, n);

	if (n->flags & NODE_NULL)
		buf_char(out, '~');
	else if (stays_plain(n, text))
		buf_add(out, text);
	else
		scalar_write_quoted(out, text);
}

/* --- mappings and lists -------------------------------------------------- */

static void add_node(const struct doc *doc, const struct node *n, size_t indent,
		     bool in_line, struct buf *out);

static bool is_empty(const struct node *n)
{
	return n->kind != NODE_SCALAR && n->len == 0;
}

/* What stands behind "key:" goes on the line where it is one word. */
static void add_value(const struct doc *doc, const struct node *n,
		      size_t indent, struct buf *out)
{
	if (n->kind == NODE_SCALAR || is_empty(n)) {
		buf_char(out, ' ');
		add_node(doc, n, indent, true, out);
	} else {
		buf_char(out, '\n');
		add_node(doc, n, indent, false, out);
	}
}

/* The first line of a mapping inside a list stands behind its "- ". */
static void add_map(const struct doc *doc, const struct node *map,
		    size_t indent, bool in_line, struct buf *out)
{
	bool root = map == doc->nodes;

	for_each_key(key, map) {
		if (root && str_is(doc_text(doc, key), "extends"))
			continue;
		if (!in_line)
			buf_fill(out, ' ', indent);
		in_line = false;
		add_scalar(doc, key, out);
		buf_char(out, ':');
		add_value(doc, key + 1, indent + INDENT, out);
	}
}

static void add_list(const struct doc *doc, const struct node *list,
		     size_t indent, bool in_line, struct buf *out)
{
	for_each_item(item, list) {
		if (!in_line)
			buf_fill(out, ' ', indent);
		in_line = false;
		buf_z(out, "- ");
		add_node(doc, item, indent + INDENT, true, out);
	}
}

/* Depth is bounded by the limit on nesting. */
static void add_node(const struct doc *doc, const struct node *n, size_t indent,
		     bool in_line, struct buf *out)
{
	if (is_empty(n)) {
		buf_z(out, n->kind == NODE_MAP ? "{}\n" : "[]\n");
		return;
	}
	switch ((enum node_kind)n->kind) {
	case NODE_MAP:
		add_map(doc, n, indent, in_line, out);
		return;
	case NODE_LIST:
		add_list(doc, n, indent, in_line, out);
		return;
	case NODE_SCALAR:
		add_scalar(doc, n, out);
		buf_char(out, '\n');
		return;
	}
}

/* --- layout -------------------------------------------------------------- */

/* Adds it as `ladder fmt` would have it. A ladder that only limits above the
 * usual ones let in stays as it is. */
static void lay_out(struct str text, struct arena *a, struct buf *out)
{
	struct source source = {.name = STR("ladder"), .text = text, .arena = a};
	struct diag unheard = {.arena = a};
	struct doc doc = doc_parse(a, &source, &limits_default, &unheard);

	if (unheard.errors)
		buf_add(out, text);
	else
		tidy_text(&doc, canon_order(&doc, &ladder_shape, a), a, out);
	doc_release(&doc);
}

void yaml_ladder(const struct ladder *l, struct buf *out)
{
	struct arena scratch = {0};
	struct buf text = {0};

	add_node(&l->doc, l->doc.nodes, 0, false, &text);
	lay_out(buf_str(&text), &scratch, out);
	buf_release(&text);
	arena_release(&scratch);
}
