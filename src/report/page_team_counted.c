#include "report/page_team.h"

#include "base/date.h"

struct layer_cover *team_layers_told(const struct team *t, struct arena *a)
{
	struct layer_cover *layers =
		ARENA_ARRAY(a, N_LAYERS + 1, struct layer_cover);
	const uint32_t *people = team_stage_people(t, a);

	for_each(c, &t->ladder->competencies)
		for (uint32_t o = 0; o < c->n_stages; o++) {
			layers[c->layer].need++;
			layers[c->layer].have +=
				people[c->stages[o].index] >= FEW_PEOPLE;
		}
	return layers;
}

/* "fewer than 3", "5", "at least 6", "not told" */
static void add_count(struct page *p, prose *to, uint32_t n, uint32_t of)
{
	struct told_count told = tell_count(n, of);

	if (told.most == of && !told.least)
		prose_add(p->arena, to, MARK_DIM, "not told");
	else if (told.least == told.most)
		prose_add(p->arena, to, MARK_PLAIN, "%u", told.least);
	else if (told.least)
		prose_add(p->arena, to, MARK_PLAIN, "at least %u", told.least);
	else
		prose_add(p->arena, to, MARK_DIM, "fewer than %d", FEW_PEOPLE);
}

/* --- roles ---------------------------------------------------------------- */

static void add_group_name(struct page *p, prose *to,
			   const struct team_view *v,
			   const struct team_group *g)
{
	static const char *const others[] = {
		[GROUP_IC] = "other IC roles",
		[GROUP_MANAGER] = "other manager roles",
		[GROUP_NO_ROLE] = "no role",
		[GROUP_MIXED] = "other roles, or none"};

	if (g->role)
		words_role(p->arena, to, MARK_PLAIN, v->team->ladder, g->role);
	else
		prose_add(p->arena, to, MARK_DIM, "%s", others[g->kind]);
}

static void add_roles(struct page *p, const struct team_view *v)
{
	struct block *section = page_section(p, &p->root, "Roles");
	struct table *table = team_role_table(p, section);

	for_each(g, &v->groups) {
		prose *cells = table_row(p, table);

		add_group_name(p, &cells[0], v, g);
		prose_add(p->arena, &cells[1], MARK_PLAIN, "%u", g->people);
		if (g->kind != GROUP_NO_ROLE)
			add_count(p, &cells[2], g->met, g->people);
		if (g->timed >= FEW_PEOPLE)
			team_add_time(p, &cells[3], g);
	}
}

/* --- stages --------------------------------------------------------------- */

/* Of three people it would tell what all of them have. */
static void add_layers(struct page *p, const struct team_view *v)
{
	struct block *section;

	if (v->team->members.n <= FEW_PEOPLE)
		return;
	section = page_section(p, &p->root, "Coverage");
	prose_add(p->arena, page_paragraph(p, section), MARK_DIM,
		  "Stages of the ladder that three people or more have.");
	team_add_layers(p, section, team_layers_told(v->team, p->arena),
			"stages");
}

/* The most stages that a competency has. */
static uint32_t most_stages(const struct ladder *l)
{
	uint32_t most = 0;

	for_each(c, &l->competencies)
		most = c->n_stages > most ? c->n_stages : most;
	return most;
}

/* "2: 5", as stages of cells have numbers of their own. */
static void add_stage(struct page *p, prose *to, const struct team *t,
		      const struct stage *s, uint32_t people)
{
	if (s->number != s->ordinal)
		prose_add(p->arena, to, MARK_DIM, "%u: ", (unsigned)s->number);
	add_count(p, to, people, t->members.n);
}

static void add_stages(struct page *p, const struct team_view *v)
{
	const struct team *t = v->team;
	const uint32_t *people = team_stage_people(t, p->arena);
	uint32_t n = most_stages(t->ladder);
	struct block *section;
	struct table *table;

	if (!n)
		return;
	section = page_section(p, &p->root, "Who has what");
	prose_add(p->arena, page_paragraph(p, section), MARK_DIM,
		  "How many people have each stage.");
	table = &page_add(p, section, BLOCK_TABLE)->table;
	table->keys = 1;
	table_head(p, table, ALIGN_LEFT, "competency");
	for (uint32_t o = 1; o <= n; o++)
		prose_add(p->arena,
			  &table_column(p, table, ALIGN_RIGHT)->title,
			  MARK_STRONG, "stage %u", (unsigned)o);
	for_each(c, &t->ladder->competencies) {
		prose *cells = table_row(p, table);

		prose_data(p->arena, &cells[0], MARK_PLAIN, c->name);
		for (uint32_t o = 0; o < c->n_stages; o++)
			add_stage(p, &cells[o + 1], t, &c->stages[o],
				  people[c->stages[o].index]);
	}
}

/* --- people --------------------------------------------------------------- */

static void add_ready(struct page *p, const struct team_view *v)
{
	struct block *section;
	prose *to;

	if (v->team->members.n <= FEW_PEOPLE)
		return;
	section = page_section(p, &p->root, "Ready, or nearly");
	to = page_paragraph(p, section);
	prose_add(p->arena, to, MARK_PLAIN, "Of %u people, ",
		  v->team->members.n);
	add_count(p, to, v->ready_people, v->team->members.n);
	prose_add(p->arena, to, MARK_PLAIN,
		  " meet every rule of a role that is one move away or their "
		  "target, or leave at most %u open.",
		  v->near);
}

static void add_moves(struct page *p, const struct team_view *v)
{
	const struct team *t = v->team;
	struct block *section;
	prose *to;
	char day[11];

	if (t->since == NO_DAY)
		return;
	section = page_section(p, &p->root, "Moves since ");
	prose_add(p->arena, &section->title, MARK_STRONG, "%s",
		  date_write(t->since, day));
	to = page_paragraph(p, section);
	prose_add(p->arena, to, MARK_PLAIN, "Of %u people, ", t->members.n);
	add_count(p, to, team_changed_kind(t), t->members.n);
	prose_add(p->arena, to, MARK_PLAIN,
		  " moved between IC and manager tracks, or out of or into a "
		  "role.");
}

void team_add_counted(struct page *p, const struct team_view *v)
{
	if (v->team->members.n < FEW_PEOPLE) {
		prose_add(p->arena, page_paragraph(p, &p->root), MARK_PLAIN,
			  "Nothing is told of fewer than three people without "
			  "their names.");
		return;
	}
	add_roles(p, v);
	add_layers(p, v);
	add_stages(p, v);
	add_ready(p, v);
	add_moves(p, v);
}
