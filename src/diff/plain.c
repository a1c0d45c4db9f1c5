/* A text without what is no change: its dressing taken off. */
#include "diff/words.h"

#include "text/utf8.h"

#include <utf8proc.h>

enum {
	SIGNS_MOST = 3, /* of emphasis in a row: ***both*** */
	MARKS_MOST = 30, /* on one letter: UAX 15, stream-safe text */
};

static bool is_sign(char c)
{
	return c == '*' || c == '_' || c == '`';
}

static bool is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* A sign that belongs to a word on both sides is emphasis if it is `*` and
 * part of a name if it is `_`, as CommonMark has it. */
static bool is_letter(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
	       (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

static bool is_escape(struct str s, size_t at)
{
	return s.ptr[at] == '\\' && at + 1 < s.len && s.ptr[at + 1] > ' ' &&
	       !is_letter(s.ptr[at + 1]);
}

/* --- emphasis and code ---------------------------------------------------- */

/* The signs of one text: which of its bytes are markup. */
struct signs {
	struct str text;
	bool *out; /* by byte: left out */
	/* 1 + where a run of so many signs opened last; 0: none did */
	size_t open_stars[SIGNS_MOST + 1], open_lines[SIGNS_MOST + 1];
	bool hopeless[SIGNS_MOST + 1]; /* no code of so many signs closes */
};

static size_t run_len(struct str s, size_t at)
{
	size_t n = 1;

	while (at + n < s.len && s.ptr[at + n] == s.ptr[at])
		n++;
	return n;
}

static void leave_out(struct signs *g, size_t at, size_t n)
{
	memset(g->out + at, true, n);
}

/* What opened inside of a pair finds no partner any more. */
static void forget_from(size_t *open, size_t from)
{
	for (int n = 1; n <= SIGNS_MOST; n++)
		if (open[n] > from)
			open[n] = 0;
}

static void see_emphasis(struct signs *g, size_t at, size_t n)
{
	struct str s = g->text;
	char sign = s.ptr[at];
	char before = at ? s.ptr[at - 1] : ' ';
	char behind = at + n < s.len ? s.ptr[at + n] : ' ';
	bool under = sign == '_';
	size_t *open = under ? &g->open_lines[n] : &g->open_stars[n];

	if (*open && !is_blank(before) && !(under && is_letter(behind))) {
		size_t partner = *open - 1;

		leave_out(g, partner, n);
		leave_out(g, at, n);
		forget_from(g->open_stars, partner);
		forget_from(g->open_lines, partner);
	} else if (!is_blank(behind) && !(under && is_letter(before))) {
		*open = at + 1;
	}
}

/* Gives where to go on: what stands in code is no markup. */
static size_t see_code(struct signs *g, size_t at, size_t n)
{
	struct str s = g->text;

	if (g->hopeless[n])
		return at + n;
	for (size_t end = at + n; end < s.len; end++) {
		size_t len;

		if (s.ptr[end] != '`')
			continue;
		len = run_len(s, end);
		if (len == n) {
			leave_out(g, at, n);
			leave_out(g, end, n);
			return end + n;
		}
		end += len - 1;
	}
	g->hopeless[n] = true;
	return at + n;
}

/* Which bytes are markup. Once forward, and once for each length of code
 * signs that does not close: linear. */
static void see_signs(struct signs *g)
{
	struct str s = g->text;

	for (size_t at = 0, n; at < s.len; at += n) {
		n = is_escape(s, at) ? 2 : 1;
		if (!is_sign(s.ptr[at]))
			continue;
		n = run_len(s, at);
		if (n > SIGNS_MOST)
			continue;
		if (s.ptr[at] == '`')
			n = see_code(g, at, n) - at;
		else
			see_emphasis(g, at, n);
	}
}

static bool has_signs(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (is_sign(s.ptr[i]))
			return true;
	return false;
}

/* --- white space ---------------------------------------------------------- */

/* Unicode's White_Space. */
static bool is_white(uint32_t c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 ||
	       c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) ||
	       c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f ||
	       c == 0x3000;
}

/* Copies what is not left out; `out` may be NULL. */
static struct str copy_words(struct str s, const bool *out, struct arena *a)
{
	char *to = arena_alloc(a, s.len + 1);
	size_t n = 0;
	bool space = false;
	uint32_t len;

	for (size_t at = 0; at < s.len; at += len) {
		uint32_t c = utf8_decode(str_from(s, at), &len);

		if (out && out[at])
			continue;
		if (is_white(c)) {
			space = n > 0;
			continue;
		}
		if (space)
			to[n++] = ' ';
		space = false;
		memcpy(to + n, s.ptr + at, len);
		n += len;
	}
	return (struct str){to, n};
}

/* --- normalisation -------------------------------------------------------- */

/* Below U+0300 all text is in NFC. Marks in long rows are no language, and to
 * put them in order takes utf8proc time quadratic in the row. */
static bool may_normalise(struct str s)
{
	bool high = false;
	int marks = 0;
	uint32_t len;

	for (size_t at = 0; at < s.len; at += len) {
		uint32_t c = utf8_decode(str_from(s, at), &len);

		if (c == UTF8_BAD)
			return false;
		high |= c >= 0x300;
		marks = c >= 0x300 && utf8proc_get_property((utf8proc_int32_t)c)
						->combining_class
				? marks + 1
				: 0;
		if (marks > MARKS_MOST)
			return false;
	}
	return high;
}

static struct str normalised(struct str s, struct arena *a)
{
	const utf8proc_option_t how = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
	const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)s.ptr;
	utf8proc_ssize_t len = (utf8proc_ssize_t)s.len, n;
	utf8proc_int32_t *buffer;

	if (!may_normalise(s))
		return s;
	n = utf8proc_decompose(bytes, len, NULL, 0, how);
	if (n <= 0)
		return s;
	/* and one for the NUL that utf8proc ends it with */
	buffer = ARENA_ARRAY(a, (size_t)n + 1, utf8proc_int32_t);
	n = utf8proc_decompose(bytes, len, buffer, n, how);
	n = utf8proc_reencode(buffer, n, how);
	return n < 0 ? s : (struct str){(const char *)buffer, (size_t)n};
}

/* --- all of it ------------------------------------------------------------ */

/* Most texts by far: ASCII with single spaces and no signs. */
static bool is_plain(struct str s)
{
	for (size_t i = 0; i < s.len; i++) {
		char c = s.ptr[i];

		if (c == ' ' && i && i + 1 < s.len && s.ptr[i - 1] != ' ')
			continue;
		if (c <= ' ' || c >= 0x7f || is_sign(c))
			return false;
	}
	return true;
}

struct str words_plain(struct str text, struct arena *a)
{
	struct signs g = {.text = text};
	struct str plain;

	if (is_plain(text))
		return text;
	if (has_signs(text)) {
		g.out = ARENA_ARRAY(a, text.len, bool);
		see_signs(&g);
	}
	plain = normalised(copy_words(text, g.out, a), a);
	return str_eq(plain, text) ? text : plain;
}
