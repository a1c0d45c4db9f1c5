#include "report/pictures.h"
#include "report/words.h"

enum { ROLES_MOST = 72, TRACKS_MOST = 12 }; /* that can be seen at once */

/* A map being made. */
struct making {
	struct page *page;
	const struct map_view *view;
	struct block *block;
	uint32_t *at; /* by role index: 1 + its place on the map; 0 for none */
};

/* --- which tracks -------------------------------------------------------- */

static bool has_stop(const struct map_way *way, const struct track *track)
{
	for (uint32_t i = 0; i < way->n; i++)
		if (way->stops[i]->track == track)
			return true;
	return false;
}

static bool is_concerned(const struct map_view *v, const struct track *track)
{
	if (v->here && v->here->track == track)
		return true;
	for (uint32_t i = 0; i < v->n_ways; i++)
		if (has_stop(&v->ways[i], track))
			return true;
	return false;
}

/* Tracks that are concerned come first into what room there is, then others
 * in order. */
static bool *choose_tracks(struct arena *a, const struct map_view *v,
			   uint32_t *left_out)
{
	const struct ladder *l = v->ladder;
	bool *wanted = ARENA_ARRAY(a, l->tracks.n, bool);
	uint32_t roles = 0, tracks = 0;

	for (int round = 0; round < 2; round++)
		for_each(track, &l->tracks) {
			bool first = is_concerned(v, track);

			if (first != !round || tracks >= TRACKS_MOST ||
			    roles + track->levels.n > ROLES_MOST)
				continue;
			wanted[track->index] = true;
			roles += track->levels.n;
			tracks++;
		}
	*left_out = l->tracks.n - tracks;
	return wanted;
}

/* --- roles --------------------------------------------------------------- */

static void add_remark(struct making *m, struct map_role *to,
		       const struct role *role)
{
	const struct map_view *v = m->view;

	for (uint32_t i = 0; i < v->n_ways; i++) {
		const struct map_way *way = &v->ways[i];

		for (uint32_t s = 0; s < way->n; s++)
			to->marked |= way->stops[s] == role;
		if (v->n_ways == 1 && way->stops[way->n - 1] == role &&
		    role != v->here)
			prose_add(m->page->arena, &to->remark, MARK_PLAIN,
				  "target");
	}
	if (role != v->here)
		return;
	to->marked = true;
	prose_add(m->page->arena, &to->remark, MARK_PLAIN, "%s",
		  v->known ? "you are here" : "from here");
}

static void add_role(struct making *m, const struct role *role)
{
	struct role_map *map = m->block->map;
	struct arena *a = m->page->arena;
	struct map_role *to = vec_add(a, &map->roles);

	m->at[role->index] = map->roles.n;
	prose_data(a, &to->title, MARK_PLAIN, role->title);
	if (role->code.len)
		prose_data(a, &to->code, MARK_PLAIN, role->code);
	to->track = map->tracks.n - 1;
	to->rank = role->rank;
	add_remark(m, to, role);
}

static void add_track(struct making *m, const struct track *track)
{
	prose *name = vec_add(m->page->arena, &m->block->map->tracks);

	prose_data(m->page->arena, name, MARK_PLAIN, track->name);
	for_each(role, &track->levels)
		add_role(m, role);
}

/* Those of the way first: a phone shows two. */
static void add_tracks(struct making *m, const bool *wanted)
{
	for (int round = 0; round < 2; round++)
		for_each(track, &m->view->ladder->tracks)
			if (wanted[track->index] && track->levels.n &&
			    is_concerned(m->view, track) == !round)
				add_track(m, track);
}

/* --- moves --------------------------------------------------------------- */

static void add_move(struct making *m, const struct role *from,
		     const struct edge *edge)
{
	static const enum map_move_kind kinds[] = {
		[EDGE_NEXT] = MAP_NEXT,
		[EDGE_LATERAL] = MAP_LATERAL,
		[EDGE_MOVE] = MAP_MOVE,
	};
	struct map_move *move;

	/* what leads both ways is one line */
	if (!m->at[edge->to->index] ||
	    (edge->kind == EDGE_LATERAL && edge->to->index < from->index))
		return;
	move = vec_add(m->page->arena, &m->block->map->moves);
	move->from = m->at[from->index] - 1;
	move->to = m->at[edge->to->index] - 1;
	move->kind = kinds[edge->kind];
}

static void add_moves(struct making *m)
{
	const struct ladder *l = m->view->ladder;

	for (uint32_t i = 0; i < l->n_roles; i++) {
		edges list;

		if (!m->at[i])
			continue;
		list = role_edges(l, l->roles[i], m->page->arena);
		for_each(edge, &list)
			add_move(m, l->roles[i], edge);
	}
}

static void add_way(struct making *m, const struct map_way *way)
{
	struct arena *a = m->page->arena;
	struct map_route *route;

	if (way->n < 2)
		return;
	route = vec_add(a, &m->block->map->routes);
	prose_add(a, &route->name, MARK_PLAIN, "the way to ");
	words_role(a, &route->name, MARK_PLAIN, m->view->ladder,
		   way->stops[way->n - 1]);
	for (uint32_t i = 0; i < way->n; i++)
		if (m->at[way->stops[i]->index])
			*vec_add(a, &route->stops) =
				m->at[way->stops[i]->index] - 1;
}

/* --- the map ------------------------------------------------------------- */

static void add_left_out(struct making *m, uint32_t n)
{
	if (!n)
		return;
	prose_add(m->page->arena, &m->block->body, MARK_PLAIN,
		  "%u of %u tracks are left out.", (unsigned)n,
		  (unsigned)m->view->ladder->tracks.n);
}

void picture_map(struct page *p, struct block *parent,
		 const struct map_view *v)
{
	struct making m = {.page = p, .view = v};
	uint32_t left_out;
	bool *wanted = choose_tracks(p->arena, v, &left_out);

	if (left_out == v->ladder->tracks.n || v->ladder->n_roles < 2)
		return;
	m.block = page_map(p, parent, "Roles and the moves between them");
	m.block->beside = true;
	m.at = ARENA_ARRAY(p->arena, v->ladder->n_roles, uint32_t);
	add_tracks(&m, wanted);
	add_left_out(&m, left_out);
	add_moves(&m);
	for (uint32_t i = 0; i < v->n_ways; i++)
		add_way(&m, &v->ways[i]);
	map_finish(p, m.block);
}
