/* How pages say things that come up everywhere: stages, roles, hours, weeks,
 * lists of names. Those without a result add to prose. */
#ifndef REPORT_WORDS_H
#define REPORT_WORDS_H

#include "model/ladder.h"
#include "report/prose.h"
#include "text/diag.h"

/* "Delivery 3"; without the number where there is but one stage. */
void words_stage(struct arena *a, prose *to, enum mark mark,
		 const struct stage *s);

/* ": Leads projects", where the stage has a name. */
void words_stage_name(struct arena *a, prose *to, enum mark mark,
		      const struct rubric *r);

/* Whether a stage says in its one behaviour what its competency is called: in
 * ladders that are checklists there is nothing more to tell. */
bool words_say_it_all(const struct rubric *r);

/* "Staff Engineer"; where several roles share the title, "(ic/staff)" after
 * it. */
void words_role(struct arena *a, prose *to, enum mark mark,
		const struct ladder *l, const struct role *role);

/* "Engineering 2026.1": a ladder and its version, if it has one. */
void words_ladder(struct arena *a, prose *to, enum mark mark,
		  const struct ladder *l);

/* The name of a score, or its id. */
void words_score(struct arena *a, prose *to, enum mark mark,
		 const struct score *s);

/* "about 40–80 h" from quarter hours; from four hours on in whole hours, the
 * range rounded outwards. */
void words_effort(struct arena *a, prose *to, enum mark mark,
		  struct effort effort);

/* "Outreachy (project, 7 h) https://…" */
void words_resource(struct arena *a, prose *to, const struct resource *r);

/* "18 months", "1 year", "2 weeks": the largest unit that is exact. */
void words_time(struct arena *a, prose *to, enum mark mark, milliday time);

/* A figure in thousandths: "2.5". */
void words_figure(struct arena *a, prose *to, enum mark mark, int64_t figure);

/* "Execution". */
const char *words_layer(int layer);

/* How a word about a finding looks. */
enum mark words_severity_mark(enum severity s);

/* "step" or "steps". */
const char *words_plural(uint64_t n, const char *one, const char *many);

/* Puts ", " before all but the first, or " and " before the last. */
void words_comma(struct arena *a, prose *to, uint32_t i, uint32_t n);

#endif
