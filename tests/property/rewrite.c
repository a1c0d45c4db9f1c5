#include "property/rewrite.h"

#include "support/test.h"
#include "text/utf8.h"

struct rewrite {
	const struct doc *doc;
	struct dice *dice;
	struct buf *out;
	uint32_t anchors;
};

static bool chance(struct rewrite *r, uint32_t n)
{
	return dice_once_in(r->dice, n);
}

static void write(struct rewrite *r, const char *z)
{
	buf_z(r->out, z);
}

static struct str text_of(struct rewrite *r, const struct node *n)
{
	return doc_text(r->doc, n);
}

/* --- scalars ------------------------------------------------------------- */

/* Words that mean something else without quotes, or with them. */
static bool is_special(struct str s)
{
	static const char *const words[] = {"true",  "True",  "TRUE", "false",
					    "False", "FALSE", "null", "Null",
					    "NULL",  "~"};

	for (size_t i = 0; i < N_OF(words); i++)
		if (str_is(s, words[i]))
			return true;
	return !s.len || (strchr("0123456789-.+", s.ptr[0]) &&
			  str_index(s, ' ') == s.len);
}

static bool is_plain_char(char c, bool flow)
{
	return (unsigned char)c >= 0x80 || (c >= 'a' && c <= 'z') ||
	       (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       (c && strchr(" ./-_()'\"!?", c)) || (c == ',' && !flow);
}

static bool can_be_plain(struct str s, bool flow)
{
	if (is_special(s) || strchr(" '\"!?/_()-.+,0123456789", s.ptr[0]) ||
	    s.ptr[s.len - 1] == ' ')
		return false;
	for (size_t i = 0; i < s.len; i++)
		if (!is_plain_char(s.ptr[i], flow))
			return false;
	return true;
}

static void write_double(struct rewrite *r, struct str s)
{
	buf_char(r->out, '"');
	for (uint32_t at = 0, len; at < s.len; at += len) {
		uint32_t c = utf8_decode(str_from(s, at), &len);

		if (c == '"' || c == '\\')
			buf_printf(r->out, "\\%c", (int)c);
		else if (c == '\n')
			write(r, "\\n");
		else if (chance(r, 20))
			buf_printf(r->out, "\\U%08X", (unsigned)c);
		else
			buf_add(r->out, str_head(str_from(s, at), len));
	}
	buf_char(r->out, '"');
}

static void write_single(struct rewrite *r, struct str s)
{
	buf_char(r->out, '\'');
	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] == '\'')
			buf_char(r->out, '\'');
		buf_char(r->out, s.ptr[i]);
	}
	buf_char(r->out, '\'');
}

static bool has_newline(struct str s)
{
	return str_index(s, '\n') < s.len;
}

static void write_text(struct rewrite *r, const struct node *n, bool flow)
{
	struct str s = text_of(r, n);
	bool plain = n->flags & NODE_PLAIN;

	if (n->flags & NODE_NULL)
		write(r, chance(r, 2) ? "~" : "null");
	else if (plain &&
		 (is_special(s) || (chance(r, 2) && can_be_plain(s, flow))))
		buf_add(r->out, s);
	else if (!plain && chance(r, 3) && can_be_plain(s, flow))
		buf_add(r->out, s);
	else if (chance(r, 2) || has_newline(s))
		write_double(r, s);
	else
		write_single(r, s);
}

static void maybe_anchor(struct rewrite *r)
{
	if (chance(r, 25))
		buf_printf(r->out, "&n%u ", r->anchors++);
}

/* --- order --------------------------------------------------------------- */

/* Whether the order of what stands under this key means something. */
static bool is_ordered(struct rewrite *r, const struct node *key)
{
	static const char *const words[] = {"competencies", "tracks",
					    "scores",	    "categories",
					    "retired",	    "attributes"};

	for (size_t i = 0; key && i < N_OF(words); i++)
		if (str_is(text_of(r, key), words[i]))
			return true;
	return false;
}

/* The keys of a mapping in the order in which they are written. */
static const struct node **keys_of(struct rewrite *r, const struct node *map,
				   const struct node *above, struct arena *a)
{
	const struct node **keys = ARENA_ARRAY(a, map->len,
					       const struct node *);
	uint32_t n = 0;

	for_each_key(key, map) {
		uint32_t i = n++;

		keys[i] = key;
		if (is_ordered(r, above))
			continue;
		i = dice_below(r->dice, n);
		keys[n - 1] = keys[i];
		keys[i] = key;
	}
	return keys;
}

/* --- collections --------------------------------------------------------- */

static void write_flow(struct rewrite *r, const struct node *n,
		       const struct node *key);

