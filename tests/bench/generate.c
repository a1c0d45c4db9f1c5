/* Writes a ladder of at most a given size: `generate BYTES [SENTENCES] >FILE`.
 * The shape is that of a company's ladder, grown by the number of its tracks
 * and competencies: stages with checklists, prerequisites, practice, evidence,
 * and levels that ask for them. It is valid and draws no finding at all.
 * SENTENCES is how many each text has. With 1 (the default) a YAML event
 * takes some 22 bytes, in the shipped ladders 17 to 19; with 3 some 50, as in
 * the wordier of the public ones. The same arguments give the same bytes. */
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

enum {
	STAGES = 4,
	MOST = 24, /* competencies a track asks for, in all but tiny files */
	LEVELS = 6, /* levels of a track */
};

static const char *const nouns[] = {
	"service", "pipeline", "review", "incident", "interface", "release",
	"dataset", "estimate", "migration", "dashboard", "contract", "budget",
	"backlog", "runbook", "experiment", "handover",
};

static const char *const verbs[] = {
	"Describes", "Improves", "Measures", "Questions", "Documents",
	"Simplifies", "Defends", "Repairs", "Plans", "Teaches",
	"Automates", "Compares", "Retires",
};

static const char *const ends[] = {
	"before anyone outside the team has to ask for it",
	"and keeps the figures where all can check them",
	"with the people who will have to live with it",
	"so that the next person needs no explanation",
	"and names what was left out and why it was",
	"in time for the quarter in which it matters",
	"without a second pair of eyes on the plan",
};

#define COUNT(a) (sizeof(a) / sizeof *(a))

struct shape {
	int tracks, competencies; /* of each track */
	int sentences;            /* of each text */
};

/* Counts what it prints, and draws words. */
struct writer {
	FILE *out;
	struct shape shape;
	size_t written;
	unsigned long draw;
};

__attribute__((format(printf, 2, 3)))
static void put(struct writer *w, const char *fmt, ...)
{
	va_list ap;
	int n;

	va_start(ap, fmt);
	n = vfprintf(w->out, fmt, ap);
	va_end(ap);
	if (n > 0)
		w->written += (size_t)n;
}

/* The table sizes have no common divisor, so a sentence comes again only
 * after all its parts were combined. */
static void put_text(struct writer *w)
{
	for (int n = 0; n < w->shape.sentences; n++) {
		unsigned long i = w->draw++;

		put(w, "%s%s the %s %lu %s.", n ? " " : "",
		    verbs[i % COUNT(verbs)], nouns[i % COUNT(nouns)], i,
		    ends[i % COUNT(ends)]);
	}
}

static void put_item(struct writer *w, const char *indent)
{
	put(w, "%s- ", indent);
	put_text(w);
	put(w, "\n");
}

static void put_list(struct writer *w, const char *key, int n)
{
	put(w, "        %s:\n", key);
	for (int i = 0; i < n; i++)
		put_item(w, "          ");
}

/* Two in three competencies need the one before them, which every level asks
 * at least as high. */
static void put_stage(struct writer *w, int c, int stage)
{
	put(w, "      - id: s%d-reached\n", stage);
	put(w, "        name: Stage %d of skill %d\n", stage, c);
	put(w, "        summary: ");
	put_text(w);
	put(w, "\n");
	if (c % w->shape.competencies % 3)
		put(w, "        needs: {skill-%d: %d}\n", c - 1, stage);
	put(w, "        effort: %dh-%dh\n", 16 * stage, 32 * stage);
	put(w, "        elapsed: %dmo\n", stage);
	put_list(w, "behaviours", 3);
	put_list(w, "practise", 1);
	put_list(w, "evidence", 1);
}

static void put_competency(struct writer *w, int c)
{
	static const char *const categories[] = {"delivery", "craft", "people"};

	put(w, "  skill-%d:\n    name: Skill %d\n    category: %s\n", c, c,
	    categories[c % 3]);
	put(w, "    summary: ");
	put_text(w);
	put(w, "\n    stages:\n");
	for (int stage = 1; stage <= STAGES; stage++)
		put_stage(w, c, stage);
}

/* The stage that a level asks of the i-th competency of its track: each is
 * raised at every level, from the first stage at the first level, until it is
 * at its highest. */
static int asked(int level, int i)
{
	int stage = level - i % 3;

	return stage < 1 ? 1 : stage > STAGES ? STAGES : stage;
}

static void put_level(struct writer *w, int track, int level)
{
	int n = w->shape.competencies;

	put(w, "      - id: level-%d\n", level);
	put(w, "        title: Level %d of track %d\n", level, track);
	put(w, "        code: T%dL%d\n", track, level);
	put(w, "        summary: ");
	put_text(w);
	put(w, "\n        min-time: 12mo\n        requires:\n");
	for (int i = 0; i < n; i++) {
		int stage = asked(level, i);

		if (level == 1 || stage != asked(level - 1, i))
			put(w, "          skill-%d: %d\n", track * n + i,
			    stage);
	}
}

static void put_track(struct writer *w, int track)
{
	put(w, "  track-%d:\n    name: Track %d\n    kind: %s\n", track, track,
	    track % 2 ? "manager" : "ic");
	put(w, "    summary: ");
	put_text(w);
	put(w, "\n    levels:\n");
	for (int level = 1; level <= LEVELS; level++)
		put_level(w, track, level);
}

static void put_head(struct writer *w)
{
	put(w, "format: ladder/1\nid: generated\nname: Generated\n"
	       "version: \"1\"\nlanguage: en\n"
	       "summary: Made to be measured, not to be climbed.\n"
	       "effort: [8h, 40h, 80h, 160h]\n"
	       "categories:\n"
	       "  delivery: {name: Delivery, layer: execution}\n"
	       "  craft: {name: Craft, layer: technical}\n"
	       "  people: {name: People, layer: leadership}\n");
}

static void put_ladder(struct writer *w)
{
	put_head(w);
	put(w, "competencies:\n");
	for (int c = 0; c < w->shape.tracks * w->shape.competencies; c++)
		put_competency(w, c);
	put(w, "tracks:\n");
	for (int track = 0; track < w->shape.tracks; track++)
		put_track(w, track);
}

static bool fits(struct shape shape, size_t most)
{
	struct writer w = {.out = fopen("/dev/null", "w"), .shape = shape};

	if (!w.out)
		return false;
	put_ladder(&w);
	fclose(w.out);
	return w.written <= most;
}

/* The largest shape that fits: more tracks, or, where not even one fits, fewer
 * competencies. */
static struct shape choose(int sentences, size_t most)
{
	struct shape shape = {1, MOST, sentences}, next = shape;
	int step = 1;

	while (shape.competencies > 3 && !fits(shape, most))
		shape.competencies--;
	for (; fits(next, most); next.tracks = shape.tracks + step) {
		shape = next;
		step *= 2;
	}
	for (; step > 0; step /= 2) {
		next.tracks = shape.tracks + step;
		if (fits(next, most))
			shape = next;
	}
	return shape;
}

int main(int argc, char **argv)
{
	size_t most = argc > 1 ? strtoul(argv[1], NULL, 10) : 0;
	int sentences = argc > 2 ? atoi(argv[2]) : 1;
	struct writer w = {.out = stdout};

	if (!most || sentences < 1) {
		fprintf(stderr, "usage: generate BYTES [SENTENCES] >FILE\n");
		return 2;
	}
	w.shape = choose(sentences, most);
	put_ladder(&w);
	return fflush(stdout) ? 4 : 0;
}
