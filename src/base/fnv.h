/* Fingerprints that come out the same on every machine and in every run, for
 * what is kept in files: FNV-1a, 64 bits (Fowler, Noll, Vo). map_hash is for
 * tables in memory, and differs from run to run. */
#ifndef BASE_FNV_H
#define BASE_FNV_H

#include "base/str.h"

#include <stdint.h>

/* What a hash begins with. */
#define FNV_START UINT64_C(0xcbf29ce484222325)

/* Adds a part: "ab", "c" comes to something else than "a", "bc". */
static inline uint64_t fnv_add(uint64_t hash, struct str part)
{
	const uint64_t prime = 0x100000001b3u;

	for (size_t i = 0; i < part.len; i++)
		hash = (hash ^ (unsigned char)part.ptr[i]) * prime;
	return (hash ^ 0xff) * prime; /* no byte of UTF-8 */
}

#endif
