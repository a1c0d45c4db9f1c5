/* A map of roles: a column for each track, a row for each rank, the highest on
 * top. Moves run between the boxes, in the gaps that are left for them. */
#include "report/svg.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

enum {
	MARGIN = 40 * SVG_PX, /* left: the ranks */
	HEAD = 40 * SVG_PX,   /* above: the tracks */
	WIDE = 138 * SVG_PX,  /* a box */
	GAP = 36 * SVG_PX,    /* between columns */
	CLEAR = 30 * SVG_PX,  /* between rows */
	PAD = 8 * SVG_PX,
	CELLS = 18,           /* of a title in its box */
	LINES = 3,
	LEADING = 15 * SVG_PX,
	ROUND = 7 * SVG_PX,   /* corners of a way */
	TIP = 6 * SVG_PX,     /* an arrow */
	LANES = 3,            /* ways side by side in a gap */
	LANE = 6 * SVG_PX,
};

struct box {
	uint32_t column, row; /* rows from the lowest rank */
	int64_t x, y, high;
};

struct plan_of_map {
	const struct svg *s;
	const struct role_map *map;
	struct arena arena;
	struct box *boxes;  /* by role */
	uint32_t *at;       /* 1 + role by place: row * tracks + column */
	int64_t *top;       /* by row */
	int64_t *rank;      /* by row */
	uint32_t n_rows;
	int64_t wide, high; /* of it all */
	uint32_t n_ways;    /* drawn so far, for their lanes */
};

static const struct svg_setting small = {
	.look = "small", .cells = CELLS + 3, .lines = 2, .leading = LEADING};

/* Strong letters are wider. */
static struct svg_setting title_of(const struct map_role *role)
{
	return (struct svg_setting){
		.look = role->marked ? "name strong" : "name",
		.cells = role->marked ? CELLS - 2 : CELLS,
		.lines = LINES,
		.leading = LEADING};
}

/* --- places -------------------------------------------------------------- */

/* Rows are the ranks that there are. Levels of one track and rank stand above
 * each other: `above` counts those below with the same rank. */
struct level {
	int64_t rank;
	uint32_t above;
};

static int by_level(const void *a, const void *b)
{
	const struct level *x = a, *y = b;

	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	return (x->above > y->above) - (x->above < y->above);
}

static struct level level_of(const struct role_map *map, uint32_t role)
{
	const struct map_role *r = &map->roles.at[role];
	struct level level = {r->rank, 0};

	while (role-- > 0 && map->roles.at[role].track == r->track &&
	       map->roles.at[role].rank == r->rank)
		level.above++;
	return level;
}

static uint32_t row_of(const struct level *levels, uint32_t n,
		       struct level level)
{
	const struct level *it = bsearch(&level, levels, n, sizeof level,
					 by_level);

	assert(it);
	return (uint32_t)(it - levels);
}

static void find_rows(struct plan_of_map *m)
{
	const struct role_map *map = m->map;
	uint32_t n = map->roles.n;
	struct level *levels = ARENA_ARRAY(&m->arena, n, struct level);

	m->boxes = ARENA_ARRAY(&m->arena, n, struct box);
	m->rank = ARENA_ARRAY(&m->arena, n, int64_t);
	for (uint32_t i = 0; i < n; i++)
		levels[i] = level_of(map, i);
	qsort(levels, n, sizeof *levels, by_level);
	for (uint32_t i = 0; i < n; i++)
		if (!i || by_level(&levels[i], &levels[i - 1])) {
			m->rank[m->n_rows] = levels[i].rank;
			levels[m->n_rows++] = levels[i];
		}
	m->at = ARENA_ARRAY(&m->arena, (size_t)m->n_rows * map->tracks.n,
			    uint32_t);
	for (uint32_t i = 0; i < n; i++) {
		struct box *box = &m->boxes[i];

		box->column = map->roles.at[i].track;
		box->row = row_of(levels, m->n_rows, level_of(map, i));
		m->at[box->row * map->tracks.n + box->column] = i + 1;
	}
}

static int64_t height_of(const struct map_role *role)
{
	struct svg_setting title = title_of(role);
	size_t lines = svg_size(&title, &role->title).lines;

	if (role->code.n)
		lines++;
	if (role->remark.n)
		lines += svg_size(&small, &role->remark).lines;
	return (int64_t)lines * LEADING + 2 * PAD - 3 * SVG_PX;
}

/* Every box of a row is as high as its highest. */
static void place_rows(struct plan_of_map *m)
{
	int64_t *high = ARENA_ARRAY(&m->arena, m->n_rows, int64_t);
	int64_t y = HEAD;

	m->top = ARENA_ARRAY(&m->arena, m->n_rows, int64_t);
	for (uint32_t i = 0; i < m->map->roles.n; i++) {
		int64_t need = height_of(&m->map->roles.at[i]);
		uint32_t row = m->boxes[i].row;

		high[row] = need > high[row] ? need : high[row];
	}
	for (uint32_t row = m->n_rows; row-- > 0;) {
		m->top[row] = y;
		y += high[row] + CLEAR;
	}
	for (uint32_t i = 0; i < m->map->roles.n; i++) {
		struct box *box = &m->boxes[i];

		box->x = MARGIN + (int64_t)box->column * (WIDE + GAP);
		box->y = m->top[box->row];
		box->high = high[box->row];
	}
	m->wide = MARGIN + (int64_t)m->map->tracks.n * (WIDE + GAP) - GAP / 2;
	m->high = y - CLEAR + 4 * SVG_PX;
}
/* --- ways ---------------------------------------------------------------- */

