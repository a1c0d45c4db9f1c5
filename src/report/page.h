/* The presentation tree: what a result says, before any format. Builders
 * (page_*.c) make it, walkers (format_*.c) write it; it carries meaning, and
 * only walkers know of columns, colours and escapes. */
#ifndef REPORT_PAGE_H
#define REPORT_PAGE_H

#include "base/buf.h"
#include "report/prose.h"
#include "report/style.h"

enum block_kind {
	BLOCK_SECTION,   /* title, aside, children; the page itself is one */
	BLOCK_STEP,      /* number, title, aside, children */
	BLOCK_PARAGRAPH, /* body */
	BLOCK_LIST,      /* children are BLOCK_ITEM */
	BLOCK_ITEM,      /* marker, body, aside, children */
	BLOCK_PAIRS,     /* children are BLOCK_PAIR */
	BLOCK_PAIR,      /* title is the key, body and children the value */
	BLOCK_BARS,      /* children are BLOCK_BAR */
	BLOCK_BAR,       /* title, have of need, aside */
	BLOCK_TABLE,     /* table */
	BLOCK_CODE,      /* code, with line numbers */
	BLOCK_RULE,      /* a line across */
	BLOCK_SUMMARY,   /* children: the answer in short. It ends what a
			    terminal shows, and begins a document */
	BLOCK_HEAT,      /* table, whose cells have tones */
	BLOCK_SPARKS,    /* children are BLOCK_SPARK */
	BLOCK_SPARK,     /* title, spark, aside, which says it in words */
	BLOCK_RADAR,     /* title, body, radar; table says the same */
	BLOCK_TIMELINE,  /* title, body, timeline */
	BLOCK_MAP,       /* title, body, map; table says the same */
};

enum marker { MARKER_BULLET, MARKER_DONE, MARKER_OPEN, MARKER_MILESTONE };

enum align { ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT };

struct column {
	prose title;
	enum align align;
};

/* How a figure stands to what is asked. Each tone has a sign of its own: a
 * colour is never all there is. */
enum tone {
	TONE_NONE,
	TONE_FAR,  /* far below */
	TONE_NEAR, /* below, by little */
	TONE_MET,
	TONE_OVER, /* more than is asked */
};

enum { N_TONES = TONE_OVER + 1 };

struct row {
	prose *cells;     /* columns.n of them */
	enum tone *tones; /* as many, or NULL */
	bool group; /* a title for the rows below it: its first cell alone */
};

struct table {
	VEC(struct column) columns;
	VEC(struct row) rows;
	uint32_t keys;     /* the first `keys` columns say what a row is; where
			      a table must be split they are repeated */
	const char *const *tones; /* N_TONES: what each says, in a word or two
				     of ours; NULL for a plain table */
};

struct code_text {
	struct str text;
	uint32_t first_line;
	uint32_t marked_from, marked_to; /* lines to look at, by number; `to`
					    is one past, equal for none */
};

struct spark;
struct radar;
struct timeline;
struct role_map;

struct block {
	enum block_kind kind;
	prose title, body, aside;
	uint32_t number;       /* BLOCK_STEP, from 1 */
	enum marker marker;    /* BLOCK_ITEM */
	int64_t have, need;    /* BLOCK_BAR, in any unit; need may be 0 */
	struct table table;    /* BLOCK_TABLE */
	struct code_text code; /* BLOCK_CODE */
	bool tight;            /* BLOCK_SECTION: a small one inside a step */
	bool beside; /* a picture of what the page says in words as well: left
			out where it cannot be drawn */
	union {      /* pictures (picture.h), as `kind` says */
		struct spark *spark;
		struct radar *radar;
		struct timeline *timeline;
		struct role_map *map;
	};
	struct block *first, *last, *next;
};

struct page {
	struct arena *arena;
	struct str language; /* of the data, as the ladder names it; empty:
				not known */
	struct block root; /* BLOCK_SECTION; its title is the page's */
};

/* --- building ------------------------------------------------------------ */

struct page *page_new(struct arena *a);

/* Adds an empty block at the end of a parent. */
struct block *page_add(struct page *p, struct block *parent,
		       enum block_kind kind);

/* Adds a section with a title of ours. */
struct block *page_section(struct page *p, struct block *parent,
			   const char *title);

/* Adds a paragraph, an item: empty ones to fill. */
prose *page_paragraph(struct page *p, struct block *parent);
prose *page_item(struct page *p, struct block *list, enum marker marker);

/* Adds a pair with a key of ours; its body and children are the value. */
struct block *page_pair(struct page *p, struct block *pairs, const char *key);

/* A row of `columns.n` empty cells. */
prose *table_row(struct page *p, struct table *t);

/* A title of ours for the rows that follow. */
void table_group(struct page *p, struct table *t, const char *title);

/* Adds a column; all of them before the first row. */
struct column *table_column(struct page *p, struct table *t,
			    enum align align);

/* The same with a title of ours. */
void table_head(struct page *p, struct table *t, enum align align,
		const char *title);

/* The tone of a cell in the last row, which is given to be filled. */
prose *table_tone(struct page *p, struct table *t, uint32_t column,
		  enum tone tone);

/* --- writing ------------------------------------------------------------- */

/* For a terminal or a file read as text. */
void page_term(const struct page *p, const struct report_style *style,
	       struct buf *out);

/* CommonMark with tables; data is escaped, so that nothing in it is markup. */
void page_markdown(const struct page *p, struct buf *out);

/* A document of HTML in one file, without scripts and addresses to load
 * anything from, for screens light and dark, wide and narrow, and paper. Links
 * lead to the web or to mail only. */
void page_html(const struct page *p, struct buf *out);

#endif
