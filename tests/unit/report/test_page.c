#include "report/page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

/* One of each block, with data that would be markup, orders to a terminal or
 * a command to a runner. */
static void add_stand(struct page *p)
{
	struct block *section = page_section(p, &p->root, "Where you stand");
	struct block *bars = page_add(p, section, BLOCK_BARS), *bar;

	prose_add(p->arena, &section->aside, MARK_PLAIN, "2 of 5 met");
	bar = page_add(p, bars, BLOCK_BAR);
	bar->have = 5;
	bar->need = 10;
	prose_add(p->arena, &bar->title, MARK_PLAIN, "Execution");
	prose_add(p->arena, &bar->aside, MARK_PLAIN, "5 of 10");
	bar = page_add(p, bars, BLOCK_BAR);
	bar->have = bar->need = 3;
	prose_add(p->arena, &bar->title, MARK_PLAIN, "Technical");
	prose_add(p->arena, &bar->aside, MARK_PLAIN, "3 of 3");
	bar = page_add(p, bars, BLOCK_BAR);
	prose_add(p->arena, &bar->title, MARK_PLAIN, "Leadership");
	prose_add(p->arena, &bar->aside, MARK_PLAIN, "nothing asked");
}

static struct block *add_step(struct page *p, struct block *section,
			      uint32_t number, const char *title)
{
	struct block *step = page_add(p, section, BLOCK_STEP);

	step->number = number;
	prose_add(p->arena, &step->title, MARK_STRONG, "%s", title);
	prose_add(p->arena, &step->aside, MARK_PLAIN, "about 16 h · weeks 0–8");
	return step;
}

static void add_steps(struct page *p)
{
	struct block *section = page_section(p, &p->root, "Now");
	struct block *step = add_step(p, section, 1, "Mentoring 2");
	struct block *pairs = page_add(p, step, BLOCK_PAIRS), *list;

	prose_data(p->arena, &step->title, MARK_PLAIN, STR(": <b>x</b>|"));
	prose_add(p->arena, &page_pair(p, pairs, "why")->body, MARK_PLAIN,
		  "Staff asks for it; opens Influence 2 and more");
	list = page_add(p, page_pair(p, pairs, "show"), BLOCK_LIST);
	prose_rich(p->arena, page_item(p, list, MARKER_OPEN),
		   STR("Is **direct** with `code` [here](https://x.org/a_b)."));
	prose_rich(p->arena, page_item(p, list, MARKER_DONE),
		   STR("1. Answers *all*\n- second_line"));
	add_step(p, section, 2, "Writing 3");
	add_step(p, section, 3, "A title that leaves no room on its own line");
}

static void add_table(struct page *p)
{
	struct block *section = page_section(p, &p->root, "Table");
	struct table *t = &page_add(p, section, BLOCK_TABLE)->table;
	prose *cells;

	t->keys = 1;
	prose_add(p->arena, &table_column(p, t, ALIGN_LEFT)->title,
		  MARK_STRONG, "what");
	prose_add(p->arena, &table_column(p, t, ALIGN_RIGHT)->title,
		  MARK_STRONG, "IC1");
	prose_add(p->arena, &table_column(p, t, ALIGN_LEFT)->title,
		  MARK_STRONG, "text");
	cells = table_row(p, t);
	prose_data(p->arena, &cells[0], MARK_PLAIN, STR("a|b"));
	prose_add(p->arena, &cells[1], MARK_PLAIN, "3");
	prose_data(p->arena, &cells[2], MARK_PLAIN,
		   STR("a longer text that wraps in its cell"));
	cells = table_row(p, t);
	prose_data(p->arena, &cells[0], MARK_PLAIN, STR("課題"));
	prose_add(p->arena, &cells[1], MARK_PLAIN, "12");
}

static void add_end(struct page *p)
{
	struct block *section = page_section(p, &p->root, "Rest"), *list;

	page_add(p, section, BLOCK_CODE)->code = (struct code_text){
		.text = STR("format: ladder/1\nx: ```\x1b\n"),
		.first_line = 9,
		.marked_from = 10,
		.marked_to = 11};
	list = page_add(p, section, BLOCK_LIST);
	prose_data(p->arena, page_item(p, list, MARKER_MILESTONE),
		   MARK_STRONG, STR("Staff"));
	prose_add(p->arena, page_paragraph(p, list->last), MARK_PLAIN,
		  "gate: a talk");
	page_add(p, &p->root, BLOCK_RULE);
	prose_data(p->arena, page_paragraph(p, &p->root), MARK_PLAIN,
		   STR("::error:: ##[x]"));
}

