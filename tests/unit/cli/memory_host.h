/* A host whose files are in memory and where any call can be made to fail, so
 * that a test runs the whole program in its own process. */
#ifndef UNIT_CLI_MEMORY_HOST_H
#define UNIT_CLI_MEMORY_HOST_H

#include "base/host.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MEMORY_FILES = 32 };

struct memory_file {
	const char *path; /* absolute; one that ends in / is a directory */
	const char *text; /* a file's; NULL: it cannot be read */
};

struct memory_host {
	struct host host;
	struct arena arena; /* what is saved lives here */
	struct memory_file files[MEMORY_FILES];
	const char *working; /* directory; "/w" where NULL */
	const char *env[16]; /* NAME, value, NAME, value … */
	const char *input;   /* standard input */
	size_t taken;        /* bytes of it that were read as lines */
	struct buf out, err, paged;
	const char *pager; /* the command that paged */
	const char *typed[4]; /* what each run of the editor leaves in the
				 file; a NULL lets it end with 1 */
	int edits;	      /* so many runs there were */
	const char *editor, *edited; /* its command, and the file */
	bool terminal, full, save_fails;
	int width, height;
	int calls;   /* that could fail, so far */
	int fail_at; /* the call, from 1, that fails; 0: none */
	const char *reason;
	/* what somebody types at the terminal; MEMORY_RESIZE narrows it to 40
	 * columns, MEMORY_STOP ends the program, MEMORY_OTHER is somebody else
	 * who saves `other` over the last file */
	const char *keys;
	const char *other;
	struct buf asked; /* the prompts and what a line began with */
	bool screen;      /* is open */
};

#define MEMORY_RESIZE '\x1d'
#define MEMORY_STOP '\x1e'
#define MEMORY_OTHER '\x1f'

static struct memory_host *memory_of(struct host *h)
{
	return (struct memory_host *)h;
}

/* Whether this call is the one that fails. */
static bool memory_fails(struct memory_host *m)
{
	m->reason = "input/output error";
	return ++m->calls == m->fail_at;
}

/* Absolute, without `.` and `..`. */
static const char *memory_path(struct memory_host *m, struct arena *a,
			       const char *path)
{
	char *out = arena_alloc(a, strlen(path) + 256);
	char *joined = arena_alloc(a, strlen(path) + 256), *part;
	char *rest = joined;

	sprintf(joined, "%s/%s",
		*path == '/'   ? ""
		: m->working ? m->working
			     : "/w",
		path);
	while ((part = strtok_r(rest, "/", &rest))) {
		char *slash;

		if (!strcmp(part, "."))
			continue;
		if (strcmp(part, "..") != 0) {
			strcat(strcat(out, "/"), part);
			continue;
		}
		slash = strrchr(out, '/');
		if (slash)
			*slash = 0;
	}
	return *out ? out : "/";
}

static struct memory_file *memory_find(struct memory_host *m,
				       const char *path)
{
	struct memory_file *found = NULL;

	for (int i = 0; i < MEMORY_FILES && m->files[i].path; i++)
		if (!strcmp(m->files[i].path, path))
			found = &m->files[i];
	return found;
}

static bool memory_is_directory(struct memory_host *m, const char *path)
{
	size_t len = strlen(path);

	if (len == 1)
		return true;
	for (int i = 0; i < MEMORY_FILES && m->files[i].path; i++)
		if (!strncmp(m->files[i].path, path, len) &&
		    m->files[i].path[len] == '/')
			return true;
	return !strcmp(path, m->working ? m->working : "/w");
}

static enum host_status memory_no(struct memory_host *m,
				  enum host_status status, const char *why)
{
	m->reason = why;
	return status;
}

static enum host_status memory_stat(struct host *h, const char *path)
{
	struct memory_host *m = memory_of(h);
	const char *real = memory_path(m, &m->arena, path);

	if (memory_fails(m))
		return HOST_FAILED;
	if (memory_find(m, real))
		return HOST_OK;
	if (memory_is_directory(m, real))
		return HOST_DIRECTORY;
	return memory_no(m, HOST_MISSING, "no such file or directory");
}

static enum host_status memory_read(struct host *h, struct arena *a,
				    const char *path, const char *within,
				    size_t limit, struct str *text)
{
	struct memory_host *m = memory_of(h);
	const char *real = memory_path(m, a, path);
	struct memory_file *f = memory_find(m, real);
	const char *bytes = f ? f->text : NULL;

	if (memory_fails(m))
		return HOST_FAILED;
	if (!strcmp(path, "-"))
		bytes = m->input ? m->input : "";
	else if (!f && memory_is_directory(m, real))
		return memory_no(m, HOST_DIRECTORY, "is a directory");
	else if (!f)
		return memory_no(m, HOST_MISSING, "no such file or directory");
	else if (!bytes)
		return memory_no(m, HOST_DENIED, "permission denied");
	if (within && strncmp(real, within, strlen(within)) != 0)
		return memory_no(m, HOST_OUTSIDE, "it lies outside");
	if (strlen(bytes) > limit)
		return memory_no(m, HOST_TOO_LARGE,
				 "it is larger than the limit");
	*text = arena_str(a, str_of(bytes));
	return HOST_OK;
}

