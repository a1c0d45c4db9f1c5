/* The part of Markdown that people write in the text of a ladder, read into
 * marks. A small, forgiving reading of CommonMark 0.31, section 6: what does
 * not close stands for itself. */
#include "report/prose.h"

enum {
	DEPTH_MOST = 3, /* marks inside marks */
	URL_MOST = 2000,
};

enum delimiter {
	DELIMITER_CODE,
	DELIMITER_STRONG,
	DELIMITER_UNDER_STRONG,
	DELIMITER_EMPHASIS,
	DELIMITER_UNDER_EMPHASIS,
	DELIMITER_LINK,
	DELIMITER_AUTOLINK,
	N_DELIMITERS
};

static const char *const signs[N_DELIMITERS] = {
	"`", "**", "__", "*", "_", "[", "<",
};

/* One text being read. Once the closing sign of a kind was not found, it is
 * not looked for again: that keeps the whole linear. */
struct reader {
	struct arena *a;
	prose *to;
	struct str text;
	enum mark mark;
	int depth;
	bool hopeless[N_DELIMITERS];
	size_t link_from; /* no link opens before this */
};

static void read_text(struct arena *a, prose *to, struct str text,
		      enum mark mark, int depth);

static bool is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t';
}

static bool is_word(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
	       (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

static bool is_punctuation(char c)
{
	return c > ' ' && c < 0x7f && !is_word(c);
}

static bool is_under(enum delimiter kind)
{
	return kind == DELIMITER_UNDER_STRONG ||
	       kind == DELIMITER_UNDER_EMPHASIS;
}

static bool may_open(const struct reader *r, size_t at, enum delimiter kind)
{
	size_t inner = at + strlen(signs[kind]);

	if (kind == DELIMITER_CODE || kind == DELIMITER_LINK ||
	    kind == DELIMITER_AUTOLINK)
		return true;
	return inner < r->text.len && !is_space(r->text.ptr[inner]) &&
	       !(is_under(kind) && at && is_word(r->text.ptr[at - 1]));
}

static bool may_close(const struct reader *r, size_t at, enum delimiter kind)
{
	const char *p = r->text.ptr;
	size_t behind = at + strlen(signs[kind]);

	if (kind == DELIMITER_CODE)
		return true;
	if (is_space(p[at - 1]))
		return false;
	/* a single sign is no half of a double one */
	if (signs[kind][1] == '\0' &&
	    ((behind < r->text.len && p[behind] == p[at]) ||
	     p[at - 1] == p[at]))
		return false;
	return !(is_under(kind) && behind < r->text.len && is_word(p[behind]));
}

/* Where the sign that closes stands; the text's length where none does. */
static size_t close_at(struct reader *r, size_t from, enum delimiter kind)
{
	struct str sign = str_of(signs[kind]);

	for (size_t at = from + 1; at + sign.len <= r->text.len; at++)
		if (r->text.ptr[at - 1] != '\\' &&
		    str_starts(str_from(r->text, at), sign) &&
		    may_close(r, at, kind))
			return at;
	r->hopeless[kind] = true;
	return r->text.len;
}

static void add_plain(struct reader *r, size_t from, size_t to)
{
	struct run *run;

	if (from >= to)
		return;
	run = vec_add(r->a, r->to);
	run->mark = r->mark;
	run->text = (struct str){r->text.ptr + from, to - from};
}

static void add_inner(struct reader *r, struct str inner, enum delimiter kind)
{
	if (kind == DELIMITER_CODE) {
		struct run *run = vec_add(r->a, r->to);

		run->mark = MARK_CODE;
		run->text = inner;
		return;
	}
	read_text(r->a, r->to, inner,
		  kind == DELIMITER_STRONG || kind == DELIMITER_UNDER_STRONG
			  ? MARK_STRONG
			  : MARK_EMPHASIS,
		  r->depth + 1);
}

/* [text](url); gives the bytes that it takes, or 0. */
static size_t read_link(struct reader *r, size_t at, size_t plain)
{
	struct str rest = str_from(r->text, at), text, url;
	size_t middle = 1, end;

	while (middle + 1 < rest.len &&
	       !(rest.ptr[middle] == ']' && rest.ptr[middle + 1] == '('))
		middle++;
	end = middle + 2 < rest.len
		      ? middle + 2 + str_index(str_from(rest, middle + 2), ')')
		      : rest.len;
	if (end >= rest.len) {
		r->hopeless[DELIMITER_LINK] = true;
		return 0;
	}
	text = (struct str){rest.ptr + 1, middle - 1};
	url = (struct str){rest.ptr + middle + 2, end - middle - 2};
	if (!prose_is_web(url) || !text.len || str_index(url, ' ') < url.len) {
		r->link_from = at + middle; /* all share that address */
		return 0;
	}
	add_plain(r, plain, at);
	prose_link(r->a, r->to, text, url);
	return end + 1;
}

/* <https://…> */
static size_t read_autolink(struct reader *r, size_t at, size_t plain)
{
	struct str rest = str_head(str_from(r->text, at + 1), URL_MOST), url;
	size_t end;

	if (!prose_is_web(rest))
		return 0;
	end = str_index(rest, '>');
	url = str_head(rest, end);
	if (end == rest.len || str_index(url, ' ') < url.len)
		return 0;
	add_plain(r, plain, at);
	prose_link(r->a, r->to, url, url);
	return end + 2;
}

static size_t read_marked(struct reader *r, size_t at, size_t plain,
			  enum delimiter kind)
{
	size_t sign = strlen(signs[kind]);
	size_t end;

	if (!may_open(r, at, kind))
		return 0;
	end = close_at(r, at + sign, kind);
	if (end >= r->text.len)
		return 0;
	add_plain(r, plain, at);
	add_inner(r, (struct str){r->text.ptr + at + sign, end - at - sign},
		  kind);
	return end + sign - at;
}

static enum delimiter delimiter_at(const struct reader *r, size_t at)
{
	struct str rest = str_from(r->text, at);

	for (int kind = 0; kind < N_DELIMITERS; kind++)
		if (str_starts(rest, str_of(signs[kind])))
			return (enum delimiter)kind;
	return N_DELIMITERS;
}

/* Reads what opens at `at`; gives the bytes taken, or 0 where nothing does.
 * What is plain since `plain` is added first. */
static size_t read_one(struct reader *r, size_t at, size_t plain)
{
	enum delimiter kind = delimiter_at(r, at);

	if (kind == N_DELIMITERS || r->hopeless[kind] || r->depth > DEPTH_MOST)
		return 0;
	if (kind == DELIMITER_LINK)
		return at < r->link_from ? 0 : read_link(r, at, plain);
	if (kind == DELIMITER_AUTOLINK)
		return read_autolink(r, at, plain);
	return read_marked(r, at, plain, kind);
}

static void read_text(struct arena *a, prose *to, struct str text,
		      enum mark mark, int depth)
{
	struct reader r = {.a = a, .to = to, .text = text, .mark = mark,
			   .depth = depth};
	size_t plain = 0, at = 0;

	while (at < text.len) {
		size_t taken;

		if (text.ptr[at] == '\\' && at + 1 < text.len &&
		    is_punctuation(text.ptr[at + 1])) {
			add_plain(&r, plain, at);
			plain = at + 1;
			at += 2;
		} else if ((taken = read_one(&r, at, plain))) {
			at += taken;
			plain = at;
		} else {
			at++;
		}
	}
	add_plain(&r, plain, text.len);
}

void prose_rich(struct arena *a, prose *to, struct str text)
{
	read_text(a, to, str_trim(text), MARK_PLAIN, 0);
}
