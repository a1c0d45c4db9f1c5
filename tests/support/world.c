#include "support/world.h"

#include "support/test.h"

#include <stdlib.h>

static struct world *world_of(struct host *h)
{
	return (struct world *)h;
}

/* Absolute, without `.` and `..`, links not followed. */
static const char *absolute(struct world *w, const char *path)
{
	struct str rest, parts[64];
	struct buf out = {0};
	const char *copy;
	size_t n = 0;

	rest = *path == '/' ? str_of(path)
			    : arena_printf(&w->arena, "%s/%s",
					   w->cwd ? w->cwd : "/gone", path);
	for (; rest.len; rest = str_from(rest, str_index(rest, '/') + 1)) {
		struct str part = str_head(rest, str_index(rest, '/'));

		if (str_is(part, "..")) {
			n -= n > 0;
		} else if (part.len && !str_is(part, ".")) {
			assert_true(n < 64);
			parts[n++] = part;
		}
	}
	for (size_t i = 0; i < n; i++) {
		buf_char(&out, '/');
		buf_add(&out, parts[i]);
	}
	if (!n)
		buf_char(&out, '/');
	copy = arena_str(&w->arena, buf_str(&out)).ptr;
	buf_release(&out);
	return copy;
}

static struct world_file *find(struct world *w, const char *path)
{
	struct world_file *found = NULL;

	for_each(f, &w->files)
		if (!strcmp(f->path, path))
			found = f;
	if (found && found->link)
		return find(w, found->link);
	return found;
}

static bool is_directory(struct world *w, const char *path)
{
	struct str head = str_of(path);

	for_each(f, &w->files)
		if (head.len == 1 || (str_starts(str_of(f->path), head) &&
				      f->path[head.len] == '/'))
			return true;
	return w->cwd && !strcmp(path, w->cwd);
}

static enum host_status no(struct world *w, enum host_status status)
{
	w->reason = status == HOST_MISSING     ? "no such file or directory"
		    : status == HOST_DIRECTORY ? "is a directory"
		    : status == HOST_OUTSIDE   ? "it lies outside"
		    : status == HOST_TOO_LARGE ? "it is larger than the limit"
					       : "permission denied";
	return status;
}

static bool lies_in(const char *path, const char *dir)
{
	struct str rest = str_from(str_of(path), strlen(dir));

	return str_is(str_of(dir), "/") ||
	       (str_starts(str_of(path), str_of(dir)) &&
		str_starts(rest, STR("/")));
}

static enum host_status world_read(struct host *h, struct arena *a,
				   const char *path, const char *within,
				   size_t limit, struct str *text)
{
	struct world *w = world_of(h);
	struct world_file input = {"-", str_of(w->input), NULL, HOST_OK};
	bool is_input = !strcmp(path, "-");
	const char *real = absolute(w, path);
	struct world_file *f = is_input ? &input : find(w, real);

	w->reads++;
	if (!f && is_directory(w, real))
		return no(w, HOST_DIRECTORY);
	if (!f)
		return no(w, HOST_MISSING);
	if (within && !lies_in(f->path, within))
		return no(w, HOST_OUTSIDE);
	if (f->status != HOST_OK)
		return no(w, f->status);
	if (f->text.len > limit)
		return no(w, HOST_TOO_LARGE);
	*text = arena_str(a, f->text);
	return HOST_OK;
}

static const char *world_real_path(struct host *h, struct arena *a,
				   const char *path)
{
	struct world *w = world_of(h);
	const char *real = absolute(w, path);
	struct world_file *f = find(w, real);

	if (f)
		return arena_str(a, str_of(f->path)).ptr;
	return is_directory(w, real) ? real : NULL;
}

static enum host_status world_stat(struct host *h, const char *path)
{
	struct world *w = world_of(h);
	const char *real = absolute(w, path);

