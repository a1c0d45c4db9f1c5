#include "base/buf.h"

#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

char *buf_room(struct buf *b, size_t n)
{
	size_t need, cap;

	if (__builtin_add_overflow(b->len, n, &need) || need > PTRDIFF_MAX / 2)
		oom();
	if (need > b->cap) {
		cap = b->cap ? b->cap * 2 : 256;
		if (cap < need)
			cap = need;
		b->ptr = realloc(b->ptr, cap);
		if (!b->ptr)
			oom();
		b->cap = cap;
	}
	return b->ptr + b->len;
}

void buf_add(struct buf *b, struct str s)
{
	if (!s.len)
		return;
	memcpy(buf_room(b, s.len), s.ptr, s.len);
	b->len += s.len;
}

void buf_char(struct buf *b, char c)
{
	*buf_room(b, 1) = c;
	b->len++;
}

void buf_fill(struct buf *b, char c, size_t n)
{
	if (!n)
		return;
	memset(buf_room(b, n), c, n);
	b->len += n;
}

void buf_z(struct buf *b, const char *z)
{
	buf_add(b, str_of(z));
}

void buf_vprintf(struct buf *b, const char *fmt, va_list ap)
{
	enum { USUAL = 64 }; /* enough for most: those are formatted once */
	char *room = buf_room(b, USUAL);
	va_list again;
	int n;

	va_copy(again, ap);
	n = vsnprintf(room, USUAL, fmt, again);
	va_end(again);
	if (n < 0)
		oom();
	if (n >= USUAL)
		vsnprintf(buf_room(b, (size_t)n + 1), (size_t)n + 1, fmt, ap);
	b->len += (size_t)n;
}

void buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	buf_vprintf(b, fmt, ap);
	va_end(ap);
}

void buf_release(struct buf *b)
{
	free(b->ptr);
	*b = (struct buf){0};
}
