/* Findings as a page: for a job summary, a comment, a browser. */
#include "report/findings.h"
#include "report/words.h"

static struct table *file_table(struct page *p, const struct source *file)
{
	static const char *const heads[] = {"line", "severity", "what",
					    "code"};
	struct block *section = page_add(p, &p->root, BLOCK_SECTION);
	struct table *t;

	prose_data(p->arena, &section->title, MARK_CODE,
		   file ? file->name : STR("-"));
	t = &page_add(p, section, BLOCK_TABLE)->table;
	t->keys = 1;
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		table_head(p, t, i ? ALIGN_LEFT : ALIGN_RIGHT, heads[i]);
	return t;
}

static void add_finding(struct page *p, struct table *t,
			const struct finding *f)
{
	const struct code_info *info = &code_table[f->code];
	prose *cells = table_row(p, t);

	if (f->span.source)
		prose_add(p->arena, &cells[0], MARK_PLAIN, "%u",
			  (unsigned)source_place(f->span.source, f->span.at)
				  .line);
	prose_add(p->arena, &cells[1], words_severity_mark(f->severity), "%s",
		  severity_name(f->severity));
	prose_data(p->arena, &cells[2], MARK_PLAIN, f->message);
	if (f->help.len) {
		prose_add(p->arena, &cells[2], MARK_DIM, " (");
		prose_data(p->arena, &cells[2], MARK_DIM, f->help);
		prose_add(p->arena, &cells[2], MARK_DIM, ")");
	}
	prose_add(p->arena, &cells[3], MARK_DIM, "%s %s", info->id,
		  info->name);
}

static void add_verdict(struct page *p, const struct findings_view *v)
{
	struct buf summary = {0};

	findings_summary(v->diag, &summary);
	if (!summary.len)
		findings_none(v, &summary);
	prose_data(p->arena, &p->root.title, MARK_STRONG,
		   arena_str(p->arena, buf_str(&summary)));
	buf_release(&summary);
}

struct page *page_findings(struct arena *a, const struct findings_view *v)
{
	struct page *p = page_new(a);
	const struct source *last = NULL;
	struct table *t = NULL;

	add_verdict(p, v);
	for_each(f, &v->diag->findings) {
		if (!t || f->span.source != last)
			t = file_table(p, f->span.source);
		last = f->span.source;
		add_finding(p, t, f);
	}
	if (v->diag->dropped)
		prose_add(a, page_paragraph(p, &p->root), MARK_DIM,
			  "and %u more", (unsigned)v->diag->dropped);
	return p;
}
