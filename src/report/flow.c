#include "report/flow.h"

#include "base/arena.h"
#include "text/safe.h"
#include "text/utf8.h"
#include "text/width.h"

#include <stdlib.h>

/* One small table; these do on dark and on light backgrounds. */
static const char *const colours[] = {
	[MARK_PLAIN] = "",	[MARK_STRONG] = "1", [MARK_EMPHASIS] = "3",
	[MARK_DIM] = "2",	[MARK_CODE] = "36",  [MARK_LINK] = "4",
	[MARK_GOOD] = "32",	[MARK_WARN] = "35",  [MARK_BAD] = "1;31",
	[MARK_ADDED] = "1;32",	[MARK_REMOVED] = "9;31",
};

static const struct {
	const char *sign, *ascii;
} signs[] = {
	{"→", "->"}, {"–", "-"}, {"·", "-"}, {"…", "..."}, {"×", "x"},
	{"○", "!"},  {"◐", "~"}, {"●", "="}, {"◆", "+"},
};

void flow_release(struct flow *f)
{
	buf_release(&f->text);
	free(f->marks);
	*f = (struct flow){0};
}

static void end_mark(struct flow *f, enum mark mark)
{
	if (f->n_marks == f->cap_marks) {
		size_t cap = f->cap_marks ? 2 * f->cap_marks : 8;
		void *at = realloc(f->marks, cap * sizeof *f->marks);

		if (!at)
			oom();
		f->marks = at;
		f->cap_marks = cap;
	}
	f->marks[f->n_marks++] = (struct flow_mark){f->text.len, mark};
}

static void add_ascii(struct buf *out, struct str s)
{
	for (size_t at = 0; at < s.len;) {
		struct str rest = str_from(s, at);
		size_t i = 0, n = sizeof signs / sizeof *signs;

		while (i < n && !str_starts(rest, str_of(signs[i].sign)))
			i++;
		if (i < n) {
			buf_z(out, signs[i].ascii);
			at += strlen(signs[i].sign);
		} else {
			buf_char(out, *rest.ptr);
			at++;
		}
	}
}

/* A tab has no place in flowing text; several newlines are one break. */
static void add_data(struct buf *out, struct str s)
{
	for (size_t at = 0; at < s.len;) {
		size_t end = at;

		while (end < s.len && s.ptr[end] != '\n' && s.ptr[end] != '\t')
			end++;
		safe_line(out, (struct str){s.ptr + at, end - at});
		if (end < s.len && s.ptr[end] == '\t')
			buf_char(out, ' ');
		else if (end < s.len && out->len &&
			 out->ptr[out->len - 1] != '\n')
			buf_char(out, '\n');
		at = end + 1;
	}
}

static void add_ours(struct flow *f, enum mark mark, struct str ours,
		     const struct report_style *s)
{
	struct buf safe = {0};

	safe_text(&safe, ours);
	if (s->ascii)
		add_ascii(&f->text, buf_str(&safe));
	else
		buf_add(&f->text, buf_str(&safe));
	buf_release(&safe);
	end_mark(f, mark);
}

static void add_link(struct flow *f, const struct run *run,
		     const struct report_style *s)
{
	if (!str_eq(run->text, run->url)) {
		add_data(&f->text, run->text);
		end_mark(f, MARK_PLAIN);
		add_ours(f, MARK_DIM, STR(" <"), s);
	}
	safe_line(&f->text, run->url);
	end_mark(f, MARK_LINK);
	if (!str_eq(run->text, run->url))
		add_ours(f, MARK_DIM, STR(">"), s);
}

/* What was put in or taken out, as git's word diff has it where there are no
 * colours: the signs stand at the words, not at the spaces beside them. */
static void add_changed(struct flow *f, const struct run *run,
			const struct report_style *s)
{
	bool added = run->mark == MARK_ADDED;
	struct str core = str_trim(run->text);
	size_t before = core.len ? (size_t)(core.ptr - run->text.ptr) : 0;

	add_data(&f->text, str_head(run->text, before));
	end_mark(f, MARK_PLAIN);
	if (core.len && !s->color)
		buf_z(&f->text, added ? "{+" : "[-");
	add_data(&f->text, core);
	if (core.len && !s->color)
		buf_z(&f->text, added ? "+}" : "-]");
	end_mark(f, run->mark);
	add_data(&f->text, str_from(run->text, before + core.len));
	end_mark(f, MARK_PLAIN);
}

