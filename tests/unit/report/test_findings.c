#include "report/findings.h"

#include "report/excerpt.h"
#include "report/json.h"

#include <cjson/cJSON.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static const struct report_style plain = {0};

/* A file, and a diag over it. */
struct desk {
	struct arena arena;
	struct source source;
	struct diag diag;
	struct buf out;
};

static void open_desk(struct desk *d, const char *text)
{
	*d = (struct desk){0};
	d->source.name = STR("ladder.yaml");
	d->source.text = str_of(text);
	d->source.arena = &d->arena;
	d->diag.arena = &d->arena;
}

static void close_desk(struct desk *d)
{
	buf_release(&d->out);
	arena_release(&d->arena);
}

/* The span of the first time that `word` stands in the file. */
static struct span span_of(struct desk *d, const char *word)
{
	const char *at = strstr(d->source.text.ptr, word);
	uint32_t from = (uint32_t)(at - d->source.text.ptr);

	assert_non_null(at);
	return (struct span){&d->source, from,
			     from + (uint32_t)strlen(word)};
}

static void check(struct desk *d, const char *want)
{
	buf_char(&d->out, '\0');
	assert_string_equal(d->out.ptr, want);
}

/* --- excerpts ------------------------------------------------------------ */

static void excerpt(const char *text, const char *word, size_t width,
		    const char *want)
{
	struct desk d;

	open_desk(&d, text);
	excerpt_print(span_of(&d, word), MARK_BAD, width, &plain, &d.out);
	check(&d, want);
	close_desk(&d);
}

static void carets_stand_under_the_span(void **state)
{
	(void)state;
	excerpt("a: 1\nbc: def\n", "def", 80,
		"   2 | bc: def\n"
		"     |     ^^^\n");
	excerpt("a", "a", 80, "   1 | a\n     | ^\n");
}

static void carets_know_cells(void **state)
{
	(void)state;
	excerpt("\tx: y", "y", 80,
		"   1 |         x: y\n"
		"     |            ^\n");
	excerpt("課題: 値あ", "値あ", 80,
		"   1 | 課題: 値あ\n"
		"     |       ^^^^\n");
	excerpt("e\u0301: x", "x", 80,
		"   1 | e\u0301: x\n"
		"     |    ^\n");
	/* a mark alone is shown under its letter */
	excerpt("ae\u0301: x", "\u0301", 80,
		"   1 | ae\u0301: x\n"
		"     |  ^\n");
	excerpt("a\x1b: x\u202e", "x", 80,
		"   1 | a\\x1b: x\\u{202e}\n"
		"     |        ^\n");
	excerpt("a\x1b: x", "\x1b", 80,
		"   1 | a\\x1b: x\n"
		"     |  ^^^^\n");
}

static void spans_over_lines_are_marked_to_the_end(void **state)
{
	(void)state;
	excerpt("a: [b,\n  c]\n", "[b,\n  c]", 80,
		"   1 | a: [b,\n"
		"     |    ^^^\n");
}

static void a_span_behind_the_line(void **state)
{
	struct desk d;

	(void)state;
	open_desk(&d, "ab\ncd\n");
	excerpt_print((struct span){&d.source, 2, 2}, MARK_BAD, 80, &plain,
		      &d.out);
	check(&d, "   1 | ab\n     |   ^\n");
	close_desk(&d);
}

static void nothing_to_show(void **state)
{
	struct desk d;

	(void)state;
	open_desk(&d, "\n\n");
	excerpt_print((struct span){&d.source, 1, 1}, MARK_BAD, 80, &plain,
		      &d.out);
	excerpt_print((struct span){0}, MARK_BAD, 80, &plain, &d.out);
	check(&d, "");
	close_desk(&d);
}

