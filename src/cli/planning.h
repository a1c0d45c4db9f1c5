/* The question that plan and gap ask: who, from where, to which role, with
 * which wishes; read from the options and the assessment. */
#ifndef CLI_PLANNING_H
#define CLI_PLANNING_H

#include "cli/input.h"
#include "plan/query.h"
#include "report/pages.h"

struct planning {
	struct input in;
	bool compares; /* the target may be missing, and so may a beginning */
	role_list targets; /* the ones that were named, at least one for plan */
	struct plan_query query; /* its target is the last of them */
	struct plan_view view; /* all but plan and gap */
};

/* Loads the inputs and makes the question. What is wrong has been said where
 * the status is not EXIT_DONE. */
enum exit planning_start(struct job *j, struct planning *p);

/* The same for inputs that are loaded already, in p->in. */
enum exit planning_ask(struct job *j, struct planning *p);

/* --effort, which loading a ladder heeds; planning_start does it. */
enum exit planning_effort(struct job *j);

#endif
