/* What a change of the catalogue means, and what a class does. */
#include "report/change.h"

#include "report/page_example.h"

const char *class_meaning(enum change_class c)
{
	switch (c) {
	case CLASS_BREAKING:
		return "Somebody who met the old text may fail the new one, or "
		       "a name in a file no longer resolves.";
	case CLASS_REVIEW:
		return "Only a person can tell: wording, weights, rules for "
		       "which more is neither harder nor easier, and numbers "
		       "that may mean something else now.";
	case CLASS_EASING:
		return "It only asks for less, or opens a way.";
	case CLASS_INFO:
		break;
	}
	return "It changes nothing that anyone must meet.";
}

enum mark class_mark(enum change_class c)
{
	switch (c) {
	case CLASS_BREAKING:
		return MARK_BAD;
	case CLASS_REVIEW:
		return MARK_WARN;
	case CLASS_EASING:
		return MARK_GOOD;
	case CLASS_INFO:
		break;
	}
	return MARK_DIM;
}

/* --- one change ------------------------------------------------------ */

static const char *effect_words(enum effect e)
{
	switch (e) {
	case EFFECT_HARDER:
		return "harder";
	case EFFECT_EASIER:
		return "easier";
	case EFFECT_REVIEW:
		return "for a person to judge";
	case EFFECT_NONE:
		break;
	}
	return "as before";
}

static const char *file_words(enum file_effect e)
{
	switch (e) {
	case FILES_BREAK:
		return "a name no longer resolves";
	case FILES_SHIFT:
		return "a number may mean something else";
	case FILES_FINE:
		break;
	}
	return "as before";
}

static void add_pair(struct page *p, struct block *pairs, const char *key,
		     const char *value)
{
	prose_add(p->arena, &page_pair(p, pairs, key)->body, MARK_PLAIN, "%s",
		  value);
}

static void add_effects(struct page *p, const struct change_info *info)
{
	struct block *pairs = page_add(p, &p->root, BLOCK_PAIRS);
	const struct change_info *mirror = &change_table[info->mirror];
	struct str back = STR("the change itself");

	if (mirror != info)
		back = arena_printf(p->arena, "%s %s", mirror->id,
				    mirror->name);
	add_pair(p, pairs, "to hold a role", effect_words(info->incumbent));
	add_pair(p, pairs, "to reach it", effect_words(info->candidate));
	add_pair(p, pairs, "files", file_words(info->files));
	add_pair(p, pairs, "the way back", back.ptr);
}

struct page *page_change(struct arena *a, const struct change_view *v)
{
	struct page *p = page_new(a);
	const struct change_info *info = &change_table[v->code];
	enum change_class class = change_code_class(v->code);

	prose_add(a, &p->root.title, MARK_STRONG, "%s %s", info->id,
		  info->name);
	prose_add(a, &p->root.aside, class_mark(class), "%s",
		  class_name(class));
	prose_rich(a, page_paragraph(p, &p->root), str_of(info->reason));
	add_effects(p, info);
	page_example(p, "Before", v->old, v->new);
	page_example(p, "After", v->new, v->old);
	return p;
}

/* --- lists ----------------------------------------------------------- */

static struct table *add_table(struct page *p, struct block *parent,
			       const char *const *columns, uint32_t n)
{
	struct table *t = &page_add(p, parent, BLOCK_TABLE)->table;

	t->keys = 1;
	for (uint32_t i = 0; i < n; i++)
		table_head(p, t, ALIGN_LEFT, columns[i]);
	return t;
}

struct page *page_class(struct arena *a, enum change_class c)
{
	static const char *const columns[] = {"change", "name"};
	struct page *p = page_new(a);
	struct table *t;

	prose_add(a, &p->root.title, MARK_STRONG, "%s", class_name(c));
	prose_add(a, &p->root.aside, class_mark(c), "class of changes");
	prose_add(a, page_paragraph(p, &p->root), MARK_PLAIN,
		  "%s A change that reaches no role has no effect on people, "
		  "and so may be of a lower class than the one named here.",
		  class_meaning(c));
	t = add_table(p, page_section(p, &p->root, "Changes of this class"),
		      columns, 2);
	for (enum change_code i = 0; i < N_CHANGES; i++) {
		prose *cells;

		if (change_code_class(i) != c)
			continue;
		cells = table_row(p, t);
		prose_add(a, &cells[0], MARK_CODE, "%s", change_table[i].id);
		prose_add(a, &cells[1], MARK_PLAIN, "%s",
			  change_table[i].name);
	}
	return p;
}

static void add_classes(struct page *p)
{
	struct block *section = page_section(p, &p->root, "Classes");
	struct block *pairs = page_add(p, section, BLOCK_PAIRS);

	for (unsigned c = N_CLASSES; c-- > 0;)
		add_pair(p, pairs, class_name((enum change_class)c),
			 class_meaning((enum change_class)c));
}

static void add_change_row(struct page *p, struct table *t,
			   enum change_code code)
{
	const struct change_info *info = &change_table[code];
	enum change_class class = change_code_class(code);
	prose *cells = table_row(p, t);

	prose_add(p->arena, &cells[0], MARK_CODE, "%s", info->id);
	prose_add(p->arena, &cells[1], MARK_PLAIN, "%s", info->name);
	prose_add(p->arena, &cells[2], class_mark(class), "%s",
		  class_name(class));
	if (info->mirror != code)
		prose_add(p->arena, &cells[3], MARK_CODE, "%s",
			  change_table[info->mirror].id);
	prose_rich(p->arena, &cells[4], str_of(info->reason));
}

struct page *page_changes(struct arena *a)
{
	/* by the first figure of the code */
	static const char *const groups[] = {
		"The ladder", "Tracks and levels", "Competencies and stages",
		"Texts",      "What roles ask",	   "Moves between roles"};
	static const char *const columns[] = {"code", "name", "class",
					      "mirror", "why"};
	struct page *p = page_new(a);
	struct table *t = NULL;
	char group = 0;

	prose_add(a, &p->root.title, MARK_STRONG,
		  "Changes between two ladders");
	prose_add(a, page_paragraph(p, &p->root), MARK_PLAIN,
		  "All that 'ladder diff' can report. The mirror is what the "
		  "same change is called when the two ladders are swapped; "
		  "where there is none, it is the change itself. A change that "
		  "reaches no role has no effect on people, and so may be of a "
		  "lower class than the one named here. 'ladder explain CODE' "
		  "shows one of them with an example.");
	add_classes(p);
	for (enum change_code code = 0; code < N_CHANGES; code++) {
		char own = change_table[code].id[1];

		if (own != group)
			t = add_table(p,
				      page_section(p, &p->root,
						   groups[own - '0']),
				      columns, 5);
		group = own;
		add_change_row(p, t, code);
	}
	return p;
}