static struct page *sample(struct arena *a)
{
	struct page *p = page_new(a);

	prose_add(a, &p->root.title, MARK_STRONG, "Ada → Staff");
	prose_add(a, page_paragraph(p, &p->root), MARK_DIM, "Acme 2026.2");
	add_stand(p);
	add_steps(p);
	add_table(p);
	add_end(p);
	return p;
}

static void check_term(const struct report_style *style, const char *want)
{
	struct arena a = {0};
	struct buf b = {0};

	page_term(sample(&a), style, &b);
	buf_char(&b, '\0');
	assert_string_equal(b.ptr, want);
	buf_release(&b);
	arena_release(&a);
}

static void a_page_on_a_terminal(void **state)
{
	(void)state;
	check_term(&(struct report_style){.width = 48},
		"Ada → Staff\n"
		"Acme 2026.2\n"
		"\n"
		"Where you stand                       2 of 5 met\n"
		"  Execution   ██████████░░░░░░░░░  5 of 10\n"
		"  Technical   ███████████████████  3 of 3\n"
		"  Leadership                       nothing asked\n"
		"\n"
		"Now\n"
		"   1  Mentoring 2: <b>x</b>|\n"
		"                          about 16 h · weeks 0–8\n"
		"      why        Staff asks for it; opens\n"
		"                 Influence 2 and more\n"
		"      show       ○ Is direct with code here\n"
		"                   <https://x.org/a_b>.\n"
		"                 ✓ 1. Answers all\n"
		"                   - second_line\n"
		"\n"
		"   2  Writing 3           about 16 h · weeks 0–8\n"
		"   3  A title that leaves no room on its own\n"
		"      line                about 16 h · weeks 0–8\n"
		"\n"
		"Table\n"
		"  what  IC1  text\n"
		"  ────  ───  ───────────────────────────────\n"
		"  a|b     3  a longer text that wraps in its\n"
		"             cell\n"
		"  課題   12\n"
		"\n"
		"Rest\n"
		"     9 │ format: ladder/1\n"
		"  > 10 │ x: ```\\x1b\n"
		"  ◆ Staff\n"
		"    gate: a talk\n"
		"\n"
		"────────────────────────────────────────────────\n"
		"\\x3a:error:: \\x23#[x]\n");
}

static void a_narrow_page_in_ascii(void **state)
{
	(void)state;
	check_term(&(struct report_style){.width = 32, .ascii = true},
		"Ada -> Staff\n"
		"Acme 2026.2\n"
		"\n"
		"Where you stand       2 of 5 met\n"
		"  Execution   5 of 10\n"
		"  Technical   3 of 3\n"
		"  Leadership  nothing asked\n"
		"\n"
		"Now\n"
		"   1  Mentoring 2: <b>x</b>|\n"
		"          about 16 h - weeks 0-8\n"
		"      why\n"
		"        Staff asks for it; opens\n"
		"        Influence 2 and more\n"
		"      show\n"
		"        [ ] Is direct with code\n"
		"            here\n"
		"            <https://x.org/a_b>.\n"
		"        [x] 1. Answers all\n"
		"            - second_line\n"
		"\n"
		"   2  Writing 3\n"
		"          about 16 h - weeks 0-8\n"
		"   3  A title that leaves no\n"
		"      room on its own line\n"
		"          about 16 h - weeks 0-8\n"
		"\n"
		"Table\n"
		"  what  IC1  text\n"
		"  ----  ---  ------------------\n"
		"  a|b     3  a longer text that\n"
		"             wraps in its cell\n"
		"  課題   12\n"
		"\n"
		"Rest\n"
		"     9 | format: ladder/1\n"
		"  > 10 | x: ```\\x1b\n"
		"  * Staff\n"
		"    gate: a talk\n"
		"\n"
		"--------------------------------\n"
		"\\x3a:error:: \\x23#[x]\n");
}

static void bars_in_ascii(void **state)
{
	const struct report_style style = {.width = 44, .ascii = true};
	struct arena a = {0};
	struct buf b = {0};
	struct page *p = page_new(&a);

	(void)state;
	add_stand(p);
	page_term(p, &style, &b);
	buf_char(&b, '\0');
	assert_string_equal(b.ptr,
			    "Where you stand                   2 of 5 met\n"
			    "  Execution   ########.......  5 of 10\n"
			    "  Technical   ###############  3 of 3\n"
			    "  Leadership                   nothing asked\n");
	buf_release(&b);
	arena_release(&a);
}

