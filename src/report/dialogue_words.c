#include "report/dialogue_words.h"

#include "report/flow.h"
#include "report/words.h"

void dialogue_say_progress(const struct dialogue *d, prose *to)
{
	bool any = false;

	for (int layer = LAYER_EXECUTION; layer <= N_LAYERS; layer++) {
		struct tally t = dialogue_tally(d, (enum layer)layer);

		if (!t.of)
			continue;
		prose_add(d->arena, to, MARK_DIM, "%s%s %u/%u",
			  any ? " · " : "", words_layer(layer), t.done, t.of);
		any = true;
	}
}

void dialogue_say_stage(const struct dialogue *d, const struct stage *s,
			prose *to)
{
	const struct rubric *r = stage_rubric(s, d->track);

	if (s->competency->cells && !r->name.len)
		prose_data(d->arena, to, MARK_STRONG, r->role->title);
	else
		prose_data(d->arena, to, MARK_STRONG,
			   stage_name(s, d->track, d->arena));
	if (r->summary.len) {
		prose_add(d->arena, to, MARK_PLAIN, ": ");
		prose_rich(d->arena, to, r->summary);
	}
}

void dialogue_say_behaviour(const struct dialogue *d, const struct behaviour *b,
			    prose *to)
{
	if (b->optional)
		prose_add(d->arena, to, MARK_DIM, "(optional) ");
	prose_rich(d->arena, to, b->text);
}

/* --- what is expected --------------------------------------------------- */

/* The stages that a role lets choose: ", lets you choose 3". */
static bool say_choices(const struct dialogue *d, const struct competency *c,
			const struct role *role, bool any, prose *to)
{
	for_each_in_force(r, role)
		for_each(choice, &r->choose)
			for_each(ref, &choice->of) {
				if (ref->competency != c || !ref->stage)
					continue;
				prose_add(d->arena, to, MARK_PLAIN,
					  "%s lets you choose %u",
					  any ? "," : "", ref->stage->number);
				any = true;
			}
	return any;
}

static void say_role(const struct dialogue *d, const struct competency *c,
		     const struct role *role, const struct asked *asks,
		     prose *to)
{
	const struct stage *stage = asks[c->index].stage;

	words_role(d->arena, to, MARK_PLAIN, d->ladder, role);
	if (stage)
		prose_add(d->arena, to, MARK_PLAIN, " asks %u", stage->number);
	if (!say_choices(d, c, role, stage, to))
		prose_add(d->arena, to, MARK_PLAIN, " asks nothing here");
}

void dialogue_say_expected(const struct dialogue *d, const struct competency *c,
			   prose *to)
{
	const struct role *role = d->as->role;

	if (role)
		say_role(d, c, role, d->now, to);
	if (role && d->target && d->target != role)
		prose_add(d->arena, to, MARK_PLAIN, "; ");
	if (d->target && d->target != role)
		say_role(d, c, d->target, d->then, to);
	if (!role && !d->target)
		prose_add(d->arena, to, MARK_PLAIN,
			  "Neither a role nor a target is known");
	prose_add(d->arena, to, MARK_PLAIN, ".");
}

/* --- what was answered -------------------------------------------------- */

static void say_rated(const struct dialogue *d, const struct competency *c,
		      const struct answered *x, prose *to)
{
	if (!x->have) {
		prose_add(d->arena, to, MARK_GOOD, "0 none yet");
		return;
	}
	prose_add(d->arena, to, MARK_GOOD, "%u ",
		  c->stages[x->have - 1].number);
	prose_data(d->arena, to, MARK_GOOD,
		   stage_name(&c->stages[x->have - 1], d->track, d->arena));
}

void dialogue_say_answer(const struct dialogue *d, const struct competency *c,
			 const struct answered *x, prose *to)
{
	struct arena *a = d->arena;

	if (x->na) {
		prose_add(a, to, MARK_GOOD, "does not apply: ");
		prose_data(a, to, MARK_PLAIN, x->reason);
	} else if (x->rated) {
		say_rated(d, c, x, to);
	}
	if (x->ticked)
		prose_add(a, to, MARK_PLAIN, "%s%u of %u shown of stage %u",
			  to->n ? "; " : "", x->ticked, x->next->behaviours.n,
			  x->next->stage->number);
	if (x->note.len)
		prose_add(a, to, MARK_PLAIN, "%swith a note",
			  to->n ? "; " : "");
	if (x->evidence)
		prose_add(a, to, MARK_PLAIN, "%s%u %s of evidence",
			  to->n ? "; " : "", x->evidence,
			  words_plural(x->evidence, "piece", "pieces"));
}

void dialogue_print(const prose *p, const struct report_style *style,
		    struct buf *out)
{
	struct flow f = {0};
	struct flow_line line;
	size_t at = 0;

	flow_add(&f, p, style);
	while (flow_next(&f, &at, SIZE_MAX / 2, &line)) {
		if (line.at)
			buf_char(out, ' ');
		flow_print(&f, line, style, out);
	}
	flow_release(&f);
}
