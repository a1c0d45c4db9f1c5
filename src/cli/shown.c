#include "cli/shown.h"

#include "cli/output.h"
#include "report/format_yaml.h"
#include "report/json.h"
#include "report/tables.h"

static struct page *page_of(struct job *j, const struct shown *s)
{
	if (s->entity.role)
		return page_show_role(j->arena, s->ladder, s->entity.role);
	if (s->entity.competency)
		return page_show_competency(j->arena, s->ladder,
					    s->entity.competency);
	return page_show_ladder(j->arena, s->ladder);
}

static void json_of(const struct shown *s, struct buf *out)
{
	if (s->entity.role)
		json_show_role(s->ladder, s->entity.role, out);
	else if (s->entity.competency)
		json_show_competency(s->ladder, s->entity.competency, out);
	else
		json_show_ladder(s->ladder, out);
}

static void csv_of(const struct shown *s, struct buf *out)
{
	if (s->entity.role)
		csv_show_role(s->ladder, s->entity.role, out);
	else if (s->entity.competency)
		csv_show_competency(s->entity.competency, out);
	else
		csv_show_ladder(s->ladder, out);
}

static void render_shown(struct job *j, enum format f,
			 const struct report_style *style, const void *what,
			 struct buf *out)
{
	const struct shown *s = what;

	if (f == FORMAT_JSON)
		json_of(what, out);
	else if (f == FORMAT_CSV)
		csv_of(what, out);
	else if (f == FORMAT_YAML)
		yaml_ladder(s->ladder, out);
	else
		render_page(page_of(j, what), f, style, out);
}

enum exit shown_write(struct job *j, const struct shown *s)
{
	return output_result(j, render_shown, s);
}
