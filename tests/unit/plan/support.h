/* Small ladders and people written as YAML in the tests of the planner. */
#ifndef UNIT_PLAN_SUPPORT_H
#define UNIT_PLAN_SUPPORT_H

#include "model/load.h"
#include "plan/plan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

struct world {
	struct arena arena;
	struct diag diag;
	struct ladder *ladder;
	struct assessment *person;
	struct plan_query query;
};

/* Loads a ladder (its `format`, `id` and `name` are added) and a person (with
 * `format`, `ladder` and `person` added; NULL: nothing is rated), and asks for
 * the way to `target`. The test fails where they do not load. */
void world_init(struct world *w, const char *ladder, const char *person,
		const char *target);
void world_release(struct world *w);

/* The role must exist. */
struct role *world_role(const struct world *w, const char *path);

/* The steps as "b@1 a@1 …", the roles of the route, the milestones. */
const char *steps_text(struct world *w, const struct plan *p);
const char *route_text(struct world *w, const struct plan *p);

/* The step that reaches this stage; it must be there. */
const struct step *step_find(const struct plan *p, const char *competency,
			     uint32_t number);

/* A competency of execution with stages of 8h each, to put under
 * `competencies:`. */
#define COMPETENCY_1(id)                                                  \
	"  " id ": {name: " id ", layer: execution, stages: ["            \
	"{effort: 8h, behaviours: [x]}]}\n"
#define COMPETENCY_3(id)                                                  \
	"  " id ": {name: " id ", layer: execution, stages: ["            \
	"{effort: 8h, behaviours: [x]}, {effort: 8h, behaviours: [x]}, "  \
	"{effort: 8h, behaviours: [x]}]}\n"

#endif
