#include "report/csv.h"
#include "report/team.h"

/* --- by name -------------------------------------------------------------- */

static void add_role(struct csv *c, const struct role *role)
{
	csv_text(c, role ? role->path : (struct str){0});
}

static void add_titles(struct csv *c, const struct ladder *l)
{
	static const char *const titles[] = {
		"person", "role",   "target",	 "since",	 "date",
		"mentor", "role_open", "target_open", NULL};

	csv_words(c, titles);
	for_each(competency, &l->competencies)
		csv_text(c, competency->head.id);
	csv_end(c);
}

/* The number of the stage as users write it. */
static void add_stage(struct csv *c, const struct competency *of,
		      const struct member *m)
{
	uint32_t have = member_have(m, of->index);

	if (m->have[of->index] == NOT_APPLICABLE)
		csv_text(c, STR("n/a"));
	else
		csv_number(c, competency_number(of, have));
}

static void add_member(struct csv *c, const struct ladder *l,
		       const struct member *m)
{
	csv_text(c, m->person);
	add_role(c, m->role);
	add_role(c, m->target);
	csv_day(c, m->since);
	csv_day(c, m->date);
	csv_text(c, m->mentor ? STR("yes") : STR("no"));
	csv_number(c, m->role_open);
	csv_number(c, m->target_open);
	for_each(competency, &l->competencies)
		add_stage(c, competency, m);
	csv_end(c);
}

/* --- counted -------------------------------------------------------------- */

static void add_counts(struct csv *c, const struct team *t)
{
	static const char *const titles[] = {"competency", "stage", "at_least",
					     "at_most", NULL};
	struct arena a = {0};
	const uint32_t *people = team_stage_people(t, &a);

	csv_words(c, titles);
	csv_end(c);
	for_each(competency, &t->ladder->competencies)
		for (uint32_t o = 0; o < competency->n_stages; o++) {
			const struct stage *s = &competency->stages[o];
			struct told_count told =
				tell_count(people[s->index], t->members.n);

			if (t->members.n < FEW_PEOPLE)
				continue;
			csv_text(c, competency->head.id);
			csv_number(c, s->number);
			csv_number(c, told.least);
			csv_number(c, told.most);
			csv_end(c);
		}
	arena_release(&a);
}

void csv_team(const struct team_view *v, struct buf *out)
{
	const struct team *t = v->team;
	struct csv c = csv_begin(out);

	if (!v->names) {
		add_counts(&c, t);
		return;
	}
	add_titles(&c, t->ladder);
	for_each(m, &t->members)
		add_member(&c, t->ladder, *m);
}
