#include "cli/baseline.h"

#include "base/date.h"
#include "cli/output.h"
#include "cli/path.h"
#include "report/accepted.h"
#include "report/findings.h"

/* --- reading ------------------------------------------------------------ */

static bool knows_finding(struct str code, struct typo *near)
{
	if (code_find(code) != N_CODES)
		return true;
	code_offer(near);
	return false;
}

static const struct accepted_kind findings = {
	"finding", "ladder validate --write-baseline", knows_finding,
	CODE_L902};

static enum exit read_named(struct job *j, struct baseline *b,
			    const char *within)
{
	return accepting_read(j, str_of(b->path), within, &findings,
			      &b->accepting);
}

static enum exit read_to_write(struct job *j, struct baseline *b)
{
	if (job_has(j, OPT_FIX))
		return usage(j, "--fix and --write-baseline exclude each "
				"other: mend first what can be mended");
	b->path = job_option(j, OPT_WRITE_BASELINE)->text.ptr;
	b->write = true;
	b->grow = job_has(j, OPT_FORCE);
	if (j->host->stat(j->host, b->path) != HOST_MISSING)
		return read_named(j, b, NULL);
	b->grow = true;
	return EXIT_DONE;
}

enum exit baseline_read(struct job *j, const struct settings *s,
			struct baseline *b)
{
	if (job_has(j, OPT_BASELINE) && job_has(j, OPT_WRITE_BASELINE))
		return usage(j, "--baseline and --write-baseline exclude each "
				"other: the one that is written is read, too");
	if (job_has(j, OPT_WRITE_BASELINE))
		return read_to_write(j, b);
	if (job_has(j, OPT_BASELINE)) {
		b->path = job_option(j, OPT_BASELINE)->text.ptr;
		return read_named(j, b, NULL);
	}
	if (!s->baseline.len)
		return EXIT_DONE;
	b->path = arena_str(j->arena, s->baseline).ptr;
	return read_named(j, b, s->within);
}

/* --- files ---------------------------------------------------------------- */

/* Names files as they are seen from the baseline. */
struct naming {
	struct job *j;
	struct str dir;   /* of the baseline, with its slash; or empty */
	const char *real; /* the same, absolute and without links */
	const struct source *last;
	struct str last_name;
};

static struct naming naming_of(struct job *j, const char *path)
{
	struct naming n = {.j = j};

	n.dir = arena_str(j->arena, str_dir(str_of(path)));
	n.real = j->host->real_path(j->host, j->arena,
				    n.dir.len ? n.dir.ptr : ".");
	return n;
}

/* What has no path, as standard input, keeps its name. */
static struct str name_of(struct naming *n, const struct source *s)
{
	struct job *j = n->j;
	const char *real = NULL;

	if (s == n->last)
		return n->last_name;
	n->last = s;
	n->last_name = s ? s->name : (struct str){0};
	if (s && n->real)
		real = j->host->real_path(j->host, j->arena,
					  arena_str(j->arena, s->name).ptr);
	if (real)
		n->last_name = path_relative(j, n->real, real);
	return n->last_name;
}

static struct str *names_of(struct naming *n, const struct diag *d)
{
	struct str *names = ARENA_ARRAY(n->j->arena, d->findings.n + 1,
					struct str);

	for (uint32_t i = 0; i < d->findings.n; i++)
		names[i] = name_of(n, d->findings.at[i].span.source);
	return names;
}

/* --- leaving out ---------------------------------------------------------- */

/* Errors that leave nothing to work with are not accepted, and neither is what
 * is wrong with suppressions and acceptances. */
static bool may_accept(const struct finding *f)
{
	return !code_is_firm(f->code) && code_table[f->code].id[1] != '9';
}

/* Sets a finding aside that the baseline has. */
static bool covers(struct job *j, struct baseline *b, const struct finding *f,
		   const char *print)
{
	const struct acceptance *by = NULL;

	if (may_accept(f))
		by = accepted_covers(&b->accepting.accepted, print,
				     b->accepting.today);
	if (by)
		diag_set_aside(&j->diag, f, ASIDE_BY_BASELINE, by->reason);
	return by != NULL;
}

/* The same for one that it takes in; false where it may not. */
static bool take_in(struct job *j, struct baseline *b, const struct finding *f,
		    const char *print, struct str file)
{
	if (!b->grow || !may_accept(f))
		return false;
	*vec_add(j->arena, &b->news) =
		(struct new_finding){print, f->code, file, f->path};
	diag_set_aside(&j->diag, f, ASIDE_BY_BASELINE, (struct str){0});
	return true;
}

