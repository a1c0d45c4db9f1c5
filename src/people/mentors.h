/* Who could mentor whom.
 *
 * A *gap* is a competency in which someone has not the stage that the target
 * asks (without a target: the role held); it is about the next stage. A mentor
 * for it is willing (`mentor: true`) and has that stage.
 *
 * Mentors are dealt out in rounds. In a round each person who has a gap
 * without a mentor gets at most one, who then helps with every open gap
 * they can. As many people as can be are served: a round is a largest matching
 * between people and mentors of limited load. The limit rises one by one up to
 * the one that was asked for, so that a second mentee comes to somebody only
 * when all could not be served with one each: the load is as even as can be
 * (Harvey, Ladner, Lovász and Tamir, "Semi-matchings for bipartite graphs and
 * load balancing", J. Algorithms 59, 2006; raising the limit step by step is
 * their algorithm with the steps taken together). The first round begins with
 * pairs who can mentor each other; augmenting may undo one where more people
 * are served without it.
 *
 * Of equal mentors those come first whose stage is nearest above the
 * mentee's, then those who stand first in the team. So the outcome depends on
 * the team alone, not on the order of its files. */
#ifndef PEOPLE_MENTORS_H
#define PEOPLE_MENTORS_H

#include "people/team.h"

enum { USUAL_MENTEES = 2 };

struct mentoring {
	const struct member *mentee;
	const struct member *mentor; /* NULL: nobody can, or has room */
	struct stage *stage;         /* the next one of the gap */
	bool mutual; /* the mentor is a mentee of the mentee, too */
	bool able; /* somebody has it and is willing, with room or not */
};

typedef VEC(struct mentoring) mentorings;

/* One entry for each gap: by mentee in the order of the team, then in file
 * order of the competencies. Nobody gets more than `most` mentees. Takes time
 * linear in people and competencies but for the search for augmenting paths,
 * which ends after a hundred million looks: beyond them people are served who
 * can be without others changing their mentor. */
mentorings mentors_deal(struct team *t, uint32_t most, struct arena *a);

enum { MENTORS_A_STEP = 3 };

/* Who of a team could mentor the steps of a plan of someone called `person`,
 * who is left out: names, at most MENTORS_A_STEP a step. Those first who could
 * learn something in return, then those who were named least so far, then the
 * nearest above. */
struct texts *mentors_of_steps(struct team *t, const struct plan_query *q,
			       const struct plan *plan, struct str person,
			       struct arena *a);

#endif
