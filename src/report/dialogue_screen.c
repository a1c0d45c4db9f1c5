#include "report/dialogue_screen.h"

#include "report/dialogue_words.h"
#include "report/words.h"

enum { COLUMN_LEAST = 24, LINE_MOST = 96, SHORT_SCREEN = 20 };

/* One drawing. */
struct drawing {
	struct dialogue_view *v;
	struct dialogue *d;
	struct arena *a;
	const struct competency *c;
	struct answered x;
	uint32_t room; /* lines for the stages */
	uint32_t from; /* the line of the stage at the cursor */
};

static struct screen_lines lines_of(const struct drawing *w)
{
	return (struct screen_lines){.arena = w->a, .style = w->v->style};
}

static size_t text_width_of(const struct drawing *w)
{
	return w->v->width < LINE_MOST ? w->v->width : LINE_MOST;
}

static bool is_answered(const struct drawing *w)
{
	return w->x.rated || w->x.na;
}

/* --- stages ------------------------------------------------------------- */

/* ">" at the cursor, "*" at what was answered. */
static const char *lead_of(const struct drawing *w, uint32_t ordinal)
{
	bool here = w->v->cursor == (int32_t)ordinal;
	bool chosen = w->x.rated && w->x.have == ordinal;

	return here && chosen ? ">*" : here ? "> " : chosen ? " *" : "  ";
}

static void add_title(const struct drawing *w, const struct stage *s,
		      bool folded, size_t width, struct screen_lines *to)
{
	const struct rubric *r = stage_rubric(s, w->d->track);
	const char *lead = arena_printf(w->a, "%s%2u ", lead_of(w, s->ordinal),
					s->number)
				   .ptr;
	prose p = {0};

	dialogue_say_stage(w->d, s, &p);
	if (folded && r->behaviours.n)
		prose_add(w->a, &p, MARK_DIM, " … (%u %s: arrow keys)",
			  r->behaviours.n,
			  words_plural(r->behaviours.n, "line", "lines"));
	screen_add(to, lead, &p, width);
}

/* Those of the next stage have boxes, and letters that tick them. */
static void add_behaviours(const struct drawing *w, const struct stage *s,
			   size_t width, const char *indent,
			   struct screen_lines *to)
{
	const struct rubric *r = stage_rubric(s, w->d->track);
	bool boxes = r == w->x.next && (is_answered(w) || w->x.ticked) &&
		     !w->x.na;

	for_each(b, &r->behaviours) {
		size_t i = (size_t)(b - r->behaviours.at);
		char letter = ' ';
		const char *lead = arena_printf(w->a, "%s- ", indent).ptr;
		prose p = {0};

		if (i < sizeof TICK_LETTERS - 1)
			letter = TICK_LETTERS[i];
		if (boxes)
			lead = arena_printf(w->a, "%s[%c] %c ", indent,
					    w->x.met[i] ? 'x' : ' ', letter)
				       .ptr;
		dialogue_say_behaviour(w->d, b, &p);
		screen_add(to, lead, &p, width);
	}
}

static void add_stage(struct drawing *w, const struct stage *s, bool folded,
		      struct screen_lines *to)
{
	if (w->v->cursor == (int32_t)s->ordinal)
		w->from = to->list.n;
	add_title(w, s, folded, text_width_of(w), to);
	if (!folded)
		add_behaviours(w, s, text_width_of(w), "     ", to);
}

static void add_none(const struct drawing *w, struct screen_lines *to)
{
	prose p = {0};

	prose_add(w->a, &p, MARK_STRONG, "none of these yet");
	screen_add(to, arena_printf(w->a, "%s 0 ", lead_of(w, 0)).ptr, &p,
		   w->v->width);
}

/* --- where they stand --------------------------------------------------- */

static struct screen_lines stacked(struct drawing *w, const bool *folded)
{
	struct screen_lines s = lines_of(w);

	add_none(w, &s);
	for (uint32_t i = 0; i < w->c->n_stages; i++)
		add_stage(w, &w->c->stages[i], folded[i], &s);
	return s;
}

/* False where columns would be too narrow, or too long. */
static bool side_by_side(struct drawing *w, struct screen_lines *out)
{
	uint32_t n = w->c->n_stages;
	size_t width = (w->v->width + 2) / n;
	struct screen_lines *columns = ARENA_ARRAY(w->a, n,
						   struct screen_lines);
	struct screen_lines all = lines_of(w);

	if (width < COLUMN_LEAST + 2 || n < 2)
		return false;
	width = width - 2 < LINE_MOST / 2 ? width - 2 : LINE_MOST / 2;
	for (uint32_t i = 0; i < n; i++) {
		columns[i] = lines_of(w);
		add_title(w, &w->c->stages[i], false, width, &columns[i]);
		add_behaviours(w, &w->c->stages[i], width, "  ", &columns[i]);
	}
	add_none(w, &all);
	screen_gap(&all);
	screen_columns(&all, columns, n, width);
	*out = all;
	return all.list.n <= w->room;
}

