/* Random edits of any bytes that are a document: what comes out is what was
 * edited, or nothing. */
#include "fuzz/fuzz.h"

#include "support/random_edits.h"

struct parsed {
	struct source source;
	struct diag diag;
	struct doc doc;
};

static void parse(struct parsed *p, struct arena *a, struct str text)
{
	*p = (struct parsed){.source = {.name = STR("f"), .text = text}};
	p->source.arena = p->diag.arena = a;
	p->doc = doc_parse(a, &p->source, &limits_default, &p->diag);
}

static void check_edited(const struct random_edits *r, struct str text)
{
	struct random_edits none = {0};
	struct buf expected = {0}, got = {0};
	struct parsed now;

	dump_edited(r, r->doc, r->doc->nodes, &expected);
	parse(&now, r->arena, text);
	MUST(now.doc.n > 0);
	dump_edited(&none, &now.doc, now.doc.nodes, &got);
	MUST(str_eq(buf_str(&expected), buf_str(&got)));
	buf_release(&expected);
	buf_release(&got);
	doc_release(&now.doc);
}

/* The dice fall as the bytes want it. */
static uint64_t seed_of(const uint8_t *data, size_t size)
{
	struct str all = {(const char *)data, size};
	uint64_t seed = 14695981039346656037u;

	for (size_t i = 0; i < all.len; i++)
		seed = (seed ^ data[i]) * 1099511628211u;
	return seed;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = {0};
	struct dice dice = {seed_of(data, size)};
	struct buf out = {0};
	struct parsed p;
	struct edit e;
	struct random_edits r = {
		.doc = &p.doc, .edit = &e, .dice = &dice, .arena = &a};

	parse(&p, &a, (struct str){(const char *)data, size});
	edit_init(&e, &p.doc, &a);
	if (p.doc.n && size < 100000) {
		random_edits_ask(&r, 1 + dice_below(&dice, 6));
		if (edit_text(&e, &out) && r.list.n)
			check_edited(&r, buf_str(&out));
		else
			MUST(!r.list.n || !out.len);
	}
	buf_release(&out);
	doc_release(&p.doc);
	arena_release(&a);
	return 0;
}
