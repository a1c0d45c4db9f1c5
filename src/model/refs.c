#include "model/build.h"
#include "model/values.h"

/* Whether what a name in `container` means may have been lost to a mistake
 * that was told already: then that it leads nowhere is no mistake of its
 * own. */
static bool may_be_lost(struct build_model *b, const struct node *container)
{
	if (!container)
		return node_is_broken(b->l->doc.nodes);
	return node_is_broken(container) || container->kind != NODE_MAP;
}

bool competencies_are_lost(struct build_model *b)
{
	return !b->l->competencies.n ||
	       may_be_lost(b, b->l->competencies_node);
}

static const char *quote(struct build_model *b, struct str text)
{
	return diag_quote(b->diag, text);
}

/* --- competencies -------------------------------------------------------- */

static void suggest_competency(struct build_model *b, struct finding *f,
			       struct str word, bool categories)
{
	struct typo typo = {.word = word};
	struct ladder *l = b->l;
	struct competency *meant;

	if (!diag_may_guess(b->diag, l->competencies.n + l->categories.n))
		return;
	for_each(c, &l->competencies)
		typo_offer(&typo, c->head.id);
	if (categories)
		for_each(c, &l->categories)
			typo_offer(&typo, c->head.id);
	finding_suggest(b->diag, f, typo.best);
	meant = typo.best.ptr ? ladder_competency(l, typo.best) : NULL;
	if (meant)
		meant->missed = true;
}

/* A name that is none of today's: an old one, or one that leads nowhere. */
static void report_lost(struct build_model *b, const struct node *node,
			struct str id)
{
	struct competency *now = ladder_renamed_competency(b->l, id);
	const struct retired *gone = ladder_retired_competency(b->l, id);
	struct finding *f;

	if (now) {
		f = model_add(b, CODE_L207, node,
			      "the competency %s is called %s now",
			      quote(b, id), quote(b, now->head.id));
		finding_write(b->diag, f, now->head.id);
		return;
	}
	if (gone) {
		f = model_add(b, CODE_L207, node,
			      "the competency %s is retired", quote(b, id));
		finding_note(b->diag, f,
			     doc_span(&b->l->doc, gone->head.node),
			     "retired here");
		if (gone->replaced_by.len)
			finding_help(b->diag, f, "it is replaced by %s",
				     quote(b, gone->replaced_by));
		return;
	}
	f = model_add(b, CODE_L204, node, "there is no competency %s",
		      quote(b, id));
	suggest_competency(b, f, id, false);
}

struct competency *refer_competency(struct build_model *b,
				    const struct node *node)
{
	struct str id = doc_text(&b->l->doc, node);
	struct competency *c = ladder_competency(b->l, id);

	if (!c && !competencies_are_lost(b))
		report_lost(b, node, id);
	return c;
}

/* --- stages -------------------------------------------------------------- */

static void report_no_stage(struct build_model *b, struct stage_ref *ref,
			    const struct stage_lookup *found)
{
	struct competency *c = ref->competency;
	struct str word = doc_text(&b->l->doc, ref->head.node);
	struct finding *f;

	if (found->ambiguous) {
		f = model_add(b, CODE_L206, ref->head.node,
			      "tracks have %s at different ranks",
			      quote(b, word));
		finding_help(b->diag, f, "write track/level");
		return;
	}
	f = model_add(b, CODE_L206, ref->head.node,
		      "the competency %s has no stage %s",
		      quote(b, c->head.id), quote(b, word));
	if (!str_is_digits(word) && diag_may_guess(b->diag, c->n_stages))
		finding_suggest(b->diag, f,
				competency_nearest_stage(b->l, c, word));
	if (f->help.ptr)
		return;
	c->missed = !c->n_stages;
	if (!c->n_stages)
		finding_help(b->diag, f, "it has no stages at all");
	else if (c->cells)
		finding_help(b->diag, f,
			     "its stages are the ranks at which it has cells");
	else
		finding_help(b->diag, f,
			     c->n_stages == 1 ? "its only stage is %u"
					      : "its stages are 1 to %u",
			     c->n_stages);
}

static void refer_stage(struct build_model *b, struct stage_ref *ref)
{
	struct str word = doc_text(&b->l->doc, ref->head.node);
	struct stage_lookup found =
		competency_stage(b->l, ref->competency, word, true);
	struct finding *f;

	ref->stage = found.stage;
	if (found.by_old_id && found.stage) {
		f = model_add(b, CODE_L207, ref->head.node,
			      "the stage %s is called %s now", quote(b, word),
			      quote(b, found.now));
		finding_write(b->diag, f, found.now);
	}
	if (found.stage || competency_is_lost(ref->competency) ||
	    (ref->competency->ids_lost && !str_is_digits(word)))
		return;
	report_no_stage(b, ref, &found);
}

