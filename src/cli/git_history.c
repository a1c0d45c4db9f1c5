#include "cli/git_history.h"

#include "base/date.h"

/* "5f3a… 2026-11-02" */
static bool take_commit(struct str word, struct git_revision *r)
{
	struct str name;

	if (!next_word(&word, ' ', &name) || name.len < 40)
		return false;
	r->name = name;
	return date_read(word, &r->day);
}

/* With -z a commit is followed by a NUL, a line end, the path and a NUL. */
static bool take_all(struct job *j, struct str answer, git_revisions *out)
{
	struct git_revision r = {0};
	struct str word;

	while (next_word(&answer, 0, &word)) {
		if (!word.len)
			continue;
		if (*word.ptr != '\n') {
			if (!take_commit(word, &r))
				return false;
			continue;
		}
		r.path = str_from(word, 1);
		*vec_add(j->arena, out) = r;
	}
	return true;
}

enum exit git_history(struct job *j, struct str file, git_revisions *out)
{
	/* Signatures would be checked by a program that the repository may
	 * name. The path stands behind `--`, so it is no option. */
	const char *argv[] = {"git",
			      "--literal-pathspecs",
			      "-c",
			      "log.showSignature=false",
			      "log",
			      "--follow",
			      "--no-ext-diff",
			      "--no-textconv",
			      "--max-count=1000",
			      "--format=%H %cs",
			      "--name-only",
			      "-z",
			      "--",
			      arena_str(j->arena, file).ptr,
			      NULL};
	struct str answer;

	if (!git_ask(j->host, j->arena, argv, (struct str){0}, &answer)) {
		say(j, "git cannot be asked for the history of %.*s: is this "
		       "a repository?",
		    STR_ARG(file));
		return EXIT_INPUT;
	}
	if (!take_all(j, answer, out) || !out->n) {
		say(j, "git knows no history of %.*s: commit it after each "
		       "change, or name dated files",
		    STR_ARG(file));
		return EXIT_INPUT;
	}
	return EXIT_DONE;
}
