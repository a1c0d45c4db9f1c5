#include "base/map.h"

struct map_slot {
	struct str key;
	void *value; /* NULL: the slot is free */
	uint64_t hash;
};

static uint64_t mix(uint64_t a, uint64_t b)
{
	unsigned __int128 product = (unsigned __int128)a * b;

	return (uint64_t)product ^ (uint64_t)(product >> 64);
}

/* Eight bytes at a time through a folded 128-bit product, the core of wyhash
 * (Wang Yi, 2019). The address of a function differs from run to run where
 * the system lays programs out at random, so that nobody can prepare a file
 * whose keys all collide; nothing depends on the order that it gives. */
uint64_t map_hash(struct str key)
{
	uint64_t hash = (uint64_t)(uintptr_t)map_hash ^ 0xa0761d6478bd642fu;
	uint64_t word;

	hash = mix(hash ^ key.len, 0xe7037ed1a0b428dbu);
	for (; key.len >= 8; key = str_from(key, 8)) {
		memcpy(&word, key.ptr, 8);
		hash = mix(hash ^ word, 0x8ebc6af09c88c6e3u);
	}
	word = 0;
	if (key.len)
		memcpy(&word, key.ptr, key.len);
	return mix(hash ^ word, 0x589965cc75374cc3u);
}

static struct map_slot *slot_for(const struct map *m, struct str key,
				 uint64_t hash)
{
	uint32_t mask = m->cap - 1;
	uint32_t i = (uint32_t)hash & mask;

	while (m->slots[i].value &&
	       (m->slots[i].hash != hash || !str_eq(m->slots[i].key, key)))
		i = (i + 1) & mask;
	return &m->slots[i];
}

/* At most two thirds full. */
static void make_room(struct map *m, struct arena *a)
{
	struct map old = *m;

	if ((uint64_t)m->n * 3 < (uint64_t)m->cap * 2)
		return;
	m->cap = old.cap ? old.cap * 2 : 8;
	m->slots = ARENA_ARRAY(a, m->cap, struct map_slot);
	for (uint32_t i = 0; i < old.cap; i++)
		if (old.slots[i].value)
			*slot_for(m, old.slots[i].key, old.slots[i].hash) =
				old.slots[i];
}

void *map_find(const struct map *m, struct str key)
{
	return m->cap ? slot_for(m, key, map_hash(key))->value : NULL;
}

void *map_add(struct map *m, struct arena *a, struct str key, void *value)
{
	uint64_t hash = map_hash(key);
	struct map_slot *slot;

	make_room(m, a);
	slot = slot_for(m, key, hash);
	if (slot->value)
		return slot->value;
	*slot = (struct map_slot){key, value, hash};
	m->n++;
	return NULL;
}

void map_set(struct map *m, struct arena *a, struct str key, void *value)
{
	if (map_add(m, a, key, value))
		slot_for(m, key, map_hash(key))->value = value;
}
