/* oracle: the planner's plans beside those of solvers that are not ours.
 *
 *   oracle run PROGRAM DIR [--full] [--only FAMILY[:STAGES]]
 *              [--rounds N] [N [SEED]]
 *   oracle check PROGRAM LADDER ASSESSMENT [TARGET]
 *   oracle generate FAMILY STAGES SEED DIR
 *   oracle translate LADDER ASSESSMENT [TARGET] >MODEL.mps */
#include "host/posix.h"
#include "oracle/check.h"
#include "oracle/files.h"
#include "oracle/generate.h"
#include "oracle/suite.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

enum { GOOD = 0, WRONG = 1, USAGE = 2, SKIPPED = 77 };

enum { QUICK = 70, QUICK_SECONDS = 20, QUICK_TIES = 60 };
enum { FULL = 600, FULL_SECONDS = 120, FULL_TIES = 200 };

static int usage(void)
{
	fputs("usage: oracle run PROGRAM DIR [--full] "
	      "[--only FAMILY[:STAGES]] [--rounds N] [N [SEED]]\n"
	      "       oracle check PROGRAM LADDER ASSESSMENT [TARGET]\n"
	      "       oracle generate FAMILY STAGES SEED DIR\n"
	      "       oracle translate LADDER ASSESSMENT [TARGET]\n",
	      stderr);
	return USAGE;
}

static uint32_t number(const char *word)
{
	return (uint32_t)strtoul(word, NULL, 10);
}

/* --- run ------------------------------------------------------------------ */

static void read_only(struct suite *s, char *word)
{
	char *colon = strchr(word, ':');

	s->family = word;
	if (colon) {
		*colon = '\0';
		s->size = number(colon + 1);
	}
}

static int run(struct host *host, int argc, char **argv)
{
	struct suite s = {.instances = QUICK,
			  .seed = 1,
			  .seconds = QUICK_SECONDS,
			  .ties = QUICK_TIES};
	int numbers = 0;

	if (argc < 2)
		return usage();
	s.program = argv[0];
	s.dir = argv[1];
	for (int i = 2; i < argc; i++) {
		if (!strcmp(argv[i], "--full")) {
			s.instances = FULL;
			s.seconds = FULL_SECONDS;
			s.ties = FULL_TIES;
			s.all_solvers = true;
		} else if (!strcmp(argv[i], "--only") && i + 1 < argc) {
			read_only(&s, argv[++i]);
		} else if (!strcmp(argv[i], "--rounds") && i + 1 < argc) {
			s.rounds = number(argv[++i]);
		} else if (numbers++ == 0) {
			s.instances = number(argv[i]);
		} else {
			s.seed = number(argv[i]);
		}
	}
	switch (suite_run(host, &s)) {
	case SUITE_GOOD:
		return GOOD;
	case SUITE_WRONG:
		return WRONG;
	case SUITE_NO_SOLVER:
		break;
	}
	puts("skipped: neither glpsol nor cbc is here "
	     "(Debian: glpk-utils, coinor-cbc)");
	return SKIPPED;
}

/* --- single instances ----------------------------------------------------- */

static int check_one(struct host *host, int argc, char **argv)
{
	char dir[] = "/tmp/oracle.XXXXXX";
	struct question q = {.seconds = FULL_SECONDS, .ties = 200};
	struct outcome o;

	if (argc < 3 || !mkdtemp(dir))
		return usage();
	q.asking = (struct asking){.program = argv[0],
				   .ladder = argv[1],
				   .assessment = argv[2],
				   .target = argc > 3 ? argv[3] : NULL};
	q.dir = dir;
	q.limits = answer_has_limit(argv[0], dir);
	for (enum solver s = 0; s < N_SOLVERS; s++)
		q.solvers[s] = solver_there(s);
	check(host, &q, &o);
	printf("%s%s%s\n", *o.wrong ? o.wrong : "good", *o.odd ? "; " : "",
	       o.odd);
	printf("proven %s, optimum %s, by force %s, gap %.2f%%; "
	       "ladder %.3f s, glpsol %.3f s, cbc %.3f s; files in %s\n",
	       o.proven ? "yes" : "no",
	       !o.known ? "unknown" : o.equal ? "reached" : "missed",
	       o.brute ? "yes" : "no", 100 * o.gap, o.seconds,
	       o.solver_seconds[SOLVER_GLPSOL], o.solver_seconds[SOLVER_CBC],
	       dir);
	return *o.wrong ? WRONG : GOOD;
}

static void save(const char *dir, const char *name, const struct buf *text)
{
	char path[512];
	FILE *f;

	snprintf(path, sizeof path, "%s/%s", dir, name);
	f = fopen(path, "w");
	if (!f || fwrite(text->ptr, 1, text->len, f) != text->len || fclose(f))
		perror(path);
}

static int generate_one(int argc, char **argv)
{
	enum family f = argc == 4 ? family_find(argv[0]) : N_FAMILIES;
	struct buf ladder = {0}, assessment = {0};

	if (f == N_FAMILIES || !number(argv[1]))
		return usage();
	generate(f, number(argv[1]), number(argv[2]), &ladder, &assessment);
	mkdir(argv[3], 0777);
	save(argv[3], "ladder.yaml", &ladder);
	save(argv[3], "assessment.yaml", &assessment);
	buf_release(&ladder);
	buf_release(&assessment);
	return GOOD;
}

static int translate(struct host *host, int argc, char **argv)
{
	struct aim aim = {1, 0, -1, NULL};
	struct files f = {0};
	struct program text;
	int status = WRONG;

	if (argc < 2)
		return usage();
	if (!files_load(host, argv[0], argv[1], argc > 2 ? argv[2] : NULL, &f))
		fprintf(stderr, "oracle: %.*s\n", STR_ARG(f.why));
	else if (!program_write(f.puzzle, &aim, &text))
		fputs("oracle: no route leads to the target\n", stderr);
	else
		status = fwrite(text.text.ptr, 1, text.text.len, stdout) !=
			 text.text.len;
	if (!status)
		program_release(&text);
	files_release(&f);
	return status;
}

int main(int argc, char **argv)
{
	struct host_posix world;
	const char *what = argc > 1 ? argv[1] : "";

	host_posix_init(&world);
	if (!strcmp(what, "run"))
		return run(&world.host, argc - 2, argv + 2);
	if (!strcmp(what, "check"))
		return check_one(&world.host, argc - 2, argv + 2);
	if (!strcmp(what, "generate"))
		return generate_one(argc - 2, argv + 2);
	if (!strcmp(what, "translate"))
		return translate(&world.host, argc - 2, argv + 2);
	return usage();
}
