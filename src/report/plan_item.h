/* A plan as a list of things with a name, a time and notes: what calendars,
 * diagrams and lists of tasks are made from. */
#ifndef REPORT_PLAN_ITEM_H
#define REPORT_PLAN_ITEM_H

#include "report/pages.h"

enum note_kind {
	NOTE_SHOW,  /* a behaviour that is still to show */
	NOTE_SHOWN, /* one that was shown already */
	NOTE_PRACTISE,
	NOTE_EVIDENCE,
	NOTE_EXAMPLE,
	NOTE_RESOURCE,
	NOTE_GATE, /* of a milestone */
};

struct plan_note {
	enum note_kind kind;
	struct str text; /* several lines, perhaps; not safe yet */
};

/* A step, or the milestone that steps lead to. */
struct plan_item {
	const struct step *step;           /* NULL: a milestone */
	const struct milestone *milestone; /* it, or where the step leads;
					      NULL for a step beyond all */
	uint32_t number; /* from 1, of steps and of milestones on their own */
	struct str key;  /* "mentoring@2", "ic/staff": its name for good */
	struct str stage; /* "Mentoring 2"; of a milestone the role's title */
	struct str title; /* "Mentoring 2: Supports a colleague" */
	struct str effort; /* "about 16 h"; empty without */
	/* whole weeks from the start, `end` past the last one; where the
	 * ladder names no effort, turns: one for each step, after all that it
	 * waits for. The same for a milestone. */
	int64_t start, end;
	VEC(uint32_t) after; /* items it waits for, all of them before it */
	VEC(struct plan_note) notes;
};

typedef VEC(struct plan_item) plan_items;

/* The steps in their order, each milestone behind the last of its own. Titles
 * are of one line; all lives in `a`. */
plan_items plan_items_of(struct arena *a, const struct plan_view *v);

/* "Ada Lovelace: Senior Engineer → Staff Engineer", in one line. */
struct str plan_title(struct arena *a, const struct plan_view *v);

/* The role that an item leads to. */
const struct role *plan_item_role(const struct plan_view *v,
				  const struct plan_item *item);

/* A UUID (RFC 9562, version 8) that is the same in every plan for this item of
 * this ladder and person, whatever the time and the target. */
void plan_uuid(const struct plan_view *v, struct str key, char out[37]);

/* --- days ----------------------------------------------------------------- */

/* Whether weeks of this plan are days: it has both, a first day and weeks, and
 * ends within the years of four digits. */
bool plan_has_days(const struct plan_view *v);

/* The day on which a week begins. */
int32_t plan_day(const struct plan_view *v, int64_t week);

/* Writes YYYYMMDD. */
void plan_date(struct buf *out, int32_t day);

#endif
