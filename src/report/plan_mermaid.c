#include "base/date.h"
#include "report/plan_formats.h"
#include "report/plan_item.h"
#include "text/safe.h"

/* What means nothing to Mermaid, to Markdown around it, or to HTML that it
 * becomes. */
static bool is_harmless(char c)
{
	char lower = ascii_lower(c);

	return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') ||
	       (unsigned char)c >= 0x80 || memchr(" .-/()", c, 6);
}

/* Everything else goes by its number, as Mermaid has it: an entity without
 * the ampersand. */
static void add_text(struct buf *out, struct str text)
{
	struct buf safe = {0};

	safe_line(&safe, text);
	for (size_t i = 0; i < safe.len; i++)
		if (is_harmless(safe.ptr[i]))
			buf_char(out, safe.ptr[i]);
		else
			buf_printf(out, "#%d;", safe.ptr[i]);
	buf_release(&safe);
}

/* A line with a text that begins with nothing that Mermaid has a meaning
 * for. */
static void add_line(struct buf *out, const char *head, struct str text)
{
	buf_printf(out, "    %s ", head);
	add_text(out, text);
	buf_char(out, '\n');
}

/* --- the axis ------------------------------------------------------------ */

/* Weeks and turns are plain numbers. Mermaid has an axis for time alone, but
 * writes milliseconds as a number: a week is one. */
static void add_axis(struct buf *out, const struct plan_view *v)
{
	if (plan_has_days(v)) {
		buf_z(out, "    dateFormat YYYY-MM-DD\n"
			   "    axisFormat %Y-%m-%d\n");
		return;
	}
	buf_printf(out,
		   "    dateFormat x\n"
		   "    axisFormat %s %%Q\n"
		   "    todayMarker off\n",
		   v->ladder->timed ? "week" : "turn");
}

static void add_time(struct buf *out, const struct plan_view *v, int64_t week)
{
	char text[11];

	if (plan_has_days(v))
		buf_printf(out, ", %s", date_write(plan_day(v, week), text));
	else
		buf_printf(out, ", %lld", (long long)week);
}

/* --- bars ---------------------------------------------------------------- */

/* The number and the arrow keep a name from being read as an order, as
 * "section" and "click" are where a line begins. */
static void add_item(struct buf *out, const struct plan_view *v,
		     const struct plan_item *item)
{
	if (item->step)
		buf_printf(out, "    %u. ", (unsigned)item->number);
	else
		buf_z(out, "    → ");
	add_text(out, item->stage);
	buf_printf(out, " :%s%c%u",
		   !item->step ? "milestone, "
		   : v->ladder->timed && item->step->horizon == HORIZON_NOW
			   ? "active, "
			   : "",
		   item->step ? 's' : 'm', (unsigned)item->number);
	add_time(out, v, item->start);
	add_time(out, v, item->end);
	buf_char(out, '\n');
}

void plan_mermaid(const struct plan_view *v, struct buf *out)
{
	struct arena a = {0};
	plan_items items = plan_items_of(&a, v);
	const struct role *section = NULL;

	buf_z(out, "gantt\n");
	add_line(out, "title", plan_title(&a, v));
	add_axis(out, v);
	for_each(item, &items) {
		const struct role *role = plan_item_role(v, item);

		if (role != section)
			add_line(out, "section", role->title);
		section = role;
		add_item(out, v, item);
	}
	arena_release(&a);
}
