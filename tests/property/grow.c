#include "property/grow.h"

#include <stdarg.h>
#include <stdio.h>

enum { COMPETENCIES = 6, STAGES = 4, TRACKS = 3, LEVELS = 4 };

struct plant {
	const struct growth *g;
	struct buf *b;
	bool cells[COMPETENCIES]; /* made of cells */
	bool there[COMPETENCIES];
	uint32_t stages[COMPETENCIES];
	char ids[COMPETENCIES][16];
	char tracks[TRACKS][16], levels[TRACKS][LEVELS][16];
	bool scored;
};

/* --- dice by name ---------------------------------------------------------- */

static uint64_t mixed(uint64_t z)
{
	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return z ^ z >> 31;
}

/* FNV-1a. */
static uint64_t hashed(const char *z)
{
	uint64_t h = 0xcbf29ce484222325u;

	while (*z)
		h = (h ^ (unsigned char)*z++) * 0x100000001b3u;
	return h;
}

/* From 0 to n - 1, the same for the same name unless it is one of those that
 * fall another way. */
static uint32_t draw_named(const struct growth *g, uint32_t n, const char *name)
{
	uint64_t h = hashed(name), seed = g->seed;

	if (g->edit && mixed(h ^ mixed(g->edit)) % g->rate == 0)
		seed = mixed(seed + g->edit * 7919);
	return (uint32_t)(mixed(h + mixed(seed + 0x9e3779b97f4a7c15u)) % n);
}

__attribute__((format(printf, 3, 4)))
static uint32_t draw(const struct plant *p, uint32_t n, const char *fmt, ...)
{
	char name[64];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(name, sizeof name, fmt, ap);
	va_end(ap);
	return draw_named(p->g, n, name);
}

#define ONCE_IN(p, n, ...) (draw((p), (n), __VA_ARGS__) == 0)

/* --- texts ----------------------------------------------------------------- */

static const char *const words[] = {
	"plans",  "repairs", "teaches", "measures", "the",    "a",
	"team",   "service", "review",  "budget",   "and",    "with",
	"before", "without", "outage",  "customer", "others", "daily",
};

/* A sentence of its own for each name; two that are alike now and then. */
static void write_text(struct plant *p, const char *name)
{
	uint32_t n = 2 + draw(p, 7, "%s.n", name);

	for (uint32_t i = 0; i < n; i++)
		buf_printf(p->b, "%s%s", i ? " " : "",
			   words[draw(p, sizeof words / sizeof *words, "%s.w%u",
				      name, i)]);
}

__attribute__((format(printf, 3, 4)))
static void text_field(struct plant *p, const char *field, const char *fmt, ...)
{
	char name[48];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(name, sizeof name, fmt, ap);
	va_end(ap);
	buf_z(p->b, field);
	write_text(p, name);
	buf_char(p->b, '\n');
}

/* "        examples: [a, b]", or nothing. */
static void write_texts(struct plant *p, uint32_t indent, const char *key,
			const char *name)
{
	char item[48];
	uint32_t n = draw(p, 4, "%s.%s", name, key);

	if (n < 2)
		return;
	buf_fill(p->b, ' ', indent);
	buf_printf(p->b, "%s:\n", key);
	for (uint32_t i = 1; i < n; i++) {
		snprintf(item, sizeof item, "%s.%s%u", name, key, i);
		buf_fill(p->b, ' ', indent);
		buf_z(p->b, "  - ");
		write_text(p, item);
		buf_char(p->b, '\n');
	}
}

/* --- competencies ---------------------------------------------------------- */

static void write_behaviour(struct plant *p, uint32_t indent, const char *name,
			    uint32_t i)
{
	char own[40];

	snprintf(own, sizeof own, "%s.b%u", name, i);
	buf_fill(p->b, ' ', indent);
	buf_z(p->b, "- text: ");
	write_text(p, own);
	buf_char(p->b, '\n');
	indent += 2;
	if (ONCE_IN(p, 3, "%s.id", own))
		buf_printf(p->b, "%*sid: b%u\n", (int)indent, "", i);
	if (ONCE_IN(p, 5, "%s.optional", own))
		buf_printf(p->b, "%*soptional: true\n", (int)indent, "");
	write_texts(p, indent, "examples", own);
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
	buf_printf(p->b, "%*sresources:\n%*s  - {title: R%u, type: %s, hours: "
			 "%u}\n", (int)indent, "", (int)indent, "",
		   draw(p, 4, "%s.title", name),
		   types[draw(p, 3, "%s.type", name)],
		   1 + draw(p, 9, "%s.hours", name));
}

