/* A world for tests: files in memory, any of which can be made to fail, and
 * a loader over them whose findings can be compared as text. */
#ifndef SUPPORT_WORLD_H
#define SUPPORT_WORLD_H

#include "model/load.h"

struct world_file {
	const char *path; /* absolute */
	struct str text;
	const char *link; /* the absolute path that it leads to, or NULL */
	enum host_status status; /* what reading it says */
};

struct world {
	struct host host;
	struct arena arena;
	struct diag diag;
	struct loader loader;
	VEC(struct world_file) files;
	VEC(struct doc *) docs; /* of what was loaded, to be given back */
	const char *cwd;	/* "/w"; NULL: there is none */
	const char *input;	/* standard input */
	const char *env[8];	/* name, value, name, value … */
	const char *reason;
	uint32_t reads; /* how many files were read */
};

void world_init(struct world *w);
void world_release(struct world *w);

/* Puts a file there. The text is not copied. */
void world_add(struct world *w, const char *path, const char *text);

/* Puts a link there. */
void world_link(struct world *w, const char *path, const char *to);

/* Makes reading a file say this. */
void world_fail(struct world *w, const char *path, enum host_status status);

/* Loads a ladder from a text that is called "l.yaml", or from a file. NULL
 * where nothing could be made of it. */
struct ladder *world_ladder(struct world *w, const char *text);
struct ladder *world_ladder_bytes(struct world *w, struct str text);
struct ladder *world_ladder_file(struct world *w, const char *path);

/* Loads an assessment from a text that is called "a.yaml". */
struct assessment *world_assessment(struct world *w, const struct ladder *l,
				    const char *text);

/* The findings so far, sorted, one a line: "l.yaml:3:5 L204". */
const char *world_findings(struct world *w);

/* Fails the test where the findings are others; they are forgotten. */
#define expect_findings(w, text) check_findings((w), (text), __FILE__, __LINE__)
void check_findings(struct world *w, const char *text, const char *file,
		    int line);

/* The first finding of a code; fails the test where there is none. */
const struct finding *world_finding(struct world *w, enum code code);

/* The whole model of a ladder as text, without places: equal for ladders that
 * mean the same. */
struct str ladder_dump(const struct ladder *l, struct arena *a);

#endif
