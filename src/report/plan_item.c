#include "report/plan_item.h"

#include "base/date.h"
#include "base/decimal.h"
#include "base/fnv.h"
#include "report/page_stand.h"
#include "report/page_step.h"
#include "report/words.h"

#include <stdio.h>

/* --- text without marks -------------------------------------------------- */

/* The no-break spaces of ours keep lines of pages together; here nobody knows
 * where lines will end, and people search. */
static void add_ours(struct buf *out, struct str text)
{
	const struct str hard = STR("\u00a0");

	while (text.len) {
		bool space = str_starts(text, hard);
		size_t len = space ? hard.len : 1;

		buf_add(out, space ? STR(" ") : str_head(text, len));
		text = str_from(text, len);
	}
}

static struct str plain(struct arena *a, const prose *p)
{
	struct buf out = {0};
	struct str text;

	for_each(run, p) {
		if (run->ours)
			add_ours(&out, run->text);
		else
			buf_add(&out, run->text);
		if (run->url.len && !str_eq(run->url, run->text)) {
			buf_z(&out, " (");
			buf_add(&out, run->url);
			buf_char(&out, ')');
		}
	}
	text = arena_str(a, buf_str(&out));
	buf_release(&out);
	return text;
}

/* A name may have been written over several lines. */
static struct str one_line(struct arena *a, const prose *p)
{
	struct str text = plain(a, p);
	char *at = (char *)text.ptr;

	for (size_t i = 0; i < text.len; i++)
		if (at[i] == '\n' || at[i] == '\t')
			at[i] = ' ';
	return text;
}

static struct str rich(struct arena *a, struct str text)
{
	prose p = {0};

	prose_rich(a, &p, text);
	return plain(a, &p);
}

struct str plan_title(struct arena *a, const struct plan_view *v)
{
	prose p = {0};

	stand_name(a, &p, v);
	return one_line(a, &p);
}

/* --- notes --------------------------------------------------------------- */

static void add_note(struct arena *a, struct plan_item *item,
		     enum note_kind kind, struct str text)
{
	struct plan_note *note = vec_add(a, &item->notes);

	note->kind = kind;
	note->text = text;
}

static void add_texts(struct arena *a, struct plan_item *item,
		      enum note_kind kind, const struct texts *texts)
{
	for (uint32_t i = 0; i < texts->n; i++)
		add_note(a, item, kind, rich(a, texts->at[i]));
}

static void add_behaviours(struct arena *a, struct plan_item *item,
			   const struct rubric *r, const bool *met)
{
	if (words_say_it_all(r))
		return;
	for (uint32_t i = 0; i < r->behaviours.n; i++) {
		const struct behaviour *b = &r->behaviours.at[i];
		struct str text = rich(a, b->text);

		if (b->optional)
			text = arena_printf(a, "(optional) %.*s",
					    STR_ARG(text));
		add_note(a, item, met && met[i] ? NOTE_SHOWN : NOTE_SHOW,
			 text);
	}
}

static void add_resources(struct arena *a, struct plan_item *item,
			  const struct rubric *r)
{
	for_each(resource, &r->resources) {
		prose p = {0};

		words_resource(a, &p, resource);
		add_note(a, item, NOTE_RESOURCE, plain(a, &p));
	}
}

static void add_notes(struct arena *a, const struct plan_view *v,
		      struct plan_item *item)
{
	const struct rubric *r = step_rubric(v, item->step);

	add_behaviours(a, item, r, step_met(v, item->step));
	add_texts(a, item, NOTE_PRACTISE, &r->practise);
	add_texts(a, item, NOTE_EVIDENCE, &r->evidence);
	if (!r->evidence.n)
		add_texts(a, item, NOTE_EXAMPLE, &r->examples);
	add_resources(a, item, r);
}

/* --- steps and milestones ------------------------------------------------ */

struct listing {
	struct arena *a;
	const struct plan_view *v;
	plan_items items;
	uint32_t *at; /* by step: its item */
};

static void name_step(struct listing *l, struct plan_item *item)
{
	const struct stage *stage = item->step->stage;
	prose name = {0};

	item->key = stage_key(stage, l->a);
	words_stage(l->a, &name, MARK_PLAIN, stage);
	item->stage = one_line(l->a, &name);
	words_stage_name(l->a, &name, MARK_PLAIN,
			 step_rubric(l->v, item->step));
	item->title = one_line(l->a, &name);
}

