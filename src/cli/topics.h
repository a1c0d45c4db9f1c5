/* What 'ladder help TOPIC' tells apart from the commands. */
#ifndef CLI_TOPICS_H
#define CLI_TOPICS_H

#include "cli/layout.h"

struct topic {
	const char *name, *summary;
	void (*write)(struct layout *l, struct job *j);
};

extern const struct topic topic_table[];
extern const unsigned n_topics;

/* NULL where there is none of that name. */
const struct topic *topic_find(struct str name);

#endif
