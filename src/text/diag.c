#include "text/diag.h"

#include "text/utf8.h"

#include <stdlib.h>

const struct code_info code_table[N_CODES] = {
#define CODE(id, name, severity, reason) \
	{#id, name, SEVERITY_##severity, reason},
#include "text/codes.def"
#undef CODE
};

/* Ids stand in the table in their order. */
static enum code find_id(struct str word)
{
	int from = 0, to = N_CODES;

	while (from < to) {
		int middle = (from + to) / 2;
		const char *id = code_table[middle].id;
		/* all begin with the same letter, and have three digits */
		int order = memcmp(word.ptr + 1, id + 1, 3);

		if (!order)
			return (enum code)middle;
		if (order < 0)
			to = middle;
		else
			from = middle + 1;
	}
	return N_CODES;
}

enum code code_find(struct str word)
{
	char first = word.len ? ascii_lower(*word.ptr) : '\0';

	if (word.len == 4 && first == 'l' && str_is_digits(str_from(word, 1)))
		return find_id(word);
	for (int i = 0; i < N_CODES; i++)
		if (*code_table[i].name == first &&
		    str_eq_nocase(word, str_of(code_table[i].name)))
			return (enum code)i;
	return N_CODES;
}

int code_family(struct str word)
{
	if (word.len != 2 || ascii_lower(*word.ptr) != 'l')
		return -1;
	for (int i = 0; i < N_CODES; i++)
		if (code_table[i].id[1] == word.ptr[1])
			return word.ptr[1] - '0';
	return -1;
}

void code_family_offer(struct typo *t)
{
	/* of two characters all are as near */
	for (int i = 0; i < N_CODES && t->word.len > 2; i++)
		if (!i || code_table[i].id[1] != code_table[i - 1].id[1])
			typo_offer(t, str_head(str_of(code_table[i].id), 2));
}

void code_offer(struct typo *t)
{
	for (int i = 0; i < N_CODES; i++) {
		typo_offer(t, str_of(code_table[i].id));
		typo_offer(t, str_of(code_table[i].name));
	}
}

bool code_is_firm(enum code code)
{
	const struct code_info *info = &code_table[code];

	return info->severity == SEVERITY_ERROR && info->id[1] <= '2'; /* L0, L1, L2 */
}

const char *severity_name(enum severity s)
{
	switch (s) {
	case SEVERITY_NOTE:
		return "note";
	case SEVERITY_WARNING:
		return "warning";
	case SEVERITY_ERROR:
		return "error";
	}
	return "";
}

/* Of a run; a single file takes less. */
enum { MOST_KEPT = 10 * DIAG_MOST, MOST_GUESSES = 500000 };

static uint32_t share(size_t whole, size_t files, uint32_t least)
{
	return whole / files < least ? least : (uint32_t)(whole / files);
}

struct diag diag_share(struct arena *a, size_t files)
{
	enum { LEAST_KEPT = 100, LEAST_GUESSES = 5000 };
	struct diag d = {.arena = a};
	size_t n = files ? files : 1;

	d.most = share(MOST_KEPT, n, LEAST_KEPT);
	if (d.most > DIAG_MOST)
		d.most = DIAG_MOST;
	d.guesses = MOST_GUESSES - share(MOST_GUESSES, n, LEAST_GUESSES);
	return d;
}

static bool is_full(const struct diag *d)
{
	return d->findings.n >= (d->most ? d->most : DIAG_MOST);
}

struct finding *diag_add(struct diag *d, enum code code, struct span span,
			 const char *fmt, ...)
{
	struct finding *f;
	va_list ap;

	d->errors += code_table[code].severity == SEVERITY_ERROR;
	if (is_full(d)) {
		d->dropped++;
		return &d->scratch;
	}
	f = vec_add(d->arena, &d->findings);
	f->code = code;
	f->severity = code_table[code].severity;
	f->span = span;
	va_start(ap, fmt);
	f->message = arena_vprintf(d->arena, fmt, ap);
	va_end(ap);
	return f;
}

void finding_note(struct diag *d, struct finding *f, struct span span,
		  const char *fmt, ...)
{
	struct note *note;
	va_list ap;

	if (f == &d->scratch || (f->notes.n && d->notes == DIAG_NOTES_MOST))
		return;
	d->notes += f->notes.n > 0;
	note = vec_add(d->arena, &f->notes);
	note->span = span;
	va_start(ap, fmt);
	note->text = arena_vprintf(d->arena, fmt, ap);
	va_end(ap);
}

void finding_help(struct diag *d, struct finding *f, const char *fmt, ...)
{
	va_list ap;

	if (f == &d->scratch)
		return;
	va_start(ap, fmt);
	f->help = arena_vprintf(d->arena, fmt, ap);
	va_end(ap);
}

void finding_suggest(struct diag *d, struct finding *f, struct str best)
{
	if (best.ptr)
		finding_help(d, f, "did you mean %s?", diag_quote(d, best));
}

void finding_mend(struct diag *d, struct finding *f, struct str instead)
{
	if (f != &d->scratch && instead.ptr)
		f->instead = arena_str(d->arena, instead);
}

void finding_write(struct diag *d, struct finding *f, struct str instead)
{
	finding_help(d, f, "write %s", diag_quote(d, instead));
	finding_mend(d, f, instead);
}

bool diag_may_guess(struct diag *d, uint32_t n)
{
	if (is_full(d) || n > MOST_GUESSES - d->guesses)
		return false;
	d->guesses += n;
	return true;
}

const char *diag_quote(struct diag *d, struct str text)
{
	size_t most = utf8_bytes(text, 60);
	bool cut = most < text.len;

	return arena_printf(d->arena, "\"%.*s%s\"", (int)most,
			    text.len ? text.ptr : "", cut ? "…" : "")
		.ptr;
}

void diag_set_aside(struct diag *d, const struct finding *f, enum aside by,
		    struct str reason)
{
	struct finding *aside = vec_add(d->arena, &d->aside);

	*aside = *f;
	aside->aside = by;
	aside->reason = reason;
	d->suppressed += by == ASIDE_BY_COMMENT;
	d->accepted += by == ASIDE_BY_BASELINE;
	d->errors -= f->severity == SEVERITY_ERROR;
}

void diag_take(struct diag *to, struct diag *from)
{
	uint32_t errors = to->errors + from->errors;

	for_each(f, &from->findings)
		*vec_add(to->arena, &to->findings) = *f;
	to->dropped += from->dropped;
	to->errors = errors;
	*from = (struct diag){.arena = from->arena};
}

void diag_take_back(struct diag *d, enum code code, const struct source *source)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < d->findings.n; i++) {
		const struct finding *f = &d->findings.at[i];

		if (f->code != code || f->span.source != source)
			d->findings.at[kept++] = *f;
		else
			d->errors -= f->severity == SEVERITY_ERROR;
	}
	d->findings.n = kept;
}

