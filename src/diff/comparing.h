/* The state of one comparison of two roles; between the files roles*.c. */
#ifndef DIFF_COMPARING_H
#define DIFF_COMPARING_H

#include "diff/roles.h"

struct comparing {
	struct role_diff *d;
	const struct matches *m;
	struct arena *a;
};

/* Below 0 where the new stage is higher, above where it is lower. */
int stage_order(const struct comparing *c, const struct stage *old,
		const struct stage *new);

/* Each adds what it finds to the diff, and counts it. */
void compare_choices(struct comparing *c);
void compare_goals(struct comparing *c);
void compare_texts(struct comparing *c); /* gates, attributes, summary */

#endif
