#include "report/log.h"

#include "base/date.h"
#include "report/page_evidence.h"
#include "report/words.h"

/* --- one competency ------------------------------------------------------- */

static const struct stand *stand_of(const struct log_view *v,
				    const struct logged *it)
{
	return &v->stands[it->competency->index];
}

/* The stage that the person has; NULL for none. */
static const struct stage *stage_of(const struct log_view *v,
				    const struct logged *it)
{
	uint32_t have = stand_of(v, it)->have;

	return have ? &it->competency->stages[have - 1] : NULL;
}

static const struct rubric *rubric_of(const struct log_view *v,
				      const struct stage *s)
{
	const struct role *role = v->assessment->role;

	return stage_rubric(s, role ? role->track : NULL);
}

/* "Mentoring 2: Coaches". */
static void add_name(struct page *p, prose *to, const struct log_view *v,
		     const struct logged *it)
{
	const struct stage *stage = stage_of(v, it);

	if (stage && stand_of(v, it)->rated) {
		words_stage(p->arena, to, MARK_STRONG, stage);
		words_stage_name(p->arena, to, MARK_PLAIN, rubric_of(v, stage));
		return;
	}
	prose_data(p->arena, to, MARK_STRONG, it->competency->name);
	if (stand_of(v, it)->rated)
		prose_add(p->arena, to, MARK_STRONG, "\u00a00");
}

static void add_count(struct page *p, prose *to, uint32_t n)
{
	if (n)
		prose_add(p->arena, to, MARK_DIM, "%u %s", (unsigned)n,
			  words_plural(n, "piece", "pieces"));
	else
		prose_add(p->arena, to, MARK_DIM, "no evidence");
}

/* What is shown of the next stage. */
static void add_met(struct page *p, struct block *section,
		    const struct log_view *v, const struct logged *it)
{
	const struct stand *s = stand_of(v, it);
	struct block *list;
	prose *head;

	if (!s->partly)
		return;
	head = page_paragraph(p, section);
	words_stage(p->arena, head, MARK_PLAIN, s->partly->stage);
	words_stage_name(p->arena, head, MARK_PLAIN, s->partly);
	prose_add(p->arena, head, MARK_DIM, " – shown so far:");
	list = page_add(p, section, BLOCK_LIST);
	for (uint32_t i = 0; i < s->partly->behaviours.n; i++)
		if (s->met[i])
			prose_rich(p->arena, page_item(p, list, MARKER_DONE),
				   s->partly->behaviours.at[i].text);
}

static void add_pieces(struct page *p, struct block *section,
		       const struct logged *it)
{
	struct block *list = page_add(p, section, BLOCK_LIST);

	for (uint32_t i = 0; i < it->n_pieces; i++)
		page_evidence(p, list, it->pieces[i]);
}

static bool has_more(const struct log_view *v, const struct logged *it)
{
	return it->n_pieces || it->rating->note.len || stand_of(v, it)->partly;
}

static void add_logged(struct page *p, const struct log_view *v,
		       const struct logged *it)
{
	struct block *section = page_add(p, &p->root, BLOCK_SECTION);

	add_name(p, &section->title, v, it);
	add_count(p, &section->aside, it->n_pieces);
	if (it->rating->note.len)
		prose_rich(p->arena, page_paragraph(p, section),
			   it->rating->note);
	if (it->n_pieces)
		add_pieces(p, section, it);
	add_met(p, section, v, it);
}

/* --- what needs no section of its own ------------------------------------- */

static void add_waived(struct page *p, const struct log_view *v)
{
	struct block *list = NULL;

	for_each(it, &v->book->list) {
		prose *item;

		if (!stand_of(v, it)->na)
			continue;
		if (!list)
			list = page_add(
				p, page_section(p, &p->root, "Not applicable"),
				BLOCK_LIST);
		item = page_item(p, list, MARKER_BULLET);
		prose_data(p->arena, item, MARK_PLAIN, it->competency->name);
		prose_add(p->arena, item, MARK_PLAIN, ": ");
		prose_rich(p->arena, item, it->rating->na);
		if (!it->rating->note.len)
			continue;
		prose_add(p->arena, item, MARK_PLAIN, " – ");
		prose_rich(p->arena, item, it->rating->note);
	}
}

