/* The questions of an assessment as plain lines, without a movement of the
 * cursor: for a screen reader, a dumb terminal, a teletype. */
#ifndef REPORT_DIALOGUE_PLAIN_H
#define REPORT_DIALOGUE_PLAIN_H

#include "people/dialogue.h"
#include "report/style.h"

/* The question that the dialogue is at: its number, a line for each stage,
 * what is answered already, what is expected where `expected`. */
void plain_question(struct dialogue *d, bool expected,
		    const struct report_style *style, struct buf *out);

/* What role and target ask of it, in a line. */
void plain_expected(struct dialogue *d, const struct report_style *style,
		    struct buf *out);

/* How to answer. */
void plain_help(struct buf *out);

/* What the file says now of the question that the dialogue is at. */
void plain_answer(struct dialogue *d, const struct report_style *style,
		  struct buf *out);

/* In the end: how much is rated, where it is, which command comes next. */
void plain_summary(struct dialogue *d, struct str file, struct str next,
		   const struct report_style *style, struct buf *out);

#endif
