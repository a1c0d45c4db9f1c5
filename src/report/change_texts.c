/* Texts in which words differ. */
#include "report/change_words.h"

#include "diff/texts.h"
#include "diff/words.h"

enum {
	KEPT_MOST = 240, /* bytes of a stretch without a change */
	KEPT_EDGE = 100, /* bytes of it that are shown on either side */
};

static bool is_tail(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

/* The beginning of a text, up to a space where one is near. */
static struct str head_of(struct str s)
{
	size_t end = KEPT_EDGE;

	while (end > KEPT_EDGE / 2 && s.ptr[end] != ' ')
		end--;
	if (s.ptr[end] != ' ')
		for (end = KEPT_EDGE; is_tail(s.ptr[end]);)
			end--;
	return str_head(s, end);
}

static struct str tail_of(struct str s)
{
	size_t from = s.len - KEPT_EDGE, at = from;

	while (at < s.len - KEPT_EDGE / 2 && s.ptr[at - 1] != ' ')
		at++;
	if (s.ptr[at - 1] != ' ')
		for (at = from; is_tail(s.ptr[at]);)
			at++;
	return str_from(s, at);
}

/* A stretch that stayed: of a long one what stands beside the changes. */
static void add_kept(struct arena *a, prose *to, struct str text, bool first,
		     bool last)
{
	if (text.len <= KEPT_MOST) {
		prose_piece(a, to, MARK_PLAIN, text);
		return;
	}
	if (!first)
		prose_piece(a, to, MARK_PLAIN, head_of(text));
	prose_add(a, to, MARK_DIM, first ? "… " : last ? " …" : " … ");
	if (!last)
		prose_piece(a, to, MARK_PLAIN, tail_of(text));
}

void change_texts(struct arena *a, prose *to, struct str old, struct str new)
{
	word_runs runs = words_diff(old, new, a);

	for_each(run, &runs) {
		bool first = run == runs.at;
		bool last = run + 1 == runs.at + runs.n;

		if (run->kind == WORDS_KEPT)
			add_kept(a, to, run->text, first, last);
		else
			prose_piece(a, to,
				    run->kind == WORDS_ADDED ? MARK_ADDED
							     : MARK_REMOVED,
				    run->text);
	}
}

static bool stayed(const struct text_pair *pair)
{
	return pair->old != UINT32_MAX && pair->new != UINT32_MAX &&
	       pair->likeness == 100;
}

static void add_pair(struct arena *a, prose *to, const struct text_pair *pair,
		     const struct texts *old, const struct texts *new)
{
	struct str none = {0};

	change_texts(a, to, pair->old != UINT32_MAX ? old->at[pair->old] : none,
		  pair->new != UINT32_MAX ? new->at[pair->new] : none);
}

void change_lists(struct arena *a, prose *to, const struct texts *old,
		  const struct texts *new)
{
	text_pairs pairs =
		texts_match(old->at, old->n, new->at, new->n, a);
	uint32_t same = 0;

	for_each(pair, &pairs)
		same += stayed(pair);
	for_each(pair, &pairs) {
		if (stayed(pair))
			continue;
		if (pairs.n - same > 1)
			prose_add(a, to, MARK_PLAIN, "\n");
		add_pair(a, to, pair, old, new);
	}
	if (same == pairs.n)
		prose_add(a, to, MARK_PLAIN, "in another order");
	else if (same)
		prose_add(a, to, MARK_DIM, "%s(%u unchanged)",
			  pairs.n - same > 1 ? "\n" : " ", (unsigned)same);
}
