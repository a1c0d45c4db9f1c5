/* Dates in an assessment beside its own: nothing here asks the clock. */
#include "model/build.h"

#include "base/date.h"

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
