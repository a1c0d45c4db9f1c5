#include "report/dialogue_screen.h"

#include "report/dialogue_plain.h"
#include "support/test.h"
#include "support/world.h"
#include "text/width.h"

#define LADDER                                                            \
	"format: ladder/1\nid: acme\nname: Acme\n"                        \
	"competencies:\n"                                                 \
	"  craft:\n    name: Craft\n    layer: technical\n"               \
	"    summary: Makes it well.\n    stages:\n"                      \
	"      - {name: Makes, behaviours: [Makes it., Shows it.]}\n"     \
	"      - name: Makes well\n        behaviours:\n"                 \
	"          - Tests it before anybody else has to.\n"              \
	"          - {text: Names it well., optional: true}\n"            \
	"      - {name: Teaches, summary: By example.}\n"                 \
	"  talk: {name: Talk, layer: leadership, stages: [{}]}\n"         \
	"tracks: {ic: {levels: [{id: one, title: One, requires: {craft: " \
	"2}}]}}\n"

#define TALL                                                       \
	"format: ladder/1\nid: acme\nname: Acme\n"                 \
	"competencies:\n  c:\n    name: C\n    layer: execution\n" \
	"    stages:\n"                                            \
	"      - behaviours: [a1, a2, a3, a4]\n"                   \
	"      - behaviours: [b1, b2, b3, b4]\n"                   \
	"      - behaviours: [c1, c2, c3, c4]\n"                   \
	"      - behaviours: [d1, d2, d3, d4]\n"                   \
	"      - behaviours: [e1, e2, e3, e4]\n"                   \
	"tracks: {ic: {levels: [{id: one, requires: {c: 1}}]}}\n"

#define HEAD "format: assessment/1\nladder: acme\nperson: Ada\n"

/* A dialogue in front of somebody. */
struct seat {
	struct world world;
	struct dialogue dialogue;
	struct report_style style;
	struct dialogue_view view;
	struct buf out;
};

static void sit_down(struct seat *s, struct ladder *l, const char *assessment)
{
	const struct dialogue_filter all = {0};
	struct assessment *as;

	as = world_assessment(&s->world, l, assessment);
	assert_non_null(as);
	assert_true(as->usable);
	dialogue_init(&s->dialogue, l, as, NULL, &all, 20000, &s->world.arena);
	s->view = (struct dialogue_view){.dialogue = &s->dialogue,
					 .style = &s->style,
					 .cursor = CURSOR_NONE};
}

static void open_seat(struct seat *s, const char *ladder,
		      const char *assessment)
{
	*s = (struct seat){0};
	world_init(&s->world);
	sit_down(s, world_ladder(&s->world, ladder), assessment);
}

static void close_seat(struct seat *s)
{
	buf_release(&s->out);
	world_release(&s->world);
}

/* What stands on a screen of that size, a line each. */
static const char *screen(struct seat *s, uint32_t width, uint32_t height)
{
	struct screen_lines lines;

	s->view.width = width;
	s->view.height = height;
	lines = dialogue_screen(&s->view, &s->world.arena);
	assert_true(lines.list.n <= height);
	buf_clear(&s->out);
	for_each(l, &lines.list) {
		assert_true(l->cells <= width);
		if (!s->style.color)
			assert_int_equal(text_width(l->text), l->cells);
		buf_add(&s->out, l->text);
		buf_char(&s->out, '\n');
	}
	buf_char(&s->out, '\0');
	return s->out.ptr;
}

#define KEYS                                                    \
	"[n]ot applicable n[o]te e[v]idence e[x]pected [s]kip " \
	"[p]revious [q]uit [?]\n"

static void eighty_by_twenty_four(void **state)
{
	struct seat s;

	(void)state;
	open_seat(&s, LADDER, HEAD);
	assert_string_equal(
		screen(&s, 80, 24),
		"1 of 2 · Technical 0/1 · Leadership 0/1\n"
		"\n"
		"Craft (technical) – Makes it well.\n"
		"   0 none of these yet\n"
		"\n"
		"   1 Makes                    2 Makes well               3 "
		"Teaches: By example.\n"
		"  - Makes it.                - Tests it before\n"
		"  - Shows it.                  anybody else has to.\n"
		"                             - (optional) Names it\n"
		"                               well.\n"
		"\n"
		"Which is the highest stage that you have shown? Press its "
		"number.\n" KEYS);
	close_seat(&s);
}

