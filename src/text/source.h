/* The bytes of one input file, and where in them a line and column are. */
#ifndef TEXT_SOURCE_H
#define TEXT_SOURCE_H

#include "base/arena.h"

#include <stdint.h>

/* A file as it was read. At most UINT32_MAX - 1 bytes: places are 32 bits. */
struct source {
	struct str name;   /* as messages print it */
	struct str text;   /* its bytes, owned by whoever read them */
	uint32_t *lines;   /* byte offset of each line; NULL until asked for */
	uint32_t n_lines;
	struct source_mark *marks; /* for places in long lines; as `lines` */
	struct arena *arena; /* where `lines` and `marks` go */
};

/* A stretch of bytes of one file; `end` is one past the last. */
struct span {
	struct source *source;
	uint32_t at, end;
};

/* Both count from 1; columns count characters (code points). A byte-order
 * mark at the very beginning is no character. */
struct place {
	uint32_t line, column;
};

struct place source_place(struct source *s, uint32_t at);

/* The line alone, which takes less. */
uint32_t source_line_number(struct source *s, uint32_t at);

/* The text of a line (from 1) without its line end. */
struct str source_line(struct source *s, uint32_t line);

/* Byte offset at which a line begins. */
uint32_t source_line_at(struct source *s, uint32_t line);

#endif
