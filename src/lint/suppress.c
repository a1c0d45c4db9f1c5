#include "lint/suppress.h"

#include "base/map.h"
#include "doc/comments.h"

/* One code that one comment suppresses. */
struct suppression {
	struct span word; /* the code, as it is written */
	enum code code;
	struct str reason;
	uint32_t from, to;	    /* what is covered begins in between */
	struct suppression *around; /* while its stretch is open */
	bool used;
};

/* A file, and what its comments ask. */
struct quiet {
	struct source *source;
	bool named;  /* one of the files of the run */
	bool partly; /* as suppress_file has it */
	VEC(struct suppression) list; /* in the order of `from` */
	VEC(struct suppression) all;  /* those for the whole file */
	uint32_t next; /* the first of `list` that is not open yet */
	struct suppression *open[N_CODES];  /* the innermost first */
	struct suppression *whole[N_CODES]; /* of `all` */
};

struct run {
	struct diag *d;
	struct diag found; /* what is wrong with suppressions */
	const struct limits *limits;
	struct arena arena;
	struct map by_name; /* of a source -> struct quiet */
	VEC(struct quiet *) files;
};

/* --- the comment --------------------------------------------------------- */

/* A comment while it is read. */
struct reading {
	struct run *run;
	struct quiet *q;
	const struct comment *c;
	struct str rest; /* what was not read yet */
	struct str reason;
	bool all; /* ignore-file */
};

static void skip_blanks(struct str *s)
{
	while (s->len && (*s->ptr == ' ' || *s->ptr == '\t'))
		*s = str_from(*s, 1);
}

/* What stands behind "# ladder:"; false for any other comment. */
static bool is_addressed(struct str comment, struct str *rest)
{
	*rest = str_from(comment, 1);
	skip_blanks(rest);
	if (!str_starts(*rest, STR("ladder:")))
		return false;
	*rest = str_from(*rest, strlen("ladder:"));
	skip_blanks(rest);
	return true;
}

static struct span span_of(const struct reading *r, struct str part)
{
	struct source *s = r->q->source;
	uint32_t at = (uint32_t)(part.ptr - s->text.ptr);

	return (struct span){s, at, at + (uint32_t)part.len};
}

static struct span whole_span(const struct reading *r)
{
	return (struct span){r->q->source, r->c->at, r->c->end};
}

static void bad_form(struct reading *r, const char *what)
{
	struct diag *d = &r->run->found;
	struct finding *f = diag_add(d, CODE_L904, whole_span(r), "%s", what);

	finding_help(d, f, "write # ladder: ignore[CODE] reason, or "
			   "ignore-file[CODE] above everything else");
}

static void unknown_code(struct reading *r, struct str word)
{
	struct diag *d = &r->run->found;
	struct typo typo = {.word = word};
	struct finding *f;

	if (diag_may_guess(d, 2 * N_CODES))
		code_offer(&typo);
	f = diag_add(d, CODE_L902, span_of(r, word),
		     "%s is the code of no finding", diag_quote(d, word));
	if (typo.best.ptr)
		finding_suggest(d, f, typo.best);
	else
		finding_help(d, f, "'ladder explain' names them all");
}

static void firm_code(struct reading *r, struct str word, enum code code)
{
	struct diag *d = &r->run->found;
	struct finding *f = diag_add(d, CODE_L905, span_of(r, word),
				     "%s cannot be suppressed",
				     diag_quote(d, word));

	finding_help(d, f, code_is_firm(code)
				   ? "nothing can be made of a file with such "
				     "an error: mend it"
				   : "--severity or the configuration sets it");
}

static void take_code(struct reading *r, struct str word)
{
	enum code code = code_find(word);
	struct suppression *one;

	if (code == N_CODES) {
		unknown_code(r, word);
		return;
	}
	if (code_is_firm(code) || code_table[code].id[1] == '9') {
		firm_code(r, word, code);
		return;
	}
	one = r->all ? vec_add(&r->run->arena, &r->q->all)
		     : vec_add(&r->run->arena, &r->q->list);
	*one = (struct suppression){.word = span_of(r, word),
				    .code = code,
				    .reason = r->reason,
				    .from = r->c->from,
				    .to = r->c->to};
}

/* Reads what stands in the brackets; false where an item is empty. */
static bool take_codes(struct reading *r, struct str list)
{
	bool whole = true;

	for (;;) {
		size_t comma = str_index(list, ',');
		struct str word = str_trim(str_head(list, comma));

		if (word.len)
			take_code(r, word);
		whole &= word.len > 0;
		if (comma == list.len)
			return whole;
		list = str_from(list, comma + 1);
	}
}

static void check_reason(const struct reading *r)
{
	if (!r->reason.len)
		diag_add(&r->run->found, CODE_L903, whole_span(r),
			 "this suppression gives no reason; expected one "
			 "behind the bracket");
}

/* Behind `ignore` or `ignore-file`. */
static void take_list(struct reading *r)
{
	size_t end;

	skip_blanks(&r->rest);
	end = str_index(r->rest, ']');
	if (!str_starts(r->rest, STR("[")) || end == r->rest.len) {
		bad_form(r, "this suppression names no codes in brackets");
		return;
	}
	if (r->all && !r->c->head) {
		bad_form(r, "a suppression for the whole file stands at its "
			    "beginning");
		return;
	}
	r->reason = str_trim(str_from(r->rest, end + 1));
	if (!take_codes(r, str_head(str_from(r->rest, 1), end - 1)))
		bad_form(r, "a code is missing between the brackets");
	check_reason(r);
}

static bool is_near(struct str word)
{
	struct typo typo = {.word = word};

	typo_offer(&typo, STR("ignore"));
	typo_offer(&typo, STR("ignore-file"));
	return typo.best.ptr != NULL;
}

