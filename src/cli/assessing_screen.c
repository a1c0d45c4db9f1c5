/* The dialogue as a screen: a key, an act, a drawing. */
#include "cli/assessing.h"

#include "base/date.h"
#include "report/dialogue_screen.h"
#include "report/prose.h"
#include "text/keys.h"

enum { PAUSE = 50 /* milliseconds behind a lone escape */ };

/* One dialogue. */
struct show {
	struct assessing *s;
	struct dialogue *d;
	struct dialogue_view view;
	struct report_style style;
	struct arena drawing; /* of one drawing */
	struct buf typed;     /* not understood yet */
	struct buf out;
	uint32_t number; /* digits of a number with several, so far */
	bool over;	 /* the person leaves, or it is at its end */
	enum host_typed typed_last;
};

static const struct competency *competency(struct show *w)
{
	return dialogue_question(w->d)->competency;
}

static struct answered answered(struct show *w)
{
	return dialogue_answered(w->d, competency(w));
}

static void tell(struct show *w, const char *what)
{
	w->view.message = str_of(what);
}

/* --- drawing ------------------------------------------------------------ */

static void draw(struct show *w)
{
	struct host *h = w->s->job->host;
	int columns = h->columns(h, HOST_OUT), rows = h->rows(h, HOST_OUT);
	struct screen_lines lines;

	w->view.width = columns > 0 ? (uint32_t)columns : 80;
	w->view.height = rows > 0 ? (uint32_t)rows : 24;
	arena_clear(&w->drawing);
	lines = dialogue_screen(&w->view, &w->drawing);
	screen_put(&lines, &w->out);
	h->write(h, HOST_OUT, buf_str(&w->out));
	buf_clear(&w->out);
}

/* --- where the dialogue is ---------------------------------------------- */

static void begin_question(struct show *w)
{
	struct answered x;

	w->view.follow = true;
	w->view.message = (struct str){0};
	w->view.cursor = CURSOR_NONE;
	w->over = w->over || !dialogue_question(w->d);
	if (w->over)
		return;
	x = answered(w);
	if (x.rated)
		w->view.cursor = (int32_t)x.have;
}

static void go_on(struct show *w)
{
	dialogue_next(w->d);
	begin_question(w);
}

static void go_back(struct show *w)
{
	if (!dialogue_back(w->d))
		tell(w, "This is the first question.");
	else
		begin_question(w);
}

static void leave(struct show *w)
{
	w->over = true;
}

/* --- answers ------------------------------------------------------------ */

/* False where it could not be saved; told. */
static bool answer(struct show *w, const struct answer *x)
{
	struct answered now;
	struct str why;

	if (!assessing_answer(w->s, x, &why)) {
		w->view.message = why;
		return false;
	}
	now = answered(w);
	w->view.cursor = now.rated ? (int32_t)now.have : CURSOR_NONE;
	return true;
}

static void answer_number(struct show *w, uint32_t number)
{
	struct answer x = {.kind = ANSWER_STAGE};

	x.word = arena_printf(w->s->job->arena, "%u", number);
	answer(w, &x);
}

static uint32_t highest(struct show *w)
{
	const struct competency *c = competency(w);

	return c->stages[c->n_stages - 1].number;
}

/* A digit is an answer, but where a number may have another one. */
static void digit(struct show *w, uint32_t n)
{
	uint32_t number = w->number * 10 + n;

	w->number = 0;
	if (number && number * 10 <= highest(w)) {
		w->number = number;
		w->view.message = arena_printf(
			w->s->job->arena,
			"%u, and Enter; or the rest of the number.", number);
		return;
	}
	answer_number(w, number);
}

static void enter(struct show *w)
{
	const struct competency *c = competency(w);
	struct answered x = answered(w);
	int32_t at = w->view.cursor;

	if (at > 0 && !(x.rated && x.have == (uint32_t)at))
		answer_number(w, c->stages[at - 1].number);
	else if (at == 0 && !(x.rated && !x.have))
		answer_number(w, 0);
	else if (x.rated || x.na)
		go_on(w);
	else
		tell(w, "Press the number of a stage; s skips the question.");
}

static void move(struct show *w, int32_t by)
{
	int32_t at = w->view.cursor + by;

	if (w->view.cursor == CURSOR_NONE)
		at = by > 0 ? 1 : 0;
	if (at >= 0 && at <= (int32_t)competency(w)->n_stages)
		w->view.cursor = at;
	w->view.follow = true;
}

