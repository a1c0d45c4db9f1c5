#include "cli/settings.h"

#include "base/glob.h"
#include "cli/path.h"

/* --- reading ------------------------------------------------------------ */

/* Whether the command line names the file. */
static bool is_operand(struct job *j, const char *path)
{
	const char *real = j->host->real_path(j->host, j->arena, path);

	for (uint32_t i = 0; i < job_operands(j) && real; i++) {
		struct str operand = arena_str(j->arena, job_operand(j, i));
		const char *other = j->host->real_path(j->host, j->arena,
						       operand.ptr);

		if (other && !strcmp(real, other))
			return true;
	}
	return false;
}

static void take_ignored(struct job *j, struct settings *s, struct str path,
			 const struct config *config)
{
	struct str dir = arena_str(j->arena, str_dir(path));
	const char *real = j->host->real_path(j->host, j->arena,
					      dir.len ? dir.ptr : ".");

	if (real && config->ignore.n)
		*vec_add(j->arena, &s->ignored) =
			(struct ignored_paths){real, config->ignore};
}

/* Those farther away were taken before. */
static void take_config(struct job *j, struct settings *s, struct str path,
			const char *within, const struct config *config)
{
	severities_take(&s->severities, config);
	if (config->fail_on)
		s->fail_on = (enum fail_on)config->fail_on;
	if (config->baseline.len) {
		s->baseline = path_beside(j, path, config->baseline);
		s->within = within;
	}
	take_ignored(j, s, path, config);
	for_each(words, &config->vague_words)
		*vec_add(j->arena, &s->words) =
			(struct words_of){words->head.id, words->words};
}

/* A file that cannot be read, or one with errors. */
static enum exit refuse(struct job *j, const struct loaded *file)
{
	if (file->status != HOST_OK && file->status != HOST_TOO_LARGE)
		say_of(j, file->name, file->why);
	else
		show_findings(j, SEVERITY_ERROR);
	return EXIT_INPUT;
}

static enum exit read_one(struct job *j, struct settings *s, const char *path,
			  const char *within)
{
	struct loaded *file = ARENA_NEW(j->arena, struct loaded);
	const struct diag before = j->diag;
	struct config config = {0};

	*file = load_within(&j->loader, str_of(path), within);
	job_keep(j, &file->doc);
	if (file->status == HOST_OK)
		config = config_read(&file->doc, j->arena, &j->loader.limits,
				     &j->diag);
	if (file->status == HOST_OK && j->diag.errors == before.errors) {
		take_config(j, s, file->path, within, &config);
		return EXIT_DONE;
	}
	if (!is_operand(j, path))
		return refuse(j, file);
	j->diag = before;
	return EXIT_DONE;
}

enum exit settings_read(struct job *j, struct settings *s)
{
	struct places places = places_find(j);
	const char *path = path_xdg(j, "XDG_CONFIG_HOME", ".config",
				    "ladder/config.yaml");
	enum exit status = EXIT_DONE;

	if (path && path_is_file(j, path))
		status = read_one(j, s, path, NULL);
	for (uint32_t i = places.n; i-- > 0 && status == EXIT_DONE;) {
		path = path_join(j, places.prefixes[i], ".ladder.yaml");
		if (path_is_file(j, path))
			status = read_one(j, s, path, places.root);
	}
	return status;
}

bool settings_is_config(const struct loaded *file)
{
	const struct node *format = doc_root(&file->doc, "format");
	struct str name = str_from(file->path, str_dir(file->path).len);

	return str_is(name, ".ladder.yaml") ||
	       (format && str_is(doc_text(&file->doc, format), "config/1"));
}

/* --- ignoring ------------------------------------------------------------ */

static bool is_ignored(struct job *j, const struct settings *s,
		       const char *real)
{
	for_each(ignored, &s->ignored) {
		struct str path = path_relative(j, ignored->dir, real);

		if (str_starts(path, STR("../")))
			continue;
		for (uint32_t i = 0; i < ignored->patterns.n; i++)
			if (glob_covers(ignored->patterns.at[i], path))
				return true;
	}
	return false;
}

void settings_leave_out(struct job *j, const struct settings *s,
			struct found_files *found)
{
	uint32_t kept = 0;

	if (!s->ignored.n)
		return;
	for_each(file, &found->files) {
		const char *real = NULL;

		if (!file->named)
			real = j->host->real_path(j->host, j->arena,
						  file->path);
		if (!real || !is_ignored(j, s, real))
			found->files.at[kept++] = *file;
	}
	found->files.n = kept;
}
