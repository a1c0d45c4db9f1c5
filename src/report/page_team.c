#include "report/page_team.h"

#include "base/date.h"

/* Beyond so many people a page shows no row for each. */
enum { MANY = 100 };

const char *group_kind_name(enum group_kind kind)
{
	switch (kind) {
	case GROUP_IC:
		return "ic";
	case GROUP_MANAGER:
		return "manager";
	case GROUP_NO_ROLE:
		return "none";
	case GROUP_MIXED:
		break;
	}
	return "mixed";
}

uint32_t team_changed_kind(const struct team *t)
{
	uint32_t n = 0;

	for_each(m, &t->members)
		n += member_changed_kind(*m);
	return n;
}

/* --- the title ------------------------------------------------------------ */

/* From which days the newest files are. */
static void add_days(struct page *p, prose *to, const struct team *t)
{
	int32_t first = INT32_MAX, last = NO_DAY;
	char text[2][11];

	for_each(m, &t->members) {
		if ((*m)->date == NO_DAY)
			continue;
		first = (*m)->date < first ? (*m)->date : first;
		last = (*m)->date > last ? (*m)->date : last;
	}
	if (last == NO_DAY)
		return;
	date_write(first, text[0]);
	date_write(last, text[1]);
	prose_add(p->arena, to, MARK_DIM, " · assessed %s", text[0]);
	if (first != last)
		prose_add(p->arena, to, MARK_DIM, " to %s", text[1]);
}

static void add_title(struct page *p, const struct team_view *v)
{
	const struct ladder *l = v->team->ladder;
	uint32_t n = v->team->members.n;
	struct arena *a = p->arena;
	prose *below;

	prose_add(a, &p->root.title, MARK_STRONG, "Team: %u %s", n,
		  words_plural(n, "person", "people"));
	below = page_paragraph(p, &p->root);
	words_ladder(a, below, MARK_DIM, l);
	if (v->names)
		add_days(p, below, v->team);
}

/* --- the matrix ----------------------------------------------------------- */

/* Whether there is anything to tell of a competency. */
static bool is_told(struct team *t, const struct competency *c)
{
	for_each(m, &t->members)
		if (member_have(*m, c->index) ||
		    team_need(t, (*m)->role, c->index) ||
		    team_aim(t, *m, c->index))
			return true;
	return false;
}

/* A stage against what the role held asks, and the target beyond it. */
static void add_stand(struct page *p, struct table *table, uint32_t column,
		      struct team *t, const struct member *m,
		      const struct competency *c)
{
	uint32_t have = member_have(m, c->index);
	uint32_t role = team_need(t, m->role, c->index);
	uint32_t aim = team_aim(t, m, c->index);
	enum tone tone = TONE_NONE;
	prose *cell;

	if (m->have[c->index] == NOT_APPLICABLE) {
		cell = table_tone(p, table, column, TONE_NONE);
		prose_add(p->arena, cell, MARK_DIM, "n/a");
		return;
	}
	if (have < role)
		tone = TONE_FAR;
	else if (have < aim)
		tone = TONE_NEAR;
	else if (aim || role)
		tone = have > aim && have > role ? TONE_OVER : TONE_MET;
	cell = table_tone(p, table, column, tone);
	prose_add(p->arena, cell, have || tone ? MARK_PLAIN : MARK_DIM,
		  "%u", (unsigned)competency_number(c, have));
	if (have < aim || have < role)
		prose_add(p->arena, cell, MARK_PLAIN, "/%u",
			  (unsigned)competency_number(
				  c, aim > role ? aim : role));
}

static void add_member(struct page *p, struct table *table,
		       const struct team_view *v, const struct member *m,
		       const bool *told)
{
	struct team *t = v->team;
	uint32_t column = 2;
	prose *cells = table_row(p, table);

	prose_data(p->arena, &cells[0], MARK_PLAIN, m->person);
	if (m->role)
		words_role(p->arena, &cells[1], MARK_PLAIN, t->ladder,
			   m->role);
	else
		prose_add(p->arena, &cells[1], MARK_DIM, "none");
	for_each(c, &t->ladder->competencies)
		if (told[c->index])
			add_stand(p, table, column++, t, m, c);
}

