/* What a finding code means. */
#include "report/pages.h"

static void add_example(struct page *p, const char *title, struct str text)
{
	struct block *section;

	if (!text.len)
		return;
	section = page_section(p, &p->root, title);
	page_add(p, section, BLOCK_CODE)->code =
		(struct code_text){.text = text, .first_line = 1};
}

static enum mark severity_mark(enum severity s)
{
	switch (s) {
	case SEVERITY_ERROR:
		return MARK_BAD;
	case SEVERITY_WARNING:
		return MARK_WARN;
	case SEVERITY_NOTE:
		break;
	}
	return MARK_DIM;
}

struct page *page_code(struct arena *a, const struct code_view *v)
{
	struct page *p = page_new(a);
	const struct code_info *info = &code_table[v->code];

	prose_add(a, &p->root.title, MARK_STRONG, "%s %s", info->id,
		  info->name);
	prose_add(a, &p->root.aside, severity_mark(info->severity), "%s",
		  severity_name(info->severity));
	prose_add(a, page_paragraph(p, &p->root), MARK_PLAIN, "%s",
		  info->reason);
	add_example(p, "Earns it", v->bad);
	add_example(p, "Mended", v->good);
	return p;
}
