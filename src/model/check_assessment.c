#include "model/build.h"

struct check {
	struct loader *ld;
	struct diag *diag;
	struct assessment *as;
	const struct ladder *l;
};

#define check_add(c, code, node, ...) \
	doc_add((c)->diag, (code), &(c)->as->doc, (node), __VA_ARGS__)

static const char *quote(struct check *c, struct str text)
{
	return diag_quote(c->diag, text);
}

/* --- which ladder -------------------------------------------------------- */

/* False where the assessment is for another ladder: nothing in it can be
 * compared with this one. */
static bool check_ladder(struct check *c)
{
	const struct assessment *as = c->as;
	bool base = false;
	struct finding *f;

	if (!as->ladder_id.len || str_eq(as->ladder_id, c->l->head.id))
		return true;
	for_each(id, &c->l->bases)
		base = base || str_eq(*id, as->ladder_id);
	if (base) {
		f = check_add(c, CODE_L513, as->ladder_node,
			      "this was made for %s, which %s extends",
			      quote(c, as->ladder_id),
			      quote(c, c->l->head.id));
		finding_help(c->diag, f, "write \"ladder: %.*s\" once it is "
					 "rated",
			     STR_ARG(c->l->head.id));
		return true;
	}
	f = check_add(c, CODE_L501, as->ladder_node,
		      "this was made for the ladder %s, not for %s",
		      quote(c, as->ladder_id), quote(c, c->l->head.id));
	finding_help(c->diag, f, "use that ladder with --ladder");
	return false;
}

static void check_version(struct check *c)
{
	const struct assessment *as = c->as;
	struct finding *f;

	if (!as->version_node || !c->l->version.len ||
	    str_eq(as->ladder_version, c->l->version) ||
	    !str_eq(as->ladder_id, c->l->head.id))
		return;
	f = check_add(c, CODE_L502, as->version_node,
		      "this was made for version %s of the ladder; it is at %s",
		      quote(c, as->ladder_version), quote(c, c->l->version));
	finding_help(c->diag, f, "look the ratings through, then write the new "
				 "version");
}

/* --- roles --------------------------------------------------------------- */

static void old_role(struct check *c, const struct node *node,
		     struct str word, const struct role *now)
{
	struct finding *f = check_add(c, CODE_L504, node,
				      "the role %s is called %s now",
				      quote(c, word), quote(c, now->path));

	finding_write(c->diag, f, now->path);
}

/* `kind` is what the word should name. */
static struct role *find_role(struct check *c, const struct node *node,
			      struct str word, const char *kind)
{
	struct arena *a = c->ld->arena;
	struct role_lookup found = ladder_lookup_role(c->l, a, word);
	struct str list = {0};
	struct finding *f;

	if (found.by_old_id && found.role)
		old_role(c, node, word, found.role);
	if (found.role)
		return found.role;
	for_each(role, &found.candidates)
		list = arena_printf(a, "%.*s%s%.*s", STR_ARG(list),
				    list.len ? ", " : "",
				    STR_ARG((*role)->path));
	if (found.candidates.n) {
		f = check_add(c, CODE_L205, node, "%s names several roles",
			      quote(c, word));
		finding_help(c->diag, f, "write one of %s%s", list.ptr,
			     found.more ? " …" : "");
		return NULL;
	}
	f = check_add(c, CODE_L204, node, "the ladder has no %s %s", kind,
		      quote(c, word));
	if (diag_may_guess(c->diag, c->l->n_roles * 4))
		finding_suggest(c->diag, f,
				ladder_find_role(c->l, a, word).nearest);
	return NULL;
}

static struct role *role_of(struct check *c, const struct node *node,
			    struct str word)
{
	return node && word.ptr ? find_role(c, node, word, "role") : NULL;
}

static struct track *track_once_called(const struct ladder *l, struct str id)
{
	for_each(t, &l->tracks)
		for_each(old, &t->renamed_from)
			if (str_eq(*old, id))
				return t;
	return NULL;
}

static void avoid_track(struct check *c, const struct track *t)
{
	for_each(role, &t->levels)
		c->as->avoid_roles[role->index] = true;
}