static void add_matrix(struct page *p, struct block *section,
		       const struct team_view *v)
{
	static const char *const tones[N_TONES] = {
		[TONE_FAR] = "below the role held",
		[TONE_NEAR] = "below the target",
		[TONE_MET] = "as asked",
		[TONE_OVER] = "more than asked"};
	struct team *t = v->team;
	bool *told = ARENA_ARRAY(p->arena, t->ladder->competencies.n + 1, bool);
	struct table *table = &page_add(p, section, BLOCK_HEAT)->table;

	table->keys = 1; /* roles are long, and needed once */
	table->tones = tones;
	table_head(p, table, ALIGN_LEFT, "person");
	table_head(p, table, ALIGN_LEFT, "role");
	for_each(c, &t->ladder->competencies) {
		told[c->index] = is_told(t, c);
		if (told[c->index])
			prose_data(p->arena,
				   &table_column(p, table, ALIGN_RIGHT)->title,
				   MARK_STRONG, c->name);
	}
	for_each(m, &t->members)
		add_member(p, table, v, *m, told);
}

static void add_stages(struct page *p, const struct team_view *v)
{
	struct block *section = page_section(p, &p->root, "Who has what");
	prose *to = page_paragraph(p, section);

	if (v->team->members.n > MANY && !v->all) {
		prose_add(p->arena, to, MARK_DIM,
			  "They are too many for a page; --format csv has a "
			  "row for each, and --all shows them here.");
		return;
	}
	prose_add(p->arena, to, MARK_DIM,
		  "The stage reached; behind a stroke the one that the target "
		  "or the role held asks where it is higher.");
	add_matrix(p, section, v);
}

/* --- in short ------------------------------------------------------------- */

static uint32_t count_covers(const struct team_view *v, bool nobody)
{
	uint32_t n = 0;

	for_each(s, &v->covers)
		n += nobody ? !s->people : hangs_on_one(s);
	return n;
}

static void add_more(struct page *p, prose *to, uint32_t n, const char *one,
		     const char *many)
{
	if (n)
		prose_add(p->arena, to, MARK_STRONG, "; %u %s", n,
			  words_plural(n, one, many));
}

static void add_summary(struct page *p, const struct team_view *v)
{
	struct block *summary = page_add(p, &p->root, BLOCK_SUMMARY);
	prose *to = page_paragraph(p, summary);
	uint32_t roles = 0, met = 0;

	for_each(g, &v->groups) {
		roles += g->role ? g->people : 0;
		met += g->met;
	}
	prose_add(p->arena, to, MARK_STRONG,
		  "%u of %u meet the role they hold", met, roles);
	add_more(p, to, count_covers(v, false), "stage hangs on one person",
		 "stages hang on one person");
	add_more(p, to, count_covers(v, true), "stage that is asked nobody has",
		 "stages that are asked nobody has");
	add_more(p, to, v->ready_people,
		 "is ready, or nearly, for another role",
		 "are ready, or nearly, for another role");
	prose_add(p->arena, to, MARK_STRONG, ".");
}

/* --- all of it ------------------------------------------------------------ */

static void add_layers(struct page *p, const struct team_view *v)
{
	struct block *section = page_section(p, &p->root, "Coverage");

	prose_add(p->arena, page_paragraph(p, section), MARK_DIM,
		  "Stages that the roles held ask, of each person, and how "
		  "many of them are there.");
	team_add_layers(p, section, v->layers, "stages");
}

static void add_unread(struct page *p, const struct team *t)
{
	if (t->unread)
		prose_add(p->arena, page_paragraph(p, &p->root), MARK_WARN,
			  "%u %s could not be used.", t->unread,
			  words_plural(t->unread, "file", "files"));
}

struct page *page_team(struct arena *a, const struct team_view *v)
{
	struct page *p = page_new(a);

	p->language = v->team->ladder->language;
	add_title(p, v);
	add_unread(p, v->team);
	if (!v->names) {
		team_add_counted(p, v);
		return p;
	}
	if (!v->team->members.n)
		return p;
	add_stages(p, v);
	add_layers(p, v);
	team_add_roles(p, v);
	team_add_moves(p, v);
	team_add_risks(p, v);
	team_add_ready(p, v);
	team_add_mentors(p, v);
	add_summary(p, v);
	return p;
}
