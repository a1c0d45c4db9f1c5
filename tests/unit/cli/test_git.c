#include "cli/git_changed.h"
#include "cli/git_ladders.h"

#include "unit/cli/memory_host.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#define TREE "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

#define LADDER(id)                                                          \
	"format: ladder/1\nid: " id "\nname: Ladder " id "\n"               \
	"competencies:\n  craft:\n    name: Craft\n    layer: technical\n"  \
	"    stages:\n      - behaviours: [Does it.]\n"                     \
	"tracks:\n  ic:\n    levels:\n"                                     \
	"      - {id: one, requires: {craft: 1}}\n"

#define OVERLAY(base)                                                  \
	"format: ladder/1\nid: over\nname: Over\nextends: " base "\n"

/* A git that knows the revision HEAD. */
struct fake_git {
	struct memory_host memory;
	bool gone, no_repository, bare;
	const char *prefix, *up, *tracked;
	size_t n_tracked;
	const char *untracked; /* a path; none: NULL */
	/* path, then what git tells of it, or the text of a file */
	const char *files[16][2];
	struct arena arena;
	struct job job;
};

static struct fake_git *fake_of(struct host *h)
{
	return (struct fake_git *)h;
}

static struct str find_blob(struct fake_git *g, struct arena *a,
			    const char *path)
{
	for (int i = 0; i < 16 && g->files[i][0]; i++) {
		const char *text = g->files[i][1];

		if (strcmp(g->files[i][0], path) != 0)
			continue;
		if (*text == '!')
			return arena_printf(a, "%s\n", text + 1);
		return arena_printf(a, "blob %zu %040d\n", strlen(text), i);
	}
	return arena_printf(a, TREE ":%s missing\n", path);
}

static struct str find_named(struct fake_git *g, struct arena *a,
			     struct str input)
{
	const char *line = arena_str(a, str_head(input, input.len - 1)).ptr;

	assert_null(strchr(line, '\n'));
	if (!strcmp(line, "HEAD^{tree}"))
		return STR("tree 33 " TREE "\n");
	if (!strncmp(line, TREE ":", strlen(TREE) + 1))
		return find_blob(g, a, line + strlen(TREE) + 1);
	return arena_printf(a, "%s missing\n", line);
}

/* What stands in the revision; a link is listed though it leads away. */
static struct str list_tree(struct fake_git *g, struct arena *a)
{
	struct buf all = {0};
	struct str copy;

	for (int i = 0; i < 16 && g->files[i][0]; i++) {
		buf_printf(&all, "100644 blob %040d\t%s", i, g->files[i][0]);
		buf_char(&all, 0);
	}
	copy = arena_str(a, buf_str(&all));
	buf_release(&all);
	return copy;
}

static struct str hash_files(struct fake_git *g, struct arena *a,
			     struct str paths)
{
	struct str path, all = {0};

	while (next_word(&paths, '\n', &path) && path.len) {
		const char *real = arena_printf(a, "/w/%.*s", STR_ARG(path)).ptr;
		const struct memory_file *here = memory_find(&g->memory, real);
		int same = 99;

		assert_non_null(here);
		for (int i = 0; i < 16 && g->files[i][0]; i++)
			if (here->text && !strcmp(g->files[i][1], here->text))
				same = i;
		all = arena_printf(a, "%.*s%040d\n", STR_ARG(all), same);
	}
	return all;
}

/* Untracked ones come first, whatever their names. */
static struct str list_files(struct fake_git *g, struct arena *a, bool others)
{
	struct buf all = {0};
	struct str copy;

	if (others && g->untracked) {
		buf_z(&all, g->untracked);
		buf_char(&all, 0);
	}
	buf_add(&all, (struct str){g->tracked, g->n_tracked});
	copy = arena_str(a, buf_str(&all));
	buf_release(&all);
	return copy;
}

/* "git -c x ls-files …" is told by its words; those of the tests are in
 * none of them. */
