/* What has no place in any text of a ladder. */
#include "lint/rule.h"
#include "text/utf8.h"

/* --- placeholders --------------------------------------------------------- */

static bool is_word_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

static struct str without_edges(struct str s)
{
	while (s.len && !is_word_byte(*s.ptr))
		s = str_from(s, 1);
	while (s.len && !is_word_byte(s.ptr[s.len - 1]))
		s.len--;
	return s;
}

/* Nothing but dots or question marks. */
static bool is_blank_mark(struct str s)
{
	s = str_trim(s);
	if (s.len < 3 || (*s.ptr != '.' && *s.ptr != '?'))
		return str_is(s, "\u2026");
	for (size_t i = 1; i < s.len; i++)
		if (s.ptr[i] != *s.ptr)
			return false;
	return true;
}

static bool is_all_x(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (ascii_lower(s.ptr[i]) != 'x')
			return false;
	return s.len >= 3;
}

/* A text that is nothing but a placeholder. What is looked for here and below
 * is what lint.c looks for in the file as a whole. */
static bool is_placeholder(struct str s)
{
	static const char *const words[] = {"todo", "tbd", "tba", "tbc",
					    "fixme"};
	enum { LONGEST = 20 };

	if (s.len > LONGEST)
		return false;
	if (is_blank_mark(s))
		return true;
	s = without_edges(s);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_eq_nocase(s, str_of(words[i])))
			return true;
	return is_all_x(s);
}

/* The placeholder in capitals that begins at `at`; empty: none does. */
static struct str capitals_at(struct str s, size_t at)
{
	static const char *const words[] = {"TODO", "TBD", "TBA", "TBC",
					    "FIXME", "XXX"};
	struct str rest = str_from(s, at);

	if (at && is_word_byte(s.ptr[at - 1]))
		return (struct str){0};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		struct str word = str_of(words[i]);

		if (str_starts(rest, word) &&
		    (rest.len == word.len || !is_word_byte(rest.ptr[word.len])))
			return str_head(rest, word.len);
	}
	return (struct str){0};
}

/* Whether a word is set apart from what stands around it: who "turns TODO
 * comments into tickets" has left nothing open. */
static bool is_apart(struct str s, struct str word)
{
	const char *before = word.ptr, *behind = word.ptr + word.len;

	if (behind < s.ptr + s.len && *behind == ':')
		return true;
	while (before > s.ptr && before[-1] == ' ')
		before--;
	return before == s.ptr || strchr(".:;!?-([{<*_", before[-1]);
}

static struct str find_capitals(struct str s)
{
	for (size_t i = 0; i < s.len; i++) {
		struct str word;

		if (s.ptr[i] != 'T' && s.ptr[i] != 'F' && s.ptr[i] != 'X')
			continue;
		word = capitals_at(s, i);
		if (word.len && is_apart(s, word))
			return word;
	}
	return (struct str){0};
}

/* The words that printers fill pages with, where a text begins with them. */
static struct str lorem_ipsum(struct str s)
{
	struct str lorem = STR("lorem ipsum");

	while (s.len && !is_word_byte(*s.ptr))
		s = str_from(s, 1);
	s = str_head(s, lorem.len);
	return str_eq_nocase(s, lorem) ? s : (struct str){0};
}

static struct str find_placeholder(const struct text *t)
{
	struct str word = {0};

	if (is_placeholder(t->text))
		return t->text;
	if (t->capitals)
		word = find_capitals(t->text);
	return word.len ? word : lorem_ipsum(t->text);
}

void rule_placeholder(struct lint *lint, const struct text *t)
{
	struct str word = find_placeholder(t);
	struct finding *f;

	if (!word.len || lint_is_told(lint, t->node))
		return;
	f = lint_add_part(lint, CODE_L401, t->node, word,
			  "%s stands here for a text that is missing",
			  lint_quote(lint, str_trim(word)));
	finding_help(lint->d, f, "write it, or take it out");
}

/* --- look-alikes ---------------------------------------------------------- */

enum script { SCRIPT_NONE, SCRIPT_LATIN, SCRIPT_GREEK, SCRIPT_CYRILLIC };

static enum script script_of(uint32_t c)
{
	if ((c | 32) >= 'a' && (c | 32) <= 'z')
		return SCRIPT_LATIN;
	if (c >= 0xc0 && c <= 0x24f && c != 0xd7 && c != 0xf7)
		return SCRIPT_LATIN;
	if (c >= 0x370 && c <= 0x3ff)
		return SCRIPT_GREEK;
	return c >= 0x400 && c <= 0x52f ? SCRIPT_CYRILLIC : SCRIPT_NONE;
}

/* Letters that most fonts draw as those of another script: Unicode's
 * confusables.txt, the single ones of these three. */
static bool is_look_alike(uint32_t c)
{
	static const uint16_t others[] = {
		0x391, 0x392, 0x395, 0x396, 0x397, 0x399, 0x39a, 0x39c, 0x39d,
		0x39f, 0x3a1, 0x3a4, 0x3a5, 0x3a7, 0x3bd, 0x3bf, 0x3c1, 0x405,
		0x406, 0x408, 0x410, 0x412, 0x415, 0x41a, 0x41c, 0x41d, 0x41e,
		0x420, 0x421, 0x422, 0x423, 0x425, 0x430, 0x435, 0x43e, 0x440,
		0x441, 0x443, 0x445, 0x455, 0x456, 0x458, 0x4bb, 0x501, 0x51b,
		0x51d};

	if (c < 0x80)
		return c && strchr("aceiopsxy", (int)c);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (others[i] == c)
			return true;
	return false;
}

/* A word as far as it was read. */
struct mixture {
	bool has[SCRIPT_CYRILLIC + 1];
	bool plain_latin, plain_other; /* has a letter of its own look */
};

