#include "lint/said.h"

#include "lint/rule.h"

/* Knuth's multiplier for 64 bits (The Art of Computer Programming 3.3.4), and
 * what undoes it. The hash finds candidates, which are then compared; a word
 * that is known by it alone is known wrongly once in 2^55 words. */
#define MIX UINT64_C(6364136223846793005)
#define UNMIX UINT64_C(0xc097ef87329e28a5)

enum {
	GENERAL_PUNCTUATION = 0xe2, /* the first of its three bytes */
	SHORTEST_PLURAL = 4,
};

static uint64_t step(uint64_t hash, unsigned char c)
{
	return (hash + c) * MIX;
}

static uint64_t step_back(uint64_t hash, unsigned char c)
{
	return hash * UNMIX - c;
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
		uint64_t hash = 0;

		for (const char *p = english[i].word; *p; p++)
			hash = step(hash, (unsigned char)*p);
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

void said_init(struct lint *lint)
{
	init_letters(lint->said.letters);
	if (lint->english)
		learn_english(&lint->said);
}

/* --- reading -------------------------------------------------------------- */

static uint64_t bit_of(uint64_t hash)
{
	return UINT64_C(1) << (hash >> 58);
}

static void add_word(struct lint *lint, struct said *s, uint32_t at,
		     uint32_t len, uint64_t hash)
{
	struct said_list *said = &lint->said;
	struct said_word *w = vec_add(lint->a, &said->words);
	char last = s->behaviour->text.ptr[at + len - 1];

	w->at = at;
	w->len = len;
	w->kinds = place_of(said, hash)->kinds;
	w->hash = hash;
	if (lint->english && len >= SHORTEST_PLURAL && (last | 32) == 's')
		w->hash = step_back(hash, 's');
	s->n++;
	if (!(w->kinds & WORD_SMALL)) {
		s->content++;
		s->sum += w->hash ^ w->hash >> 29;
		s->bits |= bit_of(w->hash);
	}
}

/* Reads the word at byte `at`; gives the byte behind it. */
static uint32_t read_word(struct lint *lint, struct said *s, uint32_t at)
{
	const unsigned char *letters = lint->said.letters;
	struct str text = s->behaviour->text;
	uint32_t from = at;
	uint64_t hash = 0;
	unsigned char c, all = 0;

	for (; at < text.len; at++) {
		c = letters[(unsigned char)text.ptr[at]];
		if (!c)
			break;
		all |= c;
		hash = step(hash, c);
	}
	s->wide |= all >> 7; /* is_wide has a closer look */
	add_word(lint, s, from, at - from, hash);
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
	s->wide = s->wide && is_wide(text);
}

void said_read(struct lint *lint, const struct rubric *r)
{
	struct said_list *said = &lint->said;
	const struct said_word *words;

	said->list.n = 0;
	said->words.n = 0;
	for_each(b, &r->behaviours) {
		const struct node *node = b->head.node;
		struct said *s;

		if (node && node->kind == NODE_MAP)
			node = thing_find(&lint->l->doc, &b->head, "text");
		/* or its key is mistyped, which was told */
		if (!node || !b->text.ptr)
			continue;
		s = vec_add(lint->a, &said->list);
		*s = (struct said){.behaviour = b, .node = node};
		read_words(lint, s);
	}
	words = said->words.at;
	for_each(s, &said->list) {
		s->words = words;
		words += s->n;
	}
}

bool said_is(const struct said *s, const struct said_word *w, const char *word)
{
	return str_eq_nocase(said_text(s, w), str_of(word));
}
