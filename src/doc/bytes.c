#include "doc/bytes.h"

#include "text/utf8.h"

#include <stdio.h>

enum { BLOCK = 64 };

/* Sixteen bytes at once, as gcc and clang know them on every machine. */
typedef signed char lanes __attribute__((vector_size(16)));

/* Bytes above 0x7f are below 0x20, too, as signed ones. */
static bool block_is_plain(const char *block)
{
	uint64_t halves[2];
	lanes odd = {0}, c;

	for (int i = 0; i < BLOCK; i += (int)sizeof c) {
		memcpy(&c, block + i, sizeof c);
		odd |= ((c < 0x20) & (c != '\n') & (c != '\t')) | (c == 0x7f);
	}
	memcpy(halves, &odd, sizeof halves);
	return !(halves[0] | halves[1]);
}

static enum code class_code(enum char_class class)
{
	switch (class) {
	case CHAR_LINE_BREAK:
		return CODE_L003;
	case CHAR_BIDI:
	case CHAR_TAG:
	case CHAR_BOM:
	case CHAR_NONCHAR:
		return CODE_L004;
	case CHAR_PLAIN:
	case CHAR_HIDDEN:
	case CHAR_CONTROL:
		break;
	}
	return CODE_L002;
}

static enum code char_code(uint32_t c)
{
	return c == UTF8_BAD ? CODE_L001
	       : c == '\r'   ? CODE_L003
			     : class_code(char_class(c));
}

static bool class_is_allowed(enum char_class class)
{
	return class == CHAR_PLAIN || class == CHAR_HIDDEN;
}

static const char *class_name(uint32_t c)
{
	switch (char_class(c)) {
	case CHAR_LINE_BREAK:
		return "line break that some programs do not know";
	case CHAR_BIDI:
		return "text-direction control";
	case CHAR_TAG:
		return "invisible tag character";
	case CHAR_BOM:
		return "byte-order mark";
	case CHAR_NONCHAR:
		return "noncharacter";
	case CHAR_HIDDEN:
		return "invisible character";
	case CHAR_CONTROL:
		return c == '\r'   ? "carriage return alone"
		       : c == 0    ? "NUL"
		       : c == 0x7f ? "DEL"
				   : "control character";
	case CHAR_PLAIN:
		break;
	}
	return "character";
}

/* "U+202E (text-direction control)" */
static void describe(uint32_t c, char out[64])
{
	snprintf(out, 64, "U+%04X (%s)", (unsigned)c, class_name(c));
}

static void add_finding(struct diag *d, enum code code, struct span span,
			uint32_t c)
{
	char name[64];
	struct finding *f;

	if (c == UTF8_BAD) {
		f = diag_add(d, code, span, "byte 0x%02x is not UTF-8 here",
			     (unsigned char)span.source->text.ptr[span.at]);
		finding_help(d, f, "save the file as UTF-8");
		return;
	}
	describe(c, name);
	f = diag_add(d, code, span, "%s is not allowed", name);
	finding_help(d, f,
		     c == '\r' ? "end lines with LF or CRLF"
			       : "take it out, also where it is not seen");
}

static void add_trouble(struct arena *a, struct byte_trouble *t,
			struct diag *d, struct span span, uint32_t c)
{
	add_finding(d, char_code(c), span, c);
	*vec_add(a, &t->spans) = span;
}

static bool ends_line(struct str text, size_t at)
{
	return at + 1 < text.len && text.ptr[at + 1] == '\n';
}

/* Looks at the characters of [at, end) one by one; gives where it stopped,
 * which may be a little past `end`. */
static size_t check_slowly(struct arena *a, struct source *s, size_t at,
			   size_t end, struct byte_trouble *t, struct diag *d)
{
	while (at < end) {
		uint32_t len;
		uint32_t c = utf8_decode(str_from(s->text, at), &len);
		struct span span = {s, (uint32_t)at, (uint32_t)(at + len)};

		t->ascii = t->ascii && c < 0x80;
		if (c == UTF8_BAD || (!class_is_allowed(char_class(c)) &&
				      !(c == '\r' && ends_line(s->text, at))))
			add_trouble(a, t, d, span, c);
		at += len;
	}
	return at;
}

