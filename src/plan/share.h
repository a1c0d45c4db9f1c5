/* How much of what a role asks is reached, counted in stages. */
#ifndef PLAN_SHARE_H
#define PLAN_SHARE_H

#include "model/assessment.h"

/* Stages reached of those that are asked. */
struct share {
	int64_t have, need;
	bool waived; /* something asked is not applicable: in neither figure */
};

/* What a role asks of each competency (role_asks); NULL where it asks no stage
 * at all, and where it is NULL. */
const struct asked *share_asked(const struct ladder *l,
				const struct role *role, struct arena *a);

/* The share of one layer; of LAYER_NONE that of the competencies of all
 * layers. Where nothing is asked (NULL) all stages that exist count. */
struct share share_of(const struct ladder *l, const struct asked *asked,
		      const struct stand *stands, enum layer layer);

#endif