static void a_page_in_markdown(void **state)
{
	struct arena a = {0};
	struct buf b = {0};

	(void)state;
	page_markdown(sample(&a), &b);
	buf_char(&b, '\0');
	assert_string_equal(b.ptr,
		"# Ada → Staff\n"
		"\n"
		"Acme 2026.2\n"
		"\n"
		"## Where you stand\n"
		"\n"
		"2 of 5 met\n"
		"\n"
		"| | | |\n"
		"| --- | --- | --- |\n"
		"| Execution | ██████████░░░░░░░░░░ | 5 of 10 |\n"
		"| Technical | ████████████████████ | 3 of 3 |\n"
		"| Leadership |  | nothing asked |\n"
		"\n"
		"## Now\n"
		"\n"
		"### 1. Mentoring 2: \\<b\\>x\\</b\\>\\|\n"
		"\n"
		"about 16 h · weeks 0–8\n"
		"\n"
		"- **why**: Staff asks for it; opens Influence 2 and more\n"
		"- **show**:\n"
		"  - [ ] Is **direct** with `code` [here](https://x.org/a_b).\n"
		"  - [x] 1\\. Answers *all*\\\n"
		"    \\- second\\_line\n"
		"\n"
		"2. **Writing 3** (about 16 h · weeks 0–8)\n"
		"3. **A title that leaves no room on its own line**"
		" (about 16 h · weeks 0–8)\n"
		"\n"
		"## Table\n"
		"\n"
		"| what | IC1 | text |\n"
		"| --- | --: | --- |\n"
		"| a\\|b | 3 | a longer text that wraps in its cell |\n"
		"| 課題 | 12 |  |\n"
		"\n"
		"## Rest\n"
		"\n"
		"    format: ladder/1\n"
		"    x: ```\\x1b\n"
		"\n"
		"- **Staff**\n"
		"\n"
		"  gate: a talk\n"
		"\n"
		"---\n"
		"\n"
		"\\::error:: \\\\x23#\\[x\\]\n");
	buf_release(&b);
	arena_release(&a);
}

