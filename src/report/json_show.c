#include "lint/fix.h"
#include "report/format_json.h"

/* --- parts --------------------------------------------------------------- */

/* [{"competency", "layer", "stage", "role"}]: all that is asked, with the
 * level in whose text it stands. */
static void add_asked(struct cJSON *object, const struct ladder *l,
		      const struct role *role, struct arena *a)
{
	struct asked *asked = role_asks(l, role, a);
	struct cJSON *list = json_list_in(object, "requires");

	for_each(c, &l->competencies) {
		const struct asked *it = &asked[c->index];
		struct cJSON *entry;

		if (!it->stage)
			continue;
		entry = json_item(list);
		json_text(entry, "competency", c->head.id);
		json_layer(entry, c);
		json_int(entry, "stage", it->stage->number);
		json_text(entry, "role", it->role->path);
	}
}

static void add_choices(struct cJSON *object, const struct role *role)
{
	struct cJSON *list = json_list_in(object, "choose");

	for_each_in_force(r, role)
		for_each(choice, &r->choose) {
			struct cJSON *entry = json_item(list);

			json_text(entry, "role", r->path);
			json_int(entry, "index", choice->index);
			json_int(entry, "at_least", choice->at_least);
			json_stages(entry, "of", &choice->of);
			json_some(entry, "summary", choice->summary);
		}
}

static void add_scores(struct cJSON *object, const struct ladder *l,
		       const struct role *role, struct arena *a)
{
	const struct score_goal **goals = role_score_goals(l, role, a);
	struct cJSON *list = json_list_in(object, "scores");

	for_each(score, &l->scores) {
		const struct score_goal *goal = goals[score->index];
		struct cJSON *entry;

		if (!goal)
			continue;
		entry = json_item(list);
		json_text(entry, "score", score->head.id);
		json_figure(entry, "need", goal->figure);
		json_text(entry, "role", score_goal_role(role, goal)->path);
	}
}

static void add_role(struct cJSON *object, const struct ladder *l,
		     const struct role *role, struct arena *a)
{
	json_text(object, "role", role->path);
	json_text(object, "track", role->track->head.id);
	json_text(object, "level", role->head.id);
	json_text(object, "title", role->title);
	json_texts(object, "titles", &role->titles);
	json_some(object, "code", role->code);
	json_int(object, "rank", role->rank);
	json_some(object, "summary", role->summary);
	add_asked(object, l, role, a);
	add_choices(object, role);
	add_scores(object, l, role, a);
	json_stages(object, "optional", &role->optional);
	json_texts(object, "gates", &role->gates);
}

static const char *edge_name(enum edge_kind kind)
{
	switch (kind) {
	case EDGE_NEXT:
		return "next";
	case EDGE_LATERAL:
		return "lateral";
	case EDGE_MOVE:
		return "move";
	}
	return "";
}

static void add_moves(struct cJSON *object, const struct ladder *l,
		      const struct role *role, struct arena *a)
{
	edges moves = role_edges(l, role, a);
	struct cJSON *list = json_list_in(object, "moves");

	for_each(edge, &moves) {
		struct cJSON *entry = json_item(list);

		json_text(entry, "role", edge->to->path);
		json_text(entry, "kind", str_of(edge_name(edge->kind)));
		if (edge->move)
			json_some(entry, "summary", edge->move->summary);
	}
}

static void add_attributes(struct cJSON *object, const struct role *role)
{
	struct cJSON *list = json_list_in(object, "attributes");

	for_each(pair, &role->attributes) {
		struct cJSON *entry = json_item(list);

		json_text(entry, "id", pair->head.id);
		json_text(entry, "text", pair->text);
	}
	if (role->min_time)
		json_figure(object, "min_days", role->min_time);
	json_bool(object, "terminal", role->terminal);
}

static void add_competency(struct cJSON *object, const struct competency *c)
{
	json_text(object, "competency", c->head.id);
	json_text(object, "name", c->name);
	if (c->category)
		json_text(object, "category", c->category->head.id);
	json_layer(object, c);
	json_some(object, "summary", c->summary);
}

/* --- stages -------------------------------------------------------------- */

static void add_text(struct cJSON *list, const struct rubric *r)
{
	struct cJSON *object = json_item(list);

	if (r->role)
		json_text(object, "role", r->role->path);
	json_some(object, "summary", r->summary);
	json_rubric(object, r, NULL, true);
	json_texts(object, "examples", &r->examples);
}

static void add_stage(struct cJSON *list, const struct ladder *l,
		      const struct stage *stage)
{
	const struct rubric *r = stage->rubrics[0];
	struct cJSON *object = json_item(list), *texts;

	json_int(object, "stage", stage->number);
	if (!r->role)
		json_some(object, "id", r->head.id);
	json_some(object, "name", r->name);
	json_stages(object, "needs", &stage->needs);
	if (l->timed) {
		struct cJSON *hours = json_hours(object, "hours",
						 stage->effort);

		json_bool(hours, "assumed", stage->effort_assumed);
	}
	if (stage->elapsed)
		json_figure(object, "elapsed_days", stage->elapsed);
	json_figure(object, "points", stage->points);
	texts = json_list_in(object, "texts");
	for (uint32_t i = 0; i < stage->n_rubrics; i++)
		add_text(texts, stage->rubrics[i]);
}

