#include "ladder/ladder.h"

#include "base/decimal.h"
#include "host/posix.h"
#include "model/load.h"
#include "plan/query.h"
#include "report/diff_outline.h"
#include "report/json.h"

#include <stdlib.h>

struct ladder_handle {
	struct arena arena;
	struct host_posix world;
	struct diag diag;
	struct loader loader;
	struct loaded files[2]; /* the ladder, the assessment */
	struct ladder *ladder;
	struct assessment *assessment;
	enum ladder_status status;
	const char *why;
};

const char *ladder_version(void)
{
	return LADDER_VERSION;
}

/* --- reading ------------------------------------------------------------ */

static struct ladder_handle *handle_new(void)
{
	struct ladder_handle *h = calloc(1, sizeof *h);

	if (!h)
		oom();
	host_posix_init(&h->world);
	h->diag.arena = &h->arena;
	h->loader = (struct loader){.arena = &h->arena,
				    .host = &h->world.host,
				    .limits = limits_default,
				    .diag = &h->diag};
	h->why = "";
	return h;
}

/* Findings are in order after every step, whoever looks at them. */
static enum ladder_status settle(struct ladder_handle *h, bool made)
{
	diag_sort(&h->diag);
	if (h->diag.errors || !made)
		h->status = LADDER_HAS_ERRORS;
	return h->status;
}

static bool is_read(struct ladder_handle *h, const struct loaded *file)
{
	if (file->status == HOST_OK)
		return true;
	h->status = LADDER_UNREADABLE;
	h->why = arena_str(&h->arena, file->why).ptr;
	return false;
}

static struct ladder_handle *open_loaded(struct ladder_handle *h)
{
	if (!is_read(h, &h->files[0]))
		return h;
	load_check_format(&h->loader, &h->files[0]);
	h->ladder = load_ladder(&h->loader, &h->files[0]);
	settle(h, h->ladder != NULL);
	return h;
}

struct ladder_handle *ladder_open_file(const char *path)
{
	struct ladder_handle *h = handle_new();

	h->files[0] = load_file(&h->loader,
				arena_str(&h->arena, str_of(path)));
	return open_loaded(h);
}

struct ladder_handle *ladder_open_builtin(const char *id)
{
	struct ladder_handle *h = handle_new();

	h->files[0] = load_file(&h->loader,
				arena_printf(&h->arena, "builtin:%s", id));
	return open_loaded(h);
}

static struct loaded copy_text(struct ladder_handle *h, const char *name,
			       const char *text, size_t length)
{
	return load_text(&h->loader, arena_str(&h->arena, str_of(name)),
			 arena_str(&h->arena, (struct str){text, length}));
}

struct ladder_handle *ladder_open_text(const char *name, const char *text,
				       size_t length)
{
	struct ladder_handle *h = handle_new();

	h->files[0] = copy_text(h, name, text, length);
	return open_loaded(h);
}

static enum ladder_status assess(struct ladder_handle *h)
{
	if (!is_read(h, &h->files[1]))
		return h->status;
	load_check_format(&h->loader, &h->files[1]);
	h->assessment = load_assessment(&h->loader, &h->files[1], h->ladder);
	return settle(h, h->assessment != NULL);
}

enum ladder_status ladder_assess_file(struct ladder_handle *h,
				      const char *path)
{
	if (h->status != LADDER_OK || h->assessment)
		return h->status ? h->status : LADDER_BAD_VALUE;
	h->files[1] = load_file(&h->loader,
				arena_str(&h->arena, str_of(path)));
	return assess(h);
}

enum ladder_status ladder_assess_text(struct ladder_handle *h,
				      const char *name, const char *text,
				      size_t length)
{
	if (h->status != LADDER_OK || h->assessment)
		return h->status ? h->status : LADDER_BAD_VALUE;
	h->files[1] = copy_text(h, name, text, length);
	return assess(h);
}

enum ladder_status ladder_status_of(const struct ladder_handle *h)
{
	return h->status;
}

const char *ladder_why(const struct ladder_handle *h)
{
	return h->why;
}

void ladder_close(struct ladder_handle *h)
{
	if (!h)
		return;
	doc_release(&h->files[0].doc);
	doc_release(&h->files[1].doc);
	if (h->ladder)
		doc_release(&h->ladder->doc);
	if (h->assessment)
		doc_release(&h->assessment->doc);
	arena_release(&h->arena);
	free(h);
}

/* --- findings ----------------------------------------------------------- */

size_t ladder_finding_count(const struct ladder_handle *h)
{
	return h->diag.findings.n;
}