/* Along the gaps, every piece level or upright. */
struct way {
	struct svg_point at[6];
	uint32_t n;
};

static void way_add(struct way *w, int64_t x, int64_t y)
{
	if (w->n && w->at[w->n - 1].x == x && w->at[w->n - 1].y == y)
		return;
	w->at[w->n++] = (struct svg_point){x, y};
}

/* Whether a box stands between two others of a row or of a column. */
static bool is_free(const struct plan_of_map *m, const struct box *a,
		    const struct box *b)
{
	uint32_t tracks = m->map->tracks.n;
	uint32_t x = a->column, y = a->row;

	for (;;) {
		x += x < b->column ? 1 : x > b->column ? UINT32_MAX : 0;
		y += y < b->row ? 1 : y > b->row ? UINT32_MAX : 0;
		if (x == b->column && y == b->row)
			return true;
		if (m->at[y * tracks + x])
			return false;
	}
}

static struct way straight_way(const struct box *a, const struct box *b)
{
	struct way w = {0};

	if (a->column == b->column) {
		bool up = b->row > a->row;

		way_add(&w, a->x + WIDE / 2, up ? a->y : a->y + a->high);
		way_add(&w, b->x + WIDE / 2, up ? b->y + b->high : b->y);
	} else {
		bool right = b->column > a->column;

		way_add(&w, right ? a->x + WIDE : a->x, a->y + a->high / 2);
		way_add(&w, right ? b->x : b->x + WIDE, b->y + b->high / 2);
	}
	return w;
}

/* Out at the upper part of a side, in at the lower part of another; between
 * columns that are no neighbours along the gap beside the row of `b`. */
static struct way bent_way(const struct box *a, const struct box *b,
			   int64_t lane)
{
	struct way w = {0};
	bool right = b->column > a->column;
	int64_t out = right ? a->x + WIDE : a->x;
	int64_t in = right || a->column == b->column ? b->x : b->x + WIDE;
	int64_t first = out + (right ? GAP / 2 : -GAP / 2) + lane;
	int64_t last = right || a->column == b->column ? in - GAP / 2
						       : in + GAP / 2;
	int64_t gap = a->row < b->row ? b->y + b->high + CLEAR / 2
				      : b->y - CLEAR / 2;

	last += lane;
	way_add(&w, out, a->y + a->high / 3);
	way_add(&w, first, a->y + a->high / 3);
	if (first != last) {
		way_add(&w, first, gap + lane);
		way_add(&w, last, gap + lane);
	}
	way_add(&w, last, b->y + 2 * b->high / 3);
	way_add(&w, in, b->y + 2 * b->high / 3);
	return w;
}

static struct way way_between(struct plan_of_map *m, uint32_t from,
			      uint32_t to)
{
	const struct box *a = &m->boxes[from], *b = &m->boxes[to];
	int64_t lane;

	if ((a->column == b->column || a->row == b->row) && is_free(m, a, b))
		return straight_way(a, b);
	lane = ((int64_t)(m->n_ways++ % LANES) - LANES / 2) * LANE;
	return bent_way(a, b, lane);
}

static int64_t sign_of(int64_t n)
{
	return (n > 0) - (n < 0);
}

/* `by` from a point towards another one, but not past the middle. */
static struct svg_point towards(struct svg_point at, struct svg_point to,
				int64_t by)
{
	int64_t dx = to.x - at.x, dy = to.y - at.y;
	int64_t far = (dx < 0 ? -dx : dx) + (dy < 0 ? -dy : dy);

	by = by < far / 2 ? by : far / 2;
	return (struct svg_point){at.x + sign_of(dx) * by,
				  at.y + sign_of(dy) * by};
}

static void add_spot(struct buf *out, char order, struct svg_point at)
{
	buf_char(out, order);
	svg_number(out, at.x);
	buf_char(out, ' ');
	svg_number(out, at.y);
}

static void add_line(struct buf *out, const char *look, const struct way *w)
{
	buf_printf(out, "<path class=\"%s\" d=\"", look);
	add_spot(out, 'M', w->at[0]);
	for (uint32_t i = 1; i + 1 < w->n; i++) {
		add_spot(out, 'L', towards(w->at[i], w->at[i - 1], ROUND));
		add_spot(out, 'Q', w->at[i]);
		add_spot(out, ' ', towards(w->at[i], w->at[i + 1], ROUND));
	}
	add_spot(out, 'L', w->at[w->n - 1]);
	buf_z(out, "\"/>\n");
}

