/* hostile PROGRAM [-v] [-b BYTES] [-c COMMAND] [NAME]...: whether files that were
 * made to be slow take time linear in their size; all families, or some by
 * name. Each is run at half of BYTES and at BYTES by each command that reads
 * files of strangers, or by one; the worst of `validate` once more at a
 * mebibyte. -v prints all figures. Status 1 where doubling a file multiplies
 * its time by more than GROWTH, or a mebibyte takes `validate` more than WORST
 * times what an honest mebibyte takes. */
#include "hostile/family.h"
#include "hostile/files.h"
#include "hostile/known.h"
#include "hostile/measure.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define GROWTH 2.5
#define WORST 10.0

/* What starting and ending a process may differ by, in seconds. */
#define GRAIN 0.002

enum {
	AGAIN = 10, /* as many runs where one takes too much, of which the
		       least counts: who else runs may be in the way, and never
		       helps */
	MOST_WORDS = 8,
	DOZEN = 12,
	TRIES = 4,     /* times at which one that takes too much is looked at:
			  a machine may be slow for longer than one look */
	SUSPECTS = 64, /* more than that are no accident */
	ENOUGH = 256 << 10, /* bytes at which to look for growth */
	MEBIBYTE = 1 << 20,
};

static const struct family *const tables[] = {
	families_ladders, families_yaml,  families_bytes,
	families_names,	  families_texts, families_people,
};

static const struct family *const honest = &families_ladders[0];

/* What reads files of strangers. */
static const struct command {
	const char *name, *words[MOST_WORDS];
	bool options; /* and those of the family */
} commands[] = {
	{"validate", {"validate", "f.yaml"}, true},
	{"fix", {"validate", "--fix", "--diff", "f.yaml"}, false},
	{"fmt", {"fmt", "--diff", "f.yaml"}, false},
};
static const struct command *const validate = &commands[0];

#define N_OF(array) (sizeof(array) / sizeof *(array))

struct costly {
	const struct family *family;
	double cost; /* seconds that a mebibyte may take */
};

/* What took too much, and is to be looked at once more. */
struct suspect {
	const struct family *family;
	const struct command *command;
	size_t bytes;
	bool bounded;
};

struct bench {
	const char *program;
	char root[64];
	size_t bytes;
	bool verbose, bounded; /* does what is bound to WORST count? */
	const char *only;      /* this command; NULL: all */
	struct files honest;
	double honest_time;	    /* of `validate`, in seconds */
	struct costly worst[DOZEN]; /* for `validate`, the worst first */
	struct suspect suspects[SUSPECTS];
	int n_suspects;
	int runs, failed;
	int ended; /* exit status of the last run */
};

/* --- runs ----------------------------------------------------------------- */

/* Runs a command over files, and keeps the least of its times in `best`; false
 * where it crashed. 0 is no time yet. */
static bool run(struct bench *b, const struct files *files,
		const struct command *c, double *best)
{
	char *argv[MOST_WORDS + 3] = {(char *)b->program};
	double now;
	int n = 1;

	while (c->words[n - 1]) {
		argv[n] = (char *)c->words[n - 1];
		n++;
	}
	if (c->options)
		argv[n] = (char *)files->family->options;
	now = measure_run(files->dir, argv, &b->ended);
	if (*best == 0 || now < *best)
		*best = now;
	return now >= 0;
}

/* Seconds. */
struct times {
	double half, full, honest;
};

/* What is promised, or what is known to be worse. */
static double bound(double known, double promised)
{
	return known > 0 ? known : promised;
}

static const char *wrong(const struct bench *b, const struct command *c,
			 const struct family *f, const struct times *t)
{
	static const struct known none;
	const struct known *k = known_find(c->name, f->name);

	if (!k)
		k = &none;
	if (t->full > bound(k->growth, GROWTH) * t->half + GRAIN)
		return "grows faster than its files";
	if (b->bounded && c == validate &&
	    t->full > bound(k->cost, WORST) * t->honest)
		return "takes too long";
	return NULL;
}

/* One more round of runs, the honest file among them: what slows the machine
 * down slows all of them. */
static bool run_round(struct bench *b, const struct files *half,
		      const struct files *full, const struct command *c,
		      struct times *t)
{
	/* a half that is slow by chance would hide much: twice */
	return run(b, half, c, &t->half) && run(b, half, c, &t->half) &&
	       run(b, full, c, &t->full) &&
	       run(b, &b->honest, validate, &t->honest);
}

static const char *check_times(struct bench *b, const struct files *half,
			       const struct files *full,
			       const struct command *c, struct times *t)
{
	const char *what = NULL;

	*t = (struct times){.honest = b->honest_time};
	for (int i = 0; i < AGAIN && (!i || what); i++) {
		if (!run_round(b, half, full, c, t))
			return "crashed, or came to no end";
		what = wrong(b, c, full->family, t);
	}
	return what;
}

/* --- families ------------------------------------------------------------- */

static void tell(struct bench *b, const struct family *f,
		 const struct command *c, const struct times *t,
		 const char *what)
{
	const struct known *k = known_find(c->name, f->name);

	if (!b->verbose && !what)
		return;
	printf("%-8s %-30s %7.1f ms, of half %7.1f ms: %5.2f  %6.2f%s%s\n",
	       c->name, f->name, 1000 * t->full, 1000 * t->half,
	       t->full / t->half, t->full / t->honest, what ? "  " : "",
	       what ? what : "");
	if (k)
		printf("         known: %s\n", k->why);
	fflush(stdout);
}

