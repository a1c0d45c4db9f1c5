#include "unit/report/desk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

const char desk_ladder[] =
	"format: ladder/1\n"
	"id: acme\n"
	"name: Acme\n"
	"version: \"2026.2\"\n"
	"competencies:\n"
	"  communication:\n"
	"    name: Communication\n"
	"    layer: leadership\n"
	"    stages:\n"
	"      - {name: Talks, effort: 2.25h, behaviours: [Talks.]}\n"
	"      - {name: Persuades, effort: 16h, behaviours: [Asks.]}\n"
	"  mentoring:\n"
	"    name: Mentoring\n"
	"    layer: leadership\n"
	"    stages:\n"
	"      - {name: Supports, effort: 8h, behaviours: [Is there.]}\n"
	"      - name: Coaches\n"
	"        needs: {communication: 2}\n"
	"        effort: 40h-80h\n"
	"        behaviours:\n"
	"          - {id: pairs, text: \"Pairs \\\"well\\\".\"}\n"
	"          - Runs one-to-ones.\n"
	"        practise: [Run one.]\n"
	"        evidence: [It runs.]\n"
	"        resources: [{title: A book, type: book, hours: 1.5}]\n"
	"  oncall:\n"
	"    name: On call\n"
	"    layer: execution\n"
	"    stages: [{name: Answers, behaviours: [Answers.]}]\n"
	"  performance:\n"
	"    name: Performance\n"
	"    layer: technical\n"
	"    stages: [{name: Measures, effort: 8h, behaviours: [Measures.]}]\n"
	"  security:\n"
	"    name: Security\n"
	"    layer: technical\n"
	"    stages: [{name: Asks, effort: 9h, behaviours: [Asks.]}]\n"
	"scores:\n"
	"  total: {name: Points, of: [security, performance]}\n"
	"tracks:\n"
	"  ic:\n"
	"    levels:\n"
	"      - {id: senior, title: Senior, requires: {mentoring: 1}}\n"
	"      - id: staff\n"
	"        title: Staff\n"
	"        code: IC4\n"
	"        requires: {mentoring: 2, oncall: 1}\n"
	"        choose: [{at-least: 2, of: {performance: 1, security: 1,"
	" oncall: 1}}]\n"
	"        scores: {total: 1.5}\n"
	"        gates: [A talk]\n";

const char desk_assessment[] =
	"format: assessment/1\n"
	"ladder: acme\n"
	"person: Ada Lovelace\n"
	"role: ic/senior\n"
	"ratings:\n"
	"  communication: 1\n"
	"  mentoring: {stage: 1, met: [pairs]}\n"
	"  performance: 1\n"
	"  oncall: {na: Our team carries no pager.}\n";

/* A host that has nothing: the texts extend no other. */
static const char *no_path(struct host *h, struct arena *a, const char *path)
{
	(void)h;
	(void)a;
	(void)path;
	return NULL;
}

static enum host_status nothing_there(struct host *h, const char *path)
{
	(void)h;
	(void)path;
	return HOST_MISSING;
}

void desk_open(struct desk *d, const char *ladder, const char *assessment)
{
	*d = (struct desk){0};
	d->diag.arena = &d->arena;
	d->host = (struct host){.real_path = no_path, .stat = nothing_there};
	d->loader = (struct loader){.arena = &d->arena,
				    .host = &d->host,
				    .limits = limits_default,
				    .diag = &d->diag};
	d->files[0] = load_text(&d->loader, STR("ladder.yaml"),
				str_of(ladder));
	d->ladder = load_ladder(&d->loader, &d->files[0]);
	assert_non_null(d->ladder);
	if (assessment) {
		d->files[1] = load_text(&d->loader, STR("assessment.yaml"),
					str_of(assessment));
		d->assessment = load_assessment(&d->loader, &d->files[1],
						d->ladder);
		assert_non_null(d->assessment);
	}
	assert_int_equal(d->diag.errors, 0);
}

void desk_ask(struct desk *d, const char *target)
{
	d->query = (struct plan_query){
		.ladder = d->ladder,
		.target = ladder_role(d->ladder, str_of(target)),
		.hours_per_week = 4000,
		.focus = 2,
		.in_role = -1,
	};
	if (d->assessment) {
		d->query.from = d->assessment->role;
		d->query.stands = assessment_stands(d->ladder, d->assessment,
						    &d->arena);
	} else {
		d->query.stands = empty_stands(d->ladder, &d->arena);
	}
	d->result = plan_make(&d->query, &d->arena);
	assert_int_equal(d->result.status, PLAN_OK);
	d->view = (struct plan_view){
		.ladder = d->ladder,
		.assessment = d->assessment,
		.query = &d->query,
		.plan = &d->result.plan,
		.gap = &d->result.plan.gap,
	};
}

const char *desk_text(struct desk *d)
{
	buf_char(&d->out, '\0');
	return d->out.ptr;
}

void desk_close(struct desk *d)
{
	buf_release(&d->out);
	doc_release(&d->ladder->doc);
	if (d->assessment)
		doc_release(&d->assessment->doc);
	arena_release(&d->arena);
}
