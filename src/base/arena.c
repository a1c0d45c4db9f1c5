#include "base/arena.h"

#include "base/pages.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { FIRST_CHUNK = 16 << 10, LARGEST_STEP = PAGES_LARGE };

struct arena_chunk {
	struct arena_chunk *older;
	size_t bytes; /* this header included */
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

static size_t header(void)
{
	return aligned(sizeof(struct arena_chunk));
}

/* Whether a chunk of so many bytes, header included, is worth pages of its
 * own. */
static bool is_large(size_t bytes)
{
	return bytes >= PAGES_WORTH;
}

/* Chunks double up to a large page, so small runs stay small and large ones
 * take few. Fresh memory is zero without being touched. */
static void add_chunk(struct arena *a, size_t least)
{
	size_t bytes = a->chunk ? 2 * a->chunk->bytes : FIRST_CHUNK;
	struct arena_chunk *chunk;

	if (bytes > LARGEST_STEP)
		bytes = LARGEST_STEP;
	if (bytes < least + header())
		bytes = least + header();
	chunk = is_large(bytes) ? pages_take(bytes) : calloc(1, bytes);
	if (!chunk)
		oom();
	*chunk = (struct arena_chunk){.older = a->chunk, .bytes = bytes};
	a->chunk = chunk;
	a->at = (char *)chunk + header();
	a->end = (char *)chunk + bytes;
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
	char usual[128]; /* most fit, and are formatted once */
	va_list again;
	char *text;
	int n;

	va_copy(again, ap);
	n = vsnprintf(usual, sizeof usual, fmt, again);
	va_end(again);
	if (n < 0)
		oom();
	text = arena_alloc(a, (size_t)n + 1);
	if ((size_t)n < sizeof usual)
		memcpy(text, usual, (size_t)n + 1);
	else
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

		if (is_large(chunk->bytes))
			pages_give(chunk, chunk->bytes);
		else
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
	start = (char *)keep + header();
	memset(start, 0, (size_t)(a->at - start));
	a->at = start;
	a->end = (char *)keep + keep->bytes;
}

void arena_join(struct arena *to, struct arena *from)
{
	struct arena_chunk *last = from->chunk;

	if (!to->chunk) {
		*to = *from;
	} else if (last) {
		while (last->older)
			last = last->older;
		last->older = to->chunk->older;
		to->chunk->older = from->chunk;
	}
	*from = (struct arena){0};
}

void arena_release(struct arena *a)
{
	free_chunks(a->chunk);
	*a = (struct arena){0};
}
