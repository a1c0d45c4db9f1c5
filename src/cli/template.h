/* An assessment to fill in, with the whole ladder as comments. */
#ifndef CLI_TEMPLATE_H
#define CLI_TEMPLATE_H

#include "cli/job.h"

struct template_view {
	const struct ladder *ladder;
	const struct role *role, *target; /* NULL: left to fill in */
	struct str person;                /* empty: left to fill in */
};

/* Reads --role, --target and --person for a ladder. */
enum exit template_options(struct job *j, const struct ladder *l,
			   struct template_view *v);

/* Writes it as YAML. As it is, it validates without a finding and plans for
 * someone who has the stages that `role` requires; nothing is assumed for what
 * a role lets them choose. */
void template_write(struct arena *a, const struct template_view *v,
		    struct buf *out);

/* What stands above each of its competencies: name, stages and behaviours as
 * comments, two columns in. */
void template_rubric(struct arena *a, const struct template_view *v,
		     const struct competency *c, struct buf *out);

#endif
