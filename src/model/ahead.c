#include "model/ahead.h"

/* Fewer bytes are parsed before a thread has begun. */
enum { WORTH_A_THREAD = 128 << 10 };

/* What the workers share: each writes to an arena of its own. */
struct work {
	const struct loader *ld;
	VEC(struct ahead *) files;
	struct arena arenas[HOST_WORKERS];
};

static void parse_one(void *with, size_t i, unsigned worker)
{
	struct work *w = with;
	struct ahead *file = w->files.at[i];
	struct arena *a = &w->arenas[worker];

	file->found.arena = a;
	file->doc = doc_parse(a, file->source, &w->ld->limits, &file->found);
}

static bool may_be_read(struct loader *ld, struct str path)
{
	struct str z = arena_str(ld->arena, path);

	return !str_is(path, "-") && !str_starts(path, STR("builtin:")) &&
	       ld->host->stat(ld->host, z.ptr) == HOST_OK;
}

static struct ahead *read_one(struct loader *ld, struct str path,
			      size_t n_files)
{
	struct source *source;
	struct ahead *file;

	if (!may_be_read(ld, path))
		return NULL;
	source = load_source(ld, path);
	if (!source || map_find(&ld->ahead, source->name))
		return NULL;
	file = ARENA_NEW(ld->arena, struct ahead);
	file->source = source;
	file->found = diag_share(NULL, n_files);
	return file;
}

void load_ahead(struct loader *ld, const struct str *paths, size_t n)
{
	struct work w = {.ld = ld};
	size_t bytes = 0;

	if (!ld->host->each || n < 2)
		return;
	for (size_t i = 0; i < n; i++) {
		struct ahead *file = read_one(ld, paths[i], n);

		if (!file || map_add(&ld->ahead, ld->arena, file->source->name,
				     file))
			continue;
		bytes += file->source->text.len;
		*vec_add(ld->arena, &w.files) = file;
	}
	if (bytes < WORTH_A_THREAD || w.files.n < 2) {
		ld->ahead = (struct map){0};
		return;
	}
	ld->host->each(ld->host, w.files.n, parse_one, &w);
	for (unsigned i = 0; i < HOST_WORKERS; i++)
		arena_join(ld->arena, &w.arenas[i]);
	for_each(file, &w.files) {
		(*file)->found.arena = ld->arena;
		(*file)->next = ld->all_ahead;
		ld->all_ahead = *file;
	}
}

struct ahead *ahead_take(struct loader *ld, struct source *source)
{
	struct ahead *file = map_find(&ld->ahead, source->name);

	/* a file that was read again since is another source */
	if (!file || file->taken || file->source != source)
		return NULL;
	file->taken = true;
	diag_take(ld->diag, &file->found);
	return file;
}

void load_ahead_release(struct loader *ld)
{
	for (struct ahead *file = ld->all_ahead; file; file = file->next)
		if (!file->taken)
			doc_release(&file->doc);
}
