#include "report/format_json.h"
#include "report/impact.h"

enum { EIGHTH_HOUR = 125 }; /* in thousandths */

/* Sums over one or two people are left out unless these are named. */
static void add_trend(struct cJSON *object, const char *key,
		      const struct impact *i, const struct trend *trend,
		      bool names)
{
	struct cJSON *in = json_object_in(object, key);

	json_int(in, "people", trend->people);
	if (!names && trend->people < FEW_PEOPLE)
		return;
	json_int(in, "steps", trend->steps);
	if (i->timed)
		json_figure(in, "hours", trend->cost * EIGHTH_HOUR);
}

static void add_tally(struct cJSON *object, const char *key,
		      const struct tally *tally, bool names)
{
	struct cJSON *in = json_object_in(object, key);

	json_int(in, "people", tally->people);
	if (names || tally->people >= FEW_PEOPLE)
		json_int(in, "rules", tally->rules);
}

static void add_counts(struct cJSON *object, const struct impact *i,
		       bool names)
{
	json_int(object, "touched", i->touched);
	json_int(object, "fall_below", i->fall_below);
	json_int(object, "rise", i->rise);
	json_int(object, "displaced", i->displaced);
	json_int(object, "stranded", i->stranded);
	json_int(object, "opened", i->opened);
	add_trend(object, "farther", i, &i->farther, names);
	add_trend(object, "nearer", i, &i->nearer, names);
	add_tally(object, "newly_met", &i->met, names);
	add_tally(object, "newly_unmet", &i->unmet, names);
	json_int(object, "broken", i->broken);
}

/* --- by name -------------------------------------------------------------- */

static void add_role(struct cJSON *object, const char *key,
		     const struct role *const role[2])
{
	struct cJSON *in;

	if (!role[BEFORE] && !role[AFTER])
		return;
	in = json_object_in(object, key);
	if (role[BEFORE])
		json_text(in, "old", role[BEFORE]->path);
	if (role[AFTER])
		json_text(in, "new", role[AFTER]->path);
}

static void add_holds(struct cJSON *object, const struct person_impact *who)
{
	struct cJSON *in;

	if (!who->role[BEFORE] && !who->role[AFTER])
		return;
	in = json_object_in(object, "holds");
	if (who->role[BEFORE])
		json_bool(in, "old", who->holds[BEFORE]);
	if (who->role[AFTER])
		json_bool(in, "new", who->holds[AFTER]);
}

/* A measure of the plan in thousandths, where there is one. */
static void add_measure(struct cJSON *object, const char *key,
			const struct person_impact *who,
			const int64_t measure[2], int64_t unit)
{
	struct cJSON *in;

	if (!who->planned[BEFORE] && !who->planned[AFTER])
		return;
	in = json_object_in(object, key);
	if (who->planned[BEFORE])
		json_figure(in, "old", measure[BEFORE] * unit);
	if (who->planned[AFTER])
		json_figure(in, "new", measure[AFTER] * unit);
}

static void add_person(struct cJSON *list, const struct impact *i,
		       const struct person_impact *who)
{
	struct cJSON *object = json_item(list);

	json_text(object, "person", who->person);
	json_text(object, "file", who->file);
	add_role(object, "role", who->role);
	add_holds(object, who);
	add_role(object, "aim", who->aim);
	json_int(object, "newly_met", who->newly_met);
	json_int(object, "newly_unmet", who->newly_unmet);
	json_int(object, "unresolved", who->unresolved);
	add_measure(object, "steps", who, who->steps, 1000);
	if (i->timed)
		add_measure(object, "hours", who, who->cost, EIGHTH_HOUR);
}

void json_add_impact(struct cJSON *document, const struct impact *i,
		     bool names)
{
	struct cJSON *object = json_object_in(document, "impact"), *list;

	json_int(object, "people", i->n);
	json_int(object, "unread", i->unread);
	json_bool(object, "withheld", impact_is_withheld(i, names));
	if (impact_is_withheld(i, names))
		return;
	add_counts(object, i, names);
	if (!names)
		return;
	list = json_list_in(object, "persons");
	for_each(who, &i->people)
		add_person(list, i, who);
}
