/* What a finding code means. */
#include "lint/fix.h"
#include "report/page_example.h"
#include "report/pages.h"
#include "report/words.h"

struct page *page_code(struct arena *a, const struct code_view *v)
{
	struct page *p = page_new(a);
	const struct code_info *info = &code_table[v->code];

	prose_add(a, &p->root.title, MARK_STRONG, "%s %s", info->id,
		  info->name);
	prose_add(a, &p->root.aside, words_severity_mark(info->severity),
		  "%s", severity_name(info->severity));
	prose_add(a, page_paragraph(p, &p->root), MARK_PLAIN, "%s",
		  info->reason);
	if (fix_is_known(v->code))
		prose_add(a, page_paragraph(p, &p->root), MARK_PLAIN,
			  "Fixable: 'ladder validate --fix' mends it where only "
			  "one thing can be meant.");
	page_example(p, "A file that earns it", v->bad, v->good);
	page_example(p, "Mended", v->good, v->bad);
	return p;
}
