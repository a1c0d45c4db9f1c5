/* Dates in an assessment beside its own: nothing here asks the clock. */
#include "model/build.h"

#include "base/date.h"

#include <stdlib.h>

enum { TWO_YEARS = 2 * 365 + 1 }; /* days, a leap year among them */

static void report_later(struct diag *d, const struct assessment *as,
			 const struct node *node)
{
	char date[11];
	struct finding *f =
		doc_add(d, CODE_L514, &as->doc, node,
			"this is after %s, the date of the assessment",
			date_write(as->date, date));

	finding_note(d, f, doc_span(&as->doc, as->date_node), "its date");
	finding_help(d, f, "renew the date, or mend this one");
}

const struct evidence *rating_newest(const struct rating *rating)
{
	const struct evidence *last = NULL;

	for_each(e, &rating->evidence) {
		if (!e->date_node || node_is_broken(e->date_node))
			return NULL;
		if (!last || e->date > last->date)
			last = e;
	}
	return last;
}

static bool is_dated(const struct evidence *e)
{
	return e->date_node && !node_is_broken(e->date_node);
}

/* Pieces of one rating stand in one array, in the order of the file. */
static int by_date(const void *a, const void *b)
{
	const struct evidence *one = *(const struct evidence *const *)a;
	const struct evidence *two = *(const struct evidence *const *)b;

	if (is_dated(one) != is_dated(two))
		return is_dated(one) ? -1 : 1;
	if (is_dated(one) && one->date != two->date)
		return one->date > two->date ? -1 : 1;
	return (one > two) - (one < two);
}

const struct evidence **rating_pieces(const struct rating *rating,
				      struct arena *a)
{
	uint32_t n = rating->evidence.n;
	const struct evidence **pieces =
		ARENA_ARRAY(a, n, const struct evidence *);

	for (uint32_t i = 0; i < n; i++)
		pieces[i] = &rating->evidence.at[i];
	if (n)
		qsort(pieces, n, sizeof *pieces, by_date);
	return pieces;
}

bool rating_is_stale(const struct rating *rating, int32_t day)
{
	const struct evidence *last = rating_newest(rating);

	return last && rating->stage_node && day - last->date > TWO_YEARS;
}

static void check_age(struct diag *d, const struct assessment *as,
		      const struct rating *rating)
{
	struct finding *f;
	char date[11];

	if (!rating_is_stale(rating, as->date))
		return;
	f = doc_add(d, CODE_L515, &as->doc, rating_newest(rating)->date_node,
		    "the newest evidence of %s is more than two years older "
		    "than the assessment, of %s",
		    diag_quote(d, rating->head.id),
		    date_write(as->date, date));
	finding_help(d, f, "add what was shown since, or rate it anew");
}

void assessment_check_dates(struct diag *d, const struct assessment *as)
{
	if (!as->date_node || node_is_broken(as->date_node))
		return;
	if (as->since_node && !node_is_broken(as->since_node) &&
	    as->since > as->date)
		report_later(d, as, as->since_node);
	for_each(rating, &as->ratings) {
		for_each(e, &rating->evidence)
			if (e->date_node && !node_is_broken(e->date_node) &&
			    e->date > as->date)
				report_later(d, as, e->date_node);
		check_age(d, as, rating);
	}
}
