#include "report/format_json.h"
#include "report/team.h"

static void add_role(struct cJSON *object, const char *key,
		     const struct role *role)
{
	if (role)
		json_text(object, key, role->path);
	else
		json_null(object, key);
}

/* "id": "mentoring@2", "competency", "stage" */
static void add_stage(struct cJSON *object, struct arena *a,
		      const struct stage *s)
{
	json_text(object, "id", stage_key(s, a));
	json_text(object, "competency", s->competency->head.id);
	json_int(object, "stage", s->number);
}

/* --- by name -------------------------------------------------------------- */

/* {"mentoring": 2, …}; null where it is not applicable. */
static void add_row(struct cJSON *object, const struct ladder *l,
		    const struct member *m)
{
	struct cJSON *in = json_object_in(object, "stages");

	for_each(c, &l->competencies) {
		uint32_t have = member_have(m, c->index);
		struct arena a = {0};
		const char *key = arena_str(&a, c->head.id).ptr;

		if (m->have[c->index] == NOT_APPLICABLE)
			json_null(in, key);
		else
			json_int(in, key, competency_number(c, have));
		arena_release(&a);
	}
}

static void add_member(struct cJSON *list, const struct team *t,
		       const struct member *m)
{
	struct cJSON *object = json_item(list);

	json_text(object, "person", m->person);
	json_text(object, "file", m->file);
	add_role(object, "role", m->role);
	add_role(object, "target", m->target);
	json_day(object, "since", m->since);
	json_day(object, "date", m->date);
	json_bool(object, "mentor", m->mentor);
	if (m->role)
		json_int(object, "role_open", m->role_open);
	if (m->target)
		json_int(object, "target_open", m->target_open);
	add_row(object, t->ladder, m);
	json_pack(list);
}

/* What the roles ask that somebody holds or aims at. */
static void add_asks(struct cJSON *document, struct team *t, struct arena *a)
{
	const uint32_t *held = team_count_roles(t, false, a);
	const uint32_t *aimed = team_count_roles(t, true, a);
	struct cJSON *list = json_list_in(document, "asks"), *object, *in;

	for (uint32_t i = 0; i < t->ladder->n_roles; i++) {
		const struct role *role = t->ladder->roles[i];
		const struct asked *asked;

		if (!held[i] && !aimed[i])
			continue;
		asked = team_asks(t, role);
		object = json_item(list);
		json_text(object, "role", role->path);
		in = json_object_in(object, "stages");
		for_each(c, &t->ladder->competencies)
			if (asked[c->index].stage)
				json_int(in, arena_str(a, c->head.id).ptr,
					 asked[c->index].stage->number);
	}
}

static void add_layers(struct cJSON *document, const struct layer_cover *layers)
{
	struct cJSON *list = json_list_in(document, "layers");

	for (int layer = LAYER_EXECUTION; layer <= N_LAYERS; layer++) {
		struct cJSON *object = json_item(list);

		json_text(object, "layer",
			  str_of(layer_name((enum layer)layer)));
		json_int(object, "have", layers[layer].have);
		json_int(object, "need", layers[layer].need);
	}
}

static void add_covers(struct cJSON *document, const struct team_view *v,
		       struct arena *a)
{
	struct cJSON *list = json_list_in(document, "stages");

	for_each(s, &v->covers) {
		struct cJSON *object = json_item(list);

		add_stage(object, a, s->stage);
		json_text(object, "role", s->role->path);
		json_bool(object, "held", s->held);
		json_int(object, "people", s->people);
		if (s->only)
			json_text(object, "only", s->only->person);
	}
}

static void add_prospect(struct cJSON *list, const struct team *t,
			 const struct prospect *p)
{
	struct cJSON *object = json_item(list), *open;
	struct arena a = {0};
	struct stand *stands = team_stands(t, p->who, &a);
	struct gap gap = gap_of(t->ladder, p->role, stands, &a);

	json_text(object, "person", p->who->person);
	json_text(object, "role", p->role->path);
	json_bool(object, "target", p->aim);
	json_int(object, "open", p->open);
	open = json_list_in(object, "gap");
	for_each(rule, &gap.rules)
		if (!rule->met && !rule->waived)
			json_rule(open, stands, rule);
	json_pack(list);
	arena_release(&a);
}

