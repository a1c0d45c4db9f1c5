/* How behaviours and examples are worded. What goes by English words is quiet
 * on ladders in other languages. */
#include "lint/rule.h"

#include <inttypes.h>

static bool is_own(const struct lint *lint, const struct said *s)
{
	return lint_is_own(lint, s->node);
}

/* From the first to the last of some words. */
static struct str stretch(const struct said *s, uint32_t first, uint32_t last)
{
	struct str text = said_text(s, &s->words[first]);

	text.len = s->words[last].at + s->words[last].len -
		   s->words[first].at;
	return text;
}

/* --- L402 ----------------------------------------------------------------- */

/* Whether a text begins with a word and has another one: nearly all do. */
static bool has_two_words(const struct lint *lint, struct str text)
{
	const unsigned char *letters = lint->said.letters;
	size_t space = str_index(text, ' ');

	return space + 1 < text.len && letters[(unsigned char)*text.ptr] &&
	       letters[(unsigned char)text.ptr[space + 1]];
}

void rule_empty_behaviour(struct lint *lint, const struct rubric *r)
{
	(void)r;
	for_each(s, &lint->said.list) {
		struct str text = str_trim(s->text);
		struct finding *f;

		if (has_two_words(lint, text))
			continue;
		said_apart(lint, s);
		/* what has no spaces has no words to count */
		if (s->n > 1 || s->wide || !is_own(lint, s))
			continue;
		if (s->n)
			f = lint_add(lint, CODE_L402, s->node,
				     "%s is a word; expected what a person "
				     "does",
				     lint_quote(lint, text));
		else
			f = lint_add(lint, CODE_L402, s->node,
				     "this behaviour says nothing");
		finding_help(lint->d, f,
			     "say in a sentence what others see of it, or "
			     "take it out");
	}
}

/* --- L403 ----------------------------------------------------------------- */

enum { OPENING = 7 }; /* words that may stand before the verb, and it */

static bool is_opening(const struct said *s, const struct said_word *w)
{
	struct str text = said_text(s, w);

	return w->kinds & WORD_OPENS ||
	       (text.len > 4 && str_eq_nocase(str_from(text, text.len - 2),
					      STR("ly")));
}

static bool is_vague(const struct said *s, uint32_t i)
{
	const struct said_word *w = &s->words[i], *next = w + 1;

	if (w->kinds & WORD_VAGUE)
		return true;
	return w->kinds & WORD_VAGUE_TO && i + 1 < s->n &&
	       (said_is(s, next, "to") || said_is(s, next, "about"));
}

/* Whether something else is told behind a word, which may well be seen: a
 * second sentence, or a second half of this one. */
static bool goes_on(const struct said *s, uint32_t i)
{
	enum { LEAST = 2 }; /* words of a half */

	for (uint32_t j = i; j + 1 < s->n; j++) {
		if (s->words[j].ends)
			return true;
		if (s->words[j + 1].kinds & WORD_GOES_ON &&
		    (j == i || j + 1 + LEAST < s->n))
			return true;
	}
	return false;
}

static int64_t vague_verb(const struct said *s)
{
	uint32_t i = 0;

	while (i < s->n && i < OPENING && is_opening(s, &s->words[i]))
		i++;
	if (i == s->n || !is_vague(s, i) || goes_on(s, i))
		return -1;
	return i;
}

/* A short sentence that ends in how well it is done: in a long one the rest
 * says enough, and "more effectively" compares. */
static int64_t vague_adverb(const struct said *s)
{
	enum { SHORT = 9 };
	const struct said_word *last = &s->words[s->n - 1];

	if (!(last->kinds & WORD_HOW_WELL) || s->n > SHORT ||
	    said_is(s, last - 1, "more") || said_is(s, last - 1, "less"))
		return -1;
	for (uint32_t i = 0; i + 1 < s->n; i++)
		if (s->words[i].ends)
			return -1;
	return s->n - 1;
}

