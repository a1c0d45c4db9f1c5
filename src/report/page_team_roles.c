/* Of a team: what of each layer is there, who holds which role, who changed. */
#include "report/page_team.h"

#include "base/date.h"

/* --- layers --------------------------------------------------------------- */

void team_add_layers(struct page *p, struct block *section,
		     const struct layer_cover *layers, const char *what)
{
	struct block *bars = page_add(p, section, BLOCK_BARS);

	for (int layer = LAYER_EXECUTION; layer <= N_LAYERS; layer++) {
		struct block *bar = page_add(p, bars, BLOCK_BAR);
		long long have = layers[layer].have;
		long long need = layers[layer].need;

		bar->have = have;
		bar->need = need;
		prose_add(p->arena, &bar->title, MARK_PLAIN, "%s",
			  words_layer(layer));
		if (need)
			prose_add(p->arena, &bar->aside, MARK_PLAIN,
				  "%lld of %lld %s", have, need, what);
		else
			prose_add(p->arena, &bar->aside, MARK_DIM,
				  "nothing asked");
	}
}

/* --- roles ---------------------------------------------------------------- */

void team_add_time(struct page *p, prose *to, const struct team_group *g)
{
	/* 48 months of four years, one of them a leap year */
	int64_t months = (group_days(g) * 48 + 1461 / 2) / 1461;
	long long years = months / 12, rest = months % 12;

	if (years)
		prose_add(p->arena, to, MARK_PLAIN, "%lld\u00a0%s", years,
			  words_plural((uint64_t)years, "year", "years"));
	if (rest || !years)
		prose_add(p->arena, to, MARK_PLAIN, "%s%lld\u00a0%s",
			  years ? " " : "", rest,
			  words_plural((uint64_t)rest, "month", "months"));
}

static void add_group(struct page *p, struct table *table,
		      const struct team_view *v, const struct team_group *g)
{
	prose *cells = table_row(p, table);
	struct arena *a = p->arena;

	if (g->role)
		words_role(a, &cells[0], MARK_PLAIN, v->team->ladder, g->role);
	else
		prose_add(a, &cells[0], MARK_DIM, "no role");
	prose_add(a, &cells[1], MARK_PLAIN, "%u", g->people);
	if (g->role)
		prose_add(a, &cells[2],
			  g->met < g->people ? MARK_WARN : MARK_GOOD, "%u",
			  g->met);
	if (g->timed)
		team_add_time(p, &cells[3], g);
}

struct table *team_role_table(struct page *p, struct block *section)
{
	struct table *table = &page_add(p, section, BLOCK_TABLE)->table;

	table->keys = 1;
	table_head(p, table, ALIGN_LEFT, "role");
	table_head(p, table, ALIGN_RIGHT, "people");
	table_head(p, table, ALIGN_RIGHT, "meet it");
	table_head(p, table, ALIGN_LEFT, "in it on average");
	return table;
}

static void add_kinds(struct page *p, prose *to, const struct team *t)
{
	uint32_t ic = team_on(t, GROUP_IC), manager = team_on(t, GROUP_MANAGER);
	uint32_t none = team_on(t, GROUP_NO_ROLE);

	prose_add(p->arena, to, MARK_PLAIN,
		  "%u on IC tracks, %u on manager tracks", ic, manager);
	if (none)
		prose_add(p->arena, to, MARK_PLAIN, ", %u without a role",
			  none);
	prose_add(p->arena, to, MARK_PLAIN, ".");
}

void team_add_roles(struct page *p, const struct team_view *v)
{
	struct block *section = page_section(p, &p->root, "Roles");
	struct table *table;

	add_kinds(p, page_paragraph(p, section), v->team);
	table = team_role_table(p, section);
	for_each(g, &v->groups)
		add_group(p, table, v, g);
}

/* --- moves ---------------------------------------------------------------- */

static void add_role_of(struct page *p, prose *to, const struct team *t,
			const struct role *role)
{
	if (role)
		words_role(p->arena, to, MARK_PLAIN, t->ladder, role);
	else
		prose_add(p->arena, to, MARK_DIM, "no role");
}

/* "IC → manager", where the kind of track changed. */
static void add_change(struct page *p, prose *to, const struct member *m)
{
	static const char *const words[] = {[GROUP_IC] = "IC",
					    [GROUP_MANAGER] = "manager",
					    [GROUP_NO_ROLE] = "no role",
					    [GROUP_MIXED] = ""};

	if (member_changed_kind(m))
		prose_add(p->arena, to, MARK_STRONG, "%s → %s",
			  words[role_kind(m->was)], words[role_kind(m->role)]);
}

static void add_move(struct page *p, struct table *table, const struct team *t,
		     const struct member *m)
{
	prose *cells = table_row(p, table);

	prose_data(p->arena, &cells[0], MARK_PLAIN, m->person);
	add_role_of(p, &cells[1], t, m->was);
	add_role_of(p, &cells[2], t, m->role);
	add_change(p, &cells[3], m);
}

static uint32_t count_known(const struct team *t, bool moved)
{
	uint32_t n = 0;

	for_each(m, &t->members)
		n += (*m)->was_date != NO_DAY &&
		     (!moved || member_moved(*m));
	return n;
}

void team_add_moves(struct page *p, const struct team_view *v)
{
	const struct team *t = v->team;
	uint32_t known = count_known(t, false), moved = count_known(t, true);
	struct block *section;
	struct table *table;
	char day[11];

	if (t->since == NO_DAY)
		return;
	section = page_section(p, &p->root, "Moves since ");
	prose_add(p->arena, &section->title, MARK_STRONG, "%s",
		  date_write(t->since, day));
	prose_add(p->arena, page_paragraph(p, section), MARK_PLAIN,
		  "Of %u %s whose role on that day is known, %u changed it.",
		  known, words_plural(known, "person", "people"), moved);
	if (!moved)
		return;
	table = &page_add(p, section, BLOCK_TABLE)->table;
	table->keys = 1;
	table_head(p, table, ALIGN_LEFT, "person");
	table_head(p, table, ALIGN_LEFT, "then");
	table_head(p, table, ALIGN_LEFT, "now");
	table_head(p, table, ALIGN_LEFT, "track");
	for_each(m, &t->members)
		if (member_moved(*m))
			add_move(p, table, t, *m);
}
