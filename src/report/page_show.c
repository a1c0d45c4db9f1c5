/* A ladder as a whole: its tracks, and for each a table of what every level
 * asks. */
#include "report/pages.h"
#include "report/pictures.h"
#include "report/words.h"

#include "base/decimal.h"

static size_t longest_word(struct str s)
{
	size_t longest = 0;

	while (s.len) {
		size_t len = str_index(s, ' ');

		longest = len > longest ? len : longest;
		s = str_from(s, len + 1);
	}
	return longest;
}

/* What a level is called at the head of a column, which is narrow: its code,
 * else its id, else its title where that can be broken into shorter words. */
static struct str short_name(const struct role *role)
{
	if (role->code.len)
		return role->code;
	return longest_word(role->title) < role->head.id.len ? role->title
							     : role->head.id;
}

/* --- levels -------------------------------------------------------------- */

static bool has_codes(const struct track *track)
{
	for_each(role, &track->levels)
		if (role->code.len)
			return true;
	return false;
}

static void add_levels(struct page *p, struct block *section,
		       const struct track *track)
{
	struct table *t = &page_add(p, section, BLOCK_TABLE)->table;
	bool codes = has_codes(track);

	t->keys = 1;
	table_head(p, t, ALIGN_RIGHT, "rank");
	if (codes)
		table_head(p, t, ALIGN_LEFT, "code");
	table_head(p, t, ALIGN_LEFT, "role");
	table_head(p, t, ALIGN_LEFT, "title");
	for_each(role, &track->levels) {
		prose *cell = table_row(p, t);

		prose_add(p->arena, cell++, MARK_PLAIN, "%lld",
			  (long long)role->rank);
		if (codes)
			prose_data(p->arena, cell++, MARK_PLAIN, role->code);
		prose_data(p->arena, cell++, MARK_CODE, role->path);
		prose_data(p->arena, cell, MARK_PLAIN, role->title);
	}
}

/* --- the matrix ---------------------------------------------------------- */

/* What all levels of a track ask, by level and competency. */
struct matrix {
	const struct track *track;
	struct asked **asked;              /* by level */
	const struct score_goal ***goals;  /* by level */
	struct table *table;
};

static struct matrix matrix_of(struct arena *a, const struct ladder *l,
			       const struct track *track)
{
	struct matrix m = {.track = track};

	m.asked = ARENA_ARRAY(a, track->levels.n, struct asked *);
	m.goals = ARENA_ARRAY(a, track->levels.n, const struct score_goal **);
	for (uint32_t i = 0; i < track->levels.n; i++) {
		m.asked[i] = role_asks(l, &track->levels.at[i], a);
		m.goals[i] = role_score_goals(l, &track->levels.at[i], a);
	}
	return m;
}

static bool asks_competency(const struct matrix *m, const struct competency *c)
{
	for (uint32_t i = 0; i < m->track->levels.n; i++)
		if (m->asked[i][c->index].stage)
			return true;
	return false;
}

static bool asks_score(const struct matrix *m, const struct score *s)
{
	for (uint32_t i = 0; i < m->track->levels.n; i++)
		if (m->goals[i][s->index])
			return true;
	return false;
}

/* A level that keeps what the one below asks is dim: the eye finds what each
 * level adds. */
static void add_competency(struct page *p, const struct matrix *m,
			   const struct competency *c)
{
	prose *cells = table_row(p, m->table);

	prose_data(p->arena, &cells[0], MARK_PLAIN, c->name);
	for (uint32_t i = 0; i < m->track->levels.n; i++) {
		const struct asked *asked = &m->asked[i][c->index];
		bool added = asked->role == &m->track->levels.at[i];

		if (!asked->stage)
			prose_add(p->arena, &cells[i + 1], MARK_DIM, "·");
		else
			prose_add(p->arena, &cells[i + 1],
				  added ? MARK_STRONG : MARK_DIM, "%u",
				  (unsigned)asked->stage->number);
	}
}

static void add_layer_rows(struct page *p, const struct ladder *l,
			   const struct matrix *m, enum layer layer)
{
	bool any = false;

	for_each(c, &l->competencies) {
		if (c->layer != (int)layer || !asks_competency(m, c))
			continue;
		if (!any)
			table_group(p, m->table, words_layer((int)layer));
		any = true;
		add_competency(p, m, c);
	}
}

static void add_score_rows(struct page *p, const struct ladder *l,
			   const struct matrix *m)
{
	bool any = false;

	for_each(score, &l->scores) {
		prose *cells;

		if (!asks_score(m, score))
			continue;
		if (!any)
			table_group(p, m->table, "Scores");
		any = true;
		cells = table_row(p, m->table);
		words_score(p->arena, &cells[0], MARK_PLAIN, score);
		for (uint32_t i = 0; i < m->track->levels.n; i++)
			if (m->goals[i][score->index])
				words_figure(p->arena, &cells[i + 1],
					     MARK_PLAIN,
					     m->goals[i][score->index]->figure);
	}
}

