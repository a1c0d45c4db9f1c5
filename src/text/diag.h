/* Findings: what is wrong with the user's files, as values. Detection adds
 * them and goes on; nobody prints here. */
#ifndef TEXT_DIAG_H
#define TEXT_DIAG_H

#include "base/typo.h"
#include "base/vec.h"
#include "text/source.h"

enum severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR };

enum code {
#define CODE(id, name, severity, reason) CODE_##id,
#include "text/codes.def"
#undef CODE
	N_CODES
};

/* One row of the catalogue (codes.def). */
struct code_info {
	const char *id;   /* "L204" */
	const char *name; /* "unknown-reference" */
	enum severity severity;
	const char *reason; /* why it matters, one or two sentences */
};

extern const struct code_info code_table[N_CODES];

/* By id or name, ASCII case ignored; N_CODES where there is none. */
enum code code_find(struct str word);

/* The digit of a family of codes, as "L3" names it, ASCII case ignored; -1
 * where there is none. */
int code_family(struct str word);

/* Offers all families, too, where one may stand for its codes. */
void code_family_offer(struct typo *t);

/* Offers all ids and names to a word that is none. */
void code_offer(struct typo *t);

/* Whether a code stands for an error of the file, of its shape or of its
 * references. Nothing can be made of a file that has one, so nobody can choose
 * to live with it: it keeps its severity, and no suppression and no baseline
 * covers it. */
bool code_is_firm(enum code code);

const char *severity_name(enum severity s);

/* Another place that belongs to a finding. */
struct note {
	struct span span; /* source may be NULL: a remark without a place */
	struct str text;
};

/* Who had a finding set aside. */
enum aside { ASIDE_NOT, ASIDE_BY_COMMENT, ASIDE_BY_BASELINE };

struct finding {
	enum code code;
	enum severity severity;
	struct span span;
	struct str message; /* one line; data in it is raw, see text/safe.h */
	struct str help;    /* a way out, or empty */
	struct str instead; /* what to write there, where only that can be
			       meant (lint/fix.h); or empty */
	struct str path;    /* of the entity, filled in by doc_paths */
	VEC(struct note) notes;
	enum aside aside;
	struct str reason; /* what was given for setting it aside; or empty */
	const void *doc;  /* struct doc of `node`, for doc_paths; or NULL */
	const void *node; /* struct node it is about, or NULL */
};

/* At most this many findings of a file are kept; the rest is counted. */
#define DIAG_MOST 10000

/* Each of them has its first note; beyond those so many of a file are kept:
 * each is shown with its line, and mistakes may have notes in common, as loops
 * have their edges. */
#define DIAG_NOTES_MOST 1000

typedef VEC(struct finding) finding_list;

/* The findings of a file, or of a run. Zero but for the arena is empty. */
struct diag {
	struct arena *arena;
	finding_list findings;
	finding_list aside; /* taken out of them, by whom each of these says */
	uint32_t most;    /* that are kept; 0: DIAG_MOST */
	uint32_t dropped; /* findings beyond that */
	uint32_t notes;   /* that are kept, but for the first of each */
	uint32_t errors;  /* kept and dropped ones of severity error */
	uint32_t suppressed; /* how many were set aside by comments */
	uint32_t accepted;   /* how many by the baseline */
	struct finding scratch; /* what diag_add gives past that */
	uint32_t guesses; /* candidates looked at for suggestions so far */
};

/* For one file of `files` in a run: it gets its share of what a run keeps and
 * guesses, so that no file leaves nothing for those behind it, and what it
 * gets does not depend on the others. */
struct diag diag_share(struct arena *a, size_t files);

/* Adds a finding. The pointer holds until the next call; never NULL (past
 * what is kept it is a scratch one that nobody reads). */
struct finding *diag_add(struct diag *d, enum code code, struct span span,
			 const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));

/* Adds another place to it, if the file has not too many of them. */
void finding_note(struct diag *d, struct finding *f, struct span span,
		  const char *fmt, ...) __attribute__((format(printf, 4, 5)));

void finding_help(struct diag *d, struct finding *f, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/* `did you mean "best"?` unless `best` has no pointer. */
void finding_suggest(struct diag *d, struct finding *f, struct str best);

/* What to write in the place of the scalar that it is about; nothing where
 * `instead` has no pointer. */
void finding_mend(struct diag *d, struct finding *f, struct str instead);

/* The same, with the help `write "instead"`. */
void finding_write(struct diag *d, struct finding *f, struct str instead);

/* Sets aside a finding that the caller takes out. */
void diag_set_aside(struct diag *d, const struct finding *f, enum aside by,
		    struct str reason);

/* Whether there is still time to look at `n` candidates for a suggestion: all
 * those of a run together are bounded, so that a file full of mistakes takes
 * no longer than its size allows. */
bool diag_may_guess(struct diag *d, uint32_t n);

/* User's text in double quotes for a message, cut after 60 characters. */
const char *diag_quote(struct diag *d, struct str text);

/* Moves the findings of `from` to the end of `to`, which then keeps what both
 * of them kept. */
void diag_take(struct diag *to, struct diag *from);

/* Takes back what was found of one code in one file. */
void diag_take_back(struct diag *d, enum code code, const struct source *source);

/* Sorts by file, place, code; of findings with equal code and span one
 * stays. */
void diag_sort(struct diag *d);

#endif
