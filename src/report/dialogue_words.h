/* What screens and plain questions of an assessment say alike. They add to
 * prose. */
#ifndef REPORT_DIALOGUE_WORDS_H
#define REPORT_DIALOGUE_WORDS_H

#include "people/dialogue.h"
#include "report/prose.h"
#include "report/style.h"

/* "Execution 2/7 · Technical 0/12": layers without questions are left out. */
void dialogue_say_progress(const struct dialogue *d, prose *to);

/* "Leads projects"; a cell without a name is told by its level. */
void dialogue_say_stage(const struct dialogue *d, const struct stage *s,
			prose *to);

/* A behaviour, with "(optional)" before one that does not count. */
void dialogue_say_behaviour(const struct dialogue *d, const struct behaviour *b,
			    prose *to);

/* "Senior Engineer asks 2; Staff Engineer asks 4." */
void dialogue_say_expected(const struct dialogue *d, const struct competency *c,
			   prose *to);

/* "2 Delivers features; of stage 3 1 of 4 shown; with a note; 2 pieces of
 * evidence"; empty where nothing was answered. */
void dialogue_say_answer(const struct dialogue *d, const struct competency *c,
			 const struct answered *x, prose *to);

/* A prose on one line, wherever it ends; printable, without a newline. */
void dialogue_print(const prose *p, const struct report_style *style,
		    struct buf *out);

#endif