static void mix_in(struct mixture *m, enum script script, uint32_t c)
{
	m->has[script] = true;
	if (is_look_alike(c))
		return;
	if (script == SCRIPT_LATIN)
		m->plain_latin = true;
	else
		m->plain_other = true;
}

/* Letters of two scripts, where all those of one look like the other's. Who
 * writes microseconds as \u03bcs deceives nobody. */
static bool is_deceptive(const struct mixture *m)
{
	bool other = m->has[SCRIPT_GREEK] || m->has[SCRIPT_CYRILLIC];

	return m->has[SCRIPT_LATIN] && other &&
	       (!m->plain_other ||
		(m->has[SCRIPT_CYRILLIC] && !m->plain_latin));
}

static void tell_mixture(struct lint *lint, const struct text *t,
			 struct str word, const struct mixture *m)
{
	struct finding *f;

	if (!is_deceptive(m) || lint_is_told(lint, t->node))
		return;
	f = lint_add_part(lint, CODE_L410, t->node, word,
			  "%s mixes Latin letters with %s ones that look alike",
			  lint_quote(lint, word),
			  m->has[SCRIPT_CYRILLIC] ? "Cyrillic" : "Greek");
	finding_help(lint->d, f, "type it anew in one script");
}

void rule_mixed_scripts(struct lint *lint, const struct text *t)
{
	struct mixture m = {0};
	size_t from = 0;
	uint32_t len;

	if (t->ascii)
		return;
	for (size_t at = 0; at < t->text.len; at += len) {
		uint32_t c = utf8_decode(str_from(t->text, at), &len);
		enum script script = script_of(c);

		if (script != SCRIPT_NONE) {
			mix_in(&m, script, c);
			continue;
		}
		tell_mixture(lint, t, str_head(str_from(t->text, from),
					       at - from), &m);
		m = (struct mixture){0};
		from = at + len;
	}
	tell_mixture(lint, t, str_from(t->text, from), &m);
}

/* --- invisible characters ------------------------------------------------- */

enum {
	SOFT_HYPHEN = 0xad,
	ZERO_WIDTH_SPACE = 0x200b,
	NON_JOINER = 0x200c,
	JOINER = 0x200d,
	LEFT_TO_RIGHT = 0x200e,
	RIGHT_TO_LEFT = 0x200f,
	ARABIC_MARK = 0x61c,
};

/* Whose letters change with what they are joined to, or run from right to
 * left: Hebrew, Arabic, the scripts of India to Myanmar, Khmer, Mongolian. */
static bool is_joining(uint32_t c)
{
	return (c >= 0x590 && c <= 0xdff) || (c >= 0xf00 && c <= 0x109f) ||
	       (c >= 0x1780 && c <= 0x18af) || (c >= 0xa840 && c <= 0xabff) ||
	       (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfefc);
}

/* Symbols and the signs that go with them, as emoji are made of. */
static bool is_emoji(uint32_t c)
{
	return (c >= 0x2190 && c <= 0x2bff) || c == 0xfe0f ||
	       (c >= 0x1f000 && c <= 0x1faff);
}

static bool is_letter(uint32_t c)
{
	return ((c | 32) >= 'a' && (c | 32) <= 'z') || c >= 0xc0;
}

/* Whether a text runs from right to left somewhere, found out when first asked:
 * then it may need marks anywhere. */
struct direction {
	struct str text;
	bool asked, right_to_left;
};

static bool runs_right_to_left(struct direction *d)
{
	uint32_t len;

	for (size_t at = 0; !d->asked && at < d->text.len; at += len) {
		uint32_t c = utf8_decode(str_from(d->text, at), &len);

		d->right_to_left |= (c >= 0x590 && c <= 0x8ff &&
				     c != ARABIC_MARK) ||
				    (c >= 0xfb1d && c <= 0xfefc);
	}
	d->asked = true;
	return d->right_to_left;
}

/* Whether an invisible character between two others, 0 at the ends of the
 * text, changes how it is shown. */
static bool does_something(uint32_t before, uint32_t c, uint32_t behind,
			   struct direction *d)
{
	bool joining = is_joining(before) || is_joining(behind);

	switch (c) {
	case SOFT_HYPHEN:
		return is_letter(before) && is_letter(behind);
	case ZERO_WIDTH_SPACE:
		/* a place for a line break where there are no spaces */
		return joining || (before >= 0xe00 && behind >= 0xe00);
	case JOINER:
		return joining || (is_emoji(before) && is_emoji(behind));
	case LEFT_TO_RIGHT:
	case RIGHT_TO_LEFT:
	case ARABIC_MARK:
		return runs_right_to_left(d);
	default:
		return joining;
	}
}

static uint32_t char_at(struct str s, size_t at)
{
	uint32_t len;

	return at < s.len ? utf8_decode(str_from(s, at), &len) : 0;
}

/* One finding a text: they come in swarms. */
void rule_invisible_character(struct lint *lint, const struct text *t)
{
	struct direction d = {.text = t->text};
	uint32_t before = 0, c, len;
	struct finding *f;

	if (t->ascii)
		return;
	for (size_t at = 0; at < t->text.len; at += len, before = c) {
		c = utf8_decode(str_from(t->text, at), &len);
		if (c < SOFT_HYPHEN || char_class(c) != CHAR_HIDDEN ||
		    does_something(before, c, char_at(t->text, at + len),
				   &d))
			continue;
		if (lint_is_told(lint, t->node))
			return;
		f = lint_add_part(lint, CODE_L411, t->node,
				  str_head(str_from(t->text, at), len),
				  "U+%04X is invisible and does nothing here",
				  c);
		finding_help(lint->d, f, "take it out");
		return;
	}
}
