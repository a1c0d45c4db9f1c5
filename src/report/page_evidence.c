#include "report/page_evidence.h"

#include "base/date.h"

void page_evidence(struct page *p, struct block *list,
		   const struct evidence *e)
{
	prose *item = page_item(p, list, MARKER_BULLET);
	char date[11];

	if (e->date_node)
		prose_add(p->arena, item, MARK_STRONG, "%s ",
			  date_write(e->date, date));
	prose_rich(p->arena, item, e->text);
	if (e->url.len) {
		prose_add(p->arena, item, MARK_PLAIN, " ");
		prose_link(p->arena, item, e->url, e->url);
	}
}