/* The keys that stages and cells share. */
static void write_rubric(struct plant *p, uint32_t indent, const char *name)
{
	if (ONCE_IN(p, 2, "%s.named", name))
		buf_printf(p->b, "%*sname: N%u\n", (int)indent, "",
			   draw(p, 5, "%s.name", name));
	if (ONCE_IN(p, 3, "%s.summed", name)) {
		buf_fill(p->b, ' ', indent);
		text_field(p, "summary: ", "%s.summary", name);
	}
	write_behaviours(p, indent, name);
	write_texts(p, indent, "examples", name);
	write_texts(p, indent, "practise", name);
	write_texts(p, indent, "evidence", name);
	write_resources(p, indent, name);
}

/* Needs point to lower stages, or to equal ones of earlier competencies, so
 * that there is no cycle. */
static void write_needs(struct plant *p, uint32_t c, uint32_t k)
{
	uint32_t d = draw(p, COMPETENCIES, "c%u.s%u.needed", c, k);
	uint32_t most = d < c ? k : k - 1;

	if (p->there[d] && most > p->stages[d])
		most = p->stages[d];
	if (!ONCE_IN(p, 3, "c%u.s%u.needs", c, k) || d == c || !p->there[d] ||
	    p->cells[d] || !most)
		return;
	buf_printf(p->b, "        needs: {%s: %u}\n", p->ids[d],
		   1 + draw(p, most, "c%u.s%u.need", c, k));
}

static void write_stage(struct plant *p, uint32_t c, uint32_t k)
{
	char name[24];

	snprintf(name, sizeof name, "c%u.s%u", c, k);
	buf_printf(p->b, "      - x-stage: %u\n", k);
	switch (draw(p, 4, "%s.id", name)) {
	case 0:
		break;
	case 1:
		buf_printf(p->b, "        id: other%u\n        "
				 "renamed-from: [s%u]\n", k, k);
		break;
	default:
		buf_printf(p->b, "        id: s%u\n", k);
	}
	write_rubric(p, 8, name);
	write_needs(p, c, k);
	if (ONCE_IN(p, 2, "%s.timed", name))
		buf_printf(p->b, "        effort: %uh-12h\n",
			   1 + draw(p, 9, "%s.effort", name));
	if (ONCE_IN(p, 4, "%s.waits", name))
		buf_printf(p->b, "        elapsed: %umo\n",
			   1 + draw(p, 6, "%s.elapsed", name));
	if (ONCE_IN(p, 4, "%s.pointed", name))
		buf_printf(p->b, "        points: %u.%u\n", k,
			   draw(p, 9, "%s.points", name));
}

/* "c3", or another id that says, or does not, what it was before. */
static void write_old_id(struct plant *p, uint32_t indent, const char *before,
			 const char *name)
{
	if (draw(p, 12, "%s.id", name) == 1)
		buf_printf(p->b, "%*srenamed-from: [%s]\n", (int)indent, "",
			   before);
}

static void make_id(struct plant *p, char id[16], const char *before,
		    const char *name)
{
	uint32_t way = draw(p, 12, "%s.id", name);

	snprintf(id, 16, way < 3 && way ? "%s-new" : "%s", before);
}

static void write_competency(struct plant *p, uint32_t c)
{
	static const char *const layers[] = {"execution", "technical",
					     "leadership"};
	char name[16];

	snprintf(name, sizeof name, "c%u", c);
	buf_printf(p->b, "  %s:\n    name: C%u\n", p->ids[c],
		   draw(p, 9, "%s.name", name));
	write_old_id(p, 4, name, name);
	if (ONCE_IN(p, 2, "%s.grouped", name))
		buf_printf(p->b, "    category: k%u\n",
			   draw(p, 3, "%s.category", name));
	else
		buf_printf(p->b, "    layer: %s\n",
			   layers[draw(p, 3, "%s.layer", name)]);
	if (ONCE_IN(p, 2, "%s.summed", name))
		text_field(p, "    summary: ", "%s.summary", name);
	if (ONCE_IN(p, 6, "%s.shared", name))
		buf_printf(p->b, "    threshold: 0.%u\n",
			   1 + draw(p, 9, "%s.threshold", name));
	if (p->cells[c])
		return;
	buf_z(p->b, "    stages:\n");
	for (uint32_t k = 1; k <= p->stages[c]; k++)
		write_stage(p, c, k);
}

/* --- levels ---------------------------------------------------------------- */

