/* Files made to be slow, each at any size: what a stranger could put into a
 * pull request to keep a CI busy. */
#ifndef HOSTILE_FAMILY_H
#define HOSTILE_FAMILY_H

#include "base/buf.h"

#include <stdint.h>

enum { MOST_PARTS = 9 };

/* A file is made of parts: the first, third … stand there once, the second,
 * fourth … as often as the size asks for, `i` counting from 0 to n - 1. In
 * those are written
 *
 *     $i   i             $+   the next one; after the last the first
 *     $-   n - 1 - i     $n   n
 *     $h   i / 2         $r   a number that looks like chance
 *     $f   i as a fingerprint, 16 digits
 */
struct family {
	const char *name;
	const char *parts[MOST_PARTS]; /* NULL ends */
	const char *options;	       /* of `validate`, or NULL */
	const char *beside;	       /* the name of a second file, or NULL */
	const char *beside_parts[MOST_PARTS]; /* grows as the first does */
	bool is_assessment; /* of the ladder that lies there */
};

/* All of them, in tables that a row without a name ends. */
extern const struct family families_yaml[], families_bytes[],
	families_names[], families_ladders[], families_texts[],
	families_people[];

/* How often the repeated parts stand in files of about so many bytes. */
uint32_t family_repeats(const struct family *f, size_t bytes);

/* Writes one of the two files. */
void family_write(const char *const *parts, uint32_t n, struct buf *out);

#endif
