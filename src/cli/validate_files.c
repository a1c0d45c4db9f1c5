#include "cli/validate_files.h"

#include "base/glob.h"
#include "cli/path.h"
#include "cli/touched.h"

/* --- what is asked for ---------------------------------------------------- */

static bool reads_input(const struct job *j)
{
	for (uint32_t i = 0; i < job_operands(j); i++)
		if (str_is(job_operand(j, i), "-"))
			return true;
	return false;
}

enum exit validate_files_check(struct job *j)
{
	if (job_has(j, OPT_STDIN_FILENAME) && !reads_input(j))
		return usage(j, "--stdin-filename names what - reads, and - "
				"is not among the files");
	if (str_is(job_option(j, OPT_FILES_FROM)->text, "-") && reads_input(j))
		return usage(j, "standard input cannot be both a file and the "
				"list of files");
	return EXIT_DONE;
}

/* --- patterns ------------------------------------------------------------- */

/* Adds a file as if it had been found below a directory. */
static void add_found(struct job *j, struct found_files *out, const char *path)
{
	const char *real = j->host->real_path(j->host, j->arena, path);

	if (real && !map_add(&out->seen, j->arena, str_of(real), out))
		*vec_add(j->arena, &out->files) =
			(struct found_file){.path = path};
}

/* The directory that all files of a pattern lie below, as it is written. */
static const char *pattern_dir(struct job *j, const char *pattern)
{
	struct str plain = {pattern, strcspn(pattern, "*?")};
	struct str dir = str_dir(plain);

	return dir.len ? arena_str(j->arena, dir).ptr : ".";
}

static void add_pattern(struct job *j, struct found_files *out,
			const char *pattern, bool follow)
{
	struct found_files below = {0};
	bool any = false;

	walk_add(j, &below, pattern_dir(j, pattern), follow);
	for_each(file, &below.files)
		if (glob_matches(str_of(pattern), str_of(file->path))) {
			add_found(j, out, file->path);
			any = true;
		}
	if (!any && !below.missing)
		say(j, "%s: no file fits this pattern", pattern);
	out->missing |= !any || below.missing;
}

/* A shell that finds no file leaves a pattern as it is, and so do quotes. */
static void add_operand(struct job *j, struct found_files *out,
			const char *path, bool follow)
{
	if (strpbrk(path, "*?") &&
	    j->host->stat(j->host, path) == HOST_MISSING)
		add_pattern(j, out, path, follow);
	else
		walk_add(j, out, path, follow);
}

/* --- lists ---------------------------------------------------------------- */

/* What a list names was not picked by hand: files that are not ours may be
 * among it. A line "-" is a file of that name. */
static void add_listed(struct job *j, struct found_files *out, struct str name,
		       bool follow)
{
	uint32_t n = out->files.n;

	if (str_is(name, "-"))
		name = STR("./-");
	walk_add(j, out, arena_str(j->arena, name).ptr, follow);
	for (; n < out->files.n; n++)
		out->files.at[n].named = false;
}

/* Lines, or what NULs end: `git diff -z`, `find -print0`. */
static void add_list(struct job *j, struct found_files *out, struct str path,
		     bool follow)
{
	size_t limit = (size_t)j->loader.limits.at[LIMIT_FILE_SIZE];
	struct str text, name;
	char end = '\n';

	if (j->host->read(j->host, j->arena, path.ptr, NULL, limit, &text) !=
	    HOST_OK) {
		say_of(j, path, str_of(j->host->why(j->host)));
		out->missing = true;
		return;
	}
	if (str_index(text, 0) < text.len)
		end = 0;
	while (next_word(&text, end, &name))
		if (name.len)
			add_listed(j, out, name, follow);
}

/* --- all of them ---------------------------------------------------------- */

/* The whole repository, as it is named from here. */
static void add_repository(struct job *j, struct found_files *out,
			   const char *root, bool follow)
{
	const char *cwd = j->host->cwd(j->host, j->arena);
	struct str way = path_relative(j, cwd ? cwd : "/", root);

	walk_add(j, out, way.len ? way.ptr : ".", follow);
}

/* Without operands: what discovery would find in the working directory. */
static void add_usual(struct job *j, struct found_files *out, bool follow)
{
	static const char *const names[] = {"ladder.yaml", "ladders",
					    "assessment.yaml"};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (j->host->stat(j->host, names[i]) != HOST_MISSING)
			walk_add(j, out, names[i], follow);
}

/* An editor's buffer comes instead of the file that it was read from. */
static void leave_out_named_input(struct job *j, struct found_files *out)
{
	struct str name = job_option(j, OPT_STDIN_FILENAME)->text;
	const char *real = NULL;

	if (name.len)
		real = j->host->real_path(j->host, j->arena, name.ptr);
	if (real)
		map_add(&out->seen, j->arena, str_of(real), out);
}

struct found_files validate_files(struct job *j)
{
	bool follow = job_has(j, OPT_FOLLOW);
	bool changed = job_has(j, OPT_CHANGED);
	struct found_files out = {0};
	struct touched touched = {0};

	if (changed &&
	    !touched_find(j, job_option(j, OPT_CHANGED)->text, &touched))
		return (struct found_files){.missing = true};
	leave_out_named_input(j, &out);
	for (uint32_t i = 0; i < job_operands(j); i++)
		add_operand(j, &out, job_operand(j, i).ptr, follow);
	if (job_has(j, OPT_FILES_FROM))
		add_list(j, &out, job_option(j, OPT_FILES_FROM)->text, follow);
	else if (!job_operands(j) && changed)
		add_repository(j, &out, touched.root, follow);
	else if (!job_operands(j))
		add_usual(j, &out, follow);
	if (changed)
		touched_keep(j, &touched, &out);
	return out;
}
