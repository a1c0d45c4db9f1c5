#include "unit/report/editions.h"

const char editions_old[] =
	"format: ladder/1\n"
	"id: acme\n"
	"name: Acme\n"
	"version: \"1\"\n"
	"competencies:\n"
	"  talking:\n"
	"    name: Talking\n"
	"    layer: leadership\n"
	"    stages:\n"
	"      - {name: Talks, behaviours: [Talks to people.]}\n"
	"      - {name: Persuades, behaviours: [Asks.]}\n"
	"  mentoring:\n"
	"    name: Mentoring\n"
	"    layer: leadership\n"
	"    stages:\n"
	"      - name: Supports\n"
	"        behaviours: [Is there.]\n"
	"        examples: [Helped one intern along., Sat beside someone.]\n"
	"      - name: Coaches\n"
	"        behaviours: [Meets people *once* a month.]\n"
	"  oncall:\n"
	"    name: On call\n"
	"    layer: execution\n"
	"    stages: [{behaviours: [Answers.]}]\n"
	"scores:\n"
	"  total: {name: Points, of: [talking]}\n"
	"tracks:\n"
	"  ic:\n"
	"    levels:\n"
	"      - {id: one, title: Engineer, requires: {talking: 2}}\n"
	"      - {id: two, title: Senior, requires: {mentoring: 1}}\n"
	"      - id: three\n"
	"        title: Staff\n"
	"        requires: {oncall: 1}\n"
	"        scores: {total: 1}\n"
	"  em:\n"
	"    levels:\n"
	"      - {id: lead, title: Lead, rank: 2, requires: {mentoring: 2}}\n";

const char editions_new[] =
	"format: ladder/1\n"
	"id: acme\n"
	"name: Acme\n"
	"version: \"2\"\n"
	"competencies:\n"
	"  talking:\n"
	"    name: Talking\n"
	"    layer: leadership\n"
	"    stages:\n"
	"      - {name: Talks, behaviours: [Talks to people.]}\n"
	"      - {name: Persuades, behaviours: [Asks.]}\n"
	"  mentoring:\n"
	"    name: Mentoring\n"
	"    layer: leadership\n"
	"    stages:\n"
	"      - name: Supports\n"
	"        behaviours: [Is there.]\n"
	"        examples: [Helped two interns along., Sat beside someone.]\n"
	"      - name: Coaches\n"
	"        behaviours: [Meets people once a week.]\n"
	"scores:\n"
	"  total: {name: Points, of: [talking]}\n"
	"tracks:\n"
	"  ic:\n"
	"    levels:\n"
	"      - {id: one, title: Engineer, requires: {talking: 1}}\n"
	"      - {id: two, title: Senior, requires: {mentoring: 2}}\n"
	"      - id: three\n"
	"        title: Staff\n"
	"        scores: {total: 1.5}\n"
	"        gates: [A talk]\n"
	"      - {id: four, title: Principal}\n"
	"  em:\n"
	"    levels:\n"
	"      - {id: lead, title: Lead, rank: 2, requires: {mentoring: 2}}\n";

static struct ladder *usable(struct editions *e, const char *path)
{
	struct ladder *l = world_ladder_file(&e->world, path);

	expect_findings(&e->world, "");
	assert_non_null(l);
	assert_true(l->usable);
	return l;
}

void editions_open(struct editions *e, const char *old, const char *new)
{
	static const struct diff_options options = {0};
	struct arena *a = &e->world.arena;

	*e = (struct editions){0};
	world_init(&e->world);
	world_add(&e->world, "/w/old.yaml", old);
	world_add(&e->world, "/w/new.yaml", new);
	e->diff = diff_ladders(usable(e, "/w/old.yaml"),
			       usable(e, "/w/new.yaml"), &options, a);
	*vec_add(a, &e->views) = (struct diff_view){
		.diff = e->diff,
		.old_name = STR("/w/old.yaml"),
		.new_name = STR("/w/new.yaml"),
	};
}

void editions_close(struct editions *e)
{
	buf_release(&e->out);
	world_release(&e->world);
}

static const char *text(struct editions *e)
{
	buf_char(&e->out, '\0');
	return e->out.ptr;
}

const char *editions_text(struct editions *e, int width)
{
	const struct report_style style = {.width = width};

	buf_clear(&e->out);
	page_term(page_diff(&e->world.arena, &e->views), &style, &e->out);
	return text(e);
}

const char *editions_html(struct editions *e)
{
	buf_clear(&e->out);
	page_html(page_diff(&e->world.arena, &e->views), &e->out);
	return text(e);
}

const char *editions_markdown(struct editions *e, size_t limit)
{
	buf_clear(&e->out);
	diff_markdown(&e->world.arena, &e->views, limit, &e->out);
	return text(e);
}

const char *editions_json(struct editions *e)
{
	buf_clear(&e->out);
	json_diff(&e->views, &e->out);
	return text(e);
}

const char *editions_github(struct editions *e)
{
	buf_clear(&e->out);
	diff_github(&e->views, &e->out);
	return text(e);
}

const char *editions_junit(struct editions *e)
{
	buf_clear(&e->out);
	diff_junit(&e->views, &e->out);
	return text(e);
}

const char *editions_summary(struct editions *e)
{
	buf_clear(&e->out);
	diff_summary(&e->views, &e->out);
	return text(e);
}

void editions_hide(struct editions *e, enum change_code code)
{
	const struct diff *d = e->diff;
	bool *hidden = ARENA_ARRAY(&e->world.arena, d->changes.n, bool);
	struct diff_view *view = &e->views.at[0];

	view->n_hidden = 0;
	for (uint32_t i = 0; i < d->changes.n; i++) {
		hidden[i] = d->changes.at[i].code == code ||
			    (view->hidden && view->hidden[i]);
		view->n_hidden += hidden[i];
	}
	view->hidden = hidden;
}
