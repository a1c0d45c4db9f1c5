#include "report/change_words.h"

#include "report/words.h"

/* --- values -------------------------------------------------------------- */

/* " (Coaches)", where the stage has a name. */
static void add_stage_name(struct arena *a, prose *to, enum mark mark,
			   const struct change *c, const struct stage *s)
{
	const struct track *track = c->role ? c->role->track : NULL;
	const struct rubric *r = stage_rubric(s, track);
	struct str name = r->name;

	/* the id of a cell is its competency's */
	if (!name.len && !r->role)
		name = r->head.id;
	if (!name.len || str_eq(name, s->competency->name))
		return;
	prose_add(a, to, mark, " (");
	prose_data(a, to, mark, name);
	prose_add(a, to, mark, ")");
}

/* Between two stages of one competency its name would only be in the way. */
static bool is_between_stages(const struct change *c)
{
	return c->old.value.kind == VALUE_STAGE &&
	       c->new.value.kind == VALUE_STAGE &&
	       c->old.value.competency && c->new.value.competency &&
	       str_eq(c->old.value.competency->head.id,
		      c->new.value.competency->head.id);
}

/* Whether the value is of the competency that is named before the sentence. */
static bool is_of_subject(const struct change *c, const struct change_value *v)
{
	const struct change_value *other =
		v == &c->old.value ? &c->new.value : &c->old.value;

	return c->competency && (c->competency == v->competency ||
				 c->competency == other->competency);
}

static void add_stage(struct arena *a, prose *to, const struct change *c,
		      const struct change_value *v)
{
	if (!v->stage) {
		prose_add(a, to, MARK_PLAIN, "nothing");
		return;
	}
	if (is_between_stages(c) &&
	    (v == &c->new.value || is_of_subject(c, v)))
		prose_add(a, to, MARK_PLAIN, "%u", (unsigned)v->stage->number);
	else
		words_stage(a, to, MARK_PLAIN, v->stage);
	add_stage_name(a, to, MARK_PLAIN, c, v->stage);
}

static void add_list(struct arena *a, prose *to, const struct texts *texts)
{
	for (uint32_t i = 0; i < texts->n; i++) {
		if (i)
			prose_add(a, to, MARK_PLAIN, ", ");
		prose_rich(a, to, texts->at[i]);
	}
}

/* What the category is called, unless the other one is called the same. */
static struct str category_name(const struct change *c,
				const struct change_value *v)
{
	const struct category *old = c->old.value.category;
	const struct category *new = c->new.value.category;

	if (!v->category || (old && new && str_eq(old->name, new->name)))
		return (struct str){0};
	return v->category->name;
}

static void add_move(struct arena *a, prose *to, const struct move *move)
{
	words_role(a, to, MARK_PLAIN, move->from->track->ladder, move->from);
	prose_add(a, to, MARK_PLAIN, " → ");
	words_role(a, to, MARK_PLAIN, move->to->track->ladder, move->to);
}

/* People know roles by their titles; where a role got another path, the path
 * is what it is about. */
static void add_id(struct arena *a, prose *to, const struct change *c,
		   const struct change_value *v)
{
	bool named = c->code == CHANGE_D405 || c->code == CHANGE_D406;
	const struct ladder *l = named ? c->role->track->ladder : NULL;
	const struct role *role = named ? ladder_role(l, v->text) : NULL;
	struct str category = category_name(c, v);

	if (role)
		words_role(a, to, MARK_PLAIN, l, role);
	else if (v->move)
		add_move(a, to, v->move);
	else if (category.len)
		prose_data(a, to, MARK_PLAIN, category);
	else
		prose_data(a, to, MARK_CODE, v->text);
}

