/* Pictures as a terminal can draw them: one line for each thing, with signs
 * that the text of a line can hold. */
#include "report/picture.h"
#include "report/term.h"

enum {
	SPARK_MOST = 24, /* cells of a spark */
	CHART_MOST = 40, /* and of a timeline */
	CHART_LEAST = 8,
	LEVELS = 8,
};

/* --- lines of three parts: what, a drawing, in words --------------------- */

struct measure {
	size_t name, words; /* the widest of each */
};

static void measure(struct measure *m, const struct term *t,
		    const prose *name, const prose *words)
{
	struct flow f = {0}, g = {0};

	flow_add(&f, name, t->style);
	flow_add(&g, words, t->style);
	m->name = flow_width(&f) > m->name ? flow_width(&f) : m->name;
	m->words = flow_width(&g) > m->words ? flow_width(&g) : m->words;
	flow_release(&f);
	flow_release(&g);
}

/* The cells that are left for the drawing; long names wrap before it has to
 * go, and where even that does not help the words do. */
static size_t chart_room(struct measure *m, size_t room, size_t most)
{
	size_t left;

	if (m->name > room / 2)
		m->name = room / 2;
	left = m->name + m->words + 4 < room
		       ? room - m->name - m->words - 4
		       : 0;
	return left < CHART_LEAST ? 0 : left < most ? left : most;
}

static void print_words(struct term *t, const prose *words)
{
	struct flow f = {0};
	struct flow_line line = {0};
	size_t at = 0;

	flow_add(&f, words, t->style);
	flow_next(&f, &at, SIZE_MAX / 2, &line);
	flow_print(&f, line, t->style, t->out);
	flow_release(&f);
}

/* One line, or several where the name wraps. `chart` is printable. */
static void print_line(struct term *t, const struct measure *m,
		       const prose *name, struct str chart, const prose *words)
{
	struct flow f = {0};
	struct flow_line line = {0};
	size_t at = 0;

	flow_add(&f, name, t->style);
	term_begin(t);
	flow_next(&f, &at, m->name ? m->name : 1, &line);
	flow_print(&f, line, t->style, t->out);
	buf_fill(t->out, ' ', m->name - flow_line_width(&f, line) + 2);
	buf_add(t->out, chart);
	buf_fill(t->out, ' ', chart.len ? 2 : 0);
	print_words(t, words);
	term_end(t);
	while (flow_next(&f, &at, m->name ? m->name : 1, &line)) {
		term_begin(t);
		flow_print(&f, line, t->style, t->out);
		term_end(t);
	}
	flow_release(&f);
}

/* --- sparks -------------------------------------------------------------- */

static const char *const levels[LEVELS] = {
	"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█",
};
static const char ascii_levels[] = "_.:-=+*#";

void spark_line(const struct spark *s, size_t most, bool ascii,
		struct buf *out)
{
	size_t n = s->points.n < most ? s->points.n : most;
	struct spark_range range = spark_range(s);

	for (size_t i = 0; i < n; i++) {
		/* of many points each cell shows the last of its share */
		size_t at = (i + 1) * s->points.n / n - 1;
		int64_t level = spark_level(range, s->points.at[at].value,
					    LEVELS - 1);

		if (ascii)
			buf_char(out, ascii_levels[level]);
		else
			buf_z(out, levels[level]);
	}
}

static size_t most_points(const struct block *sparks)
{
	size_t most = 0;

	for (const struct block *b = sparks->first; b; b = b->next)
		if (b->spark->points.n > most)
			most = b->spark->points.n;
	return most < SPARK_MOST ? most : SPARK_MOST;
}

static void walk_spark(struct term *t, const struct measure *m,
		       const struct block *b, size_t cells)
{
	struct buf line = {0}, chart = {0};
	size_t n = b->spark->points.n < cells ? b->spark->points.n : cells;

	spark_line(b->spark, cells, t->style->ascii, &line);
	if (cells) {
		mark_print(MARK_CODE, buf_str(&line), t->style, &chart);
		buf_fill(&chart, ' ', cells - n);
	}
	print_line(t, m, &b->title, buf_str(&chart), &b->aside);
	buf_release(&line);
	buf_release(&chart);
}

/* Short series need less room than other drawings. */
void term_sparks(struct term *t, const struct block *sparks)
{
	size_t cells = most_points(sparks), room;
	struct measure m = {0};

	for (const struct block *b = sparks->first; b; b = b->next)
		measure(&m, t, &b->title, &b->aside);
	room = term_text_room(t);
	if (m.name + cells + m.words + 4 > room)
		cells = chart_room(&m, room, cells);
	for (const struct block *b = sparks->first; b; b = b->next)
		walk_spark(t, &m, b, cells);
}

/* --- timeline ------------------------------------------------------------ */

static size_t column_of(int64_t week, int64_t end, size_t cells)
{
	return end > 0 ? (size_t)(week * (int64_t)cells / end) : 0;
}

/* A step takes at least one cell, a milestone just one. */
static void add_span(struct term *t, const struct timeline_row *row,
		     int64_t end, size_t cells, struct buf *out)
{
	size_t from = column_of(row->start, end, cells);
	size_t to = column_of(row->end, end, cells);
	struct buf sign = {0};

	if (row->milestone)
		from = to ? to - 1 : 0;
	from = from < cells ? from : cells - 1;
	to = to > from ? to : from + 1;
	buf_fill(out, ' ', from);
	for (size_t i = from; i < to; i++)
		buf_z(&sign, row->milestone ? t->style->ascii ? "*" : "◆"
			     : t->style->ascii ? "#"
					       : "█");
	mark_print(row->milestone ? MARK_GOOD : MARK_CODE, buf_str(&sign),
		   t->style, out);
	buf_fill(out, ' ', cells - to);
	buf_release(&sign);
}

void term_timeline(struct term *t, const struct block *b)
{
	const struct timeline *line = b->timeline;
	int64_t end = timeline_end(line);
	struct measure m = {0};
	size_t cells;

	for_each(row, &line->rows)
		measure(&m, t, &row->name, &row->when);
	cells = chart_room(&m, term_text_room(t), CHART_MOST);
	for_each(row, &line->rows) {
		struct buf chart = {0};

		if (cells)
			add_span(t, row, end, cells, &chart);
		print_line(t, &m, &row->name, buf_str(&chart), &row->when);
		buf_release(&chart);
	}
}

/* --- heat ---------------------------------------------------------------- */

static void add_word(struct flow *f, const char *word,
		     const struct report_style *style)
{
	struct run run = {.text = str_of(word), .mark = MARK_DIM, .ours = true};
	prose p = {&run, 1, 1};

	flow_add(f, &p, style);
}

/* "○ far below   ● met" */
static void add_legend(struct flow *f, const struct table *table,
		       const struct report_style *style)
{
	bool used[N_TONES];

	table_tones(table, used);
	for (int tone = TONE_FAR; tone < N_TONES; tone++) {
		if (!used[tone] || !table->tones[tone])
			continue;
		add_word(f, f->text.len ? "   " : "", style);
		flow_add(f, tone_sign((enum tone)tone), style);
		add_word(f, "\u00a0", style);
		add_word(f, table->tones[tone], style);
	}
}

/* What the signs say stands below. */
void term_heat(struct term *t, const struct table *table)
{
	struct flow f = {0};

	term_table(t, table);
	add_legend(&f, table, t->style);
	term_flow(t, &f);
	flow_release(&f);
}