/* What a mebibyte may cost, on a straight line through two sizes. */
static double straight_on(const struct bench *b, const struct times *t)
{
	double halves = 2 * ((double)MEBIBYTE / (double)b->bytes - 1);

	return t->full + halves * (t->full - t->half);
}

static void keep_worst(struct bench *b, const struct family *f, double cost)
{
	int at = DOZEN;

	while (at && b->worst[at - 1].cost < cost)
		at--;
	if (at == DOZEN)
		return;
	memmove(&b->worst[at + 1], &b->worst[at],
		(size_t)(DOZEN - 1 - at) * sizeof *b->worst);
	b->worst[at] = (struct costly){f, cost};
}

static void check(struct bench *b, const struct files *half,
		  const struct files *full, const struct command *c)
{
	struct times t;
	const char *what = check_times(b, half, full, c, &t);

	tell(b, full->family, c, &t, what);
	if (c == validate && !b->bounded)
		keep_worst(b, full->family, straight_on(b, &t));
	b->runs++;
	if (what && b->n_suspects < SUSPECTS)
		b->suspects[b->n_suspects++] = (struct suspect){
			full->family, c, b->bytes, b->bounded};
	else
		b->failed += what != NULL;
}

static void check_family(struct bench *b, const struct family *f)
{
	struct files half = files_write(b->root, "half", f, b->bytes / 2);
	struct files full = files_write(b->root, "full", f, b->bytes);

	for (size_t i = 0; i < N_OF(commands); i++) {
		const struct command *c = &commands[i];

		if (b->only ? !strcmp(b->only, c->name)
			    : !b->bounded || c == validate)
			check(b, &half, &full, c);
	}
	files_remove(&half);
	files_remove(&full);
}

/* --- sizes ---------------------------------------------------------------- */

static void begin_size(struct bench *b, size_t bytes)
{
	b->bytes = bytes;
	b->honest = files_write(b->root, "honest", honest, bytes);
	b->honest_time = 0;
	for (int i = 0; i < AGAIN; i++) {
		if (run(b, &b->honest, validate, &b->honest_time) &&
		    b->ended == 0)
			continue;
		fprintf(stderr, "%s: does not take an honest file\n",
			b->program);
		exit(1);
	}
	printf("an honest file of %zu KiB takes %.1f ms\n", bytes >> 10,
	       1000 * b->honest_time);
}

/* One more look at what took too much; what still does stays a suspect. */
static void look_again(struct bench *b)
{
	struct suspect before[SUSPECTS];
	int n = b->n_suspects;

	memcpy(before, b->suspects, sizeof before);
	b->n_suspects = 0;
	for (int i = 0; i < n; i++) {
		const struct suspect *s = &before[i];
		struct files half, full;

		b->bounded = s->bounded;
		begin_size(b, s->bytes);
		half = files_write(b->root, "half", s->family, b->bytes / 2);
		full = files_write(b->root, "full", s->family, b->bytes);
		check(b, &half, &full, s->command);
		files_remove(&half);
		files_remove(&full);
		files_remove(&b->honest);
	}
}

static bool is_asked(const char *name, char *const *names)
{
	if (!*names)
		return true;
	for (; *names; names++)
		if (!strcmp(*names, name))
			return true;
	return false;
}

static void check_growth(struct bench *b, size_t bytes, char *const *names)
{
	begin_size(b, bytes);
	for (size_t i = 0; i < N_OF(tables); i++)
		for (const struct family *f = tables[i]; f->name; f++)
			if (is_asked(f->name, names))
				check_family(b, f);
	files_remove(&b->honest);
}

static void check_worst(struct bench *b)
{
	if (!b->worst[0].family)
		return;
	b->bounded = true;
	begin_size(b, MEBIBYTE);
	for (int i = 0; i < DOZEN && b->worst[i].family; i++)
		check_family(b, b->worst[i].family);
	files_remove(&b->honest);
}

/* --- the program ---------------------------------------------------------- */

static bool read_options(struct bench *b, int argc, char **argv)
{
	for (int c; (c = getopt(argc, argv, "vb:c:")) != -1;) {
		if (c == 'v')
			b->verbose = true;
		else if (c == 'b')
			b->bytes = strtoul(optarg, NULL, 10);
		else if (c == 'c')
			b->only = optarg;
		else
			return false;
	}
	b->program = optind < argc ? realpath(argv[optind], NULL) : NULL;
	return b->program && b->bytes;
}

int main(int argc, char **argv)
{
	struct bench b = {.root = "/tmp/ladder-hostile-XXXXXX",
			  .bytes = ENOUGH};

	if (!read_options(&b, argc, argv) || !mkdtemp(b.root)) {
		fprintf(stderr, "usage: hostile PROGRAM [-v] [-b BYTES] "
				"[-c COMMAND] [NAME]...\n");
		return 2;
	}
	check_growth(&b, b.bytes, argv + optind + 1);
	check_worst(&b);
	for (int i = 1; i < TRIES && b.n_suspects; i++)
		look_again(&b);
	b.failed += b.n_suspects;
	rmdir(b.root);
	printf("%d runs, %d wrong\n", b.runs, b.failed);
	return b.failed > 0 || b.runs == 0;
}
