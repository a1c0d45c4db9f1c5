#include "report/json.h"

#include "unit/report/desk.h"

#include <cjson/cJSON.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static cJSON *parsed(struct desk *d)
{
	cJSON *document = cJSON_ParseWithLength(d->out.ptr, d->out.len);

	assert_non_null(document);
	assert_int_equal(d->out.ptr[d->out.len - 1], '\n');
	return document;
}

static const cJSON *at(const cJSON *object, const char *key)
{
	const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, key);

	if (!item)
		fail_msg("no key \"%s\"", key);
	return item;
}

static void text_is(const cJSON *object, const char *key, const char *want)
{
	assert_string_equal(cJSON_GetStringValue(at(object, key)), want);
}

static void number_is(const cJSON *object, const char *key, double want)
{
	assert_true(cJSON_IsNumber(at(object, key)));
	assert_true(at(object, key)->valuedouble == want);
}

/* The keys of an object in their order, joined by spaces. */
static void keys_are(const cJSON *object, const char *want)
{
	struct buf b = {0};
	const cJSON *child;

	cJSON_ArrayForEach(child, object)
		buf_printf(&b, "%s%s", b.len ? " " : "", child->string);
	buf_char(&b, '\0');
	assert_string_equal(b.ptr, want);
	buf_release(&b);
}

static void a_plan(void **state)
{
	const cJSON *gap, *steps, *step;
	struct desk d;
	cJSON *p;

	(void)state;
	desk_open(&d, desk_ladder, desk_assessment);
	desk_ask(&d, "ic/staff");
	json_plan(&d.view, JSON_PRETTY, &d.out);
	p = parsed(&d);
	keys_are(p, "format_version kind ladder person from target route "
		    "required met waived gap cost optimal lower_bound steps "
		    "milestones finish_week");
	text_is(p, "kind", "plan");
	text_is(at(p, "ladder"), "version", "2026.2");
	text_is(p, "from", "ic/senior");
	number_is(p, "required", 4);
	number_is(p, "met", 0);
	keys_are(cJSON_GetArrayItem(at(p, "waived"), 0), "competency reason");
	gap = at(p, "gap");
	assert_int_equal(cJSON_GetArraySize(gap), 3);
	keys_are(cJSON_GetArrayItem(gap, 0),
		 "rule role competency layer have need");
	keys_are(cJSON_GetArrayItem(gap, 1), "rule role index have need of");
	keys_are(at(cJSON_GetArrayItem(gap, 1), "of"), "performance security");
	keys_are(cJSON_GetArrayItem(gap, 2), "rule role score have need");
	number_is(cJSON_GetArrayItem(gap, 2), "need", 1.5);
	number_is(at(p, "cost"), "steps", 3);
	number_is(at(at(p, "cost"), "hours"), "min", 45);
	number_is(at(at(p, "cost"), "hours"), "max", 65);
	number_is(p, "lower_bound", 55);
	steps = at(p, "steps");
	cJSON_ArrayForEach(step, steps)
		if (!strcmp(cJSON_GetStringValue(at(step, "id")),
			    "mentoring@2"))
			break;
	assert_non_null(step);
	keys_are(step, "id competency name layer stage role reason after "
		       "unlocks hours start_week end_week horizon behaviours "
		       "practise evidence resources");
	text_is(step, "reason", "requires");
	keys_are(at(step, "hours"), "min max assumed");
	number_is(at(step, "hours"), "max", 40);
	assert_string_equal(cJSON_GetArrayItem(at(step, "after"), 0)->
				    valuestring,
			    "communication@2");
	text_is(cJSON_GetArrayItem(at(step, "behaviours"), 0), "text",
		"Pairs \"well\".");
	assert_true(cJSON_IsTrue(at(
		cJSON_GetArrayItem(at(step, "behaviours"), 0), "met")));
	number_is(cJSON_GetArrayItem(at(step, "resources"), 0), "hours", 1.5);
	keys_are(cJSON_GetArrayItem(at(p, "milestones"), 0),
		 "role week gates");
	cJSON_Delete(p);
	desk_close(&d);
}

