#include "report/impact.h"

#include "report/words.h"

enum { STEP = 1000, EIGHTH_HOUR = 125 }; /* in thousandths */

/* What is being told, and to whom. */
struct telling {
	struct page *p;
	const struct impact *i;
	bool names;
};

/* Whether what these people have may be summed up. */
static bool may_sum(const struct telling *t, uint32_t people)
{
	return t->names || people >= FEW_PEOPLE;
}

static const char *people(uint32_t n)
{
	return words_plural(n, "person", "people");
}

/* --- the verdict ---------------------------------------------------------- */

/* In thousandths, not below 0, rounded to tenths. */
static int64_t mean_steps(const struct trend *trend)
{
	int64_t steps = trend->steps < 0 ? -trend->steps : trend->steps;

	return (steps * 10 + trend->people / 2) / trend->people * 100;
}

/* Quarter hours; from four hours on whole ones. */
static struct effort mean_effort(const struct trend *trend)
{
	int64_t eighths = trend->cost < 0 ? -trend->cost : trend->cost;
	int64_t quarters = (eighths / 2 + trend->people / 2) / trend->people;

	if (quarters >= 16)
		quarters = (quarters + 2) / 4 * 4;
	return (struct effort){NULL, quarters, quarters};
}

/* " (on average 3 steps, about 40 h)" */
static void add_means(const struct telling *t, prose *to,
		      const struct trend *trend)
{
	struct arena *a = t->p->arena;
	bool shrank = t->i->timed ? trend->cost < 0 : trend->steps < 0;
	int64_t steps = mean_steps(trend);
	bool opposed = (trend->steps < 0) != shrank;

	if (!may_sum(t, trend->people) || (!t->i->timed && !steps))
		return;
	prose_add(a, to, MARK_PLAIN, " (%s",
		  trend->people > 1 ? "on average " : "");
	if (steps && !opposed) {
		words_figure(a, to, MARK_PLAIN, steps);
		prose_add(a, to, MARK_PLAIN, " %s%s",
			  steps == STEP ? "step" : "steps",
			  t->i->timed ? ", " : "");
	}
	if (t->i->timed)
		words_effort(a, to, MARK_PLAIN, mean_effort(trend));
	prose_add(a, to, MARK_PLAIN, ")");
}

static void add_trend(const struct telling *t, prose *to,
		      const struct trend *trend, const char *how)
{
	if (!trend->people)
		return;
	prose_add(t->p->arena, to, MARK_PLAIN, "; %u %s %s %s target",
		  trend->people, words_plural(trend->people, "is", "are"), how,
		  words_plural(trend->people, "the", "their"));
	add_means(t, to, trend);
}

static void add_fallen(const struct telling *t, prose *to)
{
	const struct impact *i = t->i;
	struct arena *a = t->p->arena;

	if (i->n == 1)
		prose_add(a, to, i->fall_below ? MARK_BAD : MARK_GOOD,
			  "1 person, who %s below the role held",
			  i->fall_below ? "falls" : "does not fall");
	else if (i->fall_below)
		prose_add(a, to, MARK_BAD, "%u of %u people %s below the role %s",
			  i->fall_below, i->n,
			  words_plural(i->fall_below, "falls", "fall"),
			  words_plural(i->fall_below, "held", "they hold"));
	else
		prose_add(a, to, MARK_GOOD,
			  "None of %u people falls below the role held", i->n);
}

static void add_verdict(const struct telling *t, struct block *section)
{
	prose *to = page_paragraph(t->p, section);

	add_fallen(t, to);
	add_trend(t, to, &t->i->farther, "farther from");
	add_trend(t, to, &t->i->nearer, "nearer to");
	prose_add(t->p->arena, to, MARK_PLAIN, ".");
}

/* --- what else there is to count ------------------------------------------ */

