#include "report/xml.h"

#include "text/safe.h"
#include "text/utf8.h"

static bool is_allowed(uint32_t c)
{
	return c == '\t' || c == '\n' || c == '\r' ||
	       (c >= 0x20 && c <= 0xd7ff) || (c >= 0xe000 && c <= 0xfffd) ||
	       (c >= 0x10000 && c <= 0x10ffff);
}

/* What would act on a terminal, or hide in a log, that shows the document as
 * it is; a reader of XML gets the character itself. */
static bool is_unsafe(uint32_t c)
{
	return c != '\t' && c != '\n' && char_class(c) != CHAR_PLAIN;
}

/* A carriage return would be read as a line end (section 2.11). */
static bool is_markup(uint32_t c, bool attribute)
{
	return c == '<' || c == '>' || c == '&' || c == '"' || is_unsafe(c) ||
	       (attribute && (c == '\t' || c == '\n'));
}

/* What a CI runner that shows the document would obey, wherever its lines
 * begin. */
static bool begins_command(struct str rest)
{
	return safe_begins_order(rest) || str_starts(rest, STR("::"));
}

static void escape(struct buf *out, struct str text, bool attribute)
{
	for (size_t at = 0; at < text.len;) {
		struct str rest = str_from(text, at);
		uint32_t len, c = utf8_decode(rest, &len);

		if (!is_allowed(c))
			buf_z(out, "\ufffd");
		else if (is_markup(c, attribute) || begins_command(rest))
			buf_printf(out, "&#%u;", (unsigned)c);
		else
			buf_add(out, str_head(rest, len));
		at += len;
	}
}

void xml_text(struct buf *out, struct str text)
{
	escape(out, text, false);
}

void xml_attribute(struct buf *out, const char *name, struct str value)
{
	buf_printf(out, " %s=\"", name);
	escape(out, value, true);
	buf_char(out, '"');
}

void xml_number(struct buf *out, const char *name, uint64_t value)
{
	buf_printf(out, " %s=\"%llu\"", name, (unsigned long long)value);
}