static int fake_run(struct host *h, struct arena *a, const char *const *argv,
		    struct str input, struct str *output)
{
	struct fake_git *g = fake_of(h);
	struct str line = {0};

	for (int i = 0; argv[i]; i++)
		line = arena_printf(a, "%.*s%s ", STR_ARG(line), argv[i]);
	assert_null(strstr(line.ptr, "evil"));
	*output = (struct str){0};
	if (g->gone)
		return -1;
	if (!strcmp(line.ptr, "git --version "))
		return 0;
	if (g->no_repository)
		return 128;
	if (strstr(line.ptr, "--batch-check"))
		*output = find_named(g, a, input);
	else if (strstr(line.ptr, "cat-file blob"))
		*output = str_of(g->files[atoi(argv[3])][1]);
	else if (strstr(line.ptr, "--show-prefix"))
		*output = arena_printf(a, "%s\n", g->prefix);
	else if (strstr(line.ptr, "--show-cdup"))
		*output = arena_printf(a, "%s\n", g->up);
	else if (strstr(line.ptr, "--is-inside-work-tree"))
		*output = g->bare ? STR("false\n") : STR("true\n");
	else if (strstr(line.ptr, "ls-tree") && strstr(line.ptr, TREE))
		*output = list_tree(g, a);
	else if (strstr(line.ptr, "ls-files"))
		*output = list_files(g, a, strstr(line.ptr, "--others"));
	else if (strstr(line.ptr, "hash-object --no-filters"))
		*output = hash_files(g, a, input);
	else
		fail_msg("git was asked %s", line.ptr);
	return 0;
}

static void fake_init(struct fake_git *g)
{
	memory_host_init(&g->memory);
	g->memory.host.run = fake_run;
	g->prefix = g->up = "";
	g->job.host = &g->memory.host;
	g->job.arena = &g->arena;
	g->job.diag.arena = &g->arena;
	g->job.loader = (struct loader){.arena = &g->arena,
					.host = &g->memory.host,
					.limits = limits_default};
	g->job.loader.diag = &g->job.diag;
}

static void fake_release(struct fake_git *g)
{
	for_each(doc, &g->job.docs)
		doc_release(*doc);
	memory_host_release(&g->memory);
	arena_release(&g->arena);
}

static void assert_text(struct str s, const char *text)
{
	if (!str_is(s, text))
		fail_msg("expected \"%s\", found \"%.*s\"", text, STR_ARG(s));
}

static void assert_said(struct fake_git *g, const char *line)
{
	assert_text(buf_str(&g->memory.err), line);
	buf_clear(&g->memory.err);
}

/* --- names --------------------------------------------------------------- */

static const struct {
	const char *word, *rev, *path;
} names[] = {
	{"HEAD:ladder.yaml", "HEAD", "ladder.yaml"},
	{"HEAD:a//./b/../l.yaml", "HEAD", "a/l.yaml"},
	{"HEAD:/l.yaml", "HEAD", "l.yaml"},
	{"HEAD:", "HEAD", ""},
	{"HEAD:./l.yaml", "HEAD", "x/y/l.yaml"},
	{"HEAD:../l.yaml", "HEAD", "x/l.yaml"},
	{"origin/main:l.yaml", "origin/main", "l.yaml"},
	{"HEAD@{10:00:00}:l.yaml", "HEAD@{10:00:00}", "l.yaml"},
	{"HEAD^{/fix: it}:l.yaml", "HEAD^{/fix: it}", "l.yaml"},
	{"HEAD:a:b", "HEAD", "a:b"},
	{"--evil:l.yaml", "--evil", "l.yaml"},
	{"C:x", "C", "x"},
	{"C:/x", "", "C:/x"},
	{"C:\\x", "", "C:\\x"},
	{"builtin:data", "", "builtin:data"},
	{"l.yaml", "", "l.yaml"},
	{":l.yaml", "", ":l.yaml"},
	{"-", "", "-"},
	{"odd:name.yaml", "", "odd:name.yaml"},
	{"there.yaml:senior", "", "there.yaml:senior"},
	{"sub:l.yaml", "sub", "l.yaml"},
};

