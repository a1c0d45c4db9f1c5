#include "report/dialogue_plain.h"

#include "report/dialogue_words.h"
#include "report/words.h"
#include "text/safe.h"

static void line(const prose *p, const struct report_style *style,
		 struct buf *out)
{
	dialogue_print(p, style, out);
	buf_char(out, '\n');
}

static void write_head(struct dialogue *d, const struct competency *c,
		       const struct report_style *style, struct buf *out)
{
	prose p = {0};

	prose_add(d->arena, &p, MARK_PLAIN,
		  "Question %u of %u, %s: ", d->at + 1, d->questions.n,
		  layer_name((enum layer)c->layer));
	prose_data(d->arena, &p, MARK_STRONG, c->name);
	prose_add(d->arena, &p, MARK_PLAIN, ".");
	if (c->summary.len) {
		prose_add(d->arena, &p, MARK_PLAIN, " ");
		prose_rich(d->arena, &p, c->summary);
	}
	line(&p, style, out);
}

static void write_stage(struct dialogue *d, const struct stage *s,
			const struct report_style *style, struct buf *out)
{
	const struct rubric *r = stage_rubric(s, d->track);
	uint32_t n = 0;
	prose p = {0};

	prose_add(d->arena, &p, MARK_PLAIN, "%u: ", s->number);
	dialogue_say_stage(d, s, &p);
	if (!r->summary.len)
		prose_add(d->arena, &p, MARK_PLAIN, ".");
	for_each(b, &r->behaviours) {
		prose_add(d->arena, &p, MARK_PLAIN, " (%u) ", ++n);
		dialogue_say_behaviour(d, b, &p);
	}
	line(&p, style, out);
}

void plain_answer(struct dialogue *d, const struct report_style *style,
		  struct buf *out)
{
	const struct question *q = dialogue_question(d);
	struct answered x = dialogue_answered(d, q->competency);
	prose p = {0}, answer = {0};

	dialogue_say_answer(d, q->competency, &x, &answer);
	if (!answer.n)
		return;
	prose_add(d->arena, &p, MARK_PLAIN, "Your answer: ");
	for_each(run, &answer)
		*vec_add(d->arena, &p) = *run;
	line(&p, style, out);
}

void plain_expected(struct dialogue *d, const struct report_style *style,
		    struct buf *out)
{
	prose p = {0};

	dialogue_say_expected(d, dialogue_question(d)->competency, &p);
	line(&p, style, out);
}

void plain_question(struct dialogue *d, bool expected,
		    const struct report_style *style, struct buf *out)
{
	const struct competency *c = dialogue_question(d)->competency;

	buf_char(out, '\n');
	write_head(d, c, style, out);
	buf_z(out, "0: none of these yet.\n");
	for (uint32_t i = 0; i < c->n_stages; i++)
		write_stage(d, &c->stages[i], style, out);
	plain_answer(d, style, out);
	if (expected)
		plain_expected(d, style, out);
}

void plain_help(struct buf *out)
{
	for (const struct answer_form *f = answer_forms; f->form; f++)
		buf_printf(out, "%s: %s.\n", f->form, f->what);
	buf_z(out, "An empty line goes on to the next question.\n");
}

/* --- the end ------------------------------------------------------------ */

static uint32_t count_na(const struct dialogue *d)
{
	uint32_t n = 0;

	for_each(rating, &d->as->ratings)
		n += rating->competency && rating->na_node;
	return n;
}

/* Of the whole ladder, whatever was asked about in this run. */
static void write_count(struct dialogue *d, const struct report_style *style,
			struct buf *out)
{
	uint32_t done = 0, of = 0, na = count_na(d);
	prose p = {0};

	for_each(c, &d->ladder->competencies) {
		of += c->n_stages > 0;
		done += c->n_stages && dialogue_is_done(d, c);
	}
	prose_add(d->arena, &p, MARK_STRONG, "%u of %u competencies answered",
		  done, of);
	if (na)
		prose_add(d->arena, &p, MARK_PLAIN, ", %u of them %s not apply",
			  na, words_plural(na, "does", "do"));
	prose_add(d->arena, &p, MARK_PLAIN, ".");
	line(&p, style, out);
}

enum { MOST_LEFT = 6 }; /* that are named */

/* At the end also what an earlier run left out. */
static void write_left(struct dialogue *d, const struct report_style *style,
		       struct buf *out)
{
	prose p = {0};
	uint32_t n = 0;

	for_each(q, &d->questions) {
		if (dialogue_is_done(d, q->competency) ||
		    (!q->skipped && dialogue_question(d)))
			continue;
		if (n++ >= MOST_LEFT)
			continue;
		prose_add(d->arena, &p, MARK_PLAIN, "%s",
			  n > 1 ? ", " : "Left out: ");
		prose_data(d->arena, &p, MARK_PLAIN, q->competency->name);
	}
	if (!n)
		return;
	if (n > MOST_LEFT)
		prose_add(d->arena, &p, MARK_PLAIN, " and %u more",
			  n - MOST_LEFT);
	prose_add(d->arena, &p, MARK_PLAIN,
		  " ('ladder assess --only unrated' asks again).");
	line(&p, style, out);
}

void plain_summary(struct dialogue *d, struct str file, struct str next,
		   const struct report_style *style, struct buf *out)
{
	struct question *q = dialogue_question(d);
	prose p = {0};

	write_count(d, style, out);
	write_left(d, style, out);
	buf_z(out, d->saved ? "Saved in " : "Nothing new was answered for ");
	safe_line(out, file);
	buf_z(out, ".\n");
	if (q) {
		prose_add(d->arena, &p, MARK_PLAIN,
			  "'ladder assess' goes on with ");
		prose_data(d->arena, &p, MARK_PLAIN, q->competency->name);
		prose_add(d->arena, &p, MARK_PLAIN, ".");
		line(&p, style, out);
	}
	buf_z(out, "Next: ");
	safe_line(out, next);
	buf_char(out, '\n');
}
