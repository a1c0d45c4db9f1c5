#include "cli/impact_files.h"

#include "cli/people_files.h"

/* One file, read twice: against the old ladder and against the new one. */
struct twice {
	struct diag diag[2];
	struct assessment *as[2];
};

/* For which of the ladders a file was made that both understand: the old one,
 * unless it names the version of the new one. */
static int made_for(const struct diff *d, const struct twice *t)
{
	const struct assessment *as = t->as[AFTER];
	bool new = str_eq(as->ladder_version, d->new->version) &&
		   !str_eq(d->old->version, d->new->version);

	return as->version_node && new ? AFTER : BEFORE;
}

static void add_person(struct people_files *p, struct twice *t,
		       struct impact *out)
{
	bool usable[2] = {t->as[BEFORE] && t->as[BEFORE]->usable,
			  t->as[AFTER] && t->as[AFTER]->usable};
	struct assessed who = {.file = str_of(p->path)};

	if (!usable[BEFORE] && !usable[AFTER]) {
		people_refuse(p, &t->diag[BEFORE]);
		return;
	}
	if (usable[BEFORE] && usable[AFTER])
		who.made_for = made_for(out->diff, t);
	else
		who.made_for = usable[BEFORE] ? BEFORE : AFTER;
	who.as = t->as[who.made_for];
	who.unresolved = t->diag[AFTER].errors;
	impact_add(out, &who, &p->item);
}

bool impact_is_asked(struct job *j)
{
	return job_has(j, OPT_ASSESSMENT) || job_has(j, OPT_TEAM);
}

static struct found_files find_files(struct job *j)
{
	struct found_files found = {0};

	for_each(path, &job_option(j, OPT_ASSESSMENT)->all)
		walk_add_file(j, &found, path->ptr);
	for_each(path, &job_option(j, OPT_TEAM)->all)
		walk_add(j, &found, path->ptr, job_has(j, OPT_FOLLOW));
	return found;
}

enum exit impact_read(struct job *j, const struct diff *d, struct impact *out)
{
	struct found_files found = find_files(j);
	struct people_files p;
	enum exit status;

	impact_start(out, d, job_has(j, OPT_NAMES), j->arena);
	people_start(&p, j, &found, d->old, d->new);
	while (people_next(&p)) {
		struct twice t = {0};

		t.as[BEFORE] = people_read(&p, d->old, &t.diag[BEFORE]);
		t.as[AFTER] = people_read(&p, d->new, &t.diag[AFTER]);
		add_person(&p, &t, out);
	}
	status = people_finish(&p);
	out->unread = p.unread;
	return status;
}