static void test_names(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct fake_git g = {0};
		struct git_name name;

		fake_init(&g);
		g.prefix = "x/y/";
		g.memory.files[0] = (struct memory_file){"/w/odd:name.yaml",
							 ""};
		g.memory.files[1] = (struct memory_file){"/w/there.yaml", ""};
		g.memory.files[2] = (struct memory_file){"/w/sub/x", ""};
		print_message("%s\n", names[i].word);
		assert_int_equal(git_name(&g.job, str_of(names[i].word),
					  &name),
				 EXIT_DONE);
		assert_text(name.rev, names[i].rev);
		assert_text(name.path, names[i].path);
		fake_release(&g);
	}
}

static void test_names_outside(void **state)
{
	struct fake_git g = {0};
	struct git_name name;

	(void)state;
	fake_init(&g);
	assert_int_equal(git_name(&g.job, STR("HEAD:../l.yaml"), &name),
			 EXIT_INPUT);
	assert_said(&g, "ladder: HEAD:../l.yaml leads out of the repository\n");
	assert_int_equal(git_name(&g.job, STR("HEAD:a/../../l.yaml"), &name),
			 EXIT_INPUT);
	assert_said(&g, "ladder: HEAD:a/../../l.yaml leads out of the "
			"repository\n");
	g.no_repository = true;
	assert_int_equal(git_name(&g.job, STR("HEAD:./l.yaml"), &name),
			 EXIT_INPUT);
	assert_said(&g, "ladder: HEAD:./l.yaml: git finds no repository here "
			"that it may read ('git status' says why)\n");
	fake_release(&g);
}

/* --- the files of a revision --------------------------------------------- */

static void test_no_revision(void **state)
{
	struct fake_git g = {0};

	(void)state;
	fake_init(&g);
	assert_ptr_equal(git_loader(&g.job, (struct str){0}), &g.job.loader);
	assert_null(git_loader(&g.job, STR("--evil")));
	assert_said(&g, "ladder: git knows no revision \"--evil\"\n");
	assert_null(git_loader(&g.job, STR("HEAD^{tree}\nHEAD")));
	assert_said(&g, "ladder: git knows no revision "
			"\"HEAD^{tree}\\nHEAD\"\n");
	g.no_repository = true;
	assert_null(git_loader(&g.job, STR("HEAD")));
	assert_said(&g, "ladder: HEAD: git finds no repository here that it "
			"may read ('git status' says why)\n");
	g.gone = true;
	assert_null(git_loader(&g.job, STR("HEAD")));
	assert_said(&g, "ladder: HEAD: git is needed for a revision, and "
			"cannot be run\n");
	fake_release(&g);
}

/* A base comes from the revision, even where one of its name is here. */
static void test_extends(void **state)
{
	struct fake_git g = {0};
	struct loader *ld;
	struct loaded file;
	struct ladder *l;

	(void)state;
	fake_init(&g);
	g.files[0][0] = "l.yaml";
	g.files[0][1] = OVERLAY("teams/base.yaml");
	g.files[1][0] = "teams/base.yaml";
	g.files[1][1] = OVERLAY("../deep.yaml");
	g.files[2][0] = "deep.yaml";
	g.files[2][1] = LADDER("deep");
	g.memory.files[0] = (struct memory_file){"/w/deep.yaml",
						 LADDER("other")};
	ld = git_loader(&g.job, STR("HEAD"));
	file = load_file(ld, STR("l.yaml"));
	assert_text(file.path, "l.yaml");
	assert_text(file.name, "HEAD:l.yaml");
	l = load_ladder(ld, &file);
	assert_true(l && l->usable);
	job_keep(&g.job, &l->doc);
	assert_text(l->bases.at[1], "deep");
	assert_text(l->doc.files.at[0].source->name,
		    "HEAD:teams/../deep.yaml");
	fake_release(&g);
}