static void long_lines_are_cut_around_the_span(void **state)
{
	(void)state;
	excerpt("abcdefghijklmnopqrstuvwxyz0123456789", "stu", 27,
		"   1 | …klmnopqrstuvwxyz01…\n"
		"     |          ^^^\n");
	excerpt("abcdefghijklmnopqrstuvwxyz0123456789", "abc", 27,
		"   1 | abcdefghijklmnopqr…\n"
		"     | ^^^\n");
	excerpt("abcdefghijklmnopqrstuvwxyz0123456789", "789", 27,
		"   1 | …stuvwxyz0123456789\n"
		"     |                 ^^^\n");
	/* a span that is itself too long */
	excerpt("abcdefghijklmnopqrstuvwxyz0123456789",
		"bcdefghijklmnopqrstuvwxyz", 27,
		"   1 | …bcdefghijklmnopqrs…\n"
		"     |  ^^^^^^^^^^^^^^^^^^\n");
}

/* A megabyte on one line: only what is near the span is looked at. */
static void endless_lines_are_no_trouble(void **state)
{
	enum { SIZE = 1 << 20 };
	char *text = malloc(SIZE + 1);
	struct desk d;

	(void)state;
	memset(text, 'x', SIZE);
	text[SIZE] = '\0';
	memcpy(text + SIZE / 2, "here", 4);
	open_desk(&d, text);
	for (int i = 0; i < 100; i++) {
		buf_clear(&d.out);
		excerpt_print(span_of(&d, "here"), MARK_BAD, 40, &plain,
			      &d.out);
	}
	check(&d, "   1 | …xxxxxxxxxxxxxxherexxxxxxxxxxxxx…\n"
		  "     |                ^^^^\n");
	close_desk(&d);
	free(text);
}

/* --- findings ------------------------------------------------------------ */

static void add_example(struct desk *d)
{
	struct finding *f = diag_add(&d->diag, CODE_L011, span_of(d, "b"),
				     "the key %s stands here twice",
				     diag_quote(&d->diag, STR("b")));

	finding_note(&d->diag, f, span_of(d, "a"), "first defined here");
	finding_note(&d->diag, f, (struct span){0}, "a remark");
	finding_help(&d->diag, f, "remove one of them");
}

static void text_tells_all(void **state)
{
	struct desk d;

	(void)state;
	open_desk(&d, "a: 1\nb: 2\n");
	add_example(&d);
	findings_text(&d.diag, &plain, &d.out);
	check(&d, "ladder.yaml:2:1: error: the key \"b\" stands here twice"
		  " [L011 duplicate-key]\n"
		  "   2 | b: 2\n"
		  "     | ^\n"
		  "ladder.yaml:1:1: note: first defined here\n"
		  "   1 | a: 1\n"
		  "     | ^\n"
		  "  note: a remark\n"
		  "  help: remove one of them\n");
	close_desk(&d);
}

static void gcc_has_one_line_each(void **state)
{
	struct desk d;

	(void)state;
	open_desk(&d, "a: 1\nb: 2\n");
	add_example(&d);
	findings_gcc(&d.diag, &d.out);
	check(&d, "ladder.yaml:2:1: error: the key \"b\" stands here twice"
		  " [L011 duplicate-key]\n"
		  "ladder.yaml:1:1: note: first defined here\n"
		  "ladder.yaml:2:1: note: a remark\n"
		  "ladder.yaml:2:1: note: remove one of them\n");
	close_desk(&d);
}

static void names_and_messages_are_made_safe(void **state)
{
	struct desk d;

	(void)state;
	open_desk(&d, "a\n");
	d.source.name = STR("::error::\x1b\n.yaml");
	diag_add(&d.diag, CODE_L010, span_of(&d, "a"), "##[group]\n\u202e");
	findings_gcc(&d.diag, &d.out);
	check(&d, "\\x3a:error::\\x1b\\n.yaml:1:1: error: "
		  "\\x23#[group]\\n\\u{202e} [L010 syntax]\n");
	close_desk(&d);
}

static void terminals_get_a_hundred_and_a_sum(void **state)
{
	const struct report_style terminal = {.terminal = true};
	struct desk d;
	struct str end;

	(void)state;
	open_desk(&d, "a\n");
	for (int i = 0; i < 103; i++)
		diag_add(&d.diag, CODE_L010, (struct span){0}, "bad");
	findings_text(&d.diag, &terminal, &d.out);
	end = STR("and 3 more\n103 errors\n");
	assert_memory_equal(d.out.ptr + d.out.len - end.len, end.ptr, end.len);
	buf_clear(&d.out);
	findings_text(&d.diag, &plain, &d.out);
	assert_int_equal(d.out.len, 103 * strlen("error: bad [L010 syntax]\n"));
	close_desk(&d);
}

