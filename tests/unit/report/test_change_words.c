#include "report/change_words.h"

#include "report/flow.h"
#include "support/test.h"

static void check(struct arena *a, const struct change *c, const char *want)
{
	struct buf b = {0};
	prose p = {0};

	change_says(a, &p, c);
	flow_text(&p, &b);
	assert_str(buf_str(&b), want);
	buf_release(&b);
}

static struct change_value text(const char *z)
{
	return (struct change_value){VALUE_TEXT, .text = str_of(z)};
}

static struct change_value figure(enum value_kind kind, int64_t number)
{
	return (struct change_value){kind, .number = number};
}

static struct change changed(enum change_code code, struct change_value old,
			     struct change_value new)
{
	return (struct change){.code = code, .old.value = old,
			       .new.value = new};
}

static void values_by_their_kind(void **state)
{
	const struct change_value none = {.kind = VALUE_NONE};
	struct arena a = {0};
	struct change c;

	(void)state;
	c = changed(CHANGE_D002, text("1"), text("2"));
	check(&a, &c, "version 1 → 2");
	c = changed(CHANGE_D002, none, text("2"));
	check(&a, &c, "version none → 2");
	c = changed(CHANGE_D001,
		    (struct change_value){VALUE_ID, .text = STR("a_b")},
		    (struct change_value){VALUE_ID, .text = STR("a*b*")});
	check(&a, &c, "ladder id changed from a_b to a*b*");
	c = changed(CHANGE_D115, figure(VALUE_NUMBER, 3),
		    figure(VALUE_NUMBER, 4));
	check(&a, &c, "rank 3 → 4");
	c = changed(CHANGE_D010, figure(VALUE_FIGURE, 800),
		    figure(VALUE_FIGURE, 1000));
	check(&a, &c, "share of behaviours for a stage raised from 0.8 to 1");
	c = changed(CHANGE_D120, figure(VALUE_BOOL, 1),
		    figure(VALUE_BOOL, 0));
	check(&a, &c, "nobody is expected to go past it: no");
	arena_release(&a);
}

static void stages_by_number_and_name(void **state)
{
	struct rubric rubrics[2] = {{.name = STR("Supports")},
				    {.head.id = STR("coaches")}};
	struct rubric *each[2] = {&rubrics[0], &rubrics[1]};
	struct competency skill = {.head.id = STR("m"), .n_stages = 2,
				   .name = STR("Mentoring")};
	struct competency other = {.head.id = STR("o")};
	struct stage stages[2] = {
		{&skill, 1, 1, .rubrics = &each[0], .n_rubrics = 1},
		{&skill, 2, 2, .rubrics = &each[1], .n_rubrics = 1}};
	struct change_value low = {VALUE_STAGE, .competency = &skill,
				   .stage = &stages[0]};
	struct change_value high = {VALUE_STAGE, .competency = &skill,
				    .stage = &stages[1]};
	struct change_value zero = {VALUE_STAGE, .competency = &skill};
	struct arena a = {0};
	struct change c;

	(void)state;
	c = changed(CHANGE_D403, low, high);
	c.competency = &skill;
	check(&a, &c, "raised from 1 (Supports) to 2 (coaches)");
	c = changed(CHANGE_D401, (struct change_value){0}, high);
	check(&a, &c,
	      "asks Mentoring 2 (coaches), which was not asked before");
	/* of another competency than what it is about */
	c = changed(CHANGE_D233, low, zero);
	c.competency = &other;
	check(&a, &c,
	      "prerequisite lowered from Mentoring 1 (Supports) to nothing");
	arena_release(&a);
}

static void words_that_differ(void **state)
{
	struct arena a = {0};
	struct change c;

	(void)state;
	c = changed(CHANGE_D303, text("Runs *one* talk a year."),
		    text("Runs two talks a year."));
	check(&a, &c,
	      "behaviour reworded: Runs [-one talk-] {+two talks+} a year.");
	c = changed(CHANGE_D326, (struct change_value){0}, text("New words."));
	check(&a, &c, "described anew: {+New words.+}");
	arena_release(&a);
}