static void test_extends_outside(void **state)
{
	struct fake_git g = {0};
	struct loader *ld;
	struct loaded file;

	(void)state;
	fake_init(&g);
	g.files[0][0] = "a/l.yaml";
	g.files[0][1] = OVERLAY("../../secret.yaml");
	g.files[1][0] = "a/link.yaml";
	g.files[1][1] = OVERLAY("out.yaml");
	g.files[2][0] = "a/out.yaml";
	g.files[2][1] = "!symlink 11\n/etc/passwd";
	ld = git_loader(&g.job, STR("HEAD"));
	for (int i = 0; i < 2; i++) {
		file = load_file(ld, str_of(g.files[i][0]));
		assert_int_equal(file.status, HOST_OK);
		assert_null(load_ladder(ld, &file));
		assert_int_equal(g.job.diag.findings.n, i + 1);
		assert_int_equal(g.job.diag.findings.at[i].code, CODE_L212);
	}
	assert_text(g.job.diag.findings.at[0].message,
		    "\"../../secret.yaml\" leads out of the repository");
	fake_release(&g);
}

static const struct {
	const char *path, *says;
	enum host_status status;
	const char *why;
} refusals[] = {
	{"no.yaml", NULL, HOST_MISSING,
	 "there is no such file in this revision"},
	{"no\nHEAD:l.yaml", NULL, HOST_MISSING,
	 "there is no such file in this revision"},
	{"l.yaml/x", "!notdir 52\n" TREE ":l.yaml/x", HOST_MISSING,
	 "there is no such file in this revision"},
	{"d", "!tree 99 " TREE, HOST_DIRECTORY, "is a directory"},
	{"sub", "!commit 99 " TREE, HOST_NOT_A_FILE, "it is not a file"},
	{"out.yaml", "!symlink 11\n/etc/passwd", HOST_OUTSIDE,
	 "it is a link that leaves the repository"},
	{"../l.yaml", NULL, HOST_OUTSIDE, "it lies outside the repository"},
	{"/etc/passwd", NULL, HOST_OUTSIDE, "it lies outside the repository"},
	{"big.yaml", "!blob 99999999999 " TREE, HOST_TOO_LARGE,
	 "it is larger than the limit"},
	{"lost.yaml", "!blob 7 0000000000000000000000000000000000000000",
	 HOST_FAILED, "git gave no answer"},
};

static void test_refusals(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
		struct fake_git g = {0};
		struct loaded file;

		fake_init(&g);
		g.files[0][0] = "l.yaml";
		g.files[0][1] = LADDER("a");
		if (refusals[i].says) {
			g.files[1][0] = refusals[i].path;
			g.files[1][1] = refusals[i].says;
		}
		print_message("%s\n", refusals[i].path);
		file = load_file(git_loader(&g.job, STR("HEAD")),
				 str_of(refusals[i].path));
		assert_int_equal(file.status, refusals[i].status);
		assert_text(file.why, refusals[i].why);
		fake_release(&g);
	}
}

/* --- what changed -------------------------------------------------------- */

static const char *path_of(const struct loaded *file)
{
	return file ? file->name.ptr : "none";
}

static void assert_pair(const struct ladder_pair *pair, const char *old,
			const char *new)
{
	assert_string_equal(path_of(pair->old), old);
	assert_string_equal(path_of(pair->new), new);
}