/* Ended by a NUL; "" for no text. */
static const char *ended_in(struct arena *a, struct str s)
{
	return s.len ? arena_str(a, s).ptr : "";
}

static const char *ended(const struct ladder_handle *h, struct str s)
{
	return ended_in((struct arena *)(uintptr_t)&h->arena, s);
}

bool ladder_finding_at(const struct ladder_handle *h, size_t i,
		       struct ladder_finding *finding)
{
	const struct finding *f;
	struct place from = {0}, to = {0};
	struct str file = {0};

	if (i >= h->diag.findings.n)
		return false;
	f = &h->diag.findings.at[i];
	if (f->span.source) {
		from = source_place(f->span.source, f->span.at);
		to = source_place(f->span.source, f->span.end);
		file = f->span.source->name;
	}
	*finding = (struct ladder_finding){
		.code = code_table[f->code].id,
		.name = code_table[f->code].name,
		.severity = (enum ladder_severity)f->severity,
		.file = ended(h, file),
		.line = from.line,
		.column = from.column,
		.end_line = to.line,
		.end_column = to.column,
		.message = ended(h, f->message),
		.help = ended(h, f->help),
		.path = ended(h, f->path),
	};
	return true;
}

/* --- roles -------------------------------------------------------------- */

size_t ladder_role_count(const struct ladder_handle *h)
{
	return h->status == LADDER_OK ? h->ladder->n_roles : 0;
}

static void describe(const struct ladder_handle *h, const struct role *role,
		     struct ladder_role_info *info)
{
	*info = (struct ladder_role_info){.path = ended(h, role->path),
					  .title = ended(h, role->title),
					  .code = ended(h, role->code),
					  .rank = role->rank};
}

bool ladder_role_at(const struct ladder_handle *h, size_t i,
		    struct ladder_role_info *role)
{
	if (i >= ladder_role_count(h))
		return false;
	describe(h, h->ladder->roles[i], role);
	return true;
}

static enum ladder_status find(const struct ladder_handle *h,
			       const char *word, struct role **role)
{
	struct role_lookup found;

	if (h->status != LADDER_OK)
		return h->status;
	found = ladder_find_role(h->ladder,
				 (struct arena *)(uintptr_t)&h->arena,
				 str_of(word));
	*role = found.role;
	if (found.role)
		return LADDER_OK;
	return found.candidates.n ? LADDER_AMBIGUOUS : LADDER_UNKNOWN;
}

enum ladder_status ladder_role_named(const struct ladder_handle *h,
				     const char *word,
				     struct ladder_role_info *role)
{
	struct role *found;
	enum ladder_status status = find(h, word, &found);

	if (status == LADDER_OK)
		describe(h, found, role);
	return status;
}

/* --- plans -------------------------------------------------------------- */

static const int64_t most_hours = 1000000000;

/* A question in the planner's words. */
struct asking {
	struct plan_query query;
	struct plan_view view;
	struct gap gap;
};

static void ask_from(struct ladder_handle *h, struct asking *q,
		     struct role *from)
{
	if (from) {
		query_from_role(&q->query, from, &h->arena);
	} else if (h->assessment) {
		query_from_assessment(&q->query, h->assessment, &h->arena);
		q->view.assessment = h->assessment;
	} else {
		query_from_nothing(&q->query, &h->arena);
	}
}

static enum ladder_status ask(struct ladder_handle *h,
			      const struct ladder_question *question,
			      struct asking *q)
{
	const struct assessment *as = h->assessment;
	enum ladder_status status = h->status;
	struct role *from = NULL;

	*q = (struct asking){0};
	if (question->hours_per_week < 0 ||
	    question->hours_per_week > most_hours)
		return LADDER_BAD_VALUE;
	if (status != LADDER_OK)
		return status;
	query_init(&q->query, h->ladder, as);
	q->query.target = as ? as->target : NULL;
	if (question->target)
		status = find(h, question->target, &q->query.target);
	if (status == LADDER_OK && question->from)
		status = find(h, question->from, &from);
	if (status != LADDER_OK || !q->query.target)
		return status ? status : LADDER_UNKNOWN;
	ask_from(h, q, from);
	q->query.with_optional = question->with_optional;
	if (question->hours_per_week)
		q->query.hours_per_week = question->hours_per_week;
	if (question->focus)
		q->query.focus = question->focus;
	q->view.ladder = h->ladder;
	q->view.query = &q->query;
	return LADDER_OK;
}

static char *give(struct buf *out)
{
	buf_char(out, '\0');
	return out->ptr;
}

