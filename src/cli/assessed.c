#include "cli/assessed.h"

#include "cli/input.h"

enum exit assessed_open(struct job *j, struct assessed *f)
{
	struct input in = {0};
	enum exit status = input_load(j, &in);

	if (status != EXIT_DONE)
		return status;
	if (!in.assessment) {
		say(j, "there is no assessment here yet; 'ladder assess' "
		       "makes one, --assessment FILE names one that stands "
		       "elsewhere");
		return EXIT_INPUT;
	}
	*f = (struct assessed){
		.path = arena_str(j->arena, in.assessment_file->path).ptr,
		.text = in.assessment_file->source->text,
		.ladder = in.ladder,
		.assessment = in.assessment,
	};
	return EXIT_DONE;
}

const char *assessed_new_path(struct job *j)
{
	const struct option_value *named = job_option(j, OPT_ASSESSMENT);
	const char *path = named->given
				   ? named->text.ptr
				   : j->host->env(j->host, "LADDER_ASSESSMENT");

	if (!path || j->host->stat(j->host, path) != HOST_MISSING)
		return NULL;
	return path;
}

struct assessment *assessed_check(struct job *j, struct str name,
				  struct str text, const struct ladder *l,
				  struct diag *d)
{
	struct loader apart = loader_like(&j->loader);
	struct loaded file;
	struct assessment *as;

	*d = (struct diag){.arena = j->arena};
	apart.diag = d;
	file = load_text(&apart, name, text);
	as = load_assessment(&apart, &file, l);
	if (as)
		job_keep(j, &as->doc);
	else
		load_release(&file);
	return as && as->usable ? as : NULL;
}

enum exit assessed_errors(struct job *j, struct diag *d)
{
	diag_take(&j->diag, d);
	show_findings(j, SEVERITY_ERROR);
	return EXIT_INPUT;
}

enum exit assessed_in_the_way(struct job *j, const char *path,
			      struct span span, struct str why)
{
	uint32_t line = 1;

	if (span.source)
		line = source_place(span.source, span.at).line;
	say(j, "%s:%u: this has to change, but %.*s; nothing was written",
	    path, line, STR_ARG(why));
	return EXIT_INPUT;
}

enum exit assessed_record(struct job *j, const struct assessed *f,
			  struct recording *r, struct assessed *now)
{
	struct str name = arena_printf(j->arena, "%s (as recorded)", f->path);
	struct buf out = {0};
	struct diag d;

	if (!record_text(r, &out))
		return assessed_in_the_way(j, f->path, r->span, r->why);
	*now = *f;
	now->text = arena_str(j->arena, buf_str(&out));
	buf_release(&out);
	now->assessment = assessed_check(j, name, now->text, f->ladder, &d);
	return now->assessment ? EXIT_DONE : assessed_errors(j, &d);
}