static enum host_status memory_line(struct host *h, struct buf *line,
				    size_t limit)
{
	struct memory_host *m = memory_of(h);
	const char *rest = m->input ? m->input + m->taken : "";
	size_t n = strcspn(rest, "\n");

	if (memory_fails(m))
		return HOST_FAILED;
	if (!*rest)
		return memory_no(m, HOST_MISSING, "there is no more");
	m->taken += n + (rest[n] == '\n');
	if (n > limit)
		return memory_no(m, HOST_TOO_LARGE,
				 "it is larger than the limit");
	buf_add(line, (struct str){rest, n});
	return HOST_OK;
}

static const char *memory_real_path(struct host *h, struct arena *a,
				    const char *path)
{
	enum host_status status = memory_stat(h, path);

	if (status != HOST_OK && status != HOST_DIRECTORY)
		return NULL;
	return memory_path(memory_of(h), a, path);
}

static int memory_by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static enum host_status memory_list(struct host *h, struct arena *a,
				    const char *dir, const char ***names,
				    size_t *n)
{
	struct memory_host *m = memory_of(h);
	const char *real = memory_path(m, a, dir);
	size_t len = strlen(real);
	const char **found = arena_array(a, MEMORY_FILES, sizeof *found);
	size_t count = 0;

	if (memory_fails(m))
		return HOST_FAILED;
	if (!memory_is_directory(m, real))
		return memory_no(m, HOST_MISSING, "no such file or directory");
	for (int i = 0; i < MEMORY_FILES && m->files[i].path; i++) {
		const char *path = m->files[i].path, *name = path + len + 1;
		struct str part;
		bool known = false;

		if (strncmp(path, real, len) != 0 || path[len] != '/' ||
		    !*name)
			continue;
		part = str_head(str_of(name), str_index(str_of(name), '/'));
		for (size_t k = 0; k < count; k++)
			known |= str_is(part, found[k]);
		if (!known)
			found[count++] = arena_str(a, part).ptr;
	}
	qsort(found, count, sizeof *found, memory_by_name);
	*names = found;
	*n = count;
	return HOST_OK;
}

static const char *memory_cwd(struct host *h, struct arena *a)
{
	(void)a;
	if (memory_fails(memory_of(h)))
		return NULL;
	return memory_of(h)->working ? memory_of(h)->working : "/w";
}

static const char *memory_env(struct host *h, const char *name)
{
	const char **env = memory_of(h)->env;

	for (int i = 0; i + 1 < 16 && env[i]; i += 2)
		if (!strcmp(env[i], name))
			return *env[i + 1] ? env[i + 1] : NULL;
	return NULL;
}

static bool memory_write(struct host *h, enum host_stream to, struct str s)
{
	struct memory_host *m = memory_of(h);

	if (to == HOST_OUT && memory_fails(m))
		return false;
	if (to == HOST_OUT && m->full && s.len) {
		m->reason = "no space left on device";
		return false;
	}
	buf_add(to == HOST_OUT ? &m->out : &m->err, s);
	return true;
}

static bool memory_close(struct host *h, enum host_stream s)
{
	(void)s;
	return !memory_fails(memory_of(h));
}

static bool memory_save(struct host *h, const char *path, struct str s)
{
	struct memory_host *m = memory_of(h);
	const char *real = memory_path(m, &m->arena, path);
	struct memory_file *f = memory_find(m, real);

	if (memory_fails(m))
		return false;
	if (m->save_fails) {
		m->reason = "no space left on device";
		return false;
	}
	if (!f) {
		f = m->files;
		while (f->path)
			f++;
	}
	*f = (struct memory_file){real, arena_str(&m->arena, s).ptr};
	return true;
}

static bool memory_replace(struct host *h, const char *path,
			   const struct str *was, struct str s)
{
	struct memory_host *m = memory_of(h);
	struct memory_file *f = memory_find(m, memory_path(m, &m->arena, path));

	if (!f == !was && (!f || str_is(*was, f->text)))
		return memory_save(h, path, s);
	m->reason = was ? "it was changed since it was read"
			: "it is there already";
	return false;
}

static bool memory_create(struct host *h, const char *path, struct str s)
{
	return memory_replace(h, path, NULL, s);
}

/* A file that is gone keeps its place, with a name that nobody asks for. */
static bool memory_remove(struct host *h, const char *path)
{
	struct memory_host *m = memory_of(h);
	struct memory_file *f = memory_find(m, memory_path(m, &m->arena, path));

	if (memory_fails(m) || !f)
		return false;
	f->path = "//gone";
	return true;
}

