/* What roles ask and what someone has, by kinds of competencies. */
#include "report/pictures.h"
#include "report/words.h"

enum { AXES_LEAST = 3, AXES_MOST = 12 };

/* One or several competencies that are summed up on an axis. */
struct kind {
	const struct category *category;
	const struct competency *competency; /* instead, where it is alone */
	int layer;                           /* where it has no category */
	int64_t counts[SERIES_MOST];
	int64_t all;                         /* of so many stages */
};

struct kinds {
	struct page *page;
	const struct ladder *ladder;
	bool by_most; /* the rim is the longest series, not all stages */
	VEC(struct kind) list;
};

/* How a competency counts: stages by series, and of how many. */
struct tally {
	int64_t counts[SERIES_MOST];
	int64_t all;
};

/* By competency index. */
struct tallies {
	struct tally *at;
	uint32_t n_series;
};

/* --- kinds --------------------------------------------------------------- */

static struct kind *kind_of(struct kinds *k, const struct competency *c,
			    bool alone)
{
	struct kind *kind;

	for_each(it, &k->list)
		if (alone ? it->competency == c
			  : it->category == c->category &&
				    (c->category || it->layer == c->layer))
			return it;
	kind = vec_add(k->page->arena, &k->list);
	kind->category = c->category;
	kind->competency = alone ? c : NULL;
	kind->layer = c->layer;
	return kind;
}

static void add_tally(struct kinds *k, const struct tallies *t,
		      const struct competency *c, bool alone)
{
	const struct tally *tally = &t->at[c->index];
	struct kind *kind;

	if (!tally->all)
		return;
	kind = kind_of(k, c, alone);
	kind->all += tally->all;
	for (uint32_t i = 0; i < t->n_series; i++)
		kind->counts[i] += tally->counts[i];
}

/* Layer by layer, so that what belongs together is side by side. */
static void sum_up(struct kinds *k, const struct tallies *t, bool alone)
{
	k->list.n = 0;
	for (int layer = LAYER_NONE; layer <= N_LAYERS; layer++)
		for_each(c, &k->ladder->competencies)
			if (c->layer == layer &&
			    k->list.n <= AXES_MOST)
				add_tally(k, t, c, alone);
}

static bool is_few(const struct kinds *k)
{
	return k->list.n >= AXES_LEAST && k->list.n <= AXES_MOST;
}

/* Layers alone are told by bars. */
static bool has_category(const struct kinds *k)
{
	for_each(kind, &k->list)
		if (kind->category)
			return true;
	return false;
}

/* By category, or by competency where those make no picture. */
static bool find_kinds(struct kinds *k, const struct tallies *t)
{
	sum_up(k, t, false);
	if (!is_few(k) || !has_category(k))
		sum_up(k, t, true);
	return is_few(k);
}

static int64_t rim_of(const struct kinds *k, const struct kind *kind)
{
	int64_t most = 1;

	for (uint32_t i = 0; i < SERIES_MOST; i++)
		most = kind->counts[i] > most ? kind->counts[i] : most;
	return k->by_most ? most : kind->all;
}

static void add_axes(struct kinds *k, struct block *b)
{
	for_each(kind, &k->list) {
		struct radar_axis *axis = radar_axis(k->page, b);

		if (kind->competency)
			prose_data(k->page->arena, &axis->name, MARK_PLAIN,
				   kind->competency->name);
		else if (kind->category)
			prose_data(k->page->arena, &axis->name, MARK_PLAIN,
				   kind->category->name);
		else
			prose_add(k->page->arena, &axis->name, MARK_PLAIN,
				  "%s", words_layer(kind->layer));
		for (uint32_t i = 0; i < b->radar->n_series; i++) {
			axis->counts[i] = kind->counts[i];
			axis->shares[i] =
				kind->counts[i] * 1000 / rim_of(k, kind);
		}
	}
	radar_finish(k->page, b, "stages in");
}

/* --- of a target --------------------------------------------------------- */

static int64_t ordinal(const struct asked *asked)
{
	return asked->stage ? asked->stage->ordinal : 0;
}

/* Series: what is there, the target, and what the present role asks where it is
 * another. Only what counts for the target does. */