static void turn(struct show *w, int32_t by)
{
	w->view.follow = false;
	if (by > 0 || w->view.page)
		w->view.page += (uint32_t)by;
}

static struct str number_text(struct show *w, uint32_t n)
{
	return arena_printf(w->s->job->arena, "%u", n);
}

static void tick(struct show *w, uint32_t i)
{
	struct answer x = {.kind = ANSWER_MET, .ticks = true};
	struct answered now = answered(w);
	uint32_t counted = 0;

	if (!now.rated) {
		tell(w, "First the number of the stage that you have shown.");
		return;
	}
	if (!now.next || i >= now.next->behaviours.n) {
		tell(w, "This letter ticks nothing here.");
		return;
	}
	now.met[i] = !now.met[i];
	for (uint32_t k = 0; k < now.next->behaviours.n; k++) {
		if (!now.met[k])
			continue;
		*vec_add(w->s->job->arena, &x.met) = number_text(w, k + 1);
		counted += !now.next->behaviours.at[k].optional;
	}
	if (answer(w, &x) && counted && counted >= rubric_enough(now.next))
		w->view.message = arena_printf(
			w->s->job->arena,
			"That is enough for stage %u, which counts as reached.",
			now.next->stage->number);
}

static void clear(struct show *w)
{
	const struct answer x = {.kind = ANSWER_CLEAR};
	struct answered now = answered(w);

	if (!now.rated && !now.na && !now.note.len)
		tell(w, "There is no rating to take back.");
	else if (answer(w, &x))
		tell(w, "Not rated any more.");
}

/* --- text --------------------------------------------------------------- */

/* Asks below the stages; false where nothing was typed, or it is over. */
static bool ask(struct show *w, const char *prompt, struct str now,
		struct str *text)
{
	struct host *h = w->s->job->host;
	uint32_t row = w->view.height > 3 ? w->view.height - 2 : 1;
	struct buf typed = {0};

	buf_printf(&w->out, "\x1b[%u;1H\x1b[J\x1b[?25h", row);
	h->write(h, HOST_OUT, buf_str(&w->out));
	buf_clear(&w->out);
	w->typed_last = h->ask(h, prompt, arena_str(w->s->job->arena, now).ptr,
			       &typed);
	*text = arena_str(w->s->job->arena, str_trim(buf_str(&typed)));
	buf_release(&typed);
	if (w->typed_last == HOST_STOPPED)
		w->over = true;
	return w->typed_last == HOST_TYPED;
}

static void not_applicable(struct show *w)
{
	struct answer x = {.kind = ANSWER_NA};

	if (ask(w, "Why does it not apply to you? (Enter: leave it) ",
		answered(w).reason, &x.text) &&
	    x.text.len)
		answer(w, &x);
}

static void note(struct show *w)
{
	struct answer x = {.kind = ANSWER_NOTE};
	struct str now = answered(w).note;

	if (str_index(now, '\n') < now.len)
		now = (struct str){0}; /* what is typed is one line */
	if (!ask(w, "Note (Enter: leave it): ", now, &x.text) || !x.text.len)
		return;
	if (answer(w, &x))
		tell(w, "The note is saved.");
}

/* Where it is to be seen; nowhere where nothing is typed. */
static bool ask_address(struct show *w, struct answer *x)
{
	const char *prompt = "Its address? (https://...; Enter: none) ";

	while (ask(w, prompt, (struct str){0}, &x->url)) {
		if (!x->url.len || prose_is_web(x->url))
			return true;
		prompt = "With https://, http:// or mailto: before it. "
			 "Its address? (Enter: none) ";
	}
	return false;
}

/* The day; today's where nothing is typed. */
static bool ask_date(struct show *w, struct answer *x)
{
	struct arena *a = w->s->job->arena;
	const char *wrong = "";
	char today[11];
	struct str line;

	date_write(w->d->today, today);
	while (ask(w, arena_printf(a, "%sWhen? (Enter: %s) ", wrong, today).ptr,
		   (struct str){0}, &line)) {
		x->dated = line.len;
		if (!line.len ||
		    (date_read(line, &x->date) && x->date <= w->d->today))
			return true;
		wrong = "A day as 2026-11-02, none to come. ";
	}
	return false;
}

