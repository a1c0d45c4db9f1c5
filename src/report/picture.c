#include "report/picture.h"

#include <assert.h>

/* --- sparks -------------------------------------------------------------- */

struct block *page_spark(struct page *p, struct block *sparks)
{
	struct block *b = page_add(p, sparks, BLOCK_SPARK);

	b->spark = ARENA_NEW(p->arena, struct spark);
	return b;
}

void spark_point(struct page *p, struct block *spark, int32_t day,
		 int64_t value)
{
	*vec_add(p->arena, &spark->spark->points) =
		(struct spark_point){day, value};
}

struct spark_range spark_range(const struct spark *s)
{
	struct spark_range range = {s->least, s->most};

	if (range.least || range.most || !s->points.n)
		return range;
	range.least = range.most = s->points.at[0].value;
	for_each(point, &s->points) {
		if (point->value < range.least)
			range.least = point->value;
		if (point->value > range.most)
			range.most = point->value;
	}
	return range;
}

int64_t spark_level(struct spark_range range, int64_t value, int64_t top)
{
	int64_t height = range.most - range.least, above;

	if (height <= 0)
		return top / 2;
	above = value - range.least;
	above = above < 0 ? 0 : above < height ? above : height;
	return (2 * above * top + height) / (2 * height);
}

/* --- heat ---------------------------------------------------------------- */

struct table *page_heat(struct page *p, struct block *parent,
			const char *const words[N_TONES])
{
	struct block *b = page_add(p, parent, BLOCK_HEAT);

	b->table.tones = words;
	return &b->table;
}

#define SIGN(sign, look) \
	{(struct run[]){{.text = {sign, sizeof(sign) - 1}, .mark = (look), \
			 .ours = true}}, 1, 1}

static const prose signs[N_TONES] = {
	[TONE_FAR] = SIGN("○", MARK_WARN),
	[TONE_NEAR] = SIGN("◐", MARK_CODE),
	[TONE_MET] = SIGN("●", MARK_GOOD),
	[TONE_OVER] = SIGN("◆", MARK_GOOD),
};

const prose *tone_sign(enum tone tone)
{
	return &signs[tone];
}

void table_tones(const struct table *t, bool used[N_TONES])
{
	for (int tone = 0; tone < N_TONES; tone++)
		used[tone] = false;
	for_each(row, &t->rows)
		for (uint32_t c = 0; row->tones && c < t->columns.n; c++)
			used[row->tones[c]] = true;
}

/* --- radar --------------------------------------------------------------- */

enum { AXES_LEAST = 3 };

/* A picture with a title of ours. */
static struct block *add_picture(struct page *p, struct block *parent,
				 enum block_kind kind, const char *title)
{
	struct block *b = page_add(p, parent, kind);

	prose_add(p->arena, &b->title, MARK_STRONG, "%s", title);
	return b;
}

struct block *page_radar(struct page *p, struct block *parent,
			 const char *title)
{
	struct block *b = add_picture(p, parent, BLOCK_RADAR, title);

	b->radar = ARENA_NEW(p->arena, struct radar);
	return b;
}

prose *radar_series(struct block *b)
{
	assert(b->radar->n_series < SERIES_MOST && !b->radar->axes.n);
	return &b->radar->series[b->radar->n_series++];
}

struct radar_axis *radar_axis(struct page *p, struct block *b)
{
	return vec_add(p->arena, &b->radar->axes);
}

static void add_figures(struct page *p, struct table *t,
			const struct radar *r, const struct radar_axis *axis)
{
	prose *cells = table_row(p, t);

	cells[0] = axis->name;
	for (uint32_t i = 0; i < r->n_series; i++)
		if (r->counted)
			prose_add(p->arena, &cells[i + 1], MARK_PLAIN, "%lld",
				  (long long)axis->counts[i]);
		else
			prose_add(p->arena, &cells[i + 1], MARK_PLAIN,
				  "%lld\u00a0%%",
				  (long long)(axis->shares[i] / 10));
}

void radar_finish(struct page *p, struct block *b, const char *axis)
{
	const struct radar *r = b->radar;
	struct table *t = &b->table;

	t->keys = 1;
	table_head(p, t, ALIGN_LEFT, axis);
	for (uint32_t i = 0; i < r->n_series; i++)
		table_column(p, t, ALIGN_RIGHT)->title = r->series[i];
	for_each(it, &r->axes)
		add_figures(p, t, r, it);
}

bool radar_is_drawn(const struct radar *r)
{
	return r->axes.n >= AXES_LEAST;
}

/* --- timeline ------------------------------------------------------------ */

struct block *page_timeline(struct page *p, struct block *parent,
			    const char *title)
{
	struct block *b = add_picture(p, parent, BLOCK_TIMELINE, title);

	b->timeline = ARENA_NEW(p->arena, struct timeline);
	return b;
}

struct timeline_row *timeline_row(struct page *p, struct block *b)
{
	return vec_add(p->arena, &b->timeline->rows);
}

int64_t timeline_end(const struct timeline *t)
{
	int64_t end = 0;

	for_each(row, &t->rows)
		end = row->end > end ? row->end : end;
	return end;
}

/* --- map ----------------------------------------------------------------- */

struct block *page_map(struct page *p, struct block *parent,
		       const char *title)
{
	struct block *b = add_picture(p, parent, BLOCK_MAP, title);

	b->map = ARENA_NEW(p->arena, struct role_map);
	return b;
}

static void prose_join(struct arena *a, prose *to, const prose *more)
{
	for_each(run, more)
		*vec_add(a, to) = *run;
}

static void add_track(struct page *p, struct table *t,
		      const struct role_map *map, uint32_t track)
{
	prose *cells = table_row(p, t);
	bool any = false;

	cells[0] = map->tracks.at[track];
	for_each(role, &map->roles) {
		if (role->track != track)
			continue;
		if (any)
			prose_add(p->arena, &cells[1], MARK_DIM, " → ");
		prose_join(p->arena, &cells[1], &role->title);
		if (role->remark.n) {
			prose_add(p->arena, &cells[1], MARK_DIM, " (");
			prose_join(p->arena, &cells[1], &role->remark);
			prose_add(p->arena, &cells[1], MARK_DIM, ")");
		}
		any = true;
	}
}

void map_finish(struct page *p, struct block *b)
{
	b->table.keys = 1;
	table_head(p, &b->table, ALIGN_LEFT, "track");
	table_head(p, &b->table, ALIGN_LEFT, "roles");
	for (uint32_t i = 0; i < b->map->tracks.n; i++)
		add_track(p, &b->table, b->map, i);
}