static struct tallies tally_stand(struct arena *a, const struct plan_view *v,
				  bool present)
{
	const struct ladder *l = v->ladder;
	struct tallies t = {ARENA_ARRAY(a, l->competencies.n, struct tally),
			    present ? 3 : 2};
	struct asked *target = role_asks(l, v->query->target, a);
	struct asked *now = present ? role_asks(l, v->query->from, a) : NULL;

	for_each(c, &l->competencies) {
		const struct stand *stand = &v->query->stands[c->index];
		struct tally *tally = &t.at[c->index];
		int64_t need = ordinal(&target[c->index]);

		if (stand->na)
			continue;
		tally->all = need;
		tally->counts[0] = stand->have < need ? stand->have : need;
		tally->counts[1] = need;
		if (now)
			tally->counts[2] =
				ordinal(&now[c->index]) < need
					? ordinal(&now[c->index])
					: need;
	}
	return t;
}

static void name_role(struct page *p, prose *to, const struct ladder *l,
		      const struct role *role)
{
	words_role(p->arena, to, MARK_PLAIN, l, role);
	prose_add(p->arena, to, MARK_PLAIN, " asks");
}

/* Someone who has just what the present role asks needs no line for it. */
static bool is_same(const struct tallies *t, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		if (t->at[i].counts[0] != t->at[i].counts[2])
			return false;
	return true;
}

void picture_stand(struct page *p, struct block *parent,
		   const struct plan_view *v)
{
	const struct plan_query *q = v->query;
	bool present = q->from && q->from != q->target;
	struct kinds k = {.page = p, .ladder = v->ladder};
	struct tallies t = tally_stand(p->arena, v, present);
	struct block *b;

	if (present && is_same(&t, v->ladder->competencies.n)) {
		present = false;
		t = tally_stand(p->arena, v, present);
	}
	if (!find_kinds(&k, &t))
		return;
	b = page_radar(p, parent, "Have and need");
	b->beside = b->radar->counted = true;
	prose_add(p->arena, &b->body, MARK_PLAIN,
		  "The area is where you stand, the rim all that ");
	words_role(p->arena, &b->body, MARK_PLAIN, v->ladder, q->target);
	prose_add(p->arena, &b->body, MARK_PLAIN, " asks.");
	prose_add(p->arena, radar_series(b), MARK_PLAIN, "have");
	name_role(p, radar_series(b), v->ladder, q->target);
	if (present)
		name_role(p, radar_series(b), v->ladder, q->from);
	add_axes(&k, b);
}

/* --- of several roles ---------------------------------------------------- */

static bool has_any(const struct asks_view *v)
{
	for (uint32_t i = 0; v->stands && i < v->ladder->competencies.n; i++)
		if (v->stands[i].have)
			return true;
	return false;
}

static void tally_role(struct tallies *t, const struct asks_view *v,
		       struct arena *a, const struct role *role)
{
	struct asked *asked = role_asks(v->ladder, role, a);

	for_each(c, &v->ladder->competencies) {
		struct tally *tally = &t->at[c->index];

		tally->counts[t->n_series] = ordinal(&asked[c->index]);
		if (asked[c->index].stage)
			tally->all = c->n_stages;
	}
	t->n_series++;
}

/* What somebody has counts where one of the roles asks something. */
static void tally_have(struct tallies *t, const struct asks_view *v)
{
	for_each(c, &v->ladder->competencies)
		if (t->at[c->index].all)
			t->at[c->index].counts[0] =
				v->stands[c->index].have;
}

static struct tallies tally_roles(struct arena *a, const struct asks_view *v,
				  uint32_t first)
{
	struct tallies t = {
		ARENA_ARRAY(a, v->ladder->competencies.n, struct tally), first};

	for (uint32_t i = 0; i < v->n_roles; i++)
		tally_role(&t, v, a, v->roles[i]);
	if (first)
		tally_have(&t, v);
	return t;
}

void picture_asks(struct page *p, struct block *parent,
		  const struct asks_view *v)
{
	bool have = has_any(v);
	struct kinds k = {.page = p, .ladder = v->ladder,
			  .by_most = v->by_most};
	struct tallies t = tally_roles(p->arena, v, have);
	struct block *b;

	if (!find_kinds(&k, &t))
		return;
	b = page_radar(p, parent, "What is asked");
	b->beside = b->radar->counted = true;
	b->radar->look = v->stands && !have;
	prose_add(p->arena, &b->body, MARK_PLAIN, "%s",
		  v->by_most ? "The rim is the most that one of them asks."
			     : "The rim is the highest stage of each "
			       "competency.");
	if (have)
		prose_add(p->arena, radar_series(b), MARK_PLAIN, "have");
	for (uint32_t i = 0; i < v->n_roles; i++)
		words_role(p->arena, radar_series(b), MARK_PLAIN, v->ladder,
			   v->roles[i]);
	add_axes(&k, b);
}