static void read_comment(struct run *run, struct quiet *q,
			 const struct comment *c)
{
	struct str text = str_head(str_from(q->source->text, c->at),
				   c->end - c->at);
	struct reading r = {.run = run, .q = q, .c = c};
	struct str word;
	size_t n = 0;

	if (!is_addressed(text, &r.rest))
		return;
	while (n < r.rest.len && !strchr(" \t[", r.rest.ptr[n]))
		n++;
	word = str_head(r.rest, n);
	r.rest = str_from(r.rest, n);
	r.all = str_is(word, "ignore-file");
	if (r.all || str_is(word, "ignore"))
		take_list(&r);
	else if (is_near(word))
		bad_form(&r, "this is nearly a suppression");
}

/* --- the file ------------------------------------------------------------ */

/* Whether it is worth reading the file again: most have no such comment. */
static bool may_have_some(struct str text)
{
	struct str rest;

	while ((text = str_from(text, str_index(text, '#'))).len) {
		if (is_addressed(text, &rest))
			return true;
		text = str_from(text, 1);
	}
	return false;
}

static void index_whole(struct quiet *q)
{
	for_each(one, &q->all)
		if (!q->whole[one->code])
			q->whole[one->code] = one;
}

/* The tree that the findings were made from may be merged with others by now,
 * so the few files that need one get their own. */
static void read_file(struct run *run, struct quiet *q)
{
	struct diag unheard = {.arena = &run->arena};
	struct doc doc = doc_parse(&run->arena, q->source, run->limits,
				   &unheard);
	comments_list comments = {0};

	if (!doc.refused)
		comments = comments_of(&doc, &run->arena);
	q->partly |= doc.broken || doc.refused;
	for_each(c, &comments)
		read_comment(run, q, c);
	index_whole(q);
	doc_release(&doc);
}

static struct quiet *add_file(struct run *run, struct source *s)
{
	struct quiet *q = ARENA_NEW(&run->arena, struct quiet);

	q->source = s;
	map_add(&run->by_name, &run->arena, s->name, q);
	*vec_add(&run->arena, &run->files) = q;
	return q;
}

static void read_named(struct run *run, const suppress_files *files)
{
	for_each(file, files) {
		struct source *s = file->source;
		struct quiet *q = map_find(&run->by_name, s->name);

		if (!q && may_have_some(s->text)) {
			q = add_file(run, s);
			q->named = true;
			read_file(run, q);
		}
		if (q)
			q->partly |= file->partly;
	}
}

/* Of files that are not of the run, as bases are, what is wrong with their
 * comments is nobody's business here. */
static void read_others(struct run *run)
{
	const struct diag mine = run->found;
	const struct source *last = NULL;

	for_each(f, &run->d->findings) {
		struct source *s = f->span.source;

		if (!s || s == last)
			continue;
		last = s;
		if (!map_find(&run->by_name, s->name) &&
		    may_have_some(s->text))
			read_file(run, add_file(run, s));
	}
	run->found = mine;
}

/* --- the findings -------------------------------------------------------- */

/* Opens the stretches that begin at or before a byte. */
static void open_until(struct quiet *q, uint32_t at)
{
	for (; q->next < q->list.n && q->list.at[q->next].from <= at;
	     q->next++) {
		struct suppression *one = &q->list.at[q->next];

		one->around = q->open[one->code];
		q->open[one->code] = one;
	}
}

/* The innermost suppression that covers a finding; NULL: none. Findings of a
 * file come in order, so all of them take one pass. */
static struct suppression *covering(struct quiet *q, const struct finding *f)
{
	struct suppression **top = &q->open[f->code];

	open_until(q, f->span.at);
	while (*top && (*top)->to < f->span.at)
		*top = (*top)->around;
	return *top ? *top : q->whole[f->code];
}

/* Sets a finding aside if a comment asks for it. */
static bool set_aside(struct run *run, const struct finding *f)
{
	struct quiet *q = NULL;
	struct suppression *by = NULL;

	if (f->span.source)
		q = map_find(&run->by_name, f->span.source->name);
	if (q)
		by = covering(q, f);
	if (!by)
		return false;
	by->used = true;
	diag_set_aside(run->d, f, ASIDE_BY_COMMENT, by->reason);
	return true;
}

static void take_out(struct run *run)
{
	struct diag *d = run->d;
	uint32_t kept = 0;

	for (uint32_t i = 0; i < d->findings.n; i++) {
		struct finding *f = &d->findings.at[i];

		if (!set_aside(run, f))
			d->findings.at[kept++] = *f;
	}
	d->findings.n = kept;
}

static void tell_unused(struct run *run, const struct suppression *one)
{
	struct diag *d = &run->found;
	struct str word = str_from(one->word.source->text, one->word.at);
	struct finding *f;

	word = str_head(word, one->word.end - one->word.at);
	f = diag_add(d, CODE_L901, one->word, "%s suppresses nothing here",
		     diag_quote(d, word));
	finding_help(d, f, "take it out");
}

static void tell_unused_of(struct run *run, const struct quiet *q)
{
	/* what was dropped may have asked for it */
	if (!q->named || q->partly || run->d->dropped)
		return;
	for_each(one, &q->list)
		if (!one->used)
			tell_unused(run, one);
	for_each(one, &q->all)
		if (!one->used)
			tell_unused(run, one);
}

void suppress_findings(struct diag *d, const suppress_files *files,
		       const struct limits *limits)
{
	struct run run = {.d = d, .limits = limits};

	run.found = (struct diag){.arena = d->arena};
	read_named(&run, files);
	read_others(&run);
	take_out(&run);
	for_each(q, &run.files)
		tell_unused_of(&run, *q);
	diag_take(d, &run.found);
	arena_release(&run.arena);
}
