#include "cli/fixing.h"

#include "cli/output.h"
#include "lint/fix.h"
#include "report/unified.h"

enum exit fixing_check(struct job *j)
{
	if (job_has(j, OPT_DIFF) && !job_has(j, OPT_FIX))
		return usage(j, "--diff goes with --fix");
	for (uint32_t i = 0; i < job_operands(j); i++)
		if (job_has(j, OPT_FIX) && str_is(job_operand(j, i), "-"))
			return usage(j, "--fix writes files, and standard "
					"input is none");
	return EXIT_DONE;
}

/* Adds the text of a file with its findings mended; gives how many. A file
 * with mistakes in its YAML, or one that cannot be edited without changing
 * something else, is left alone. */
static uint32_t mended(struct job *j, struct source *source, struct buf *out)
{
	struct arena scratch = {0};
	struct diag d = {.arena = &scratch};
	struct doc doc =
		doc_parse(&scratch, source, &j->loader.limits, &d);
	struct edit e;
	uint32_t n = 0;

	if (doc.n && !d.errors) {
		edit_init(&e, &doc, &scratch);
		n = fix_findings(&e, &j->diag);
		if (n && !edit_text(&e, out)) {
			remark(j, "%.*s: left as it is: %.*s",
			       STR_ARG(source->name), STR_ARG(e.why));
			n = 0;
		}
	}
	doc_release(&doc);
	arena_release(&scratch);
	return n;
}

enum exit fixing_write(struct job *j, const struct verdict *v,
		       struct fixing_result *r, bool *more)
{
	enum exit status = EXIT_DONE;

	*more = false;
	for_each(file, &v->files) {
		struct source *source = file->source;
		const char *path = arena_str(j->arena, source->name).ptr;
		struct buf now = {0};
		uint32_t n = mended(j, source, &now);

		if (n)
			status = output_replace(j, path, &source->text,
						buf_str(&now));
		buf_release(&now);
		if (status != EXIT_DONE)
			return status;
		r->findings += n;
		r->files += n > 0;
		*more |= n > 0;
	}
	return EXIT_DONE;
}

enum exit fixing_diff(struct job *j, const struct verdict *v)
{
	struct report_style style = job_style(j, HOST_OUT);
	struct buf out = {0};
	enum exit status;

	for_each(file, &v->files) {
		struct source *source = file->source;
		struct buf now = {0};
		struct unified u = {.old_name = source->name,
				    .new_name = source->name,
				    .old = source->text};

		if (mended(j, source, &now)) {
			u.new = buf_str(&now);
			unified_write(&u, &style, &out);
		}
		buf_release(&now);
	}
	status = output_text(j, buf_str(&out));
	buf_release(&out);
	return status;
}

void fixing_tell(struct job *j, const struct fixing_result *r)
{
	remark(j, "%u %s mended, %u left", r->findings,
	       r->findings == 1 ? "finding" : "findings",
	       j->diag.findings.n + j->diag.dropped);
}
