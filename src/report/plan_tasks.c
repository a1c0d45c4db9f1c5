#include "report/format_json.h"
#include "report/plan_formats.h"
#include "report/plan_item.h"
#include "text/safe.h"

/* Taskwarrior prints what it was given: it gets nothing that a terminal would
 * obey. Its texts have one line. */
static void add_text(struct cJSON *object, const char *key, struct str text)
{
	struct buf safe = {0};

	safe_line(&safe, text);
	json_text(object, key, buf_str(&safe));
	buf_release(&safe);
}

/* "20261102T000000Z", and `second` seconds later. */
static void add_moment(struct cJSON *object, const char *key, int32_t day,
		       uint32_t second)
{
	struct buf text = {0};

	plan_date(&text, day);
	buf_printf(&text, "T%02u%02u%02uZ", (unsigned)second / 3600 % 24,
		   (unsigned)second / 60 % 60, (unsigned)second % 60);
	json_text(object, key, buf_str(&text));
	buf_release(&text);
}

/* "acme.ic.staff": Taskwarrior shows all of acme by the first part. */
static void add_project(struct cJSON *task, struct arena *a,
			const struct plan_view *v,
			const struct plan_item *item)
{
	const struct role *role = plan_item_role(v, item);

	json_text(task, "project",
		  arena_printf(a, "%.*s.%.*s.%.*s",
			       STR_ARG(v->ladder->head.id),
			       STR_ARG(role->track->head.id),
			       STR_ARG(role->head.id)));
}

static void add_tag(struct cJSON *task, const struct plan_item *item)
{
	const char *tag =
		item->step ? layer_name((enum layer)item->step->stage
						->competency->layer)
			   : "milestone";

	if (tag)
		json_text_item(json_list_in(task, "tags"), str_of(tag));
}

/* What does not begin in the next three months stays out of sight until it
 * does. */
static void add_times(struct cJSON *task, const struct plan_view *v,
		      const struct plan_item *item)
{
	static const char *const priorities[] = {
		[HORIZON_NOW] = "H",
		[HORIZON_NEXT] = "M",
		[HORIZON_LATER] = "L",
	};
	bool days = plan_has_days(v);

	if (item->step && v->ladder->timed)
		json_text(task, "priority",
			  str_of(priorities[item->step->horizon]));
	if (item->step && days) {
		int32_t day = plan_day(v, item->start);

		add_moment(task, "scheduled", day, 0);
		if (item->step->horizon != HORIZON_NOW)
			add_moment(task, "wait", day, 0);
	}
	if (days)
		add_moment(task, "due", plan_day(v, item->end), 0);
}

static void add_depends(struct cJSON *task, const struct plan_view *v,
			const plan_items *items, const struct plan_item *item)
{
	struct cJSON *list;
	char uuid[37];

	if (!item->after.n)
		return;
	list = json_list_in(task, "depends");
	for_each(before, &item->after) {
		plan_uuid(v, items->at[*before].key, uuid);
		json_text_item(list, str_of(uuid));
	}
}

/* --- annotations --------------------------------------------------------- */

static const char *const labels[] = {
	[NOTE_SHOW] = "show",
	[NOTE_SHOWN] = NULL, /* nothing to do */
	[NOTE_PRACTISE] = "practise",
	[NOTE_EVIDENCE] = "evidence",
	[NOTE_EXAMPLE] = "example",
	[NOTE_RESOURCE] = "resource",
	[NOTE_GATE] = "gate",
};

/* Taskwarrior wants a time for each, and tells them apart by it. */
enum { SOME_DAY = 10957 }; /* 2000-01-01, where the plan has no days */

static void add_annotations(struct cJSON *task, struct arena *a,
			    const struct plan_view *v,
			    const struct plan_item *item)
{
	struct cJSON *list = NULL, *annotation;
	int32_t day = plan_has_days(v) ? v->start_day : SOME_DAY;
	uint32_t n = 0;

	for_each(note, &item->notes) {
		if (!labels[note->kind])
			continue;
		if (!list)
			list = json_list_in(task, "annotations");
		annotation = json_item(list);
		add_moment(annotation, "entry", day, n++);
		add_text(annotation, "description",
			 arena_printf(a, "%s: %.*s", labels[note->kind],
				      STR_ARG(note->text)));
	}
}

/* --- tasks --------------------------------------------------------------- */

static void add_task(struct cJSON *list, struct arena *a,
		     const struct plan_view *v, const plan_items *items,
		     const struct plan_item *item)
{
	struct cJSON *task = json_item(list);
	char uuid[37];

	plan_uuid(v, item->key, uuid);
	json_text(task, "uuid", str_of(uuid));
	add_text(task, "description", item->title);
	json_text(task, "status", STR("pending"));
	add_project(task, a, v, item);
	add_tag(task, item);
	add_times(task, v, item);
	add_depends(task, v, items, item);
	add_annotations(task, a, v, item);
}

void plan_tasks(const struct plan_view *v, struct buf *out)
{
	struct cJSON *list = json_foreign_list();
	struct arena a = {0};
	plan_items items = plan_items_of(&a, v);

	for_each(item, &items)
		add_task(list, &a, v, &items, item);
	json_finish(list, JSON_PRETTY, out);
	arena_release(&a);
}