static void test_changed(void **state)
{
	static const char tracked[] =
		"added.yaml\0broken.yaml\0gone.yaml\0moved\0notes.txt\0"
		"other.yaml\0other.yaml\0same.yaml\0x/now.yaml";
	struct fake_git g = {
		.files = {{"broken.yaml", LADDER("broken")},
			  {"gone.yaml", LADDER("gone")},
			  {"other.yaml", "a: 1\n"},
			  {"same.yaml", LADDER("untouched")},
			  {"x/before.yaml", LADDER("same")}},
		.tracked = tracked,
		.n_tracked = sizeof tracked,
	};
	ladder_pairs pairs = {0};

	(void)state;
	fake_init(&g);
	g.up = "../";
	g.memory.working = "/w/x";
	memcpy(g.memory.files,
	       (struct memory_file[]){{"/w/added.yaml", LADDER("added")},
				      {"/w/broken.yaml", "a: [\n"},
				      {"/w/other.yaml", "b: [\n"},
				      {"/w/same.yaml", LADDER("untouched")},
				      {"/w/x/now.yaml", LADDER("same")}},
	       5 * sizeof *g.memory.files);
	assert_int_equal(git_ladders(&g.job, git_loader(&g.job, STR("HEAD")),
				     &pairs),
			 EXIT_DONE);
	assert_int_equal(pairs.n, 4);
	assert_pair(&pairs.at[0], "none", "../added.yaml");
	assert_pair(&pairs.at[1], "HEAD:broken.yaml", "../broken.yaml");
	assert_pair(&pairs.at[2], "HEAD:gone.yaml", "none");
	assert_pair(&pairs.at[3], "HEAD:x/before.yaml", "../x/now.yaml");
	/* that of other.yaml is none of our business */
	assert_int_equal(g.job.diag.findings.n, 1);
	assert_text(g.job.diag.findings.at[0].span.source->name,
		    "../broken.yaml");
	fake_release(&g);
}

static void test_changed_unreadable(void **state)
{
	static const char tracked[] = "l.yaml";
	struct fake_git g = {.files = {{"l.yaml", LADDER("a")}},
			     .tracked = tracked,
			     .n_tracked = sizeof tracked};
	ladder_pairs pairs = {0};

	(void)state;
	fake_init(&g);
	g.memory.files[0] = (struct memory_file){"/w/l.yaml", NULL};
	assert_int_equal(git_ladders(&g.job, git_loader(&g.job, STR("HEAD")),
				     &pairs),
			 EXIT_INPUT);
	assert_said(&g, "ladder: l.yaml: permission denied\n");
	g.bare = true;
	assert_int_equal(git_ladders(&g.job, git_loader(&g.job, STR("HEAD")),
				     &pairs),
			 EXIT_INPUT);
	assert_said(&g, "ladder: git has no working tree here to compare "
			"with\n");
	fake_release(&g);
}

/* What git does not keep track of yet has its place among the others. */
static void test_changed_untracked(void **state)
{
	static const char tracked[] = "a.yaml\0z.yaml";
	struct fake_git g = {.files = {{"a.yaml", "a"}, {"m.yaml", "m"}},
			     .tracked = tracked,
			     .n_tracked = sizeof tracked,
			     .untracked = "n.yaml"};
	static const char *const expected[] = {"a.yaml", "m.yaml", "n.yaml",
					       "z.yaml"};
	struct git_changes all = {0}, known = {0};
	struct loader *at;

	(void)state;
	fake_init(&g);
	memcpy(g.memory.files,
	       (struct memory_file[]){{"/w/a.yaml", "b"},
				      {"/w/n.yaml", "n"},
				      {"/w/z.yaml", "z"}},
	       3 * sizeof *g.memory.files);
	at = git_loader(&g.job, STR("HEAD"));
	assert_int_equal(git_changed(&g.job, at, true, &all), EXIT_DONE);
	assert_int_equal(all.files.n, 4);
	for (int i = 0; i < 4; i++) {
		assert_text(all.files.at[i].top, expected[i]);
		assert_int_equal(all.files.at[i].status, "MDAA"[i]);
	}
	assert_int_equal(git_changed(&g.job, at, false, &known), EXIT_DONE);
	assert_int_equal(known.files.n, 3);
	assert_text(known.files.at[2].top, "z.yaml");
	fake_release(&g);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_names_outside),
		cmocka_unit_test(test_no_revision),
		cmocka_unit_test(test_extends),
		cmocka_unit_test(test_extends_outside),
		cmocka_unit_test(test_refusals),
		cmocka_unit_test(test_changed),
		cmocka_unit_test(test_changed_unreadable),
		cmocka_unit_test(test_changed_untracked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