/* An arrow where a way ends. */
static void add_tip(struct buf *out, const char *look, const struct way *w)
{
	struct svg_point to = w->at[w->n - 1], from = w->at[w->n - 2];
	int64_t x = sign_of(from.x - to.x) * TIP;
	int64_t y = sign_of(from.y - to.y) * TIP;

	buf_printf(out, "<path class=\"tip %s\" d=\"", look);
	add_spot(out, 'M', to);
	add_spot(out, 'L', (struct svg_point){to.x + x + y * 2 / 3,
					      to.y + y + x * 2 / 3});
	add_spot(out, 'L', (struct svg_point){to.x + x - y * 2 / 3,
					      to.y + y - x * 2 / 3});
	buf_z(out, "Z\"/>\n");
}

static void add_moves(struct plan_of_map *m)
{
	static const char *const looks[] = {
		[MAP_NEXT] = "way", [MAP_LATERAL] = "way lateral",
		[MAP_MOVE] = "way move",
	};

	for_each(move, &m->map->moves) {
		struct way w;

		/* at one rank all may move to all: neighbours are enough */
		if (move->kind == MAP_LATERAL &&
		    (m->boxes[move->from].row != m->boxes[move->to].row ||
		     !is_free(m, &m->boxes[move->from], &m->boxes[move->to])))
			continue;
		w = way_between(m, move->from, move->to);
		add_line(m->s->out, looks[move->kind], &w);
		if (move->kind == MAP_MOVE)
			add_tip(m->s->out, "move", &w);
	}
}

static void add_routes(struct plan_of_map *m)
{
	for (uint32_t r = 0; r < m->map->routes.n; r++) {
		const struct map_route *route = &m->map->routes.at[r];
		char look[24];

		snprintf(look, sizeof look, "route s%u", (unsigned)r + 1);
		for (uint32_t i = 0; i + 1 < route->stops.n; i++) {
			struct way w = way_between(m, route->stops.at[i],
						   route->stops.at[i + 1]);

			add_line(m->s->out, look, &w);
			add_tip(m->s->out, look, &w);
		}
	}
}

/* --- boxes --------------------------------------------------------------- */

static void add_box(const struct plan_of_map *m, uint32_t i)
{
	const struct map_role *role = &m->map->roles.at[i];
	const struct box *box = &m->boxes[i];
	struct svg_point at = {box->x + PAD, box->y + PAD + 9 * SVG_PX};
	struct svg_setting set = title_of(role);

	buf_printf(m->s->out, "<rect class=\"box%s\" rx=\"5\"",
		   role->marked ? " marked" : "");
	svg_at(m->s->out, "x", box->x);
	svg_at(m->s->out, "y", box->y);
	svg_at(m->s->out, "width", WIDE);
	svg_at(m->s->out, "height", box->high);
	buf_z(m->s->out, "/>\n");
	svg_words(m->s, &set, at, &role->title);
	at.y += (int64_t)svg_size(&set, &role->title).lines * LEADING;
	svg_words(m->s, &small, at, &role->code);
	at.y += role->code.n ? LEADING : 0;
	set = small;
	set.look = "small strong";
	svg_words(m->s, &set, at, &role->remark);
}

static void add_heads(const struct plan_of_map *m)
{
	struct svg_setting set = small;

	set.look = "small strong";
	for (uint32_t i = 0; i < m->map->tracks.n; i++) {
		const prose *name = &m->map->tracks.at[i];
		int64_t lines = (int64_t)svg_size(&set, name).lines;

		svg_words(m->s, &set,
			  (struct svg_point){
				  MARGIN + (int64_t)i * (WIDE + GAP),
				  HEAD - 12 * SVG_PX - (lines - 1) * LEADING},
			  name);
	}
}

static void add_ranks(const struct plan_of_map *m)
{
	for (uint32_t row = 0; row < m->n_rows; row++) {
		if (row && m->rank[row] == m->rank[row - 1])
			continue;
		buf_z(m->s->out, "<text class=\"small\" x=\"0\"");
		svg_at(m->s->out, "y", m->top[row] + PAD + 9 * SVG_PX);
		buf_printf(m->s->out, ">%lld</text>\n",
			   (long long)m->rank[row]);
	}
	buf_z(m->s->out, "<text class=\"small\" x=\"0\"");
	svg_at(m->s->out, "y", HEAD - 12 * SVG_PX);
	buf_z(m->s->out, ">rank</text>\n");
}

void svg_map(const struct svg *s, const struct role_map *map)
{
	struct plan_of_map m = {.s = s, .map = map};

	if (!map->roles.n)
		return;
	find_rows(&m);
	place_rows(&m);
	svg_open(s, "map", m.wide, m.high);
	add_ranks(&m);
	add_heads(&m);
	add_moves(&m);
	add_routes(&m);
	for (uint32_t i = 0; i < map->roles.n; i++)
		add_box(&m, i);
	buf_z(s->out, "</svg>\n");
	arena_release(&m.arena);
}