static void add_value(struct arena *a, prose *to, const struct change *c,
		      const struct change_value *v)
{
	switch (v->kind) {
	case VALUE_NONE:
		prose_add(a, to, MARK_PLAIN, "none");
		break;
	case VALUE_TEXT:
		prose_rich(a, to, v->text);
		break;
	case VALUE_ID:
		add_id(a, to, c, v);
		break;
	case VALUE_NUMBER:
		prose_add(a, to, MARK_PLAIN, "%lld", (long long)v->number);
		break;
	case VALUE_FIGURE:
		words_figure(a, to, MARK_PLAIN, v->number);
		break;
	case VALUE_BOOL:
		prose_add(a, to, MARK_PLAIN, "%s", v->number ? "yes" : "no");
		break;
	case VALUE_STAGE:
		add_stage(a, to, c, v);
		break;
	case VALUE_TEXTS:
		add_list(a, to, &v->texts);
		break;
	}
}

/* --- both values ------------------------------------------------------- */

static bool is_text(const struct change_value *v)
{
	return v->kind == VALUE_TEXT || v->kind == VALUE_ID ||
	       v->kind == VALUE_NONE;
}

static bool is_list(const struct change *c)
{
	return c->old.value.kind == VALUE_TEXTS ||
	       c->new.value.kind == VALUE_TEXTS;
}

static void add_both(struct arena *a, prose *to, const struct change *c)
{
	const struct change_value *old = &c->old.value, *new = &c->new.value;

	if (is_list(c)) {
		change_lists(a, to, &old->texts, &new->texts);
	} else if (is_text(old) && is_text(new)) {
		change_texts(a, to, old->text, new->text);
	} else {
		add_value(a, to, c, old);
		prose_add(a, to, MARK_PLAIN, " → ");
		add_value(a, to, c, new);
	}
}

/* --- the sentence -------------------------------------------------------- */

static bool is_requirement(const struct change *c)
{
	return c->about == ABOUT_ROLE && c->competency;
}

/* What an attribute is called: its key in the file. */
static struct str key_of(const struct change *c)
{
	struct str before = STR(".attributes."), path = change_path(c);

	while (path.len && !str_starts(path, before))
		path = str_from(path, 1);
	return str_from(path, before.len);
}

/* Puts in what stands in braces; gives the bytes that it took. */
static size_t add_place(struct arena *a, prose *to, const struct change *c,
			struct str says)
{
	if (str_starts(says, STR("{old}"))) {
		add_value(a, to, c, &c->old.value);
		return 5;
	}
	if (str_starts(says, STR("{new}"))) {
		add_value(a, to, c, &c->new.value);
		return 5;
	}
	if (str_starts(says, STR("{key}"))) {
		prose_data(a, to, MARK_PLAIN, key_of(c));
		return 5;
	}
	if (str_starts(says, STR("{title}"))) {
		prose_add(a, to, MARK_PLAIN, "%s",
			  is_list(c) ? "other titles" : "title");
		return 7;
	}
	if (str_starts(says, STR("{words}"))) {
		add_both(a, to, c);
		return 7;
	}
	prose_add(a, to, MARK_PLAIN, "{");
	return 1;
}

void change_says(struct arena *a, prose *to, const struct change *c)
{
	struct str says = str_of(change_table[c->code].says);

	while (says.len) {
		size_t len = str_index(says, '{');

		if (len)
			prose_add(a, to, MARK_PLAIN, "%.*s", (int)len,
				  says.ptr);
		says = str_from(says, len);
		if (says.len)
			says = str_from(says, add_place(a, to, c, says));
	}
	if (!c->moved_text.len)
		return;
	prose_add(a, to, MARK_PLAIN, ": ");
	prose_rich(a, to, c->moved_text);
}

/* --- what it is about ---------------------------------------------------- */

static struct str name_or_id(struct str name, struct str id)
{
	return name.len ? name : id;
}

