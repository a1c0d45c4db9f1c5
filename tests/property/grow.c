#include "property/grow.h"

#include "property/plant.h"

#include <stdio.h>

static void write_moves(struct plant *p)
{
	bool any = false;

	for (uint32_t t = 0; t + 1 < TRACKS; t++)
		for (uint32_t i = 0; i < LEVELS; i++) {
			uint32_t k = plant_draw(p, LEVELS, "move%u.%u.to", t,
						i);

			if (!*p->tracks[t + 1] || !*p->levels[t][i] ||
			    !*p->levels[t + 1][k] ||
			    !ONCE_IN(p, 4, "move%u.%u", t, i))
				continue;
			buf_z(p->b, any ? "" : "moves:\n");
			any = true;
			buf_printf(p->b,
				   "  - {from: %s/%s, to: %s/%s, "
				   "summary: M%u}\n",
				   p->tracks[t], p->levels[t][i],
				   p->tracks[t + 1], p->levels[t + 1][k],
				   plant_draw(p, 3, "move%u.%u.text", t, i));
		}
}

static void write_retired(struct plant *p)
{
	static const char *const since[] = {"", "since: 2026-01-01",
					    "since: 2026-02-01"};

	buf_z(p->b, "retired:\n");
	for (uint32_t i = 0; i < 3; i++)
		if (plant_draw(p, 3, "retired%u", i))
			buf_printf(
				p->b, "  gone%u: {%s}\n", i,
				since[plant_draw(p, 3, "retired%u.since", i)]);
}

static void write_head(struct plant *p)
{
	buf_printf(p->b, "format: ladder/1\nid: grown\nname: G%u\n",
		   plant_draw(p, 20, "name"));
	buf_printf(p->b, "version: \"%u\"\n", plant_draw(p, 20, "version"));
	if (ONCE_IN(p, 3, "explicit"))
		buf_z(p->b, "lateral: explicit\n");
	if (ONCE_IN(p, 4, "afresh"))
		buf_z(p->b, "cumulative: false\n");
	if (ONCE_IN(p, 3, "shared"))
		buf_printf(p->b, "threshold: 0.%u\n",
			   1 + plant_draw(p, 9, "threshold"));
	if (ONCE_IN(p, 2, "timed"))
		buf_printf(p->b, "effort: [4h, %uh-12h]\n",
			   4 + plant_draw(p, 8, "effort"));
	buf_z(p->b, "categories:\n  k0: {name: K, layer: technical}\n"
		    "  k1: {name: J, layer: execution}\n");
	buf_printf(p->b, "  k2: {name: H%u, layer: leadership}\n",
		   plant_draw(p, 3, "k2"));
}

static void plan_ids(struct plant *p)
{
	char name[16], id[8];

	for (uint32_t c = 0; c < COMPETENCIES; c++) {
		snprintf(name, sizeof name, "c%u", c);
		p->there[c] = c < 2 || plant_draw(p, 5, "%s", name);
		p->cells[c] = ONCE_IN(p, 4, "%s.cells", name);
		p->stages[c] = 1 + plant_draw(p, STAGES, "%s.stages", name);
		plant_id(p, p->ids[c], name, name);
	}
	for (uint32_t t = 0; t < TRACKS; t++) {
		snprintf(name, sizeof name, "t%u", t);
		if (t && ONCE_IN(p, 4, "%s", name))
			continue;
		plant_id(p, p->tracks[t], name, name);
		for (uint32_t i = 0; i < LEVELS; i++) {
			snprintf(name, sizeof name, "t%u.l%u", t, i);
			snprintf(id, sizeof id, "l%u", i);
			if (!i || plant_draw(p, 5, "%s", name))
				plant_id(p, p->levels[t][i], id, name);
		}
	}
}

void grow(const struct growth *g, struct buf *out)
{
	struct plant p = {.g = g, .b = out};

	plan_ids(&p);
	p.scored = ONCE_IN(&p, 2, "scored");
	write_head(&p);
	if (p.scored)
		plant_score(&p, 0, "score");
	buf_z(out, "competencies:\n");
	for (uint32_t c = 0; c < COMPETENCIES; c++)
		if (p.there[c])
			plant_competency(&p, c);
	buf_z(out, "tracks:\n");
	for (uint32_t t = 0; t < TRACKS; t++)
		if (*p.tracks[t])
			plant_track(&p, t);
	write_moves(&p);
	write_retired(&p);
}
