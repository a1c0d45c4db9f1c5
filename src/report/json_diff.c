#include "report/diff_outline.h"
#include "report/format_json.h"
#include "report/impact.h"

/* --- values -------------------------------------------------------------- */

/* "mentoring@2", as steps of a plan are named. */
static struct str stage_id(struct arena *a, const struct change_value *v)
{
	const struct competency *c = v->competency;

	if (!c && v->stage)
		c = v->stage->competency;
	return arena_printf(a, "%.*s@%u", STR_ARG(c->head.id),
			    v->stage ? (unsigned)v->stage->number : 0);
}

static void add_value(struct cJSON *object, const char *key,
		      const struct change_value *v, struct arena *a)
{
	switch (v->kind) {
	case VALUE_NONE:
		break;
	case VALUE_TEXT:
	case VALUE_ID:
		json_text(object, key, v->text);
		break;
	case VALUE_NUMBER:
		json_int(object, key, v->number);
		break;
	case VALUE_FIGURE:
		json_figure(object, key, v->number);
		break;
	case VALUE_BOOL:
		json_bool(object, key, v->number);
		break;
	case VALUE_STAGE:
		json_text(object, key, stage_id(a, v));
		break;
	case VALUE_TEXTS:
		json_texts(object, key, &v->texts);
		break;
	}
}

/* {"file", "line", "column"}, as findings have them. */
static void add_place(struct cJSON *object, const char *key,
		      const struct change_side *side)
{
	struct side_place place;
	struct cJSON *in;

	if (!side_place(side, &place))
		return;
	in = json_object_in(object, key);
	json_text(in, "file", place.file);
	json_int(in, "line", place.at.line);
	json_int(in, "column", place.at.column);
}

static void add_roles(struct cJSON *object, const char *key,
		      const change_roles *roles)
{
	struct cJSON *list = json_list_in(object, key);

	for_each(role, roles)
		json_text_item(list, (*role)->path);
}

/* --- changes ------------------------------------------------------------- */

/* What it is about, by id. */
static void add_about(struct cJSON *object, const struct change *c)
{
	if (c->role)
		json_text(object, "role", c->role->path);
	if (c->track)
		json_text(object, "track", c->track->head.id);
	if (c->competency)
		json_text(object, "competency", c->competency->head.id);
	if (c->stage)
		json_int(object, "stage", c->stage->number);
	if (c->category)
		json_text(object, "category", c->category->head.id);
	if (c->score)
		json_text(object, "score", c->score->head.id);
}

static void add_effect(struct cJSON *object, const struct change *c)
{
	struct cJSON *effect = json_object_in(object, "effect");

	json_text(effect, "incumbent", str_of(effect_name(c->incumbent)));
	json_text(effect, "candidate", str_of(effect_name(c->candidate)));
	json_text(effect, "files", str_of(file_effect_name(c->files)));
}

static void add_inside(struct cJSON *object, const struct diff_outline *o,
		       const struct change *c)
{
	if (c->inside && o->top[c->inside - 1] != UINT32_MAX)
		json_text(object, "inside",
			  str_of(o->view->diff->changes.at[c->inside - 1]
					 .fingerprint));
}

static void add_change(struct cJSON *list, const struct diff_outline *o,
		       const struct change *c, struct arena *a)
{
	const struct change_info *info = &change_table[c->code];
	const struct diff *d = o->view->diff;
	struct cJSON *object = json_item(list);

	json_text(object, "code", str_of(info->id));
	json_text(object, "name", str_of(info->name));
	json_text(object, "class", str_of(class_name(c->class)));
	json_text(object, "ladder", d->new->head.id);
	json_some(object, "path", change_path(c));
	add_about(object, c);
	add_value(object, "old", &c->old.value, a);
	add_value(object, "new", &c->new.value, a);
	json_some(object, "text", c->moved_text);
	json_text(object, "message", diff_message(a, d, c));
	add_place(object, "old_location", &c->old);
	add_place(object, "new_location", &c->new);
	add_effect(object, c);
	add_roles(object, "reaches", &c->reaches);
	if (c->likeness)
		json_int(object, "likeness", c->likeness);
	add_inside(object, o, c);
	json_text(object, "fingerprint", str_of(c->fingerprint));
}

