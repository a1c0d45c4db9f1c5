#include "doc/edit_work.h"

static bool kept_after(const struct block *b, uint32_t i)
{
	return b->kept_to > i + 1;
}

static bool has_byte(struct work *w, char c, uint32_t from, uint32_t to)
{
	return from < to && memchr(w->text.ptr + from, c, to - from);
}

static bool has_comment(struct work *w, uint32_t from, uint32_t to)
{
	return has_byte(w, '#', from, to);
}

/* Whether an entry at the end goes with the comma before it. */
static bool takes_comma_before(struct work *w, const struct block *b,
			       uint32_t i)
{
	const struct entry *e = &b->entries[i];

	return i && !entry_owns_lines(w->e->doc, e) &&
	       !entry_owns_lines(w->e->doc, e - 1) &&
	       !has_comment(w, e[-1].end, e->at);
}

void braces_cut(struct work *w, const struct block *b, uint32_t i)
{
	const struct entry *e = &b->entries[i];
	uint32_t from = e->at, to = e->end;

	if (kept_after(b, i))
		to = has_byte(w, '\n', e->end, e[1].at) ? e->comma : e[1].at;
	if (!kept_after(b, i) && takes_comma_before(w, b, i))
		from = e[-1].end;
	if (!b->kept && !(i + 1 < b->count && takes_comma_before(w, b, i + 1)))
		to = e->comma;
	/* a brace right behind a colon would belong to the key, too */
	edit_put(w, from, to,
		 from && w->text.ptr[from - 1] == ':' ? STR(" ") : STR(""));
}

void braces_cut_comma(struct work *w, const struct block *b)
{
	const struct entry *e;

	if (!b->kept || b->kept_to == b->count || b->inserted)
		return;
	e = &b->entries[b->kept_to - 1];
	if (!entry_owns_lines(w->e->doc, e + 1) ||
	    b->entries[b->count - 1].comma > b->entries[b->count - 1].end)
		return;
	edit_cut(w, e->comma - 1, e->comma);
}

static struct str in_line(struct work *w, const struct edit_step *s)
{
	struct buf b = {0};
	struct str line;

	if (s->key.ptr) {
		piece_key(&b, s->key, 0, true);
		buf_z(&b, ": ");
	}
	piece_flow(&b, s->piece);
	line = arena_str(w->arena, buf_str(&b));
	buf_release(&b);
	return line;
}

/* A comma right behind a colon would belong to the key. */
static struct str comma_after(struct work *w, const struct entry *e)
{
	return w->text.ptr[e->end - 1] == ':' ? STR(" ,") : STR(",");
}

/* Behind an entry with a line of its own, on the next line. */
static void insert_own_line(struct work *w, const struct entry *e,
			    struct str line, bool first)
{
	uint32_t stop = line_stop(w->text, e->end);
	bool comma = e->comma > e->end;
	struct buf b = {0};

	if (!comma && first)
		edit_put(w, e->end, e->end, comma_after(w, e));
	if (!first && !comma)
		buf_char(&b, ',');
	buf_z(&b, w->e->style.eol);
	buf_add(&b, (struct str){w->text.ptr + e->line, e->column});
	buf_add(&b, line);
	if (comma)
		buf_char(&b, ',');
	edit_put_buf(w, stop, stop, &b);
}

static void insert_at_head(struct work *w, const struct block *b,
			   struct str line)
{
	uint32_t at = b->n->at + 1;
	bool blank = at < w->text.len && w->text.ptr[at] == ' ';
	bool more = b->kept || b->inserted > 1;

	edit_put(w, at, at,
		 arena_printf(w->arena, "%s%.*s%s", blank && more ? " " : "",
			      STR_ARG(line),
			      !more   ? ""
			      : blank ? ","
				      : ", "));
}

/* Puts in what belongs behind the entry `at`; `behind` is the kept one at or
 * before it, or NULL. */
static bool insert_at(struct work *w, const struct block *b, uint32_t at,
		      const struct entry *behind, bool first)
{
	for_each_insert(s, w, b->n) {
		struct str line;

		if (s->after != at)
			continue;
		line = in_line(w, s);
		if (!behind)
			insert_at_head(w, b, line);
		else if (entry_owns_lines(w->e->doc, behind))
			insert_own_line(w, behind, line, first);
		else
			edit_put(w, behind->end, behind->end,
				 arena_printf(w->arena, "%.*s %.*s",
					      STR_ARG(comma_after(w, behind)),
					      STR_ARG(line)));
		first = false;
	}
	return first;
}

void braces_insert(struct work *w, const struct block *b, int64_t kept)
{
	const struct entry *behind = kept < 0 ? NULL : &b->entries[kept];
	bool first = true;

	if (!b->inserted)
		return;
	if (!behind)
		first = insert_at(w, b, 0, NULL, first);
	for (int64_t i = kept < 0 ? 0 : kept; i < b->count; i++) {
		uint32_t at = (uint32_t)(b->entries[i].node - w->e->doc->nodes);

		if (i != kept && !b->gone[i])
			break;
		first = insert_at(w, b, at, behind, first);
	}
}

void braces_fill(struct work *w, const struct node *n)
{
	struct buf b = {0};

	for_each_insert(s, w, n) {
		if (b.len)
			buf_z(&b, ", ");
		buf_add(&b, in_line(w, s));
	}
	edit_put_buf(w, n->at + 1, n->at + 1, &b);
}
