/* Pieces of ladders that several tests put together. */
#ifndef UNIT_MODEL_LADDERS_H
#define UNIT_MODEL_LADDERS_H

#include "support/test.h"
#include "support/world.h"

#define HEAD "format: ladder/1\nid: t\nname: T\n"

/* Three competencies: a with three stages, b with two, c with one. */
#define ABC                                                                \
	"competencies:\n"                                                  \
	"  a: {name: A, layer: technical,"                                 \
	" stages: [{id: a1}, {id: a2}, {id: a3}]}\n"                       \
	"  b: {name: B, layer: execution, stages: [{id: b1}, {id: b2}]}\n" \
	"  c: {name: C, layer: leadership, stages: [{id: c1}]}\n"

/* A track to go with them, of two levels. */
#define TRACK                                         \
	"tracks:\n"                                   \
	"  ic: {levels: [{id: l1, requires: {a: 1}}," \
	" {id: l2, requires: {a: 2, b: 1}}]}\n"

/* A ladder without findings. */
#define good_ladder(w, text) check_good((w), (text), __FILE__, __LINE__)

static inline struct ladder *check_good(struct world *w, const char *text,
					const char *file, int line)
{
	struct ladder *l = world_ladder(w, text);

	check_findings(w, "", file, line);
	if (!l || !l->usable)
		_fail(file, line);
	return l;
}

/* Expects these findings of a ladder, in a world of its own. */
#define expect_ladder(text, findings) \
	check_ladder((text), (findings), __FILE__, __LINE__)

static inline void check_ladder(const char *text, const char *findings,
				const char *file, int line)
{
	struct world w;

	world_init(&w);
	world_ladder(&w, text);
	check_findings(&w, findings, file, line);
	world_release(&w);
}

static inline struct competency *competency(struct ladder *l, const char *id)
{
	struct competency *c = ladder_competency(l, str_of(id));

	assert_non_null(c);
	return c;
}

static inline struct role *role(struct ladder *l, const char *path)
{
	struct role *r = ladder_role(l, str_of(path));

	assert_non_null(r);
	return r;
}

/* The number of the stage that a role asks of a competency; 0 for none. */
static inline uint32_t asked(struct world *w, struct ladder *l,
			     const char *path, const char *id)
{
	struct asked *asks = role_asks(l, role(l, path), &w->arena);
	struct stage *s = asks[competency(l, id)->index].stage;

	return s ? s->number : 0;
}

#endif
