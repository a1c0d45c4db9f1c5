/* What was typed, from the bytes that a terminal sends: characters in UTF-8,
 * the sequences of ECMA-48 that xterm and those after it send for keys, text
 * pasted between brackets (xterm's mode 2004). */
#ifndef TEXT_KEYS_H
#define TEXT_KEYS_H

#include "base/str.h"

#include <stdint.h>

enum key_kind {
	KEY_NONE, /* nothing that we know */
	KEY_CHAR,
	KEY_ENTER,
	KEY_TAB,
	KEY_BACKSPACE,
	KEY_ESCAPE,
	KEY_UP,
	KEY_DOWN,
	KEY_LEFT,
	KEY_RIGHT,
	KEY_HOME,
	KEY_END,
	KEY_PAGE_UP,
	KEY_PAGE_DOWN,
	KEY_PASTE,
};

struct key {
	enum key_kind kind;
	uint32_t c;      /* KEY_CHAR: the code point */
	struct str text; /* KEY_PASTE: the bytes, as they came */
};

/* Takes the first key off `bytes` (not empty) and gives how many bytes it has;
 * 0 where more must come first. `all`: nothing came for a while, so a lone
 * escape is the key of that name; of pasted text the end is waited for. */
size_t key_decode(struct str bytes, bool all, struct key *key);

#endif
