#include "report/github.h"

#include "support/test.h"

static void check(const struct github_remark *r, const char *want)
{
	struct buf b = {0};

	github_command(&b, r);
	assert_str(buf_str(&b), want);
	buf_release(&b);
}

static void all_parts(void **state)
{
	(void)state;
	check(&(struct github_remark){GITHUB_ERROR, STR("l.yaml"), 3, 5,
				      STR("D403"), STR("raised")},
	      "::error file=l.yaml,line=3,endLine=5,title=D403::raised\n");
	check(&(struct github_remark){.level = GITHUB_WARNING,
				      .file = STR("l.yaml"),
				      .message = STR("m")},
	      "::warning file=l.yaml::m\n");
	check(&(struct github_remark){.level = GITHUB_NOTICE,
				      .title = STR("t"),
				      .message = STR("m")},
	      "::notice title=t::m\n");
}

/* A line is of no use without its file. */
static void no_file_no_line(void **state)
{
	(void)state;
	check(&(struct github_remark){.level = GITHUB_NOTICE, .line = 3,
				      .end_line = 3, .message = STR("m")},
	      "::notice::m\n");
}

/* As escapeData and escapeProperty of the toolkit have it. */
static void signs_of_the_command_are_escaped(void **state)
{
	(void)state;
	check(&(struct github_remark){.level = GITHUB_ERROR,
				      .file = STR("a,b:c%.yaml"),
				      .title = STR("t: 1, 2%\n::error::x"),
				      .message = STR("50%: a, b\n::error::x")},
	      "::error file=a%2Cb%3Ac%25.yaml,"
	      "title=t%3A 1%2C 2%25%0A%3A%3Aerror%3A%3Ax"
	      "::50%25: a, b%0A::error::x\n");
}

static void orders_to_a_terminal_are_shown(void **state)
{
	(void)state;
	check(&(struct github_remark){.level = GITHUB_ERROR,
				      .title = STR("\x1b[2J"),
				      .message = STR("a\rb##[group]\xe2\x80\xae")},
	      "::error title=\\x1b[2J::a\\x0db\\x23#[group]\\u{202e}\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_parts),
		cmocka_unit_test(no_file_no_line),
		cmocka_unit_test(signs_of_the_command_are_escaped),
		cmocka_unit_test(orders_to_a_terminal_are_shown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
