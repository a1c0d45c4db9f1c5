/* A change between two ladders: what it is, where, and whom it touches. The
 * catalogue of all that can be reported is changes.def. */
#ifndef DIFF_CHANGE_H
#define DIFF_CHANGE_H

#include "model/ladder.h"

enum change_code {
#define CHANGE(id, name, incumbent, candidate, files, mirror, says, reason) \
	CHANGE_##id,
#include "diff/changes.def"
#undef CHANGE
	N_CHANGES
};

/* On people: whether the roles that a change reaches ask more or less. */
enum effect { EFFECT_NONE, EFFECT_EASIER, EFFECT_REVIEW, EFFECT_HARDER };

/* On files that name ids. */
enum file_effect {
	FILES_FINE,
	FILES_SHIFT, /* a number may mean something else now */
	FILES_BREAK, /* a name no longer resolves */
};

enum change_class { CLASS_INFO, CLASS_EASING, CLASS_REVIEW, CLASS_BREAKING };

enum { N_CLASSES = CLASS_BREAKING + 1 };

/* One row of the catalogue. */
struct change_info {
	const char *id;   /* "D403" */
	const char *name; /* "requirement-raised" */
	enum effect incumbent, candidate;
	enum file_effect files;
	enum change_code mirror;
	const char *says;   /* for people, with {old}, {new}, {words}, … */
	const char *reason; /* why it has its class, one or two sentences */
};

extern const struct change_info change_table[N_CHANGES];

/* By id or name, ASCII case ignored; N_CHANGES where there is none. */
enum change_code change_find(struct str word);

/* breaking: harder for somebody, or a name that no longer resolves; review:
 * only a person can tell; easing: only easier; info: none of these. */
enum change_class change_class(enum effect incumbent, enum effect candidate,
			       enum file_effect files);

/* The class that a code has where it reaches somebody. */
enum change_class change_code_class(enum change_code code);

const char *class_name(enum change_class c);         /* "breaking" */
const char *effect_name(enum effect e);              /* "harder" */
const char *file_effect_name(enum file_effect e);    /* "break" */
/* By name, ASCII case ignored; false where there is none. */
bool class_find(struct str word, enum change_class *c);

enum value_kind {
	VALUE_NONE,   /* was not there, or is not any more */
	VALUE_TEXT,   /* text of the user */
	VALUE_ID,     /* an id, a path */
	VALUE_NUMBER, /* whole */
	VALUE_FIGURE, /* thousandths */
	VALUE_BOOL,   /* number is 0 or 1 */
	VALUE_STAGE,  /* a stage of a competency; NULL is stage 0 */
	VALUE_TEXTS,  /* a list of texts */
};

struct change_value {
	enum value_kind kind;
	struct str text;
	int64_t number;
	const struct competency *competency; /* VALUE_STAGE */
	const struct stage *stage;           /* VALUE_STAGE */
	const struct category *category;     /* that an id is of, or NULL */
	const struct move *move;             /* likewise */
	struct texts texts;                  /* VALUE_TEXTS */
};

/* What stands on one side of a change. */
struct change_side {
	const struct doc *doc;
	const struct node *node; /* NULL: nothing stands there */
	struct change_value value;
	struct str path; /* of the entity there, as findings have it: from the
			    root, ids where there are ids, else numbers from 1;
			    empty where nothing stands there, or `node` is
			    only what counts instead */
};

/* Under what a change is shown. */
enum about { ABOUT_LADDER, ABOUT_ROLE, ABOUT_TRACK, ABOUT_COMPETENCY,
	     ABOUT_CATEGORY, ABOUT_SCORE };

typedef VEC(const struct role *) change_roles;

struct change {
	enum change_code code;
	enum change_class class;
	enum effect incumbent, candidate;
	enum file_effect files;
	struct change_side old, new;
	/* What it is about, for grouping: of the new ladder, of the old one
	 * where it is gone. */
	enum about about;
	const struct role *role;             /* ABOUT_ROLE */
	const struct track *track;           /* ABOUT_TRACK */
	const struct competency *competency; /* ABOUT_COMPETENCY, and what
						requirements are about */
	const struct category *category;     /* ABOUT_CATEGORY */
	const struct score *score;           /* ABOUT_SCORE, and goals */
	const struct stage *stage; /* the stage that a text belongs to, or
				      NULL */
	/* The roles that it reaches, in file order: of the new ladder, of the
	 * old one where they are gone. */
	change_roles reaches;
	uint32_t inside;   /* 1 + index of the change that it belongs to: what
			      changed within a thing that moved or was renamed;
			      0: it stands by itself */
	uint32_t likeness; /* per cent: of reworded texts */
	struct str moved_text; /* what moved, where the values say whence and
				  whither; else empty */
	char fingerprint[17]; /* 16 hex digits and a NUL: of code, path and
				 values; no text of a message */
};

/* The path by which a change goes: the new one, else the old one. */
struct str change_path(const struct change *c);

#endif
