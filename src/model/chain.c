#include "model/chain.h"

#include "base/typo.h"

/* What is wrong with the `extends` of one of the files. */
static struct finding *extends_at(struct chain *c, uint32_t i, enum code code,
				  const char *what)
{
	const struct loaded *file = &c->files.at[i];
	const struct node *at = doc_root(&file->doc, "extends");
	struct diag *d = c->ld->diag;
	struct finding *f =
		doc_add(d, code, &file->doc, at, "%s %s",
			diag_quote(d, doc_text(&file->doc, at)), what);

	doc_paths(&file->doc, d);
	return f;
}

static struct finding *extends_finding(struct chain *c, enum code code,
				       const char *what)
{
	return extends_at(c, c->files.n - 1, code, what);
}

/* A path in `extends` is relative to the file that it stands in. "-" is a
 * file of that name there: a base never is standard input. */
static struct str base_path(struct chain *c, struct str written)
{
	const struct loaded *last = &c->files.at[c->files.n - 1];
	struct str dir = str_dir(last->path);

	if (str_starts(written, STR("builtin:")))
		return written;
	if (!dir.len && str_is(written, "-"))
		dir = STR("./");
	return arena_printf(c->ld->arena, "%.*s%.*s", STR_ARG(dir),
			    STR_ARG(written));
}

static struct str real_path(struct chain *c, struct str path)
{
	const char *real;

	if (str_starts(path, STR("builtin:")))
		return path;
	real = c->ld->host->real_path(c->ld->host, c->ld->arena, path.ptr);
	return real ? str_of(real) : path;
}

/* Standard input lies in the working directory. Where there is none, nothing
 * lies beside it. */
static struct str absolute(struct loader *ld, struct str path)
{
	const char *cwd;

	if (str_starts(path, STR("/")))
		return path;
	cwd = ld->host->cwd(ld->host, ld->arena);
	return arena_printf(ld->arena, "%s/%.*s", cwd ? cwd : "/dev/null",
			    STR_ARG(path));
}

/* The directory that bases must lie in: the repository of the file named
 * first, else that file's own directory. */
static const char *tree_of(struct loader *ld, struct str real)
{
	struct str dir = str_dir(absolute(ld, real)), up = dir;
	struct str probe;

	for (; up.len > 1; up = str_dir(str_head(up, up.len - 1))) {
		probe = arena_printf(ld->arena, "%.*s.git", STR_ARG(up));
		if (ld->host->stat(ld->host, probe.ptr) != HOST_MISSING)
			break;
	}
	if (up.len > 1)
		dir = up;
	if (dir.len > 1)
		dir.len--;
	return arena_str(ld->arena, dir.len ? dir : STR("/")).ptr;
}

static bool is_inside(struct chain *c, struct str written)
{
	struct finding *f;

	if (str_starts(written, STR("builtin:")))
		return true;
	if (!str_starts(written, STR("/")))
		return true;
	f = extends_finding(c, CODE_L212,
			    "is an absolute path; expected one relative to "
			    "this file");
	finding_help(c->ld->diag, f,
		     "write the path from this file's directory");
	return false;
}

/* A circle is told at the file of it that comes first by name, wherever one
 * went in, so that it is told once. */
static void report_circle(struct chain *c, uint32_t from)
{
	uint32_t first = from, n = c->files.n - from;
	struct finding *f;

	for (uint32_t i = from; i < c->files.n; i++)
		if (str_cmp(c->files.at[i].path, c->files.at[first].path) < 0)
			first = i;
	f = extends_at(c, first, CODE_L211, "leads back to this file");
	for (uint32_t i = 1; i < n; i++) {
		const struct loaded *file =
			&c->files.at[from + (first - from + i) % n];

		finding_note(c->ld->diag, f,
			     doc_span(&file->doc,
				      doc_root(&file->doc, "extends")),
			     i + 1 < n ? "which extends this"
				       : "which extends it again");
	}
	finding_help(c->ld->diag, f, "take one `extends` out");
}

static bool is_new(struct chain *c, struct str real)
{
	for (uint32_t i = 0; i < c->paths.n; i++)
		if (str_eq(c->paths.at[i], real)) {
			report_circle(c, i);
			return false;
		}
	return true;
}

static bool is_short(struct chain *c)
{
	int64_t most = c->ld->limits.at[LIMIT_EXTENDS];
	struct finding *f;

	/* file indices of merged documents are bytes */
	if (most > 60)
		most = 60;
	if ((int64_t)c->files.n < most)
		return true;
	f = doc_add(c->ld->diag, CODE_L027, &c->files.at[c->files.n - 1].doc,
		    doc_root(&c->files.at[c->files.n - 1].doc, "extends"),
		    "the chain of `extends` is too long; the limit is %lld "
		    "files",
		    (long long)most);
	doc_paths(&c->files.at[c->files.n - 1].doc, c->ld->diag);
	finding_help(c->ld->diag, f, "--limit extends=N raises it, to at most "
				     "60");
	return false;
}