static int compare(const void *a, const void *b)
{
	const struct finding *x = a, *y = b;
	int order = 0;

	if (x->span.source != y->span.source)
		order = str_cmp(x->span.source ? x->span.source->name
					       : (struct str){0},
				y->span.source ? y->span.source->name
					       : (struct str){0});
	if (order)
		return order;
	if (x->span.at != y->span.at)
		return x->span.at < y->span.at ? -1 : 1;
	if (x->code != y->code)
		return x->code < y->code ? -1 : 1;
	if (x->span.end != y->span.end)
		return x->span.end < y->span.end ? -1 : 1;
	return str_cmp(x->message, y->message);
}

static bool same(const struct finding *a, const struct finding *b)
{
	return a->code == b->code && a->span.source == b->span.source &&
	       a->span.at == b->span.at && a->span.end == b->span.end;
}

void diag_sort(struct diag *d)
{
	uint32_t kept = 0;

	if (!d->findings.n)
		return;
	qsort(d->findings.at, d->findings.n, sizeof *d->findings.at, compare);
	for (uint32_t i = 1; i < d->findings.n; i++) {
		struct finding *f = &d->findings.at[i];

		if (!same(&d->findings.at[kept], f))
			d->findings.at[++kept] = *f;
		else if (f->severity == SEVERITY_ERROR)
			d->errors--;
	}
	d->findings.n = kept + 1;
}
