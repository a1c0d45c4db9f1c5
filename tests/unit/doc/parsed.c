#include "parsed.h"

#include "support/test.h"

void parsed_init(struct parsed *p, struct str text, const struct limits *limits)
{
	*p = (struct parsed){.source = {.name = STR("f"), .text = text}};
	p->source.arena = &p->arena;
	p->diag.arena = &p->arena;
	p->doc = doc_parse(&p->arena, &p->source,
			   limits ? limits : &limits_default, &p->diag);
}

void parsed_release(struct parsed *p)
{
	doc_release(&p->doc);
	arena_release(&p->arena);
}

static const struct node *item(const struct node *list, struct str number)
{
	uint32_t n = (uint32_t)(number.ptr[0] - '0');

	for_each_item(i, list)
		if (n-- == 0)
			return i;
	return NULL;
}

const struct node *parsed_at(struct parsed *p, const char *path)
{
	const struct node *n = p->doc.nodes;
	struct str rest = str_of(path);

	while (n && rest.len) {
		struct str word = str_head(rest, str_index(rest, '.'));

		n = n->kind == NODE_MAP	   ? doc_find(&p->doc, n, word)
		    : n->kind == NODE_LIST ? item(n, word)
					   : NULL;
		rest = str_from(rest, word.len + 1);
	}
	if (!n)
		fail_msg("there is no %s", path);
	return n;
}

static void dump_node(struct parsed *p, const struct node *n, struct buf *out)
{
	const char *comma = "";

	if (n->kind == NODE_SCALAR && n->flags & NODE_NULL) {
		buf_z(out, "null");
	} else if (n->kind == NODE_SCALAR) {
		buf_char(out, '\'');
		buf_add(out, doc_text(&p->doc, n));
		buf_char(out, '\'');
	} else if (n->kind == NODE_LIST) {
		buf_char(out, '[');
		for_each_item(i, n) {
			buf_z(out, comma);
			dump_node(p, i, out);
			comma = ", ";
		}
		buf_char(out, ']');
	} else {
		buf_char(out, '{');
		for_each_key(key, n) {
			buf_z(out, comma);
			buf_add(out, doc_text(&p->doc, key));
			buf_z(out, ": ");
			dump_node(p, key + 1, out);
			comma = ", ";
		}
		buf_char(out, '}');
	}
}

const char *parsed_dump(struct parsed *p)
{
	struct buf out = {0};
	const char *copy;

	if (p->doc.n)
		dump_node(p, p->doc.nodes, &out);
	copy = arena_str(&p->arena, buf_str(&out)).ptr;
	buf_release(&out);
	return copy;
}

const char *parsed_findings(struct parsed *p)
{
	struct buf out = {0};
	const char *copy;

	diag_sort(&p->diag);
	for_each(f, &p->diag.findings) {
		struct place at = source_place(&p->source, f->span.at);

		buf_printf(&out, "%u:%u %s\n", at.line, at.column,
			   code_table[f->code].id);
	}
	copy = arena_str(&p->arena, buf_str(&out)).ptr;
	buf_release(&out);
	return copy;
}

static void check_node(struct parsed *p, uint32_t i)
{
	const struct doc *doc = &p->doc;
	const struct node *n = &doc->nodes[i];
	uint32_t items = 0, at = i + 1;

	assert_true(n->at <= n->end);
	assert_true(n->end <= p->source.text.len);
	assert_true(n->size >= 1 && i + n->size <= doc->n);
	if (n->kind == NODE_SCALAR) {
		assert_int_equal(n->size, 1);
		assert_non_null(doc_text(doc, n).ptr);
		return;
	}
	for (; at < i + n->size; at += doc->nodes[at].size, items++)
		/* what an alias stands for lies elsewhere */
		if (!(n->flags & NODE_ALIAS)) {
			assert_true(doc->nodes[at].at >= n->at);
			assert_true(doc->nodes[at].end <= n->end);
		}
	assert_int_equal(at, i + n->size);
	assert_int_equal(n->len, n->kind == NODE_MAP ? items / 2 : items);
	if (n->kind == NODE_MAP)
		assert_int_equal(items % 2, 0);
}

void parsed_check_tree(struct parsed *p)
{
	uint32_t i = 0;

	if (!p->doc.n)
		return;
	assert_int_equal(p->doc.nodes[0].size, p->doc.n);
	while (i < p->doc.n) {
		const struct node *n = &p->doc.nodes[i];

		check_node(p, i);
		i += n->flags & NODE_ALIAS ? n->size : 1;
	}
}

void check_parse(struct str text, const char *dump, const char *findings,
		 const char *file, int line)
{
	struct parsed p;
	const char *found, *read;

	parsed_init(&p, text, NULL);
	read = parsed_dump(&p);
	found = parsed_findings(&p);
	if (strcmp(found, findings) != 0 || (dump && strcmp(read, dump) != 0)) {
		print_error("found:\n%s%s\nexpected:\n%s%s\n", found, read,
			    findings, dump ? dump : "");
		for_each(f, &p.diag.findings)
			print_error("%s %s\n", code_table[f->code].id,
				    f->message.ptr);
		_fail(file, line);
	}
	parsed_check_tree(&p);
	parsed_release(&p);
}
