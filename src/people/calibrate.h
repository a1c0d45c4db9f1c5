/* Assessments of one person side by side: where those who assessed agree, and
 * what to talk about first. */
#ifndef PEOPLE_CALIBRATE_H
#define PEOPLE_CALIBRATE_H

#include "model/assessment.h"

struct opinion {
	const struct assessment *as;
	struct str by; /* the assessor, "self", or the file where that is not
			  enough to tell them apart */
	const struct stand *stands; /* by competency index */
	/* beside the first opinion, of what both rated with a stage: as many
	 * competencies are rated alike, lower and higher */
	uint32_t alike, lower, higher;
};

/* Not applicable counts as an opinion, a baseline does not. */
enum accord {
	ACCORD_SAME,  /* all say the same */
	ACCORD_STAGE, /* stages that differ */
	ACCORD_NA,    /* some say that it is not applicable */
	ACCORD_SOME,  /* those who said something agree; others said nothing */
	ACCORD_NOBODY,
};

struct topic {
	const struct competency *competency;
	enum accord accord;
	uint32_t low, high; /* the lowest and highest stage said, as ordinals */
	uint32_t need;	    /* the stage that the role asks; 0: none */
	bool decides; /* by some opinions the requirement is met, by others
			 not */
};

struct calibration {
	const struct opinion *opinions;
	uint32_t n_opinions;
	const struct role *role; /* the measure; NULL: none is named */
	struct topic *topics; /* one for each competency, in file order */
	uint32_t n_topics;
	/* those to talk about: first what decides a requirement, then where
	 * stages are furthest apart, then what is not applicable to some, then
	 * what only some have rated and the role asks; else in file order */
	const struct topic **first;
	uint32_t n_first;
	uint32_t n[ACCORD_NOBODY + 1]; /* topics of each accord */
};

/* `opinions` (two or more) outlive it; their counts are set here. */
struct calibration calibrate(const struct ladder *l, const struct role *role,
			     struct opinion *opinions, uint32_t n,
			     struct arena *a);

#endif
