#include "text/safe.h"

#include "text/utf8.h"

/* By hand: a file may consist of nothing else. */
static void escape_byte(struct buf *out, unsigned char c)
{
	static const char digits[] = "0123456789abcdef";
	const char text[] = {'\\', 'x', digits[c >> 4], digits[c & 15]};

	buf_add(out, (struct str){text, sizeof text});
}

static void escape_bytes(struct buf *out, struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		escape_byte(out, (unsigned char)s.ptr[i]);
}

static void escape_char(struct buf *out, uint32_t c)
{
	if (c == '\n')
		buf_z(out, "\\n");
	else if (c == '\t')
		buf_z(out, "\\t");
	else if (c < 0x80)
		escape_byte(out, (unsigned char)c);
	else
		buf_printf(out, "\\u{%x}", (unsigned)c);
}

/* Joiners and direction marks do their work beside letters that are not
 * ASCII: Persian, Devanagari, emoji, Hebrew. Elsewhere they only hide. */
static bool works_here(uint32_t c, uint32_t before, struct str after)
{
	uint32_t next = 0, len;

	if (c != 0x200c && c != 0x200d && c != 0x200e && c != 0x200f &&
	    c != 0x61c)
		return false;
	if (after.len)
		next = utf8_decode(after, &len);
	return (before >= 0x80 && before != UTF8_BAD &&
		char_class(before) == CHAR_PLAIN) ||
	       (next >= 0x80 && next != UTF8_BAD &&
		char_class(next) == CHAR_PLAIN);
}

/* Whether a character may go out as it is; `after` is what follows it. */
static bool harmless(uint32_t c, uint32_t before, struct str after)
{
	if (c == UTF8_BAD || c == '\n' || c == '\t')
		return false;
	switch (char_class(c)) {
	case CHAR_PLAIN:
		return true;
	case CHAR_HIDDEN:
		return works_here(c, before, after);
	case CHAR_CONTROL:
	case CHAR_LINE_BREAK:
	case CHAR_BIDI:
	case CHAR_TAG:
	case CHAR_BOM:
	case CHAR_NONCHAR:
		break;
	}
	return false;
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool safe_begins_order(struct str s)
{
	size_t i = 2;

	if (!str_starts(s, STR("##")))
		return false;
	while (i < s.len && is_letter(s.ptr[i]))
		i++;
	return i < s.len && s.ptr[i] == '[';
}

size_t safe_char(struct buf *out, struct str s, uint32_t before)
{
	uint32_t len, c = utf8_decode(s, &len);
	struct str raw = {s.ptr, len};

	if (harmless(c, before, str_from(s, len)) && !safe_begins_order(s))
		buf_add(out, raw);
	else if (c == UTF8_BAD)
		escape_bytes(out, raw);
	else
		escape_char(out, c);
	return len;
}

static void safe(struct buf *out, struct str s, bool lines)
{
	uint32_t before = 0, len;

	for (size_t at = 0; at < s.len;) {
		struct str rest = str_from(s, at);

		if (lines && (*rest.ptr == '\n' || *rest.ptr == '\t'))
			buf_char(out, *rest.ptr);
		else
			safe_char(out, rest, before);
		before = utf8_decode(rest, &len);
		at += len;
	}
}

void safe_text(struct buf *out, struct str s)
{
	safe(out, s, true);
}

void safe_line(struct buf *out, struct str s)
{
	safe(out, s, false);
}

/* White space as a runner trims it, as far as it can get here. */
static size_t blank_len(struct str s)
{
	uint32_t len, c = utf8_decode(s, &len);

	return c == ' ' || c == '\t' || c == 0xa0 || c == 0x1680 ||
			       (c >= 0x2000 && c <= 0x200a) || c == 0x202f ||
			       c == 0x205f || c == 0x3000
		       ? len
		       : 0;
}

/* Where the `::` of a command stands in a line, or its length. */
static size_t command_at(struct str line)
{
	size_t at = 0, len;

	while (at < line.len && (len = blank_len(str_from(line, at))))
		at += len;
	return str_starts(str_from(line, at), STR("::")) ? at : line.len;
}

static void add_line(struct buf *out, struct str line)
{
	size_t command = command_at(line);

	for (size_t i = 0; i < line.len; i++) {
		if (i == command)
			buf_z(out, "\\x3a");
		else if (safe_begins_order(str_from(line, i)))
			buf_z(out, "\\x23");
		else
			buf_char(out, line.ptr[i]);
	}
}

static bool has_command(struct str text)
{
	for (size_t at = 0; at < text.len;) {
		struct str rest = str_from(text, at);
		size_t len = str_index(rest, '\n');

		if (command_at(str_head(rest, len)) < len)
			return true;
		at += len + 1;
	}
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] == '#' && safe_begins_order(str_from(text, i)))
			return true;
	return false;
}

void safe_commands(struct buf *out, size_t from)
{
	struct str added = str_from(buf_str(out), from);
	struct buf old = {0};

	if (!added.len || !has_command(added))
		return;
	buf_add(&old, added);
	out->len = from;
	for (size_t at = 0; at < old.len;) {
		struct str rest = str_from(buf_str(&old), at);
		size_t len = str_index(rest, '\n');

		add_line(out, str_head(rest, len));
		at += len;
		if (at < old.len) {
			buf_char(out, '\n');
			at++;
		}
	}
	buf_release(&old);
}
