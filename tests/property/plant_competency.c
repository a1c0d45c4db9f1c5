#include "property/plant.h"

#include <stdio.h>

static void write_behaviour(struct plant *p, uint32_t indent, const char *name,
			    uint32_t i)
{
	char own[40];

	snprintf(own, sizeof own, "%s.b%u", name, i);
	buf_fill(p->b, ' ', indent);
	buf_z(p->b, "- text: ");
	plant_text(p, own);
	buf_char(p->b, '\n');
	indent += 2;
	if (ONCE_IN(p, 3, "%s.id", own))
		buf_printf(p->b, "%*sid: b%u\n", (int)indent, "", i);
	if (ONCE_IN(p, 5, "%s.optional", own))
		buf_printf(p->b, "%*soptional: true\n", (int)indent, "");
	plant_texts(p, indent, "examples", own);
}

static void write_behaviours(struct plant *p, uint32_t indent, const char *name)
{
	bool any = false;

	for (uint32_t i = 0; i < 4; i++) {
		if (ONCE_IN(p, 2, "%s.b%u.no", name, i))
			continue;
		if (!any)
			buf_printf(p->b, "%*sbehaviours:\n", (int)indent, "");
		any = true;
		write_behaviour(p, indent + 2, name, i);
	}
}

static void write_resources(struct plant *p, uint32_t indent, const char *name)
{
	static const char *const types[] = {"book", "course", "talk"};

	if (!ONCE_IN(p, 3, "%s.resources", name))
		return;
	buf_printf(p->b,
		   "%*sresources:\n%*s  - {title: R%u, type: %s, hours: "
		   "%u}\n",
		   (int)indent, "", (int)indent, "",
		   plant_draw(p, 4, "%s.title", name),
		   types[plant_draw(p, 3, "%s.type", name)],
		   1 + plant_draw(p, 9, "%s.hours", name));
}

void plant_rubric(struct plant *p, uint32_t indent, const char *name)
{
	if (ONCE_IN(p, 2, "%s.named", name))
		buf_printf(p->b, "%*sname: N%u\n", (int)indent, "",
			   plant_draw(p, 5, "%s.name", name));
	if (ONCE_IN(p, 3, "%s.summed", name)) {
		buf_fill(p->b, ' ', indent);
		plant_text_field(p, "summary: ", "%s.summary", name);
	}
	write_behaviours(p, indent, name);
	plant_texts(p, indent, "examples", name);
	plant_texts(p, indent, "practise", name);
	plant_texts(p, indent, "evidence", name);
	write_resources(p, indent, name);
}

/* Needs point to lower stages, or to equal ones of earlier competencies, so
 * that there is no cycle. */
static void write_needs(struct plant *p, uint32_t c, uint32_t k)
{
	uint32_t d = plant_draw(p, COMPETENCIES, "c%u.s%u.needed", c, k);
	uint32_t most = d < c ? k : k - 1;

	if (p->there[d] && most > p->stages[d])
		most = p->stages[d];
	if (!ONCE_IN(p, 3, "c%u.s%u.needs", c, k) || d == c || !p->there[d] ||
	    p->cells[d] || !most)
		return;
	buf_printf(p->b, "        needs: {%s: %u}\n", p->ids[d],
		   1 + plant_draw(p, most, "c%u.s%u.need", c, k));
}

static void write_stage(struct plant *p, uint32_t c, uint32_t k)
{
	char name[24];

	snprintf(name, sizeof name, "c%u.s%u", c, k);
	buf_printf(p->b, "      - x-stage: %u\n", k);
	switch (plant_draw(p, 4, "%s.id", name)) {
	case 0:
		break;
	case 1:
		buf_printf(p->b,
			   "        id: other%u\n        "
			   "renamed-from: [s%u]\n",
			   k, k);
		break;
	default:
		buf_printf(p->b, "        id: s%u\n", k);
	}
	plant_rubric(p, 8, name);
	write_needs(p, c, k);
	if (ONCE_IN(p, 2, "%s.timed", name))
		buf_printf(p->b, "        effort: %uh-12h\n",
			   1 + plant_draw(p, 9, "%s.effort", name));
	if (ONCE_IN(p, 4, "%s.waits", name))
		buf_printf(p->b, "        elapsed: %umo\n",
			   1 + plant_draw(p, 6, "%s.elapsed", name));
	if (ONCE_IN(p, 4, "%s.pointed", name))
		buf_printf(p->b, "        points: %u.%u\n", k,
			   plant_draw(p, 9, "%s.points", name));
}

void plant_competency(struct plant *p, uint32_t c)
{
	static const char *const layers[] = {"execution", "technical",
					     "leadership"};
	char name[16];

	snprintf(name, sizeof name, "c%u", c);
	buf_printf(p->b, "  %s:\n    name: C%u\n", p->ids[c],
		   plant_draw(p, 9, "%s.name", name));
	plant_old_id(p, 4, name, name);
	if (ONCE_IN(p, 2, "%s.grouped", name))
		buf_printf(p->b, "    category: k%u\n",
			   plant_draw(p, 3, "%s.category", name));
	else
		buf_printf(p->b, "    layer: %s\n",
			   layers[plant_draw(p, 3, "%s.layer", name)]);
	if (ONCE_IN(p, 2, "%s.summed", name))
		plant_text_field(p, "    summary: ", "%s.summary", name);
	if (ONCE_IN(p, 6, "%s.shared", name))
		buf_printf(p->b, "    threshold: 0.%u\n",
			   1 + plant_draw(p, 9, "%s.threshold", name));
	if (p->cells[c])
		return;
	buf_z(p->b, "    stages:\n");
	for (uint32_t k = 1; k <= p->stages[c]; k++)
		write_stage(p, c, k);
}