static void refer_stages(struct build_model *b, stage_refs *refs)
{
	for_each(ref, refs) {
		ref->competency = refer_competency(b, ref->key);
		if (ref->competency)
			refer_stage(b, ref);
	}
}

/* --- roles --------------------------------------------------------------- */

static struct str list_roles(struct build_model *b,
			     const struct role_lookup *found)
{
	struct str text = {0};
	uint32_t n = 0;

	for_each(role, &found->candidates) {
		if (n++ == 5)
			return arena_printf(b->arena, "%.*s …", STR_ARG(text));
		text = arena_printf(b->arena, "%.*s%s%.*s", STR_ARG(text),
				    text.len ? ", " : "",
				    STR_ARG((*role)->path));
	}
	return text;
}

static void suggest_role(struct build_model *b, struct finding *f,
			 struct str word)
{
	if (diag_may_guess(b->diag, b->l->n_roles * 4))
		finding_suggest(b->diag, f,
				ladder_find_role(b->l, b->arena, word).nearest);
}

/* Whether some level was lost to a mistake that was told already. */
static bool look_for_lost_tracks(struct build_model *b)
{
	struct ladder *l = b->l;

	if (l->doc.broken || !l->n_roles)
		return true;
	for_each(t, &l->tracks)
		if (thing_is_lost(&t->head) || !t->levels.n ||
		    node_is_broken(t->levels_node))
			return true;
	for (uint32_t i = 0; i < l->n_roles; i++)
		if (!id_is_good(l->roles[i]->head.id))
			return true;
	return false;
}

bool tracks_are_lost(struct build_model *b)
{
	if (b->tracks_lost == LOST_UNKNOWN)
		b->tracks_lost =
			look_for_lost_tracks(b) ? LOST_SOME : LOST_NOT;
	return b->tracks_lost == LOST_SOME;
}

static struct role *refer_role(struct build_model *b, const struct node *node)
{
	struct str word = doc_text(&b->l->doc, node);
	struct role_lookup found = ladder_lookup_role(b->l, b->arena, word);
	struct finding *f;

	if (found.role && !found.by_old_id)
		return found.role;
	if (tracks_are_lost(b))
		return NULL;
	if (found.role) {
		f = model_add(b, CODE_L207, node,
			      "the role %s is called %s now", quote(b, word),
			      quote(b, found.role->path));
		finding_write(b->diag, f, found.role->path);
		return NULL;
	}
	if (found.candidates.n) {
		f = model_add(b, CODE_L205, node, "%s names several roles",
			      quote(b, word));
		finding_help(b->diag, f, "write one of %s",
			     list_roles(b, &found).ptr);
		return NULL;
	}
	f = model_add(b, CODE_L204, node, "there is no role %s",
		      quote(b, word));
	suggest_role(b, f, word);
	return NULL;
}

static void resolve_moves(struct build_model *b)
{
	for_each(move, &b->l->moves) {
		if (move->from_node && move->from_text.ptr)
			move->from = refer_role(b, move->from_node);
		if (move->to_node && move->to_text.ptr)
			move->to = refer_role(b, move->to_node);
	}
}

/* --- scores -------------------------------------------------------------- */

static void refer_member(struct build_model *b, const struct node *node)
{
	struct str id = doc_text(&b->l->doc, node);
	struct finding *f;

	if (ladder_competency(b->l, id) || ladder_category(b->l, id) ||
	    competencies_are_lost(b) ||
	    (b->l->categories_node && may_be_lost(b, b->l->categories_node)))
		return;
	if (ladder_renamed_competency(b->l, id) ||
	    ladder_retired_competency(b->l, id)) {
		report_lost(b, node, id);
		return;
	}
	f = model_add(b, CODE_L204, node,
		      "there is no competency or category %s", quote(b, id));
	suggest_competency(b, f, id, true);
}

static void resolve_score_words(struct build_model *b, struct score *s)
{
	if (s->of_node && s->of_node->kind == NODE_LIST)
		for_each_item(item, s->of_node)
			if (item->kind == NODE_SCALAR && node_has_value(item))
				refer_member(b, item);
	for_each(w, &s->weights)
		refer_member(b, w->head.node);
}

static struct score *refer_score(struct build_model *b,
				 const struct node *node)
{
	struct str id = doc_text(&b->l->doc, node);
	struct score *s = ladder_score(b->l, id);
	struct typo typo = {.word = id};
	struct finding *f;

	if (s || may_be_lost(b, b->l->scores_node))
		return s;
	f = model_add(b, CODE_L204, node, "there is no score %s",
		      quote(b, id));
	if (diag_may_guess(b->diag, b->l->scores.n))
		for_each(other, &b->l->scores)
			typo_offer(&typo, other->head.id);
	finding_suggest(b->diag, f, typo.best);
	return NULL;
}

