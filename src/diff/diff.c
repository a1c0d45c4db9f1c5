#include "diff/diff.h"

struct diff *diff_ladders(const struct ladder *old, const struct ladder *new,
			  const struct diff_options *options, struct arena *a)
{
	struct diff *d = ARENA_NEW(a, struct diff);

	(void)options;
	d->old = old;
	d->new = new;
	d->matches = match_ladders(old, new, a);
	return d;
}
