#include "lint/said.h"

#include "lint/eights.h"
#include "lint/rule.h"

/* Knuth's multiplier for 64 bits (The Art of Computer Programming 3.3.4). The
 * hash finds candidates, which are then compared; a word that is known by it
 * alone is known wrongly once in 2^55 words. */
#define MIX UINT64_C(6364136223846793005)

enum {
	GENERAL_PUNCTUATION = 0xe2, /* the first of its three bytes */
	SHORTEST_PLURAL = 4,
};

static uint64_t mixed(uint64_t hash, uint64_t eight)
{
	hash = (hash ^ eight_folded(eight)) * MIX;
	return hash ^ hash >> 32;
}

/* Of a word, ASCII case ignored. `left` is how many bytes may be read. */
static uint64_t word_hash(const char *p, uint32_t len, size_t left)
{
	uint64_t hash = len, last = 0;

	for (; len > 8; len -= 8, left -= 8, p += 8)
		hash = mixed(hash, eight_at(p));
	if (left >= 8)
		last = eight_at(p);
	else
		memcpy(&last, p, len);
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	last &= UINT64_MAX >> (64 - 8 * len);
#else
	last &= UINT64_MAX << (64 - 8 * len);
#endif
	return mixed(hash, last) * MIX;
}

/* An English word's without a plural's s, and a verb's. */
static uint32_t stem_of(const char *p, uint32_t len)
{
	return len - (len >= SHORTEST_PLURAL && (p[len - 1] | 32) == 's');
}

/* --- English -------------------------------------------------------------- */

static const struct {
	const char *word;
	uint16_t kinds;
} english[] = {
#define ENGLISH(word, kinds) {word, kinds},
#include "lint/english.def"
#undef ENGLISH
};

_Static_assert(sizeof english / sizeof *english < KNOWN_WORDS / 2,
	       "there is room between them");

/* Where a hash stands, or may be put. */
static struct known_word *place_of(struct said_list *said, uint64_t hash)
{
	uint64_t i = hash >> 32;

	while (said->known[i % KNOWN_WORDS].hash &&
	       said->known[i % KNOWN_WORDS].hash != hash)
		i++;
	return &said->known[i % KNOWN_WORDS];
}

