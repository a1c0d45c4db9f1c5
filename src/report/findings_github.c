#include "report/findings.h"
#include "report/github.h"

static enum github_level level_of(enum severity s)
{
	switch (s) {
	case SEVERITY_ERROR:
		return GITHUB_ERROR;
	case SEVERITY_WARNING:
		return GITHUB_WARNING;
	case SEVERITY_NOTE:
		break;
	}
	return GITHUB_NOTICE;
}

static void add_finding(struct arena *a, const struct finding *f,
			struct buf *out)
{
	const struct code_info *info = &code_table[f->code];
	struct github_remark r = {
		.level = level_of(f->severity),
		.title = arena_printf(a, "%s %s", info->id, info->name),
		.message = f->message};

	if (f->help.len)
		r.message = arena_printf(a, "%.*s\n%.*s", STR_ARG(f->message),
					 STR_ARG(f->help));
	if (f->span.source) {
		r.file = f->span.source->name;
		r.line = source_place(f->span.source, f->span.at).line;
		r.end_line = source_place(f->span.source, f->span.end).line;
	}
	github_command(out, &r);
}

static void add_rest(struct arena *a, uint32_t rest, struct buf *out)
{
	struct github_remark r = {.level = GITHUB_NOTICE,
				  .title = STR("ladder validate")};

	if (!rest)
		return;
	r.message = arena_printf(a,
				 "and %u more: the log of `ladder validate` "
				 "shows them all",
				 (unsigned)rest);
	github_command(out, &r);
}

/* The worst are shown; the last notice is kept for what counts the rest. */
void findings_github(const struct findings_view *v, struct buf *out)
{
	uint32_t n[N_GITHUB_LEVELS] = {0}, rest = v->diag->dropped;
	struct arena a = {0};

	for_each(f, &v->diag->findings) {
		enum github_level level = level_of(f->severity);

		if (n[level] >= GITHUB_MOST - (level == GITHUB_NOTICE)) {
			rest++;
			continue;
		}
		n[level]++;
		add_finding(&a, f, out);
	}
	add_rest(&a, rest, out);
	arena_release(&a);
}