static void add_moves(struct cJSON *document, const struct team *t)
{
	struct cJSON *list;

	if (t->since == NO_DAY)
		return;
	json_day(document, "looked_back_to", t->since);
	list = json_list_in(document, "moves");
	for_each(m, &t->members) {
		struct cJSON *object;

		if (!member_moved(*m))
			continue;
		object = json_item(list);
		json_text(object, "person", (*m)->person);
		add_role(object, "was", (*m)->was);
		json_day(object, "date", (*m)->was_date);
		add_role(object, "role", (*m)->role);
	}
}

static void add_mentors(struct cJSON *document, const struct team_view *v,
			struct arena *a)
{
	struct cJSON *list = json_list_in(document, "mentors");

	for_each(m, &v->mentors) {
		struct cJSON *object = json_item(list);

		json_text(object, "person", m->mentee->person);
		add_stage(object, a, m->stage);
		if (m->mentor)
			json_text(object, "mentor", m->mentor->person);
		else
			json_null(object, "mentor");
		json_bool(object, "mutual", m->mutual);
		json_bool(object, "able", m->able);
		json_pack(list);
	}
}

/* --- by role -------------------------------------------------------------- */

static void add_told(struct cJSON *object, const char *key, uint32_t n,
		     uint32_t of)
{
	struct told_count told = tell_count(n, of);
	struct cJSON *in = json_object_in(object, key);

	json_int(in, "least", told.least);
	json_int(in, "most", told.most);
}

static void add_group(struct cJSON *list, const struct team_view *v,
		      const struct team_group *g)
{
	struct cJSON *object = json_item(list);

	json_text(object, "kind", str_of(group_kind_name(g->kind)));
	add_role(object, "role", g->role);
	if (!v->names)
		json_bool(object, "pooled", g->pooled);
	json_int(object, "people", g->people);
	if (v->names)
		json_int(object, "met", g->met);
	else
		add_told(object, "met", g->met, g->people);
	if (g->timed >= (v->names ? 1 : FEW_PEOPLE))
		json_int(object, "mean_days", group_days(g));
}

static void add_groups(struct cJSON *document, const struct team_view *v)
{
	struct cJSON *list = json_list_in(document, "roles");

	for_each(g, &v->groups)
		add_group(list, v, g);
}

static void add_named(struct cJSON *document, const struct team_view *v,
		      struct arena *a)
{
	const struct team *t = v->team;
	struct cJSON *list = json_list_in(document, "members");

	for_each(m, &t->members)
		add_member(list, t, *m);
	add_asks(document, v->team, a);
	add_layers(document, v->layers);
	add_groups(document, v);
	add_covers(document, v, a);
	json_int(document, "near", v->near);
	list = json_list_in(document, "ready");
	for_each(p, &v->ready)
		add_prospect(list, t, p);
	add_moves(document, t);
	add_mentors(document, v, a);
}

/* --- counted -------------------------------------------------------------- */

static void add_counts(struct cJSON *document, const struct team *t,
		       struct arena *a)
{
	const uint32_t *people = team_stage_people(t, a);
	struct cJSON *list = json_list_in(document, "stages");

	for_each(c, &t->ladder->competencies)
		for (uint32_t o = 0; o < c->n_stages; o++) {
			const struct stage *s = &c->stages[o];
			struct cJSON *object = json_item(list);

			add_stage(object, a, s);
			add_told(object, "people", people[s->index],
				 t->members.n);
		}
}

static void add_counted(struct cJSON *document, const struct team_view *v,
			struct arena *a)
{
	const struct team *t = v->team;
	bool withheld = t->members.n < FEW_PEOPLE;

	json_bool(document, "withheld", withheld);
	if (withheld)
		return;
	if (t->members.n > FEW_PEOPLE)
		add_layers(document, team_layers_told(t, a));
	add_groups(document, v);
	add_counts(document, t, a);
	json_int(document, "near", v->near);
	add_told(document, "ready", v->ready_people, t->members.n);
	if (t->since == NO_DAY)
		return;
	json_day(document, "looked_back_to", t->since);
	add_told(document, "changed_track", team_changed_kind(t),
		 t->members.n);
}

void json_team(const struct team_view *v, struct buf *out)
{
	struct cJSON *document = json_document("team");
	const struct team *t = v->team;
	struct arena a = {0};

	json_ladder_key(document, t->ladder);
	json_bool(document, "names", v->names);
	json_int(document, "people", t->members.n);
	json_int(document, "unread", t->unread);
	if (v->names)
		add_named(document, v, &a);
	else
		add_counted(document, v, &a);
	json_finish(document, JSON_PRETTY, out);
	arena_release(&a);
}
