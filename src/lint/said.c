#include "lint/said.h"

#include "lint/rule.h"

/* Knuth's multiplier for 64 bits (The Art of Computer Programming 3.3.4): the
 * hash is for finding candidates, which are then compared. */
#define MIX UINT64_C(6364136223846793005)

enum {
	GENERAL_PUNCTUATION = 0xe2, /* the first of its three bytes */
	LONGEST_SMALL = 5,
	SHORTEST_PLURAL = 4,
};

static const char *const small_words[] = {
	"a",   "an", "the", "s",   "of",    "to",  "for", "in",
	"on",  "at", "and", "i",   "you",   "we",  "they", "my",
	"our", "is", "are", "its", "their", "his", "her", "your",
};

_Static_assert(sizeof small_words / sizeof *small_words == SMALL_WORDS,
	       "said.h has as many");

static uint64_t bit_of(uint64_t hash)
{
	return UINT64_C(1) << (hash >> 58);
}

static uint64_t step(uint64_t hash, unsigned char c)
{
	return (hash + c) * MIX;
}

static void init_letters(unsigned char letters[256])
{
	for (int c = 0; c < 256; c++) {
		bool letter = (c >= 'a' && c <= 'z') || c >= 0x80 ||
			      (c >= '0' && c <= '9');
		bool capital = c >= 'A' && c <= 'Z';

		letters[c] = (unsigned char)(capital ? c | 32
					     : letter ? c : 0);
	}
	letters[GENERAL_PUNCTUATION] = 0;
}

void said_init(struct lint *lint)
{
	struct said_list *said = &lint->said;

	init_letters(said->letters);
	if (!lint->english)
		return;
	for (int i = 0; i < SMALL_WORDS; i++) {
		uint64_t hash = 0;

		for (const char *p = small_words[i]; *p; p++)
			hash = step(hash, (unsigned char)*p);
		said->small[i] = hash;
		said->small_bits |= bit_of(hash);
	}
}

static bool is_small(const struct said_list *said, uint64_t hash)
{
	if (!(said->small_bits & bit_of(hash)))
		return false;
	for (int i = 0; i < SMALL_WORDS; i++)
		if (said->small[i] == hash)
			return true;
	return false;
}

/* Reads the word at byte `at`; gives the byte behind it. */
static uint32_t read_word(struct lint *lint, struct said *s, uint32_t at)
{
	struct said_list *said = &lint->said;
	struct str text = s->behaviour->text;
	struct said_word *w = vec_add(lint->a, &said->words);
	uint64_t hash = 0, before = 0;
	uint32_t from = at;
	unsigned char c;

	for (; at < text.len; at++) {
		c = said->letters[(unsigned char)text.ptr[at]];
		if (!c)
			break;
		s->wide |= c > GENERAL_PUNCTUATION || c == 0xe0 || c == 0xe1;
		before = hash;
		hash = step(hash, c);
	}
	*w = (struct said_word){.at = from, .len = at - from, .hash = hash};
	w->small = w->len <= LONGEST_SMALL && is_small(said, hash);
	if (lint->english && w->len >= SHORTEST_PLURAL &&
	    (text.ptr[at - 1] | 32) == 's')
		w->hash = before;
	s->n++;
	if (!w->small) {
		s->content++;
		s->sum += w->hash ^ w->hash >> 29;
		s->bits |= bit_of(w->hash);
	}
	return at;
}

/* Whether what stands between two words at byte `at` ends a sentence. */
static bool ends_sentence(const struct said_list *said, struct str text,
			  uint32_t at)
{
	char c = text.ptr[at];

	if (c == '\n' || c == ';')
		return true;
	if (c != '.' && c != '!' && c != '?')
		return false;
	return at + 1 == text.len ||
	       !said->letters[(unsigned char)text.ptr[at + 1]];
}

static void read_words(struct lint *lint, struct said *s)
{
	struct said_list *said = &lint->said;
	struct str text = s->behaviour->text;

	for (uint32_t at = 0; at < text.len;) {
		if (said->letters[(unsigned char)text.ptr[at]]) {
			at = read_word(lint, s, at);
			continue;
		}
		if (s->n && ends_sentence(said, text, at))
			said->words.at[said->words.n - 1].ends = true;
		at += (unsigned char)text.ptr[at] == GENERAL_PUNCTUATION ? 3
									 : 1;
	}
	if (s->n)
		said->words.at[said->words.n - 1].ends = true;
}

void said_read(struct lint *lint, const struct rubric *r)
{
	struct said_list *said = &lint->said;
	const struct said_word *words;

	said->list.n = 0;
	said->words.n = 0;
	for_each(b, &r->behaviours) {
		struct said *s;

		if (!b->head.node || !b->text.ptr)
			continue;
		s = vec_add(lint->a, &said->list);
		*s = (struct said){.behaviour = b, .node = b->head.node};
		if (s->node->kind == NODE_MAP)
			s->node = thing_find(&lint->l->doc, &b->head, "text");
		read_words(lint, s);
	}
	words = said->words.at;
	for_each(s, &said->list) {
		s->words = words;
		words += s->n;
	}
}

bool said_among(const struct said *s, const struct said_word *w,
		const char *const *list)
{
	struct str text = said_text(s, w);
	char first = ascii_lower(*text.ptr);

	for (; *list; list++)
		if (**list == first && str_eq_nocase(text, str_of(*list)))
			return true;
	return false;
}
