#include "cli/crib.h"

#include "doc/entry.h"

#define MARK "#|"

struct putting {
	struct crib *crib;
	const struct template_view *view;
	const struct doc *doc;
	struct entry *ratings; /* of a block of lines */
	uint32_t n_ratings;    /* 0: there is none */
	struct str text;
	struct buf out;
	uint32_t at; /* so far the text is in `out` */
	const char *eol;
};

/* --- lines ---------------------------------------------------------------- */

/* Cuts the first line off, its end included. */
static bool next_line(struct str *rest, struct str *line)
{
	size_t n = str_index(*rest, '\n');

	if (!rest->len)
		return false;
	*line = str_head(*rest, n + 1);
	*rest = str_from(*rest, n + 1);
	return true;
}

static bool is_marked(struct str line)
{
	return str_starts(str_trim(line), STR(MARK));
}

static bool has_marks(struct str text)
{
	struct str line;

	while (next_line(&text, &line))
		if (is_marked(line))
			return true;
	return false;
}

/* --- putting -------------------------------------------------------------- */

/* One line, "  # text" or empty, with our mark. */
static void put_line(struct putting *p, struct str line)
{
	struct arena *a = p->crib->arena;
	size_t n = str_index(line, '#');
	struct str kept;

	line = arena_printf(a, "%.*s%s%.*s", (int)(n < line.len ? n : 0),
			    line.ptr, MARK,
			    STR_ARG(str_from(line, n < line.len ? n + 1 : 0)));
	kept = str_trim(line);
	map_add(&p->crib->lines, a, kept, (void *)(uintptr_t)kept.ptr);
	buf_add(&p->out,
		str_head(line, (size_t)(kept.ptr - line.ptr) + kept.len));
	buf_z(&p->out, p->eol);
}

static void put_rubric(struct putting *p, const struct competency *c)
{
	struct buf b = {0};
	struct str rest, line;

	put_line(p, STR("  #"));
	template_rubric(p->crib->arena, p->view, c, &b);
	rest = buf_str(&b);
	while (next_line(&rest, &line))
		put_line(p, str_head(line, str_index(line, '\n')));
	buf_release(&b);
}

static void put_head(struct putting *p)
{
	static const char *const lines[] = {
		"# Write behind each competency the highest stage that you "
		"have shown.",
		"# Lines that begin with #| are the ladder: they are taken out "
		"again.",
	};

	/* a byte-order mark shares its line with nobody */
	if (str_starts(p->text, STR("\xef\xbb\xbf")))
		return;
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		put_line(p, str_of(lines[i]));
}

/* Copies the text up to there. */
static void copy_to(struct putting *p, uint32_t at)
{
	buf_add(&p->out, str_head(str_from(p->text, p->at), at - p->at));
	p->at = at;
}

/* --- where ---------------------------------------------------------------- */

static const struct competency *named_by(const struct putting *p,
					 const struct node *key)
{
	struct str id = doc_text(p->doc, key);
	const struct ladder *l = p->view->ladder;
	const struct competency *c = ladder_competency(l, id);

	return c ? c : ladder_renamed_competency(l, id);
}

/* The ratings, where they are lines below one another. */
static void find_block(struct putting *p)
{
	const struct node *n = doc_find(p->doc, p->doc->nodes, STR("ratings"));

	if (!n || n->kind != NODE_MAP || !n->len || n->flags & NODE_ALIAS ||
	    node_is_flow(p->doc, n))
		return;
	p->ratings = entries_of(p->doc, n, p->crib->arena, &p->n_ratings);
}

static void put_above(struct putting *p, bool *told)
{
	for (uint32_t i = 0; i < p->n_ratings; i++) {
		const struct entry *e = &p->ratings[i];
		const struct competency *c = named_by(p, e->node);

		if (!c || told[c->index] || !e->begins_line)
			continue;
		told[c->index] = true;
		copy_to(p, entry_lead(p->doc, e));
		put_rubric(p, c);
	}
}

/* A line end must stand before it: the file may have none at its end. */
static bool copy_to_last(struct putting *p)
{
	uint32_t end = (uint32_t)p->text.len;

	if (p->n_ratings)
		end = entry_tail(p->doc, &p->ratings[p->n_ratings - 1]);
	if (end < p->at || !end || p->text.ptr[end - 1] != '\n')
		return false;
	copy_to(p, end);
	return true;
}

/* Behind the last rating, else behind everything. */
static void put_behind(struct putting *p, const bool *told)
{
	bool first = true;

	if (!copy_to_last(p))
		return;
	for_each(c, &p->view->ladder->competencies) {
		if (told[c->index] || !c->n_stages)
			continue;
		if (first) {
			put_line(p, STR("  #"));
			put_line(p, p->n_ratings
					    ? STR("  # --- not rated yet ---")
					    : STR("  # --- the ladder ---"));
		}
		first = false;
		put_rubric(p, c);
		put_line(p, arena_printf(p->crib->arena,
					 "  # %.*s:", STR_ARG(c->head.id)));
	}
}

struct str crib_put(struct crib *crib, const struct template_view *v,
		    const struct doc *doc, struct str text, struct arena *a)
{
	struct putting p = {.crib = crib, .view = v, .doc = doc, .text = text};
	bool *told = ARENA_ARRAY(a, v->ladder->competencies.n, bool);
	size_t line = str_index(text, '\n');

	*crib = (struct crib){.arena = a};
	if (has_marks(text))
		return text;
	p.eol = line && line < text.len && text.ptr[line - 1] == '\r' ? "\r\n"
								      : "\n";
	find_block(&p);
	put_head(&p);
	put_above(&p, told);
	put_behind(&p, told);
	copy_to(&p, (uint32_t)text.len);
	text = arena_str(a, buf_str(&p.out));
	buf_release(&p.out);
	return text;
}

/* --- taking --------------------------------------------------------------- */

struct str crib_take(const struct crib *crib, struct str text, bool *left)
{
	struct buf out = {0};
	struct str line;

	*left = false;
	if (!crib->lines.n)
		return text;
	while (next_line(&text, &line)) {
		if (map_find(&crib->lines, str_trim(line)))
			continue;
		*left |= is_marked(line);
		buf_add(&out, line);
	}
	text = arena_str(crib->arena, buf_str(&out));
	buf_release(&out);
	return text;
}
