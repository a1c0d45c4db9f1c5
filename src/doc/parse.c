/* The only file that sees <yaml.h>. */
#include "doc/build.h"
#include "doc/bytes.h"
#include "doc/syntax.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <yaml.h>

/* What libyaml is given: the file without its byte-order mark and without the
 * bytes that it must not see. It counts characters; we count bytes of the
 * file. */
struct input {
	struct str text;
	char *owned; /* a copy without the troublesome bytes, or NULL */
	const struct byte_trouble *trouble;
	uint32_t *left_out; /* by span: bytes left out before it; one more */
	uint32_t base; /* bytes of the mark in front */
	/* libyaml's characters and our bytes go forward together */
	uint32_t from; /* byte of `text` at which the parser was started */
	size_t chars, bytes;
};

struct parse {
	yaml_parser_t yaml;
	struct input in;
	struct source *source;
	struct diag *diag;
	struct build build;
	uint32_t last_end; /* where the last thing with an end of its own was */
	uint32_t doc_end;  /* where the document ended */
};

/* --- places -------------------------------------------------------------- */

static bool is_lead(char c)
{
	return ((unsigned char)c & 0xc0) != 0x80;
}

static void seek_char(struct input *in, size_t index)
{
	const char *text = in->text.ptr + in->from;
	size_t len = in->text.len - in->from;

	while (in->chars < index && in->bytes < len) {
		in->bytes++;
		while (in->bytes < len && !is_lead(text[in->bytes]))
			in->bytes++;
		in->chars++;
	}
	while (in->chars > index) {
		in->bytes--;
		while (!is_lead(text[in->bytes]))
			in->bytes--;
		in->chars--;
	}
}

/* From a byte of the input to one of the file. */
static uint32_t to_file(const struct input *in, size_t at)
{
	const struct span *spans = in->trouble->spans.at;
	uint32_t low = 0, high = in->trouble->spans.n;
	size_t place = at + in->base;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (spans[middle].at - in->left_out[middle] <= place)
			low = middle + 1;
		else
			high = middle;
	}
	return (uint32_t)place + in->left_out[low];
}

/* And back, for a byte that was not left out. */
static uint32_t to_input(const struct input *in, uint32_t at)
{
	const struct span *spans = in->trouble->spans.at;
	uint32_t low = 0, high = in->trouble->spans.n;
	uint32_t place = at < in->base ? 0 : at - in->base;

	if (!in->owned)
		return place;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (spans[middle].at < at)
			low = middle + 1;
		else
			high = middle;
	}
	return place - in->left_out[low];
}

static uint32_t place_of(struct input *in, const yaml_mark_t *mark)
{
	size_t at = mark->index;

	if (!in->trouble->ascii) {
		seek_char(in, at);
		at = in->bytes;
	}
	at += in->from;
	return in->owned ? to_file(in, at) : (uint32_t)at + in->base;
}

static void input_init(struct input *in, struct source *source,
		       const struct byte_trouble *trouble, struct arena *a)
{
	struct str text = source->text;
	uint32_t *left_out, n = 0;
	char *to, instead;
	size_t at;

	*in = (struct input){.trouble = trouble};
	if (str_starts(text, STR("\xef\xbb\xbf")))
		in->base = 3;
	in->text = str_from(text, in->base);
	if (!trouble->spans.n)
		return;
	to = in->owned = malloc(text.len + 1);
	if (!to)
		oom();
	/* Where no line ends otherwise, a carriage return ends it. Behind the
	 * end of a line it is nothing. */
	instead = memchr(text.ptr, '\n', text.len) ? ' ' : '\n';
	at = in->base;
	left_out = ARENA_ARRAY(a, trouble->spans.n + 1, uint32_t);
	in->left_out = left_out;
	for_each(span, &trouble->spans) {
		*left_out++ = n;
		memcpy(to, text.ptr + at, span->at - at);
		to += span->at - at;
		if (text.ptr[span->at] == '\r' &&
		    (!span->at || text.ptr[span->at - 1] != '\n'))
			*to++ = instead;
		else
			n += span->end - span->at;
		at = span->end;
	}
	*left_out = n;
	memcpy(to, text.ptr + at, text.len - at);
	to += text.len - at;
	in->text = (struct str){in->owned, (size_t)(to - in->owned)};
}

/* --- events -------------------------------------------------------------- */

