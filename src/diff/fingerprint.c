#include "diff/build.h"

#include "base/fnv.h"

#include <stdio.h>

static uint64_t hash_number(uint64_t hash, int64_t number)
{
	char text[32];

	snprintf(text, sizeof text, "%lld", (long long)number);
	return fnv_add(hash, str_of(text));
}

/* Places in lists are left out, so that what is put in above changes
 * nothing. */
static uint64_t hash_path(uint64_t hash, struct str path)
{
	while (path.len) {
		struct str part = str_head(path, str_index(path, '.'));

		hash = fnv_add(hash, str_is_digits(part) ? STR("#") : part);
		path = str_from(path, part.len + 1);
	}
	return hash;
}

static uint64_t hash_value(uint64_t hash, const struct change_value *v)
{
	hash = hash_number(hash, v->kind);
	switch (v->kind) {
	case VALUE_NONE:
		return hash;
	case VALUE_TEXT:
	case VALUE_ID:
		return fnv_add(hash, v->text);
	case VALUE_NUMBER:
	case VALUE_FIGURE:
	case VALUE_BOOL:
		return hash_number(hash, v->number);
	case VALUE_STAGE:
		hash = fnv_add(hash, v->competency->head.id);
		return hash_number(hash, v->stage ? v->stage->number : 0);
	case VALUE_TEXTS:
		for (uint32_t i = 0; i < v->texts.n; i++)
			hash = fnv_add(hash, v->texts.at[i]);
		return hash;
	}
	return hash;
}

void diff_fingerprints(struct diff *d, struct arena *a)
{
	struct map seen = {0};

	for_each(c, &d->changes) {
		uint64_t hash = FNV_START;
		uint32_t again = 0;

		hash = fnv_add(hash, str_of(change_table[c->code].id));
		hash = hash_path(hash, change_path(c));
		hash = hash_value(hash, &c->old.value);
		hash = hash_value(hash, &c->new.value);
		do {
			/* the second of its kind is so from run to run */
			snprintf(c->fingerprint, sizeof c->fingerprint,
				 "%016llx",
				 (unsigned long long)(again ? hash_number(hash,
									  again)
							    : hash));
			again++;
		} while (map_add(&seen, a, str_of(c->fingerprint), c));
	}
}