/* Whether a path leads out of the tree by what is written alone: whether
 * anything is there is not for the writer to know. */
static bool leaves_tree(struct chain *c, struct str written)
{
	struct str at =
		str_dir(absolute(c->ld, c->paths.at[c->paths.n - 1]));
	struct str within = str_of(c->within);

	while (written.len) {
		size_t n = str_index(written, '/');
		struct str part = str_head(written, n);

		written = str_from(written, n + (n < written.len));
		if (str_is(part, ".."))
			at = str_dir(str_head(at, at.len - (at.len > 1)));
		else if (part.len && !str_is(part, "."))
			at = arena_printf(c->ld->arena, "%.*s%.*s/",
					  STR_ARG(at), STR_ARG(part));
	}
	return !str_starts(at, within) ||
	       (within.len > 1 && at.ptr[within.len] != '/');
}

/* The shipped ladder that was probably meant. */
static void suggest_builtin(struct chain *c, struct finding *f,
			    struct str written)
{
	struct str scheme = STR("builtin:");
	struct typo typo = {.word = str_from(written, scheme.len)};

	if (!str_starts(written, scheme))
		return;
	for (const struct builtin *b = builtin_ladders; b->id; b++)
		typo_offer(&typo, str_of(b->id));
	finding_suggest(c->ld->diag, f, typo.best);
}

static bool is_ladder(struct chain *c, struct loaded *base,
		      struct str written)
{
	struct finding *f;

	if (base->status == HOST_OUTSIDE ||
	    (base->status != HOST_OK && base->status != HOST_TOO_LARGE &&
	     !str_starts(written, STR("builtin:")) &&
	     leaves_tree(c, written))) {
		f = extends_finding(c, CODE_L212,
				    "leads out of the repository");
		finding_help(c->ld->diag, f,
			     "a base lies in the same repository, or in the "
			     "same directory");
		return false;
	}
	if (base->status != HOST_OK) {
		f = extends_finding(c, CODE_L210, "cannot be read as a base");
		finding_help(c->ld->diag, f, "%.*s", STR_ARG(base->why));
		suggest_builtin(c, f, written);
		return false;
	}
	if (base->kind == FILE_LADDER && !base->doc.refused)
		return true;
	if (base->doc.broken || base->doc.refused || !base->doc.n)
		return false; /* said where it stands */
	extends_finding(c, CODE_L210, "is no ladder");
	return false;
}

/* Most files extend nothing, and where they lie does not matter. */
static void begin_chain(struct chain *c)
{
	struct str real = real_path(c, c->files.at[0].path);

	*vec_add(c->ld->arena, &c->paths) = real;
	c->within = tree_of(c->ld, real);
}

/* Loads the base of the last file; false at the end of the chain. */
static bool load_base(struct chain *c, bool *whole)
{
	const struct loaded *last = &c->files.at[c->files.n - 1];
	const struct node *at =
		doc_find(&last->doc, last->doc.nodes, STR("extends"));
	struct str written, path, real;
	struct loaded base;

	if (!at || (at->flags & NODE_NULL && !node_is_broken(at)))
		return false;
	*whole = false;
	if (at->kind != NODE_SCALAR || at->flags & NODE_NULL)
		return false; /* told where it is read */
	written = doc_text(&last->doc, at);
	if (!is_inside(c, written) || !is_short(c))
		return false;
	path = base_path(c, written);
	real = real_path(c, path);
	if (c->files.n == 1)
		begin_chain(c);
	if (!is_new(c, real))
		return false;
	base = load_within(c->ld, path, c->within);
	if (!is_ladder(c, &base, written)) {
		if (base.status == HOST_OK)
			doc_release(&base.doc);
		return false;
	}
	*whole = true;
	*vec_add(c->ld->arena, &c->files) = base;
	*vec_add(c->ld->arena, &c->paths) = real;
	return true;
}

bool chain_load(struct chain *c, struct loader *ld, struct loaded *file)
{
	bool whole = true;

	*c = (struct chain){.ld = ld};
	*vec_add(ld->arena, &c->files) = *file;
	while (load_base(c, &whole))
		;
	file->doc = (struct doc){0};
	return whole;
}

uint32_t chain_errors(const struct chain *c)
{
	uint32_t errors = 0;

	for_each(f, &c->files)
		errors += f->errors;
	return errors;
}

void chain_release(struct chain *c)
{
	for_each(f, &c->files)
		doc_release(&f->doc);
}
