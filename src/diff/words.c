#include "diff/words.h"

#include "base/map.h"
#include "text/utf8.h"
#include "text/width.h"

#include <stdlib.h>
#include <utf8proc.h>

enum { LCS_MOST = 1000 }; /* words on each side that are held against all */

bool words_same(struct str x, struct str y, struct arena *a)
{
	return str_eq(x, y) || str_eq(words_plain(x, a), words_plain(y, a));
}

/* --- words ---------------------------------------------------------------- */

struct span {
	uint32_t from, to; /* both inside */
};

/* Of scripts that put no spaces between words: South-East Asian ones, and
 * Chinese and Japanese with their punctuation. Blocks of Unicode 15. */
static bool is_unspaced(uint32_t c)
{
	static const struct span blocks[] = {
		{0x0e00, 0x0eff},   /* Thai, Lao */
		{0x1000, 0x109f},   /* Myanmar */
		{0x1780, 0x17ff},   /* Khmer */
		{0x2e80, 0x312f},   /* radicals, punctuation, kana, bopomofo */
		{0x3190, 0x9fff},   /* kanbun to unified ideographs */
		{0xf900, 0xfaff},   /* compatibility ideographs */
		{0xff00, 0xff9f},   /* full width, half-width kana */
		{0x1b000, 0x1b16f}, /* older and small kana */
		{0x20000, 0x3ffff}, /* the ideographic planes */
	};

	for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
		if (c >= blocks[i].from && c <= blocks[i].to)
			return true;
	return false;
}

/* The first word of a plain text that is not empty. */
static struct str first_word(struct str s)
{
	uint32_t len;

	for (size_t at = 0; at < s.len; at += len) {
		uint32_t c = utf8_decode(str_from(s, at), &len);

		if (c == ' ')
			return str_head(s, at);
		if (is_unspaced(c))
			return str_head(s, at ? at : grapheme_len(s));
	}
	return s;
}

/* What follows a word and the space behind it. */
static struct str behind(struct str s, struct str word)
{
	bool space = word.len < s.len && s.ptr[word.len] == ' ';

	return str_from(s, word.len + space);
}