static void avoid_word(struct check *c, const struct node *node)
{
	struct str word = doc_text(&c->as->doc, node);
	struct track *t = ladder_track(c->l, word);
	struct role *role;
	struct finding *f;

	if (!t && !ladder_lookup_role(c->l, c->ld->arena, word).role) {
		t = track_once_called(c->l, word);
		if (t) {
			f = check_add(c, CODE_L504, node,
				      "the track %s is called %s now",
				      quote(c, word), quote(c, t->head.id));
			finding_write(c->diag, f, t->head.id);
		}
	}
	if (t) {
		avoid_track(c, t);
		return;
	}
	role = find_role(c, node, word, "track or role");
	if (role)
		c->as->avoid_roles[role->index] = true;
}

static void check_roles(struct check *c)
{
	struct assessment *as = c->as;

	as->role = role_of(c, as->role_node, as->role_text);
	as->baseline = role_of(c, as->baseline_node, as->baseline_text);
	as->target = role_of(c, as->target_node, as->target_text);
	as->avoid_roles = ARENA_ARRAY(c->ld->arena, c->l->n_roles, bool);
	if (as->avoid_node && as->avoid_node->kind == NODE_LIST)
		for_each_item(item, as->avoid_node)
			if (item->kind == NODE_SCALAR && node_has_value(item))
				avoid_word(c, item);
}

/* --- ratings ------------------------------------------------------------- */

static void report_unknown(struct check *c, const struct rating *rating)
{
	struct str id = rating->head.id;
	const struct retired *gone = ladder_retired_competency(c->l, id);
	struct typo typo = {.word = id};
	struct finding *f;

	if (gone) {
		f = check_add(c, CODE_L503, rating->key,
			      "the competency %s is retired", quote(c, id));
		finding_help(c->diag, f,
			     gone->replaced_by.len
				     ? "rate %s, which replaces it"
				     : "take the rating of %s out, or keep it "
				       "as a comment",
			     quote(c, gone->replaced_by.len
					      ? gone->replaced_by
					      : id));
		return;
	}
	f = check_add(c, CODE_L503, rating->key,
		      "the ladder has no competency %s", quote(c, id));
	if (diag_may_guess(c->diag, c->l->competencies.n))
		for_each(other, &c->l->competencies)
			typo_offer(&typo, other->head.id);
	if (typo.best.ptr)
		finding_suggest(c->diag, f, typo.best);
	else
		finding_help(c->diag, f,
			     "`ladder list` names the competencies; where "
			     "the ladder has changed, `ladder migrate` "
			     "carries ratings over");
}

static void find_rated(struct check *c, struct rating *rating)
{
	struct str id = rating->head.id;

	rating->competency = ladder_competency(c->l, id);
	if (!rating->competency)
		rating->competency = ladder_renamed_competency(c->l, id);
	if (!rating->competency)
		report_unknown(c, rating);
}

static bool is_renamed(const struct rating *rating)
{
	return !str_eq(rating->head.id, rating->competency->head.id);
}

static void report_renamed(struct check *c, const struct rating *rating)
{
	struct finding *f = check_add(c, CODE_L504, rating->key,
				      "the competency %s is called %s now",
				      quote(c, rating->head.id),
				      quote(c, rating->competency->head.id));

	finding_write(c->diag, f, rating->competency->head.id);
}

static void report_no_stage(struct check *c, const struct rating *rating,
			    const struct stage_lookup *found)
{
	const struct competency *of = rating->competency;
	struct finding *f;

	f = check_add(c, CODE_L206, rating->stage_node,
		      "the competency %s has no stage %s",
		      quote(c, of->head.id), quote(c, rating->stage_text));
	if (found->ambiguous) {
		finding_help(c->diag, f,
			     "tracks have that level at different ranks: "
			     "write track/level");
		return;
	}
	if (!str_is_digits(rating->stage_text) &&
	    diag_may_guess(c->diag, of->n_stages))
		finding_suggest(c->diag, f,
				competency_nearest_stage(c->l, of,
							 rating->stage_text));
	if (f->help.ptr)
		return;
	if (of->n_stages && !of->cells)
		finding_help(c->diag, f, "its stages are 0 (none) to %u",
			     of->n_stages);
	else if (of->cells)
		finding_help(c->diag, f, "write a rank from 0 to %lld",
			     (long long)c->l->highest_rank);
}

