/* A team as a page, as JSON and as CSV. Without `names` nothing is told of a
 * group of fewer than FEW_PEOPLE, nor of what is left when such a group is
 * taken away (people/team_groups.h). */
#ifndef REPORT_TEAM_H
#define REPORT_TEAM_H

#include "people/mentors.h"
#include "people/team_cover.h"
#include "people/team_groups.h"
#include "people/team_ready.h"
#include "report/page.h"

struct team_view {
	struct team *team;
	bool names;
	bool all;      /* pages: the matrix of everyone, however many */
	uint32_t near; /* rules that may be open of a role nearly met */
	/* with names */
	struct layer_cover *layers;
	stage_covers covers;
	prospects ready;
	mentorings mentors;

	uint32_t ready_people; /* in `ready`, whatever the role */
	/* by role; without names pooled, and empty where there are too few */
	team_groups groups;
};

struct page *page_team(struct arena *a, const struct team_view *v);

void json_team(const struct team_view *v, struct buf *out);

/* With names a row a person and a column a competency; without, a row a
 * stage. */
void csv_team(const struct team_view *v, struct buf *out);

/* --- for the writers ------------------------------------------------------ */

/* "ic", "manager", "none", "mixed". */
const char *group_kind_name(enum group_kind kind);

/* How many stages of a layer there are in the ladder, and how many of them
 * three people or more have: what may be told without names. */
struct layer_cover *team_layers_told(const struct team *t, struct arena *a);

/* How many people moved between kinds of tracks. */
uint32_t team_changed_kind(const struct team *t);

#endif
