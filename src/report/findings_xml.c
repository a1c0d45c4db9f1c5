/* Findings as the XML of other tools: JUnit (the Jenkins plug-in's schema,
 * junit-10.xsd) and Checkstyle 4.3. */
#include "report/findings.h"
#include "report/junit.h"
#include "report/xml.h"

/* --- findings of one file ------------------------------------------------ */

static struct str name_of(const struct finding *f)
{
	return f->span.source ? f->span.source->name : STR("-");
}

/* One past the last finding of the file in which the one at `from` is; they
 * are sorted by file. */
static uint32_t end_of_file(const struct diag *d, uint32_t from)
{
	struct str name = name_of(&d->findings.at[from]);
	uint32_t end = from;

	while (end < d->findings.n &&
	       str_eq(name_of(&d->findings.at[end]), name))
		end++;
	return end;
}

static struct place place_of(const struct finding *f)
{
	if (!f->span.source)
		return (struct place){1, 1};
	return source_place(f->span.source, f->span.at);
}

/* --- JUnit --------------------------------------------------------------- */

static void junit_case(struct arena *a, struct buf *out, struct str file,
		       const struct finding *f)
{
	const struct code_info *info = &code_table[f->code];
	const char *tag = f->severity == SEVERITY_ERROR ? "failure"
							: "skipped";
	struct place at = place_of(f);

	buf_z(out, "    <testcase");
	xml_attribute(out, "classname", file);
	xml_attribute(out, "name",
		      arena_printf(a, "%s %s %.*s", info->id, info->name,
				   STR_ARG(f->path)));
	buf_printf(out, ">\n      <%s", tag);
	if (f->severity == SEVERITY_ERROR)
		xml_attribute(out, "type", str_of(info->name));
	xml_attribute(out, "message", f->message);
	buf_char(out, '>');
	xml_text(out, arena_printf(a, "%.*s:%u:%u: %s: %.*s", STR_ARG(file),
				   (unsigned)at.line, (unsigned)at.column,
				   severity_name(f->severity),
				   STR_ARG(f->message)));
	buf_printf(out, "</%s>\n    </testcase>\n", tag);
}

static void junit_clean(struct buf *out, struct str file)
{
	junit_suite(out, file, &(struct junit_totals){.tests = 1});
	buf_z(out, "    <testcase");
	xml_attribute(out, "classname", file);
	xml_attribute(out, "name", STR("no findings"));
	buf_z(out, "/>\n  </testsuite>\n");
}

static void junit_file(struct arena *a, struct buf *out, const struct diag *d,
		       uint32_t from, uint32_t end)
{
	struct str file = name_of(&d->findings.at[from]);
	struct junit_totals n = {.tests = end - from};

	for (uint32_t i = from; i < end; i++)
		n.failures += d->findings.at[i].severity == SEVERITY_ERROR;
	n.skipped = n.tests - n.failures;
	junit_suite(out, file, &n);
	for (uint32_t i = from; i < end; i++)
		junit_case(a, out, file, &d->findings.at[i]);
	buf_z(out, "  </testsuite>\n");
}

/* Files in which nothing was found, and findings by file. */
static uint32_t clean_files(struct arena *a, const struct findings_view *v,
			    struct buf *out)
{
	struct map found = {0};
	uint32_t n = 0;

	for_each(f, &v->diag->findings)
		map_set(&found, a, name_of(f), (void *)f);
	for (uint32_t i = 0; i < v->n_files; i++) {
		if (map_find(&found, v->files[i]))
			continue;
		junit_clean(out, v->files[i]);
		n++;
	}
	return n;
}

void findings_junit(const struct findings_view *v, struct buf *out)
{
	const struct diag *d = v->diag;
	struct arena a = {0};
	struct buf suites = {0};
	struct junit_totals n = {0};
	uint32_t clean = clean_files(&a, v, &suites);

	for (uint32_t i = 0, end; i < d->findings.n; i = end) {
		end = end_of_file(d, i);
		junit_file(&a, &suites, d, i, end);
	}
	n.tests = clean + d->findings.n;
	n.failures = d->errors;
	junit_document(out, STR("ladder validate"), &n, buf_str(&suites));
	buf_release(&suites);
	arena_release(&a);
}

/* --- Checkstyle ---------------------------------------------------------- */

static void checkstyle_error(struct arena *a, struct buf *out,
			     const struct finding *f)
{
	const struct code_info *info = &code_table[f->code];
	struct place at = place_of(f);
	const char *severity = f->severity == SEVERITY_NOTE
				       ? "info"
				       : severity_name(f->severity);

	buf_z(out, "    <error");
	xml_number(out, "line", at.line);
	xml_number(out, "column", at.column);
	xml_attribute(out, "severity", str_of(severity));
	xml_attribute(out, "message", f->message);
	xml_attribute(out, "source",
		      arena_printf(a, "ladder.%s.%s", info->id, info->name));
	buf_z(out, "/>\n");
}

void findings_checkstyle(const struct findings_view *v, struct buf *out)
{
	const struct diag *d = v->diag;
	struct arena a = {0};

	buf_z(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		   "<checkstyle version=\"4.3\">\n");
	for (uint32_t i = 0, end; i < d->findings.n; i = end) {
		end = end_of_file(d, i);
		buf_z(out, "  <file");
		xml_attribute(out, "name", name_of(&d->findings.at[i]));
		buf_z(out, ">\n");
		for (uint32_t k = i; k < end; k++)
			checkstyle_error(&a, out, &d->findings.at[k]);
		buf_z(out, "  </file>\n");
	}
	buf_z(out, "</checkstyle>\n");
	arena_release(&a);
}