static void resolve_scores(struct build_model *b)
{
	for_each(s, &b->l->scores)
		resolve_score_words(b, s);
	for_each(t, &b->l->tracks)
		for_each(s, &t->scores) {
			s->base = refer_score(b, s->head.node);
			resolve_score_words(b, s);
		}
}

/* --- everything ---------------------------------------------------------- */

/* Whether a category has a layer that could not be read. */
static bool layer_is_lost(struct build_model *b, const struct category *c)
{
	return c && (thing_is_lost(&c->head) ||
		     node_is_broken(thing_find(&b->l->doc, &c->head, "layer")));
}

static void set_layer(struct build_model *b, struct competency *c)
{
	int from_category = c->category ? c->category->layer : LAYER_NONE;
	struct finding *f;

	if (c->layer && from_category && c->layer != from_category) {
		f = model_add(b, CODE_L203, c->layer_node,
			      "the layer %s is not %s, that of the category "
			      "%s",
			      layer_name((enum layer)c->layer),
			      layer_name((enum layer)from_category),
			      quote(b, c->category_id));
		finding_note(b->diag, f,
			     doc_span(&b->l->doc, c->category->head.node),
			     "the category");
		finding_help(b->diag, f,
			     "take the layer out, or change the category");
		return;
	}
	if (c->layer)
		return;
	c->layer = from_category;
	if (c->layer || c->layer_node || (c->category_node && !c->category) ||
	    thing_is_lost(&c->head) || layer_is_lost(b, c->category))
		return;
	f = model_add(b, CODE_L203, c->head.node,
		      "the competency %s belongs to no layer",
		      quote(b, c->head.id));
	finding_help(b->diag, f,
		     "give it \"layer: execution\", \"technical\" or "
		     "\"leadership\", or a category that has one");
}

static void resolve_category(struct build_model *b, struct competency *c)
{
	struct typo typo = {.word = c->category_id};
	struct finding *f;

	if (c->category_id.len)
		c->category = ladder_category(b->l, c->category_id);
	if (c->category_node && c->category_id.ptr && !c->category &&
	    !may_be_lost(b, b->l->categories_node)) {
		f = model_add(b, CODE_L204, c->category_node,
			      "there is no category %s",
			      quote(b, c->category_id));
		if (diag_may_guess(b->diag, b->l->categories.n))
			for_each(other, &b->l->categories)
				typo_offer(&typo, other->head.id);
		finding_suggest(b->diag, f, typo.best);
	}
	set_layer(b, c);
}

/* A level asks for a competency in one way. */
static void check_both_ways(struct build_model *b, struct role *role)
{
	struct map asked = {0};

	if (!role->expects.n || !role->requires.n)
		return;
	for_each(ref, &role->requires)
		map_add(&asked, b->arena, ref->head.id, ref);
	for_each(cell, &role->expects) {
		struct stage_ref *ref = map_find(&asked, cell->head.id);
		struct finding *f;

		if (!ref || !cell->competency)
			continue;
		f = model_add(b, CODE_L216, cell->head.node,
			      "%s is asked for under \"requires\" too",
			      quote(b, cell->head.id));
		finding_note(b->diag, f, doc_span(&b->l->doc, ref->key),
			     "asked for here");
		finding_help(b->diag, f, "keep one of the two");
	}
}

static void check_at_least(struct build_model *b, struct choice *choice)
{
	struct finding *f;

	if (!choice->at_least || !choice->of.n ||
	    choice->at_least <= (int64_t)choice->of.n)
		return;
	f = model_add(b, CODE_L108, choice->at_least_node,
		      "%lld of %u options can never be met",
		      (long long)choice->at_least, choice->of.n);
	finding_help(b->diag, f, "write 1 to %u", choice->of.n);
}

static void resolve_role(struct build_model *b, struct role *role)
{
	refer_stages(b, &role->requires);
	refer_stages(b, &role->optional);
	check_both_ways(b, role);
	for_each(choice, &role->choose) {
		refer_stages(b, &choice->of);
		check_at_least(b, choice);
	}
	for_each(goal, &role->scores)
		goal->score = refer_score(b, goal->head.node);
}

void model_resolve(struct build_model *b)
{
	struct ladder *l = b->l;

	for_each(c, &l->competencies) {
		resolve_category(b, c);
		for_each(r, &c->written)
			refer_stages(b, &r->needs);
	}
	for (uint32_t i = 0; i < l->n_roles; i++) {
		for_each(cell, &l->roles[i]->expects)
			refer_stages(b, &cell->needs);
		resolve_role(b, l->roles[i]);
	}
	resolve_moves(b);
	resolve_scores(b);
}
