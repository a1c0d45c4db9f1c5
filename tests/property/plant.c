#include "property/plant.h"

#include <stdarg.h>
#include <stdio.h>

/* --- dice by name --------------------------------------------------------- */

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

uint32_t plant_draw(const struct plant *p, uint32_t n, const char *fmt, ...)
{
	char name[64];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(name, sizeof name, fmt, ap);
	va_end(ap);
	return draw_named(p->g, n, name);
}

/* --- texts ---------------------------------------------------------------- */

static const char *const words[] = {
	"plans",  "repairs", "teaches", "measures", "the",    "a",
	"team",	  "service", "review",	"budget",   "and",    "with",
	"before", "without", "outage",	"customer", "others", "daily",
};

void plant_text(struct plant *p, const char *name)
{
	uint32_t n = 2 + plant_draw(p, 7, "%s.n", name);

	for (uint32_t i = 0; i < n; i++)
		buf_printf(p->b, "%s%s", i ? " " : "",
			   words[plant_draw(p, sizeof words / sizeof *words,
					    "%s.w%u", name, i)]);
}

void plant_text_field(struct plant *p, const char *field, const char *fmt, ...)
{
	char name[48];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(name, sizeof name, fmt, ap);
	va_end(ap);
	buf_z(p->b, field);
	plant_text(p, name);
	buf_char(p->b, '\n');
}

void plant_texts(struct plant *p, uint32_t indent, const char *key,
		 const char *name)
{
	char item[48];
	uint32_t n = plant_draw(p, 4, "%s.%s", name, key);

	if (n < 2)
		return;
	buf_fill(p->b, ' ', indent);
	buf_printf(p->b, "%s:\n", key);
	for (uint32_t i = 1; i < n; i++) {
		snprintf(item, sizeof item, "%s.%s%u", name, key, i);
		buf_fill(p->b, ' ', indent);
		buf_z(p->b, "  - ");
		plant_text(p, item);
		buf_char(p->b, '\n');
	}
}

/* --- ids ------------------------------------------------------------------ */

/* "c3", or another id that says, or does not, what it was before. */
void plant_old_id(struct plant *p, uint32_t indent, const char *before,
		  const char *name)
{
	if (plant_draw(p, 12, "%s.id", name) == 1)
		buf_printf(p->b, "%*srenamed-from: [%s]\n", (int)indent, "",
			   before);
}

void plant_id(struct plant *p, char id[16], const char *before,
	      const char *name)
{
	uint32_t way = plant_draw(p, 12, "%s.id", name);

	snprintf(id, 16, way < 3 && way ? "%s-new" : "%s", before);
}