static bool ends_word(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Past the white space and comments that may follow an anchor or a tag. */
static uint32_t skip_blank(struct str text, uint32_t at)
{
	while (at < text.len && (ends_word(text.ptr[at]) ||
				 text.ptr[at] == '#'))
		if (text.ptr[at] == '#')
			at += (uint32_t)str_index(str_from(text, at), '\n');
		else
			at++;
	return at;
}

/* Takes anchor and tag off the head of a node's span. */
static void take_properties(struct parse *p, struct event *e)
{
	struct str text = p->source->text;
	int n = !!e->anchor.ptr + !!e->tag.ptr;

	for (; n && e->at < e->end; n--) {
		struct span word = {p->source, e->at, e->at};

		while (word.end < e->end && !ends_word(text.ptr[word.end]))
			word.end++;
		if (text.ptr[word.at] == '&')
			e->anchor_span = word;
		else
			e->tag_span = word;
		e->at = skip_blank(text, word.end);
	}
	if (e->at > e->end)
		e->at = e->end;
}

static struct event event_of(struct parse *p, const yaml_event_t *y,
			     const yaml_char_t *anchor, const yaml_char_t *tag)
{
	struct event e = {.anchor = str_of((const char *)anchor),
			  .tag = str_of((const char *)tag)};

	e.at = place_of(&p->in, &y->start_mark);
	e.end = place_of(&p->in, &y->end_mark);
	if (anchor || tag)
		take_properties(p, &e);
	return e;
}

static enum scalar_style style_of(yaml_scalar_style_t style)
{
	switch (style) {
	case YAML_SINGLE_QUOTED_SCALAR_STYLE:
		return STYLE_SINGLE;
	case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
		return STYLE_DOUBLE;
	case YAML_LITERAL_SCALAR_STYLE:
	case YAML_FOLDED_SCALAR_STYLE:
		return STYLE_BLOCK;
	case YAML_ANY_SCALAR_STYLE:
	case YAML_PLAIN_SCALAR_STYLE:
		break;
	}
	return STYLE_PLAIN;
}

/* A text that came in with escapes may hold what the file may not. */
static size_t without_hidden(char *text, size_t len)
{
	size_t to = 0;

	for (size_t at = 0; at < len;) {
		struct str rest = {text + at, len - at};
		uint32_t n;
		enum char_class class = char_class(utf8_decode(rest, &n));

		if (class == CHAR_PLAIN || class == CHAR_HIDDEN) {
			memmove(text + to, text + at, n);
			to += n;
		}
		at += n;
	}
	return to;
}

static bool take_scalar(struct parse *p, yaml_event_t *y)
{
	struct event e = event_of(p, y, y->data.scalar.anchor,
				  y->data.scalar.tag);
	struct str value = {(const char *)y->data.scalar.value,
			    y->data.scalar.length};
	enum scalar_style style = style_of(y->data.scalar.style);
	struct str text = p->source->text;

	/* a block's end mark is the start of what follows */
	while (style == STYLE_BLOCK && e.end > e.at &&
	       ends_word(text.ptr[e.end - 1]))
		e.end--;
	if (style == STYLE_DOUBLE &&
	    memchr(text.ptr + e.at, '\\', e.end - e.at) &&
	    !bytes_check_escapes((struct span){p->source, e.at, e.end},
				 p->diag))
		value.len = without_hidden((char *)y->data.scalar.value,
					   value.len);
	p->last_end = e.end;
	return build_scalar(&p->build, &e, value, style);
}

static bool take_open(struct parse *p, const yaml_event_t *y)
{
	bool map = y->type == YAML_MAPPING_START_EVENT;
	struct event e =
		map ? event_of(p, y, y->data.mapping_start.anchor,
			       y->data.mapping_start.tag)
		    : event_of(p, y, y->data.sequence_start.anchor,
			       y->data.sequence_start.tag);

	/* What is cut short right here does not end before it began. */
	p->last_end = e.end;
	return build_open(&p->build, &e, map ? NODE_MAP : NODE_LIST);
}

/* Block collections end where the next token begins: take the end of the
 * last thing inside instead. */
static void take_close(struct parse *p, const yaml_event_t *y)
{
	uint32_t start = place_of(&p->in, &y->start_mark);
	uint32_t end = place_of(&p->in, &y->end_mark);

	if (end > start && end > p->last_end)
		p->last_end = end;
	build_close(&p->build, p->last_end);
}

static bool take_alias(struct parse *p, const yaml_event_t *y)
{
	const yaml_char_t *name = y->data.alias.anchor;
	struct event e = event_of(p, y, NULL, NULL);

	p->last_end = e.end;
	return build_alias(&p->build, &e, str_of((const char *)name));
}

enum after { AFTER_MORE, AFTER_END, AFTER_STOP };

static enum after take_event(struct parse *p, yaml_event_t *y)
{
	bool goes_on = true;

	switch (y->type) {
	case YAML_SCALAR_EVENT:
		goes_on = take_scalar(p, y);
		break;
	case YAML_MAPPING_START_EVENT:
	case YAML_SEQUENCE_START_EVENT:
		goes_on = take_open(p, y);
		break;
	case YAML_MAPPING_END_EVENT:
	case YAML_SEQUENCE_END_EVENT:
		take_close(p, y);
		break;
	case YAML_ALIAS_EVENT:
		goes_on = take_alias(p, y);
		break;
	case YAML_DOCUMENT_END_EVENT:
		p->doc_end = place_of(&p->in, &y->end_mark);
		return AFTER_END;
	case YAML_STREAM_END_EVENT:
		p->doc_end = (uint32_t)p->source->text.len;
		return AFTER_END;
	case YAML_NO_EVENT:
	case YAML_STREAM_START_EVENT:
	case YAML_DOCUMENT_START_EVENT:
		break;
	}
	return goes_on ? AFTER_MORE : AFTER_STOP;
}

/* --- running the parser -------------------------------------------------- */

static void start_parser(struct parse *p, uint32_t from, uint32_t to)
{
	if (!yaml_parser_initialize(&p->yaml))
		oom();
	yaml_parser_set_encoding(&p->yaml, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(
		&p->yaml,
		(const unsigned char *)(to > from ? p->in.text.ptr + from
						  : ""),
		to - from);
	p->in.from = from;
	p->in.chars = p->in.bytes = 0;
}

/* The first span of trouble that begins at `at` or behind. */
static uint32_t trouble_from(const struct byte_trouble *t, uint32_t at)
{
	uint32_t low = 0, high = t->spans.n;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (t->spans.at[middle].at < at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Whether bytes were left out of the line of this byte. */
static bool line_lacks_bytes(const struct parse *p, uint32_t at)
{
	const struct byte_trouble *t = p->in.trouble;
	struct str text = p->source->text;
	uint32_t start = at, end, first;

	if (!t->spans.n)
		return false;
	while (start && text.ptr[start - 1] != '\n')
		start--;
	end = at + (uint32_t)str_index(str_from(text, at), '\n');
	first = trouble_from(t, start);
	return first < t->spans.n && t->spans.at[first].at < end;
}

/* Reports the parser's error; gives the byte of the mistake. Where bytes that
 * are not allowed were left out of that line, they are the mistake, and it was
 * told. */
static uint32_t report_error(struct parse *p, uint32_t *problem_at)
{
	struct syntax_error e = {
		.problem = p->yaml.problem,
		.context = p->yaml.context,
		.problem_at = place_of(&p->in, &p->yaml.problem_mark),
		.context_at = place_of(&p->in, &p->yaml.context_mark),
	};

	if (p->yaml.error == YAML_MEMORY_ERROR)
		oom();
	*problem_at = e.problem_at;
	if (line_lacks_bytes(p, e.problem_at))
		return e.problem_at;
	if (e.context && line_lacks_bytes(p, e.context_at))
		return e.context_at;
	return syntax_report(&e, p->source, p->diag);
}

static uint32_t next_line(struct str text, uint32_t at)
{
	at += (uint32_t)str_index(str_from(text, at), '\n');
	return at < text.len ? at + 1 : (uint32_t)text.len;
}

/* Whether a line looks like a key at the beginning of a line. */
static bool is_top_key(struct str text, uint32_t at)
{
	struct str line = str_from(text, at);

	line = str_trim(str_head(line, str_index(line, '\n')));
	if (at >= text.len || !line.len ||
	    strchr(" \t\r\n#-%.&*!|>@`[]{},?:", text.ptr[at]))
		return false;
	if (line.ptr[line.len - 1] == ':')
		return true;
	for (size_t i = 0; i + 1 < line.len; i++)
		if (line.ptr[i] == ':' && line.ptr[i + 1] == ' ')
			return true;
	return false;
}

static uint32_t next_top_key(struct str text, uint32_t at)
{
	do
		at = next_line(text, at);
	while (at < text.len && !is_top_key(text, at));
	return at;
}

/* Takes events until the document ends. False after a syntax error; `at` is
 * then the byte of the mistake. `inner` leaves the outermost mapping to the
 * one that is open already. */
static bool run(struct parse *p, bool inner, uint32_t *at)
{
	enum after after = AFTER_MORE;
	uint32_t depth = p->build.stack.n;
	yaml_event_t y;

	while (after == AFTER_MORE) {
		if (!yaml_parser_parse(&p->yaml, &y)) {
			*at = report_error(p, &p->last_end);
			return false;
		}
		if (inner && y.type == YAML_MAPPING_START_EVENT)
			inner = false;
		else if (y.type == YAML_MAPPING_END_EVENT && depth &&
			 p->build.stack.n == depth)
			after = AFTER_END;
		else if (inner && (y.type == YAML_SCALAR_EVENT ||
				   y.type == YAML_SEQUENCE_START_EVENT ||
				   y.type == YAML_ALIAS_EVENT))
			after = AFTER_END; /* the section is no mapping */
		else
			after = take_event(p, &y);
		yaml_event_delete(&y);
	}
	return true;
}

/* After a mistake at `at`: what is open ends, and each key at the beginning of
 * a line is read by itself, so that one mistake costs one section. */
static void resume(struct parse *p, uint32_t at)
{
	struct str text = p->source->text;
	uint32_t start = next_top_key(text, at), end;

	build_break(&p->build, p->last_end, start);
	while (start < text.len && !p->build.stopped && p->build.stack.n) {
		end = next_top_key(text, start);
		yaml_parser_delete(&p->yaml);
		start_parser(p, to_input(&p->in, start),
			     to_input(&p->in, end));
		p->last_end = start;
		if (!run(p, true, &at))
			build_break(&p->build, p->last_end, end);
		start = end;
	}
}

/* --- what stands around the document ------------------------------------- */

static bool at_marker(struct str text, uint32_t at, const char *marker)
{
	struct str rest = str_from(text, at);

	return str_starts(rest, str_of(marker)) &&
	       (rest.len == 3 || ends_word(rest.ptr[3]));
}

/* Nothing but comments may follow the document; libyaml is not asked, since
 * many directives there would take it very long. */
static void check_rest(struct parse *p)
{
	struct str text = p->source->text;
	uint32_t at = skip_blank(text, p->doc_end);
	struct finding *f;

	while (at_marker(text, at, "..."))
		at = skip_blank(text, at + 3);
	if (at >= text.len)
		return;
	/* a marker too many is one mistake */
	if (p->build.doc->n && p->build.doc->nodes->flags & NODE_NULL)
		p->build.doc->nodes->flags |= NODE_BROKEN;
	if (at_marker(text, at, "---") || text.ptr[at] == '%') {
		/* A directive may be cut off by the end of the file. */
		uint32_t end = text.len - at < 3 ? text.len : at + 3;

		f = diag_add(p->diag, CODE_L012,
			     (struct span){p->source, at, end},
			     "a second document begins here");
		finding_help(p->diag, f, "put it into a file of its own");
		return;
	}
	f = diag_add(p->diag, CODE_L010, (struct span){p->source, at, at + 1},
		     "expected the end of the file");
	finding_help(p->diag, f, "a file is one mapping of keys");
}

static bool too_many_directives(struct parse *p)
{
	int64_t most = p->build.limits->at[LIMIT_DIRECTIVES], n = 0;
	struct str text = p->source->text;
	uint32_t at = skip_blank(text, p->in.base);

	while (at < text.len && text.ptr[at] == '%') {
		uint32_t end = next_line(text, at);

		if (++n > most) {
			struct finding *f = diag_add(
				p->diag, CODE_L026,
				(struct span){p->source, at, at + 1},
				"the file has too many directives; the limit "
				"is %lld",
				(long long)most);

			finding_help(p->diag, f,
				     "--limit directives=N raises it");
			return true;
		}
		at = skip_blank(text, end);
	}
	return false;
}

static void parse_all(struct parse *p)
{
	uint32_t at;

	if (too_many_directives(p)) {
		p->build.doc->refused = true;
		return;
	}
	start_parser(p, 0, (uint32_t)p->in.text.len);
	if (!run(p, false, &at))
		resume(p, at);
	else if (!p->build.stopped)
		check_rest(p);
	yaml_parser_delete(&p->yaml);
	build_finish(&p->build, p->last_end);
	if (!p->build.doc->n && !p->build.doc->refused &&
	    !p->build.doc->broken)
		diag_add(p->diag, CODE_L019, (struct span){p->source, 0, 0},
			 "the file holds nothing; expected a ladder or an "
			 "assessment");
}

struct doc doc_parse(struct arena *a, struct source *source,
		     const struct limits *limits, struct diag *d)
{
	struct byte_trouble trouble = bytes_check(a, source, d);
	struct parse p = {.source = source, .diag = d};
	struct doc doc = {0};

	vec_add(a, &doc.files)->source = source;
	if (trouble.refused) {
		doc.refused = true;
		return doc;
	}
	build_init(&p.build, &doc, source, limits, d);
	input_init(&p.in, source, &trouble, a);
	parse_all(&p);
	free(p.in.owned);
	p.build.doc = NULL;
	doc_settle(&doc, a);
	return doc;
}
