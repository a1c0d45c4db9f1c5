/* Someone else's program on libladder: C99 and C++11 alike. */
#include <ladder/ladder.h>

#include <stdio.h>
#include <string.h>

static int failed(const char *what)
{
	fprintf(stderr, "not so: %s\n", what);
	return 1;
}

static int check_plan(struct ladder_handle *h)
{
	struct ladder_question q;
	char *json = NULL;
	int bad = 0;

	memset(&q, 0, sizeof q);
	q.target = "staff";
	q.from = "ic/senior";
	if (ladder_plan_json(h, &q, &json) != LADDER_OK)
		return failed("there is a plan from senior to staff");
	if (!strstr(json, "\"target\""))
		bad = failed("the plan names its target");
	ladder_free_text(json);
	return bad;
}

static int check_finding(void)
{
	static const char text[] = "format: ladder/1\nid: x\nid: y\n";
	struct ladder_handle *h =
		ladder_open_text("mine.yaml", text, sizeof text - 1);
	struct ladder_finding f;
	int bad = 0;

	if (ladder_status_of(h) != LADDER_HAS_ERRORS ||
	    !ladder_finding_at(h, 0, &f))
		bad = failed("a broken ladder has findings");
	else if (strcmp(f.file, "mine.yaml") != 0 || f.line == 0)
		bad = failed("a finding has its place");
	ladder_close(h);
	return bad;
}

static int check_diff(struct ladder_handle *h)
{
	struct ladder_handle *other = ladder_open_builtin("data");
	struct ladder_diff *d = ladder_diff_open(h, other);
	struct ladder_change change;
	int bad = 0;

	if (!d || ladder_change_count(d) == 0 ||
	    !ladder_change_at(d, 0, &change))
		bad = failed("two ladders differ");
	else if (strcmp(change.code, "D001") != 0)
		bad = failed("the id comes first of what differs");
	ladder_diff_close(d);
	ladder_close(other);
	return bad;
}

int main(void)
{
	struct ladder_handle *h = ladder_open_builtin("software-engineering");
	int bad = 0;

	if (!*ladder_version())
		bad = failed("the library has a version");
	if (ladder_status_of(h) != LADDER_OK)
		bad = failed("the shipped ladder can be opened");
	else
		bad |= check_plan(h) | check_diff(h);
	ladder_close(h);
	return bad | check_finding();
}
