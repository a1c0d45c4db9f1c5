#include "doc/syntax.h"

#include "text/utf8.h"

/* Where the mistake was made. */
enum blame {
	BLAME_PROBLEM, /* where the parser gave up */
	BLAME_CONTEXT, /* where that began which it could not finish */
	BLAME_LINE,    /* the same, and the rest of that line */
	BLAME_OPENING, /* the same; a note says where the parser gave up */
};

struct wording {
	const char *problem, *context; /* parts of libyaml's words, or NULL */
	enum blame blame;
	const char *message, *help;
};

/* The first row that fits is taken. */
static const struct wording wordings[] = {
	{"unexpected end of stream", "quoted scalar", BLAME_CONTEXT,
	 "the quote that opens here is never closed", "close the quote"},
	{"unexpected document indicator", "quoted scalar", BLAME_OPENING,
	 "the quote that opens here is not closed before the document ends",
	 "close the quote"},
	{"could not find expected ':'", NULL, BLAME_LINE,
	 "expected \": \" and a value after this key",
	 "write \"key: value\"; a list item begins with \"- \""},
	{"did not find expected ',' or ']'", NULL, BLAME_OPENING,
	 "the list that opens here is not closed where it should be",
	 "check the commas and the closing \"]\""},
	{"did not find expected ',' or '}'", NULL, BLAME_OPENING,
	 "the mapping that opens here is not closed where it should be",
	 "check the commas and the closing \"}\""},
	{"mapping values are not allowed", NULL, BLAME_PROBLEM,
	 "a second \": \" cannot stand here",
	 "quote a text that holds \": \"; check the indentation"},
	{"did not find expected key", NULL, BLAME_PROBLEM,
	 "this fits no mapping above; expected a key at its indentation",
	 "check the indentation"},
	{"did not find expected '-' indicator", NULL, BLAME_PROBLEM,
	 "expected \"- \" as in the items above", "check the indentation"},
	{"block sequence entries are not allowed", NULL, BLAME_PROBLEM,
	 "a list item cannot begin here",
	 "begin the list on a line of its own; quote a text that begins "
	 "with \"- \""},
	{"did not find expected node content", NULL, BLAME_PROBLEM,
	 "expected a value here", "check the commas and brackets"},
	{"mapping keys are not allowed", NULL, BLAME_PROBLEM,
	 "a key cannot begin here", "check the indentation"},
	{"violate", "plain scalar", BLAME_PROBLEM,
	 "a tab cannot indent", "indent with spaces"},
	{"tab character", NULL, BLAME_PROBLEM, "a tab cannot indent",
	 "indent with spaces"},
	{"unknown escape character", NULL, BLAME_PROBLEM,
	 "there is no such escape in double quotes",
	 "write \"\\\\\" for a backslash, or use single quotes"},
	{"hexdecimal number", NULL, BLAME_PROBLEM,
	 "expected hexadecimal digits after this escape", NULL},
	{"invalid Unicode character escape", NULL, BLAME_PROBLEM,
	 "this escape stands for no character", NULL},
	{"alphabetic or numeric", "alias", BLAME_CONTEXT,
	 "expected the name of an alias after \"*\"",
	 "quote a text that begins with \"*\""},
	{"alphabetic or numeric", "anchor", BLAME_CONTEXT,
	 "expected the name of an anchor after \"&\"",
	 "quote a text that begins with \"&\""},
	{"undefined tag handle", NULL, BLAME_PROBLEM,
	 "the tag uses a handle that is not declared",
	 "leave the tag out; quote a text that begins with \"!\""},
	{"unknown directive", NULL, BLAME_PROBLEM,
	 "there is no such directive",
	 "quote a text that begins with \"%\""},
	{"duplicate %", NULL, BLAME_PROBLEM,
	 "this directive stands here twice", "keep one"},
	{"incompatible YAML", NULL, BLAME_PROBLEM,
	 "expected YAML version 1.1 or 1.2", NULL},
	{"expected <document start>", NULL, BLAME_PROBLEM,
	 "expected the end of the file",
	 "a file is one mapping of keys"},
	{"expected comment or line break", NULL, BLAME_PROBLEM,
	 "expected the end of the line here",
	 "text of a \"|\" or \">\" block begins on the next line"},
};

