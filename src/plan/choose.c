#include "plan/choose.h"

#include "plan/knapsack.h"
#include "plan/parts.h"
#include "plan/tree.h"

/* One part of the goals, which has nothing to do with the others. */
static struct choosing choose_part(struct problem *p, const uint32_t *demand,
				   const uint32_t *cap)
{
	struct choosing ch = {.proven = true};
	struct search s;

	search_init(&s, p, demand, cap, &p->brief);
	if (search_settle(&s) && !search_done(&s)) {
		if (!knapsack_fits(&s)) {
			tree_solve(&s, &ch);
			return ch;
		}
		knapsack_solve(&s);
	}
	ch.stages = s.lo;
	ch.cost = ch.bound = s.cost;
	return ch;
}

static void add_part(const struct problem *p, struct choosing *ch,
		     const struct choosing *part, int64_t base)
{
	for (uint32_t c = 0; c < p->n; c++)
		if (part->stages[c] > ch->stages[c])
			ch->stages[c] = part->stages[c];
	ch->cost += part->cost - base;
	ch->bound += part->bound - base;
	ch->proven &= part->proven;
}

struct choosing *choose_stages(struct problem *p, const uint32_t *demand,
			       const uint32_t *cap)
{
	struct choosing *ch = ARENA_NEW(p->a, struct choosing);
	struct search s;
	struct parts parts;

	search_init(&s, p, demand, cap, &p->brief);
	search_settle(&s);
	*ch = (struct choosing){.cost = s.cost, .bound = s.cost,
				.proven = true};
	ch->stages = ARENA_ARRAY(p->a, p->n, uint32_t);
	if (p->n)
		memcpy(ch->stages, s.lo, p->n * sizeof *ch->stages);
	parts = parts_make(&s, demand);
	for (uint32_t i = 0; i < parts.n; i++) {
		struct choosing part = choose_part(p, parts.demands[i], cap);

		add_part(p, ch, &part, s.cost);
	}
	arena_clear(&p->brief);
	return ch;
}
