/* A ladder as canonical text: all that it means, nothing of how it was
 * written. */
#include "support/world.h"

#include <inttypes.h>

struct dump {
	struct buf out;
	const struct ladder *l;
	int depth;
};

static void line(struct dump *d, const char *key)
{
	buf_fill(&d->out, ' ', (size_t)d->depth * 2);
	buf_z(&d->out, key);
	buf_char(&d->out, ':');
}

static void text(struct dump *d, const char *key, struct str s)
{
	if (!s.ptr)
		return;
	line(d, key);
	buf_printf(&d->out, " %zu ", s.len);
	buf_add(&d->out, s);
	buf_char(&d->out, '\n');
}

static void number(struct dump *d, const char *key, int64_t n)
{
	line(d, key);
	buf_printf(&d->out, " %" PRId64 "\n", n);
}

static void texts(struct dump *d, const char *key, const struct texts *list)
{
	for_each(s, list)
		text(d, key, *s);
}

static void open(struct dump *d, const char *key, struct str id)
{
	line(d, key);
	buf_char(&d->out, ' ');
	buf_add(&d->out, id);
	buf_char(&d->out, '\n');
	d->depth++;
}

static void close(struct dump *d)
{
	d->depth--;
}

static void effort(struct dump *d, const char *key, const struct effort *e)
{
	line(d, key);
	buf_printf(&d->out, " %" PRId64 "-%" PRId64 " %s\n", e->min, e->max,
		   e->node ? "given" : "");
}

static struct str ref_text(struct dump *d, const struct stage_ref *ref)
{
	return arena_printf(d->l->arena, "%.*s@%u", STR_ARG(ref->head.id),
			    ref->stage ? ref->stage->number : 0);
}

/* A mapping has no order: the file's is that of the competencies. */
static void refs(struct dump *d, const char *key, const stage_refs *list)
{
	for_each(c, &d->l->competencies)
		for_each(ref, list)
			if (ref->competency == c)
				text(d, key, ref_text(d, ref));
	for_each(ref, list)
		if (!ref->competency)
			text(d, key, ref_text(d, ref));
}

static void dump_rubric(struct dump *d, const struct rubric *r)
{
	open(d, "rubric", r->role ? r->role->path : r->head.id);
	text(d, "name", r->name);
	text(d, "summary", r->summary);
	for_each(b, &r->behaviours) {
		open(d, "behaviour", b->head.id);
		text(d, "text", b->text);
		texts(d, "example", &b->examples);
		number(d, "optional", b->optional);
		close(d);
	}
	texts(d, "example", &r->examples);
	texts(d, "practise", &r->practise);
	texts(d, "evidence", &r->evidence);
	for_each(res, &r->resources) {
		open(d, "resource", res->title);
		text(d, "url", res->url);
		number(d, "type", res->type);
		number(d, "hours", res->hours);
		close(d);
	}
	texts(d, "renamed-from", &r->renamed_from);
	number(d, "counted", r->counted);
	close(d);
}

static void dump_stage(struct dump *d, const struct stage *s)
{
	open(d, "stage", (struct str){0});
	number(d, "number", s->number);
	number(d, "ordinal", s->ordinal);
	for (uint32_t i = 0; i < s->n_rubrics; i++)
		dump_rubric(d, s->rubrics[i]);
	refs(d, "needs", &s->needs);
	effort(d, "effort", &s->effort);
	number(d, "assumed", s->effort_assumed);
	number(d, "elapsed", s->elapsed);
	number(d, "points", s->points);
	close(d);
}

static void dump_competency(struct dump *d, const struct competency *c)
{
	open(d, "competency", c->head.id);
	text(d, "name", c->name);
	text(d, "summary", c->summary);
	text(d, "category",
	     c->category ? c->category->head.id : (struct str){0});
	number(d, "layer", c->layer);
	number(d, "threshold", c->threshold);
	number(d, "cells", c->cells);
	texts(d, "renamed-from", &c->renamed_from);
	for (uint32_t i = 0; i < c->n_stages; i++)
		dump_stage(d, &c->stages[i]);
	close(d);
}

static void dump_reading(struct dump *d, const struct track *t,
			 const struct score *s)
{
	const struct reading *r = track_reading(t, s);

	open(d, "reading", s->head.id);
	number(d, "combine", r->combine);
	for_each(c, &d->l->competencies) {
		number(d, "member", r->member[c->index]);
		number(d, "weight", r->weights[c->index]);
		for (uint32_t i = 0; i < c->n_stages; i++)
			number(d, "points", reading_points(r, &c->stages[i]));
	}
	close(d);
}

