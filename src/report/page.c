#include "report/page.h"

struct page *page_new(struct arena *a)
{
	struct page *p = ARENA_NEW(a, struct page);

	p->arena = a;
	p->root.kind = BLOCK_SECTION;
	return p;
}

struct block *page_add(struct page *p, struct block *parent,
		       enum block_kind kind)
{
	struct block *block = ARENA_NEW(p->arena, struct block);

	block->kind = kind;
	if (parent->last)
		parent->last->next = block;
	else
		parent->first = block;
	parent->last = block;
	return block;
}

struct block *page_section(struct page *p, struct block *parent,
			   const char *title)
{
	struct block *block = page_add(p, parent, BLOCK_SECTION);

	prose_add(p->arena, &block->title, MARK_STRONG, "%s", title);
	return block;
}

prose *page_paragraph(struct page *p, struct block *parent)
{
	return &page_add(p, parent, BLOCK_PARAGRAPH)->body;
}

prose *page_item(struct page *p, struct block *list, enum marker marker)
{
	struct block *item = page_add(p, list, BLOCK_ITEM);

	item->marker = marker;
	return &item->body;
}

struct block *page_pair(struct page *p, struct block *pairs, const char *key)
{
	struct block *pair = page_add(p, pairs, BLOCK_PAIR);

	prose_add(p->arena, &pair->title, MARK_DIM, "%s", key);
	return pair;
}

struct column *table_column(struct page *p, struct table *t, enum align align)
{
	struct column *column = vec_add(p->arena, &t->columns);

	column->align = align;
	return column;
}

void table_head(struct page *p, struct table *t, enum align align,
		const char *title)
{
	prose_add(p->arena, &table_column(p, t, align)->title, MARK_STRONG,
		  "%s", title);
}

prose *table_row(struct page *p, struct table *t)
{
	struct row *row = vec_add(p->arena, &t->rows);

	row->cells = ARENA_ARRAY(p->arena, t->columns.n, prose);
	return row->cells;
}

prose *table_tone(struct page *p, struct table *t, uint32_t column,
		  enum tone tone)
{
	struct row *row = &t->rows.at[t->rows.n - 1];

	if (!row->tones)
		row->tones = ARENA_ARRAY(p->arena, t->columns.n, enum tone);
	row->tones[column] = tone;
	return &row->cells[column];
}

void table_group(struct page *p, struct table *t, const char *title)
{
	prose *cells = table_row(p, t);

	t->rows.at[t->rows.n - 1].group = true;
	prose_add(p->arena, &cells[0], MARK_STRONG, "%s", title);
}