static void check_stage(struct check *c, const struct rating *rating)
{
	struct stage_lookup found;
	struct str now;
	struct finding *f;

	if (!rating->stage_node || !rating->stage_text.ptr)
		return;
	found = competency_stage(c->l, rating->competency, rating->stage_text,
				 false);
	if (!found.found) {
		report_no_stage(c, rating, &found);
		return;
	}
	if (!found.by_old_id)
		return;
	now = found.now;
	f = check_add(c, CODE_L504, rating->stage_node,
		      "the stage %s is called %s now",
		      quote(c, rating->stage_text), quote(c, now));
	finding_write(c->diag, f, now);
}

/* What needs no ladder: a reason, and nothing beside it. */
static void check_na(struct check *c, const struct rating *rating)
{
	static const char *const booleans[] = {"true",	"True",	 "TRUE",
					       "false", "False", "FALSE"};
	const struct node *beside = rating->stage_node ? rating->stage_node
				    : rating->met_node ? rating->met_node
						       : rating->evidence_node;
	bool reason = str_trim(rating->na).len > 0;
	struct finding *f;

	if (!rating->na_node || rating->na_node->kind != NODE_SCALAR)
		return;
	for (size_t i = 0; i < 6; i++)
		if (rating->na_node->flags & NODE_PLAIN &&
		    str_is(rating->na, booleans[i]))
			reason = false;
	if (!reason) {
		f = check_add(c, CODE_L510, rating->na_node,
			      "\"na\" is %s; expected the reason in words",
			      quote(c, rating->na));
		finding_help(c->diag, f, "write why it does not apply");
	}
	if (!beside)
		return;
	f = check_add(c, CODE_L512, beside,
		      "a competency that is n/a is rated here too");
	finding_note(c->diag, f, doc_span(&c->as->doc, rating->na_node),
		     "n/a here");
	finding_help(c->diag, f, "keep one of the two; a note may stay");
}

/* The behaviours that `met` may name: those of the stage above what the
 * rating alone gives. */
static const struct rubric *met_rubric(struct check *c,
				       const struct rating *rating,
				       const struct stand *stand)
{
	const struct competency *of = rating->competency;
	uint32_t have = stand->have - stand->by_behaviours;
	struct track *t = c->as->role ? c->as->role->track : NULL;

	return have < of->n_stages ? stage_rubric(&of->stages[have], t) : NULL;
}

static void check_met_word(struct check *c, const struct rubric *r,
			   const struct node *node)
{
	struct str word = doc_text(&c->as->doc, node);
	struct typo typo = {.word = word};
	struct finding *f;

	if (rubric_find_behaviour(r, word) >= 0)
		return;
	f = check_add(c, CODE_L507, node,
		      "the next stage of %s (%u) has no behaviour %s",
		      quote(c, r->competency->head.id), r->stage->number,
		      quote(c, word));
	for_each(b, &r->behaviours)
		typo_offer(&typo, b->head.id);
	if (typo.best.ptr && !str_is_digits(word))
		finding_suggest(c->diag, f, typo.best);
	else
		finding_help(c->diag, f,
			     r->behaviours.n ? "it has %u, counted from 1"
					     : "it has none",
			     r->behaviours.n);
}

/* Whether the stage may stand in what was not understood of a rating. */
static bool has_lost(const struct rating *rating)
{
	const struct node *value = rating->head.node + 1;

	if (rating->stage_node || thing_is_lost(&rating->head))
		return true;
	for_each_key(key, value)
		if (node_is_broken(key))
			return true;
	return false;
}

/* Whether the stage of a rating was not understood, which was told. */
static bool is_misread(const struct stand *stand)
{
	return stand->rating && !stand->rated && !stand->na &&
	       has_lost(stand->rating);
}

