/* What the parts of the grower share; nobody else includes it. */
#ifndef PROPERTY_PLANT_H
#define PROPERTY_PLANT_H

#include "property/grow.h"

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

/* From 0 to n - 1, the same for the same name, unless it is one of those that
 * fall another way. */
uint32_t plant_draw(const struct plant *p, uint32_t n, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

#define ONCE_IN(p, n, ...) (plant_draw((p), (n), __VA_ARGS__) == 0)

/* A sentence of its own for each name; two that are alike now and then. */
void plant_text(struct plant *p, const char *name);

/* The field, which ends with a blank, and a text with a name of its own. */
void plant_text_field(struct plant *p, const char *field, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/* "examples:" and a list, or nothing. */
void plant_texts(struct plant *p, uint32_t indent, const char *key,
		 const char *name);

/* An id that may be another than `before`; where it says so, plant_old_id
 * writes what it was. */
void plant_id(struct plant *p, char id[16], const char *before,
	      const char *name);
void plant_old_id(struct plant *p, uint32_t indent, const char *before,
		  const char *name);

/* The keys that stages and cells share. */
void plant_rubric(struct plant *p, uint32_t indent, const char *name);

void plant_competency(struct plant *p, uint32_t c);
void plant_score(struct plant *p, uint32_t indent, const char *name);
void plant_track(struct plant *p, uint32_t t);

#endif
