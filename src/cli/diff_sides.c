#include "cli/diff_sides.h"

#include "base/typo.h"
#include "cli/discover.h"
#include "cli/git.h"
#include "cli/input.h"
#include "cli/path.h"
#include "model/ahead.h"

enum { OLD, NEW };

/* --- reading --------------------------------------------------------- */

static enum exit read_file(struct job *j, struct loader *ld, struct str path,
			   struct diff_side *s)
{
	struct loaded *file = ARENA_NEW(j->arena, struct loaded);

	*file = load_file(ld, path);
	job_keep(j, &file->doc);
	if (file->status == HOST_TOO_LARGE) {
		show_findings(j, SEVERITY_ERROR);
		return EXIT_INPUT;
	}
	if (file->status != HOST_OK) {
		say_of(j, file->name, file->why);
		return EXIT_INPUT;
	}
	s->loader = ld;
	s->file = file;
	return EXIT_DONE;
}

static enum exit read_revision(struct job *j, const struct git_name *name,
			       struct diff_side *s)
{
	struct loader *ld = git_loader(j, name->rev);

	return ld ? read_file(j, ld, name->path, s) : EXIT_INPUT;
}

struct ladder *diff_ladder(struct job *j, struct loader *ld,
			   struct loaded *file)
{
	struct ladder *l = NULL;

	load_check_format(ld, file);
	if (file->kind == FILE_ASSESSMENT)
		say(j, "%.*s is an assessment, not a ladder",
		    STR_ARG(file->name));
	if (file->kind == FILE_LADDER)
		l = load_ladder(ld, file);
	if (l)
		job_keep(j, &l->doc);
	return l && l->usable ? l : NULL;
}

/* --- operands -------------------------------------------------------- */

/* REV:PATH; s->file stays NULL where the word is none. */
static enum exit read_git(struct job *j, struct str word, struct diff_side *s)
{
	struct git_name name;
	enum exit status = git_name(j, word, &name);

	if (status != EXIT_DONE || !name.rev.len)
		return status;
	return read_revision(j, &name, s);
}

/* What stands before the last colon; all of it where there is none. */
static struct str before_colon(struct str word)
{
	size_t at = word.len;

	while (at && word.ptr[at - 1] != ':')
		at--;
	return at ? str_head(word, at - 1) : word;
}

static bool is_shipped(struct str word)
{
	struct str prefix = STR("builtin:");

	return str_starts(word, prefix) &&
	       str_index(str_from(word, prefix.len), ':') ==
		       word.len - prefix.len;
}

/* A ladder that needs no revision: FILE, -, builtin:ID or ID; s->file stays
 * NULL where the word is none. */
static enum exit read_plain(struct job *j, struct str word,
			    struct diff_side *s)
{
	struct str z = arena_str(j->arena, word);
	bool there = j->host->stat(j->host, z.ptr) != HOST_MISSING;
	enum exit status;

	/* a name with a colon or a slash in it may be something else */
	if (!there && !str_is(word, "-") && !is_shipped(word) &&
	    (str_index(word, ':') < word.len ||
	     (str_index(word, '/') < word.len && !path_is_yaml(word))))
		return EXIT_DONE;
	status = discover_named(j, z, &s->file);
	s->loader = &j->loader;
	return status;
}

/* LADDER:ROLE, the ladder in any way that one is named; s->file stays NULL
 * where the word is none. */
static enum exit read_with_role(struct job *j, struct str word,
				struct diff_side *s)
{
	struct str ladder = before_colon(word);
	struct str role = str_from(word, ladder.len + 1);
	enum exit status;

	if (!ladder.len || !role.len || path_is_yaml(role))
		return EXIT_DONE;
	status = read_plain(j, ladder, s);
	if (status == EXIT_DONE && !s->file &&
	    str_index(ladder, ':') < ladder.len)
		status = read_git(j, ladder, s);
	if (s->file)
		s->role_word = role;
	return status;
}

/* With --ladder, and where nothing else is of that name, a word is a role of
 * the ladder in use. */
static enum exit read_operand(struct job *j, struct str word,
			      struct diff_side *s)
{
	enum exit status = EXIT_DONE;

	if (!job_has(j, OPT_LADDER))
		status = read_plain(j, word, s);
	if (status == EXIT_DONE && !s->file)
		status = read_with_role(j, word, s);
	if (status == EXIT_DONE && !s->file && !job_has(j, OPT_LADDER))
		status = read_git(j, word, s);
	if (status != EXIT_DONE || s->file)
		return status;
	s->role_word = word;
	s->guessed = !job_has(j, OPT_LADDER);
	return EXIT_DONE;
}

/* The file of the working directory that REV:PATH is a revision of. */
static struct str path_now(struct job *j, struct str word,
			   const struct git_name *name)
{
	struct str path = str_from(word, name->rev.len + 1);
	struct places places = places_find(j);

	if (str_starts(path, STR("./")))
		return str_from(path, 2);
	if (str_starts(path, STR("../")))
		return path;
	return arena_printf(j->arena, "%s%.*s",
			    places.prefixes[places.n - 1],
			    STR_ARG(name->path));
}

