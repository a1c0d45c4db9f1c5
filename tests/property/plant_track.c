#include "property/plant.h"

#include <stdio.h>

static void write_pairs(struct plant *p, const char *name, const char *key,
			uint32_t *asked, uint32_t rate)
{
	uint32_t n = 0;

	for (uint32_t c = 0; c < COMPETENCIES; c++) {
		uint32_t k;

		if (!p->there[c] || p->cells[c] ||
		    !ONCE_IN(p, rate, "%s.%s.c%u", name, key, c))
			continue;
		k = 1 +
		    plant_draw(p, p->stages[c], "%s.%s.c%u.k", name, key, c);
		if (asked && k < asked[c])
			continue;
		if (asked)
			asked[c] = k;
		buf_printf(p->b, "%s%s: %u", n++ ? ", " : "", p->ids[c], k);
	}
}

static void write_choose(struct plant *p, const char *name)
{
	bool any = false;

	for (uint32_t i = 0; i < 2; i++) {
		char own[32];

		snprintf(own, sizeof own, "%s.choose%u", name, i);
		if (!ONCE_IN(p, 3, "%s", own) || !p->there[0] || p->cells[0])
			continue;
		buf_z(p->b, any ? "" : "        choose:\n");
		any = true;
		buf_printf(p->b,
			   "          - at-least: 1\n            of: {%s:"
			   " 1",
			   p->ids[0]);
		for (uint32_t c = 1; c < COMPETENCIES; c++)
			if (p->there[c] && !p->cells[c] &&
			    ONCE_IN(p, 2, "%s.c%u", own, c))
				buf_printf(p->b, ", %s: %u", p->ids[c],
					   1 + plant_draw(p, p->stages[c],
							  "%s.c%u.k", own, c));
		buf_z(p->b, "}\n");
		if (ONCE_IN(p, 2, "%s.summed", own))
			plant_text_field(p, "            summary: ", "%s.s",
					 own);
	}
}

static void write_cells(struct plant *p, const char *name)
{
	bool any = false;

	for (uint32_t c = 0; c < COMPETENCIES; c++) {
		char own[24];

		snprintf(own, sizeof own, "%s.e%u", name, c);
		if (!p->there[c] || !p->cells[c] || ONCE_IN(p, 3, "%s", own))
			continue;
		buf_z(p->b, any ? "" : "        expects:\n");
		any = true;
		buf_printf(p->b, "          %s:\n            x-cell: 1\n",
			   p->ids[c]);
		plant_rubric(p, 12, own);
	}
}

static void write_figures(struct plant *p, const char *name)
{
	if (ONCE_IN(p, 4, "%s.timed", name))
		buf_printf(p->b, "        min-time: %umo\n",
			   1 + plant_draw(p, 12, "%s.time", name));
	if (ONCE_IN(p, 5, "%s.old", name))
		buf_printf(p->b, "        experience: {min: %u}\n",
			   plant_draw(p, 5, "%s.years", name));
	if (ONCE_IN(p, 5, "%s.paid", name))
		buf_printf(p->b,
			   "        salary: {min: %u, max: 99, currency: "
			   "EUR}\n",
			   1 + plant_draw(p, 9, "%s.pay", name));
	if (ONCE_IN(p, 8, "%s.terminal", name))
		buf_z(p->b, "        terminal: true\n");
	if (ONCE_IN(p, 8, "%s.afresh", name))
		buf_z(p->b, "        cumulative: false\n");
	if (ONCE_IN(p, 3, "%s.attributes", name))
		plant_text_field(p, "        attributes:\n          scope: ",
				 "%s.scope", name);
}

static void write_level(struct plant *p, uint32_t t, uint32_t i,
			uint32_t *asked, uint32_t *figure)
{
	char name[16], id[8];

	snprintf(name, sizeof name, "t%u.l%u", t, i);
	snprintf(id, sizeof id, "l%u", i);
	buf_printf(p->b, "      - id: %s\n        rank: %u\n", p->levels[t][i],
		   2 * i + 1 + plant_draw(p, 2, "%s.rank", name));
	plant_old_id(p, 8, id, name);
	if (ONCE_IN(p, 2, "%s.titled", name))
		plant_text_field(p, "        title: ", "%s.title", name);
	if (ONCE_IN(p, 4, "%s.coded", name))
		buf_printf(p->b, "        code: L%u\n",
			   plant_draw(p, 9, "%s.code", name));
	if (ONCE_IN(p, 2, "%s.summed", name))
		plant_text_field(p, "        summary: ", "%s.summary", name);
	plant_texts(p, 8, "titles", name);
	plant_texts(p, 8, "gates", name);
	write_figures(p, name);
	buf_z(p->b, "        requires: {");
	write_pairs(p, name, "asks", asked, 3);
	buf_z(p->b, "}\n        optional: {");
	write_pairs(p, name, "stretch", NULL, 8);
	buf_z(p->b, "}\n");
	write_choose(p, name);
	write_cells(p, name);
	if (p->scored && ONCE_IN(p, 3, "%s.goal", name)) {
		*figure += 1 + plant_draw(p, 6, "%s.figure", name);
		buf_printf(p->b, "        scores: {total: %u}\n", *figure);
	}
}

void plant_score(struct plant *p, uint32_t indent, const char *name)
{
	buf_printf(p->b, "%*sscores:\n%*s  total:\n", (int)indent, "",
		   (int)indent, "");
	indent += 4;
	buf_printf(p->b, "%*scombine: %s\n", (int)indent, "",
		   plant_draw(p, 2, "%s.combine", name) ? "sum" : "mean");
	if (ONCE_IN(p, 2, "%s.pointed", name))
		buf_printf(p->b, "%*spoints: [%u, %u, 6.5, 12]\n", (int)indent,
			   "", plant_draw(p, 2, "%s.p0", name),
			   2 + plant_draw(p, 3, "%s.p1", name));
	if (ONCE_IN(p, 2, "%s.weighed", name))
		buf_printf(p->b, "%*sweights: {k0: %u, k1: 1.5}\n", (int)indent,
			   "", 1 + plant_draw(p, 4, "%s.w0", name));
}

void plant_track(struct plant *p, uint32_t t)
{
	uint32_t asked[COMPETENCIES] = {0}, figure = 0;
	char name[16];

	snprintf(name, sizeof name, "t%u", t);
	buf_printf(p->b, "  %s:\n    name: T%u\n    kind: %s\n", p->tracks[t],
		   plant_draw(p, 5, "%s.name", name),
		   plant_draw(p, 3, "%s.kind", name) ? "ic" : "manager");
	plant_old_id(p, 4, name, name);
	if (ONCE_IN(p, 2, "%s.summed", name))
		plant_text_field(p, "    summary: ", "%s.summary", name);
	if (p->scored && ONCE_IN(p, 3, "%s.scores", name))
		plant_score(p, 4, name);
	buf_z(p->b, "    levels:\n");
	for (uint32_t i = 0; i < LEVELS; i++)
		if (*p->levels[t][i])
			write_level(p, t, i, asked, &figure);
}
