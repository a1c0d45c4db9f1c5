#include "oracle/tally.h"

#include <stdio.h>
#include <stdlib.h>

void tally_add(struct tally *t, const struct outcome *o, struct arena *a)
{
	t->instances++;
	t->wrong += *o->wrong != 0;
	t->no_way += o->no_way;
	t->known += o->known;
	t->equal += o->equal;
	t->proven += o->proven;
	t->brute += o->brute;
	t->ties += o->ties;
	if (o->gap > t->gap)
		t->gap = o->gap;
	for (enum solver s = 0; s < N_SOLVERS; s++)
		if (o->solver_seconds[s] > 0)
			*vec_add(a, &t->ratios[s]) =
				o->seconds / o->solver_seconds[s];
}

void tally_head(void)
{
	printf("%-32s %6s %5s %6s %6s %6s %6s %5s %5s %7s %8s %8s\n", "family",
	       "stages", "cases", "no way", "known", "equal", "proven",
	       "brute", "ties", "gap", "/glpsol", "/cbc");
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

void tally_line(struct tally *t)
{
	printf("%-32s %6u %5u %6u %6u %6u %6u %5u %5u %6.2f%%", t->name,
	       t->stages, t->instances, t->no_way, t->known, t->equal,
	       t->proven, t->brute, t->ties, 100 * t->gap);
	for (enum solver s = 0; s < N_SOLVERS; s++) {
		uint32_t n = t->ratios[s].n;

		if (!n) {
			printf(" %8s", "-");
			continue;
		}
		qsort(t->ratios[s].at, n, sizeof(double), by_size);
		printf(" %8.2f", t->ratios[s].at[n / 2]);
	}
	printf("\n");
}
