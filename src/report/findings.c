#include "report/findings.h"

#include "base/fnv.h"
#include "base/map.h"
#include "report/excerpt.h"
#include "report/words.h"
#include "text/safe.h"

#include <stdio.h>

enum { WIDTH_DEFAULT = 160 };

/* On a terminal a note has a colour, too; on a page MARK_CODE would make code
 * of the word. */
static enum mark severity_mark(enum severity s)
{
	return s == SEVERITY_NOTE ? MARK_CODE : words_severity_mark(s);
}

/* "FILE:LINE:COL: "; nothing without a source. */
static void print_place(struct span span, enum mark mark,
			const struct report_style *style, struct buf *out)
{
	struct buf text = {0};
	struct place at;

	if (!span.source)
		return;
	at = source_place(span.source, span.at);
	safe_line(&text, span.source->name);
	buf_printf(&text, ":%u:%u:", (unsigned)at.line, (unsigned)at.column);
	mark_print(mark, buf_str(&text), style, out);
	buf_char(out, ' ');
	buf_release(&text);
}

static void print_label(const char *label, enum mark mark,
			const struct report_style *style, struct buf *out)
{
	mark_print(mark, str_of(label), style, out);
	buf_char(out, ' ');
}

/* --- text ---------------------------------------------------------------- */

static void print_message(const struct finding *f,
			  const struct report_style *style, struct buf *out)
{
	const struct code_info *info = &code_table[f->code];
	struct buf label = {0}, code = {0};

	print_place(f->span, MARK_STRONG, style, out);
	buf_printf(&label, "%s:", severity_name(f->severity));
	mark_print(severity_mark(f->severity), buf_str(&label), style, out);
	buf_char(out, ' ');
	safe_line(out, f->message);
	buf_printf(&code, "[%s %s]", info->id, info->name);
	buf_char(out, ' ');
	mark_print(MARK_DIM, buf_str(&code), style, out);
	buf_char(out, '\n');
	buf_release(&label);
	buf_release(&code);
}

static size_t width_of(const struct report_style *style)
{
	return style->width > 0 ? (size_t)style->width : WIDTH_DEFAULT;
}

static void print_help(struct str help, const struct report_style *style,
		       struct buf *out)
{
	if (!help.len)
		return;
	buf_z(out, "  ");
	print_label("help:", MARK_GOOD, style, out);
	safe_line(out, help);
	buf_char(out, '\n');
}

static void print_notes(const struct finding *f,
			const struct report_style *style, struct buf *out)
{
	for_each(note, &f->notes) {
		if (!note->span.source)
			buf_z(out, "  ");
		print_place(note->span, MARK_PLAIN, style, out);
		print_label("note:", MARK_CODE, style, out);
		safe_line(out, note->text);
		buf_char(out, '\n');
		excerpt_print(note->span, MARK_CODE, width_of(style), style,
			      out);
	}
}

static void print_finding(const struct finding *f,
			  const struct report_style *style, struct buf *out)
{
	print_message(f, style, out);
	excerpt_print(f->span, severity_mark(f->severity), width_of(style),
		      style, out);
	print_notes(f, style, out);
	print_help(f->help, style, out);
}

void findings_text(const struct diag *d, const struct report_style *style,
		   struct buf *out)
{
	uint32_t shown = d->findings.n, left;
	size_t from = out->len;

	if (style->terminal && shown > FINDINGS_ON_TERMINAL)
		shown = FINDINGS_ON_TERMINAL;
	for (uint32_t i = 0; i < shown; i++)
		print_finding(&d->findings.at[i], style, out);
	left = d->findings.n - shown + d->dropped;
	if (left)
		buf_printf(out, "and %u more\n", (unsigned)left);
	if (style->terminal && d->findings.n) {
		findings_summary(d, out);
		buf_char(out, '\n');
	}
	safe_commands(out, from);
}

/* --- gcc ----------------------------------------------------------------- */

static void gcc_line(struct span span, const char *kind, struct str text,
		     const struct report_style *style, struct buf *out)
{
	print_place(span, MARK_PLAIN, style, out);
	buf_printf(out, "%s: ", kind);
	safe_line(out, text);
}

void findings_gcc(const struct diag *d, struct buf *out)
{
	const struct report_style plain = {0};
	size_t from = out->len;

	for_each(f, &d->findings) {
		gcc_line(f->span, severity_name(f->severity), f->message,
			 &plain, out);
		buf_printf(out, " [%s %s]\n", code_table[f->code].id,
			   code_table[f->code].name);
		for_each(note, &f->notes) {
			gcc_line(note->span.source ? note->span : f->span,
				 "note", note->text, &plain, out);
			buf_char(out, '\n');
		}
		if (!f->help.len)
			continue;
		gcc_line(f->span, "note", f->help, &plain, out);
		buf_char(out, '\n');
	}
	if (d->dropped)
		buf_printf(out, "and %u more\n", (unsigned)d->dropped);
	safe_commands(out, from);
}

/* --- the summary --------------------------------------------------------- */

/* Files that have findings; they are sorted by file. */
static uint32_t count_files(const struct diag *d)
{
	const struct source *last = NULL;
	uint32_t n = 0;

	for_each(f, &d->findings) {
		n += f->span.source && f->span.source != last;
		last = f->span.source;
	}
	return n;
}

