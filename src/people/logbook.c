#include "people/logbook.h"

#include <stdlib.h>

static struct logged logged_of(const struct rating *rating, struct arena *a)
{
	return (struct logged){
		.competency = rating->competency,
		.rating = rating,
		.pieces = rating_pieces(rating, a),
		.n_pieces = rating->evidence.n,
	};
}

/* Competencies stand in one array, in the order of the ladder. */
static int by_newest(const void *a, const void *b)
{
	const struct logged *x = a, *y = b;
	const struct evidence *p = x->n_pieces ? x->pieces[0] : NULL;
	const struct evidence *q = y->n_pieces ? y->pieces[0] : NULL;

	if (!p != !q)
		return p ? -1 : 1;
	if (p && !p->date_node != !q->date_node)
		return p->date_node ? -1 : 1;
	if (p && p->date_node && p->date != q->date)
		return p->date > q->date ? -1 : 1;
	return (x->competency > y->competency) -
	       (x->competency < y->competency);
}

static const struct evidence *newest(const struct logbook *book)
{
	const struct logged *first = book->list.at;

	if (!book->list.n || !first->n_pieces || !first->pieces[0]->date_node)
		return NULL;
	return first->pieces[0];
}

struct logbook logbook_of(const struct assessment *as,
			  const struct competency *only, struct arena *a)
{
	struct logbook book = {0};

	for_each(rating, &as->ratings) {
		if (!rating->competency || (only && rating->competency != only))
			continue;
		*vec_add(a, &book.list) = logged_of(rating, a);
		book.pieces += rating->evidence.n;
	}
	if (book.list.n)
		qsort(book.list.at, book.list.n, sizeof *book.list.at,
		      by_newest);
	book.newest = newest(&book);
	return book;
}