static bool has(const char *text, const char *part)
{
	return !part || (text && strstr(text, part));
}

static const struct wording *wording_for(const struct syntax_error *e)
{
	for (size_t i = 0; i < sizeof wordings / sizeof *wordings; i++)
		if (has(e->problem, wordings[i].problem) &&
		    has(e->context, wordings[i].context))
			return &wordings[i];
	return NULL;
}

/* The character at `at`, for the caret; empty at the end of a line. */
static struct span char_span(struct source *s, uint32_t at)
{
	struct span span = {s, at, at};
	uint32_t len;

	if (at < s->text.len && s->text.ptr[at] != '\n') {
		utf8_decode(str_from(s->text, at), &len);
		span.end += len;
	}
	return span;
}

/* At the end of the input the last character says more than nothing. */
static uint32_t inside(const struct source *s, uint32_t at)
{
	if (at > s->text.len)
		at = (uint32_t)s->text.len;
	if (at == s->text.len)
		while (at && (s->text.ptr[at - 1] == '\n' ||
			      s->text.ptr[at - 1] == '\r'))
			at--;
	return at;
}

static uint32_t line_end(const struct source *s, uint32_t at)
{
	while (at < s->text.len && s->text.ptr[at] != '\n' &&
	       s->text.ptr[at] != '\r')
		at++;
	return at;
}

static uint32_t report_unknown_start(struct source *s, uint32_t at,
				     struct diag *d)
{
	struct span span = char_span(s, at);
	struct str c = {s->text.ptr + at, span.end - at};
	struct finding *f;

	if (str_is(c, "\t")) {
		f = diag_add(d, CODE_L010, span, "a tab cannot indent");
		finding_help(d, f, "indent with spaces");
		return at;
	}
	f = diag_add(d, CODE_L010, span, "a text cannot begin with %s",
		     diag_quote(d, c));
	finding_help(d, f, "quote the text");
	return at;
}

/* A whole line is at fault where a key has no colon: underline it. */
static struct span blame_span(const struct wording *w, struct source *s,
			      uint32_t at)
{
	struct span span = char_span(s, at);

	if (w && w->blame == BLAME_LINE)
		span.end = line_end(s, at);
	return span;
}

/* Whether something stands before `at` in its line. */
static bool is_inside_line(const struct source *s, uint32_t at)
{
	while (at && (s->text.ptr[at - 1] == ' ' ||
		      s->text.ptr[at - 1] == '\t'))
		at--;
	return at && s->text.ptr[at - 1] != '\n' &&
	       s->text.ptr[at - 1] != '\r';
}

static uint32_t report_rest_of_line(struct source *s, uint32_t at,
				    struct diag *d)
{
	struct finding *f = diag_add(d, CODE_L010, char_span(s, at),
				     "expected the end of the line here");

	finding_help(d, f, "quote the whole text, not a part of it");
	return at;
}

uint32_t syntax_report(const struct syntax_error *e, struct source *source,
		       struct diag *d)
{
	const struct wording *w = wording_for(e);
	uint32_t problem_at = inside(source, e->problem_at);
	uint32_t at = problem_at;
	struct finding *f;

	if (has(e->problem, "cannot start any token"))
		return report_unknown_start(source, at, d);
	if (has(e->problem, "did not find expected key") &&
	    is_inside_line(source, at))
		return report_rest_of_line(source, at, d);
	if (w && w->blame != BLAME_PROBLEM)
		at = inside(source, e->context_at);
	f = diag_add(d, CODE_L010, blame_span(w, source, at), "%s",
		     w		  ? w->message
		     : e->problem ? e->problem
				  : "this is no YAML");
	if (w && w->help)
		finding_help(d, f, "%s", w->help);
	if (at != problem_at && w && w->blame == BLAME_OPENING)
		finding_note(d, f, char_span(source, problem_at),
			     "here it is no longer understood");
	return at;
}
