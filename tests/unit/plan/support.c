#include "unit/plan/support.h"

#include <stdio.h>

static const char *no_path(struct host *h, struct arena *a, const char *path)
{
	(void)h;
	(void)a;
	(void)path;
	return NULL;
}

static enum host_status no_stat(struct host *h, const char *path)
{
	(void)h;
	(void)path;
	return HOST_MISSING;
}

static void expect_usable(const struct world *w, bool usable)
{
	for_each(f, &w->diag.findings)
		if (!usable)
			fprintf(stderr, "%s: %.*s\n", code_table[f->code].id,
				STR_ARG(f->message));
	assert_true(usable);
}

static void load(struct world *w, const char *ladder, const char *person)
{
	struct host host = {.real_path = no_path, .stat = no_stat};
	struct loader ld = {.arena = &w->arena, .host = &host,
			    .limits = limits_default, .diag = &w->diag};
	struct loaded file;
	struct str text;

	text = arena_printf(&w->arena, "format: ladder/1\nid: l\nname: L\n%s",
			    ladder);
	file = load_text(&ld, STR("ladder"), text);
	w->ladder = load_ladder(&ld, &file);
	expect_usable(w, w->ladder && w->ladder->usable);
	if (!person)
		return;
	text = arena_printf(&w->arena,
			    "format: assessment/1\nladder: l\nperson: P\n%s",
			    person);
	file = load_text(&ld, STR("person"), text);
	w->person = load_assessment(&ld, &file, w->ladder);
	expect_usable(w, w->person && w->person->usable);
}

void world_init(struct world *w, const char *ladder, const char *person,
		const char *target)
{
	memset(w, 0, sizeof *w);
	w->diag.arena = &w->arena;
	load(w, ladder, person);
	w->query = (struct plan_query){
		.ladder = w->ladder,
		.target = world_role(w, target),
		.from = w->person ? w->person->role : NULL,
		.stands = w->person ? assessment_stands(w->ladder, w->person,
							&w->arena)
				    : empty_stands(w->ladder, &w->arena),
		.hours_per_week = 4000,
		.focus = 2,
		.in_role = -1,
	};
}

void world_release(struct world *w)
{
	doc_release(&w->ladder->doc);
	if (w->person)
		doc_release(&w->person->doc);
	arena_release(&w->arena);
}

struct role *world_role(const struct world *w, const char *path)
{
	struct role *r = ladder_role(w->ladder, str_of(path));

	assert_non_null(r);
	return r;
}

const char *steps_text(struct world *w, const struct plan *p)
{
	struct str text = {0};

	for_each(s, &p->steps)
		text = arena_printf(&w->arena, "%.*s%s%.*s@%u", STR_ARG(text),
				    text.len ? " " : "",
				    STR_ARG(s->stage->competency->head.id),
				    s->stage->number);
	return text.len ? text.ptr : "";
}

const char *route_text(struct world *w, const struct plan *p)
{
	struct str text = {0};

	for_each(r, &p->route)
		text = arena_printf(&w->arena, "%.*s%s%.*s", STR_ARG(text),
				    text.len ? " " : "", STR_ARG((*r)->path));
	return text.len ? text.ptr : "";
}

const struct step *step_find(const struct plan *p, const char *competency,
			     uint32_t number)
{
	for_each(s, &p->steps)
		if (str_is(s->stage->competency->head.id, competency) &&
		    s->stage->number == number)
			return s;
	fail_msg("no step %s@%u", competency, number);
	return NULL;
}
