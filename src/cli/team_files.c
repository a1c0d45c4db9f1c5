#include "cli/team_files.h"

static void tell_twins(struct job *j, const struct team *t)
{
	if (t->twin[0].ptr)
		remark(j, "%.*s and %.*s are of one person and one day, so "
			  "the first counts; two people of one name need "
			  "names that differ",
		       STR_ARG(t->twin[0]), STR_ARG(t->twin[1]));
}

enum exit team_read(struct job *j, const struct found_files *found,
		    const struct ladder *l, int32_t since, struct team *t)
{
	struct people_files p;
	struct assessment *as;
	struct arena scratch = {0};
	enum exit status;

	team_start(t, l, since, j->arena);
	people_start(&p, j, found, l, NULL);
	while ((as = people_next_usable(&p)))
		team_add(t, as, str_of(p.path), &p.item);
	status = people_finish(&p);
	t->unread = p.unread;
	team_finish(t, &scratch);
	arena_release(&scratch);
	tell_twins(j, t);
	return status;
}
