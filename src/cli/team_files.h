/* A team read from its files. */
#ifndef CLI_TEAM_FILES_H
#define CLI_TEAM_FILES_H

#include "cli/people_files.h"
#include "people/team.h"

/* Reads all of the files into a team, one at a time. EXIT_INPUT where one
 * could not be used, which has been said; the others are in the team. */
enum exit team_read(struct job *j, const struct found_files *found,
		    const struct ladder *l, int32_t since, struct team *t);

#endif