/* A word that the team has named. */
static int64_t own_word(const struct lint *lint, const struct said *s)
{
	char lower[64];

	for (uint32_t i = 0; lint->vague.n && i < s->n; i++) {
		struct str word = said_text(s, &s->words[i]);

		if (word.len > sizeof lower)
			continue;
		for (size_t c = 0; c < word.len; c++)
			lower[c] = ascii_lower(word.ptr[c]);
		if (map_find(&lint->vague, (struct str){lower, word.len}))
			return i;
	}
	return -1;
}

/* Whether a text ends in "ly", or begins with such a word or one that is
 * known: otherwise there is nothing to find in it. */
static bool may_be_vague(struct lint *lint, const struct said *s)
{
	struct str text = s->text, first;

	if (lint->vague.n || said_first(lint, s))
		return true;
	first = str_head(text, str_index(text, ' '));
	while (text.len &&
	       !lint->said.letters[(unsigned char)text.ptr[text.len - 1]])
		text.len--;
	return str_ends(text, STR("ly")) || str_ends(first, STR("ly"));
}

static int64_t unseen_word(const struct lint *lint, const struct said *s)
{
	int64_t own = own_word(lint, s);

	return own < 0 && lint->english ? vague_verb(s) : own;
}

void rule_unobservable(struct lint *lint, const struct rubric *r)
{
	(void)r;
	if (!lint->english && !lint->vague.n)
		return;
	for_each(s, &lint->said.list) {
		int64_t verb, i;
		struct finding *f;
		struct str word;

		if (!may_be_vague(lint, s))
			continue;
		said_apart(lint, s);
		if (s->n < 2 || !is_own(lint, s))
			continue;
		verb = unseen_word(lint, s);
		i = verb < 0 && lint->english ? vague_adverb(s) : verb;
		if (i < 0)
			continue;
		word = said_text(s, &s->words[i]);
		f = lint_add_part(lint, CODE_L403, s->node, word,
				  verb < 0 ? "%s says how well, and not by "
					     "which measure"
					   : "%s tells what cannot be seen",
				  lint_quote(lint, word));
		finding_help(lint->d, f, "say what others see the person do");
	}
}

/* --- L404 ----------------------------------------------------------------- */

/* Whether the years that words[i] names are those of someone's service:
 * "five years of relevant experience", "3+ years' work", "ten years as". */
static bool are_served(const struct said *s, uint32_t i)
{
	enum { BEFORE = 9, BEHIND = 5 };
	uint32_t end = i + BEHIND < s->n ? i + BEHIND + 1 : s->n;
	uint32_t begin = i > BEFORE ? i - BEFORE : 0;

	for (uint32_t j = i + 1; j < end && !s->words[j - 1].ends; j++)
		if (s->words[j].kinds & WORD_SERVICE)
			return true;
	if (i + 1 < s->n && (said_is(s, &s->words[i + 1], "as") ||
			     said_is(s, &s->words[i + 1], "working")))
		return true;
	for (uint32_t j = begin; j < i; j++)
		if (s->words[j].kinds & WORD_SERVED)
			return true;
	return false;
}

static bool is_years(const struct said *s, uint32_t i)
{
	const struct said_word *w = &s->words[i];

	return w->kinds & WORD_YEARS && are_served(s, i) &&
	       (w[-1].kinds & WORD_FIGURE ||
		str_is_digits(said_text(s, w - 1)));
}

/* Whether "year", "yrs" or "yoe" may be in it. */
static bool may_have_years(struct str text)
{
	for (size_t i = 0; i + 2 < text.len; i++) {
		const char *p = text.ptr + i;

		if ((*p | 32) == 'y' &&
		    (((p[1] | 32) == 'e' && (p[2] | 32) == 'a') ||
		     ((p[1] | 32) == 'r' && (p[2] | 32) == 's') ||
		     ((p[1] | 32) == 'o' && (p[2] | 32) == 'e')))
			return true;
	}
	return false;
}

