/* Any bytes that are a document: laid out, they say what they said, have the
 * comments that they had, and are laid out. */
#include "fuzz/fuzz.h"

#include "support/tidied.h"

static void check(struct str text, const struct shape *shape)
{
	struct arena a = {0};
	struct buf out = {0};
	struct tidied t;

	tidied_parse(&t, &a, text);
	if (t.doc.n && !t.diag.errors) {
		const char *broken = tidied_check(text, shape, &a, &out);

		if (broken)
			fprintf(stderr, "%s\n%.*s", broken,
				STR_ARG(buf_str(&out)));
		MUST(!broken);
	}
	buf_release(&out);
	doc_release(&t.doc);
	arena_release(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = {(const char *)data, size};

	if (size < 100000) {
		check(text, &ladder_shape);
		check(text, &assessment_shape);
	}
	return 0;
}