static void forty_columns_are_stacked(void **state)
{
	struct seat s;

	(void)state;
	open_seat(&s, LADDER,
		  HEAD "role: one\nratings: {craft: {stage: 1, "
		       "met: [1]}}\n");
	s.view.cursor = 2;
	assert_string_equal(screen(&s, 40, 30),
			    "1 of 2 · Technical 1/1 · Leadership 0/1\n"
			    "\n"
			    "Craft (technical) – Makes it well.\n"
			    "   0 none of these yet\n"
			    " * 1 Makes\n"
			    "     - Makes it.\n"
			    "     - Shows it.\n"
			    ">  2 Makes well\n"
			    "     [x] a Tests it before anybody else\n"
			    "           has to.\n"
			    "     [ ] b (optional) Names it well.\n"
			    "   3 Teaches: By example.\n"
			    "\n"
			    "Your answer: 1 Makes; 1 of 2 shown of\n"
			    "stage 2\n"
			    "One asks 2.\n"
			    "Enter goes on; a-b tick what you have\n"
			    "shown of stage 2 too.\n"
			    "[n]ot applicable n[o]te e[v]idence\n"
			    "e[x]pected [s]kip [p]revious [q]uit [?]\n");
	close_seat(&s);
}

static void two_hundred_columns_stand_apart(void **state)
{
	struct seat s;
	const char *text;

	(void)state;
	open_seat(&s, LADDER, HEAD);
	text = screen(&s, 200, 24);
	assert_non_null(strstr(text, "Tests it before anybody else has to."));
	/* columns of at most 48 cells, two apart */
	assert_non_null(strstr(text, "   1 Makes                              "
				     "             2 Makes well"));
	close_seat(&s);
}

static void what_was_answered_is_marked(void **state)
{
	struct seat s;

	(void)state;
	open_seat(&s, LADDER, HEAD "ratings: {craft: {na: No.}}\n");
	assert_non_null(strstr(screen(&s, 40, 24), "does not apply: No.\n"));
	assert_non_null(strstr(s.out.ptr, "takes this"));
	close_seat(&s);
	open_seat(&s, LADDER, HEAD "ratings: {craft: 0}\n");
	s.view.cursor = 0;
	assert_non_null(strstr(screen(&s, 40, 24), ">* 0 none of these yet"));
	assert_non_null(strstr(s.out.ptr, "Your answer: 0 none yet\n"));
	close_seat(&s);
}

/* Stages that have no room are folded: at the cursor last. */
static void low_screens_fold(void **state)
{
	struct seat s;

	(void)state;
	open_seat(&s, TALL, HEAD);
	assert_null(strstr(screen(&s, 40, 40), "arrow"));
	assert_non_null(strstr(screen(&s, 40, 24), "2 2\n     - b1"));
	assert_non_null(strstr(s.out.ptr, "5 5 … (4 lines: arrow keys)\n"));
	s.view.cursor = 5;
	assert_non_null(strstr(screen(&s, 40, 24), ">  5 5\n     - e1"));
	assert_non_null(strstr(s.out.ptr, "1 1 … (4 lines: arrow keys)\n"));
	assert_non_null(strstr(s.out.ptr, "Press its"));
	s.style.ascii = true;
	assert_non_null(strstr(screen(&s, 40, 24), "1 1 ... (4 lines"));
	close_seat(&s);
}

static void very_low_ones_have_pages(void **state)
{
	struct seat s;

	(void)state;
	open_seat(&s, TALL, HEAD);
	assert_non_null(strstr(screen(&s, 40, 12), "more below: Page Down"));
	assert_null(strstr(s.out.ptr, "more above"));
	s.view.page = 1;
	assert_non_null(strstr(screen(&s, 40, 12), "more above: Page Up"));
	s.view.page = 99;
	assert_null(strstr(screen(&s, 40, 12), "more below"));
	assert_true(s.view.page < 10);
	s.view.cursor = 5;
	s.view.follow = true;
	assert_non_null(strstr(screen(&s, 40, 12), ">  5 5\n"));
	close_seat(&s);
}

