#include "report/change.h"
#include "report/change_words.h"
#include "report/diff_outline.h"
#include "report/impact.h"
#include "report/words.h"

enum {
	ROLES_MOST = 8, /* roles that the verdict names */
	SAME_FEW = 3,   /* that it names again rather than count them */
};

/* --- classes ------------------------------------------------------------- */

/* A title is never dim. */
static enum mark title_mark(enum change_class c)
{
	return c == CLASS_INFO ? MARK_STRONG : class_mark(c);
}

void diff_class_title(struct arena *a, prose *to, enum change_class c)
{
	static const char *const titles[N_CLASSES] = {"Info", "Easing",
						      "Review", "Breaking"};

	prose_add(a, to, title_mark(c), "%s", titles[c]);
}

const char *diff_class_means(enum change_class c)
{
	static const char *const means[N_CLASSES] = {
		"asks nothing of anyone", "only asks less",
		"only a person can tell",
		"harder for someone, or a name is gone"};

	return means[c];
}

void diff_counts(struct arena *a, prose *to, const uint32_t *n_of)
{
	bool any = false;

	for (unsigned i = N_CLASSES; i-- > 0;) {
		enum change_class class = (enum change_class)i;

		if (!n_of[i])
			continue;
		if (any)
			prose_add(a, to, MARK_PLAIN, ", ");
		prose_add(a, to, title_mark(class), "%u\u00a0%s",
			  (unsigned)n_of[i], class_name(class));
		any = true;
	}
	if (!any)
		prose_add(a, to, MARK_PLAIN, "nothing");
}

/* --- the verdict --------------------------------------------------------- */

static void add_name(struct arena *a, prose *to, const struct diff_view *v)
{
	const struct ladder *l = v->diff ? v->diff->new : NULL;

	if (!l)
		prose_data(a, to, MARK_STRONG, diff_view_name(v));
	else
		prose_data(a, to, MARK_STRONG,
			   l->name.len ? l->name : l->head.id);
	prose_add(a, to, MARK_STRONG, ": ");
}

void diff_page_title(struct page *p, struct block *section,
		     const struct diff_outline *o)
{
	const struct diff_view *v = o->view;
	prose *title = &section->title;

	add_name(p->arena, title, v);
	if (v->diff)
		diff_counts(p->arena, title, o->n_of);
	else if (v->new_name.len)
		prose_add(p->arena, title, MARK_STRONG, "a new ladder");
	else
		prose_add(p->arena, title, MARK_BAD, "the ladder is gone");
}

/* "2026.1 → 2026.2 · old.yaml → new.yaml" */
static void add_sides(struct page *p, struct block *section,
		      const struct diff_view *v)
{
	struct str old = v->diff->old->version, new = v->diff->new->version;
	struct arena *a = p->arena;
	prose *to = page_paragraph(p, section);

	if (old.len && new.len && !str_eq(old, new)) {
		prose_data(a, to, MARK_DIM, old);
		prose_add(a, to, MARK_DIM, " → ");
		prose_data(a, to, MARK_DIM, new);
		prose_add(a, to, MARK_DIM, " · ");
	}
	prose_data(a, to, MARK_DIM, v->old_name);
	prose_add(a, to, MARK_DIM, " → ");
	prose_data(a, to, MARK_DIM, v->new_name);
}

static prose *add_pair(struct page *p, struct block *pairs, enum mark mark,
		       const char *key)
{
	struct block *pair = page_add(p, pairs, BLOCK_PAIR);

	prose_add(p->arena, &pair->title, mark, "%s", key);
	return &pair->body;
}

static void add_roles(struct page *p, struct block *pairs, enum mark mark,
		      const char *key, const struct diff_outline *o,
		      const change_roles *roles)
{
	uint32_t all = o->view->diff->new->n_roles;
	prose *to;

	if (!roles->n)
		return;
	to = add_pair(p, pairs, mark, key);
	if (roles->n == all && all > ROLES_MOST)
		prose_add(p->arena, to, MARK_PLAIN, "all %u roles",
			  (unsigned)all);
	else
		change_role_names(p->arena, to, MARK_PLAIN, roles, ROLES_MOST);
}

static bool same_roles(const change_roles *a, const change_roles *b)
{
	if (a->n != b->n)
		return false;
	for (uint32_t i = 0; i < a->n; i++)
		if (a->at[i] != b->at[i])
			return false;
	return true;
}

/* A list that stands two lines higher already is not read again. */
static void add_easier(struct page *p, struct block *pairs,
		       const struct diff_outline *o)
{
	if (o->easier.n > SAME_FEW && same_roles(&o->easier, &o->harder))
		prose_add(p->arena,
			  add_pair(p, pairs, MARK_GOOD, "Easier"), MARK_PLAIN,
			  "the same %u roles, in other points",
			  (unsigned)o->easier.n);
	else
		add_roles(p, pairs, MARK_GOOD, "Easier", o, &o->easier);
}

