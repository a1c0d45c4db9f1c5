#include "unit/people/crowd.h"

static struct ladder *usable_ladder(struct crowd *c, const char *version,
				    const char *text)
{
	struct str whole = arena_printf(&c->world.arena,
					"format: ladder/1\nid: l\nname: L\n"
					"version: \"%s\"\n%s",
					version, text);
	struct ladder *l = world_ladder(&c->world, whole.ptr);

	expect_findings(&c->world, "");
	assert_non_null(l);
	return l;
}

void crowd_open(struct crowd *c, const char *old, const char *new, bool named)
{
	static const struct diff_options options = {0};
	struct arena *a = &c->world.arena;

	*c = (struct crowd){0};
	world_init(&c->world);
	c->diff = diff_ladders(usable_ladder(c, "1", old),
			       usable_ladder(c, "2", new), &options, a);
	impact_start(&c->impact, c->diff, named, a);
}

void crowd_close(struct crowd *c)
{
	world_release(&c->world);
}

void crowd_add(struct crowd *c, int made_for, const char *person,
	       const char *text)
{
	struct world *w = &c->world;
	const char *whole = arena_printf(&w->arena,
					 "format: assessment/1\nladder: l\n"
					 "person: %s\n%s",
					 person, text)
				    .ptr;
	struct assessed who = {.made_for = made_for, .file = STR("p.yaml")};
	struct arena scratch = {0};

	world_assessment(w, c->diff->new, whole);
	who.unresolved = w->diag.errors;
	w->diag.findings.n = w->diag.errors = 0;
	who.as = world_assessment(w, made_for == BEFORE ? c->diff->old
							: c->diff->new,
				  whole);
	assert_non_null(who.as);
	assert_true(who.as->usable);
	impact_add(&c->impact, &who, &scratch);
	arena_release(&scratch);
	w->diag.findings.n = 0;
}

const struct person_impact *crowd_last(const struct crowd *c)
{
	assert_true(c->impact.people.n > 0);
	return &c->impact.people.at[c->impact.people.n - 1];
}