enum ladder_status ladder_plan_json(struct ladder_handle *h,
				    const struct ladder_question *question,
				    char **json)
{
	struct plan_result result;
	struct buf out = {0};
	struct asking q;
	enum ladder_status status = ask(h, question, &q);

	if (status != LADDER_OK)
		return status;
	result = plan_make(&q.query, &h->arena);
	if (result.status == PLAN_NO_WAY)
		return LADDER_NO_WAY;
	q.view.plan = &result.plan;
	q.view.gap = &result.plan.gap;
	json_plan(&q.view, JSON_PRETTY, &out);
	*json = give(&out);
	return LADDER_OK;
}

enum ladder_status ladder_gap_json(struct ladder_handle *h,
				   const struct ladder_question *question,
				   char **json)
{
	struct buf out = {0};
	struct asking q;
	enum ladder_status status = ask(h, question, &q);

	if (status != LADDER_OK)
		return status;
	q.gap = gap_of(h->ladder, q.query.target, q.query.stands, &h->arena);
	q.view.gap = &q.gap;
	json_gap(&q.view, JSON_PRETTY, &out);
	*json = give(&out);
	return LADDER_OK;
}

void ladder_free_text(char *text)
{
	free(text);
}

/* --- what changed --------------------------------------------------------- */

struct ladder_diff {
	struct arena arena;
	const struct diff *diff;
	struct diff_view view;
};

struct ladder_diff *ladder_diff_open(const struct ladder_handle *before,
				     const struct ladder_handle *after)
{
	static const struct diff_options options = {0};
	struct ladder_diff *d;

	if (before->status != LADDER_OK || after->status != LADDER_OK)
		return NULL;
	d = calloc(1, sizeof *d);
	if (!d)
		oom();
	d->diff = diff_ladders(before->ladder, after->ladder, &options,
			       &d->arena);
	d->view = (struct diff_view){.diff = d->diff,
				     .old_name = before->files[0].path,
				     .new_name = after->files[0].path};
	return d;
}

void ladder_diff_close(struct ladder_diff *d)
{
	if (!d)
		return;
	arena_release(&d->arena);
	free(d);
}

size_t ladder_change_count(const struct ladder_diff *d)
{
	return d->diff->changes.n;
}

static struct str join_lines(struct arena *a, const struct texts *texts)
{
	struct buf lines = {0};
	struct str all;

	for (uint32_t i = 0; i < texts->n; i++) {
		if (i)
			buf_char(&lines, '\n');
		buf_add(&lines, texts->at[i]);
	}
	all = arena_str(a, buf_str(&lines));
	buf_release(&lines);
	return all;
}

static struct str value_text(struct arena *a, const struct change_value *v)
{
	char figure[25];

	switch (v->kind) {
	case VALUE_NONE:
		break;
	case VALUE_TEXT:
	case VALUE_ID:
		return v->text;
	case VALUE_NUMBER:
		return arena_printf(a, "%lld", (long long)v->number);
	case VALUE_FIGURE:
		return arena_printf(a, "%s", decimal_write(v->number, figure));
	case VALUE_BOOL:
		return v->number ? STR("true") : STR("false");
	case VALUE_STAGE:
		return arena_printf(a, "%.*s@%u",
				    STR_ARG(v->competency->head.id),
				    v->stage ? v->stage->number : 0);
	case VALUE_TEXTS:
		return join_lines(a, &v->texts);
	}
	return (struct str){0};
}

static struct ladder_side describe_side(struct arena *a,
					const struct change_side *side)
{
	struct ladder_side s = {
		.value = ended_in(a, value_text(a, &side->value)),
		.file = "",
	};
	struct side_place place;

	if (!side_place(side, &place))
		return s;
	s.file = ended_in(a, place.file);
	s.line = place.at.line;
	s.column = place.at.column;
	return s;
}

bool ladder_change_at(const struct ladder_diff *d, size_t i,
		      struct ladder_change *change)
{
	struct arena *a = (struct arena *)(uintptr_t)&d->arena;
	const struct change *c;

	if (i >= d->diff->changes.n)
		return false;
	c = &d->diff->changes.at[i];
	*change = (struct ladder_change){
		.code = change_table[c->code].id,
		.name = change_table[c->code].name,
		.level = (enum ladder_change_class)c->class,
		.path = ended_in(a, change_path(c)),
		.before = describe_side(a, &c->old),
		.after = describe_side(a, &c->new),
		.message = ended_in(a, diff_message(a, d->diff, c)),
		.fingerprint = c->fingerprint,
		.inside = c->inside,
	};
	return true;
}

char *ladder_diff_json(const struct ladder_diff *d)
{
	diff_views views = {(struct diff_view *)(uintptr_t)&d->view, 1, 1};
	struct buf out = {0};

	json_diff(&views, &out);
	return give(&out);
}