/* REV:PATH alone: beside it the same file as it is now. */
static enum exit read_one(struct job *j, struct diff_side sides[2])
{
	struct str word = job_operand(j, 0);
	struct git_name name;
	enum exit status = git_name(j, word, &name);

	if (status != EXIT_DONE)
		return status;
	if (!name.rev.len)
		return usage(j, "what is \"%.*s\" compared with? Give the old "
				"ladder and the new one, or a revision as in "
				"'ladder diff HEAD:ladder.yaml'",
			     STR_ARG(word));
	status = read_revision(j, &name, &sides[OLD]);
	if (status != EXIT_DONE)
		return status;
	return read_file(j, &j->loader, path_now(j, word, &name), &sides[NEW]);
}

static enum exit read_operands(struct job *j, struct diff_side sides[2])
{
	struct str words[2] = {job_operand(j, OLD), job_operand(j, NEW)};
	enum exit status;

	if (!job_operands(j))
		return usage(j, "which ladders? Give the old one and the new "
				"one, as in 'ladder diff HEAD~1:ladder.yaml "
				"ladder.yaml', or --git REV");
	if (job_operands(j) == 1)
		return read_one(j, sides);
	if (str_is(words[OLD], "-") && str_is(words[NEW], "-"))
		return usage(j, "both sides cannot be standard input");
	/* an unset variable of a script must not pass for no change */
	if (!words[OLD].len || !words[NEW].len)
		return usage(j, "the %s side is an empty word",
			     words[OLD].len ? "new" : "old");
	load_ahead(&j->loader, words, 2);
	status = read_operand(j, words[OLD], &sides[OLD]);
	if (status == EXIT_DONE)
		status = read_operand(j, words[NEW], &sides[NEW]);
	return status;
}

/* --- ladders and roles ----------------------------------------------- */

static void say_nothing_of_it(struct job *j, const struct ladder *l,
			      struct str word, struct str nearest_role)
{
	struct typo typo = {.word = word};

	for (const struct builtin *b = builtin_ladders; b->id; b++)
		typo_offer(&typo, str_of(b->id));
	if (nearest_role.ptr)
		typo_offer(&typo, nearest_role);
	say(j, "\"%.*s\" is neither a file, nor a ladder here or shipped, nor "
	       "a role of the ladder \"%.*s\"%s ('ladder list' names them)",
	    STR_ARG(word), STR_ARG(l->head.id),
	    typo.best.ptr ? suggestion(j, typo.best)
			  : "; a file in a revision of git is REV:PATH");
}

/* A word that may have been meant for a file is told as such. */
static bool find_role(struct job *j, struct diff_side *s)
{
	struct role_lookup found =
		ladder_find_role(s->ladder, j->arena, s->role_word);

	if (s->guessed && !found.role && !found.candidates.n)
		say_nothing_of_it(j, s->ladder, s->role_word, found.nearest);
	else
		s->role = input_role(j, s->ladder, s->role_word);
	return s->role;
}

static enum exit find_roles(struct job *j, struct diff_side sides[2])
{
	bool found = true;

	for (int i = OLD; i <= NEW; i++)
		if (sides[i].role_word.len)
			found &= find_role(j, &sides[i]);
	if (!found)
		return EXIT_USAGE;
	if (!sides[OLD].role != !sides[NEW].role)
		return usage(j, "one side is a role and the other a ladder; "
				"write LADDER:ROLE for both, or for none");
	return EXIT_DONE;
}

/* What has no file has the ladder of the other side, or the one in use. */
static enum exit borrow(struct job *j, struct diff_side *s,
			const struct diff_side *other)
{
	struct input in = {0};
	enum exit status;

	if (other->ladder) {
		s->ladder = other->ladder;
		s->name = other->name;
		return EXIT_DONE;
	}
	status = input_load_ladder(j, &in);
	if (status != EXIT_DONE)
		return status;
	s->ladder = in.ladder;
	s->name = in.ladder_file->name;
	return EXIT_DONE;
}

/* Two roles of one file: the ladder is made once. */
static void share_file(struct diff_side sides[2])
{
	if (sides[OLD].file && sides[NEW].file && sides[OLD].role_word.len &&
	    sides[NEW].role_word.len &&
	    str_eq(sides[OLD].file->name, sides[NEW].file->name))
		sides[NEW].file = NULL;
}

static enum exit load_sides(struct job *j, struct diff_side sides[2])
{
	bool ok = true;

	for (int i = OLD; i <= NEW; i++) {
		struct diff_side *s = &sides[i];

		if (!s->file)
			continue;
		s->name = s->file->name;
		s->ladder = diff_ladder(j, s->loader, s->file);
		ok = ok && s->ladder;
	}
	if (ok)
		return EXIT_DONE;
	if (j->diag.errors)
		show_findings(j, SEVERITY_ERROR);
	return EXIT_INPUT;
}

enum exit diff_sides(struct job *j, struct diff_side sides[2])
{
	enum exit status = read_operands(j, sides);

	if (status != EXIT_DONE)
		return status;
	share_file(sides);
	status = load_sides(j, sides);
	for (int i = OLD; i <= NEW && status == EXIT_DONE; i++)
		if (!sides[i].ladder)
			status = borrow(j, &sides[i], &sides[NEW - i]);
	return status == EXIT_DONE ? find_roles(j, sides) : status;
}