static void no_size_breaks_it(void **state)
{
	static const uint32_t widths[] = {1, 7, 20, 40, 60, 80, 120, 200},
			      heights[] = {1, 3, 8, 12, 24, 50};
	struct seat s;

	(void)state;
	open_seat(&s, TALL, HEAD);
	for (size_t i = 0; i < N_OF(widths); i++)
		for (size_t k = 0; k < N_OF(heights); k++) {
			s.view.width = widths[i];
			s.view.height = heights[k];
			s.view.help = (i + k) % 2;
			assert_true(dialogue_screen(&s.view, &s.world.arena)
					    .list.n <= heights[k]);
		}
	close_seat(&s);
}

static void wide_characters_and_escapes(void **state)
{
	struct seat s;
	const char *text;

	(void)state;
	open_seat(&s,
		  "format: ladder/1\nid: acme\nname: A\ncompetencies:\n"
		  "  sekkei:\n    name: \"設計\\u200b\"\n    layer: technical\n"
		  "    stages:\n"
		  "      - {name: 部品, behaviours: "
		  "[他の人が迷わずに使える部品を設計する。]}\n"
		  "      - {name: 全体, behaviours: "
		  "[障害の起き方まで含めて設計する。]}\n"
		  "tracks: {ic: {levels: [{id: one, requires: {sekkei: 1}}]}}"
		  "\n",
		  HEAD);
	text = screen(&s, 60, 24);
	assert_non_null(
		strstr(text, "   1 部品                         2 全体"));
	assert_non_null(strstr(text, "\\u{200b}"));
	screen(&s, 40, 24);
	screen(&s, 20, 40);
	close_seat(&s);
}

static void colours_say_nothing_alone(void **state)
{
	struct seat s;

	(void)state;
	open_seat(&s, LADDER, HEAD "ratings: {craft: 1}\n");
	s.view.cursor = 1;
	assert_null(strstr(screen(&s, 80, 24), "\x1b"));
	assert_non_null(strstr(s.out.ptr, ">* 1 Makes"));
	s.style.color = true;
	assert_non_null(strstr(screen(&s, 80, 24), "\x1b["));
	close_seat(&s);
}

static void drawing_clears_what_stood_there(void **state)
{
	struct seat s;
	struct screen_lines lines;
	struct buf out = {0};

	(void)state;
	open_seat(&s, LADDER, HEAD);
	lines = (struct screen_lines){.arena = &s.world.arena,
				      .style = &s.style};
	screen_gap(&lines);
	screen_gap(&lines);
	screen_put(&lines, &out);
	assert_str(buf_str(&out), "\x1b[?25l\x1b[H\x1b[K\r\n\x1b[K\x1b[J");
	buf_release(&out);
	close_seat(&s);
}

static void plain_lines_are_numbered(void **state)
{
	struct seat s;

	(void)state;
	open_seat(&s, LADDER, HEAD "role: one\nratings: {craft: 2}\n");
	plain_question(&s.dialogue, true, &s.style, &s.out);
	assert_str(buf_str(&s.out),
		   "\nQuestion 1 of 2, technical: Craft. Makes it well.\n"
		   "0: none of these yet.\n"
		   "1: Makes. (1) Makes it. (2) Shows it.\n"
		   "2: Makes well. (1) Tests it before anybody else has to. "
		   "(2) (optional) Names it well.\n"
		   "3: Teaches: By example.\n"
		   "Your answer: 2 Makes well\n"
		   "One asks 2.\n");
	close_seat(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(eighty_by_twenty_four),
		cmocka_unit_test(forty_columns_are_stacked),
		cmocka_unit_test(two_hundred_columns_stand_apart),
		cmocka_unit_test(what_was_answered_is_marked),
		cmocka_unit_test(low_screens_fold),
		cmocka_unit_test(very_low_ones_have_pages),
		cmocka_unit_test(no_size_breaks_it),
		cmocka_unit_test(wide_characters_and_escapes),
		cmocka_unit_test(colours_say_nothing_alone),
		cmocka_unit_test(drawing_clears_what_stood_there),
		cmocka_unit_test(plain_lines_are_numbered),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
