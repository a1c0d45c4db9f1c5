/* Reads YAML into structs by tables of fields: one row a key. The tables are
 * what the reader, its messages and the documentation of the format follow. */
#ifndef MODEL_READ_H
#define MODEL_READ_H

#include "model/ladder.h"

#include <stddef.h>

struct shape;

enum field_kind {
	FIELD_TEXT,    /* struct str: any scalar */
	FIELD_ID,      /* struct str: an id (format.md 2) */
	FIELD_BOOL,    /* bool */
	FIELD_WHOLE,   /* int64_t: a whole number from min to max */
	FIELD_FIGURE,  /* int64_t: thousandths, from min to max */
	FIELD_WORD,    /* int: index into `words` */
	FIELD_DATE,    /* int32_t: days */
	FIELD_TIME,    /* milliday: 3mo */
	FIELD_EFFORT,  /* struct effort: 8h or 8h-16h */
	FIELD_EFFORTS, /* struct efforts: one or a list of them */
	FIELD_FIGURES, /* struct figures: a list of figures */
	FIELD_TEXTS,   /* struct texts: a list of texts */
	FIELD_MAPPING, /* a struct of `shape`, in place */
	FIELD_LIST,    /* VEC of structs of `shape` */
	FIELD_KEYED,   /* VEC of structs of `shape`, keyed by id */
	FIELD_STAGES,  /* stage_refs: competency -> stage */
};

enum {
	FIELD_MANDATORY = 1, /* must be there and have a value */
	FIELD_ANY_KEY = 2,   /* FIELD_KEYED: keys need not be ids */
	FIELD_REFERS = 4,    /* FIELD_KEYED: keys are ids of something else */
	FIELD_SALARY = 8,    /* its own limit on figures */
	FIELD_FROM_ONE = 16, /* FIELD_WORD: 1 + index, so that 0 is not given */
	FIELD_NOT_DIGITS = 32, /* FIELD_ID: not digits only */
	FIELD_IDS = 64,        /* FIELD_TEXTS: ids */
	FIELD_PATHS = 128,     /* FIELD_TEXTS, FIELD_KEYED: an id, or two with
				  a slash between them */
	FIELD_NUMBERED = 256,  /* FIELD_TEXT, FIELD_TEXTS: a number or an id */
};

struct field {
	const char *name;
	enum field_kind kind;
	uint16_t at;       /* offset of the value in the struct */
	uint16_t node_at;  /* offset of a `const struct node *` that is set to
			      the value's node; 0 where there is none */
	uint16_t flags;
	int64_t min, max;  /* of figures; max 0: only the limit holds */
	const char *const *words; /* FIELD_WORD: ends with NULL */
	const struct shape *shape;
	const char *summary; /* what it is, for documentation */
};

/* The keys of one kind of mapping. Its struct begins with a struct head. */
struct shape {
	const char *what; /* "a level", for messages */
	const struct field *fields;
	uint32_t n;
	size_t size;       /* of the struct */
	const char *text_field; /* a scalar stands for a mapping of this key */
	const char *list_field; /* a list stands for a mapping of this key */
	bool only_short;   /* a mapping is not allowed at all */
	const char *id_field; /* FIELD_LIST: ids of its items must differ; names
				 the key, "id"; NULL where they have none */
};

struct reader {
	struct arena *arena;
	struct diag *diag;
	const struct doc *doc;
	const struct limits *limits;
	bool partial; /* an overlay by itself: what is missing may stand in its
			 base, and it may remove things */
};

/* Reads a mapping (or what stands for one) into `out`, which the caller
 * zeroed and may have given defaults. `key` is the node of its key, or NULL;
 * what is missing is reported there. */
void read_struct(struct reader *r, const struct shape *shape,
		 const struct node *key, const struct node *node, void *out);

#endif