static void long_stretches_that_stayed_are_cut(void **state)
{
	enum { WORDS = 100 };
	struct str same = {0};
	struct arena a = {0};
	struct change c;
	struct buf b = {0};
	prose p = {0};

	(void)state;
	for (int i = 0; i < WORDS; i++)
		same = arena_printf(&a, "%.*s word%d", STR_ARG(same), i);
	c = changed(CHANGE_D303,
		    text(arena_printf(&a, "Old%.*s end %.*s.", STR_ARG(same),
				      STR_ARG(same))
				 .ptr),
		    text(arena_printf(&a, "New%.*s start %.*s.",
				      STR_ARG(same), STR_ARG(same))
				 .ptr));
	change_says(&a, &p, &c);
	flow_text(&p, &b);
	buf_char(&b, '\0');
	assert_non_null(strstr(b.ptr, ": [-Old-] {+New+} word0 word1 "));
	assert_non_null(strstr(b.ptr, " word98 word99 [-end-] {+start+} "));
	assert_null(strstr(b.ptr, "word50"));
	assert_in_range(b.len, 300, 500);
	assert_int_equal(b.ptr[b.len - 2], '\xa6'); /* … ends it */
	buf_release(&b);
	arena_release(&a);
}

static void lists_item_by_item(void **state)
{
	struct str olds[] = {STR("One old thing to do."), STR("Same.")};
	struct str news[] = {STR("One new thing to do."), STR("Same."),
			     STR("Added.")};
	struct change_value old = {VALUE_TEXTS, .texts = {olds, 2}};
	struct change_value new = {VALUE_TEXTS, .texts = {news, 3}};
	struct change_value one = {VALUE_TEXTS, .texts = {news, 2}};
	struct arena a = {0};
	struct change c;

	(void)state;
	c = changed(CHANGE_D321, old, new);
	check(&a, &c,
	      "examples:\n"
	      "One [-old-] {+new+} thing to do.\n"
	      "{+Added.+}\n"
	      "(1 unchanged)");
	c = changed(CHANGE_D321, one, new);
	check(&a, &c, "examples: {+Added.+} (2 unchanged)");
	c = changed(CHANGE_D321, (struct change_value){0}, one);
	check(&a, &c, "examples:\n{+One new thing to do.+}\n{+Same.+}");
	arena_release(&a);
}

static void what_moved_is_told(void **state)
{
	struct arena a = {0};
	struct change c = changed(CHANGE_D311, text("here"), text("there"));

	(void)state;
	c.moved_text = STR("Talks **well**.");
	check(&a, &c, "behaviour moved from here to there: Talks well.");
	arena_release(&a);
}

/* No sentence of the catalogue has a place that nothing fills. */
static void every_sentence_is_filled(void **state)
{
	struct arena a = {0};

	(void)state;
	for (int code = 0; code < N_CHANGES; code++) {
		struct role role = {.title = STR("R")};
		struct track track = {.head.id = STR("t")};
		struct ladder l = {.arena = &a};
		struct change c = changed((enum change_code)code,
					  text("before"), text("after"));
		prose p = {0};

		track.ladder = &l;
		role.track = &track;
		c.role = &role;
		change_says(&a, &p, &c);
		for_each(run, &p)
			assert_int_equal(str_index(run->text, '{'),
					 run->text.len);
	}
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_by_their_kind),
		cmocka_unit_test(stages_by_number_and_name),
		cmocka_unit_test(words_that_differ),
		cmocka_unit_test(long_stretches_that_stayed_are_cut),
		cmocka_unit_test(lists_item_by_item),
		cmocka_unit_test(what_moved_is_told),
		cmocka_unit_test(every_sentence_is_filled),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