void flow_add(struct flow *f, const prose *p, const struct report_style *s)
{
	for_each(run, p) {
		if (run->mark == MARK_ADDED || run->mark == MARK_REMOVED) {
			add_changed(f, run, s);
		} else if (run->mark == MARK_LINK && run->url.len) {
			add_link(f, run, s);
		} else if (run->ours) {
			add_ours(f, run->mark, run->text, s);
		} else {
			add_data(&f->text, run->text);
			end_mark(f, run->mark);
		}
	}
}

/* --- breaking lines ------------------------------------------------------ */

/* Signs that may not begin a line, and those that may not end one; - and + are
 * halves of the signs of a change, [-…-] and {+…+}. */
static const char *const closing[] = {
	"、", "。", "，", "．", "・", "：", "；", "？", "！", "）", "］", "｝",
	"」", "』", "】", "〉", "》", "〕", "ー", "々", "…", "ぁ", "ぃ", "ぅ",
	"ぇ", "ぉ", "っ", "ゃ", "ゅ", "ょ", "ァ", "ィ", "ゥ", "ェ", "ォ", "ッ",
	"ャ", "ュ", "ョ", ".", ",", ")", "]", "}", ":", ";", "!", "?", "”", "’",
	"-", "+", NULL,
};

static const char *const opening[] = {
	"（", "［", "｛", "「", "『", "【", "〈", "《", "〔", "(", "[", "{",
	"“", "‘", "-", "+", NULL,
};

static bool one_of(struct str cluster, const char *const *list)
{
	for (; *list; list++)
		if (str_is(cluster, *list))
			return true;
	return false;
}

/* Whether a line may end between two clusters with no space there. */
static bool breaks_between(struct str before, struct str after)
{
	uint32_t len;

	if (char_width(utf8_decode(before, &len)) < 2 &&
	    char_width(utf8_decode(after, &len)) < 2)
		return false;
	return !one_of(after, closing) && !one_of(before, opening);
}

static size_t skip_spaces(struct str s, size_t at)
{
	while (at < s.len && s.ptr[at] == ' ')
		at++;
	return at;
}

/* One walk along a line that is being filled. */
struct filling {
	struct str text;
	size_t at, cells;   /* how far, and how much of the width is used */
	size_t end, next;   /* the best break so far: where the line ends,
			       where the next begins; next is 0 for none */
	struct str before;  /* the cluster before `at` */
};

static void note_break(struct filling *w, struct str cluster)
{
	if (*cluster.ptr == ' ') {
		/* spaces that a line begins with are no place to end it */
		if (w->before.len && *w->before.ptr != ' ')
			w->end = w->at;
		else if (!w->next)
			return;
		w->next = w->at + 1;
	} else if (w->before.len && *w->before.ptr != ' ' &&
		   breaks_between(w->before, cluster)) {
		w->end = w->next = w->at;
	}
}

/* Goes on to the end of the text, a newline, or the first cluster that does
 * not fit; tells whether it stopped for want of room. */
static bool fill(struct filling *w, size_t width)
{
	while (w->at < w->text.len && w->text.ptr[w->at] != '\n') {
		struct str rest = str_from(w->text, w->at);
		struct str cluster = str_head(rest, grapheme_len(rest));
		size_t cells = text_width(cluster);

		note_break(w, cluster);
		if (w->cells + cells > width && *cluster.ptr != ' ')
			return true;
		w->cells += cells;
		w->at += cluster.len;
		w->before = cluster;
	}
	return false;
}

static size_t without_spaces(struct str s, size_t at, size_t end)
{
	while (end > at && s.ptr[end - 1] == ' ')
		end--;
	return end;
}