/* What follows once the new ladder is as it is meant. */
static void add_way_out(struct arena *a, prose *to)
{
	prose_add(a, to, MARK_PLAIN, "; ");
	prose_add(a, to, MARK_CODE, "ladder migrate");
	prose_add(a, to, MARK_PLAIN, " carries assessments over");
}

static void add_files(struct page *p, struct block *pairs,
		      const struct diff_outline *o)
{
	prose *to;

	if (!o->breaks && !o->shifts)
		return;
	to = add_pair(p, pairs, o->breaks ? MARK_BAD : MARK_WARN, "Files");
	if (o->breaks)
		prose_add(p->arena, to, MARK_PLAIN,
			  "%u %s names that files may use", (unsigned)o->breaks,
			  words_plural(o->breaks, "change removes",
				       "changes remove"));
	if (o->breaks && o->shifts)
		prose_add(p->arena, to, MARK_PLAIN, ", ");
	if (o->shifts)
		prose_add(p->arena, to, MARK_PLAIN,
			  "%u %smay give numbers in files another meaning",
			  (unsigned)o->shifts,
			  o->breaks ? ""
				    : words_plural(o->shifts, "change ",
						   "changes "));
	if (o->view->diff->renames.n)
		prose_add(p->arena, to, MARK_PLAIN,
			  "; %u may be renamed, see below",
			  (unsigned)o->view->diff->renames.n);
	else
		add_way_out(p->arena, to);
}

void diff_page_verdict(struct page *p, struct block *section,
		       const struct diff_outline *o)
{
	struct block *pairs;

	if (!o->view->diff)
		return;
	add_sides(p, section, o->view);
	pairs = page_add(p, section, BLOCK_PAIRS);
	if (!o->harder.n)
		prose_add(p->arena,
			  add_pair(p, pairs, MARK_GOOD, "Harder"), MARK_PLAIN,
			  "no role%s%s", o->judged.n ? " for certain" : "",
			  o->breaks && !o->gone.n
				  ? ", only names in files break"
				  : "");
	add_roles(p, pairs, MARK_BAD, "Harder", o, &o->harder);
	add_roles(p, pairs, MARK_WARN, "To judge", o, &o->judged);
	add_easier(p, pairs, o);
	add_roles(p, pairs, MARK_STRONG, "New", o, &o->added);
	add_roles(p, pairs, MARK_BAD, "Gone", o, &o->gone);
	add_files(p, pairs, o);
	if (o->view->impact)
		page_add_impact(p, section, o->view->impact, o->view->names);
}

/* --- the page ------------------------------------------------------------ */

static void add_section(struct page *p, struct block *parent,
			const struct diff_outline *o, enum change_class class)
{
	struct block *section;

	if (!o->groups[class].n)
		return;
	section = page_add(p, parent, BLOCK_SECTION);
	diff_class_title(p->arena, &section->title, class);
	prose_add(p->arena, &section->aside, MARK_DIM, "%s",
		  diff_class_means(class));
	for_each(group, &o->groups[class])
		diff_page_group(p, section, o, group);
}

static void add_view(struct page *p, struct block *section,
		     const struct diff_outline *o)
{
	diff_page_title(p, section, o);
	diff_page_verdict(p, section, o);
	diff_page_renames(p, section, o);
	for (unsigned i = N_CLASSES; i-- > 0;)
		add_section(p, section, o, (enum change_class)i);
	diff_page_end(p, section, o);
}

/* Of several ladders each has a section, below the sum of all. */
static void add_all(struct page *p, const struct diff_outline *outlines,
		    uint32_t n)
{
	uint32_t n_of[N_CLASSES] = {0};

	for (uint32_t i = 0; i < n; i++)
		for (unsigned c = 0; c < N_CLASSES; c++)
			n_of[c] += outlines[i].n_of[c];
	prose_add(p->arena, &p->root.title, MARK_STRONG, "%u ladders: ",
		  (unsigned)n);
	diff_counts(p->arena, &p->root.title, n_of);
	for (uint32_t i = 0; i < n; i++)
		add_view(p, page_add(p, &p->root, BLOCK_SECTION),
			 &outlines[i]);
}

/* Empty where they are written in several. */
static struct str language_of(const diff_views *views)
{
	struct str language = {0};

	for_each(view, views) {
		const struct ladder *l = view->diff ? view->diff->new : NULL;

		if (!l)
			continue;
		if (language.len && !str_eq(language, l->language))
			return (struct str){0};
		language = l->language;
	}
	return language;
}

struct page *page_diff(struct arena *a, const diff_views *views)
{
	struct diff_outline *outlines =
		ARENA_ARRAY(a, views->n, struct diff_outline);
	struct page *p = page_new(a);
	uint32_t n = 0;

	p->language = language_of(views);
	for_each(view, views) {
		outlines[n] = diff_outline(view, a);
		n += diff_outline_says(&outlines[n]);
	}
	if (n == 1)
		add_view(p, &p->root, &outlines[0]);
	else if (n)
		add_all(p, outlines, n);
	return p;
}
