/* What one person has shown, against one ladder. */
#ifndef MODEL_ASSESSMENT_H
#define MODEL_ASSESSMENT_H

#include "model/ladder.h"

struct evidence {
	struct head head;
	struct str text, url;
	int32_t date;                 /* days */
	const struct node *date_node; /* NULL where not given */
};

struct rating {
	struct head head;       /* id: the competency as written */
	const struct node *key; /* where that stands */
	struct str stage_text;
	const struct node *stage_node; /* NULL: unrated */
	struct texts met;
	const struct node *met_node;
	struct str na; /* the reason; NULL ptr: not n/a */
	const struct node *na_node;
	struct str note;
	VEC(struct evidence) evidence;
	const struct node *evidence_node;
	struct competency *competency; /* NULL where unknown */
};

struct assessment {
	struct head head;
	struct doc doc;
	struct str format, ladder_id, ladder_version, person, assessor;
	const struct node *ladder_node, *version_node;
	int32_t date, since; /* days */
	const struct node *date_node, *since_node; /* NULL where not given */
	struct str role_text, baseline_text, target_text;
	const struct node *role_node, *baseline_node, *target_node;
	struct role *role, *baseline, *target; /* NULL where absent */
	int64_t hours_per_week; /* thousandths; default filled in: 4000 */
	int64_t focus;          /* default filled in: 2 */
	struct texts avoid;
	const struct node *avoid_node;
	bool *avoid_roles; /* by role index; what `avoid` comes to */
	bool mentor; /* may be suggested as one; default filled in */
	VEC(struct rating) ratings;
	bool usable; /* no error was found */
};

/* What the file says of a competency, whatever it is called there; NULL: it
 * says nothing. */
const struct rating *assessment_rating(const struct assessment *as,
				       const struct competency *c);

/* The evidence with the latest date; NULL where there is none, or some has no
 * date that could be read. */
const struct evidence *rating_newest(const struct rating *rating);

/* All of its evidence by date, the newest first, what has no date last; else as
 * in the file. One entry each, in `a`. */
const struct evidence **rating_pieces(const struct rating *rating,
				      struct arena *a);

/* Whether a rating is stale on a day: its newest evidence is more than two
 * years older. One without a stage is not, nor one whose evidence lacks dates:
 * it cannot be told. */
bool rating_is_stale(const struct rating *rating, int32_t day);

/* Where someone stands in one competency. */
struct stand {
	uint32_t have;     /* stages reached: ordinal of the highest, 0 none */
	uint32_t rank_have; /* the figure as users see it: number of that stage,
			       0 none */
	bool by_behaviours; /* the last stage through `met` alone */
	bool rated;        /* from a rating, not from the baseline or nothing */
	bool na;
	struct str reason; /* for n/a */
	/* the next stage, where some of its behaviours are shown already */
	const struct rubric *partly; /* NULL: none */
	bool *met;          /* by behaviour of `partly` */
	uint32_t left;      /* counted behaviours of it not yet met */
	const struct rating *rating; /* NULL without one */
};

/* One entry a competency, by its index. */
struct stand *assessment_stands(const struct ladder *l,
				const struct assessment *as, struct arena *a);

/* How many counted behaviours of a stage reach it: the threshold's share,
 * rounded up; 0 where it has none, and then only a rating reaches it. */
uint32_t rubric_enough(const struct rubric *r);

/* The number or id in `met` as an index into the behaviours, or -1. */
int64_t rubric_find_behaviour(const struct rubric *r, struct str word);

/* The stands of someone who meets nothing. */
struct stand *empty_stands(const struct ladder *l, struct arena *a);

/* What is left of a stage for someone with these stands, both ends rounded up
 * to a quarter of an hour (format.md 3.6). */
struct effort stand_effort(const struct stage *s, const struct stand *stands);

#endif
