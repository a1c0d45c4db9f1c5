/* What it takes to make one text of another. */
#include "diff/words.h"

#include "base/map.h"
#include "diff/lcs.h"
#include "diff/word.h"
#include "text/utf8.h"

enum { LCS_MOST = 1000 }; /* words on each side that are held against all */

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
	struct words w = {plain, ARENA_ARRAY(a, word_count(plain), struct word),
			  0};

	for (struct str rest = plain; rest.len;) {
		struct word *word = &w.at[w.n++];
		uint32_t len;

		word->text = word_first(rest);
		word->spaced = word->text.len < rest.len
				       ? rest.ptr[word->text.len] == ' '
				       : !word_is_unspaced(utf8_decode(rest, &len));
		rest = word_rest(rest, word->text);
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

/* Words as numbers, equal ones as the same. */
struct numbering {
	struct map spaced, unspaced;
	uint32_t n;
	struct arena *a;
};

static uint32_t number_of(struct numbering *ids, const struct word *word)
{
	struct map *map = word->spaced ? &ids->spaced : &ids->unspaced;
	uint32_t *mine = arena_alloc(ids->a, sizeof *mine), *there;

	*mine = ids->n;
	there = map_add(map, ids->a, word->text, mine);
	if (there)
		return *there;
	return ids->n++;
}

static struct lcs_row row_of(const struct middle *m, struct numbering *ids)
{
	uint32_t *at = ARENA_ARRAY(ids->a, m->n, uint32_t);

	for (uint32_t i = 0; i < m->n; i++)
		at[i] = number_of(ids, &m->at[i]);
	return (struct lcs_row){at, m->n, ARENA_ARRAY(ids->a, m->n, bool)};
}

static void keep_marked(struct middle *m, const struct lcs_row *row)
{
	for (uint32_t i = 0; i < m->n; i++)
		m->at[i].kept = row->common[i];
}

static void keep_longest(struct middle *x, struct middle *y)
{
	struct arena scratch = {0};
	struct numbering ids = {.a = &scratch};
	struct lcs_row old = row_of(x, &ids), new = row_of(y, &ids);

	lcs_mark(old, new, ids.n);
	keep_marked(x, &old);
	keep_marked(y, &new);
	arena_release(&scratch);
}

static void keep_common(struct words *x, struct words *y)
{
	struct middle mx = {x->at, x->n}, my = {y->at, y->n};

	keep_ends(&mx, &my);
	if (mx.n && my.n && mx.n <= LCS_MOST && my.n <= LCS_MOST)
		keep_longest(&mx, &my);
}

/* --- what helps the reader ------------------------------------------------ */

/* Where the changed words end that stand at `from`. */
static uint32_t change_end(const struct words *w, uint32_t from)
{
	while (from < w->n && !w->at[from].kept)
		from++;
	return from;
}

/* How many words are kept from `i` and `j` on with nothing between them. */
static uint32_t n_kept(const struct words *x, const struct words *y, uint32_t i,
		       uint32_t j)
{
	uint32_t n = 0;

	while (i + n < x->n && j + n < y->n && x->at[i + n].kept &&
	       y->at[j + n].kept)
		n++;
	return n;
}

/* The text of words `from` to `to` (not inside), and the space behind them. */
static struct str text_of(const struct words *w, uint32_t from, uint32_t to)
{
	/* nothing is added to a NULL, not even 0 */
	const char *last = w->text.len ? w->text.ptr + w->text.len
				       : w->text.ptr;
	const char *begin = from < w->n ? w->at[from].text.ptr : last;
	const char *end = to < w->n ? w->at[to].text.ptr : last;

	return (struct str){begin, (size_t)(end - begin)};
}

/* Kept words and the change behind them; the first of a text has no words. */
struct stretch {
	uint32_t i, j, n;	     /* n words from these on are kept */
	size_t kept, removed, added; /* bytes */
};

typedef VEC(struct stretch) stretches;

static size_t change_size(const struct stretch *s)
{
	return s->removed > s->added ? s->removed : s->added;
}

/* Where one text ends with it, the other one has the space behind it. */
static struct str kept_text(const struct words *x, const struct words *y,
			    const struct stretch *s)
{
	struct str old = text_of(x, s->i, s->i + s->n);
	struct str new = text_of(y, s->j, s->j + s->n);

	return old.len < new.len ? new : old;
}

/* No longer than the changes on both sides: to read it as kept tears a
 * sentence apart that is another one. */
static bool is_noise(const struct stretch *s, const struct stretch *before)
{
	return s->kept <= change_size(before) && s->kept <= change_size(s);
}

static void join(struct words *x, struct words *y, const struct stretch *s,
		 struct stretch *before)
{
	before->removed += s->kept + s->removed;
	before->added += s->kept + s->added;
	for (uint32_t k = 0; k < s->n; k++)
		x->at[s->i + k].kept = y->at[s->j + k].kept = false;
}

/* The kept words from `i` and `j` on, and the change behind them. */
static struct stretch stretch_at(const struct words *x, const struct words *y,
				 uint32_t i, uint32_t j)
{
	struct stretch s = {.i = i, .j = j, .n = n_kept(x, y, i, j)};

	i += s.n;
	j += s.n;
	s.kept = kept_text(x, y, &s).len;
	s.removed = text_of(x, i, change_end(x, i)).len;
	s.added = text_of(y, j, change_end(y, j)).len;
	return s;
}

/* Takes what is noise for changed, too. Each stretch is taken in once and at
 * most once given up: linear. */
static void drop_noise(struct words *x, struct words *y)
{
	struct arena scratch = {0};
	stretches list = {0};

	for (uint32_t i = 0, j = 0; i < x->n || j < y->n;) {
		struct stretch *s = vec_add(&scratch, &list);

		*s = stretch_at(x, y, i, j);
		i = change_end(x, i + s->n);
		j = change_end(y, j + s->n);
		for (; list.n > 1 && is_noise(s, s - 1); s--, list.n--)
			join(x, y, s, s - 1);
	}
	arena_release(&scratch);
}

/* --- the runs ------------------------------------------------------------- */

static void add_run(word_runs *runs, enum word_kind kind, struct str text,
		    struct arena *a)
{
	if (text.len)
		*vec_add(a, runs) = (struct word_run){kind, text};
}

static word_runs all_runs(const struct words *x, const struct words *y,
			  struct arena *a)
{
	word_runs runs = {0};

	for (uint32_t i = 0, j = 0; i < x->n || j < y->n;) {
		struct stretch s = stretch_at(x, y, i, j);
		uint32_t i_end = change_end(x, i + s.n);
		uint32_t j_end = change_end(y, j + s.n);

		add_run(&runs, WORDS_KEPT, kept_text(x, y, &s), a);
		add_run(&runs, WORDS_REMOVED, text_of(x, i + s.n, i_end), a);
		add_run(&runs, WORDS_ADDED, text_of(y, j + s.n, j_end), a);
		i = i_end;
		j = j_end;
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
	drop_noise(&old, &new);
	return all_runs(&old, &new, a);
}