static void add_count(struct buf *out, uint32_t n, const char *one,
		      const char *many, bool *any)
{
	if (!n)
		return;
	buf_printf(out, "%s%u %s", *any ? ", " : "", (unsigned)n,
		   words_plural(n, one, many));
	*any = true;
}

/* What was found and is not told, behind something else. */
static void add_set_aside(const struct diag *d, struct buf *out)
{
	if (d->suppressed)
		buf_printf(out, ", %u suppressed", (unsigned)d->suppressed);
	if (d->accepted)
		buf_printf(out, ", %u in the baseline", (unsigned)d->accepted);
}

void findings_summary(const struct diag *d, struct buf *out)
{
	uint32_t n[SEVERITY_ERROR + 1] = {0}, files = count_files(d);
	bool any = false;

	for_each(f, &d->findings)
		n[f->severity]++;
	add_count(out, n[SEVERITY_ERROR], "error", "errors", &any);
	add_count(out, n[SEVERITY_WARNING], "warning", "warnings", &any);
	add_count(out, n[SEVERITY_NOTE], "note", "notes", &any);
	add_count(out, d->dropped, "more", "more", &any);
	if (any && files)
		buf_printf(out, " in %u %s", (unsigned)files,
			   words_plural(files, "file", "files"));
	if (any)
		add_set_aside(d, out);
}

void findings_none(const struct findings_view *v, struct buf *out)
{
	buf_printf(out, "%u %s checked, nothing wrong", (unsigned)v->n_files,
		   words_plural(v->n_files, "file", "files"));
	add_set_aside(v->diag, out);
}

/* --- obstacles ----------------------------------------------------------- */

void obstacles_text(const struct plan_result *r,
		    const struct report_style *style, struct buf *out)
{
	size_t from = out->len;

	for_each(obstacle, &r->obstacles) {
		struct span span = {0};

		if (obstacle->node)
			span = doc_span(obstacle->doc, obstacle->node);
		print_place(span, MARK_STRONG, style, out);
		safe_line(out, obstacle->text);
		buf_char(out, '\n');
		excerpt_print(span, MARK_BAD, width_of(style), style, out);
		print_help(obstacle->help, style, out);
	}
	safe_commands(out, from);
}

/* --- fingerprints -------------------------------------------------------- */

enum { QUOTED_MOST = 256 };

static uint64_t hash_code(const struct finding *f)
{
	return fnv_add(FNV_START, str_of(code_table[f->code].id));
}

static uint64_t hash_of(const struct finding *f)
{
	uint64_t hash = hash_code(f);
	struct str quoted = {0};

	if (f->span.source) {
		hash = fnv_add(hash, f->span.source->name);
		quoted = str_from(f->span.source->text, f->span.at);
		quoted = str_head(quoted, f->span.end - f->span.at);
	}
	hash = fnv_add(hash, f->path);
	return fnv_add(hash, str_head(quoted, QUOTED_MOST));
}

/* How many findings had this hash before; counts this one. */
static uint32_t count_seen(struct map *seen, struct arena *a, uint64_t hash)
{
	struct str key = arena_printf(a, "%016llx", (unsigned long long)hash);
	uint32_t *n = map_find(seen, key);

	if (n)
		return (*n)++;
	n = ARENA_NEW(a, uint32_t);
	*n = 1;
	map_add(seen, a, key, n);
	return 0;
}

/* Writes one; the second of its kind is the second from run to run too. */
static void print_hash(struct map *seen, struct arena *a, uint64_t hash,
		       fingerprint out)
{
	uint32_t before;

	while ((before = count_seen(seen, a, hash)))
		hash = fnv_add(hash, arena_printf(a, "%u", (unsigned)before));
	snprintf(out, sizeof(fingerprint), "%016llx",
		 (unsigned long long)hash);
}

fingerprint *findings_fingerprints(const struct diag *d, struct arena *a)
{
	fingerprint *prints = ARENA_ARRAY(a, d->findings.n, fingerprint);
	struct map seen = {0};

	for (uint32_t i = 0; i < d->findings.n; i++)
		print_hash(&seen, a, hash_of(&d->findings.at[i]), prints[i]);
	return prints;
}

/* The parts of a path but those that count: `behaviours.3` moves when a
 * behaviour is put above it. */
static uint64_t hash_entity(uint64_t hash, struct str path)
{
	while (path.len) {
		size_t dot = str_index(path, '.');
		struct str part = str_head(path, dot);

		if (!str_is_digits(part))
			hash = fnv_add(hash, part);
		path = str_from(path, dot + 1);
	}
	return hash;
}

fingerprint *findings_entity_prints(const struct diag *d,
				    const struct str *files, struct arena *a)
{
	fingerprint *prints = ARENA_ARRAY(a, d->findings.n, fingerprint);
	struct map seen = {0};

	for (uint32_t i = 0; i < d->findings.n; i++) {
		const struct finding *f = &d->findings.at[i];
		uint64_t hash = fnv_add(hash_code(f), files[i]);

		print_hash(&seen, a, hash_entity(hash, f->path), prints[i]);
	}
	return prints;
}