static void write_pairs(struct plant *p, const char *name, const char *key,
			uint32_t *asked, uint32_t rate)
{
	uint32_t n = 0;

	for (uint32_t c = 0; c < COMPETENCIES; c++) {
		uint32_t k;

		if (!p->there[c] || p->cells[c] ||
		    !ONCE_IN(p, rate, "%s.%s.c%u", name, key, c))
			continue;
		k = 1 + draw(p, p->stages[c], "%s.%s.c%u.k", name, key, c);
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
		buf_printf(p->b, "          - at-least: 1\n            of: {%s:"
				 " 1", p->ids[0]);
		for (uint32_t c = 1; c < COMPETENCIES; c++)
			if (p->there[c] && !p->cells[c] &&
			    ONCE_IN(p, 2, "%s.c%u", own, c))
				buf_printf(p->b, ", %s: %u", p->ids[c],
					   1 + draw(p, p->stages[c],
						    "%s.c%u.k", own, c));
		buf_z(p->b, "}\n");
		if (ONCE_IN(p, 2, "%s.summed", own))
			text_field(p, "            summary: ", "%s.s", own);
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
		write_rubric(p, 12, own);
	}
}

static void write_figures(struct plant *p, const char *name)
{
	if (ONCE_IN(p, 4, "%s.timed", name))
		buf_printf(p->b, "        min-time: %umo\n",
			   1 + draw(p, 12, "%s.time", name));
	if (ONCE_IN(p, 5, "%s.old", name))
		buf_printf(p->b, "        experience: {min: %u}\n",
			   draw(p, 5, "%s.years", name));
	if (ONCE_IN(p, 5, "%s.paid", name))
		buf_printf(p->b, "        salary: {min: %u, max: 99, currency: "
				 "EUR}\n", 1 + draw(p, 9, "%s.pay", name));
	if (ONCE_IN(p, 8, "%s.terminal", name))
		buf_z(p->b, "        terminal: true\n");
	if (ONCE_IN(p, 8, "%s.afresh", name))
		buf_z(p->b, "        cumulative: false\n");
	if (ONCE_IN(p, 3, "%s.attributes", name))
		text_field(p, "        attributes:\n          scope: ",
			   "%s.scope", name);
}

static void write_level(struct plant *p, uint32_t t, uint32_t i,
			uint32_t *asked, uint32_t *figure)
{
	char name[16], id[8];

	snprintf(name, sizeof name, "t%u.l%u", t, i);
	snprintf(id, sizeof id, "l%u", i);
	buf_printf(p->b, "      - id: %s\n        rank: %u\n", p->levels[t][i],
		   2 * i + 1 + draw(p, 2, "%s.rank", name));
	write_old_id(p, 8, id, name);
	if (ONCE_IN(p, 2, "%s.titled", name))
		text_field(p, "        title: ", "%s.title", name);
	if (ONCE_IN(p, 4, "%s.coded", name))
		buf_printf(p->b, "        code: L%u\n",
			   draw(p, 9, "%s.code", name));
	if (ONCE_IN(p, 2, "%s.summed", name))
		text_field(p, "        summary: ", "%s.summary", name);
	write_texts(p, 8, "titles", name);
	write_texts(p, 8, "gates", name);
	write_figures(p, name);
	buf_z(p->b, "        requires: {");
	write_pairs(p, name, "asks", asked, 3);
	buf_z(p->b, "}\n        optional: {");
	write_pairs(p, name, "stretch", NULL, 8);
	buf_z(p->b, "}\n");
	write_choose(p, name);
	write_cells(p, name);
	if (p->scored && ONCE_IN(p, 3, "%s.goal", name)) {
		*figure += 1 + draw(p, 6, "%s.figure", name);
		buf_printf(p->b, "        scores: {total: %u}\n", *figure);
	}
}

static void write_score(struct plant *p, uint32_t indent, const char *name)
{
	buf_printf(p->b, "%*sscores:\n%*s  total:\n", (int)indent, "",
		   (int)indent, "");
	indent += 4;
	buf_printf(p->b, "%*scombine: %s\n", (int)indent, "",
		   draw(p, 2, "%s.combine", name) ? "sum" : "mean");
	if (ONCE_IN(p, 2, "%s.pointed", name))
		buf_printf(p->b, "%*spoints: [%u, %u, 6.5, 12]\n", (int)indent,
			   "", draw(p, 2, "%s.p0", name),
			   2 + draw(p, 3, "%s.p1", name));
	if (ONCE_IN(p, 2, "%s.weighed", name))
		buf_printf(p->b, "%*sweights: {k0: %u, k1: 1.5}\n",
			   (int)indent, "", draw(p, 4, "%s.w0", name));
}