/* The list is there as soon as there is an item. */
static prose *add_item(const struct telling *t, struct block *section)
{
	struct block *list = section->last;

	if (!list || list->kind != BLOCK_LIST)
		list = page_add(t->p, section, BLOCK_LIST);
	return page_item(t->p, list, MARKER_BULLET);
}

static void add_tally(const struct telling *t, struct block *section,
		      const struct tally *tally, const char *how)
{
	struct arena *a = t->p->arena;
	prose *to;

	if (!tally->people)
		return;
	to = add_item(t, section);
	if (may_sum(t, tally->people))
		prose_add(a, to, MARK_PLAIN, "%u %s", tally->rules,
			  words_plural(tally->rules, "requirement",
				       "requirements"));
	else
		prose_add(a, to, MARK_PLAIN, "requirements");
	prose_add(a, to, MARK_PLAIN, " newly %s, of %u %s", how,
		  tally->people, people(tally->people));
}

/* "1 person is …": nothing where it is nobody. */
static void add_count(const struct telling *t, struct block *section,
		      uint32_t n, const char *one, const char *many)
{
	if (n)
		prose_add(t->p->arena, add_item(t, section), MARK_PLAIN,
			  "%u %s", n, words_plural(n, one, many));
}

static void add_broken(const struct telling *t, struct block *section)
{
	uint32_t n = t->i->broken;
	struct arena *a = t->p->arena;
	prose *to;

	if (!n)
		return;
	to = add_item(t, section);
	prose_add(a, to, MARK_PLAIN, "%u %s something that is gone: ", n,
		  words_plural(n, "assessment names", "assessments name"));
	prose_add(a, to, MARK_CODE, "ladder migrate");
	prose_add(a, to, MARK_PLAIN, " carries %s over",
		  words_plural(n, "it", "them"));
}

static void add_counts(const struct telling *t, struct block *section)
{
	const struct impact *i = t->i;

	add_tally(t, section, &i->unmet, "unmet");
	add_tally(t, section, &i->met, "met");
	add_count(t, section, i->rise,
		  "person meets the role held, and did not before",
		  "people meet the role they hold, and did not before");
	add_count(t, section, i->displaced, "person holds a role that is gone",
		  "people hold a role that is gone");
	add_count(t, section, i->stranded,
		  "person has no way to the target any more",
		  "people have no way to their target any more");
	add_count(t, section, i->opened,
		  "person has a way to the target that was closed before",
		  "people have a way to their target that was closed before");
	add_broken(t, section);
}

/* --- by name -------------------------------------------------------------- */

static void add_role(const struct telling *t, prose *cell,
		     const struct person_impact *who)
{
	const struct diff *d = t->i->diff;
	struct arena *a = t->p->arena;

	if (who->role[AFTER])
		words_role(a, cell, MARK_PLAIN, d->new, who->role[AFTER]);
	else if (who->role[BEFORE])
		words_role(a, cell, MARK_PLAIN, d->old, who->role[BEFORE]);
}

static void add_holds(const struct telling *t, prose *cell,
		      const struct person_impact *who)
{
	static const char *const words[] = {"no", "yes"};
	struct arena *a = t->p->arena;
	bool before = who->holds[BEFORE], after = who->holds[AFTER];

	if (!who->role[BEFORE] && !who->role[AFTER])
		return;
	if (before != after || !who->role[AFTER])
		prose_add(a, cell, MARK_PLAIN, "%s → ", words[before]);
	if (!who->role[AFTER])
		prose_add(a, cell, MARK_WARN, "gone");
	else
		prose_add(a, cell, before && !after ? MARK_BAD : MARK_PLAIN,
			  "%s", words[after]);
}

static void add_rules(const struct telling *t, prose *cell, uint32_t n)
{
	if (n)
		prose_add(t->p->arena, cell, MARK_PLAIN, "%u", n);
}

/* One side of a plan's measure, in thousandths. */
static void add_measure(const struct telling *t, prose *cell, bool planned,
			int64_t figure)
{
	if (planned)
		words_figure(t->p->arena, cell, MARK_PLAIN, figure);
	else
		prose_add(t->p->arena, cell, MARK_WARN, "no way");
}

