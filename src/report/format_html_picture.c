/* Pictures of HTML: a drawing, and where a drawing does not say it all the
 * same in a table. */
#include "report/html_walk.h"
#include "report/svg.h"

void html_picture(struct html *h, const struct block *b)
{
	h->n_pictures++;
	buf_z(h->out, "<figure class=\"picture\">\n<figcaption>");
	html_say(h, &b->title);
	buf_z(h->out, "</figcaption>\n");
	if (b->table.columns.n)
		html_table(h, &b->table);
	buf_z(h->out, "</figure>\n");
}