static void write_flow_map(struct rewrite *r, const struct node *n,
			   const struct node *above)
{
	struct arena a = {0};
	const struct node **keys = keys_of(r, n, above, &a);

	buf_char(r->out, '{');
	for (uint32_t i = 0; i < n->len; i++) {
		write(r, !i ? "" : chance(r, 10) ? ",\n      " : ", ");
		write_text(r, keys[i], true);
		write(r, ": ");
		write_flow(r, keys[i] + 1, keys[i]);
	}
	buf_char(r->out, '}');
	arena_release(&a);
}

static void write_flow(struct rewrite *r, const struct node *n,
		       const struct node *key)
{
	const char *comma = "";

	if (n->kind == NODE_SCALAR) {
		write_text(r, n, true);
	} else if (n->kind == NODE_MAP) {
		write_flow_map(r, n, key);
	} else {
		buf_char(r->out, '[');
		for_each_item(item, n) {
			write(r, comma);
			write_flow(r, item, NULL);
			comma = chance(r, 8) ? ",\n      " : ", ";
		}
		buf_char(r->out, ']');
	}
}

static void end_line(struct rewrite *r)
{
	write(r, chance(r, 15) ? "  # a remark: \"{[\n" : "\n");
}

/* A literal block can hold it. */
static bool can_be_literal(struct str s)
{
	return s.len && s.ptr[0] != ' ' && s.ptr[0] != '\n' &&
	       s.ptr[0] != '\t' && s.ptr[s.len - 1] != '\n' &&
	       s.ptr[s.len - 1] != ' ';
}

static void write_literal(struct rewrite *r, struct str s, size_t indent)
{
	write(r, "|-\n");
	while (s.len) {
		struct str line = str_head(s, str_index(s, '\n'));

		if (line.len)
			buf_fill(r->out, ' ', indent + 3);
		buf_add(r->out, line);
		buf_char(r->out, '\n');
		s = str_from(s, line.len + 1);
	}
}

static void write_block(struct rewrite *r, const struct node *n,
			const struct node *key, size_t indent);

/* What stands behind "key:" or "-", to the end of the line or beyond. */
static void write_value(struct rewrite *r, const struct node *n,
			const struct node *key, size_t indent)
{
	bool flow = n->kind != NODE_SCALAR &&
		    (n->len == 0 || (indent > 2 && chance(r, 5)));

	if (n->kind != NODE_SCALAR && !flow) {
		if (chance(r, 30))
			buf_printf(r->out, " &n%u", r->anchors++);
		end_line(r);
		write_block(r, n, key,
			    indent + (n->kind == NODE_LIST && key
					      ? 2 * dice_below(r->dice, 2)
					      : 2));
		return;
	}
	buf_char(r->out, ' ');
	maybe_anchor(r);
	if (flow) {
		write_flow(r, n, key);
	} else if (!(n->flags & NODE_PLAIN && is_special(text_of(r, n))) &&
		   can_be_literal(text_of(r, n)) && chance(r, 6)) {
		write_literal(r, text_of(r, n), indent);
		return;
	} else {
		write_text(r, n, false);
	}
	end_line(r);
}

static void begin_line(struct rewrite *r, size_t indent)
{
	if (chance(r, 20)) {
		buf_fill(r->out, ' ', indent);
		write(r, "# a line of its own\n\n");
	}
	buf_fill(r->out, ' ', indent);
}

static void write_block(struct rewrite *r, const struct node *n,
			const struct node *key, size_t indent)
{
	struct arena a = {0};
	const struct node **keys;

	if (n->kind == NODE_LIST) {
		for_each_item(item, n) {
			begin_line(r, indent);
			buf_char(r->out, '-');
			write_value(r, item, NULL, indent);
		}
		return;
	}
	keys = keys_of(r, n, key, &a);
	for (uint32_t i = 0; i < n->len; i++) {
		begin_line(r, indent);
		write_text(r, keys[i], false);
		buf_char(r->out, ':');
		write_value(r, keys[i] + 1, keys[i], indent);
	}
	arena_release(&a);
}

static void with_crlf(struct buf *out)
{
	struct buf copy = {0};

	for (size_t i = 0; i < out->len; i++) {
		if (out->ptr[i] == '\n')
			buf_char(&copy, '\r');
		buf_char(&copy, out->ptr[i]);
	}
	buf_release(out);
	*out = copy;
}

void rewrite(const struct doc *doc, struct dice *dice, struct buf *out)
{
	struct rewrite r = {.doc = doc, .dice = dice, .out = out};

	if (chance(&r, 3))
		write(&r, "\xef\xbb\xbf");
	if (chance(&r, 3))
		write(&r, "%YAML 1.2\n---\n");
	if (chance(&r, 6))
		write_flow(&r, doc->nodes, NULL);
	else
		write_block(&r, doc->nodes, NULL, 0);
	if (chance(&r, 2))
		with_crlf(out);
}