/* Types what the test has for this time into the file. */
static int memory_edit(struct host *h, const char *command, const char *file)
{
	struct memory_host *m = memory_of(h);
	const char *typed = m->typed[m->edits];

	if (memory_fails(m))
		return -1;
	m->editor = arena_str(&m->arena, str_of(command)).ptr;
	m->edited = arena_str(&m->arena, str_of(file)).ptr;
	if (!typed)
		return 1;
	m->edits++;
	memory_find(m, memory_path(m, &m->arena, file))->text = typed;
	return 0;
}

static int memory_run(struct host *h, struct arena *a,
		      const char *const *argv, struct str input,
		      struct str *output)
{
	(void)a;
	(void)argv;
	(void)input;
	*output = (struct str){0};
	memory_of(h)->reason = "no such file or directory";
	return -1;
}

static bool memory_page(struct host *h, const char *command, struct str text)
{
	struct memory_host *m = memory_of(h);

	if (memory_fails(m))
		return false;
	m->pager = arena_str(&m->arena, str_of(command)).ptr;
	buf_add(&m->paged, text);
	return true;
}

static const char *memory_why(struct host *h)
{
	return memory_of(h)->reason;
}

/* Noon of 2026-11-02. */
static int64_t memory_clock(struct host *h)
{
	(void)h;
	return 1793620800;
}

static bool memory_is_terminal(struct host *h, enum host_stream s)
{
	(void)s;
	return memory_of(h)->terminal;
}

static int memory_columns(struct host *h, enum host_stream s)
{
	(void)s;
	return memory_of(h)->width;
}

static int memory_rows(struct host *h, enum host_stream s)
{
	(void)s;
	return memory_of(h)->height;
}

static bool memory_screen_open(struct host *h)
{
	memory_of(h)->screen = true;
	return memory_of(h)->terminal;
}

static void memory_screen_close(struct host *h)
{
	memory_of(h)->screen = false;
}

static struct memory_file *memory_last(struct memory_host *m)
{
	struct memory_file *f = m->files;

	while (f[1].path)
		f++;
	return f;
}

/* The next byte that is typed, or what comes in its stead. */
static enum host_typed memory_typed(struct memory_host *m, char *c)
{
	*c = m->keys ? *m->keys : 0;
	if (!*c)
		return HOST_ENDED;
	m->keys++;
	if (*c == MEMORY_STOP)
		return HOST_STOPPED;
	if (*c == MEMORY_OTHER)
		memory_last(m)->text = m->other;
	if (*c == MEMORY_RESIZE)
		m->width = 40;
	return *c == MEMORY_RESIZE || *c == MEMORY_OTHER ? HOST_RESIZED
							 : HOST_TYPED;
}

/* There is no time here: nothing comes behind a lone escape. */
static enum host_typed memory_key(struct host *h, struct buf *bytes, int wait)
{
	struct memory_host *m = memory_of(h);
	enum host_typed typed;
	char c;

	if (wait >= 0 && bytes->len == 1 && m->keys && *m->keys != '[')
		return HOST_WAITED;
	typed = memory_typed(m, &c);
	if (typed == HOST_TYPED)
		buf_char(bytes, c);
	return typed;
}

static enum host_typed memory_ask(struct host *h, const char *prompt,
				  const char *now, struct buf *line)
{
	struct memory_host *m = memory_of(h);
	enum host_typed typed;
	char c;

	buf_printf(&m->asked, "%s%s|", prompt, now ? now : "");
	while ((typed = memory_typed(m, &c)) != HOST_ENDED) {
		if (typed == HOST_STOPPED || c == '\n')
			return typed;
		if (typed == HOST_TYPED)
			buf_char(line, c);
	}
	return HOST_ENDED;
}

static inline void memory_host_init(struct memory_host *m)
{
	*m = (struct memory_host){
		.host = {.read = memory_read,
			 .line = memory_line,
			 .real_path = memory_real_path,
			 .stat = memory_stat,
			 .list = memory_list,
			 .cwd = memory_cwd,
			 .env = memory_env,
			 .write = memory_write,
			 .close = memory_close,
			 .save = memory_save,
			 .replace = memory_replace,
			 .create = memory_create,
			 .remove = memory_remove,
			 .edit = memory_edit,
			 .run = memory_run,
			 .page = memory_page,
			 .why = memory_why,
			 .clock = memory_clock,
			 .is_terminal = memory_is_terminal,
			 .columns = memory_columns,
			 .rows = memory_rows,
			 .screen_open = memory_screen_open,
			 .screen_close = memory_screen_close,
			 .key = memory_key,
			 .ask = memory_ask},
	};
}

static inline void memory_host_release(struct memory_host *m)
{
	arena_release(&m->arena);
	buf_release(&m->out);
	buf_release(&m->err);
	buf_release(&m->paged);
	buf_release(&m->asked);
}

#endif
