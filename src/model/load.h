/* From file names to models: reading, merging, resolving, checking. */
#ifndef MODEL_LOAD_H
#define MODEL_LOAD_H

#include "base/host.h"
#include "model/assessment.h"

/* A ladder that is compiled into the program. */
struct builtin {
	const char *id;
	struct str text; /* its YAML */
	/* the same, parsed by the build (cmake/pack_ladders.c); NULL where the
	 * build could not run a program of its own */
	const struct node *nodes;
	uint32_t n_nodes;
	const char *decoded;
};

/* Ends with a row whose id is NULL; made by the build from ladders/. */
extern const struct builtin builtin_ladders[];

const struct builtin *builtin_find(struct str id);

/* What loading needs; the same for all files of a run. */
struct loader {
	struct arena *arena; /* all that is loaded lives here */
	struct host *host;
	/* put before the paths of its files where they are shown, as "HEAD:"
	 * for those of a revision; empty where the host's files are the
	 * working directory's */
	struct str prefix;
	struct limits limits;
	struct diag *diag;
	struct efforts effort_override; /* --effort; n is 0 without */
	struct map sources; /* name -> struct source; begins empty */
	struct map ahead;   /* the same -> struct ahead (ahead.h) */
	struct ahead *all_ahead; /* to be given back */
};

/* A loader like another one that has loaded nothing yet: for files that are to
 * be read apart, from another host or with other findings. */
struct loader loader_like(const struct loader *ld);

/* What a file is, by its `format` key. */
enum file_kind { FILE_OTHER, FILE_LADDER, FILE_ASSESSMENT };

/* A file that was read and parsed; what it means comes next. */
struct loaded {
	struct str path; /* as the host knows it */
	struct str name; /* as it is shown: behind the loader's prefix */
	struct source *source;
	struct doc doc;
	enum file_kind kind;
	uint32_t errors; /* that reading and parsing it found */
	enum host_status status; /* not HOST_OK: nothing else is set, and
				    host->why() told `why` */
	struct str why;
};

/* Reads a file that was not read before, without a word; NULL where that is
 * not possible or not needed: it is a shipped ladder. */
struct source *load_source(struct loader *ld, struct str path);

/* Reads and parses a file ("-" is standard input, "builtin:ID" a shipped
 * ladder). What is wrong with it is in the diag. */
struct loaded load_file(struct loader *ld, struct str path);

/* The same for a file that must lie within a directory (see host.h). */
struct loaded load_within(struct loader *ld, struct str path,
			  const char *within);

/* The same with all that is found told to `d` alone: perhaps nobody is to hear
 * of it. `within` is as above; NULL: anywhere. */
struct loaded load_apart(struct loader *ld, struct str path,
			 const char *within, struct diag *d);

/* The same for standard input in the place of a file that `path` names, there
 * or not: what it extends lies beside that, and findings are that file's. */
struct loaded load_input_as(struct loader *ld, struct str path);

/* The same for bytes that are there already. */
struct loaded load_text(struct loader *ld, struct str path, struct str text);

/* Makes the ladder that a file means, with all it extends. NULL only where
 * nothing could be made of it; look at `usable` before planning. The document
 * moves into the ladder. */
struct ladder *load_ladder(struct loader *ld, struct loaded *file);

/* Makes the assessment; with `l` NULL its shape alone is checked. */
struct assessment *load_assessment(struct loader *ld, struct loaded *file,
				   const struct ladder *l);

/* Says what is wrong with the `format` of a file that is neither. */
void load_check_format(struct loader *ld, struct loaded *file);

/* Whether a file that is neither was meant to be one: its format is mistyped or
 * of another version, or left out where the keys that it needs are there.
 * Below a directory it is told about, and others are passed over. */
bool loaded_is_meant(const struct loaded *file);

/* Gives back what load_file took, for a file that no model was made of. */
void load_release(struct loaded *file);

/* The ladder id that an assessment file names, or empty. */
struct str loaded_ladder_id(const struct loaded *file);

/* The id of a ladder file and what it extends, without making it. */
struct str loaded_id(const struct loaded *file);
struct str loaded_extends(const struct loaded *file);

/* Whether it extends nothing: then load_ladder needs this file alone. */
bool loaded_is_alone(const struct loaded *file);

#endif
