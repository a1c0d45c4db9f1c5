/* Memory that is given back all at once: one arena a document set and run. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/str.h"

#include <stdarg.h>
#include <stddef.h>

struct arena_chunk;

/* Zero is an empty arena. */
struct arena {
	struct arena_chunk *chunk; /* the newest, linked to the older */
	char *at, *end;            /* what is free in it */
};

/* Zeroed memory for `n` bytes, aligned for any type. Never NULL: a process
 * without memory ends here (see oom). */
void *arena_alloc(struct arena *a, size_t n);

/* Zeroed memory for `n` things of `size` bytes; checks the product. */
void *arena_array(struct arena *a, size_t n, size_t size);

#define ARENA_NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define ARENA_ARRAY(a, n, type) ((type *)arena_array((a), (n), sizeof(type)))

/* A copy, ended by a NUL that `len` does not count. */
struct str arena_str(struct arena *a, struct str s);

/* Printed text, as printf has it. */
struct str arena_printf(struct arena *a, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
struct str arena_vprintf(struct arena *a, const char *fmt, va_list ap)
	__attribute__((format(printf, 2, 0)));

/* Makes it empty, keeping one chunk for the next use. */
void arena_clear(struct arena *a);

/* Hands all that `from` holds over to `to`: nothing moves, and it lives as long
 * as `to` does. `from` is empty. */
void arena_join(struct arena *to, struct arena *from);

/* Gives everything back; the arena is empty and usable again. */
void arena_release(struct arena *a);

/* Ends the process with one line and status 70: what is left to do when
 * memory is gone. The other allocations of base end here too. */
_Noreturn void oom(void);

#endif