static void evidence(struct show *w)
{
	struct answer x = {.kind = ANSWER_EVIDENCE};
	const struct str none = {0};

	if (!ask(w, "What shows it? (Enter: leave it) ", none, &x.text) ||
	    !x.text.len)
		return;
	if (!ask_address(w, &x) || !ask_date(w, &x))
		return;
	if (answer(w, &x))
		tell(w, "The evidence is saved.");
}

/* --- keys --------------------------------------------------------------- */

static void show_expected(struct show *w)
{
	w->view.expected = !w->view.expected;
}

static void show_help(struct show *w)
{
	w->view.help = true;
}

static const struct {
	char c;
	void (*act)(struct show *w);
} acts[] = {
	{'s', go_on},	       {'p', go_back},	     {'q', leave},
	{'n', not_applicable}, {'o', note},	     {'v', evidence},
	{'u', clear},	       {'x', show_expected}, {'?', show_help},
};

static void character(struct show *w, uint32_t c)
{
	const char *letter;

	for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
		if ((uint32_t)acts[i].c == c) {
			acts[i].act(w);
			return;
		}
	if (c >= '0' && c <= '9') {
		digit(w, c - '0');
		return;
	}
	letter = c && c < 0x80 ? strchr(TICK_LETTERS, (int)c) : NULL;
	if (letter)
		tick(w, (uint32_t)(letter - TICK_LETTERS));
	else
		tell(w, "This key does nothing here; ? shows the keys.");
}

static void act(struct show *w, const struct key *k)
{
	if (w->view.help) {
		w->view.help = false;
		return;
	}
	w->view.message = (struct str){0};
	if (k->kind == KEY_ENTER && w->number) {
		answer_number(w, w->number);
		w->number = 0;
		return;
	}
	if (k->kind != KEY_CHAR || k->c < '0' || k->c > '9')
		w->number = 0;
	switch (k->kind) {
	case KEY_CHAR:
		character(w, k->c);
		return;
	case KEY_ENTER:
		enter(w);
		return;
	case KEY_UP:
	case KEY_LEFT:
		move(w, -1);
		return;
	case KEY_DOWN:
	case KEY_RIGHT:
		move(w, 1);
		return;
	case KEY_BACKSPACE:
		go_back(w);
		return;
	case KEY_PAGE_UP:
		turn(w, -1);
		return;
	case KEY_PAGE_DOWN:
		turn(w, 1);
		return;
	case KEY_PASTE:
		tell(w, "Pasted text is taken where a text is asked for: n, o, "
			"v.");
		return;
	case KEY_NONE:
	case KEY_TAB:
	case KEY_ESCAPE:
	case KEY_HOME:
	case KEY_END:
		return;
	}
}

/* Waits for a key; false where there is none, but the screen is to be drawn
 * anew or it is over. */
static bool next_key(struct show *w, struct key *k)
{
	struct host *h = w->s->job->host;
	bool all = false;

	for (;;) {
		size_t n = w->typed.len ? key_decode(buf_str(&w->typed), all, k)
					: 0;

		if (n) {
			memmove(w->typed.ptr, w->typed.ptr + n,
				w->typed.len - n);
			w->typed.len -= n;
			return k->kind != KEY_NONE;
		}
		w->typed_last = h->key(h, &w->typed, w->typed.len ? PAUSE : -1);
		all = w->typed_last == HOST_WAITED;
		if (w->typed_last == HOST_RESIZED)
			return false;
		if (w->typed_last == HOST_ENDED ||
		    w->typed_last == HOST_STOPPED) {
			w->over = true;
			return false;
		}
	}
}

enum exit assessing_screen(struct assessing *s)
{
	struct host *h = s->job->host;
	struct show w = {.s = s,
			 .d = &s->dialogue,
			 .style = job_style(s->job, HOST_OUT)};
	struct key k;

	w.view.dialogue = w.d;
	w.view.style = &w.style;
	w.view.expected = job_has(s->job, OPT_SHOW_EXPECTED);
	if (!h->screen_open(h))
		return assessing_plain(s);
	begin_question(&w);
	while (!w.over) {
		draw(&w);
		if (next_key(&w, &k))
			act(&w, &k);
	}
	h->screen_close(h);
	arena_release(&w.drawing);
	buf_release(&w.typed);
	buf_release(&w.out);
	return w.typed_last == HOST_STOPPED ? assessing_stopped(s)
					    : assessing_end(s);
}
