/* What can be named on the command line. */
#include "report/pages.h"
#include "report/words.h"

static struct table *new_table(struct page *p, const char *title,
			       const char *const *columns, uint32_t n)
{
	struct block *section = page_section(p, &p->root, title);
	struct table *t = &page_add(p, section, BLOCK_TABLE)->table;

	t->keys = 1;
	for (uint32_t i = 0; i < n; i++)
		table_head(p, t, ALIGN_LEFT, columns[i]);
	return t;
}

static void add_ladders(struct page *p, const struct list_view *v)
{
	static const char *const columns[] = {"ladder", "name", "where"};
	struct table *t;

	if (!v->n_ladders)
		return;
	t = new_table(p, "Ladders", columns, 3);
	for (uint32_t i = 0; i < v->n_ladders; i++) {
		const struct list_entry *e = &v->ladders[i];
		prose *cells = table_row(p, t);

		prose_data(p->arena, &cells[0],
			   e->in_use ? MARK_STRONG : MARK_CODE, e->id);
		if (e->in_use)
			prose_add(p->arena, &cells[0], MARK_DIM, " (in use)");
		prose_data(p->arena, &cells[1], MARK_PLAIN, e->name);
		prose_data(p->arena, &cells[2], MARK_DIM, e->where);
	}
}

static void add_roles(struct page *p, const struct ladder *l)
{
	static const char *const columns[] = {"role", "rank", "code", "title"};
	struct table *t = new_table(p, "Roles", columns, 4);

	for (uint32_t i = 0; i < l->n_roles; i++) {
		const struct role *role = l->roles[i];
		prose *cells = table_row(p, t);

		prose_data(p->arena, &cells[0], MARK_CODE, role->path);
		prose_add(p->arena, &cells[1], MARK_PLAIN, "%lld",
			  (long long)role->rank);
		prose_data(p->arena, &cells[2], MARK_PLAIN, role->code);
		prose_data(p->arena, &cells[3], MARK_PLAIN, role->title);
	}
}

static void add_competencies(struct page *p, const struct ladder *l)
{
	static const char *const columns[] = {"competency", "layer", "stages",
					      "name"};
	struct table *t = new_table(p, "Competencies", columns, 4);

	for_each(c, &l->competencies) {
		prose *cells = table_row(p, t);

		prose_data(p->arena, &cells[0], MARK_CODE, c->head.id);
		prose_add(p->arena, &cells[1], MARK_PLAIN, "%s",
			  c->layer ? layer_name((enum layer)c->layer) : "");
		prose_add(p->arena, &cells[2], MARK_PLAIN, "%u",
			  (unsigned)c->n_stages);
		prose_data(p->arena, &cells[3], MARK_PLAIN, c->name);
	}
}

struct page *page_list(struct arena *a, const struct list_view *v)
{
	struct page *p = page_new(a);

	if (v->ladder) {
		prose_data(a, &p->root.title, MARK_STRONG, v->ladder->name);
		prose_data(a, &p->root.aside, MARK_CODE, v->ladder->head.id);
	} else {
		prose_add(a, &p->root.title, MARK_STRONG, "Ladders at hand");
	}
	add_ladders(p, v);
	if (v->ladder) {
		add_roles(p, v->ladder);
		add_competencies(p, v->ladder);
	}
	return p;
}
