#include "diff/words.h"

#include "base/map.h"
#include "diff/word.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <utf8proc.h>

bool words_same(struct str x, struct str y, struct arena *a)
{
	return str_eq(x, y) || str_eq(words_plain(x, a), words_plain(y, a));
}

/* --- likeness ------------------------------------------------------------- */

static bool is_punctuation(struct str s)
{
	uint32_t len, c = utf8_decode(s, &len);
	utf8proc_category_t category;

	if (c == UTF8_BAD)
		return false;
	category = utf8proc_category((utf8proc_int32_t)c);
	return category >= UTF8PROC_CATEGORY_PC &&
	       category <= UTF8PROC_CATEGORY_PO;
}

/* Where the last character of a text that is not empty begins. */
static size_t last_at(struct str s)
{
	size_t at = s.len - 1;

	while (at && ((unsigned char)s.ptr[at] & 0xc0) == 0x80)
		at--;
	return at;
}

/* A word without the punctuation at its edges. */
static struct str bare_word(struct str word)
{
	while (word.len && is_punctuation(word)) {
		uint32_t len;

		utf8_decode(word, &len);
		word = str_from(word, len);
	}
	while (word.len && is_punctuation(str_from(word, last_at(word))))
		word.len = last_at(word);
	return word;
}

static int by_hash(const void *x, const void *y)
{
	uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;

	return (a > b) - (a < b);
}

struct word_bag words_bag(struct str text, struct arena *a)
{
	struct str rest = words_plain(text, a);
	struct word_bag bag = {
		.hashes = ARENA_ARRAY(a, word_count(rest), uint64_t)};

	while (rest.len) {
		struct str word = word_first(rest), bare = bare_word(word);

		if (bare.len)
			bag.hashes[bag.n++] = map_hash(bare);
		rest = word_rest(rest, word);
	}
	if (bag.n)
		qsort(bag.hashes, bag.n, sizeof *bag.hashes, by_hash);
	return bag;
}

uint32_t bags_likeness(const struct word_bag *x, const struct word_bag *y)
{
	uint64_t common = 0;

	for (uint32_t i = 0, j = 0; i < x->n && j < y->n;) {
		uint64_t a = x->hashes[i], b = y->hashes[j];

		common += a == b;
		i += a <= b;
		j += b <= a;
	}
	if (!common)
		return 0;
	return (uint32_t)(200 * common / ((uint64_t)x->n + y->n));
}

uint32_t words_likeness(struct str x, struct str y, struct arena *a)
{
	struct word_bag bag_x, bag_y;

	if (words_same(x, y, a))
		return 100;
	bag_x = words_bag(x, a);
	bag_y = words_bag(y, a);
	return bags_likeness(&bag_x, &bag_y);
}