static void a_page_in_html(void **state)
{
	struct arena a = {0};
	struct buf b = {0};

	(void)state;
	page_html(sample(&a), &b);
	buf_char(&b, '\0');
	assert_string_equal(strstr(b.ptr, "<main>"),
		"<main>\n"
		"<h1 id=\"s1\">Ada → Staff</h1>\n"
		"<p><span class=\"dim\">Acme 2026.2</span></p>\n"
		"<section>\n"
		"<div class=\"head\">\n"
		"<h2 id=\"s2\">Where you stand</h2>\n"
		"<p class=\"aside\">2 of 5 met</p>\n"
		"</div>\n"
		"<table class=\"bars\">\n"
		"<tbody>\n"
		"<tr><th scope=\"row\">Execution</th><td><progress "
		"value=\"5\" max=\"10\" "
		"aria-hidden=\"true\"></progress></td><td>5 of 10</td></tr>\n"
		"<tr><th scope=\"row\">Technical</th><td><progress "
		"class=\"full\" value=\"3\" max=\"3\" "
		"aria-hidden=\"true\"></progress></td><td>3 of 3</td></tr>\n"
		"<tr><th scope=\"row\">Leadership</th><td></td><td>nothing "
		"asked</td></tr>\n"
		"</tbody>\n"
		"</table>\n"
		"</section>\n"
		"<section>\n"
		"<h2 id=\"s3\">Now</h2>\n"
		"<section class=\"step\">\n"
		"<div class=\"head\">\n"
		"<h3 id=\"s4\">1. Mentoring 2: &lt;b&gt;x&lt;/b&gt;|</h3>\n"
		"<p class=\"aside\">about 16 h · weeks 0–8</p>\n"
		"</div>\n"
		"<dl>\n"
		"<div><dt><span class=\"dim\">why</span></dt><dd "
		"class=\"item\">Staff asks for it; opens Influence 2 and "
		"more</dd></div>\n"
		"<div><dt><span class=\"dim\">show</span></dt><dd "
		"class=\"item\">\n"
		"<ul>\n"
		"<li class=\"item open\"><span class=\"hide\">Open: "
		"</span>Is <strong>direct</strong> with <code>code</code> <a "
		"href=\"https://x.org/a_b\" rel=\"noopener "
		"noreferrer\">here</a>.</li>\n"
		"<li class=\"item done\"><span class=\"hide\">Done: "
		"</span>1. Answers <em>all</em><br>\n"
		"- second_line</li>\n"
		"</ul>\n"
		"</dd></div>\n"
		"</dl>\n"
		"</section>\n"
		"<ol class=\"steps\">\n"
		"<li value=\"2\" class=\"item\"><strong>Writing 3</strong> "
		"<span class=\"aside\">about 16 h · weeks 0–8</span></li>\n"
		"<li value=\"3\" class=\"item\"><strong>A title that leaves "
		"no room on its own line</strong> <span "
		"class=\"aside\">about 16 h · weeks 0–8</span></li>\n"
		"</ol>\n"
		"</section>\n"
		"<section>\n"
		"<h2 id=\"s5\">Table</h2>\n"
		"<div class=\"scroll\" role=\"group\" tabindex=\"0\" "
		"aria-labelledby=\"s5\">\n"
		"<table>\n"
		"<thead>\n"
		"<tr><th scope=\"col\">what</th><th scope=\"col\" "
		"class=\"r\">IC1</th><th scope=\"col\">text</th></tr>\n"
		"</thead>\n"
		"<tbody>\n"
		"<tr><th scope=\"row\">a|b</th><td class=\"r\">3</td><td>a "
		"longer text that wraps in its cell</td></tr>\n"
		"<tr><th scope=\"row\">課題</th><td "
		"class=\"r\">12</td><td></td></tr>\n"
		"</tbody>\n"
		"</table>\n"
		"</div>\n"
		"</section>\n"
		"<section>\n"
		"<h2 id=\"s6\">Rest</h2>\n"
		"<pre tabindex=\"0\"><code><span class=\"no\" "
		"aria-hidden=\"true\">9</span>format: ladder/1\n"
		"<span class=\"no\" aria-hidden=\"true\">10</span><mark>x: "
		"```\\x1b</mark>\n"
		"</code></pre>\n"
		"<ul>\n"
		"<li class=\"item milestone\"><strong>Staff</strong>\n"
		"<p>gate: a talk</p>\n"
		"</li>\n"
		"</ul>\n"
		"</section>\n"
		"<hr>\n"
		"<p>::error:: \\x23#[x]</p>\n"
		"</main>\n"
		"</body>\n"
		"</html>\n");
	buf_release(&b);
	arena_release(&a);
}

/* Nothing is loaded, nothing runs, and the reader is told the language. */
static void html_stands_alone(void **state)
{
	struct arena a = {0};
	struct buf b = {0};

	(void)state;
	page_html(sample(&a), &b);
	buf_char(&b, '\0');
	assert_ptr_equal(b.ptr, strstr(b.ptr,
		"<!DOCTYPE html>\n"
		"<html lang=\"en\">\n"
		"<head>\n"
		"<meta charset=\"utf-8\">\n"
		"<meta http-equiv=\"Content-Security-Policy\" content=\""
		"default-src 'none'; style-src 'unsafe-inline'\">\n"));
	assert_non_null(strstr(b.ptr, "<title>Ada → Staff</title>\n"));
	assert_null(strstr(b.ptr, "<script"));
	assert_null(strstr(b.ptr, "src=\""));
	assert_null(strstr(b.ptr, "url("));
	assert_null(strstr(b.ptr, "@import"));
	buf_release(&b);
	arena_release(&a);
}

