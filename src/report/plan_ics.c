#include "report/plan_formats.h"
#include "report/plan_item.h"
#include "report/words.h"
#include "text/safe.h"

/* --- lines --------------------------------------------------------------- */

enum { LINE_OCTETS = 75 };

static bool goes_on(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

/* A line that is too long goes on behind a blank, and never breaks inside a
 * character (RFC 5545, section 3.1). */
static void add_line(struct buf *out, struct str line)
{
	size_t room = LINE_OCTETS;

	while (line.len > room) {
		size_t cut = room;

		while (cut > 1 && goes_on(line.ptr[cut]))
			cut--;
		buf_add(out, str_head(line, cut));
		buf_z(out, "\r\n ");
		line = str_from(line, cut);
		room = LINE_OCTETS - 1;
	}
	buf_add(out, line);
	buf_z(out, "\r\n");
}

/* Section 3.3.11. What hides or acts is shown as what it is. */
static void add_text(struct buf *line, struct str text)
{
	struct buf safe = {0};

	safe_text(&safe, text);
	for (size_t i = 0; i < safe.len; i++) {
		char c = safe.ptr[i];

		if (c == '\\' || c == ';' || c == ',')
			buf_char(line, '\\');
		if (c == '\n')
			buf_z(line, "\\n");
		else
			buf_char(line, c);
	}
	buf_release(&safe);
}

static void add_property(struct buf *out, const char *name, struct str text)
{
	struct buf line = {0};

	buf_z(&line, name);
	buf_char(&line, ':');
	add_text(&line, text);
	add_line(out, buf_str(&line));
	buf_release(&line);
}

static void add_day(struct buf *out, const char *name, int32_t day)
{
	buf_printf(out, "%s;VALUE=DATE:", name);
	plan_date(out, day);
	buf_z(out, "\r\n");
}

/* --- what an event tells ------------------------------------------------- */

static const struct {
	const char *heading, *bullet;
} notes[] = {
	[NOTE_SHOW] = {"To show", "○"},
	[NOTE_SHOWN] = {"To show", "✓"},
	[NOTE_PRACTISE] = {"Practise", "•"},
	[NOTE_EVIDENCE] = {"Evidence", "•"},
	[NOTE_EXAMPLE] = {"Examples", "•"},
	[NOTE_RESOURCE] = {"Resources", "•"},
	[NOTE_GATE] = {"Gates", "•"},
};

/* "Towards Staff Engineer, about 24–40 h" */
static void add_head(struct arena *a, struct buf *text,
		     const struct plan_view *v, const struct plan_item *item)
{
	prose role = {0};

	words_role(a, &role, MARK_PLAIN, v->ladder, plan_item_role(v, item));
	buf_z(text, item->step ? "Towards " : "All that is asked of ");
	for_each(run, &role)
		buf_add(text, run->text);
	if (item->step)
		buf_printf(text, ", %.*s", STR_ARG(item->effort));
	else
		buf_z(text, " is met");
}

static void add_after(struct buf *text, const plan_items *items,
		      const struct plan_item *item)
{
	if (!item->step || !item->after.n)
		return;
	buf_z(text, "\nAfter ");
	for (uint32_t i = 0; i < item->after.n; i++) {
		buf_z(text, i ? ", " : "");
		buf_add(text, items->at[item->after.at[i]].stage);
	}
}

static struct str description(struct arena *a, const struct plan_view *v,
			      const plan_items *items,
			      const struct plan_item *item)
{
	const char *heading = NULL;
	struct buf text = {0};
	struct str all;

	add_head(a, &text, v, item);
	add_after(&text, items, item);
	for_each(note, &item->notes) {
		if (heading != notes[note->kind].heading)
			buf_printf(&text, "\n\n%s",
				   notes[note->kind].heading);
		heading = notes[note->kind].heading;
		buf_printf(&text, "\n%s ", notes[note->kind].bullet);
		buf_add(&text, note->text);
	}
	all = arena_str(a, buf_str(&text));
	buf_release(&text);
	return all;
}

/* --- events -------------------------------------------------------------- */

/* The parts that every event has. It takes no time from the days that it
 * lasts: others may still be invited to them. */
static void begin_event(struct buf *out, const struct plan_view *v,
			struct str key, int32_t first, int32_t past)
{
	char uuid[37];

	plan_uuid(v, key, uuid);
	buf_printf(out, "BEGIN:VEVENT\r\nUID:%s\r\nDTSTAMP:", uuid);
	plan_date(out, v->start_day);
	buf_z(out, "T000000Z\r\n");
	add_day(out, "DTSTART", first);
	add_day(out, "DTEND", past > first ? past : first + 1);
	buf_z(out, "TRANSP:TRANSPARENT\r\n");
}

static void end_event(struct buf *out)
{
	buf_z(out, "END:VEVENT\r\n");
}

static void add_event(struct buf *out, struct arena *a,
		      const struct plan_view *v, const plan_items *items,
		      const struct plan_item *item)
{
	int layer = item->step ? item->step->stage->competency->layer
			       : LAYER_NONE;

	begin_event(out, v, item->key, plan_day(v, item->start),
		    plan_day(v, item->end));
	add_property(out, "SUMMARY", item->title);
	add_property(out, "DESCRIPTION", description(a, v, items, item));
	if (!item->step)
		add_property(out, "CATEGORIES", STR("Milestone"));
	else if (layer != LAYER_NONE)
		add_property(out, "CATEGORIES", str_of(words_layer(layer)));
	end_event(out);
}

/* A calendar holds one event at least (section 3.6): nothing to do is news,
 * too. */
static void add_nothing(struct buf *out, const struct plan_view *v)
{
	begin_event(out, v, v->query->target->path, v->start_day, 0);
	add_property(out, "SUMMARY", v->query->target->title);
	add_property(out, "DESCRIPTION", STR("Nothing is left to learn."));
	add_property(out, "CATEGORIES", STR("Milestone"));
	end_event(out);
}

void plan_ics(const struct plan_view *v, struct buf *out)
{
	struct arena a = {0};
	plan_items items = plan_items_of(&a, v);
	struct str title = plan_title(&a, v);

	buf_z(out, "BEGIN:VCALENDAR\r\n"
		   "VERSION:2.0\r\n"
		   "PRODID:-//ladder//career ladders as code//EN\r\n"
		   "CALSCALE:GREGORIAN\r\n");
	add_property(out, "NAME", title);
	add_property(out, "X-WR-CALNAME", title);
	for_each(item, &items)
		add_event(out, &a, v, &items, item);
	if (!items.n)
		add_nothing(out, v);
	buf_z(out, "END:VCALENDAR\r\n");
	arena_release(&a);
}