static void a_line_holds_the_same_values(void **state)
{
	struct desk d;
	cJSON *pretty, *line;

	(void)state;
	desk_open(&d, desk_ladder, desk_assessment);
	desk_ask(&d, "ic/staff");
	json_plan(&d.view, JSON_PRETTY, &d.out);
	pretty = parsed(&d);
	buf_clear(&d.out);
	json_plan(&d.view, JSON_LINE, &d.out);
	line = parsed(&d);
	assert_int_equal(str_index(buf_str(&d.out), '\n'), d.out.len - 1);
	assert_true(cJSON_Compare(pretty, line, true));
	cJSON_Delete(pretty);
	cJSON_Delete(line);
	desk_close(&d);
}

static void a_gap(void **state)
{
	struct desk d;
	cJSON *p;

	(void)state;
	desk_open(&d, desk_ladder, desk_assessment);
	desk_ask(&d, "ic/staff");
	json_gap(&d.view, JSON_PRETTY, &d.out);
	p = parsed(&d);
	keys_are(p, "format_version kind ladder person from target required "
		    "met waived gap role_met");
	text_is(p, "kind", "gap");
	assert_true(cJSON_IsFalse(at(p, "role_met")));
	cJSON_Delete(p);
	desk_close(&d);
}

static void no_role_is_null(void **state)
{
	struct desk d;
	cJSON *p;

	(void)state;
	desk_open(&d, desk_ladder, desk_assessment);
	d.assessment->role = NULL;
	desk_ask(&d, "ic/senior");
	json_plan(&d.view, JSON_PRETTY, &d.out);
	p = parsed(&d);
	assert_true(cJSON_IsNull(at(p, "from")));
	assert_int_equal(cJSON_GetArraySize(at(p, "gap")), 0);
	assert_int_equal(cJSON_GetArraySize(at(p, "steps")), 0);
	cJSON_Delete(p);
	desk_close(&d);
}

static void ladders_roles_and_competencies(void **state)
{
	struct desk d;
	cJSON *p;

	(void)state;
	desk_open(&d, desk_ladder, desk_assessment);
	json_show_ladder(d.ladder, &d.out);
	p = parsed(&d);
	text_is(p, "kind", "ladder");
	assert_int_equal(cJSON_GetArraySize(at(p, "roles")), 2);
	assert_int_equal(cJSON_GetArraySize(at(p, "competencies")), 5);
	cJSON_Delete(p);
	buf_clear(&d.out);
	json_show_role(d.ladder, d.ladder->roles[1], &d.out);
	p = parsed(&d);
	text_is(p, "kind", "role");
	text_is(p, "code", "IC4");
	number_is(cJSON_GetArrayItem(at(p, "scores"), 0), "need", 1.5);
	cJSON_Delete(p);
	buf_clear(&d.out);
	json_show_competency(d.ladder, &d.ladder->competencies.at[0], &d.out);
	p = parsed(&d);
	text_is(p, "kind", "competency");
	number_is(at(cJSON_GetArrayItem(at(p, "stages"), 0), "hours"), "min",
		  2.25);
	cJSON_Delete(p);
	desk_close(&d);
}

static void lists_codes_and_errors(void **state)
{
	struct list_entry entry = {.id = STR("acme"), .in_use = true};
	struct list_view list = {.ladders = &entry, .n_ladders = 1};
	struct code_view code = {.code = CODE_L011, .bad = STR("a: 1\na: 2\n")};
	struct buf b = {0};
	cJSON *p;

	(void)state;
	json_list(&list, &b);
	p = cJSON_ParseWithLength(b.ptr, b.len);
	keys_are(p, "format_version kind ladders roles competencies");
	cJSON_Delete(p);
	buf_clear(&b);
	json_code(&code, &b);
	p = cJSON_ParseWithLength(b.ptr, b.len);
	text_is(p, "bad", "a: 1\na: 2\n");
	cJSON_Delete(p);
	buf_clear(&b);
	json_error(3, "L010", STR("no YAML"), &b);
	buf_char(&b, '\0');
	assert_string_equal(b.ptr,
			    "{\"format_version\": \"1.0\", \"kind\": "
			    "\"error\", \"line\": 3, \"code\": \"L010\", "
			    "\"message\": \"no YAML\"}\n");
	buf_release(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_plan),
		cmocka_unit_test(a_line_holds_the_same_values),
		cmocka_unit_test(a_gap),
		cmocka_unit_test(no_role_is_null),
		cmocka_unit_test(ladders_roles_and_competencies),
		cmocka_unit_test(lists_codes_and_errors),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
