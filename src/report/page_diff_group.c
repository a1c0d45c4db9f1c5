#include "report/change_words.h"
#include "report/diff_outline.h"

enum { REACH_MOST = 3 }; /* roles that a change names */

/* --- a change ------------------------------------------------------------ */

/* Whether a change reaches none but the role that it is shown under. */
static bool reaches_itself(const struct change *c)
{
	return c->about == ABOUT_ROLE && c->reaches.n == 1 &&
	       c->reaches.at[0] == c->role;
}

/* "reaches Senior, Staff and 3 more · "; nothing where it asks nothing. */
static void add_reach(struct arena *a, prose *to, const struct diff *d,
		      const struct change *c)
{
	bool candidates = c->incumbent == EFFECT_NONE;

	if (!c->reaches.n || c->class == CLASS_INFO ||
	    c->candidate == EFFECT_NONE ||
	    (reaches_itself(c) && !candidates))
		return;
	prose_add(a, to, MARK_DIM, "%s",
		  !candidates	      ? "reaches "
		  : reaches_itself(c) ? "for those who aim at it"
				      : "for those who aim at ");
	if (!reaches_itself(c) && c->reaches.n == d->new->n_roles &&
	    c->reaches.n > REACH_MOST)
		prose_add(a, to, MARK_DIM, "all %u roles",
			  (unsigned)c->reaches.n);
	else if (!reaches_itself(c))
		change_role_names(a, to, MARK_DIM, &c->reaches, REACH_MOST);
	prose_add(a, to, MARK_DIM, " · ");
}

static const char *about_kind(enum about about)
{
	static const char *const kinds[] = {
		[ABOUT_LADDER] = "the ladder",     [ABOUT_ROLE] = "role",
		[ABOUT_TRACK] = "track",	   [ABOUT_SCORE] = "score",
		[ABOUT_COMPETENCY] = "competency", [ABOUT_CATEGORY] = "category",
	};

	return kinds[about];
}

/* Whether an id is one that a program drew (a UUID): nobody knows a thing by
 * it, and the place leads there. */
static bool is_drawn(struct str id)
{
	struct str digits = STR("0123456789abcdefABCDEF");

	if (id.len != 36)
		return false;
	for (size_t i = 0; i < id.len; i++) {
		bool dash = i == 8 || i == 13 || i == 18 || i == 23;

		if (dash ? id.ptr[i] != '-'
			 : str_index(digits, id.ptr[i]) == digits.len)
			return false;
	}
	return true;
}

/* " · role ic/senior" */
static void add_kind(struct arena *a, prose *to, const struct change *c)
{
	struct str id = change_about_id(c);

	prose_add(a, to, MARK_DIM, " · %s", about_kind(c->about));
	if (!id.len || is_drawn(id))
		return;
	prose_add(a, to, MARK_DIM, " ");
	prose_data(a, to, MARK_DIM, id);
}

/* " · ic/senior", where what it is stands above already. */
static void add_own_id(struct arena *a, prose *to, const struct change *c)
{
	struct str id = change_about_id(c);

	if (!id.len || is_drawn(id))
		return;
	prose_add(a, to, MARK_DIM, " · ");
	prose_data(a, to, MARK_DIM, id);
}

/* Whom it reaches, where it stands, what it is called. */
static void add_details(struct page *p, struct block *item,
			const struct diff_view *v, const struct change *c)
{
	prose *to = page_paragraph(p, item);

	add_reach(p->arena, to, v->diff, c);
	diff_places(p->arena, to, v, c);
	prose_add(p->arena, to, MARK_DIM, " · %s", change_table[c->code].id);
}

/* `of_other`: about another thing than what it stands under. */
static struct block *add_change(struct page *p, struct block *list,
				const struct diff_view *v,
				const struct diff_group *g,
				const struct change *c, bool of_other)
{
	struct arena *a = p->arena;
	prose *to = page_item(p, list, MARKER_BULLET);

	if (of_other) {
		change_about(a, to, MARK_STRONG, v->diff, c);
		prose_add(a, to, MARK_PLAIN, ": ");
	}
	change_part(a, to, c);
	change_says(a, to, c);
	if (c->class != g->class)
		prose_add(a, to, MARK_DIM, " (%s)", class_name(c->class));
	add_details(p, list->last, v, c);
	return list->last;
}

/* One of those that a group says of what became of them. */
static struct block *add_name_of(struct page *p, struct block *list,
				 const struct diff_view *v,
				 const struct diff_group *g,
				 const struct change *c)
{
	prose *to = page_item(p, list, MARKER_BULLET);

	change_about(p->arena, to, MARK_STRONG, v->diff, c);
	add_own_id(p->arena, to, c);
	if (c->class != g->class)
		prose_add(p->arena, to, MARK_DIM, " (%s)",
			  class_name(c->class));
	add_details(p, list->last, v, c);
	return list->last;
}

static bool same_thing(const struct change *c, const struct change *of)
{
	return c->about == of->about && c->role == of->role &&
	       c->track == of->track && c->score == of->score &&
	       c->category == of->category &&
	       (c->competency == of->competency || c->about == ABOUT_ROLE);
}

/* What changed within a thing is shown below what became of the thing. */
static void add_inside(struct page *p, struct block *item,
		       const struct diff_outline *o,
		       const struct diff_group *g, uint32_t top)
{
	const struct diff *d = o->view->diff;
	struct block *list = NULL;

	for (uint32_t i = top + 1; i < d->changes.n; i++) {
		if (o->top[i] == UINT32_MAX)
			continue;
		if (o->top[i] != top)
			break;
		if (!list)
			list = page_add(p, item, BLOCK_LIST);
		add_change(p, list, o->view, g, &d->changes.at[i],
			   !same_thing(&d->changes.at[i],
				       &d->changes.at[top]));
	}
}

/* --- a group ------------------------------------------------------------- */

static void add_group_title(struct page *p, struct block *group,
			    const struct diff *d, const struct diff_group *g)
{
	const struct change *first = &d->changes.at[g->changes.at[0]];

	if (g->title) {
		prose_add(p->arena, &group->title, MARK_STRONG, "%s",
			  g->title);
		return;
	}
	change_about(p->arena, &group->title, MARK_STRONG, d, first);
	add_kind(p->arena, &group->title, first);
}

void diff_page_group(struct page *p, struct block *section,
		     const struct diff_outline *o, const struct diff_group *g)
{
	const struct diff *d = o->view->diff;
	struct block *group = page_add(p, section, BLOCK_SECTION), *list;

	group->tight = true;
	add_group_title(p, group, d, g);
	list = page_add(p, group, BLOCK_LIST);
	for_each(index, &g->changes) {
		const struct change *c = &d->changes.at[*index];
		struct block *item =
			g->title ? add_name_of(p, list, o->view, g, c)
				 : add_change(p, list, o->view, g, c, false);

		add_inside(p, item, o, g, *index);
	}
}
