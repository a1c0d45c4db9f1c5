/* What is wrong with the bytes of a file, before any parser sees them. */
#ifndef DOC_BYTES_H
#define DOC_BYTES_H

#include "text/diag.h"

/* Bytes that the parser must not see. They are left out of its input, except
 * that a lone carriage return becomes a space there, or a line feed in a file
 * that has no other line ends. */
struct byte_trouble {
	VEC(struct span) spans; /* in order */
	bool ascii;             /* the file has no byte above 0x7f */
	bool refused;           /* another encoding: not to be parsed at all */
};

/* Checks a file against format.md 1: strict UTF-8 without the characters that
 * hide something. One finding a character. `a` holds the spans. */
struct byte_trouble bytes_check(struct arena *a, struct source *source,
				struct diag *d);

/* Checks the escapes of a double-quoted scalar: what must not stand in a file
 * raw must not come in by escape either. `token` is the scalar with its
 * quotes. Gives false where something is not allowed. */
bool bytes_check_escapes(struct span token, struct diag *d);

#endif
