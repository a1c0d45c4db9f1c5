/* Which competencies a dialogue asks about; between its files. */
#ifndef PEOPLE_DIALOGUE_FILTER_H
#define PEOPLE_DIALOGUE_FILTER_H

#include "people/dialogue.h"

/* By competency index, in the dialogue's arena. One without stages is never
 * asked about. */
const bool *dialogue_wanted(const struct dialogue *d,
			    const struct dialogue_filter *filter);

#endif