void change_about(struct arena *a, prose *to, enum mark mark,
		  const struct diff *d, const struct change *c)
{
	switch (c->about) {
	case ABOUT_LADDER:
		prose_data(a, to, mark,
			   name_or_id(d->new->name, d->new->head.id));
		break;
	case ABOUT_ROLE:
		words_role(a, to, mark, c->role->track->ladder, c->role);
		break;
	case ABOUT_TRACK:
		prose_data(a, to, mark,
			   name_or_id(c->track->name, c->track->head.id));
		break;
	case ABOUT_COMPETENCY:
		prose_data(a, to, mark, c->competency->name);
		break;
	case ABOUT_CATEGORY:
		prose_data(a, to, mark, name_or_id(c->category->name,
						   c->category->head.id));
		break;
	case ABOUT_SCORE:
		prose_data(a, to, mark,
			   name_or_id(c->score->name, c->score->head.id));
		break;
	}
}

static struct str id_unless(struct str id, struct str name)
{
	return name.len && !str_eq(name, id) ? id : (struct str){0};
}

struct str change_about_id(const struct change *c)
{
	switch (c->about) {
	case ABOUT_LADDER:
		break;
	case ABOUT_ROLE:
		return c->role->path;
	case ABOUT_TRACK:
		return id_unless(c->track->head.id, c->track->name);
	case ABOUT_COMPETENCY:
		return id_unless(c->competency->head.id, c->competency->name);
	case ABOUT_CATEGORY:
		return id_unless(c->category->head.id, c->category->name);
	case ABOUT_SCORE:
		return id_unless(c->score->head.id, c->score->name);
	}
	return (struct str){0};
}

/* A value that stands alone names its competency itself. */
static bool value_names_it(const struct change *c)
{
	const struct change_value *one =
		c->new.value.kind != VALUE_NONE ? &c->new.value
						: &c->old.value;

	return !is_between_stages(c) && one->kind == VALUE_STAGE &&
	       one->stage && one->competency == c->competency;
}

/* Where a competency has but one stage, that need not be said. */
static bool is_one_of_stages(const struct change *c)
{
	return c->about == ABOUT_COMPETENCY && c->stage &&
	       c->stage->competency->n_stages > 1;
}

void change_part(struct arena *a, prose *to, const struct change *c)
{
	if (is_requirement(c)) {
		if (value_names_it(c))
			return;
		prose_data(a, to, MARK_STRONG, c->competency->name);
	} else if (c->about == ABOUT_ROLE && c->score) {
		prose_data(a, to, MARK_STRONG,
			   name_or_id(c->score->name, c->score->head.id));
	} else if (is_one_of_stages(c)) {
		prose_add(a, to, MARK_STRONG, "Stage\u00a0%u",
			  (unsigned)c->stage->number);
		add_stage_name(a, to, MARK_STRONG, c, c->stage);
	} else {
		return;
	}
	prose_add(a, to, MARK_PLAIN, ": ");
}

void change_subject(struct arena *a, prose *to, const struct diff *d,
		    const struct change *c)
{
	if (is_one_of_stages(c)) {
		words_stage(a, to, MARK_STRONG, c->stage);
		add_stage_name(a, to, MARK_STRONG, c, c->stage);
		return;
	}
	change_about(a, to, MARK_STRONG, d, c);
	if (is_requirement(c) && !value_names_it(c)) {
		prose_add(a, to, MARK_PLAIN, ": ");
		prose_data(a, to, MARK_STRONG, c->competency->name);
	} else if (c->about == ABOUT_ROLE && c->score) {
		prose_add(a, to, MARK_PLAIN, ": ");
		prose_data(a, to, MARK_STRONG,
			   name_or_id(c->score->name, c->score->head.id));
	}
}

void change_role_names(struct arena *a, prose *to, enum mark mark,
		       const change_roles *roles, uint32_t most)
{
	uint32_t named = roles->n > most + 1 ? most : roles->n;

	for (uint32_t i = 0; i < named; i++) {
		const struct role *role = roles->at[i];

		if (i)
			prose_add(a, to, mark, "%s",
				  i + 1 == roles->n ? " and " : ", ");
		words_role(a, to, mark, role->track->ladder, role);
	}
	if (named < roles->n)
		prose_add(a, to, mark, " and %u more",
			  (unsigned)(roles->n - named));
}
