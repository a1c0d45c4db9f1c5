#include "report/csv.h"
#include "report/tables.h"

static void add_competency(struct csv *c, const struct competency *about)
{
	csv_text(c, about->head.id);
	csv_text(c, about->name);
	csv_layer(c, about);
}

/* --- the ladder ----------------------------------------------------------- */

static void add_asked(struct csv *c, const struct asked *asked)
{
	if (asked->stage)
		csv_number(c, asked->stage->number);
	else
		csv_empty(c);
}

void csv_show_ladder(const struct ladder *l, struct buf *out)
{
	static const char *const titles[] = {"competency", "name", "layer",
					     NULL};
	struct arena a = {0};
	struct asked **asked = ARENA_ARRAY(&a, l->n_roles + 1, struct asked *);
	struct csv c = csv_begin(out);

	csv_words(&c, titles);
	for (uint32_t i = 0; i < l->n_roles; i++) {
		asked[i] = role_asks(l, l->roles[i], &a);
		csv_text(&c, l->roles[i]->path);
	}
	csv_end(&c);
	for_each(about, &l->competencies) {
		add_competency(&c, about);
		for (uint32_t i = 0; i < l->n_roles; i++)
			add_asked(&c, &asked[i][about->index]);
		csv_end(&c);
	}
	arena_release(&a);
}

/* --- what a stage asks ---------------------------------------------------- */

static void add_stage(struct csv *c, const struct stage *s,
		      const struct rubric *r, struct str text)
{
	add_competency(c, s->competency);
	csv_number(c, s->number);
	csv_text(c, rubric_name(r));
	csv_text(c, text);
	csv_end(c);
}

/* A line for each behaviour; one without where it has none. */
static void add_rubric(struct csv *c, const struct stage *s,
		       const struct rubric *r)
{
	if (!r->behaviours.n)
		add_stage(c, s, r, r->summary);
	for_each(behaviour, &r->behaviours)
		add_stage(c, s, r, behaviour->text);
}

static struct csv begin_stages(struct buf *out)
{
	static const char *const titles[] = {"competency", "name",  "layer",
					     "stage",	   "title", "behaviour",
					     NULL};
	struct csv c = csv_begin(out);

	csv_words(&c, titles);
	csv_end(&c);
	return c;
}

void csv_show_role(const struct ladder *l, const struct role *role,
		   struct buf *out)
{
	struct arena a = {0};
	const struct asked *asked = role_asks(l, role, &a);
	struct csv c = begin_stages(out);

	for_each(about, &l->competencies) {
		const struct stage *s = asked[about->index].stage;

		if (s)
			add_rubric(&c, s, stage_rubric(s, role->track));
	}
	arena_release(&a);
}

void csv_show_competency(const struct competency *about, struct buf *out)
{
	struct csv c = begin_stages(out);

	for (uint32_t i = 0; i < about->n_stages; i++) {
		const struct stage *s = &about->stages[i];

		for (uint32_t k = 0; k < s->n_rubrics; k++)
			add_rubric(&c, s, s->rubrics[k]);
	}
}
