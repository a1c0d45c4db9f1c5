/* The catalogue of changes holds together. */
#include "diff/change.h"
#include "diff/examples.h"
#include "support/test.h"

#include <ctype.h>

static const struct change_info *mirror_of(const struct change_info *info)
{
	return &change_table[info->mirror];
}

static void every_mirror_leads_back(void **state)
{
	(void)state;
	for (enum change_code c = 0; c < N_CHANGES; c++) {
		const struct change_info *info = &change_table[c];

		if (mirror_of(mirror_of(info)) == info)
			continue;
		fail_msg("the mirror of %s is %s, whose mirror is %s",
			 info->id, mirror_of(info)->id,
			 mirror_of(mirror_of(info))->id);
	}
}

/* A change that is its own mirror says why it has no direction. */
static void a_reason_for_no_mirror(void **state)
{
	(void)state;
	for (enum change_code c = 0; c < N_CHANGES; c++) {
		const struct change_info *info = &change_table[c];
		bool told = strstr(info->reason, "no direction") ||
			    strstr(info->reason, "its own mirror");

		if (told != (info->mirror == c))
			fail_msg("%s: %s", info->id, info->reason);
	}
}

static enum effect other_way(enum effect e)
{
	switch (e) {
	case EFFECT_HARDER:
		return EFFECT_EASIER;
	case EFFECT_EASIER:
		return EFFECT_HARDER;
	case EFFECT_NONE:
	case EFFECT_REVIEW:
		break;
	}
	return e;
}

/* What is harder one way is easier the other; only a thing without direction
 * may be for a person to judge. */
static void effects_are_mirrored(void **state)
{
	(void)state;
	for (enum change_code c = 0; c < N_CHANGES; c++) {
		const struct change_info *info = &change_table[c];
		const struct change_info *mirror = mirror_of(info);

		if (info->incumbent != other_way(mirror->incumbent) ||
		    info->candidate != other_way(mirror->candidate))
			fail_msg("%s and %s", info->id, mirror->id);
		if (info->mirror != c && (info->incumbent == EFFECT_REVIEW ||
					  info->candidate == EFFECT_REVIEW))
			fail_msg("%s has a direction", info->id);
	}
}

static void codes_rise(void **state)
{
	(void)state;
	for (enum change_code c = 0; c < N_CHANGES; c++) {
		const char *id = change_table[c].id;

		assert_true(strlen(id) == 4 && id[0] == 'D' &&
			    isdigit(id[1]) && isdigit(id[2]) &&
			    isdigit(id[3]));
		assert_true(id[1] <= '5'); /* page_changes has a title for it */
		if (c && strcmp(change_table[c - 1].id, id) >= 0)
			fail_msg("%s stands before %s",
				 change_table[c - 1].id, id);
	}
}

static void names_differ(void **state)
{
	enum change_class class;

	(void)state;
	for (enum change_code c = 0; c < N_CHANGES; c++) {
		struct str name = str_of(change_table[c].name);

		assert_int_equal(change_find(name), c);
		assert_int_equal(change_find(str_of(change_table[c].id)), c);
		assert_false(class_find(name, &class));
	}
	assert_int_equal(change_find(STR("D999")), N_CHANGES);
	assert_int_equal(change_find(STR("")), N_CHANGES);
}

/* Sentences end; what is said about one change does not, since more follows. */
static void texts_are_whole(void **state)
{
	(void)state;
	for (enum change_code c = 0; c < N_CHANGES; c++) {
		const struct change_info *info = &change_table[c];
		size_t reason = strlen(info->reason);
		size_t says = strlen(info->says);

		if (!reason || info->reason[reason - 1] != '.' || !says ||
		    info->says[says - 1] == '.')
			fail_msg("%s", info->id);
	}
}

static void classes_follow(void **state)
{
	enum change_class class;

	(void)state;
	assert_int_equal(change_class(EFFECT_NONE, EFFECT_NONE, FILES_FINE),
			 CLASS_INFO);
	assert_int_equal(change_class(EFFECT_EASIER, EFFECT_NONE, FILES_FINE),
			 CLASS_EASING);
	assert_int_equal(change_class(EFFECT_EASIER, EFFECT_REVIEW,
				      FILES_FINE),
			 CLASS_REVIEW);
	assert_int_equal(change_class(EFFECT_EASIER, EFFECT_EASIER,
				      FILES_SHIFT),
			 CLASS_REVIEW);
	assert_int_equal(change_class(EFFECT_REVIEW, EFFECT_HARDER,
				      FILES_FINE),
			 CLASS_BREAKING);
	assert_int_equal(change_class(EFFECT_NONE, EFFECT_NONE, FILES_BREAK),
			 CLASS_BREAKING);
	for (unsigned c = 0; c < N_CLASSES; c++) {
		assert_true(class_find(str_of(class_name((enum change_class)c)),
				       &class));
		assert_int_equal(class, c);
	}
	assert_true(class_find(STR("Breaking"), &class));
	assert_false(class_find(STR("broken"), &class));
}

/* `ladder explain` has two files to show for each, which differ. */
static void every_change_has_an_example(void **state)
{
	const struct change_example *e = change_examples;

	(void)state;
	for (enum change_code c = 0; c < N_CHANGES; c++, e++) {
		if (!e->code || strcmp(e->code, change_table[c].id) != 0)
			fail_msg("no example of %s", change_table[c].id);
		assert_true(e->old.len && e->new.len);
		assert_false(str_eq(e->old, e->new));
	}
	assert_null(e->code);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_mirror_leads_back),
		cmocka_unit_test(a_reason_for_no_mirror),
		cmocka_unit_test(effects_are_mirrored),
		cmocka_unit_test(codes_rise),
		cmocka_unit_test(names_differ),
		cmocka_unit_test(texts_are_whole),
		cmocka_unit_test(classes_follow),
		cmocka_unit_test(every_change_has_an_example),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
