/* What the rules of advice share: the run, and what it knows about the ladder
 * beyond the model. Internal to lint/. */
#ifndef LINT_RULE_H
#define LINT_RULE_H

#include "lint/asked.h"
#include "lint/levels.h"
#include "lint/ranks.h"
#include "lint/said.h"
#include "lint/scores.h"

struct lint {
	const struct ladder *l;
	struct diag *d;
	struct arena *a;
	uint64_t budget;     /* what lint_may_spend has left */
	struct levels levels; /* as far as the walk over the roles has come */
	struct asked_for asked;
	struct score_top *tops; /* by score index: as read last */
	struct ranks ranks;
	bool english;	       /* by its language; so it is without one */
	struct map vague; /* a team's own words for L403, in lower case */
	bool years;	       /* may stand somewhere in the file */
	struct said_list said; /* in the rubric at hand */
	struct repeats *repeats; /* rule_repeats.c */
	struct needs *needs; /* rule_needs.c; NULL until asked for */
};

/* A scalar of the ladder's own file, no key. */
struct text {
	const struct node *node;
	struct str text;
	bool ascii;
	bool capitals; /* has some */
};

#define RULE(code, thing, name)                                           \
	void rule_##name(struct lint *lint, const struct thing *thing);
#include "lint/rules.def"
#undef RULE

/* A finding about a node of the ladder's document. */
#define lint_add(lint, code, node, ...) \
	doc_add((lint)->d, (code), &(lint)->l->doc, (node), __VA_ARGS__)

/* A finding about a part of a scalar's text: it points at all of the scalar
 * where its text does not stand in the file as it is. */
#define lint_add_part(lint, code, node, part, ...)                        \
	lint_narrow((lint), lint_add((lint), (code), (node), __VA_ARGS__), \
		    (node), (part))

struct finding *lint_narrow(struct lint *lint, struct finding *f,
			    const struct node *node, struct str part);

/* Whether a node has an error, which says enough about it. Looks through all
 * that was found, and therefore not for ever. */
bool lint_is_told(struct lint *lint, const struct node *node);

/* Whether it stands in the ladder's own file: what is written in its bases is
 * told with them. */
bool lint_is_own(const struct lint *lint, const struct node *node);

/* Another place that belongs to it. */
#define lint_note(lint, f, node, ...)                                     \
	finding_note((lint)->d, (f), doc_span(&(lint)->l->doc, (node)),   \
		     __VA_ARGS__)

static inline const char *lint_quote(struct lint *lint, struct str text)
{
	return diag_quote(lint->d, text);
}

/* Whether there is still time for `n` looks beyond the one walk over the
 * ladder: those of a run together are bounded by the size of the file, and a
 * rule that may not look says nothing. Only a file made to be slow gets
 * there. */
static inline bool lint_may_spend(struct lint *lint, uint64_t n)
{
	if (n > lint->budget)
		return false;
	lint->budget -= n;
	return true;
}

/* Where a role is named; NULL where its level is no mapping, has no id, or is a
 * second one of that id: what is wrong with it was told. */
const struct node *lint_role_name(struct lint *lint, const struct role *role);

/* Where a stage of a competency's own is named: its id, else its name, else
 * all of it. */
const struct node *lint_stage_name(struct lint *lint, const struct stage *s);

#endif
