#include "report/findings.h"
#include "report/format_json.h"
#include "report/uri.h"

/* The rules of a run are those that found something, in the order of the
 * catalogue; results name them by their index. */
struct rules {
	bool used[N_CODES];
	uint32_t index[N_CODES];
};

static const char *level_of(enum severity s)
{
	switch (s) {
	case SEVERITY_ERROR:
		return "error";
	case SEVERITY_WARNING:
		return "warning";
	case SEVERITY_NOTE:
		break;
	}
	return "note";
}

static void add_message(struct cJSON *object, const char *key, struct str text)
{
	json_text(json_object_in(object, key), "text", text);
}

static void add_rule(struct cJSON *rule, const struct code_info *info)
{
	json_text(rule, "id", str_of(info->id));
	json_text(rule, "name", str_of(info->name));
	add_message(rule, "shortDescription", str_of(info->name));
	add_message(rule, "fullDescription", str_of(info->reason));
	json_text(json_object_in(rule, "defaultConfiguration"), "level",
		  str_of(level_of(info->severity)));
	add_message(rule, "help", str_of(info->reason));
}

static void add_rules(struct cJSON *driver, const struct diag *d,
		      struct rules *rules)
{
	struct cJSON *list = json_list_in(driver, "rules");
	uint32_t n = 0;

	for_each(f, &d->findings)
		rules->used[f->code] = true;
	for (unsigned code = 0; code < N_CODES; code++) {
		if (!rules->used[code])
			continue;
		rules->index[code] = n++;
		add_rule(json_item(list), &code_table[code]);
	}
}

/* --- places -------------------------------------------------------------- */

static void add_file(struct cJSON *physical, struct str path)
{
	struct buf uri = {0};

	uri_path(&uri, path);
	json_text(json_object_in(physical, "artifactLocation"), "uri",
		  buf_str(&uri));
	buf_release(&uri);
}

static void add_place(struct cJSON *location, struct span span)
{
	struct cJSON *physical, *region;
	struct place at, end;

	if (!span.source)
		return;
	at = source_place(span.source, span.at);
	end = source_place(span.source, span.end);
	physical = json_object_in(location, "physicalLocation");
	add_file(physical, span.source->name);
	region = json_object_in(physical, "region");
	json_int(region, "startLine", at.line);
	json_int(region, "startColumn", at.column);
	json_int(region, "endLine", end.line);
	json_int(region, "endColumn", end.column);
}

static void add_path(struct cJSON *location, struct str path)
{
	if (path.len)
		json_text(json_item(json_list_in(location,
						 "logicalLocations")),
			  "fullyQualifiedName", path);
}

static void add_related(struct cJSON *result, const struct finding *f)
{
	struct cJSON *list;
	uint32_t id = 0;

	if (!f->notes.n)
		return;
	list = json_list_in(result, "relatedLocations");
	for_each(note, &f->notes) {
		struct cJSON *location = json_item(list);

		json_int(location, "id", id++);
		add_place(location, note->span);
		add_message(location, "message", note->text);
	}
}

/* --- results ------------------------------------------------------------- */

static struct str whole_message(struct arena *a, const struct finding *f)
{
	if (!f->help.len)
		return f->message;
	return arena_printf(a, "%.*s (%.*s)", STR_ARG(f->message),
			    STR_ARG(f->help));
}

/* Where one result says whether it is suppressed, each of them is to say it
 * (3.27.23). */
static void add_suppressions(struct cJSON *result, const struct finding *f)
{
	struct cJSON *list = json_list_in(result, "suppressions"), *one;

	if (f->aside == ASIDE_NOT)
		return;
	one = json_item(list);
	json_text(one, "kind",
		  f->aside == ASIDE_BY_COMMENT ? STR("inSource")
					       : STR("external"));
	json_text(one, "status", STR("accepted"));
	if (f->reason.len)
		json_text(one, "justification", f->reason);
}

static void add_result(struct arena *a, struct cJSON *result,
		       const struct finding *f, const struct rules *rules,
		       const char *print)
{
	struct cJSON *location;

	json_text(result, "ruleId", str_of(code_table[f->code].id));
	json_int(result, "ruleIndex", rules->index[f->code]);
	json_text(result, "level", str_of(level_of(f->severity)));
	add_message(result, "message", whole_message(a, f));
	location = json_item(json_list_in(result, "locations"));
	add_place(location, f->span);
	add_path(location, f->path);
	add_related(result, f);
	json_text(json_object_in(result, "partialFingerprints"),
		  "ladderFinding/v1", str_of(print));
}

/* All that are to be told, in their order, so that a fingerprint stays the
 * same when a finding is set aside. */
static struct diag results_of(const struct findings_view *v, struct arena *a)
{
	struct diag all = {.arena = a};

	for_each(f, &v->diag->findings)
		*vec_add(a, &all.findings) = *f;
	if (!v->with_suppressed)
		return all;
	for_each(f, &v->diag->aside)
		*vec_add(a, &all.findings) = *f;
	diag_sort(&all);
	return all;
}

static void add_results(struct cJSON *run, const struct findings_view *v,
			const struct diag *d, const struct rules *rules)
{
	struct cJSON *list = json_list_in(run, "results");
	fingerprint *prints = findings_fingerprints(d, d->arena);

	for (uint32_t i = 0; i < d->findings.n; i++) {
		const struct finding *f = &d->findings.at[i];
		struct cJSON *result = json_item(list);

		add_result(d->arena, result, f, rules, prints[i]);
		if (v->with_suppressed)
			add_suppressions(result, f);
	}
}

void findings_sarif(const struct findings_view *v, struct buf *out)
{
	struct cJSON *document = json_foreign(), *run, *driver;
	struct arena a = {0};
	struct diag d = results_of(v, &a);
	struct rules rules = {0};

	json_text(document, "$schema",
		  STR("https://json.schemastore.org/sarif-2.1.0.json"));
	json_text(document, "version", STR("2.1.0"));
	run = json_item(json_list_in(document, "runs"));
	driver = json_object_in(json_object_in(run, "tool"), "driver");
	json_text(driver, "name", STR("ladder"));
	json_text(driver, "semanticVersion", STR(LADDER_VERSION));
	add_rules(driver, &d, &rules);
	json_text(run, "columnKind", STR("unicodeCodePoints"));
	add_results(run, v, &d, &rules);
	json_finish(document, JSON_PRETTY, out);
	arena_release(&a);
}
