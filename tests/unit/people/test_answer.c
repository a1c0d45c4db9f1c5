#include "people/answer.h"

#include "base/buf.h"
#include "support/test.h"

/* Reads an answer and writes what was understood: "stage 2 met 1 3". */
static void reads(const char *line, const char *want)
{
	static const char *const kinds[] = {
		"stage", "met",	 "na",	     "note", "evidence", "unrated",
		"skip",	 "back", "expected", "help", "quit"};
	struct arena a = {0};
	struct answer x;
	struct buf out = {0};
	struct str why = {0};

	if (!answer_read(str_of(line), &a, &x, &why)) {
		buf_add(&out, why);
	} else {
		buf_z(&out, kinds[x.kind]);
		if (x.word.len)
			buf_printf(&out, " %.*s", STR_ARG(x.word));
		if (x.ticks)
			buf_z(&out, " met");
		for_each(m, &x.met)
			buf_printf(&out, " %.*s", STR_ARG(*m));
		if (x.dated)
			buf_printf(&out, " day %d", (int)x.date);
		if (x.url.len)
			buf_printf(&out, " <%.*s>", STR_ARG(x.url));
		if (x.text.len)
			buf_printf(&out, " \"%.*s\"", STR_ARG(x.text));
	}
	assert_str(buf_str(&out), want);
	buf_release(&out);
	arena_release(&a);
}

static void stages(void **state)
{
	(void)state;
	reads("2", "stage 2");
	reads("  coaches ", "stage coaches");
	reads("ic/senior", "stage ic/senior");
	reads("0", "stage 0");
	reads("2 met 1,3", "stage 2 met 1 3");
	reads("2 m 1 , pairs", "stage 2 met 1 pairs");
	reads("2 met none", "stage 2 met");
	reads("2 3", "after a stage only met may follow, as 2 met 1,3");
}

static void ticks(void **state)
{
	(void)state;
	reads("met 1 2", "met met 1 2");
	reads("m none", "met met");
	reads("met", "which behaviours are met? Give their numbers, as met "
		     "1,3, or say met none");
	reads("met ,,", "met met"); /* no behaviour is between the commas */
}

static void texts(void **state)
{
	(void)state;
	reads("na Our team: no pager.", "na \"Our team: no pager.\"");
	reads("n\tx", "na \"x\"");
	reads("na", "na needs a reason: why does it not apply?");
	reads("note  Two  words ", "note \"Two  words\"");
	reads("note", "note");
	reads("nag", "stage nag");
}

static void evidence(void **state)
{
	(void)state;
	reads("evidence It runs.", "evidence \"It runs.\"");
	reads("v 1970-01-03 It runs.", "evidence day 2 \"It runs.\"");
	reads("v https://x.org/a It runs.",
	      "evidence <https://x.org/a> \"It runs.\"");
	reads("v 1970-01-03 https://x.org It", "evidence day 2 <https://x.org>"
					       " \"It\"");
	reads("v 1970-02-30 It", "evidence \"1970-02-30 It\"");
	reads("v javascript:x It", "evidence \"javascript:x It\"");
	reads("v", "evidence needs a text: what shows it?");
	reads("v 1970-01-03", "evidence needs a text: what shows it?");
	reads("v https://x.org", "evidence needs a text: what shows it?");
}

static void words_that_move(void **state)
{
	(void)state;
	reads("s", "skip");
	reads("skip", "skip");
	reads("p", "back");
	reads("previous", "back");
	reads("x", "expected");
	reads("?", "help");
	reads("q", "quit");
	reads("unrated", "unrated");
	reads("q now", "nothing may follow this word");
}

/* The forms that help shows are answers. */
static void forms_are_answers(void **state)
{
	(void)state;
	for (const struct answer_form *f = answer_forms; f->form; f++) {
		struct arena a = {0};
		struct answer x;
		struct str why;

		assert_true(answer_read(str_of(f->form), &a, &x, &why));
		arena_release(&a);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(stages),
		cmocka_unit_test(ticks),
		cmocka_unit_test(texts),
		cmocka_unit_test(evidence),
		cmocka_unit_test(words_that_move),
		cmocka_unit_test(forms_are_answers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
