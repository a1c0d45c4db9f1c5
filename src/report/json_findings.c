#include "report/findings.h"
#include "report/format_json.h"

/* "file", "line", "column", "end_line", "end_column"; columns count
 * characters from 1, the end is the first one that no longer belongs. */
static void add_place(struct cJSON *object, struct span span)
{
	struct place at, end;

	if (!span.source)
		return;
	at = source_place(span.source, span.at);
	end = source_place(span.source, span.end);
	json_text(object, "file", span.source->name);
	json_int(object, "line", at.line);
	json_int(object, "column", at.column);
	json_int(object, "end_line", end.line);
	json_int(object, "end_column", end.column);
}

static void add_notes(struct cJSON *object, const struct finding *f)
{
	struct cJSON *list = json_list_in(object, "related");

	for_each(note, &f->notes) {
		struct cJSON *entry = json_item(list);

		add_place(entry, note->span);
		json_text(entry, "message", note->text);
	}
}

static void add_finding(struct cJSON *object, const struct finding *f,
			const char *print)
{
	const struct code_info *info = &code_table[f->code];

	json_text(object, "code", str_of(info->id));
	json_text(object, "name", str_of(info->name));
	json_text(object, "severity", str_of(severity_name(f->severity)));
	add_place(object, f->span);
	json_some(object, "path", f->path);
	json_text(object, "message", f->message);
	json_some(object, "help", f->help);
	add_notes(object, f);
	json_text(object, "fingerprint", str_of(print));
}

void json_findings(const struct diag *d, struct buf *out)
{
	struct cJSON *document = json_document("validate");
	struct cJSON *list = json_list_in(document, "findings");
	struct arena a = {0};
	fingerprint *prints = findings_fingerprints(d, &a);

	for (uint32_t i = 0; i < d->findings.n; i++)
		add_finding(json_item(list), &d->findings.at[i], prints[i]);
	if (d->dropped)
		json_int(document, "dropped", d->dropped);
	json_finish(document, JSON_PRETTY, out);
	arena_release(&a);
}

/* One document each: readers may stop after any line. */
void json_findings_lines(const struct diag *d, struct buf *out)
{
	struct arena a = {0};
	fingerprint *prints = findings_fingerprints(d, &a);

	for (uint32_t i = 0; i < d->findings.n; i++) {
		struct cJSON *document = json_document("finding");

		add_finding(document, &d->findings.at[i], prints[i]);
		json_finish(document, JSON_LINE, out);
	}
	if (d->dropped) {
		struct cJSON *document = json_document("dropped");

		json_int(document, "dropped", d->dropped);
		json_finish(document, JSON_LINE, out);
	}
	arena_release(&a);
}
