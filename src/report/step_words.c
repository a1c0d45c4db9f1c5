#include "report/step_words.h"

enum mark step_mark(enum step_kind kind)
{
	switch (kind) {
	case STEP_NEW:
	case STEP_RAISED:
		return MARK_WARN;
	case STEP_LOWERED:
	case STEP_DROPPED:
		return MARK_GOOD;
	case STEP_CHANGED:
	case STEP_REWORDED:
		return MARK_STRONG;
	case STEP_SAME:
	case N_STEP_KINDS:
		break;
	}
	return MARK_DIM;
}

void step_counts(struct arena *a, prose *to, const uint32_t *n_of)
{
	uint32_t shown = 0;

	for (int kind = 0; kind < N_STEP_KINDS; kind++) {
		if (!n_of[kind])
			continue;
		if (shown++)
			prose_add(a, to, MARK_PLAIN, "%s",
				  kind == STEP_SAME ? "; " : ", ");
		prose_add(a, to, MARK_PLAIN, "%u\u00a0%s",
			  (unsigned)n_of[kind],
			  step_kind_name((enum step_kind)kind));
	}
}
