/* Any bytes as what `validate` is given: whatever is found is written in every
 * format, in none of which a line is a command of a CI runner that is not
 * `github`'s own, and what can be mended is mended or left as it was. */
#include "fuzz/fuzz.h"
#include "fuzz/nowhere.h"

#include "lint/fix.h"
#include "lint/lint.h"
#include "lint/suppress.h"
#include "model/load.h"
#include "report/findings.h"
#include "report/json.h"
#include "text/safe.h"

/* Nothing that a terminal or a runner obeys, and no half line. */
static void check_written(struct buf *out, bool commands)
{
	struct str text = buf_str(out);

	MUST(!text.len || text.ptr[text.len - 1] == '\n');
	for (size_t at = 0; at < text.len; at += str_index(
						   str_from(text, at), '\n') +
					   1)
		MUST(commands || !str_starts(str_from(text, at), STR("::")));
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.ptr[i];

		MUST(c >= ' ' || c == '\n' || c == '\t');
		MUST(c != 0x7f);
		MUST(!safe_begins_order(str_from(text, i)));
	}
	buf_clear(out);
}

static void write_all(const struct diag *d, struct source *source)
{
	struct report_style style = {.width = 60};
	struct findings_view v = {.diag = d, .files = &source->name,
				  .n_files = 1};
	struct buf out = {0};

	findings_text(d, &style, &out);
	check_written(&out, false);
	findings_gcc(d, &out);
	check_written(&out, false);
	json_findings(d, &out);
	check_written(&out, false);
	json_findings_lines(d, &out);
	check_written(&out, false);
	findings_sarif(&v, &out);
	check_written(&out, false);
	findings_gitlab(&v, &out);
	check_written(&out, false);
	findings_junit(&v, &out);
	check_written(&out, false);
	findings_checkstyle(&v, &out);
	check_written(&out, false);
	findings_github(&v, &out);
	check_written(&out, true);
	buf_release(&out);
}

/* Mends what was found in the file itself. */
static void mend(struct source *source, const struct diag *found)
{
	struct arena a = {0};
	struct diag d = {.arena = &a};
	struct doc doc = doc_parse(&a, source, &limits_default, &d);
	struct buf out = {0};
	struct edit e;

	if (doc.n && !d.errors) {
		edit_init(&e, &doc, &a);
		if (fix_findings(&e, found) && !edit_text(&e, &out))
			MUST(!out.len && e.why.len);
	}
	buf_release(&out);
	doc_release(&doc);
	arena_release(&a);
}

static void read_file(struct loader *ld, struct loaded *file)
{
	if (file->kind == FILE_LADDER) {
		struct ladder *l = load_ladder(ld, file);

		if (l && l->usable)
			lint_ladder(l, ld->diag, ld->arena);
		if (l)
			doc_release(&l->doc);
	} else if (file->kind == FILE_ASSESSMENT) {
		struct assessment *as = load_assessment(ld, file, NULL);

		if (as)
			doc_release(&as->doc);
	} else {
		load_check_format(ld, file);
	}
	doc_release(&file->doc);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct host host = nowhere();
	struct arena a = {0};
	struct diag d = {.arena = &a};
	struct loader ld = {.arena = &a,
			    .host = &host,
			    .limits = limits_default,
			    .diag = &d};
	struct loaded file = load_text(&ld, STR("::in##[put.yaml"),
				       (struct str){(const char *)data, size});
	suppress_files files = {0};

	read_file(&ld, &file);
	diag_sort(&d);
	*vec_add(&a, &files) = (struct suppress_file){file.source, false};
	suppress_findings(&d, &files, &limits_default);
	diag_sort(&d);
	write_all(&d, file.source);
	mend(file.source, &d);
	arena_release(&a);
	return 0;
}