static void write_track(struct plant *p, uint32_t t)
{
	uint32_t asked[COMPETENCIES] = {0}, figure = 0;
	char name[16];

	snprintf(name, sizeof name, "t%u", t);
	buf_printf(p->b, "  %s:\n    name: T%u\n    kind: %s\n", p->tracks[t],
		   draw(p, 5, "%s.name", name),
		   draw(p, 3, "%s.kind", name) ? "ic" : "manager");
	write_old_id(p, 4, name, name);
	if (ONCE_IN(p, 2, "%s.summed", name))
		text_field(p, "    summary: ", "%s.summary", name);
	if (p->scored && ONCE_IN(p, 3, "%s.scores", name))
		write_score(p, 4, name);
	buf_z(p->b, "    levels:\n");
	for (uint32_t i = 0; i < LEVELS; i++)
		if (*p->levels[t][i])
			write_level(p, t, i, asked, &figure);
}

/* --- the whole ------------------------------------------------------------- */

static void write_moves(struct plant *p)
{
	bool any = false;

	for (uint32_t t = 0; t + 1 < TRACKS; t++)
		for (uint32_t i = 0; i < LEVELS; i++) {
			uint32_t k = draw(p, LEVELS, "move%u.%u.to", t, i);

			if (!*p->tracks[t + 1] || !*p->levels[t][i] ||
			    !*p->levels[t + 1][k] ||
			    !ONCE_IN(p, 4, "move%u.%u", t, i))
				continue;
			buf_z(p->b, any ? "" : "moves:\n");
			any = true;
			buf_printf(p->b, "  - {from: %s/%s, to: %s/%s, "
					 "summary: M%u}\n",
				   p->tracks[t], p->levels[t][i],
				   p->tracks[t + 1], p->levels[t + 1][k],
				   draw(p, 3, "move%u.%u.text", t, i));
		}
}

static void write_retired(struct plant *p)
{
	static const char *const since[] = {"", "since: 2026-01-01",
					    "since: 2026-02-01"};

	buf_z(p->b, "retired:\n");
	for (uint32_t i = 0; i < 3; i++)
		if (draw(p, 3, "retired%u", i))
			buf_printf(p->b, "  gone%u: {%s}\n", i,
				   since[draw(p, 3, "retired%u.since", i)]);
}

static void write_head(struct plant *p)
{
	buf_printf(p->b, "format: ladder/1\nid: grown\nname: G%u\n",
		   draw(p, 20, "name"));
	buf_printf(p->b, "version: \"%u\"\n", draw(p, 20, "version"));
	if (ONCE_IN(p, 3, "explicit"))
		buf_z(p->b, "lateral: explicit\n");
	if (ONCE_IN(p, 4, "afresh"))
		buf_z(p->b, "cumulative: false\n");
	if (ONCE_IN(p, 3, "shared"))
		buf_printf(p->b, "threshold: 0.%u\n",
			   1 + draw(p, 9, "threshold"));
	if (ONCE_IN(p, 2, "timed"))
		buf_printf(p->b, "effort: [4h, %uh-12h]\n",
			   4 + draw(p, 8, "effort"));
	buf_z(p->b, "categories:\n  k0: {name: K, layer: technical}\n"
		    "  k1: {name: J, layer: execution}\n");
	buf_printf(p->b, "  k2: {name: H%u, layer: leadership}\n",
		   draw(p, 3, "k2"));
}

static void plan_ids(struct plant *p)
{
	char name[16], id[8];

	for (uint32_t c = 0; c < COMPETENCIES; c++) {
		snprintf(name, sizeof name, "c%u", c);
		p->there[c] = c < 2 || draw(p, 5, "%s", name);
		p->cells[c] = ONCE_IN(p, 4, "%s.cells", name);
		p->stages[c] = 1 + draw(p, STAGES, "%s.stages", name);
		make_id(p, p->ids[c], name, name);
	}
	for (uint32_t t = 0; t < TRACKS; t++) {
		snprintf(name, sizeof name, "t%u", t);
		if (t && ONCE_IN(p, 4, "%s", name))
			continue;
		make_id(p, p->tracks[t], name, name);
		for (uint32_t i = 0; i < LEVELS; i++) {
			snprintf(name, sizeof name, "t%u.l%u", t, i);
			snprintf(id, sizeof id, "l%u", i);
			if (!i || draw(p, 5, "%s", name))
				make_id(p, p->levels[t][i], id, name);
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
		write_score(&p, 0, "score");
	buf_z(out, "competencies:\n");
	for (uint32_t c = 0; c < COMPETENCIES; c++)
		if (p.there[c])
			write_competency(&p, c);
	buf_z(out, "tracks:\n");
	for (uint32_t t = 0; t < TRACKS; t++)
		if (*p.tracks[t])
			write_track(&p, t);
	write_moves(&p);
	write_retired(&p);
}
