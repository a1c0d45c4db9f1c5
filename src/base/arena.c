#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { FIRST_CHUNK = 16 << 10, LARGEST_STEP = 1 << 20 };

struct arena_chunk {
	struct arena_chunk *older;
	size_t size; /* bytes after this header */
};

_Noreturn void oom(void)
{
	static const char line[] = "ladder: out of memory\n";
	ssize_t ignored = write(2, line, sizeof line - 1);

	(void)ignored;
	_exit(70);
}

static size_t aligned(size_t n)
{
	size_t unit = _Alignof(max_align_t);

	return (n + unit - 1) & ~(unit - 1);
}

/* Chunks double up to a megabyte, so small runs stay small and large ones
 * take few. Memory fresh from calloc is zero without being touched. */
static void add_chunk(struct arena *a, size_t least)
{
	size_t size = a->chunk ? 2 * a->chunk->size : FIRST_CHUNK;
	struct arena_chunk *chunk;

	if (size > LARGEST_STEP)
		size = LARGEST_STEP;
	if (size < least)
		size = least;
	chunk = calloc(1, aligned(sizeof *chunk) + size);
	if (!chunk)
		oom();
	*chunk = (struct arena_chunk){.older = a->chunk, .size = size};
	a->chunk = chunk;
	a->at = (char *)chunk + aligned(sizeof *chunk);
	a->end = a->at + size;
}

void *arena_alloc(struct arena *a, size_t n)
{
	char *got;

	if (n > PTRDIFF_MAX / 2)
		oom();
	n = aligned(n ? n : 1);
	if ((size_t)(a->end - a->at) < n)
		add_chunk(a, n);
	got = a->at;
	a->at += n;
	return got;
}

void *arena_array(struct arena *a, size_t n, size_t size)
{
	size_t bytes;

	if (__builtin_mul_overflow(n, size, &bytes))
		oom();
	return arena_alloc(a, bytes);
}

struct str arena_str(struct arena *a, struct str s)
{
	char *copy = arena_alloc(a, s.len + 1);

	if (s.len)
		memcpy(copy, s.ptr, s.len);
	return (struct str){copy, s.len};
}

struct str arena_vprintf(struct arena *a, const char *fmt, va_list ap)
{
	va_list again;
	char *text;
	int n;

	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	if (n < 0)
		oom();
	text = arena_alloc(a, (size_t)n + 1);
	vsnprintf(text, (size_t)n + 1, fmt, ap);
	return (struct str){text, (size_t)n};
}

struct str arena_printf(struct arena *a, const char *fmt, ...)
{
	struct str text;
	va_list ap;

	va_start(ap, fmt);
	text = arena_vprintf(a, fmt, ap);
	va_end(ap);
	return text;
}

static void free_chunks(struct arena_chunk *chunk)
{
	while (chunk) {
		struct arena_chunk *older = chunk->older;

		free(chunk);
		chunk = older;
	}
}

void arena_clear(struct arena *a)
{
	struct arena_chunk *keep = a->chunk;
	char *start;

	if (!keep)
		return;
	free_chunks(keep->older);
	keep->older = NULL;
	start = (char *)keep + aligned(sizeof *keep);
	memset(start, 0, (size_t)(a->at - start));
	a->at = start;
	a->end = start + keep->size;
}

void arena_release(struct arena *a)
{
	free_chunks(a->chunk);
	*a = (struct arena){0};
}