static void dump_figures(struct dump *d, const char *key,
			 const struct span_of_figures *f)
{
	open(d, key, f->currency);
	number(d, "min", f->min);
	number(d, "max", f->max);
	close(d);
}

static void dump_rules(struct dump *d, const struct role *r)
{
	refs(d, "requires", &r->requires);
	refs(d, "optional", &r->optional);
	for_each(choice, &r->choose) {
		open(d, "choose", choice->summary);
		number(d, "at-least", choice->at_least);
		refs(d, "of", &choice->of);
		close(d);
	}
	for_each(s, &d->l->scores)
		for_each(goal, &r->scores)
			if (goal->score == s) {
				open(d, "score", s->head.id);
				number(d, "figure", goal->figure);
				close(d);
			}
	texts(d, "gate", &r->gates);
}

static void dump_effective(struct dump *d, const struct role *r)
{
	struct asked *asks = role_asks(d->l, r, d->l->arena);
	const struct score_goal **goals = role_score_goals(d->l, r,
							   d->l->arena);

	for_each(c, &d->l->competencies)
		if (asks[c->index].stage) {
			open(d, "asks", asks[c->index].role->path);
			text(d, "of", c->head.id);
			number(d, "stage", asks[c->index].stage->number);
			close(d);
		}
	for_each(s, &d->l->scores)
		if (goals[s->index])
			number(d, "goal", goals[s->index]->figure);
}

static void dump_role(struct dump *d, const struct role *r)
{
	edges ways = role_edges(d->l, r, d->l->arena);

	open(d, "role", r->path);
	text(d, "title", r->title);
	text(d, "code", r->code);
	text(d, "summary", r->summary);
	texts(d, "titles", &r->titles);
	number(d, "rank", r->rank);
	for_each(pair, &r->attributes) {
		open(d, "attribute", pair->head.id);
		text(d, "text", pair->text);
		close(d);
	}
	dump_figures(d, "experience", &r->experience);
	dump_figures(d, "salary", &r->salary);
	number(d, "min-time", r->min_time);
	number(d, "terminal", r->terminal);
	number(d, "cumulative", r->cumulative);
	texts(d, "renamed-from", &r->renamed_from);
	dump_rules(d, r);
	dump_effective(d, r);
	for_each(e, &ways) {
		open(d, "way", e->to->path);
		number(d, "kind", e->kind);
		text(d, "move", e->move ? e->move->summary : (struct str){0});
		close(d);
	}
	close(d);
}

static void dump_track(struct dump *d, const struct track *t)
{
	open(d, "track", t->head.id);
	text(d, "name", t->name);
	text(d, "summary", t->summary);
	number(d, "kind", t->kind);
	texts(d, "renamed-from", &t->renamed_from);
	for_each(r, &t->levels)
		dump_role(d, r);
	for_each(s, &d->l->scores)
		dump_reading(d, t, s);
	close(d);
}

static void dump_head(struct dump *d)
{
	const struct ladder *l = d->l;

	text(d, "id", l->head.id);
	text(d, "name", l->name);
	text(d, "version", l->version);
	text(d, "language", l->language);
	text(d, "summary", l->summary);
	number(d, "cumulative", l->cumulative);
	number(d, "lateral", l->lateral);
	number(d, "threshold", l->threshold);
	number(d, "timed", l->timed);
	number(d, "usable", l->usable);
	for (uint32_t i = 0; i < l->efforts.n; i++)
		effort(d, "effort", &l->efforts.at[i]);
}

struct str ladder_dump(const struct ladder *l, struct arena *a)
{
	struct dump d = {.l = l};
	struct str copy;

	dump_head(&d);
	for_each(c, &l->categories) {
		open(&d, "category", c->head.id);
		text(&d, "name", c->name);
		text(&d, "summary", c->summary);
		number(&d, "layer", c->layer);
		close(&d);
	}
	for_each(c, &l->competencies)
		dump_competency(&d, c);
	for_each(s, &l->scores) {
		open(&d, "score", s->head.id);
		text(&d, "name", s->name);
		text(&d, "summary", s->summary);
		close(&d);
	}
	for_each(t, &l->tracks)
		dump_track(&d, t);
	for_each(r, &l->retired) {
		open(&d, "retired", r->head.id);
		text(&d, "replaced-by", r->replaced_by);
		number(&d, "since", r->since);
		close(&d);
	}
	copy = arena_str(a, buf_str(&d.out));
	buf_release(&d.out);
	return copy;
}