static void nothing_found_nothing_said(void **state)
{
	const struct report_style terminal = {.terminal = true};
	struct desk d;

	(void)state;
	open_desk(&d, "a\n");
	findings_text(&d.diag, &terminal, &d.out);
	findings_gcc(&d.diag, &d.out);
	findings_summary(&d.diag, &d.out);
	check(&d, "");
	close_desk(&d);
}

static void sums(void **state)
{
	struct desk d;

	(void)state;
	open_desk(&d, "a: b\n");
	diag_add(&d.diag, CODE_L010, span_of(&d, "a"), "x");
	diag_add(&d.diag, CODE_L010, span_of(&d, "b"), "x")->severity =
		SEVERITY_WARNING;
	diag_add(&d.diag, CODE_L010, span_of(&d, "b"), "x")->severity =
		SEVERITY_WARNING;
	findings_summary(&d.diag, &d.out);
	check(&d, "1 error, 2 warnings in 1 file");
	close_desk(&d);
}

static void counts_what_is_set_aside(void **state)
{
	const struct report_style terminal = {.terminal = true};
	struct findings_view v = {.n_files = 1};
	struct desk d;

	(void)state;
	open_desk(&d, "a: b\n");
	d.diag.suppressed = 2;
	v.diag = &d.diag;
	findings_none(&v, &d.out);
	check(&d, "1 file checked, nothing wrong, 2 suppressed");
	buf_clear(&d.out);
	d.diag.accepted = 3;
	diag_add(&d.diag, CODE_L010, span_of(&d, "a"), "x");
	findings_text(&d.diag, &terminal, &d.out);
	buf_char(&d.out, '\0');
	assert_non_null(strstr(d.out.ptr, "1 error in 1 file, 2 suppressed, "
					  "3 in the baseline\n"));
	close_desk(&d);
}

/* --- JSON and fingerprints ----------------------------------------------- */

static const char *text_at(const cJSON *object, const char *key)
{
	const char *text = cJSON_GetStringValue(
		cJSON_GetObjectItemCaseSensitive(object, key));

	assert_non_null(text);
	return text;
}

static int int_at(const cJSON *object, const char *key)
{
	const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, key);

	assert_true(cJSON_IsNumber(item));
	return item->valueint;
}

static cJSON *parsed(struct desk *d)
{
	cJSON *document;

	buf_clear(&d->out);
	json_findings(&d->diag, &d->out);
	document = cJSON_ParseWithLength(d->out.ptr, d->out.len);
	assert_non_null(document);
	return document;
}

static void json_has_all_fields(void **state)
{
	struct desk d;
	cJSON *document, *f, *note;

	(void)state;
	open_desk(&d, "a: 1\n課b: 2\n");
	add_example(&d);
	document = parsed(&d);
	assert_string_equal(text_at(document, "format_version"), "1.0");
	assert_string_equal(text_at(document, "kind"), "validate");
	f = cJSON_GetArrayItem(
		cJSON_GetObjectItem(document, "findings"), 0);
	assert_string_equal(text_at(f, "code"), "L011");
	assert_string_equal(text_at(f, "name"), "duplicate-key");
	assert_string_equal(text_at(f, "severity"), "error");
	assert_string_equal(text_at(f, "file"), "ladder.yaml");
	assert_int_equal(int_at(f, "line"), 2);
	assert_int_equal(int_at(f, "column"), 2);
	assert_int_equal(int_at(f, "end_line"), 2);
	assert_int_equal(int_at(f, "end_column"), 3);
	assert_string_equal(text_at(f, "help"), "remove one of them");
	assert_int_equal(strlen(text_at(f, "fingerprint")), 16);
	note = cJSON_GetArrayItem(cJSON_GetObjectItem(f, "related"), 0);
	assert_string_equal(text_at(note, "message"), "first defined here");
	assert_int_equal(int_at(note, "line"), 1);
	cJSON_Delete(document);
	close_desk(&d);
}

