/* Any bytes as a ladder or an assessment: no finding lies outside its file, and
 * over a ladder without errors every role can be planned for. Where there is a
 * plan, every step comes after those it waits for. */
#include "fuzz/fuzz.h"
#include "fuzz/nowhere.h"

#include "lint/suppress.h"
#include "model/load.h"
#include "plan/plan.h"

static void check_findings(const struct diag *d)
{
	for_each(f, &d->findings) {
		MUST(f->message.len > 0);
		if (!f->span.source)
			continue;
		MUST(f->span.at <= f->span.end);
		MUST(f->span.end <= f->span.source->text.len);
	}
}

static void check_plan(const struct plan *p)
{
	for (uint32_t i = 0; i < p->steps.n; i++)
		for_each(before, &p->steps.at[i].after)
			MUST(*before < i);
}

static void plan_all(const struct ladder *l, struct stand *stands,
		     struct arena *a)
{
	for (uint32_t i = 0; i < l->n_roles; i++) {
		struct plan_query q = {
			.ladder = l,
			.target = l->roles[i],
			.stands = stands,
			.hours_per_week = 4000,
			.focus = 2,
			.in_role = -1,
			.effort_limit = 500,
		};
		struct plan_result r = plan_make(&q, a);

		if (r.status == PLAN_OK)
			check_plan(&r.plan);
	}
}

static void suppress(struct diag *d, struct source *source)
{
	suppress_files files = {0};
	uint32_t before = d->findings.n;

	*vec_add(d->arena, &files) = (struct suppress_file){source, false};
	suppress_findings(d, &files, &limits_default);
	MUST(d->suppressed <= before);
	diag_sort(d);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct host host = nowhere();
	struct arena a = {0};
	struct diag d = {.arena = &a};
	struct loader ld = {.arena = &a,
			    .host = &host,
			    .limits = limits_default,
			    .diag = &d};
	struct loaded file = load_text(&ld, STR("input.yaml"),
				       (struct str){(const char *)data, size});

	if (file.kind == FILE_LADDER) {
		struct ladder *l = load_ladder(&ld, &file);

		if (l && l->usable)
			plan_all(l, empty_stands(l, &a), &a);
		if (l)
			doc_release(&l->doc);
	} else if (file.kind == FILE_ASSESSMENT) {
		struct assessment *as = load_assessment(&ld, &file, NULL);

		if (as)
			doc_release(&as->doc);
	}
	/* Still there where it was no ladder and no assessment after all. */
	doc_release(&file.doc);
	diag_sort(&d);
	check_findings(&d);
	suppress(&d, file.source);
	check_findings(&d);
	arena_release(&a);
	return 0;
}
