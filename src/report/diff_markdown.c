/* A comment on a pull request. The verdict of every ladder comes first, then
 * the changes by class, breaking ones in full view and the others folded;
 * what does not fit is left out whole groups at a time, the least first. */
#include "report/diff_outline.h"
#include "report/html.h"
#include "report/words.h"

enum { LAST_MOST = 160 }; /* bytes kept for the line that says what is cut */

struct comment {
	struct arena *a;
	struct buf *out;
	size_t from;       /* where in `out` it begins */
	bool several;      /* ladders: each part says whose it is */
	size_t limit;      /* of `out` in all, what is reserved left off */
	uint32_t left_out; /* changes */
};

/* Adds a text unless it would be too much. */
static bool add_text(struct comment *c, struct str text)
{
	if (c->out->len + text.len > c->limit)
		return false;
	buf_add(c->out, text);
	return true;
}

/* A page of one section, written. Headings begin at the second rank. */
static struct page *part_new(struct comment *c, struct block **section)
{
	struct page *p = page_new(c->a);

	*section = page_add(p, &p->root, BLOCK_SECTION);
	return p;
}

static bool add_part(struct comment *c, const struct page *p)
{
	struct buf text = {0};
	bool fits;

	if (c->out->len > c->from)
		buf_char(&text, '\n');
	page_markdown(p, &text);
	fits = add_text(c, buf_str(&text));
	buf_release(&text);
	return fits;
}

static bool add_verdict_of(struct comment *c, const struct diff_outline *o)
{
	struct block *section;
	struct page *p = part_new(c, &section);

	diff_page_title(p, section, o);
	diff_page_verdict(p, section, o);
	return add_part(c, p);
}

/* Names that do not fit are left out before the verdict is. */
static void add_verdict(struct comment *c, const struct diff_outline *o)
{
	struct diff_outline unnamed = *o;
	struct diff_view view = *o->view;

	unnamed.view = &view;
	view.names = false;
	if (!add_verdict_of(c, o))
		add_verdict_of(c, &unnamed);
}

static void add_renames(struct comment *c, const struct diff_outline *o)
{
	struct block *section;
	struct page *p = part_new(c, &section);

	diff_page_renames(p, section, o);
	if (section->first)
		add_part(c, p);
}

static uint32_t count_group(const struct diff_outline *o,
			    const struct diff_group *g)
{
	uint32_t n = 0;

	for_each(index, &g->changes)
		for (uint32_t i = *index; i < o->view->diff->changes.n &&
					  (o->top[i] == *index ||
					   o->top[i] == UINT32_MAX);
		     i++)
			n += o->top[i] == *index;
	return n;
}

static void add_group(struct comment *c, const struct diff_outline *o,
		      const struct diff_group *g)
{
	struct page *p = page_new(c->a);

	diff_page_group(p, &p->root, o, g);
	if (c->left_out || !add_part(c, p))
		c->left_out += count_group(o, g);
}

static uint32_t count_class(const struct diff_outline *o,
			    enum change_class class)
{
	uint32_t n = 0;

	for_each(group, &o->groups[class])
		n += count_group(o, group);
	return n;
}

/* Nothing may be left open, so a fold's end is reserved with its head. */
static bool open_fold(struct comment *c, const struct diff_outline *o,
		      enum change_class class)
{
	struct str end = STR("\n</details>\n");
	struct buf head = {0};
	bool fits;

	buf_printf(&head, "\n<details><summary>%u %s: %s",
		   (unsigned)o->n_of[class], class_name(class),
		   diff_class_means(class));
	if (c->several) {
		buf_z(&head, " · ");
		html_text(&head, diff_view_name(o->view));
	}
	buf_z(&head, "</summary>\n");
	c->limit -= end.len;
	fits = !c->left_out && add_text(c, buf_str(&head));
	if (!fits)
		c->limit += end.len;
	buf_release(&head);
	return fits;
}

static void close_fold(struct comment *c)
{
	struct str end = STR("\n</details>\n");

	c->limit += end.len;
	buf_add(c->out, end);
}

static bool add_heading(struct comment *c, const struct diff_outline *o,
			enum change_class class)
{
	struct block *section;
	struct page *p = part_new(c, &section);

	section = page_add(p, section, BLOCK_SECTION);
	diff_class_title(c->a, &section->title, class);
	if (c->several) {
		prose_add(c->a, &section->title, MARK_PLAIN, " · ");
		prose_data(c->a, &section->title, MARK_PLAIN,
			   diff_view_name(o->view));
	}
	return !c->left_out && add_part(c, p);
}

static void add_class(struct comment *c, const struct diff_outline *o,
		      enum change_class class)
{
	bool fold = class != CLASS_BREAKING;

	if (!o->groups[class].n)
		return;
	if (!(fold ? open_fold(c, o, class) : add_heading(c, o, class))) {
		c->left_out += count_class(o, class);
		return;
	}
	for_each(group, &o->groups[class])
		add_group(c, o, group);
	if (fold)
		close_fold(c);
}

static void add_end(struct comment *c, const struct diff_outline *o)
{
	struct page *p = page_new(c->a);

	diff_page_end(p, page_add(p, &p->root, BLOCK_SECTION), o);
	if (p->root.first->first)
		add_part(c, p);
}

static void add_last(struct comment *c, size_t reserved)
{
	struct str line;

	if (!c->left_out)
		return;
	line = arena_printf(c->a,
			    "\n%u more %s too long for a comment: `ladder "
			    "diff` shows all.\n",
			    (unsigned)c->left_out,
			    words_plural(c->left_out, "change is",
					 "changes are"));
	c->limit += reserved;
	add_text(c, line);
}

static void add_all(struct comment *c, const struct diff_outline *outlines,
		    uint32_t n)
{
	for (uint32_t i = 0; i < n; i++) {
		add_verdict(c, &outlines[i]);
		add_renames(c, &outlines[i]);
	}
	for (unsigned class = N_CLASSES; class-- > 0;)
		for (uint32_t i = 0; i < n; i++)
			add_class(c, &outlines[i], (enum change_class)class);
	for (uint32_t i = 0; i < n; i++)
		add_end(c, &outlines[i]);
}

void diff_markdown(struct arena *a, const diff_views *views, size_t limit,
		   struct buf *out)
{
	struct comment c = {.a = a, .out = out, .from = out->len};
	struct diff_outline *outlines =
		ARENA_ARRAY(a, views->n, struct diff_outline);
	size_t reserved = limit < LAST_MOST ? limit : LAST_MOST;
	uint32_t n = 0;

	c.limit = out->len + limit - reserved;
	for_each(view, views) {
		outlines[n] = diff_outline(view, a);
		n += diff_outline_says(&outlines[n]);
	}
	c.several = n > 1;
	add_all(&c, outlines, n);
	add_last(&c, reserved);
}
