/* assess --edit over files in memory: whatever fails, what was typed is in
 * the assessment or in the copy. */
#include "cli/program.h"
#include "support/test.h"
#include "unit/cli/memory_host.h"

#define LADDER                                                            \
	"format: ladder/1\nid: l\nname: L\ncompetencies:\n"               \
	"  craft: {name: Craft, layer: technical, stages: [{}, {}]}\n"    \
	"tracks: {ic: {levels: [{id: x, requires: {craft: 1}}]}}\n"
#define TOP "format: assessment/1\nladder: l\nperson: Ada\nratings:\n"
#define BEFORE TOP "  craft: 1\n"
#define TYPED TOP "  craft: 2 # typed\n"
#define WRONG TOP "  craft: 3 # typed\n"
#define COPY "/w/.edit-1-assessment.yaml"

static struct memory_host m;
static const char *answers; /* to the question, a letter each */

static enum host_typed answer(struct host *h, const char *prompt,
			      const char *now, struct buf *line)
{
	(void)h;
	(void)now;
	assert_string_equal(prompt, "Edit it again? [Y/n] ");
	if (!answers || !*answers)
		return HOST_ENDED;
	if (*answers == '^')
		return HOST_STOPPED;
	buf_char(line, *answers++);
	return HOST_TYPED;
}

static int begin(void **state)
{
	(void)state;
	memory_host_init(&m);
	m.files[0] = (struct memory_file){"/w/ladder.yaml", LADDER};
	m.files[1] = (struct memory_file){"/w/assessment.yaml", BEFORE};
	m.env[0] = "EDITOR";
	m.env[1] = "ed -x";
	m.host.ask = answer;
	m.terminal = true;
	answers = NULL;
	return 0;
}

static int end(void **state)
{
	(void)state;
	memory_host_release(&m);
	return 0;
}

static int run(void)
{
	char program[] = "ladder", command[] = "assess", option[] = "--edit";
	char *argv[] = {program, command, option, NULL};

	return ladder_main(&m.host, 3, argv);
}

static const char *text_of(const char *path)
{
	struct memory_file *f = memory_find(&m, path);

	return f ? f->text : "";
}

static bool said(const char *words)
{
	buf_char(&m.err, 0);
	m.err.len--;
	return strstr(m.err.ptr, words);
}

static void it_is_saved(void **state)
{
	(void)state;
	m.typed[0] = TYPED;
	assert_int_equal(run(), 0);
	assert_string_equal(m.editor, "ed -x");
	assert_string_equal(m.edited, ".edit-1-assessment.yaml");
	assert_string_equal(text_of("/w/assessment.yaml"), TYPED);
	assert_null(memory_find(&m, COPY));
	assert_str(buf_str(&m.out), "saved in assessment.yaml\n");
	assert_int_equal(m.err.len, 0);
}

static void mistakes_are_mended(void **state)
{
	(void)state;
	m.typed[0] = WRONG;
	m.typed[1] = TYPED;
	answers = "y";
	assert_int_equal(run(), 0);
	assert_int_equal(m.edits, 2);
	assert_true(said(&COPY[3]));
	assert_true(said("has no stage \"3\""));
	assert_string_equal(text_of("/w/assessment.yaml"), TYPED);
	assert_null(memory_find(&m, COPY));
}

/* No, no answer, Ctrl-C. */
static void it_is_left(void **state)
{
	static const struct {
		const char *answers;
		int status;
	} ways[] = {{"n", 3}, {"", 3}, {"^", 130}};

	for (size_t i = 0; i < N_OF(ways); i++) {
		end(state);
		begin(state);
		m.typed[0] = WRONG;
		answers = ways[i].answers;
		assert_int_equal(run(), ways[i].status);
		assert_int_equal(m.edits, 1);
		assert_string_equal(text_of("/w/assessment.yaml"), BEFORE);
		assert_string_equal(text_of(COPY), WRONG);
		assert_true(said("what you wrote is in "
				 ".edit-1-assessment.yaml"));
	}
}

static void nobody_is_asked_without_a_terminal(void **state)
{
	(void)state;
	m.typed[0] = WRONG;
	m.terminal = false;
	answers = "y";
	assert_int_equal(run(), 3);
	assert_int_equal(m.edits, 1);
	assert_string_equal(text_of(COPY), WRONG);
}

static void the_editor_may_fail(void **state)
{
	(void)state;
	assert_int_equal(run(), 3);
	assert_true(said("the editor ended with status 1"));
	assert_null(memory_find(&m, COPY));
}

/* Each call in turn: nothing that was typed is gone, and where it is not
 * saved somebody says so. */
static void any_call_may_fail(void **state)
{
	int status = -1, at = 1, failed = 0;

	for (;; at++) {
		const char *saved;

		end(state);
		begin(state);
		m.typed[0] = TYPED;
		m.fail_at = at;
		status = run();
		if (m.calls < at)
			break;
		saved = text_of("/w/assessment.yaml");
		if (strcmp(saved, TYPED) != 0 && m.edits)
			assert_string_equal(text_of(COPY), TYPED);
		if (strcmp(saved, TYPED) != 0) {
			assert_string_equal(saved, BEFORE);
			assert_int_not_equal(status, 0);
			assert_true(m.err.len > 0);
			failed++;
		}
		if (m.edits && strcmp(saved, TYPED) != 0)
			assert_true(said(".edit-1-assessment.yaml"));
	}
	assert_int_equal(status, 0);
	assert_true(failed > 3);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(it_is_saved),
		TEST(mistakes_are_mended),
		TEST(it_is_left),
		TEST(nobody_is_asked_without_a_terminal),
		TEST(the_editor_may_fail),
		TEST(any_call_may_fail),
	};

	return cmocka_run_group_tests_name("editing", tests, NULL, NULL);
}