static bool in_link(const struct flow *f, size_t at)
{
	size_t i = 0;

	while (i < f->n_marks && f->marks[i].end <= at)
		i++;
	return i < f->n_marks && f->marks[i].mark == MARK_LINK;
}

/* Where a word from `from` on that fits up to `at` only is cut. An address is
 * not: nobody could follow the halves. */
static size_t cut_word(const struct flow *f, size_t from, size_t at)
{
	struct str s = buf_str(&f->text);

	if (in_link(f, from))
		while (at < s.len && s.ptr[at] != ' ' && s.ptr[at] != '\n')
			at++;
	else if (at == from)
		at += grapheme_len(str_from(s, from));
	return at;
}

bool flow_next(const struct flow *f, size_t *at, size_t width,
	       struct flow_line *line)
{
	struct filling w = {.text = buf_str(&f->text), .at = *at};
	size_t from = *at;

	if (from >= w.text.len)
		return false;
	if (!fill(&w, width)) {
		w.end = w.at;
		w.next = w.at < w.text.len ? w.at + 1 : w.at;
	} else if (!w.next) {
		w.end = cut_word(f, from, w.at);
		w.next = skip_spaces(w.text, w.end);
		w.next += w.next < w.text.len && w.text.ptr[w.next] == '\n';
	} else {
		w.next = skip_spaces(w.text, w.next);
	}
	*line = (struct flow_line){from, without_spaces(w.text, from, w.end)};
	*at = w.next;
	return true;
}

size_t flow_line_width(const struct flow *f, struct flow_line line)
{
	return text_width(
		(struct str){f->text.ptr + line.at, line.end - line.at});
}

size_t flow_width(const struct flow *f)
{
	struct flow_line line;
	size_t at = 0, widest = 0;

	while (flow_next(f, &at, SIZE_MAX / 2, &line)) {
		size_t cells = flow_line_width(f, line);

		widest = cells > widest ? cells : widest;
	}
	return widest;
}

size_t flow_word_width(const struct flow *f)
{
	struct str s = buf_str(&f->text);
	size_t widest = 0;

	for (size_t at = 0; at < s.len;) {
		size_t end = at;

		while (end < s.len && s.ptr[end] != ' ' && s.ptr[end] != '\n')
			end++;
		size_t cells = text_width((struct str){s.ptr + at, end - at});

		widest = cells > widest ? cells : widest;
		at = end + 1;
	}
	return widest;
}

/* --- writing ------------------------------------------------------------- */

static void print_plain(struct str text, struct buf *out)
{
	for (size_t at = 0; at < text.len;) {
		struct str rest = str_from(text, at);

		/* no-break spaces have done their work by now */
		if (str_starts(rest, STR("\u00a0"))) {
			buf_char(out, ' ');
			at += 2;
		} else {
			buf_char(out, *rest.ptr);
			at++;
		}
	}
}

void mark_print(enum mark mark, struct str text, const struct report_style *s,
		struct buf *out)
{
	bool coloured = s->color && *colours[mark] && text.len;

	if (coloured)
		buf_printf(out, "\x1b[%sm", colours[mark]);
	print_plain(text, out);
	if (coloured)
		buf_z(out, "\x1b[0m");
}

void flow_print(const struct flow *f, struct flow_line line,
		const struct report_style *s, struct buf *out)
{
	size_t at = line.at;

	for (size_t i = 0; i < f->n_marks && at < line.end; i++) {
		size_t end = f->marks[i].end;

		if (end <= at)
			continue;
		if (end > line.end)
			end = line.end;
		mark_print(f->marks[i].mark,
			   (struct str){f->text.ptr + at, end - at}, s, out);
		at = end;
	}
}

void flow_text(const prose *p, struct buf *out)
{
	const struct report_style plain = {0};
	struct flow_line line;
	struct flow f = {0};
	size_t at = 0;

	flow_add(&f, p, &plain);
	while (flow_next(&f, &at, SIZE_MAX / 2, &line)) {
		if (line.at)
			buf_char(out, '\n');
		flow_print(&f, line, &plain, out);
	}
	flow_release(&f);
}