/* The order in which stages are unfolded: at the cursor, the next one, the one
 * below, and so on outwards. */
static uint32_t nearest(int32_t cursor, uint32_t n, uint32_t k)
{
	uint32_t at = cursor > 0 ? (uint32_t)cursor - 1 : 0, seen = 0;

	for (uint32_t far = 0; far <= n; far++) {
		if (at + far < n && seen++ == k)
			return at + far;
		if (far && far <= at && seen++ == k)
			return at - far;
	}
	return 0;
}

/* As many stages in full as there is room for; the one at the cursor, even
 * where there is not. */
static struct screen_lines unfolded(struct drawing *w)
{
	uint32_t n = w->c->n_stages;
	bool *folded = ARENA_ARRAY(w->a, n, bool);
	struct screen_lines s = stacked(w, folded), next;

	if (s.list.n <= w->room)
		return s;
	for (uint32_t i = 0; i < n; i++)
		folded[i] = true;
	for (uint32_t k = 0; k < n; k++) {
		uint32_t i = nearest(w->v->cursor, n, k);

		folded[i] = false;
		next = stacked(w, folded);
		if (k && next.list.n > w->room) {
			folded[i] = true;
			break;
		}
		s = next;
	}
	return stacked(w, folded);
}

static void add_more(const struct drawing *w, const char *what,
		     struct screen_lines *to)
{
	prose p = {0};

	prose_add(w->a, &p, MARK_WARN, "%s", what);
	screen_add(to, "     ", &p, w->v->width);
}

/* A page of what is too long even so. */
static struct screen_lines one_page(struct drawing *w, struct screen_lines all)
{
	uint32_t step = w->room > 2 ? w->room - 2 : 1;
	uint32_t pages = (all.list.n + step - 1) / step, from;
	struct screen_lines s = lines_of(w);

	if (all.list.n <= w->room) {
		w->v->page = 0;
		return all;
	}
	if (w->v->follow)
		w->v->page = w->from / step;
	if (w->v->page >= pages)
		w->v->page = pages - 1;
	from = w->v->page * step;
	if (from)
		add_more(w, "-- more above: Page Up --", &s);
	for (uint32_t i = from; i < all.list.n && i < from + step; i++)
		*vec_add(w->a, &s.list) = all.list.at[i];
	if (from + step < all.list.n)
		add_more(w, "-- more below: Page Down --", &s);
	return s;
}

/* --- above and below ---------------------------------------------------- */

static void add_head(const struct drawing *w, struct screen_lines *to)
{
	prose p = {0};

	prose_add(w->a, &p, MARK_STRONG, "%u of %u", w->d->at + 1,
		  w->d->questions.n);
	prose_add(w->a, &p, MARK_DIM, " · ");
	dialogue_say_progress(w->d, &p);
	screen_add(to, "", &p, w->v->width);
	if (w->v->height >= SHORT_SCREEN)
		screen_gap(to);
	p = (prose){0};
	prose_data(w->a, &p, MARK_STRONG, w->c->name);
	prose_add(w->a, &p, MARK_DIM, " (%s)",
		  layer_name((enum layer)w->c->layer));
	if (w->c->summary.len) {
		prose_add(w->a, &p, MARK_PLAIN, " – ");
		prose_rich(w->a, &p, w->c->summary);
	}
	screen_add(to, "", &p, text_width_of(w));
}

/* "a-c", of the next stage's behaviours. */
static const char *letters(const struct drawing *w)
{
	uint32_t n = w->x.next->behaviours.n;

	if (n > sizeof TICK_LETTERS - 1)
		n = sizeof TICK_LETTERS - 1;
	if (n == 1)
		return "a ticks";
	return arena_printf(w->a, "a-%c tick", TICK_LETTERS[n - 1]).ptr;
}

/* What to do next, in a line. */
static void add_prompt(const struct drawing *w, struct screen_lines *to)
{
	prose p = {0};

	if (w->x.na) {
		prose_add(w->a, &p, MARK_STRONG, "Enter goes on");
		prose_add(w->a, &p, MARK_PLAIN,
			  "; the number of a stage takes this back.");
	} else if (w->x.rated) {
		prose_add(w->a, &p, MARK_STRONG, "Enter goes on");
		if (w->x.next && w->x.next->behaviours.n)
			prose_add(w->a, &p, MARK_PLAIN,
				  "; %s what you have shown of stage %u too.",
				  letters(w), w->x.next->stage->number);
		else
			prose_add(w->a, &p, MARK_PLAIN, ".");
	} else {
		prose_add(w->a, &p, MARK_STRONG,
			  "Which is the highest stage that you have shown? "
			  "Press its number.");
	}
	screen_add(to, "", &p, text_width_of(w));
}