/* UTF-16 and UTF-32 by their marks, or by a NUL beside the first character,
 * which no UTF-8 text has. */
static const char *other_encoding(struct str text)
{
	if (str_starts(text, STR("\xff\xfe\0\0")) ||
	    str_starts(text, STR("\0\0\xfe\xff")))
		return "UTF-32";
	if (str_starts(text, STR("\xff\xfe")) ||
	    str_starts(text, STR("\xfe\xff")))
		return "UTF-16";
	if (text.len >= 4 && (!text.ptr[0] != !text.ptr[1]) &&
	    (!text.ptr[2] != !text.ptr[3]) && !text.ptr[0] == !text.ptr[2])
		return "UTF-16";
	return NULL;
}

static bool refuse_encoding(struct source *s, struct diag *d)
{
	const char *name = other_encoding(s->text);
	struct finding *f;

	if (!name)
		return false;
	f = diag_add(d, CODE_L005, (struct span){s, 0, 0},
		     "the file is %s; expected UTF-8", name);
	finding_help(d, f, "save the file as UTF-8");
	return true;
}

struct byte_trouble bytes_check(struct arena *a, struct source *source,
				struct diag *d)
{
	struct byte_trouble t = {.ascii = true};
	struct str text = source->text;
	size_t at = str_starts(text, STR("\xef\xbb\xbf")) ? 3 : 0;

	if (refuse_encoding(source, d)) {
		t.refused = true;
		return t;
	}
	while (at < text.len) {
		if (text.len - at >= BLOCK && block_is_plain(text.ptr + at)) {
			at += BLOCK;
			continue;
		}
		at = check_slowly(a, source, at,
				  at + BLOCK < text.len ? at + BLOCK
							: text.len,
				  &t, d);
	}
	return t;
}

static int hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 32;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The character that the escape at the head of `s` stands for; `len` is how
 * long it is. Source: YAML 1.2.2, section 5.7. */
static uint32_t escape_value(struct str s, uint32_t *len)
{
	static const char letters[] = "0abtnvfreNLP_";
	static const uint32_t values[] = {0,  7,  8,  9,    10,     11,    12,
					  13, 27, 0x85, 0x2028, 0x2029, 0xa0};
	const char *letter = s.ptr[1] ? strchr(letters, s.ptr[1]) : NULL;
	uint32_t digits = s.ptr[1] == 'x' ? 2 : s.ptr[1] == 'u' ? 4 : 8;
	uint32_t value = 0;

	*len = 2;
	if (letter)
		return values[letter - letters];
	if (!strchr("xuU", s.ptr[1]))
		return ' ';
	for (; *len < 2 + digits && *len < s.len && hex(s.ptr[*len]) >= 0;
	     ++*len)
		value = value << 4 | (uint32_t)hex(s.ptr[*len]);
	return value;
}

static bool escape_is_allowed(uint32_t c, struct str rest)
{
	return class_is_allowed(char_class(c)) ||
	       (c == '\r' && str_starts(rest, STR("\\n")));
}

bool bytes_check_escapes(struct span token, struct diag *d)
{
	struct str raw = {token.source->text.ptr + token.at,
			  token.end - token.at};
	bool clean = true;

	for (uint32_t at = 0, len; at + 1 < raw.len; at += len) {
		struct span span = {token.source, token.at + at, 0};
		uint32_t c;

		len = 1;
		if (raw.ptr[at] != '\\')
			continue;
		c = escape_value(str_from(raw, at), &len);
		span.end = span.at + len;
		if (escape_is_allowed(c, str_from(raw, at + len)))
			continue;
		add_finding(d, char_code(c), span, c);
		clean = false;
	}
	return clean;
}