static uint32_t count_words(struct str s)
{
	uint32_t n = 0;

	for (; s.len; n++)
		s = behind(s, first_word(s));
	return n;
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
		.hashes = ARENA_ARRAY(a, count_words(rest), uint64_t)};

	while (rest.len) {
		struct str word = first_word(rest), bare = bare_word(word);

		if (bare.len)
			bag.hashes[bag.n++] = map_hash(bare);
		rest = behind(rest, word);
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

/* --- the difference ------------------------------------------------------- */

struct word {
	struct str text; /* without the space behind it */
	bool spaced;     /* one stands there; at the end of the text: one would
			    stand there if it went on */
	bool kept;
};

struct words {
	struct str text; /* plain */
	struct word *at;
	uint32_t n;
};

static struct words words_of(struct str plain, struct arena *a)
{
	struct words w = {plain, ARENA_ARRAY(a, count_words(plain), struct word),
			  0};

	for (struct str rest = plain; rest.len;) {
		struct word *word = &w.at[w.n++];
		uint32_t len;

		word->text = first_word(rest);
		word->spaced = word->text.len < rest.len
				       ? rest.ptr[word->text.len] == ' '
				       : !is_unspaced(utf8_decode(rest, &len));
		rest = behind(rest, word->text);
	}
	return w;
}

/* So that a kept run is the same text in both, its spaces included. */
static bool word_eq(const struct word *x, const struct word *y)
{
	return x->spaced == y->spaced && str_eq(x->text, y->text);
}

/* The words of one side that are not in the common head and tail. */
struct middle {
	struct word *at;
	uint32_t n;
};

static void keep(struct word *x, struct word *y)
{
	x->kept = y->kept = true;
}

static void keep_ends(struct middle *x, struct middle *y)
{
	for (; x->n && y->n && word_eq(x->at, y->at); x->n--, y->n--)
		keep(x->at++, y->at++);
	for (; x->n && y->n && word_eq(&x->at[x->n - 1], &y->at[y->n - 1]);
	     x->n--, y->n--)
		keep(&x->at[x->n - 1], &y->at[y->n - 1]);
}

/* By word, where it stands in a text: one bit a place. */
struct places {
	struct map spaced, unspaced;
	uint32_t n_wide; /* 64 bits each */
	uint64_t *none;
};

static uint64_t *places_of(const struct places *p, const struct word *word)
{
	uint64_t *bits = map_find(word->spaced ? &p->spaced : &p->unspaced,
				  word->text);

	return bits ? bits : p->none;
}

static struct places note_places(const struct middle *x, struct arena *a)
{
	struct places p = {.n_wide = (x->n + 63) / 64};

	p.none = ARENA_ARRAY(a, p.n_wide, uint64_t);
	for (uint32_t i = 0; i < x->n; i++) {
		struct word *word = &x->at[i];
		uint64_t *bits = places_of(&p, word);

		if (bits == p.none) {
			bits = ARENA_ARRAY(a, p.n_wide, uint64_t);
			map_add(word->spaced ? &p.spaced : &p.unspaced, a,
				word->text, bits);
		}
		bits[i / 64] |= (uint64_t)1 << i % 64;
	}
	return p;
}

static bool bit(const uint64_t *row, uint32_t i)
{
	return row[i / 64] >> i % 64 & 1;
}

/* One row of the table of common lengths from the row above it (NULL: the
 * first). Bit i is clear where the length grows from column i to the next. */
static void next_row(uint64_t *row, const uint64_t *above,
		     const uint64_t *places, uint32_t n_wide)
{
	uint64_t carry = 0;

	for (uint32_t w = 0; w < n_wide; w++) {
		uint64_t old = above ? above[w] : UINT64_MAX;
		uint64_t hit = old & places[w];
		uint64_t sum = old + hit;
		uint64_t full = sum + carry;

		carry = (sum < old) | (full < sum);
		row[w] = full | (old - hit);
	}
}

/* The table of the longest common subsequence of x (its columns) and y, by
 * its differences, 64 columns at once: Hyyrö, Bit-parallel LCS-length
 * computation revisited, 2004. */
static const uint64_t *lcs_table(const struct middle *x, const struct middle *y,
				 struct arena *a)
{
	struct places p = note_places(x, a);
	uint64_t *rows = ARENA_ARRAY(a, (size_t)y->n * p.n_wide, uint64_t);

	for (uint32_t j = 0; j < y->n; j++) {
		uint64_t *row = rows + (size_t)j * p.n_wide;

		next_row(row, j ? row - p.n_wide : NULL,
			 places_of(&p, &y->at[j]), p.n_wide);
	}
	return rows;
}

static void keep_longest(struct middle *x, struct middle *y)
{
	struct arena scratch = {0};
	const uint64_t *rows = lcs_table(x, y, &scratch);
	uint32_t n_wide = (x->n + 63) / 64;

	for (uint32_t i = x->n, j = y->n; i && j;) {
		const uint64_t *row = rows + (size_t)(j - 1) * n_wide;

		if (bit(row, i - 1)) {
			i--;
			continue;
		}
		j--;
		if (!j || bit(row - n_wide, i - 1))
			keep(&x->at[--i], &y->at[j]);
	}
	arena_release(&scratch);
}

static void keep_common(struct words *x, struct words *y)
{
	struct middle mx = {x->at, x->n}, my = {y->at, y->n};

	keep_ends(&mx, &my);
	if (mx.n && my.n && mx.n <= LCS_MOST && my.n <= LCS_MOST)
		keep_longest(&mx, &my);
}

/* The text of words `from` to `to` (not inside), and the space behind them. */
static struct str text_of(const struct words *w, uint32_t from, uint32_t to)
{
	const char *begin = w->at[from].text.ptr;
	const char *end = to < w->n ? w->at[to].text.ptr
				    : w->text.ptr + w->text.len;

	return (struct str){begin, (size_t)(end - begin)};
}

static uint32_t run_end(const struct words *w, uint32_t from, bool kept)
{
	while (from < w->n && w->at[from].kept == kept)
		from++;
	return from;
}

static void add_run(word_runs *runs, enum word_kind kind, struct str text,
		    struct arena *a)
{
	if (text.len)
		*vec_add(a, runs) = (struct word_run){kind, text};
}

/* Adds what goes out and comes in between two kept words; gives where it
 * ends. */
static uint32_t add_changed(word_runs *runs, enum word_kind kind,
			    const struct words *w, uint32_t from,
			    struct arena *a)
{
	uint32_t to = run_end(w, from, false);

	if (to > from)
		add_run(runs, kind, text_of(w, from, to), a);
	return to;
}

static word_runs all_runs(const struct words *x, const struct words *y,
			  struct arena *a)
{
	word_runs runs = {0};

	for (uint32_t i = 0, j = 0; i < x->n || j < y->n;) {
		uint32_t n, n_y;
		struct str old, new;

		i = add_changed(&runs, WORDS_REMOVED, x, i, a);
		j = add_changed(&runs, WORDS_ADDED, y, j, a);
		n = run_end(x, i, true) - i;
		n_y = run_end(y, j, true) - j;
		n = n < n_y ? n : n_y;
		if (!n)
			continue;
		old = text_of(x, i, i + n);
		new = text_of(y, j, j + n);
		/* where one of them ends here the other has the space */
		add_run(&runs, WORDS_KEPT, old.len < new.len ? new : old, a);
		i += n;
		j += n;
	}
	return runs;
}

word_runs words_diff(struct str x, struct str y, struct arena *a)
{
	struct words old = words_of(words_plain(x, a), a);
	struct words new = words_of(words_plain(y, a), a);

	/* of several ways to keep as much, the same in both directions */
	if (str_cmp(old.text, new.text) <= 0)
		keep_common(&old, &new);
	else
		keep_common(&new, &old);
	return all_runs(&old, &new, a);
}
