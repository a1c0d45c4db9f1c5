#include "report/page_team.h"

/* Beyond so many rows a page lists none. */
enum { MANY = 500 };

/* Why a gap has no mentor, or who it is: gaps that are alike in this stand in
 * one row. */
static bool is_same(const struct mentoring *a, const struct mentoring *b)
{
	return a->mentee == b->mentee && a->mentor == b->mentor &&
	       a->able == b->able;
}

static bool is_first(const struct mentoring *begin, const struct mentoring *m)
{
	for (const struct mentoring *at = m;
	     at > begin && at[-1].mentee == m->mentee; at--)
		if (is_same(at - 1, m))
			return false;
	return true;
}

static void add_mentor(struct page *p, prose *to, const struct mentoring *m)
{
	if (!m->mentor) {
		prose_add(p->arena, to, MARK_WARN, "%s",
			  m->able ? "nobody has room" : "nobody has it");
		return;
	}
	prose_data(p->arena, to, MARK_PLAIN, m->mentor->person);
	if (m->mutual)
		prose_add(p->arena, to, MARK_GOOD, " (and the other way)");
}

static void add_row(struct page *p, struct table *table,
		    const struct team_view *v, const struct mentoring *m)
{
	const struct mentoring *end = v->mentors.at + v->mentors.n;
	prose *cells = table_row(p, table);
	uint32_t n = 0;

	prose_data(p->arena, &cells[0], MARK_PLAIN, m->mentee->person);
	add_mentor(p, &cells[1], m);
	for (const struct mentoring *at = m;
	     at < end && at->mentee == m->mentee; at++) {
		if (!is_same(at, m))
			continue;
		prose_add(p->arena, &cells[2], MARK_PLAIN, n++ ? ", " : "");
		words_stage(p->arena, &cells[2], MARK_PLAIN, at->stage);
	}
}

void team_add_mentors(struct page *p, const struct team_view *v)
{
	struct block *section;
	struct table *table;

	if (!v->mentors.n)
		return;
	section = page_section(p, &p->root, "Mentors");
	if (v->mentors.n > MANY && !v->all) {
		prose_add(p->arena, page_paragraph(p, section), MARK_DIM,
			  "They are too many for a page; --format json names "
			  "them all, and --all shows them here.");
		return;
	}
	prose_add(p->arena, page_paragraph(p, section), MARK_DIM,
		  "Who could help with the next stage of each gap.");
	table = &page_add(p, section, BLOCK_TABLE)->table;
	table->keys = 2;
	table_head(p, table, ALIGN_LEFT, "person");
	table_head(p, table, ALIGN_LEFT, "mentor");
	table_head(p, table, ALIGN_LEFT, "next stages");
	for_each(m, &v->mentors)
		if (is_first(v->mentors.at, m))
			add_row(p, table, v, m);
}