static void add_state(const struct drawing *w, struct screen_lines *to)
{
	prose p = {0}, answer = {0};

	dialogue_say_answer(w->d, w->c, &w->x, &answer);
	if (answer.n) {
		prose_add(w->a, &p, MARK_PLAIN, "Your answer: ");
		for_each(run, &answer)
			*vec_add(w->a, &p) = *run;
		screen_add(to, "", &p, text_width_of(w));
	}
	if (is_answered(w) || w->v->expected) {
		p = (prose){0};
		dialogue_say_expected(w->d, w->c, &p);
		screen_add(to, "", &p, text_width_of(w));
	}
}

static void add_keys(const struct drawing *w, struct screen_lines *to)
{
	prose p = {0};

	if (w->v->height < SHORT_SCREEN)
		prose_add(w->a, &p, MARK_DIM,
			  "[s]kip [p]revious [q]uit [?] all keys");
	else
		prose_add(w->a, &p, MARK_DIM,
			  "[n]ot applicable n[o]te e[v]idence e[x]pected "
			  "[s]kip [p]revious [q]uit [?]");
	screen_add(to, "", &p, w->v->width);
}

static struct screen_lines foot_of(const struct drawing *w)
{
	struct screen_lines s = lines_of(w);
	prose p = {0};

	if (w->v->height >= SHORT_SCREEN)
		screen_gap(&s);
	add_state(w, &s);
	if (w->v->message.len) {
		prose_data(w->a, &p, MARK_WARN, w->v->message);
		screen_add(&s, "", &p, text_width_of(w));
	}
	add_prompt(w, &s);
	add_keys(w, &s);
	return s;
}

/* --- the keys ----------------------------------------------------------- */

static const struct {
	const char *keys, *what;
} help[] = {
	{"0-9", "the stage of that number; 0: none of them yet"},
	{"arrows", "to another stage; Enter takes it"},
	{"a, b, ...", "what you have shown of the next stage"},
	{"Enter", "on to the next question"},
	{"n", "it does not apply to you; you are asked why"},
	{"o", "a note"},
	{"v", "evidence: what shows it, where, when"},
	{"u", "take the rating back"},
	{"x", "what your role and your target ask, also before you answer"},
	{"s, p", "skip; back to the previous question"},
	{"Page Down", "what is below, where a question is long"},
	{"Ctrl-L", "draw the screen anew"},
	{"q", "leave; every answer is saved, the next run goes on here"},
};

static struct screen_lines help_screen(const struct drawing *w)
{
	struct screen_lines s = lines_of(w);
	prose p = {0};

	prose_add(w->a, &p, MARK_STRONG, "Keys");
	screen_add(&s, "", &p, w->v->width);
	screen_gap(&s);
	for (size_t i = 0; i < sizeof help / sizeof *help; i++) {
		const char *lead =
			arena_printf(w->a, "  %-11s", help[i].keys).ptr;

		p = (prose){0};
		prose_add(w->a, &p, MARK_PLAIN, "%s", help[i].what);
		screen_add(&s, lead, &p, text_width_of(w));
	}
	screen_gap(&s);
	p = (prose){0};
	prose_add(w->a, &p, MARK_STRONG, "Any key goes back.");
	screen_add(&s, "", &p, w->v->width);
	return s;
}

/* A terminal may be lower than anything that makes sense. */
static struct screen_lines cut(struct screen_lines s, uint32_t height)
{
	if (s.list.n > height)
		s.list.n = height;
	return s;
}

struct screen_lines dialogue_screen(struct dialogue_view *v, struct arena *a)
{
	struct dialogue d = *v->dialogue; /* what is drawn lives in `a` */
	struct drawing w = {.v = v, .d = &d, .a = a};
	struct screen_lines s = lines_of(&w), body, foot;
	uint32_t used;

	d.arena = a;
	w.c = dialogue_question(&d)->competency;

	if (v->help)
		return cut(help_screen(&w), v->height);
	w.x = dialogue_answered(w.d, w.c);
	add_head(&w, &s);
	foot = foot_of(&w);
	used = s.list.n + foot.list.n;
	w.room = v->height > used + 3 ? v->height - used : 3;
	if (!side_by_side(&w, &body))
		body = unfolded(&w);
	body = one_page(&w, body);
	for_each(l, &body.list)
		*vec_add(a, &s.list) = *l;
	for_each(l, &foot.list)
		*vec_add(a, &s.list) = *l;
	return cut(s, v->height);
}
