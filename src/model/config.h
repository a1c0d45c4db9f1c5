/* What a configuration says: `.ladder.yaml` in a repository, or
 * `ladder/config.yaml` among a person's own files (docs/configuration.md). */
#ifndef MODEL_CONFIG_H
#define MODEL_CONFIG_H

#include "model/read.h"

/* How much a finding counts; LEVEL_OFF: it is not told. */
enum level {
	LEVEL_UNSET, /* as the catalogue has it */
	LEVEL_OFF,
	LEVEL_NOTE,
	LEVEL_WARNING,
	LEVEL_ERROR
};

/* "off", "note", "warning", "error", from LEVEL_OFF on; ends with NULL. */
extern const char *const level_names[];

struct setting { /* the level of the findings of one code */
	struct head head; /* id: a code or its name */
	int level;        /* enum level */
};

struct vocabulary { /* words of one language */
	struct head head; /* id: a tag of BCP 47 */
	struct texts words;
};

/* As the words of --fail-on, from 1; 0 is not given. */
enum fail_on {
	FAIL_ON_DEFAULT,
	FAIL_ON_ERROR,
	FAIL_ON_WARNING,
	FAIL_ON_NOTE,
	FAIL_ON_NEVER
};

struct config {
	struct head head;
	struct str format;
	const struct node *format_node;
	struct str ladder; /* a shipped id, or a file beside it; may be empty */
	VEC(struct setting) severity;
	int fail_on;         /* enum fail_on */
	struct str baseline; /* a file beside it; may be empty */
	struct texts ignore; /* patterns of paths beside it */
	VEC(struct vocabulary) vague_words; /* by language */
};

extern const struct shape config_shape;

/* Reads what a parsed file says; what is wrong with it goes to `d`. */
struct config config_read(const struct doc *doc, struct arena *a,
			  const struct limits *limits, struct diag *d);

/* The codes that a word stands for: one by its id or name, or a family. */
struct setting_scope {
	enum code code; /* N_CODES: none */
	int family;     /* as code_family has it */
};

struct setting_scope setting_scope(struct str word);

/* Whether a word stands for none. */
bool setting_is_unknown(struct setting_scope scope);

/* Whether all of them stay as they are at that level: nothing to set. */
bool setting_is_refused(struct setting_scope scope, enum level level);

/* What is nearest to a word that stands for none. */
void setting_offer(struct typo *t);

/* Whether the findings of a code may have a level: those of a firm one are
 * errors (code_is_firm). */
bool config_may_set(enum code code, enum level level);

#endif
