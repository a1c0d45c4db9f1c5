#include "text/keys.h"

#include "text/utf8.h"

#define ESCAPE '\x1b'

enum { SEQUENCE_MOST = 64 }; /* bytes; no key sends as many */

static const struct str paste_begin = {"\x1b[200~", 6};
static const struct str paste_end = {"\x1b[201~", 6};

/* The last byte of a sequence, and the figure before a `~` (0: any). */
static const struct {
	char last;
	unsigned figure;
	enum key_kind kind;
} sequences[] = {
	{'A', 0, KEY_UP},	 {'B', 0, KEY_DOWN}, {'C', 0, KEY_RIGHT},
	{'D', 0, KEY_LEFT},	 {'H', 0, KEY_HOME}, {'F', 0, KEY_END},
	{'~', 1, KEY_HOME},	 {'~', 4, KEY_END},  {'~', 5, KEY_PAGE_UP},
	{'~', 6, KEY_PAGE_DOWN}, {'~', 7, KEY_HOME}, {'~', 8, KEY_END},
};

static enum key_kind kind_of(char last, unsigned figure)
{
	for (size_t i = 0; i < sizeof sequences / sizeof *sequences; i++)
		if (sequences[i].last == last &&
		    (!sequences[i].figure || sequences[i].figure == figure))
			return sequences[i].kind;
	return KEY_NONE;
}

static size_t decode_paste(struct str bytes, struct key *key)
{
	size_t from = paste_begin.len;

	for (size_t at = from; at + paste_end.len <= bytes.len; at++) {
		if (!str_starts(str_from(bytes, at), paste_end))
			continue;
		*key = (struct key){.kind = KEY_PASTE,
				    .text = {bytes.ptr + from, at - from}};
		return at + paste_end.len;
	}
	return 0;
}

/* ESC [ parameters last: figures, `;` and the like before the last byte, which
 * is a letter or `~`. Anything else breaks it off. */
static size_t decode_csi(struct str bytes, struct key *key)
{
	unsigned figure = 0;
	bool first = true;

	if (str_starts(bytes, paste_begin))
		return decode_paste(bytes, key);
	for (size_t i = 2; i < bytes.len && i < SEQUENCE_MOST; i++) {
		char c = bytes.ptr[i];

		if (c >= '@' && c <= '~') {
			key->kind = kind_of(c, figure);
			return i + 1;
		}
		if (c < ' ' || c > '?')
			return i;
		first = first && c >= '0' && c <= '9';
		if (first && figure < 1000)
			figure = figure * 10 + (unsigned)(c - '0');
	}
	return bytes.len < SEQUENCE_MOST ? 0 : SEQUENCE_MOST;
}

/* ESC O letter: keys in the mode of applications; M is Enter of the keypad. */
static size_t decode_ss3(struct str bytes, struct key *key)
{
	if (bytes.len < 3)
		return 0;
	key->kind = bytes.ptr[2] == 'M' ? KEY_ENTER : kind_of(bytes.ptr[2], 0);
	return 3;
}

/* An escape that nothing belongs to is the key; what follows is the next. */
static size_t decode_escape(struct str bytes, struct key *key)
{
	if (bytes.len > 1 && bytes.ptr[1] == '[')
		return decode_csi(bytes, key);
	if (bytes.len > 1 && bytes.ptr[1] == 'O')
		return decode_ss3(bytes, key);
	if (bytes.len == 1)
		return 0;
	key->kind = KEY_ESCAPE;
	return 1;
}

static size_t decode_char(struct str bytes, bool all, struct key *key)
{
	unsigned char head = (unsigned char)*bytes.ptr;
	size_t needs = head >= 0xf0   ? 4
		       : head >= 0xe0 ? 3
		       : head >= 0xc2 ? 2
				      : 1;
	uint32_t len, c = utf8_decode(bytes, &len);

	if (c == UTF8_BAD)
		return !all && len == bytes.len && len < needs ? 0 : len;
	*key = (struct key){.kind = KEY_CHAR, .c = c};
	return len;
}

size_t key_decode(struct str bytes, bool all, struct key *key)
{
	size_t n = 0;

	*key = (struct key){.kind = KEY_NONE};
	switch (*bytes.ptr) {
	case ESCAPE:
		n = decode_escape(bytes, key);
		break;
	case '\r':
	case '\n':
		key->kind = KEY_ENTER;
		return 1;
	case '\t':
		key->kind = KEY_TAB;
		return 1;
	case '\b':
	case '\x7f':
		key->kind = KEY_BACKSPACE;
		return 1;
	default:
		if ((unsigned char)*bytes.ptr < ' ')
			return 1;
		return decode_char(bytes, all, key);
	}
	if (n || !all || str_starts(bytes, paste_begin))
		return n;
	key->kind = KEY_ESCAPE;
	return 1;
}
