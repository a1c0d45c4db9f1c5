/* Two roles compared, over all ladders that are there: what one way is new is
 * dropped the other way. */
#include "diff/roles.h"

#include "property/files.h"
#include "support/dice.h"
#include "support/test.h"
#include "support/world.h"

static enum step_kind mirror(enum step_kind kind)
{
	static const enum step_kind mirrors[N_STEP_KINDS] = {
		[STEP_NEW] = STEP_DROPPED,     [STEP_DROPPED] = STEP_NEW,
		[STEP_RAISED] = STEP_LOWERED,  [STEP_LOWERED] = STEP_RAISED,
		[STEP_CHANGED] = STEP_CHANGED, [STEP_REWORDED] = STEP_REWORDED,
		[STEP_SAME] = STEP_SAME,
	};

	return mirrors[kind];
}

/* How many texts of one kind have exactly these two sides. */
static uint32_t count(const text_steps *texts, enum step_kind kind,
		      struct str old, struct str new)
{
	uint32_t n = 0;

	for_each(t, texts)
		n += t->kind == kind && str_eq(t->old, old) &&
		     str_eq(t->new, new);
	return n;
}

static void check_texts(const text_steps *there, const text_steps *back)
{
	assert_int_equal(there->n, back->n);
	for_each(t, there)
		assert_int_equal(count(there, t->kind, t->old, t->new),
				 count(back, mirror(t->kind), t->new, t->old));
}

/* Within one ladder they are in the same order both ways. */
static void check_competencies(const struct role_diff *there,
			       const struct role_diff *back)
{
	assert_int_equal(there->competencies.n, back->competencies.n);
	for (uint32_t i = 0; i < there->competencies.n; i++) {
		const struct competency_step *x = &there->competencies.at[i];
		const struct competency_step *y = &back->competencies.at[i];

		assert_int_equal(mirror(x->kind), y->kind);
		assert_ptr_equal(x->competency, y->competency);
		assert_ptr_equal(x->old, y->new);
		assert_ptr_equal(x->new, y->old);
		assert_int_equal(x->same_texts, y->same_texts);
		check_texts(&x->texts, &y->texts);
	}
}

static void check_pair(const struct ladder *l, const struct role *x,
		       const struct role *y)
{
	struct arena arena = {0};
	struct role_diff *there = diff_roles(l, x, l, y, &arena);
	struct role_diff *back = diff_roles(l, y, l, x, &arena);

	for (int kind = 0; kind < N_STEP_KINDS; kind++)
		assert_int_equal(there->n_of[kind],
				 back->n_of[mirror((enum step_kind)kind)]);
	check_competencies(there, back);
	check_texts(&there->gates, &back->gates);
	check_texts(&there->attributes, &back->attributes);
	check_texts(&there->summary, &back->summary);
	assert_int_equal(role_diff_any(there), role_diff_any(back));
	assert_false(role_diff_any(diff_roles(l, x, l, x, &arena)));
	arena_release(&arena);
}

/* Each role beside the next one and beside any other. */
static void check_ladder(const struct ladder *l, struct dice *dice)
{
	for (uint32_t i = 0; i < l->n_roles; i++) {
		check_pair(l, l->roles[i], l->roles[(i + 1) % l->n_roles]);
		check_pair(l, l->roles[i],
			   l->roles[dice_below(dice, l->n_roles)]);
	}
}

static void swapping_mirrors(void **state)
{
	struct arena arena = {0};
	paths files = files_of_ladders(&arena);
	struct dice dice = {4};
	uint32_t checked = 0;

	(void)state;
	for_each(path, &files) {
		struct world w;
		struct ladder *l;

		world_init(&w);
		l = world_ladder_bytes(&w, file_read(*path, &arena));
		/* those that extend another one are not usable alone */
		if (l && l->usable) {
			check_ladder(l, &dice);
			checked++;
		}
		world_release(&w);
	}
	assert_true(checked > 0);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(swapping_mirrors),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
