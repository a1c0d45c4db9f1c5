/* The pictures of several pages. Each is beside what the page says in words,
 * and left out where there is nothing that a picture shows better. */
#ifndef REPORT_PICTURES_H
#define REPORT_PICTURES_H

#include "report/pages.h"
#include "report/picture.h"

/* So many roles a picture compares, with what is there already beside them. */
enum { PICTURE_ROLES = SERIES_MOST - 1 };

/* By category what someone has of what the target asks, and what the role asks
 * in which they are. */
void picture_stand(struct page *p, struct block *parent,
		   const struct plan_view *v);

/* By category what several roles ask, beside what somebody has. */
struct asks_view {
	const struct ladder *ladder;
	const struct role *roles[PICTURE_ROLES];
	uint32_t n_roles;
	const struct stand *stands; /* left out where they hold nothing; or
				       NULL */
	bool by_most; /* compared with each other, not with all stages */
};
void picture_asks(struct page *p, struct block *parent,
		  const struct asks_view *v);

/* The steps of a plan over its weeks; nothing without hours. */
void picture_timeline(struct page *p, struct block *parent,
		      const struct plan_view *v);

/* Roles with the ways between them, and routes drawn in. Of a large ladder the
 * tracks of the routes alone, which is said. */
struct map_way {
	const struct role *const *stops;
	uint32_t n;
};
struct map_view {
	const struct ladder *ladder;
	const struct role *here; /* where someone is, or NULL */
	bool known;              /* somebody is there; else it is a start */
	struct map_way ways[PICTURE_ROLES];
	uint32_t n_ways;
};
void picture_map(struct page *p, struct block *parent,
		 const struct map_view *v);

#endif
