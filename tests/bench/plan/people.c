/* Assessments of some 2 KB by dice: `people json|yaml N LADDER`, one a line
 * or one a document. Both forms hold the same. */
#include "host/posix.h"
#include "oracle/files.h"
#include "support/dice.h"

#include <stdio.h>
#include <stdlib.h>

enum { ABOUT = 2000 }; /* bytes of a line */

struct writer {
	const struct ladder *ladder;
	struct dice dice;
	bool json;
	size_t written; /* of this person, counted as JSON */
};

static const char *const notes[] = {
	"Led the change of the ledger from the first sketch to its end.",
	"Showed it twice this year, once with another team.",
	"Still asks for help where more than one service is touched.",
	"The review of the last release says so in three places.",
	"Wants to begin with this after the summer.",
};

/* --- the two forms -------------------------------------------------------- */

static void put(struct writer *w, const char *json, const char *yaml,
		const char *text, size_t len)
{
	w->written += strlen(json) + len;
	fputs(w->json ? json : yaml, stdout);
	fwrite(text, 1, len, stdout);
}

static void put_str(struct writer *w, const char *json, const char *yaml,
		    struct str text)
{
	put(w, json, yaml, text.ptr, text.len);
}

static void put_number(struct writer *w, const char *json, const char *yaml,
		       uint64_t number)
{
	char text[24];
	int n = snprintf(text, sizeof text, "%llu",
			 (unsigned long long)number);

	put(w, json, yaml, text, (size_t)n);
}

static void put_only(struct writer *w, const char *json, const char *yaml)
{
	put(w, json, yaml, "", 0);
}

/* --- a person ------------------------------------------------------------- */

static void put_head(struct writer *w, uint64_t number)
{
	const struct ladder *l = w->ladder;
	struct track *t = &l->tracks.at[dice_below(&w->dice, l->tracks.n)];
	uint32_t from = dice_below(&w->dice, t->levels.n - 1);
	uint32_t left = t->levels.n - 1 - from;
	uint32_t to = from + 1 + dice_below(&w->dice, left < 2 ? left : 2);

	put_str(w, "{\"format\": \"assessment/1\", \"ladder\": \"",
		"---\nformat: assessment/1\nladder: ", l->head.id);
	put_number(w, "\", \"person\": \"Person ", "\nperson: Person ",
		   number);
	put_str(w, "\", \"role\": \"", "\nrole: ", t->levels.at[from].path);
	put_str(w, "\", \"baseline\": \"", "\nbaseline: ",
		t->levels.at[from].path);
	put_str(w, "\", \"target\": \"", "\ntarget: ",
		t->levels.at[to].path);
	put_only(w, "\", \"ratings\": {", "\nratings:\n");
}

static void put_rating(struct writer *w, const struct competency *c, bool first)
{
	uint32_t stage = dice_below(&w->dice, c->n_stages + 1);
	const char *note = notes[dice_below(&w->dice, 5)];

	put_str(w, first ? "\"" : ", \"", "  ", c->head.id);
	put_number(w, "\": {\"stage\": ", ":\n    stage: ", stage);
	put_only(w, ", \"note\": \"", "\n    note: ");
	put(w, "", "", note, strlen(note));
	put_only(w, "\"}", "\n");
}

static void put_person(struct writer *w, uint64_t number)
{
	uint32_t n = w->ladder->competencies.n;
	uint32_t at = dice_below(&w->dice, n);
	bool first = true;

	w->written = 0;
	put_head(w, number);
	for (uint32_t i = 0; i < n && w->written < ABOUT; i++, first = false)
		put_rating(w, &w->ladder->competencies.at[(at + i) % n],
			   first);
	put_only(w, "}}\n", "");
}

int main(int argc, char **argv)
{
	uint64_t n = argc == 4 ? strtoull(argv[2], NULL, 10) : 0;
	struct writer w = {.dice = {1}};
	struct host_posix world;
	struct files f = {0};

	if (!n) {
		fputs("usage: people json|yaml N LADDER\n", stderr);
		return 2;
	}
	host_posix_init(&world);
	if (!files_load_ladder(&world.host, argv[3], &f)) {
		fprintf(stderr, "people: %.*s\n", STR_ARG(f.why));
		return 3;
	}
	w.ladder = f.ladder;
	w.json = !strcmp(argv[1], "json");
	for (uint64_t i = 1; i <= n; i++)
		put_person(&w, i);
	files_release(&f);
	return fflush(stdout) ? 4 : 0;
}