static void add_roles(struct cJSON *document, const struct ladder *l)
{
	struct cJSON *list = json_list_in(document, "roles");

	for (uint32_t i = 0; i < l->n_roles; i++) {
		struct arena a = {0};

		add_role(json_item(list), l, l->roles[i], &a);
		arena_release(&a);
	}
}

/* --- the documents ------------------------------------------------------- */

void json_show_ladder(const struct ladder *l, struct buf *out)
{
	struct cJSON *document = json_document("ladder"), *list;

	json_ladder_key(document, l);
	json_text(document, "name", l->name);
	json_some(document, "language", l->language);
	json_some(document, "summary", l->summary);
	list = json_list_in(document, "tracks");
	for_each(track, &l->tracks) {
		struct cJSON *object = json_item(list);

		json_text(object, "track", track->head.id);
		json_text(object, "name", track->name);
		json_text(object, "kind",
			  track->kind == TRACK_MANAGER ? STR("manager")
						       : STR("ic"));
		json_some(object, "summary", track->summary);
	}
	add_roles(document, l);
	list = json_list_in(document, "competencies");
	for_each(c, &l->competencies) {
		struct cJSON *object = json_item(list);

		add_competency(object, c);
		json_int(object, "stages", c->n_stages);
	}
	json_finish(document, JSON_PRETTY, out);
}

void json_show_role(const struct ladder *l, const struct role *role,
		    struct buf *out)
{
	struct cJSON *document = json_document("role");
	struct arena a = {0};

	json_ladder_key(document, l);
	add_role(document, l, role, &a);
	add_attributes(document, role);
	add_moves(document, l, role, &a);
	json_finish(document, JSON_PRETTY, out);
	arena_release(&a);
}

void json_show_competency(const struct ladder *l, const struct competency *c,
			  struct buf *out)
{
	struct cJSON *document = json_document("competency"), *list;

	json_ladder_key(document, l);
	add_competency(document, c);
	list = json_list_in(document, "stages");
	for (uint32_t i = 0; i < c->n_stages; i++)
		add_stage(list, l, &c->stages[i]);
	json_finish(document, JSON_PRETTY, out);
}

static void add_names(struct cJSON *document, const struct ladder *l)
{
	struct cJSON *list = json_list_in(document, "roles");

	for (uint32_t i = 0; l && i < l->n_roles; i++) {
		struct cJSON *object = json_item(list);

		json_text(object, "role", l->roles[i]->path);
		json_int(object, "rank", l->roles[i]->rank);
		json_some(object, "code", l->roles[i]->code);
		json_text(object, "title", l->roles[i]->title);
	}
	list = json_list_in(document, "competencies");
	for (uint32_t i = 0; l && i < l->competencies.n; i++) {
		struct cJSON *object = json_item(list);

		add_competency(object, &l->competencies.at[i]);
		json_int(object, "stages", l->competencies.at[i].n_stages);
	}
}

void json_list(const struct list_view *v, struct buf *out)
{
	struct cJSON *document = json_document("list"), *list;

	if (v->ladder)
		json_ladder_key(document, v->ladder);
	list = json_list_in(document, "ladders");
	for (uint32_t i = 0; i < v->n_ladders; i++) {
		const struct list_entry *entry = &v->ladders[i];
		struct cJSON *object = json_item(list);

		json_text(object, "id", entry->id);
		json_some(object, "name", entry->name);
		json_some(object, "summary", entry->summary);
		json_some(object, "where", entry->where);
		json_bool(object, "in_use", entry->in_use);
	}
	add_names(document, v->ladder);
	json_finish(document, JSON_PRETTY, out);
}

void json_code(const struct code_view *v, struct buf *out)
{
	const struct code_info *info = &code_table[v->code];
	struct cJSON *document = json_document("code");

	json_text(document, "code", str_of(info->id));
	json_text(document, "name", str_of(info->name));
	json_text(document, "severity",
		  str_of(severity_name(info->severity)));
	json_text(document, "reason", str_of(info->reason));
	json_bool(document, "fixable", fix_is_known(v->code));
	json_some(document, "bad", v->bad);
	json_some(document, "good", v->good);
	json_finish(document, JSON_PRETTY, out);
}

void json_error(uint64_t line, const char *code, struct str message,
		struct buf *out)
{
	struct cJSON *document = json_document("error");

	json_int(document, "line", (int64_t)line);
	json_text(document, "code", str_of(code));
	json_text(document, "message", message);
	json_finish(document, JSON_LINE, out);
}