static void check_met(struct check *c, const struct rating *rating,
		      const struct stand *stand)
{
	const struct rubric *r;
	struct finding *f;

	if (!rating->met_node || !rating->met.n || rating->na_node ||
	    is_misread(stand))
		return;
	r = met_rubric(c, rating, stand);
	if (!r) {
		f = check_add(c, CODE_L506, rating->met_node,
			      "there is no stage above %u for \"met\"",
			      stand->rank_have);
		finding_help(c->diag, f, "take it out");
		return;
	}
	for_each_item(item, rating->met_node)
		if (item->kind == NODE_SCALAR && node_has_value(item))
			check_met_word(c, r, item);
	if (!stand->by_behaviours)
		return;
	f = check_add(c, CODE_L508, rating->met_node,
		      "enough of stage %u of %s is shown: it counts as reached",
		      stand->rank_have,
		      quote(c, rating->competency->head.id));
	finding_help(c->diag, f, "rate it %u and take \"met\" out",
		     stand->rank_have);
}

static const struct stage_ref *unmet_need(const struct competency *c,
					  uint32_t have,
					  const struct stand *stands)
{
	for (uint32_t i = 0; i < have; i++)
		for_each(ref, &c->stages[i].needs)
			if (ref->stage &&
			    !stands[ref->competency->index].na &&
			    !is_misread(&stands[ref->competency->index]) &&
			    stands[ref->competency->index].have <
				    ref->stage->ordinal)
				return ref;
	return NULL;
}

static void check_needs(struct check *c, const struct rating *rating,
			const struct stand *stands)
{
	const struct competency *of = rating->competency;
	const struct stand *stand = &stands[of->index];
	const struct stage_ref *need;
	struct finding *f;

	if (!stand->rated)
		return;
	need = unmet_need(of, stand->have, stands);
	if (!need)
		return;
	f = check_add(c, CODE_L505, rating->stage_node,
		      "stage %u of %s builds on stage %u of %s, which is at %u",
		      stand->rank_have, quote(c, of->head.id),
		      need->stage->number,
		      quote(c, need->competency->head.id),
		      stands[need->competency->index].rank_have);
	finding_help(c->diag, f, "rate what it builds on, or this one lower");
}

static void report_twice(struct check *c, const struct rating *one,
			 const struct rating *other)
{
	struct finding *f =
		check_add(c, CODE_L509, one->key,
			  "%s is the same competency as %s, which is rated too",
			  quote(c, one->head.id), quote(c, other->head.id));

	finding_note(c->diag, f, doc_span(&c->as->doc, other->key),
		     "the other rating");
	finding_help(c->diag, f, "keep the one under today's id, %s",
		     quote(c, one->competency->head.id));
}

/* Of two ratings the one under an old id is told; that says that it was
 * renamed, too. */
static void check_twice(struct check *c)
{
	struct rating **kept = ARENA_ARRAY(c->ld->arena, c->l->competencies.n,
					   struct rating *);

	for_each(rating, &c->as->ratings) {
		struct rating **slot;

		if (!rating->competency)
			continue;
		slot = &kept[rating->competency->index];
		if (*slot && !is_renamed(rating)) {
			report_twice(c, *slot, rating);
			*slot = rating;
		} else if (*slot) {
			report_twice(c, rating, *slot);
		} else {
			*slot = rating;
		}
	}
	for (uint32_t i = 0; i < c->l->competencies.n; i++)
		if (kept[i] && is_renamed(kept[i]))
			report_renamed(c, kept[i]);
}

static void check_ratings(struct check *c)
{
	struct stand *stands;

	for_each(rating, &c->as->ratings) {
		find_rated(c, rating);
		if (rating->competency)
			check_stage(c, rating);
	}
	check_twice(c);
	stands = assessment_stands(c->l, c->as, c->ld->arena);
	for_each(rating, &c->as->ratings)
		if (rating->competency) {
			check_met(c, rating,
				  &stands[rating->competency->index]);
			check_needs(c, rating, stands);
		}
}

void assessment_check(struct loader *ld, struct assessment *as,
		      const struct ladder *l)
{
	struct check c = {ld, ld->diag, as, l};

	for_each(rating, &as->ratings) {
		rating->key = rating->head.node;
		check_na(&c, rating);
	}
	assessment_check_dates(ld->diag, as);
	if (!l)
		return;
	if (!check_ladder(&c))
		return;
	check_version(&c);
	check_roles(&c);
	check_ratings(&c);
}