/* Nobody knows hours of an estimate by their fractions. */
static int64_t whole(int64_t figure)
{
	return (figure + STEP / 2) / STEP * STEP;
}

static void add_measures(const struct telling *t, prose *cell,
			 const struct person_impact *who,
			 const int64_t measure[2], int64_t unit)
{
	const bool *planned = who->planned;
	int64_t before = whole(measure[BEFORE] * unit);
	int64_t after = whole(measure[AFTER] * unit);

	if (!who->aim[BEFORE] && !who->aim[AFTER])
		return;
	add_measure(t, cell, planned[BEFORE], before);
	if (planned[BEFORE] == planned[AFTER] && before == after)
		return;
	prose_add(t->p->arena, cell, MARK_PLAIN, " → ");
	add_measure(t, cell, planned[AFTER], after);
}

static void add_person(const struct telling *t, struct table *table,
		       const struct person_impact *who)
{
	prose *cells = table_row(t->p, table);

	prose_data(t->p->arena, &cells[0], MARK_PLAIN, who->person);
	add_role(t, &cells[1], who);
	add_holds(t, &cells[2], who);
	add_rules(t, &cells[3], who->newly_met);
	add_rules(t, &cells[4], who->newly_unmet);
	add_measures(t, &cells[5], who, who->steps, STEP);
	if (t->i->timed)
		add_measures(t, &cells[6], who, who->cost, EIGHTH_HOUR);
}

static void add_rest(const struct telling *t, struct block *section)
{
	uint32_t rest = t->i->n - t->i->touched;

	if (!rest)
		return;
	prose_add(t->p->arena, page_paragraph(t->p, section), MARK_DIM,
		  "%u %s not touched.", rest,
		  words_plural(rest, "other is", "others are"));
}

static void add_people(const struct telling *t, struct block *section)
{
	struct table *table;

	if (!t->i->people.n)
		return;
	if (!t->names) {
		prose_add(t->p->arena, page_paragraph(t->p, section), MARK_DIM,
			  "They are too many to be named here; --format json "
			  "names them all.");
		return;
	}
	table = &page_add(t->p, section, BLOCK_TABLE)->table;
	table->keys = 1;
	table_head(t->p, table, ALIGN_LEFT, "person");
	table_head(t->p, table, ALIGN_LEFT, "role");
	table_head(t->p, table, ALIGN_LEFT, "holds");
	table_head(t->p, table, ALIGN_RIGHT, "met");
	table_head(t->p, table, ALIGN_RIGHT, "unmet");
	table_head(t->p, table, ALIGN_RIGHT, "steps");
	if (t->i->timed)
		table_head(t->p, table, ALIGN_RIGHT, "hours");
	for_each(who, &t->i->people)
		add_person(t, table, who);
	add_rest(t, section);
}

/* --- all of it ------------------------------------------------------------ */

static void add_unread(const struct telling *t, struct block *section)
{
	uint32_t n = t->i->unread;

	if (n)
		prose_add(t->p->arena, page_paragraph(t->p, section),
			  MARK_WARN, "%u %s could not be used.", n,
			  words_plural(n, "file", "files"));
}

void page_add_impact(struct page *p, struct block *parent,
		     const struct impact *i, bool names)
{
	struct block *section = page_section(p, parent, "People");
	struct telling t = {p, i, names};

	if (!i->n) {
		prose_add(p->arena, page_paragraph(p, section), MARK_PLAIN,
			  "There is no assessment for this ladder.");
	} else if (impact_is_withheld(i, names)) {
		prose_add(p->arena, page_paragraph(p, section), MARK_PLAIN,
			  "%u %s: what it means for fewer than three is told "
			  "with --names only.",
			  i->n, people(i->n));
	} else {
		add_verdict(&t, section);
		add_counts(&t, section);
		add_people(&t, section);
	}
	add_unread(&t, section);
}