/* The page is in English, what the files say in their language. */
static void html_tells_the_language_of_data(void **state)
{
	static const struct {
		const char *language, *want;
	} cases[] = {
		{"ja", "<p>says <span lang=\"ja\">課題</span></p>"},
		{"pt-BR", "<p>says <span lang=\"pt-BR\">課題</span></p>"},
		{"en", "<p>says 課題</p>"},
		{"", "<p>says 課題</p>"},
		{"ja\"><x", "<p>says 課題</p>"},
		{"ja-", "<p>says 課題</p>"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct arena a = {0};
		struct page *p = page_new(&a);
		prose *to = page_paragraph(p, &p->root);
		struct buf b = {0};

		p->language = str_of(cases[i].language);
		prose_add(&a, to, MARK_PLAIN, "says ");
		prose_data(&a, to, MARK_PLAIN, STR("課題"));
		page_html(p, &b);
		buf_char(&b, '\0');
		assert_non_null(strstr(b.ptr, cases[i].want));
		buf_release(&b);
		arena_release(&a);
	}
}

static void stretches_of_one_mark_are_joined(void **state)
{
	struct arena a = {0};
	struct buf b = {0};
	struct page *p = page_new(&a);
	prose *to = page_paragraph(p, &p->root);

	(void)state;
	prose_add(&a, to, MARK_STRONG, "Start with ");
	prose_data(&a, to, MARK_STRONG, STR("Data"));
	prose_add(&a, to, MARK_STRONG, "\u00a0%d", 2);
	prose_add(&a, to, MARK_PLAIN, ": ");
	prose_link(&a, to, STR("https://x.org"), STR("https://x.org"));
	page_markdown(p, &b);
	buf_char(&b, '\0');
	assert_string_equal(b.ptr, "**Start with Data 2**: "
				   "<https://x.org>\n");
	buf_release(&b);
	arena_release(&a);
}

/* An image would be loaded from wherever it lies. */
static void no_link_becomes_an_image(void **state)
{
	struct arena a = {0};
	struct buf b = {0};
	struct page *p = page_new(&a);

	(void)state;
	prose_rich(&a, page_paragraph(p, &p->root),
		   STR("Look! ![y](https://x.org/p.png) \\![z](https://x.org)"));
	page_markdown(p, &b);
	buf_char(&b, '\0');
	assert_string_equal(b.ptr, "Look! \\![y](https://x.org/p.png) "
				   "\\![z](https://x.org)\n");
	buf_release(&b);
	arena_release(&a);
}

/* A table with more columns than fit is dealt out, keys repeated. */
static void wide_tables_are_split(void **state)
{
	struct report_style style = {.width = 24};
	struct arena a = {0};
	struct buf b = {0};
	struct page *p = page_new(&a);
	struct table *t = &page_add(p, &p->root, BLOCK_TABLE)->table;
	prose *cells;

	(void)state;
	t->keys = 1;
	prose_add(&a, &table_column(p, t, ALIGN_LEFT)->title, MARK_PLAIN,
		  "skill");
	for (int i = 1; i <= 5; i++)
		prose_add(&a, &table_column(p, t, ALIGN_RIGHT)->title,
			  MARK_PLAIN, "lvl%d", i);
	cells = table_row(p, t);
	prose_add(&a, &cells[0], MARK_PLAIN, "a");
	for (int i = 1; i <= 5; i++)
		prose_add(&a, &cells[i], MARK_PLAIN, "%d", i);
	page_term(p, &style, &b);
	buf_char(&b, '\0');
	assert_string_equal(b.ptr,
			    "skill  lvl1  lvl2  lvl3\n"
			    "─────  ────  ────  ────\n"
			    "a         1     2     3\n"
			    "\n"
			    "skill  lvl4  lvl5\n"
			    "─────  ────  ────\n"
			    "a         4     5\n");
	buf_release(&b);
	arena_release(&a);
}

static void colours_end_where_they_should(void **state)
{
	struct report_style style = {.width = 40, .color = true};
	struct arena a = {0};
	struct buf b = {0};

	(void)state;
	page_term(sample(&a), &style, &b);
	for (size_t at = 0; at < b.len;) {
		struct str rest = str_from(buf_str(&b), at);
		struct str line = str_head(rest, str_index(rest, '\n'));
		bool open = false;

		at += line.len + 1;
		for (size_t i = 0; i + 3 < line.len; i++)
			if (line.ptr[i] == '\x1b')
				open = memcmp(line.ptr + i, "\x1b[0m", 4) != 0;
		assert_false(open);
	}
	buf_release(&b);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_page_on_a_terminal),
		cmocka_unit_test(a_narrow_page_in_ascii),
		cmocka_unit_test(bars_in_ascii),
		cmocka_unit_test(a_page_in_markdown),
		cmocka_unit_test(a_page_in_html),
		cmocka_unit_test(html_stands_alone),
		cmocka_unit_test(html_tells_the_language_of_data),
		cmocka_unit_test(stretches_of_one_mark_are_joined),
		cmocka_unit_test(no_link_becomes_an_image),
		cmocka_unit_test(wide_tables_are_split),
		cmocka_unit_test(colours_end_where_they_should),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
