/* Pictures of HTML: a drawing, what its lines are, and where a drawing does not
 * say it all the same in a table. */
#include "report/html_walk.h"
#include "report/svg.h"

#include <stdio.h>

static void add_key(struct html *h, uint32_t look, const prose *name)
{
	buf_z(h->out, "<span>");
	svg_sample(h->out, look);
	buf_char(h->out, ' ');
	html_say(h, name);
	buf_z(h->out, "</span>\n");
}

/* --- radar --------------------------------------------------------------- */

static void add_radar(struct html *h, const struct svg *s,
		      const struct block *b)
{
	buf_z(h->out, "<div class=\"sides\">\n");
	if (radar_is_drawn(b->radar)) {
		buf_z(h->out, "<div>\n");
		svg_radar(s, b->radar);
		buf_z(h->out, "<p class=\"legend\">");
		for (uint32_t i = 0; i < b->radar->n_series; i++)
			add_key(h, b->radar->look + i, &b->radar->series[i]);
		buf_z(h->out, "</p>\n</div>\n");
	}
	html_table(h, &b->table);
	buf_z(h->out, "</div>\n");
}

/* --- map ----------------------------------------------------------------- */

static bool has_moves(const struct role_map *map, enum map_move_kind kind)
{
	for_each(move, &map->moves)
		if (move->kind == kind)
			return true;
	return false;
}

/* A piece of a line as it is on the map. */
static void add_piece(struct html *h, const char *look)
{
	buf_printf(h->out, "<span><svg class=\"sample\" width=\"32\" "
			   "height=\"12\" aria-hidden=\"true\"><path "
			   "class=\"%s\" d=\"M1 6h30\"/></svg> ", look);
}

static void add_routes(struct html *h, const struct role_map *map)
{
	char look[24];

	for (uint32_t i = 0; i < map->routes.n; i++) {
		snprintf(look, sizeof look, "route s%u", (unsigned)i + 1);
		add_piece(h, look);
		html_say(h, &map->routes.at[i].name);
		buf_z(h->out, "</span>\n");
	}
}

static void add_map_legend(struct html *h, const struct role_map *map)
{
	static const struct {
		const char *look, *name;
	} kinds[] = {
		[MAP_NEXT] = {"way", "to the next level"},
		[MAP_LATERAL] = {"way lateral", "at equal rank, both ways"},
		[MAP_MOVE] = {"way move", "another move"},
	};

	buf_z(h->out, "<p class=\"legend\">");
	add_routes(h, map);
	for (int kind = MAP_NEXT; kind <= MAP_MOVE; kind++) {
		if (!has_moves(map, (enum map_move_kind)kind))
			continue;
		add_piece(h, kinds[kind].look);
		buf_printf(h->out, "%s</span>\n", kinds[kind].name);
	}
	buf_z(h->out, "</p>\n");
}

static void add_map(struct html *h, const struct svg *s, const struct block *b)
{
	html_open_scroll(h, " drawing");
	svg_map(s, b->map);
	buf_z(h->out, "</div>\n");
	add_map_legend(h, b->map);
	if (!b->table.columns.n)
		return;
	buf_z(h->out, "<details>\n<summary>The same as a table</summary>\n");
	html_table(h, &b->table);
	buf_z(h->out, "</details>\n");
}

void html_picture(struct html *h, const struct block *b)
{
	struct svg s = {h->out, h->language, ++h->n_pictures};

	h->picture = s.picture;
	buf_printf(h->out, "<figure>\n<figcaption><strong id=\"p%u\">",
		   (unsigned)s.picture);
	html_heading(h, &b->title);
	buf_z(h->out, "</strong>");
	if (b->body.n) {
		buf_z(h->out, " <span class=\"dim\">");
		html_say(h, &b->body);
		buf_z(h->out, "</span>");
	}
	buf_z(h->out, "</figcaption>\n");
	if (b->kind == BLOCK_RADAR)
		add_radar(h, &s, b);
	else if (b->kind == BLOCK_TIMELINE)
		svg_timeline(&s, b->timeline);
	else
		add_map(h, &s, b);
	buf_z(h->out, "</figure>\n");
	h->picture = 0;
}
