#include "report/page_team.h"

#include "base/decimal.h"

/* --- stages that few have ------------------------------------------------- */

static void add_asked(struct page *p, prose *to, const struct team_view *v,
		      const struct stage_cover *s)
{
	words_role(p->arena, to, MARK_PLAIN, v->team->ladder, s->role);
	if (!s->held)
		prose_add(p->arena, to, MARK_DIM, " (a target)");
}

static void add_cover(struct page *p, struct table *table,
		      const struct team_view *v, const struct stage_cover *s)
{
	prose *cells = table_row(p, table);

	words_stage(p->arena, &cells[0], MARK_PLAIN, s->stage);
	words_stage_name(p->arena, &cells[0], MARK_PLAIN,
			 stage_rubric(s->stage, s->role->track));
	add_asked(p, &cells[1], v, s);
	if (s->only)
		prose_data(p->arena, &cells[2], MARK_PLAIN, s->only->person);
}

static void add_covers(struct page *p, const struct team_view *v,
		       const char *title, uint32_t people)
{
	struct block *section = NULL;
	struct table *table = NULL;

	for_each(s, &v->covers) {
		if (people ? !hangs_on_one(s) : s->people > 0)
			continue;
		if (!section) {
			section = page_section(p, &p->root, title);
			table = &page_add(p, section, BLOCK_TABLE)->table;
			table->keys = 1;
			table_head(p, table, ALIGN_LEFT, "stage");
			table_head(p, table, ALIGN_LEFT, "asked of");
			if (people)
				table_head(p, table, ALIGN_LEFT, "who has it");
		}
		add_cover(p, table, v, s);
	}
}

void team_add_risks(struct page *p, const struct team_view *v)
{
	add_covers(p, v, "Hangs on one person", 1);
	add_covers(p, v, "Nobody has", 0);
}

/* --- who is ready --------------------------------------------------------- */

static void add_open_rule(struct page *p, prose *to,
			  const struct rule_state *r)
{
	struct arena *a = p->arena;
	char have[25], need[25];

	switch (r->kind) {
	case RULE_REQUIRES:
		words_stage(a, to, MARK_PLAIN, r->stage);
		prose_add(a, to, MARK_DIM, " (has %lld)", (long long)r->have);
		break;
	case RULE_CHOOSE:
		prose_add(a, to, MARK_PLAIN, "%lld more of a choice",
			  (long long)(r->need - r->have));
		if (r->choice->summary.len) {
			prose_add(a, to, MARK_PLAIN, ": ");
			prose_rich(a, to, r->choice->summary);
		}
		break;
	case RULE_SCORE:
		words_score(a, to, MARK_PLAIN, r->goal->score);
		prose_add(a, to, MARK_PLAIN, " %s of %s",
			  decimal_write(r->have, have),
			  decimal_write(r->need, need));
		break;
	}
}

static void add_open(struct page *p, prose *to, const struct team *t,
		     const struct prospect *prospect)
{
	struct arena *a = p->arena;
	struct gap gap;
	uint32_t n = 0;

	if (!prospect->open) {
		prose_add(a, to, MARK_GOOD, "meets it");
		return;
	}
	gap = gap_of(t->ladder, prospect->role,
		     team_stands(t, prospect->who, a), a);
	for_each(r, &gap.rules) {
		if (r->met || r->waived)
			continue;
		prose_add(a, to, MARK_PLAIN, n++ ? ", " : "");
		add_open_rule(p, to, r);
	}
}

static void add_prospect(struct page *p, struct table *table,
			 const struct team *t, const struct prospect *prospect)
{
	prose *cells = table_row(p, table);

	words_role(p->arena, &cells[0], MARK_PLAIN, t->ladder,
		   prospect->role);
	prose_data(p->arena, &cells[1], MARK_PLAIN, prospect->who->person);
	if (prospect->aim)
		prose_add(p->arena, &cells[1], MARK_DIM, " (the target)");
	add_open(p, &cells[2], t, prospect);
}

void team_add_ready(struct page *p, const struct team_view *v)
{
	struct block *section = page_section(p, &p->root, "Ready, or nearly");
	struct table *table;

	prose_add(p->arena, page_paragraph(p, section), MARK_DIM,
		  "For roles one move away and for the target: who meets "
		  "every rule, and who leaves at most %u open.",
		  v->near);
	if (!v->ready.n) {
		prose_add(p->arena, page_paragraph(p, section), MARK_PLAIN,
			  "Nobody.");
		return;
	}
	table = &page_add(p, section, BLOCK_TABLE)->table;
	table->keys = 2;
	table_head(p, table, ALIGN_LEFT, "role");
	table_head(p, table, ALIGN_LEFT, "person");
	table_head(p, table, ALIGN_LEFT, "open");
	for_each(prospect, &v->ready)
		add_prospect(p, table, v->team, prospect);
}