static bool is_bare(const struct log_view *v, const struct logged *it)
{
	return !stand_of(v, it)->na && !has_more(v, it);
}

/* The ratings with nothing to show for them, on a few lines. */
static void add_bare(struct page *p, const struct log_view *v)
{
	struct block *section;
	uint32_t n = 0, i = 0;
	prose *to;

	for_each(it, &v->book->list)
		n += is_bare(v, it);
	if (!n)
		return;
	section = page_section(p, &p->root, "Rated, without evidence");
	to = page_paragraph(p, section);
	for_each(it, &v->book->list)
		if (is_bare(v, it)) {
			words_comma(p->arena, to, i++, n);
			prose_data(p->arena, to, MARK_PLAIN,
				   it->competency->name);
			prose_add(p->arena, to, MARK_PLAIN, "\u00a0%u",
				  (unsigned)stand_of(v, it)->rank_have);
		}
}

/* --- the page ------------------------------------------------------------- */

static void add_title(struct page *p, const struct log_view *v)
{
	prose *below;

	prose_data(p->arena, &p->root.title, MARK_STRONG,
		   v->assessment->person);
	prose_add(p->arena, &p->root.title, MARK_STRONG, ": what is recorded");
	below = page_paragraph(p, &p->root);
	words_ladder(p->arena, below, MARK_DIM, v->ladder);
}

static void add_sum(struct page *p, const struct log_view *v)
{
	const struct logbook *book = v->book;
	prose *to = page_paragraph(p, &p->root);
	uint32_t n = 0;
	char date[11];

	for_each(it, &book->list)
		n += it->n_pieces > 0;
	if (!book->pieces) {
		prose_add(p->arena, to, MARK_PLAIN,
			  "No evidence is recorded yet.");
		return;
	}
	prose_add(p->arena, to, MARK_PLAIN, "%u %s of evidence for %u %s",
		  (unsigned)book->pieces,
		  words_plural(book->pieces, "piece", "pieces"), (unsigned)n,
		  words_plural(n, "competency", "competencies"));
	if (book->newest)
		prose_add(p->arena, to, MARK_PLAIN, ", the newest of %s",
			  date_write(book->newest->date, date));
	prose_add(p->arena, to, MARK_PLAIN, ".");
}

static void add_hint(struct page *p, const struct log_view *v)
{
	prose *to;

	page_add(p, &p->root, BLOCK_RULE);
	to = page_paragraph(p, &p->root);
	if (v->only)
		prose_add(p->arena, to, MARK_CODE,
			  "ladder log %.*s --evidence \"…\" --url …",
			  STR_ARG(v->only->head.id));
	else
		prose_add(p->arena, to, MARK_CODE,
			  "ladder log COMPETENCY --evidence \"…\" --url …");
	prose_add(p->arena, to, MARK_DIM, " records more.");
}

/* Nothing is to be recorded of what does not apply. */
static bool is_waived(const struct log_view *v)
{
	return v->only && v->stands[v->only->index].na;
}

static void add_nothing(struct page *p, const struct log_view *v)
{
	prose *to = page_paragraph(p, &p->root);

	prose_add(p->arena, to, MARK_PLAIN, "Nothing is recorded");
	if (v->only) {
		prose_add(p->arena, to, MARK_PLAIN, " of ");
		prose_data(p->arena, to, MARK_STRONG, v->only->name);
	}
	prose_add(p->arena, to, MARK_PLAIN, " yet.");
}

struct page *page_log(struct arena *a, const struct log_view *v)
{
	struct page *p = page_new(a);

	p->language = v->ladder->language;
	add_title(p, v);
	if (!v->book->list.n)
		add_nothing(p, v);
	else if (!v->only)
		add_sum(p, v);
	for_each(it, &v->book->list)
		if (!stand_of(v, it)->na && (v->only || has_more(v, it)))
			add_logged(p, v, it);
	add_waived(p, v);
	if (!v->only)
		add_bare(p, v);
	if (!is_waived(v))
		add_hint(p, v);
	return p;
}
