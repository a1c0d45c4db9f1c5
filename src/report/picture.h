/* Pictures of a page, as data: builders (page_*.c) say what there is to see,
 * walkers draw it as well as their format can. HTML draws SVG (svg_*.c). */
#ifndef REPORT_PICTURE_H
#define REPORT_PICTURE_H

#include "report/page.h"

/* --- sparks: how a figure went ------------------------------------------- */

struct spark_point {
	int32_t day; /* as in base/date.h; they rise */
	int64_t value;
};

struct spark {
	VEC(struct spark_point) points;
	int64_t least, most; /* what the lowest and the highest line stand for;
				where both are 0, what the points have */
};

/* Adds a line to a BLOCK_SPARKS: a title and an aside to fill, and points. */
struct block *page_spark(struct page *p, struct block *sparks);
void spark_point(struct page *p, struct block *spark, int32_t day,
		 int64_t value);

/* The values that stand at the bottom and at the top of a spark, and how high a
 * value stands, from 0 to `top`; in the middle where all are the same. */
struct spark_range {
	int64_t least, most;
};
struct spark_range spark_range(const struct spark *s);
int64_t spark_level(struct spark_range range, int64_t value, int64_t top);

/* The signs of a spark, one for a point; of more than `most` points some are
 * left out, never the last. */
void spark_line(const struct spark *s, size_t most, bool ascii,
		struct buf *out);

/* --- heat: a table of figures, each with its tone ------------------------ */

/* Adds one; `words` says what each tone means, NULL where that is plain (the
 * array must outlive the page). Columns, rows and groups as for any table, and
 * table_tone for its cells. */
struct table *page_heat(struct page *p, struct block *parent,
			const char *const words[N_TONES]);

/* The sign of a tone; empty for TONE_NONE. Of ours: it turns to ASCII. */
const prose *tone_sign(enum tone tone);

/* Which tones the cells of a table have. */
void table_tones(const struct table *t, bool used[N_TONES]);

/* --- radar: shares of several kinds -------------------------------------- */

enum { SERIES_MOST = 4 };

struct radar_axis {
	prose name;
	int64_t shares[SERIES_MOST]; /* thousandths, from 0 to 1000 */
	int64_t counts[SERIES_MOST]; /* where the radar is `counted` */
};

struct radar {
	prose series[SERIES_MOST]; /* what each line is, the first the most
				      important: it is drawn as an area */
	uint32_t n_series;
	uint32_t look; /* of the first series: those of a page that are the
			  same thing look the same */
	VEC(struct radar_axis) axes;
	bool counted; /* the table tells counts: of stages, say; else shares in
			 per cent */
};

/* Adds one, with the words that say what is seen to be filled in its body. */
struct block *page_radar(struct page *p, struct block *parent,
			 const char *title);

/* Adds a series, all of them before the axes: a name to fill. */
prose *radar_series(struct block *b);

struct radar_axis *radar_axis(struct page *p, struct block *b);

/* When all axes are there: makes the table of the same figures. A radar of
 * fewer than three axes shows nothing but that. */
void radar_finish(struct page *p, struct block *b, const char *axis);

bool radar_is_drawn(const struct radar *r);

/* --- timeline: what comes when ------------------------------------------- */

struct timeline_row {
	prose name;
	prose when;         /* in words: "weeks 3–8" */
	int64_t start, end; /* weeks, in thousandths */
	bool milestone;     /* at `end` */
};

struct timeline {
	VEC(struct timeline_row) rows;
	bool dated; /* weeks count from start_day */
	int32_t start_day;
};

struct block *page_timeline(struct page *p, struct block *parent,
			    const char *title);
struct timeline_row *timeline_row(struct page *p, struct block *b);

/* The last week of all rows. */
int64_t timeline_end(const struct timeline *t);

/* --- map: the roles, and the ways between them --------------------------- */

struct map_role {
	prose title, code;
	prose remark; /* "you are here"; mostly empty */
	uint32_t track;
	int64_t rank;
	bool marked;  /* to be seen first */
};

enum map_move_kind {
	MAP_NEXT,    /* to the next level */
	MAP_LATERAL, /* both ways, at one rank */
	MAP_MOVE,    /* as the ladder says */
};

struct map_move {
	uint32_t from, to; /* roles */
	enum map_move_kind kind;
};

struct map_route {
	prose name;
	VEC(uint32_t) stops; /* roles */
};

struct role_map {
	VEC(prose) tracks; /* names */
	VEC(struct map_role) roles; /* by track, each track's ranks rising */
	VEC(struct map_move) moves;
	VEC(struct map_route) routes; /* few: they look like the series of a
					 radar from the second on */
};

struct block *page_map(struct page *p, struct block *parent,
		       const char *title);

/* When all is there: makes the table that has a line for each track. */
void map_finish(struct page *p, struct block *b);

#endif