static void leave_out(struct job *j, struct baseline *b,
		      const struct severities *severities, struct naming *n)
{
	struct diag *d = &j->diag;
	struct str *names = names_of(n, d);
	fingerprint *prints = findings_entity_prints(d, names, j->arena);
	uint32_t kept = 0;

	for (uint32_t i = 0; i < d->findings.n; i++) {
		struct finding *f = &d->findings.at[i];

		if (!covers(j, b, f, prints[i]) &&
		    (severities_level(severities, f->code) == LEVEL_OFF ||
		     !take_in(j, b, f, prints[i], names[i])))
			d->findings.at[kept++] = *f;
	}
	d->findings.n = kept;
}

/* The names of the files that were checked in full, as a set. */
static struct map checked_names(struct naming *n, const suppress_files *files)
{
	struct map names = {0};

	for_each(file, files)
		if (!file->partly)
			map_set(&names, n->j->arena, name_of(n, file->source),
				file);
	return names;
}

/* Whether the run can say that nothing asks for an acceptance: it looked at
 * the file, or there is no such file. */
static bool is_told_about(struct naming *n, const struct map *names,
			  const struct acceptance *one)
{
	struct str path;

	if (!one->file.len || map_find(names, one->file))
		return true;
	path = arena_printf(n->j->arena, "%.*s%.*s", STR_ARG(n->dir),
			    STR_ARG(one->file));
	return n->j->host->stat(n->j->host, path.ptr) == HOST_MISSING;
}

static void tell_over(struct job *j, const struct accepted *all,
		      const struct acceptance *one)
{
	struct finding *f;
	char day[11];

	f = doc_add(&j->diag, CODE_L907, all->doc, one->until_node,
		    "this was accepted until %s",
		    date_write(one->until, day));
	finding_help(&j->diag, f, "mend what is found, or agree on a new day");
}

static void tell_unused(struct job *j, const struct accepted *all,
			const struct acceptance *one)
{
	struct finding *f = doc_add(&j->diag, CODE_L906, all->doc,
				    one->fingerprint_node,
				    "nothing asks for this acceptance");

	finding_help(&j->diag, f, "take it out; 'ladder validate "
				  "--write-baseline' does it");
}

static void tell_stale(struct job *j, const struct baseline *b,
		       struct naming *n, const suppress_files *files)
{
	const struct accepted *all = &b->accepting.accepted;
	struct map names = checked_names(n, files);

	for_each(one, &all->list) {
		if (one->used || !is_told_about(n, &names, one))
			continue;
		if (acceptance_is_over(one, b->accepting.today))
			tell_over(j, all, one);
		else
			tell_unused(j, all, one);
	}
	if (all->doc)
		doc_paths(all->doc, &j->diag);
}

void baseline_apply(struct job *j, struct baseline *b,
		    const struct severities *severities,
		    const suppress_files *files)
{
	struct naming n;

	if (!b->path)
		return;
	n = naming_of(j, b->path);
	leave_out(j, b, severities, &n);
	/* what was dropped may have asked for it */
	if (!b->write && !j->diag.dropped)
		tell_stale(j, b, &n, files);
}

/* --- writing -------------------------------------------------------------- */

/* What the run cannot speak about stays. Gives how many go. */
static uint32_t keep_others(struct baseline *b, struct naming *n,
			    const suppress_files *files)
{
	struct map names = checked_names(n, files);
	uint32_t gone = 0;

	for_each(one, &b->accepting.accepted.list) {
		if (!acceptance_is_over(one, b->accepting.today))
			one->used |= !is_told_about(n, &names, one);
		gone += !one->used;
	}
	return gone;
}

static void tell_firm(struct job *j, const struct baseline *b)
{
	unsigned n = 0;

	for_each(f, &j->diag.findings)
		n += code_is_firm(f->code);
	if (n)
		remark(j,
		       "%s: %u %s not taken in: nothing can be made of a file "
		       "that has one",
		       b->path, n, n == 1 ? "error is" : "errors are");
}

enum exit baseline_write(struct job *j, struct baseline *b,
			 const suppress_files *files)
{
	struct buf out = {0};
	struct naming n;
	enum exit status;
	uint32_t gone;

	if (!b->write)
		return EXIT_DONE;
	n = naming_of(j, b->path);
	gone = keep_others(b, &n, files);
	yaml_baseline(&b->accepting.accepted, &b->news, &out);
	status = output_save(j, b->path, buf_str(&out));
	buf_release(&out);
	if (status != EXIT_DONE)
		return status;
	remark(j, "%s: %u taken in, %u taken out", b->path, (unsigned)b->news.n,
	       (unsigned)gone);
	tell_firm(j, b);
	return status;
}
