/* Any bytes as a document: every node and every finding lies in the file, and
 * children lie in their parents' run of nodes. */
#include "fuzz/fuzz.h"

#include "doc/doc.h"

#include <stdlib.h>

static void must(bool truth)
{
	if (!truth)
		abort();
}

static void check_findings(const struct diag *d, const struct source *s)
{
	for_each(f, &d->findings) {
		must(f->span.source == s);
		must(f->span.at <= f->span.end);
		must(f->span.end <= s->text.len);
		must(f->message.len > 0);
	}
}

static void check_nodes(const struct doc *doc, const struct source *s)
{
	for (uint32_t i = 0; i < doc->n; i++) {
		const struct node *n = &doc->nodes[i];

		must(n->at <= n->end && n->end <= s->text.len);
		must(n->size >= 1 && i + n->size <= doc->n);
		if (n->kind == NODE_SCALAR)
			must(n->size == 1 && doc_text(doc, n).len == n->len);
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
	doc_paths(&doc, &d);
	doc_release(&doc);
	arena_release(&a);
	return 0;
}
