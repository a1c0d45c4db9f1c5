/* Several files out of one input, parted by lines "%%": the first is loaded
 * with all that it extends. No finding lies outside its file, and nothing is
 * read that is not one of them. */
#include "fuzz/fuzz.h"
#include "fuzz/nowhere.h"

#include "lint/lint.h"
#include "model/load.h"

enum { MOST_FILES = 6 };

static const char *const names[MOST_FILES] = {
	"/w/f.yaml", "/w/base.yaml", "/w/b.yaml",
	"/w/c.yaml", "/w/d.yaml",    "/outside.yaml",
};

struct tree {
	struct host host;
	struct str files[MOST_FILES];
	int n;
};

/* The path as one of ours, or NULL; of the many ways to write it those that
 * overlays come to. */
static const char *tree_path(struct host *h, struct arena *a,
			     const char *path)
{
	struct tree *t = (struct tree *)h;

	(void)a;
	if (!strncmp(path, "./", 2))
		path += 2;
	for (int i = 0; i < t->n; i++)
		if (!strcmp(path, names[i]) ||
		    !strcmp(path, names[i] + strlen("/w/")) ||
		    (!strncmp(path, "../", 3) &&
		     !strcmp(path + 2, names[i])))
			return names[i];
	return NULL;
}

static enum host_status tree_read(struct host *h, struct arena *a,
				  const char *path, const char *within,
				  size_t limit, struct str *text)
{
	struct tree *t = (struct tree *)h;
	const char *real = tree_path(h, a, path);

	(void)limit;
	if (!real)
		return HOST_MISSING;
	if (within && strncmp(real, within, strlen(within)))
		return HOST_OUTSIDE;
	for (int i = 0; i < t->n; i++)
		if (real == names[i])
			*text = arena_str(a, t->files[i]);
	return HOST_OK;
}

static enum host_status tree_stat(struct host *h, const char *path)
{
	return tree_path(h, NULL, path) ? HOST_OK : HOST_MISSING;
}

static const char *tree_cwd(struct host *h, struct arena *a)
{
	(void)h, (void)a;
	return "/w";
}

static struct tree tree_of(struct str text)
{
	struct tree t = {.host = nowhere()};

	t.host.read = tree_read;
	t.host.real_path = tree_path;
	t.host.stat = tree_stat;
	t.host.cwd = tree_cwd;
	while (t.n < MOST_FILES) {
		size_t at = 0;

		while (at < text.len &&
		       !str_starts(str_from(text, at), STR("%%\n")))
			at += str_index(str_from(text, at), '\n') + 1;
		t.files[t.n++] = str_head(text, at);
		if (at >= text.len)
			break;
		text = str_from(text, at + strlen("%%\n"));
	}
	return t;
}

static void check_findings(const struct diag *d)
{
	for_each(f, &d->findings) {
		MUST(f->message.len > 0);
		MUST(!f->span.source ||
		     (f->span.at <= f->span.end &&
		      f->span.end <= f->span.source->text.len));
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct tree t = tree_of((struct str){(const char *)data, size});
	struct arena a = {0};
	struct diag d = {.arena = &a};
	struct loader ld = {.arena = &a,
			    .host = &t.host,
			    .limits = limits_default,
			    .diag = &d};
	struct loaded file = load_file(&ld, STR("f.yaml"));
	struct ladder *l = NULL;

	if (file.status == HOST_OK && file.kind == FILE_LADDER)
		l = load_ladder(&ld, &file);
	if (l && l->usable)
		lint_ladder(l, &d, &a);
	diag_sort(&d);
	check_findings(&d);
	if (l)
		doc_release(&l->doc);
	if (file.status == HOST_OK)
		doc_release(&file.doc);
	arena_release(&a);
	return 0;
}