	if (find(w, real))
		return HOST_OK;
	return no(w, is_directory(w, real) ? HOST_DIRECTORY : HOST_MISSING);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static enum host_status world_list(struct host *h, struct arena *a,
				   const char *dir, const char ***names,
				   size_t *n)
{
	struct world *w = world_of(h);
	const char *real = absolute(w, dir);
	size_t len = strlen(real) == 1 ? 0 : strlen(real);

	if (!is_directory(w, real))
		return no(w, HOST_MISSING);
	*n = 0;
	*names = ARENA_ARRAY(a, w->files.n, const char *);
	for_each(f, &w->files) {
		struct str rest = str_from(str_of(f->path), len + 1);
		bool known = strncmp(f->path, real, len) != 0 ||
			     f->path[len] != '/';

		rest = str_head(rest, str_index(rest, '/'));
		for (size_t i = 0; i < *n; i++)
			known = known || str_is(rest, (*names)[i]);
		if (!known)
			(*names)[(*n)++] = arena_str(a, rest).ptr;
	}
	qsort(*names, *n, sizeof **names, by_name);
	return HOST_OK;
}

static const char *world_cwd(struct host *h, struct arena *a)
{
	(void)a;
	return world_of(h)->cwd;
}

static const char *world_env(struct host *h, const char *name)
{
	const char **env = world_of(h)->env;

	for (int i = 0; i < 8 && env[i]; i += 2)
		if (!strcmp(env[i], name))
			return *env[i + 1] ? env[i + 1] : NULL;
	return NULL;
}

static const char *world_why(struct host *h)
{
	return world_of(h)->reason;
}

void world_init(struct world *w)
{
	*w = (struct world){
		.host = {.read = world_read,
			 .real_path = world_real_path,
			 .stat = world_stat,
			 .list = world_list,
			 .cwd = world_cwd,
			 .env = world_env,
			 .why = world_why},
		.cwd = "/w",
	};
	w->diag.arena = &w->arena;
	w->loader = (struct loader){.arena = &w->arena,
				    .host = &w->host,
				    .limits = limits_default,
				    .diag = &w->diag};
}

void world_release(struct world *w)
{
	for_each(doc, &w->docs)
		doc_release(*doc);
	arena_release(&w->arena);
}

void world_add(struct world *w, const char *path, const char *text)
{
	*vec_add(&w->arena, &w->files) =
		(struct world_file){.path = path, .text = str_of(text)};
}

void world_link(struct world *w, const char *path, const char *to)
{
	*vec_add(&w->arena, &w->files) = (struct world_file){.path = path,
							     .link = to};
}

void world_fail(struct world *w, const char *path, enum host_status status)
{
	*vec_add(&w->arena, &w->files) = (struct world_file){.path = path,
							     .status = status};
}

/* A new text under a known name is another file. */
static struct loaded load(struct world *w, const char *name, struct str text)
{
	w->loader.sources = (struct map){0};
	return load_text(&w->loader, str_of(name), text);
}

static struct ladder *make_ladder(struct world *w, struct loaded *file)
{
	struct ladder *l = load_ladder(&w->loader, file);

	if (l)
		*vec_add(&w->arena, &w->docs) = &l->doc;
	else
		load_release(file);
	return l;
}

struct ladder *world_ladder_bytes(struct world *w, struct str text)
{
	struct loaded file = load(w, "l.yaml", text);

	return make_ladder(w, &file);
}

struct ladder *world_ladder(struct world *w, const char *text)
{
	return world_ladder_bytes(w, str_of(text));
}

struct ladder *world_ladder_file(struct world *w, const char *path)
{
	struct loaded file = load_file(&w->loader, str_of(path));

	assert_int_equal(file.status, HOST_OK);
	return make_ladder(w, &file);
}

struct assessment *world_assessment(struct world *w, const struct ladder *l,
				    const char *text)
{
	struct loaded file = load(w, "a.yaml", str_of(text));
	struct assessment *as = load_assessment(&w->loader, &file, l);

	if (as)
		*vec_add(&w->arena, &w->docs) = &as->doc;
	else
		load_release(&file);
	return as;
}

const char *world_findings(struct world *w)
{
	struct buf text = {0};
	const char *copy;

	diag_sort(&w->diag);
	for_each(f, &w->diag.findings) {
		struct place p;

		if (f->span.source) {
			p = source_place(f->span.source, f->span.at);
			buf_add(&text, f->span.source->name);
			buf_printf(&text, ":%u:%u ", p.line, p.column);
		}
		buf_printf(&text, "%s\n", code_table[f->code].id);
	}
	copy = arena_str(&w->arena, buf_str(&text)).ptr;
	buf_release(&text);
	return copy;
}

void check_findings(struct world *w, const char *text, const char *file,
		    int line)
{
	const char *found = world_findings(w);

	if (strcmp(found, text) != 0) {
		print_error("found:\n%sexpected:\n%s", found, text);
		for_each(f, &w->diag.findings)
			print_error("%s %s\n", code_table[f->code].id,
				    f->message.ptr);
		_fail(file, line);
	}
	w->diag.findings.n = 0;
	w->diag.errors = 0;
}

const struct finding *world_finding(struct world *w, enum code code)
{
	for_each(f, &w->diag.findings)
		if (f->code == code)
			return f;
	fail_msg("there is no %s", code_table[code].id);
	return NULL;
}