static void add_matrix(struct page *p, struct block *section,
		       const struct ladder *l, const struct track *track)
{
	struct matrix m = matrix_of(p->arena, l, track);
	struct block *block = page_section(p, section, "What each level asks");

	m.table = &page_add(p, block, BLOCK_TABLE)->table;
	m.table->keys = 1;
	table_head(p, m.table, ALIGN_LEFT, "competency");
	for_each(role, &track->levels)
		prose_data(p->arena,
			   &table_column(p, m.table, ALIGN_RIGHT)->title,
			   MARK_STRONG, short_name(role));
	for (int layer = LAYER_EXECUTION; layer <= N_LAYERS; layer++)
		add_layer_rows(p, l, &m, (enum layer)layer);
	add_score_rows(p, l, &m);
}

/* --- choices ------------------------------------------------------------- */

static void add_choice(struct page *p, struct block *list,
		       const struct role *role, const struct choice *choice)
{
	prose *to = page_item(p, list, MARKER_BULLET);
	struct arena *a = p->arena;

	prose_data(a, to, MARK_STRONG, short_name(role));
	prose_add(a, to, MARK_PLAIN, ": %lld of ",
		  (long long)choice->at_least);
	for (uint32_t i = 0; i < choice->of.n; i++) {
		if (i)
			prose_add(a, to, MARK_PLAIN, ", ");
		words_stage(a, to, MARK_PLAIN, choice->of.at[i].stage);
	}
}

static void add_choices(struct page *p, struct block *section,
			const struct track *track)
{
	struct block *list = NULL;

	for_each(role, &track->levels)
		for_each(choice, &role->choose) {
			if (!list)
				list = page_add(p,
						page_section(p, section,
							     "And a choice of"),
						BLOCK_LIST);
			add_choice(p, list, role, choice);
		}
}

/* --- the page ------------------------------------------------------------ */

static void add_track(struct page *p, const struct ladder *l,
		      const struct track *track)
{
	struct block *section = page_add(p, &p->root, BLOCK_SECTION);

	prose_data(p->arena, &section->title, MARK_STRONG, track->name);
	if (!str_eq(track->name, track->head.id))
		prose_data(p->arena, &section->aside, MARK_CODE,
			   track->head.id);
	if (track->summary.len)
		prose_rich(p->arena, page_paragraph(p, section),
			   track->summary);
	add_levels(p, section, track);
	add_matrix(p, section, l, track);
	add_choices(p, section, track);
}

static void add_moves(struct page *p, const struct ladder *l)
{
	struct block *section, *list;

	if (!l->moves.n)
		return;
	section = page_section(p, &p->root, "Moves");
	list = page_add(p, section, BLOCK_LIST);
	for_each(move, &l->moves) {
		prose *to = page_item(p, list, MARKER_BULLET);

		prose_data(p->arena, to, MARK_CODE, move->from_text);
		prose_add(p->arena, to, MARK_PLAIN, " → ");
		prose_data(p->arena, to, MARK_CODE, move->to_text);
		if (move->summary.len) {
			prose_add(p->arena, to, MARK_PLAIN, ": ");
			prose_rich(p->arena, to, move->summary);
		}
	}
}

static void add_last(struct page *p, const struct ladder *l)
{
	prose *to;

	page_add(p, &p->root, BLOCK_RULE);
	to = page_paragraph(p, &p->root);
	prose_add(p->arena, to, MARK_DIM, "%u %s, %u %s, %u %s, %u %s.",
		  (unsigned)l->tracks.n,
		  words_plural(l->tracks.n, "track", "tracks"),
		  (unsigned)l->n_roles,
		  words_plural(l->n_roles, "role", "roles"),
		  (unsigned)l->competencies.n,
		  words_plural(l->competencies.n, "competency",
			       "competencies"),
		  (unsigned)l->n_stages,
		  words_plural(l->n_stages, "stage", "stages"));
	prose_add(p->arena, to, MARK_DIM,
		  " `ladder show ROLE` and `ladder show COMPETENCY` tell one"
		  " in full.");
}

struct page *page_show_ladder(struct arena *a, const struct ladder *l)
{
	struct page *p = page_new(a);

	p->language = l->language;
	prose_data(a, &p->root.title, MARK_STRONG, l->name);
	prose_data(a, &p->root.aside, MARK_CODE, l->head.id);
	if (l->version.len) {
		prose_add(a, &p->root.aside, MARK_PLAIN, " ");
		prose_data(a, &p->root.aside, MARK_PLAIN, l->version);
	}
	if (l->summary.len)
		prose_rich(a, page_paragraph(p, &p->root), l->summary);
	picture_map(p, &p->root, &(struct map_view){.ladder = l});
	for_each(track, &l->tracks)
		add_track(p, l, track);
	add_moves(p, l);
	add_last(p, l);
	return p;
}