static void add_changes(struct cJSON *list, const struct diff_outline *o,
			struct arena *a)
{
	const struct diff *d = o->view->diff;

	for (uint32_t i = 0; d && i < d->changes.n; i++)
		if (o->top[i] != UINT32_MAX)
			add_change(list, o, &d->changes.at[i], a);
}

static void add_rename(struct cJSON *list, const struct diff *d,
		       const struct likely_rename *r)
{
	static const char *const kinds[] = {[RENAMED_ROLE] = "role",
					    [RENAMED_COMPETENCY] =
						    "competency",
					    [RENAMED_TRACK] = "track"};
	struct change_side old = {.doc = &d->old->doc, .node = r->old_node};
	struct change_side new = {.doc = &d->new->doc, .node = r->new_node};
	struct cJSON *object = json_item(list);

	json_text(object, "kind", str_of(kinds[r->kind]));
	json_text(object, "ladder", d->new->head.id);
	json_text(object, "old", r->old_id);
	json_text(object, "new", r->new_id);
	json_int(object, "likeness", r->likeness);
	add_place(object, "old_location", &old);
	add_place(object, "new_location", &new);
}

/* --- ladders ------------------------------------------------------------- */

static void add_side(struct cJSON *object, const char *key, struct str name,
		     const struct ladder *l)
{
	struct cJSON *in;

	if (!name.len && !l)
		return;
	in = json_object_in(object, key);
	json_some(in, "file", name);
	if (!l)
		return;
	json_text(in, "id", l->head.id);
	json_some(in, "version", l->version);
}

static void add_counts(struct cJSON *object, const uint32_t *n_of)
{
	for (unsigned i = N_CLASSES; i-- > 0;)
		json_int(object, class_name((enum change_class)i), n_of[i]);
}

static void add_ladder(struct cJSON *list, const struct diff_outline *o)
{
	const struct diff_view *v = o->view;
	const struct diff *d = v->diff;
	struct cJSON *object = json_item(list);

	json_text(object, "status",
		  str_of(d	       ? "compared"
			 : v->new_name.len ? "added"
					   : "removed"));
	add_side(object, "old", v->old_name, d ? d->old : NULL);
	add_side(object, "new", v->new_name, d ? d->new : NULL);
	if (!d)
		return;
	add_counts(object, o->n_of);
	add_roles(object, "added", &o->added);
	add_roles(object, "gone", &o->gone);
	add_roles(object, "harder", &o->harder);
	add_roles(object, "to_review", &o->judged);
	add_roles(object, "easier", &o->easier);
	json_int(object, "hidden", v->n_hidden);
	json_int(object, "dressed", d->dressed);
	if (v->impact)
		json_add_impact(object, v->impact, v->names);
}

static void add_summary(struct cJSON *document,
			const struct diff_outline *outlines, uint32_t n)
{
	uint32_t n_of[N_CLASSES] = {0};

	for (uint32_t i = 0; i < n; i++)
		for (unsigned c = 0; c < N_CLASSES; c++)
			n_of[c] += outlines[i].n_of[c];
	add_counts(json_object_in(document, "summary"), n_of);
}

static void add_all(struct cJSON *document,
		    const struct diff_outline *outlines, uint32_t n,
		    struct arena *a)
{
	struct cJSON *ladders = json_list_in(document, "ladders");
	struct cJSON *changes = json_list_in(document, "changes");
	struct cJSON *renames = json_list_in(document, "renames");

	for (uint32_t i = 0; i < n; i++) {
		const struct diff *d = outlines[i].view->diff;

		add_ladder(ladders, &outlines[i]);
		add_changes(changes, &outlines[i], a);
		for (uint32_t k = 0; d && k < d->renames.n; k++)
			add_rename(renames, d, &d->renames.at[k]);
	}
	add_summary(document, outlines, n);
}

void json_diff(const diff_views *views, struct buf *out)
{
	struct arena a = {0};
	struct diff_outline *outlines =
		ARENA_ARRAY(&a, views->n, struct diff_outline);
	struct cJSON *document = json_document("diff");

	for (uint32_t i = 0; i < views->n; i++)
		outlines[i] = diff_outline(&views->at[i], &a);
	add_all(document, outlines, views->n, &a);
	json_finish(document, JSON_PRETTY, out);
	arena_release(&a);
}
