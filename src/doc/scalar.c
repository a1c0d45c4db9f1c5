#include "doc/scalar.h"

#include "text/utf8.h"

bool scalar_may_stand(struct str text)
{
	while (text.len) {
		uint32_t len, c = utf8_decode(text, &len);
		enum char_class class = char_class(c);

		if (c == UTF8_BAD ||
		    (class != CHAR_PLAIN && class != CHAR_HIDDEN))
			return false;
		text = str_from(text, len);
	}
	return true;
}

/* --- what a plain scalar would be read as -------------------------------- */

static size_t digits(struct str s)
{
	size_t n = 0;

	while (n < s.len && s.ptr[n] >= '0' && s.ptr[n] <= '9')
		n++;
	return n;
}

/* The numbers of the core schema (YAML 1.2, 10.3.2), with 0x and 0o. */
static bool is_number(struct str s)
{
	size_t whole, part = 0;

	if (str_starts(s, STR("0x")) || str_starts(s, STR("0o")))
		return s.len > 2;
	if (s.len && (s.ptr[0] == '-' || s.ptr[0] == '+'))
		s = str_from(s, 1);
	if (str_eq_nocase(s, STR(".inf")) || str_eq_nocase(s, STR(".nan")))
		return true;
	whole = digits(s);
	s = str_from(s, whole);
	if (s.len && s.ptr[0] == '.') {
		part = digits(str_from(s, 1));
		s = str_from(s, 1 + part);
	}
	if (whole + part == 0)
		return false;
	if (s.len > 1 && (s.ptr[0] == 'e' || s.ptr[0] == 'E')) {
		s = str_from(s, 1);
		if (s.ptr[0] == '-' || s.ptr[0] == '+')
			s = str_from(s, 1);
		return str_is_digits(s);
	}
	return s.len == 0;
}

static bool is_null(struct str s)
{
	return s.len == 0 || str_is(s, "~") || str_eq_nocase(s, STR("null"));
}

static bool is_truth(struct str s)
{
	return str_eq_nocase(s, STR("true")) || str_eq_nocase(s, STR("false"));
}

/* --- what the syntax takes for something else ---------------------------- */

static bool is_one_of(char c, const char *set)
{
	return c && strchr(set, c);
}

static bool starts_plain(struct str s, bool flow)
{
	char next = s.len > 1 ? s.ptr[1] : ' ';

	if (str_starts(s, STR("---")) || str_starts(s, STR("...")))
		return false;
	if (is_one_of(s.ptr[0], "?:") && flow)
		return false;
	if (is_one_of(s.ptr[0], "-?:"))
		return next != ' ' && !(flow && is_one_of(next, ",[]{}"));
	return !is_one_of(s.ptr[0], " ,[]{}#&*!|>'\"%@`");
}

/* Whether a plain scalar ends, or cannot go on, at byte `i`. */
static bool ends_plain(struct str s, size_t i, bool flow)
{
	char c = s.ptr[i], next = i + 1 < s.len ? s.ptr[i + 1] : ' ';

	if ((unsigned char)c < ' ')
		return true;
	if (c == ':' && (next == ' ' || (flow && is_one_of(next, ",?[]{}"))))
		return true;
	if (c == '#' && i && s.ptr[i - 1] == ' ')
		return true;
	/* older libyaml takes a question mark in brackets for a key */
	return flow && is_one_of(c, ",[]{}?");
}

/* Whether a text comes back as it is without quotes. */
static bool is_plain(struct str text, const struct scalar_look *look)
{
	if (is_null(text) || !starts_plain(text, look->flow) ||
	    text.ptr[text.len - 1] == ' ')
		return false;
	if (!look->word && (is_truth(text) || is_number(text)))
		return false;
	for (size_t i = 0; i < text.len; i++)
		if (ends_plain(text, i, look->flow))
			return false;
	return true;
}

/* --- writing ------------------------------------------------------------- */

static void write_single(struct buf *out, struct str text)
{
	buf_char(out, '\'');
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == '\'')
			buf_char(out, '\'');
		buf_char(out, text.ptr[i]);
	}
	buf_char(out, '\'');
}

/* The escapes of YAML 1.2, 5.7. */
static void write_escape(struct buf *out, uint32_t c)
{
	switch (c) {
	case '"':
	case '\\':
		buf_printf(out, "\\%c", (int)c);
		return;
	case '\n':
		buf_z(out, "\\n");
		return;
	case '\r':
		buf_z(out, "\\r");
		return;
	case '\t':
		buf_z(out, "\\t");
		return;
	case UTF8_BAD:
		buf_z(out, "\\ufffd");
		return;
	default:
		buf_printf(out,
			   c > 0xffff ? "\\U%08x"
			   : c > 0xff ? "\\u%04x"
				      : "\\x%02x",
			   (unsigned)c);
	}
}

static bool needs_escape(uint32_t c)
{
	return c == '"' || c == '\\' || c == '\n' || c == '\t' ||
	       char_class(c) != CHAR_PLAIN;
}

void scalar_write_quoted(struct buf *out, struct str text)
{
	buf_char(out, '"');
	while (text.len) {
		uint32_t len, c = utf8_decode(text, &len);

		if (needs_escape(c))
			write_escape(out, c);
		else
			buf_add(out, str_head(text, len));
		text = str_from(text, len);
	}
	buf_char(out, '"');
}

/* Single quotes know no escapes, and a line end in them is folded. */
static bool fits_single(struct str text)
{
	return str_index(text, '\n') == text.len;
}

static bool is_full_of_escapes(struct str text)
{
	return str_index(text, '"') < text.len ||
	       str_index(text, '\\') < text.len;
}

void scalar_write(struct buf *out, struct str text,
		  const struct scalar_look *look)
{
	bool means = look->word && (is_truth(text) || is_number(text));
	char quote = means ? 0 : look->quote;

	if (!quote && is_plain(text, look)) {
		buf_add(out, text);
		return;
	}
	if (!quote)
		quote = is_full_of_escapes(text) ? '\'' : '"';
	if (quote == '\'' && fits_single(text))
		write_single(out, text);
	else
		scalar_write_quoted(out, text);
}
