#include "report/findings.h"
#include "report/format_json.h"

/* Code Quality knows five severities; a ladder with an error cannot be used,
 * which is the worst that a report can say of it. */
static const char *severity_of(enum severity s)
{
	switch (s) {
	case SEVERITY_ERROR:
		return "major";
	case SEVERITY_WARNING:
		return "minor";
	case SEVERITY_NOTE:
		break;
	}
	return "info";
}

static void add_entry(struct arena *a, struct cJSON *entry,
		      const struct finding *f, const char *print)
{
	const struct code_info *info = &code_table[f->code];
	struct cJSON *location;

	json_text(entry, "description",
		  arena_printf(a, "%.*s [%s %s]", STR_ARG(f->message),
			       info->id, info->name));
	json_text(entry, "check_name", str_of(info->name));
	json_text(entry, "fingerprint", str_of(print));
	json_text(entry, "severity", str_of(severity_of(f->severity)));
	location = json_object_in(entry, "location");
	json_text(location, "path",
		  f->span.source ? f->span.source->name : STR("."));
	json_int(json_object_in(location, "lines"), "begin",
		 f->span.source
			 ? source_place(f->span.source, f->span.at).line
			 : 1);
}

void findings_gitlab(const struct findings_view *v, struct buf *out)
{
	struct cJSON *list = json_foreign_list();
	struct arena a = {0};
	fingerprint *prints = findings_fingerprints(v->diag, &a);

	for (uint32_t i = 0; i < v->diag->findings.n; i++)
		add_entry(&a, json_item(list), &v->diag->findings.at[i],
			  prints[i]);
	json_finish(list, JSON_PRETTY, out);
	arena_release(&a);
}