static void learn_english(struct said_list *said)
{
	for (size_t i = 0; i < sizeof english / sizeof *english; i++) {
		struct str word = str_of(english[i].word);
		uint32_t len = stem_of(word.ptr, (uint32_t)word.len);
		uint64_t hash = word_hash(word.ptr, len, len);

		*place_of(said, hash) =
			(struct known_word){hash, english[i].kinds};
	}
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

/* Letters and digits that no small word has, each with a number of its own. */
static void init_weights(uint64_t weights[256])
{
	uint64_t weight = MIX;

	for (const char *p = "bcgjklpqvxz0123456789"; *p; p++) {
		weight = weight * MIX + 1;
		weights[(unsigned char)*p] = weight;
		if (*p >= 'a')
			weights[(unsigned char)*p - 32] = weight;
	}
	for (int c = 0x80; c < 0x100; c++)
		if (c != GENERAL_PUNCTUATION) {
			weight = weight * MIX + 1;
			weights[c] = weight;
		}
	/* the rest of general punctuation's three bytes */
	for (int c = 0x80; c < 0xc0; c++)
		weights[c] = 0;
}

void said_init(struct lint *lint)
{
	init_letters(lint->said.letters);
	init_weights(lint->said.weights);
	if (lint->english)
		learn_english(&lint->said);
}

/* --- reading -------------------------------------------------------------- */

static uint64_t bit_of(uint64_t hash)
{
	return UINT64_C(1) << (hash >> 58);
}

static void add_word(struct lint *lint, struct said *s,
		     struct said_word *words, uint32_t at, uint32_t len)
{
	struct said_list *said = &lint->said;
	struct said_word *w = &words[s->n];
	struct str text = s->text;
	const char *p = text.ptr + at;

	w->at = at;
	w->len = len;
	w->hash = word_hash(p, lint->english ? stem_of(p, len) : len,
			    text.len - at);
	w->kinds = place_of(said, w->hash)->kinds;
	s->n++;
	if (w->kinds & WORD_SMALL)
		return;
	s->content++;
	s->sum += w->hash;
	s->bits |= bit_of(w->hash);
}

/* The byte behind the word at `at`. */
static uint32_t word_end(const struct said_list *said, struct said *s,
			 uint32_t at)
{
	struct str text = s->text;

	for (; at + 8 <= text.len; at += 8) {
		uint64_t eight = eight_at(text.ptr + at), others;

		if (eight & EACH(0x80)) {
			s->wide = true; /* is_wide has a closer look */
			break;
		}
		others = ~(eight_within(eight_folded(eight), 'a', 'z') |
			   eight_within(eight, '0', '9')) &
			 EACH(0x80);
		if (others)
			return at + eight_first(others);
	}
	while (at < text.len && said->letters[(unsigned char)text.ptr[at]])
		s->wide |= (unsigned char)text.ptr[at++] >= 0x80;
	return at;
}

/* Bytes that begin the characters of those scripts, and of some others. */
static bool is_wide(struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.ptr[i];

		if (c == 0xe0 || c == 0xe1 || c > GENERAL_PUNCTUATION)
			return true;
	}
	return false;
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

/* How many words a text has at most. */
static uint32_t most_words(const struct said_list *said, struct str text)
{
	uint32_t n = 0;
	bool within = false;

	for (size_t i = 0; i < text.len; i++) {
		bool letter = said->letters[(unsigned char)text.ptr[i]];

		n += letter && !within;
		within = letter;
	}
	return n;
}

void said_apart(struct lint *lint, struct said *s)
{
	struct said_list *said = &lint->said;
	struct str text = s->text;
	struct said_word *words;

	if (s->apart)
		return;
	s->apart = true;
	/* two of general punctuation's three bytes look like letters */
	words = ARENA_ARRAY(&said->arena, 1 + most_words(said, text),
			    struct said_word);
	s->words = words;
	for (uint32_t at = 0; at < text.len;) {
		if (said->letters[(unsigned char)text.ptr[at]]) {
			uint32_t end = word_end(said, s, at);

			add_word(lint, s, words, at, end - at);
			at = end;
			continue;
		}
		if (s->n && ends_sentence(said, text, at))
			words[s->n - 1].ends = true;
		at += (unsigned char)text.ptr[at] == GENERAL_PUNCTUATION ? 3
									 : 1;
	}
	if (s->n)
		words[s->n - 1].ends = true;
	s->wide = s->wide && is_wide(text);
}

unsigned said_first(struct lint *lint, const struct said *s)
{
	struct said_list *said = &lint->said;
	struct said whole = *s;
	uint32_t at = 0, len;
	const char *p;

	while (at < s->text.len &&
	       !said->letters[(unsigned char)s->text.ptr[at]])
		at++;
	if (at == s->text.len)
		return 0;
	p = s->text.ptr + at;
	len = word_end(said, &whole, at) - at;
	if (lint->english)
		len = stem_of(p, len);
	return place_of(said, word_hash(p, len, s->text.len - at))->kinds;
}

static void look_at(struct said_list *said, struct said *s)
{
	struct str text = s->text;
	uint64_t key = 0;

	for (size_t i = 0; i < text.len; i++)
		key += said->weights[(unsigned char)text.ptr[i]];
	s->key = key;
	while (text.len && !said->letters[(unsigned char)*text.ptr])
		text = str_from(text, 1);
	while (text.len && !said->letters[(unsigned char)text.ptr[text.len - 1]])
		text.len--;
	if (text.len < sizeof s->head)
		return;
	s->head = eight_folded(eight_at(text.ptr));
	s->tail = eight_folded(eight_at(text.ptr + text.len -
					sizeof s->tail));
}

const struct node *said_node(const struct lint *lint,
			     const struct behaviour *b)
{
	return b->head.node->kind == NODE_MAP
		       ? thing_find(&lint->l->doc, &b->head, "text")
		       : b->head.node;
}

void said_read(struct lint *lint, const struct rubric *r)
{
	struct said_list *said = &lint->said;

	said->list.n = 0;
	arena_clear(&said->arena);
	for_each(b, &r->behaviours) {
		struct said *s;

		if (!b->head.node || !b->text.ptr)
			continue;
		s = vec_add(lint->a, &said->list);
		*s = (struct said){.behaviour = b,
				   .node = said_node(lint, b),
				   .text = b->text};
		look_at(said, s);
	}
}

void said_release(struct lint *lint)
{
	arena_release(&lint->said.arena);
}

bool said_is(const struct said *s, const struct said_word *w, const char *word)
{
	return str_eq_nocase(said_text(s, w), str_of(word));
}