static void time_step(struct listing *l, struct plan_item *item)
{
	prose effort = {0};

	if (l->v->ladder->timed) {
		item->start = item->step->start / 1000;
		item->end = week_up(item->step->end);
		words_effort(l->a, &effort, MARK_PLAIN, item->step->effort);
		item->effort = one_line(l->a, &effort);
		return;
	}
	for_each(before, &item->after)
		if (l->items.at[*before].end > item->start)
			item->start = l->items.at[*before].end;
	item->end = item->start + 1;
}

static void add_step(struct listing *l, uint32_t i,
		     const struct milestone *milestone)
{
	struct plan_item *item = vec_add(l->a, &l->items);

	l->at[i] = l->items.n - 1;
	item->step = &l->v->plan->steps.at[i];
	item->milestone = milestone;
	item->number = i + 1;
	for_each(before, &item->step->after)
		*vec_add(l->a, &item->after) = l->at[*before];
	name_step(l, item);
	time_step(l, item);
	add_notes(l->a, l->v, item);
}

/* A milestone waits for its own steps and for the milestone before. */
static void add_milestone(struct listing *l, uint32_t m, uint32_t first)
{
	struct plan_item *item = vec_add(l->a, &l->items);
	const struct milestone *milestone = &l->v->plan->milestones.at[m];
	prose name = {0};

	item->milestone = milestone;
	item->number = m + 1;
	item->key = milestone->role->path;
	words_role(l->a, &name, MARK_PLAIN, l->v->ladder, milestone->role);
	item->stage = item->title = one_line(l->a, &name);
	for (uint32_t i = first; i + 1 < l->items.n; i++) {
		*vec_add(l->a, &item->after) = i;
		if (l->items.at[i].end > item->end)
			item->end = l->items.at[i].end;
	}
	if (l->v->ladder->timed)
		item->end = week_up(milestone->week);
	item->start = item->end;
	add_texts(l->a, item, NOTE_GATE, &milestone->role->gates);
}

plan_items plan_items_of(struct arena *a, const struct plan_view *v)
{
	const struct plan *plan = v->plan;
	struct listing l = {
		.a = a,
		.v = v,
		.at = ARENA_ARRAY(a, plan->steps.n + 1, uint32_t),
	};
	uint32_t i = 0, first = 0;

	for (uint32_t m = 0; m < plan->milestones.n; m++) {
		const struct milestone *milestone = &plan->milestones.at[m];

		while (i < milestone->first_step + milestone->n_steps)
			add_step(&l, i++, milestone);
		add_milestone(&l, m, first);
		first = l.items.n - 1;
	}
	while (i < plan->steps.n)
		add_step(&l, i++, NULL);
	return l.items;
}

const struct role *plan_item_role(const struct plan_view *v,
				  const struct plan_item *item)
{
	return item->milestone ? item->milestone->role : v->query->target;
}

/* --- a name for good ----------------------------------------------------- */

void plan_uuid(const struct plan_view *v, struct str key, char out[37])
{
	const struct str parts[] = {
		v->ladder->head.id,
		v->assessment ? v->assessment->person : (struct str){0},
		key,
	};
	uint64_t half[2], hash = FNV_START;

	/* the second half goes over all of it again, from where the first
	 * one came to */
	for (int h = 0; h < 2; h++) {
		for (int i = 0; i < 3; i++)
			hash = fnv_add(hash, parts[i]);
		half[h] = hash;
	}
	snprintf(out, 37, "%08x-%04x-8%03x-%04x-%012llx",
		 (unsigned)(half[0] >> 32), (unsigned)(half[0] >> 16) & 0xffff,
		 (unsigned)half[0] & 0xfff,
		 ((unsigned)(half[1] >> 48) & 0x3fff) | 0x8000,
		 (unsigned long long)half[1] & 0xffffffffffffu);
}

/* --- days ---------------------------------------------------------------- */

bool plan_has_days(const struct plan_view *v)
{
	int64_t days = 7 * (week_up(v->plan->finish) + 1);

	return v->dated && v->ladder->timed && days <= DATE_LAST &&
	       v->start_day + days <= DATE_LAST;
}

int32_t plan_day(const struct plan_view *v, int64_t week)
{
	return v->start_day + 7 * (int32_t)week;
}

void plan_date(struct buf *out, int32_t day)
{
	char text[11];

	date_write(day, text);
	buf_printf(out, "%.4s%.2s%.2s", text, text + 5, text + 8);
}
