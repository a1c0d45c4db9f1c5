#include "people/answer.h"

#include "base/date.h"

/* The words that an answer begins with; what else stands there is a stage. */
static const struct {
	const char *word, *letter; /* letter: "" has none */
	enum answer_kind kind;
} words[] = {
	{"met", "m", ANSWER_MET},	{"na", "n", ANSWER_NA},
	{"note", "o", ANSWER_NOTE},	{"evidence", "v", ANSWER_EVIDENCE},
	{"unrated", "u", ANSWER_CLEAR}, {"skip", "s", ANSWER_SKIP},
	{"previous", "p", ANSWER_BACK}, {"expected", "x", ANSWER_EXPECTED},
	{"help", "?", ANSWER_HELP},	{"quit", "q", ANSWER_QUIT},
};

const struct answer_form answer_forms[] = {
	{"2", "the highest stage that you have shown, by number or id; 0: "
	      "none yet"},
	{"2 met 1,3", "and what you have shown of the next one already"},
	{"met 1,3", "only that; 'met none' takes it back"},
	{"na REASON", "it does not apply to you, and why"},
	{"note TEXT", "a note; without a text it goes"},
	{"evidence [DATE] [URL] TEXT", "what shows it, as 2026-11-02 and "
				       "https://..."},
	{"unrated", "take the rating back"},
	{"skip", "leave it as it is and go on"},
	{"previous", "back to the one before"},
	{"expected", "what your role and your target ask"},
	{"quit", "leave; what was answered is saved"},
	{NULL, NULL},
};

static bool is_space(char c)
{
	return c == ' ' || c == '\t';
}

/* Cuts the first word off `*rest`; empty where nothing is left. */
static struct str cut_word(struct str *rest)
{
	struct str word;
	size_t n = 0;

	*rest = str_trim(*rest);
	while (n < rest->len && !is_space(rest->ptr[n]))
		n++;
	word = str_head(*rest, n);
	*rest = str_trim(str_from(*rest, n));
	return word;
}

static bool says_no(struct str *why, const char *what)
{
	*why = str_of(what);
	return false;
}

/* "1,3", "1 3", "pairs, 2" or "none". */
static bool read_met(struct str rest, struct arena *a, struct answer *x,
		     struct str *why)
{
	x->ticks = true;
	if (!rest.len)
		return says_no(why, "which behaviours are met? Give their "
				    "numbers, as met 1,3, or say met none");
	if (str_is(rest, "none"))
		return true;
	while (rest.len) {
		size_t n = 0;

		while (n < rest.len && !is_space(rest.ptr[n]) &&
		       rest.ptr[n] != ',')
			n++;
		if (n)
			*vec_add(a, &x->met) = str_head(rest, n);
		rest = str_from(rest, n + 1);
	}
	return true;
}

static bool is_address(struct str word)
{
	return str_starts(word, STR("https://")) ||
	       str_starts(word, STR("http://")) ||
	       str_starts(word, STR("mailto:"));
}

/* [DATE] [URL] TEXT */
static bool read_evidence(struct str rest, struct answer *x, struct str *why)
{
	struct str after = rest, word = cut_word(&after);

	if (word.len && date_read(word, &x->date)) {
		x->dated = true;
		rest = after;
		word = cut_word(&after);
	}
	if (is_address(word)) {
		x->url = word;
		rest = after;
	}
	x->text = rest;
	if (!rest.len)
		return says_no(why, "evidence needs a text: what shows it?");
	return true;
}

static bool read_stage(struct str word, struct str rest, struct arena *a,
		       struct answer *x, struct str *why)
{
	struct str next;

	x->kind = ANSWER_STAGE;
	x->word = word;
	next = cut_word(&rest);
	if (!next.len)
		return true;
	if (str_is(next, "met") || str_is(next, "m"))
		return read_met(rest, a, x, why);
	return says_no(why, "after a stage only met may follow, as 2 met 1,3");
}

static bool read_rest(struct str rest, struct arena *a, struct answer *x,
		      struct str *why)
{
	switch (x->kind) {
	case ANSWER_MET:
		return read_met(rest, a, x, why);
	case ANSWER_EVIDENCE:
		return read_evidence(rest, x, why);
	case ANSWER_NA:
		x->text = rest;
		return rest.len || says_no(why, "na needs a reason: why does "
						"it not apply?");
	case ANSWER_NOTE:
		x->text = rest;
		return true;
	case ANSWER_STAGE:
	case ANSWER_CLEAR:
	case ANSWER_SKIP:
	case ANSWER_BACK:
	case ANSWER_EXPECTED:
	case ANSWER_HELP:
	case ANSWER_QUIT:
		break;
	}
	return !rest.len || says_no(why, "nothing may follow this word");
}

bool answer_read(struct str line, struct arena *a, struct answer *answer,
		 struct str *why)
{
	struct str rest = line, word = cut_word(&rest);

	*answer = (struct answer){0};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		if (!str_is(word, words[i].word) &&
		    !str_is(word, words[i].letter))
			continue;
		answer->kind = words[i].kind;
		return read_rest(rest, a, answer, why);
	}
	return read_stage(word, rest, a, answer, why);
}
