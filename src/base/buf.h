/* A byte buffer that grows; what all output is written into. */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/str.h"

#include <stdarg.h>

/* Zero is empty. */
struct buf {
	char *ptr;
	size_t len, cap;
};

void buf_add(struct buf *b, struct str s);
void buf_char(struct buf *b, char c);
void buf_fill(struct buf *b, char c, size_t n);
void buf_z(struct buf *b, const char *z);
void buf_printf(struct buf *b, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
void buf_vprintf(struct buf *b, const char *fmt, va_list ap)
	__attribute__((format(printf, 2, 0)));

/* Room for `n` more bytes after `len`; the caller writes there and adds to
 * `len` itself. */
char *buf_room(struct buf *b, size_t n);

static inline struct str buf_str(const struct buf *b)
{
	return (struct str){b->ptr, b->len};
}

/* Empty, memory kept. */
static inline void buf_clear(struct buf *b)
{
	b->len = 0;
}

void buf_release(struct buf *b);

#endif
