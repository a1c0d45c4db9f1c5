/* The steps that make a model out of what was read; each reports what is
 * wrong and goes on. Internal to model/. */
#ifndef MODEL_BUILD_H
#define MODEL_BUILD_H

#include "base/typo.h"
#include "model/load.h"
#include "model/read.h"

/* What the steps share. */
struct build_model {
	struct ladder *l;
	struct arena *arena;
	struct diag *diag;
	const struct limits *limits;
	enum { LOST_UNKNOWN, LOST_NOT, LOST_SOME } tracks_lost; /* refs.c */
};

/* Defaults, indices, back pointers and the maps by id (finish.c). */
void model_index(struct build_model *b);

/* Whether the language is a tag of BCP 47 (finish.c). */
void model_check_language(struct build_model *b);

/* Makes the stages of every competency, its own or from cells (stages.c). */
void model_make_stages(struct build_model *b);

/* Turns every name into a pointer (refs.c). */
void model_resolve(struct build_model *b);

/* Effort, elapsed and points of every stage, with the defaults; needs the
 * references (stages.c). */
void model_fill_stages(struct build_model *b, const struct efforts *override);

/* Old ids: renamed, retired, used again (oldids.c). */
void model_check_old_ids(struct build_model *b);

/* Loops through `needs` (cycle.c). */
void model_check_cycles(struct build_model *b);

/* Requirements that fall, points that fall, weights that are all 0
 * (rules.c). */
void model_check_rules(struct build_model *b);

/* A finding about a node of the ladder's document. */
#define model_add(b, code, node, ...) \
	doc_add((b)->diag, (code), &(b)->l->doc, (node), __VA_ARGS__)

/* Merges an overlay over its base into one document, whose nodes point into
 * the files of both (extend.c). `over` and `base` are used up. */
struct doc doc_overlay(struct arena *a, struct doc *base, struct doc *over,
		       struct diag *d);

/* Names in an assessment become pointers; what is wrong with it is reported.
 * With `l` NULL only what needs no ladder (check_assessment.c). */
void assessment_check(struct loader *ld, struct assessment *as,
		      const struct ladder *l);

/* What is later than the assessment's own date, and what long before it. */
void assessment_check_dates(struct diag *d, const struct assessment *as);

/* Whether the value of a keyed thing could not be read as a mapping; that was
 * said, and what is missing in it is no mistake of its own. */
bool thing_is_lost(const struct head *thing);

/* Whether what a name means may have been lost to a mistake that was told:
 * then that it leads nowhere is none of its own. Without any competencies that
 * is the mistake, not each of their names. */
bool competencies_are_lost(struct build_model *b);
bool tracks_are_lost(struct build_model *b);

/* Resolves a competency named in a file: today's id; reports anything else.
 * `known` may be broken, then nothing is said. */
struct competency *refer_competency(struct build_model *b,
				    const struct node *node);

#endif
