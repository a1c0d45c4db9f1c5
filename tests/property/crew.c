#include "property/crew.h"

#include "support/test.h"

/* The last competency is asked of nobody. */
static const char ladder_text[] =
	"format: ladder/1\nid: l\nname: L\ncompetencies:\n"
	"  c0: {name: C0, layer: execution, stages: [{}, {}, {}]}\n"
	"  c1: {name: C1, layer: technical, stages: [{}, {}, {}]}\n"
	"  c2: {name: C2, layer: technical, stages: [{}, {}]}\n"
	"  c3: {name: C3, layer: leadership, stages: [{}, {}]}\n"
	"  c4: {name: C4, layer: leadership, stages: [{}, {}, {}, {}]}\n"
	"  c5: {name: C5, layer: leadership, stages: [{}, {}]}\n"
	"tracks:\n"
	"  ic:\n    name: IC\n    levels:\n"
	"      - {id: a, requires: {c0: 1, c1: 1}}\n"
	"      - {id: b, requires: {c0: 2, c1: 2, c2: 1}}\n"
	"      - {id: c, requires: {c0: 3, c1: 3, c2: 2, c4: 2}}\n"
	"  m:\n    name: M\n    kind: manager\n    levels:\n"
	"      - {id: d, rank: 2, requires: {c0: 2, c3: 1, c4: 2}}\n"
	"      - {id: e, requires: {c3: 2, c4: 4}}\n";

void crew_open(struct crew *c)
{
	*c = (struct crew){0};
	world_init(&c->world);
	c->ladder = world_ladder(&c->world, ladder_text);
	assert_non_null(c->ladder);
	assert_true(c->ladder->usable);
}

void crew_close(struct crew *c)
{
	world_release(&c->world);
}

void crew_shuffle(struct crew *c, uint32_t n, struct dice *dice)
{
	const struct ladder *l = c->ladder;

	c->n = n;
	for (uint32_t i = 0; i < n; i++) {
		struct crew_person *p = &c->people[i];

		p->role = dice_below(dice, l->n_roles + 1);
		p->target = dice_below(dice, l->n_roles + 1);
		p->mentor = !dice_once_in(dice, 4);
		p->since = dice_below(dice, 20);
		for (uint32_t k = 0; k < CREW_COMPETENCIES; k++) {
			uint32_t most = l->competencies.at[k].n_stages;

			p->have[k] = dice_once_in(dice, 9)
					     ? -1
					     : (int)dice_below(dice, most + 1);
		}
	}
}

static void write_role(struct buf *b, const char *key, const struct ladder *l,
		       uint32_t role)
{
	if (role)
		buf_printf(b, "%s: %.*s\n", key,
			   STR_ARG(l->roles[role - 1]->path));
}

static void write_person(const struct crew *c, uint32_t i, struct buf *b)
{
	const struct crew_person *p = &c->people[i];

	buf_printf(b, "format: assessment/1\nladder: l\nperson: Person %c\n"
		      "date: 2026-06-01\nmentor: %s\n",
		   'A' + (int)i, p->mentor ? "true" : "false");
	if (p->since)
		buf_printf(b, "since: 2026-05-%02u\n", (unsigned)p->since);
	write_role(b, "role", c->ladder, p->role);
	write_role(b, "target", c->ladder, p->target);
	buf_z(b, "ratings:\n");
	for (int k = 0; k < CREW_COMPETENCIES; k++)
		if (p->have[k] < 0)
			buf_printf(b, "  c%d: {na: Not here.}\n", k);
		else
			buf_printf(b, "  c%d: %d\n", k, p->have[k]);
	buf_char(b, '\0');
}

static void add_person(struct crew *c, uint32_t i, struct team *t,
		       struct arena *scratch)
{
	struct buf text = {0};
	struct assessment *as;

	write_person(c, i, &text);
	as = world_assessment(&c->world, c->ladder,
			      arena_str(&c->world.arena, buf_str(&text)).ptr);
	buf_release(&text);
	assert_true(as && as->usable);
	c->world.diag.findings.n = 0;
	team_add(t, as, arena_printf(scratch, "%c.yaml", 'A' + (int)i),
		 scratch);
}

void crew_team(struct crew *c, bool backwards, struct team *t,
	       struct arena *a)
{
	struct arena scratch = {0};

	team_start(t, c->ladder, NO_DAY, a);
	for (uint32_t i = 0; i < c->n; i++)
		add_person(c, backwards ? c->n - 1 - i : i, t, &scratch);
	team_finish(t, &scratch);
	arena_release(&scratch);
}
