/* Text slices: a pointer and a length, never owned, not ended by a NUL. */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct str {
	const char *ptr;
	size_t len;
};

/* A slice of a string literal. */
#define STR(lit) ((struct str){"" lit, sizeof(lit) - 1})

/* For "%.*s". Only for text that is known to be safe to print. */
#define STR_ARG(s) (int)(s).len, (s).ptr

/* A to Z as a to z, every other byte as it is. */
static inline char ascii_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | 32) : c;
}

static inline struct str str_of(const char *z)
{
	return z ? (struct str){z, strlen(z)} : (struct str){0};
}

static inline bool str_eq(struct str a, struct str b)
{
	return a.len == b.len && (a.len == 0 || !memcmp(a.ptr, b.ptr, a.len));
}

static inline bool str_is(struct str a, const char *z)
{
	return str_eq(a, str_of(z));
}

static inline bool str_starts(struct str s, struct str head)
{
	return s.len >= head.len && !memcmp(s.ptr, head.ptr, head.len);
}

static inline bool str_ends(struct str s, struct str tail)
{
	return s.len >= tail.len &&
	       !memcmp(s.ptr + s.len - tail.len, tail.ptr, tail.len);
}

/* The part from byte `at` on; empty past the end. */
static inline struct str str_from(struct str s, size_t at)
{
	if (at > s.len)
		at = s.len;
	/* Nothing is added to a NULL, not even 0: C11 leaves that open. */
	return (struct str){at ? s.ptr + at : s.ptr, s.len - at};
}

/* The first `len` bytes, or all where it has fewer. */
static inline struct str str_head(struct str s, size_t len)
{
	return (struct str){s.ptr, len < s.len ? len : s.len};
}

/* By bytes, the shorter first where one begins with the other. */
int str_cmp(struct str a, struct str b);

/* The same but for ASCII case. */
bool str_eq_nocase(struct str a, struct str b);

/* Without ASCII white space at either end. */
struct str str_trim(struct str s);

/* Where `c` first stands, or s.len. */
size_t str_index(struct str s, char c);

/* The directory of a path: all up to the last slash, with it; empty where
 * there is none. */
struct str str_dir(struct str path);

/* Digits and nothing else, at least one. */
bool str_is_digits(struct str s);

#endif
