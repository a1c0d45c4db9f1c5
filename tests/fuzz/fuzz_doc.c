/* Any bytes as a document: every node and every finding lies in the file, and
 * children lie in their parents' run of nodes; comments come in order. */
#include "fuzz/fuzz.h"

#include "doc/comments.h"

static void check_findings(const struct diag *d, const struct source *s)
{
	for_each(f, &d->findings) {
		MUST(f->span.source == s);
		MUST(f->span.at <= f->span.end);
		MUST(f->span.end <= s->text.len);
		MUST(f->message.len > 0);
	}
}

/* Pairs of a mapping or items of a list, each inside its run of nodes. */
static uint32_t count_items(const struct node *n)
{
	const struct node *end = n + n->size;
	uint32_t items = 0;

	if (n->kind == NODE_MAP) {
		for_each_key(key, n) {
			MUST(key->kind == NODE_SCALAR && key + 1 < end);
			items++;
		}
	} else {
		for_each_item(item, n) {
			MUST(item + item->size <= end);
			items++;
		}
	}
	return items;
}

static void check_nodes(const struct doc *doc, const struct source *s)
{
	for (uint32_t i = 0; i < doc->n; i++) {
		const struct node *n = &doc->nodes[i];

		MUST(n->at <= n->end && n->end <= s->text.len);
		MUST(n->size >= 1 && i + n->size <= doc->n);
		if (n->kind == NODE_SCALAR)
			MUST(n->size == 1 && doc_text(doc, n).len == n->len);
		else
			MUST(count_items(n) == n->len);
	}
}

static void check_comments(const struct doc *doc, const struct source *s,
			   struct arena *a)
{
	comments_list comments = comments_of(doc, a);
	uint32_t last = 0;

	for_each(c, &comments) {
		MUST(last <= c->at && c->at < c->end && c->end <= s->text.len);
		MUST(s->text.ptr[c->at] == '#');
		MUST(c->from <= c->to && c->to <= s->text.len);
		last = c->end;
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = {0};
	struct source s = {.name = STR("input"), .arena = &a};
	struct diag d = {.arena = &a};
	struct doc doc;

	s.text = (struct str){(const char *)data, size};
	doc = doc_parse(&a, &s, &limits_default, &d);
	diag_sort(&d);
	check_findings(&d, &s);
	check_nodes(&doc, &s);
	if (!doc.refused)
		check_comments(&doc, &s, &a);
	doc_paths(&doc, &d);
	doc_release(&doc);
	arena_release(&a);
	return 0;
}