static void json_is_valid_whatever_is_quoted(void **state)
{
	struct desk d;
	cJSON *document, *f;

	(void)state;
	open_desk(&d, "a\n");
	diag_add(&d.diag, CODE_L001, span_of(&d, "a"),
		 "bytes \xff\xfe and \x1b \"\\ \u202e ##[x]");
	document = parsed(&d);
	f = cJSON_GetArrayItem(
		cJSON_GetObjectItem(document, "findings"), 0);
	assert_string_equal(text_at(f, "message"),
			    "bytes \ufffd\ufffd and \x1b \"\\ \u202e ##[x]");
	buf_char(&d.out, '\0');
	assert_null(strstr(d.out.ptr, "##["));
	assert_null(strchr(d.out.ptr, '\x1b'));
	assert_null(strstr(d.out.ptr, "\u202e"));
	cJSON_Delete(document);
	close_desk(&d);
}

static void fingerprints_stay_where_lines_move(void **state)
{
	struct desk d, e;
	fingerprint *before, *after;

	(void)state;
	open_desk(&d, "a: 1\nb: 2\n");
	open_desk(&e, "# new\n\na: 1\nb: 2\n");
	for (int i = 0; i < 3; i++) {
		diag_add(&d.diag, CODE_L011, span_of(&d, "b"), "x");
		diag_add(&e.diag, CODE_L011, span_of(&e, "b"), "y");
	}
	before = findings_fingerprints(&d.diag, &d.arena);
	after = findings_fingerprints(&e.diag, &e.arena);
	for (int i = 0; i < 3; i++)
		assert_string_equal(before[i], after[i]);
	assert_string_not_equal(before[0], before[1]);
	assert_string_not_equal(before[1], before[2]);
	assert_string_not_equal(before[0], before[2]);
	close_desk(&d);
	close_desk(&e);
}

static void entities_stay_where_texts_change(void **state)
{
	enum { N = 4 };
	static const char *const paths[N] = {
		"levels.staff.gates.1", "levels.staff.gates.7",
		"levels.senior.gates.1", "levels.staff"};
	const struct str files[N] = {STR("a"), STR("a"), STR("a"), STR("a")};
	const struct str other[N] = {STR("b"), STR("b"), STR("b"), STR("b")};
	fingerprint *here, *there;
	struct desk d;

	(void)state;
	open_desk(&d, "a: 1\nb: 2\n");
	for (int i = 0; i < N; i++)
		diag_add(&d.diag, CODE_L303, span_of(&d, i ? "b" : "a"),
			 "x %d", i)
			->path = str_of(paths[i]);
	here = findings_entity_prints(&d.diag, files, &d.arena);
	there = findings_entity_prints(&d.diag, other, &d.arena);
	for (int i = 0; i < N; i++)
		for (int k = 0; k < N; k++) {
			assert_string_not_equal(here[i], there[k]);
			if (i != k)
				assert_string_not_equal(here[i], here[k]);
		}
	/* alone, the second is the first of its kind */
	d.diag.findings.at++;
	d.diag.findings.n = 1;
	there = findings_entity_prints(&d.diag, files, &d.arena);
	assert_string_equal(there[0], here[0]);
	close_desk(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(carets_stand_under_the_span),
		cmocka_unit_test(carets_know_cells),
		cmocka_unit_test(spans_over_lines_are_marked_to_the_end),
		cmocka_unit_test(a_span_behind_the_line),
		cmocka_unit_test(nothing_to_show),
		cmocka_unit_test(long_lines_are_cut_around_the_span),
		cmocka_unit_test(endless_lines_are_no_trouble),
		cmocka_unit_test(text_tells_all),
		cmocka_unit_test(gcc_has_one_line_each),
		cmocka_unit_test(names_and_messages_are_made_safe),
		cmocka_unit_test(terminals_get_a_hundred_and_a_sum),
		cmocka_unit_test(nothing_found_nothing_said),
		cmocka_unit_test(sums),
		cmocka_unit_test(counts_what_is_set_aside),
		cmocka_unit_test(json_has_all_fields),
		cmocka_unit_test(json_is_valid_whatever_is_quoted),
		cmocka_unit_test(fingerprints_stay_where_lines_move),
		cmocka_unit_test(entities_stay_where_texts_change),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
