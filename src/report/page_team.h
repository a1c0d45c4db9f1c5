/* The parts of a team's page. */
#ifndef REPORT_PAGE_TEAM_H
#define REPORT_PAGE_TEAM_H

#include "report/team.h"
#include "report/words.h"

/* Roles with who holds and meets them, and who changed since the day that is
 * looked back to. */
void team_add_roles(struct page *p, const struct team_view *v);
void team_add_moves(struct page *p, const struct team_view *v);

/* What hangs on one person, and what nobody has. */
void team_add_risks(struct page *p, const struct team_view *v);

void team_add_ready(struct page *p, const struct team_view *v);

void team_add_mentors(struct page *p, const struct team_view *v);

/* The whole page without names. */
void team_add_counted(struct page *p, const struct team_view *v);

/* A bar for each layer; `what` is what is counted. */
void team_add_layers(struct page *p, struct block *section,
		     const struct layer_cover *layers, const char *what);

/* A table with the columns of roles: the role, people, who meet it, time. */
struct table *team_role_table(struct page *p, struct block *section);

/* "2 years 3 months", the mean of a group in which it is known. */
void team_add_time(struct page *p, prose *to, const struct team_group *g);

#endif