void rule_years_of_service(struct lint *lint, const struct rubric *r)
{
	(void)r;
	if (!lint->english || !lint->years)
		return;
	for_each(s, &lint->said.list) {
		uint32_t i = 1;
		struct finding *f;
		struct str part;

		if (!may_have_years(s->text))
			continue;
		said_apart(lint, s);

		while (i < s->n && !is_years(s, i))
			i++;
		if (i >= s->n || !is_own(lint, s))
			continue;
		part = stretch(s, i - 1, i);
		f = lint_add_part(lint, CODE_L404, s->node, part,
				  "%s is time, not something that a person "
				  "does",
				  lint_quote(lint, part));
		finding_help(lint->d, f,
			     "say what these years are to show; \"min-time\" "
			     "and \"experience\" of a level are for time");
	}
}

/* --- L405 ----------------------------------------------------------------- */

static bool begins_with(struct str s, const char *word)
{
	return str_eq_nocase(str_head(s, strlen(word)), str_of(word));
}

static struct str behind_word(struct str s)
{
	return str_from(s, str_index(s, ' ') + 1);
}

/* Whether an example makes demands where the verb of a sentence stands: at its
 * beginning, or behind one word and its article. */
static bool demands(struct str text)
{
	static const char *const verbs[] = {
		"must ",    "should ",	"shall ",	"has to ",
		"have to ", "needs to ", "need to ",	"is required ",
		"are required ", "is expected to ", "are expected to "};
	static const char *const articles[] = {"the ", "a ", "an ", "each ",
					       "every "};
	struct str rest = str_trim(text), verb = behind_word(rest);

	if (begins_with(rest, "required") || begins_with(rest, "mandatory"))
		return true;
	for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
		if (begins_with(rest, articles[i]))
			verb = behind_word(verb);
	for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
		if (begins_with(rest, verbs[i]) || begins_with(verb, verbs[i]))
			return true;
	return false;
}

static void check_example(struct lint *lint, const struct node *node)
{
	struct str text = doc_text(&lint->l->doc, node);
	struct finding *f;

	if (node->kind != NODE_SCALAR || !lint_is_own(lint, node) ||
	    !demands(text))
		return;
	f = lint_add(lint, CODE_L405, node,
		     "this example reads like a requirement");
	finding_help(lint->d, f,
		     "make it a behaviour, or tell what somebody did");
}

static void check_examples(struct lint *lint, const struct head *head)
{
	const struct node *list;

	if (head->node->kind != NODE_MAP)
		return;
	list = thing_find(&lint->l->doc, head, "examples");
	if (!list || list->kind != NODE_LIST)
		return;
	for_each_item(item, list)
		check_example(lint, item);
}

void rule_demanding_example(struct lint *lint, const struct rubric *r)
{
	if (!lint->english)
		return;
	if (r->examples.n)
		check_examples(lint, &r->head);
	for_each(b, &r->behaviours)
		if (b->examples.n)
			check_examples(lint, &b->head);
}

/* --- L408 ----------------------------------------------------------------- */

/* Nobody who writes plainly goes beyond 40 words: of some 9,000 sentences in
 * public ladders 20 do. */
enum { LONGEST_SENTENCE = 40 };

/* Whether there are so many bytes between two full stops as 41 words of two
 * letters take. */
static bool may_be_long(struct str text)
{
	enum { BYTES = 3 * LONGEST_SENTENCE };

	while (text.len > BYTES) {
		size_t stop = str_index(text, '.');

		if (stop > BYTES)
			return true;
		text = str_from(text, stop + 1);
	}
	return false;
}

void rule_long_sentence(struct lint *lint, const struct rubric *r)
{
	(void)r;
	for_each(s, &lint->said.list) {
		uint32_t first = 0;

		if (!may_be_long(s->text))
			continue;
		said_apart(lint, s);
		if (s->n <= LONGEST_SENTENCE || !is_own(lint, s))
			continue;
		for (uint32_t i = 0; i < s->n; i++) {
			struct finding *f;

			if (!s->words[i].ends)
				continue;
			if (i + 1 - first > LONGEST_SENTENCE) {
				f = lint_add_part(
					lint, CODE_L408, s->node,
					stretch(s, first, i),
					"this sentence has %" PRIu32
					" words",
					i + 1 - first);
				finding_help(lint->d, f,
					     "split it: up to %d are followed",
					     LONGEST_SENTENCE);
			}
			first = i + 1;
		}
	}
}
