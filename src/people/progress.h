/* One person over several dated assessments: what was reached, what was
 * planned, what was recorded, what went stale. */
#ifndef PEOPLE_PROGRESS_H
#define PEOPLE_PROGRESS_H

#include "base/date.h"
#include "plan/plan.h"
#include "plan/share.h"

struct snapshot {
	const struct assessment *as;
	int32_t day;
	const struct stand *stands; /* by competency index */
};

/* Someone whose stage is not the same in all snapshots. */
struct moved {
	const struct competency *competency;
	uint32_t from, to; /* ordinals in the first and in the last */
};

struct month {
	int32_t first; /* its first day */
	uint32_t pieces;
};

/* At most so many months are told, the last ones. */
enum { MONTHS_MOST = 24 };

struct progress {
	const struct ladder *ladder;
	const struct snapshot *snapshots; /* oldest first */
	uint32_t n_snapshots;
	struct role *target; /* may be NULL */
	struct share *shares; /* see progress_share */
	VEC(struct moved) moved; /* in file order */
	/* pieces of evidence in the newest file, by month, from the month of
	 * the first snapshot to that of the last */
	VEC(struct month) months;
	/* ratings that are stale on the last day and were not on the first */
	VEC(const struct rating *) stale;
	/* the plan that is measured by; not `planned` where there is no target
	 * or no way, or nothing lies between it and the last snapshot */
	const struct snapshot *since;
	bool planned;
	struct plan_query query; /* that it answers */
	struct plan plan;
	uint32_t done; /* steps of it that are reached now */
	uint32_t due;  /* steps of it that were to be, where it has weeks */
};

/* In a layer; of LAYER_NONE in all of them. */
const struct share *progress_share(const struct progress *p,
				   uint32_t snapshot, enum layer layer);

/* Whether a step of the plan is reached in the last snapshot. */
bool progress_is_done(const struct progress *p, const struct step *step);

/* Whether it was to be reached by the last snapshot. */
bool progress_is_due(const struct progress *p, const struct step *step);

/* One or more snapshots of one person, which are sorted by their day here;
 * those of one day keep their order. What is measured by is the plan of the
 * last snapshot on or before the day `since` (or NO_DAY), or of the first where
 * there is none. Everything lives in `a`. */
struct progress progress_of(const struct ladder *l,
			    struct snapshot *snapshots, uint32_t n,
			    struct role *target, int32_t since,
			    struct arena *a);

#endif
