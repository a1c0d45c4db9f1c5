/* A ladder as it is meant: a graph of roles, competencies and stages, every
 * name resolved to a pointer, every thing with its node in the document. */
#ifndef MODEL_LADDER_H
#define MODEL_LADDER_H

#include "base/map.h"
#include "base/vec.h"
#include "doc/doc.h"

enum layer { LAYER_NONE, LAYER_EXECUTION, LAYER_TECHNICAL, LAYER_LEADERSHIP };

enum { N_LAYERS = 3 }; /* the real ones, LAYER_EXECUTION to _LEADERSHIP */

/* "execution", "technical", "leadership"; NULL for LAYER_NONE. */
const char *layer_name(enum layer layer);

enum lateral { LATERAL_SAME_RANK, LATERAL_EXPLICIT };

enum track_kind { TRACK_IC, TRACK_MANAGER };

enum combine { COMBINE_DEFAULT, COMBINE_SUM, COMBINE_MEAN };

/* What every named thing begins with. */
struct head {
	const struct node *node; /* its mapping (or scalar), for places */
	struct str id;           /* empty where it has none */
};

struct texts {
	struct str *at;
	uint32_t n;
};

/* Effort in quarter hours. min + max is the middle in eighths of an hour, the
 * unit in which costs are compared. */
struct effort {
	const struct node *node; /* NULL: not given */
	int64_t min, max;
};

struct efforts {
	struct effort *at;
	uint32_t n;
};

/* Time on the calendar in thousandths of a day; 0 where not given. */
typedef int64_t milliday;

struct pair { /* a free pair of texts */
	struct head head; /* id is the key */
	struct str text;
};

struct competency;
struct stage;
struct role;
struct track;

struct category {
	struct head head;
	struct str name, summary;
	int layer; /* enum layer */
};

/* A stage that something names: `mentoring: coaches`. */
struct stage_ref {
	struct head head;              /* node: the value; id: the key */
	const struct node *key;        /* where the competency stands */
	struct competency *competency; /* NULL where unknown */
	struct stage *stage;           /* NULL where unknown */
};

typedef VEC(struct stage_ref) stage_refs;

struct behaviour {
	struct head head;
	struct str text;
	struct texts examples;
	bool optional; /* shown, never counted */
};

struct resource {
	struct head head;
	struct str title, url;
	int type;           /* 1 + index into resource_types, 0: not given */
	int64_t hours;      /* thousandths; 0 where not given */
};

extern const char *const resource_types[]; /* ends with NULL */

/* The text of a stage: what shows it, how to get there. A stage of its own
 * has one; a stage made of cells one for each level that has a cell. */
struct rubric {
	struct head head;
	struct str name, summary;
	VEC(struct behaviour) behaviours;
	struct texts examples, practise, evidence;
	VEC(struct resource) resources;
	stage_refs needs;
	struct effort effort;
	milliday elapsed;
	const struct node *elapsed_node; /* NULL where not given */
	int64_t points; /* thousandths */
	const struct node *points_node; /* NULL where not given */
	struct texts renamed_from;
	uint32_t counted;            /* behaviours that are not optional */
	struct competency *competency;
	struct role *role;           /* cells: the level it stands at */
	struct stage *stage;
};

struct stage {
	struct competency *competency;
	uint32_t number;  /* as users write it: from 1; for cells the rank */
	uint32_t ordinal; /* from 1, without gaps: the place in the list */
	uint32_t index;   /* over the whole ladder, from 0, in file order */
	struct rubric **rubrics; /* at least one, in file order */
	uint32_t n_rubrics;
	/* of the stage, whichever cell gave it */
	stage_refs needs;
	struct effort effort; /* the ladder's `effort` and 40 h filled in */
	bool effort_assumed;  /* it has no figure of its own */
	milliday elapsed;
	int64_t points; /* thousandths, default filled in */
};

/* So many stages are looked through one by one. */
enum { FEW_STAGES = 8 };

struct competency {
	struct head head;
	struct str name, summary, category_id;
	struct category *category; /* may be NULL */
	int layer;                 /* enum layer, the category's filled in */
	const struct node *category_node, *layer_node; /* or NULL */
	struct texts renamed_from;
	int64_t threshold;         /* thousandths, the ladder's filled in */
	VEC(struct rubric) written; /* its own `stages` */
	const struct node *stages_node;
	struct stage *stages; /* lowest first; own ones or made from cells */
	uint32_t n_stages;
	struct map stages_by_id; /* own ones, if more than FEW_STAGES */
	struct map stages_by_old_id;
	bool cells;     /* made from cells */
	bool ids_lost;  /* own ones: some id was not understood, as was told */
	bool missed;    /* a name that leads nowhere was probably meant for
			   it, or for a stage when it has none */
	uint32_t index; /* in file order */
};

struct choice { /* `choose`: k of n */
	struct head head;
	int64_t at_least;
	const struct node *at_least_node;
	stage_refs of;
	struct str summary;
	struct role *role; /* in whose text it stands */
	uint32_t index;    /* in that role's list */
};

struct score_goal { /* `scores: {total: 36}` of a level */
	struct head head; /* id is the score's, node the figure */
	struct score *score;
	int64_t figure; /* thousandths */
};

struct weight {
	struct head head; /* id: competency or category */
	int64_t weight;   /* thousandths */
};

struct figures {
	const struct node *node; /* NULL: not given */
	int64_t *at;             /* thousandths */
	uint32_t n;
};

/* A score as written, on the ladder or, in part, on a track. */
struct score {
	struct head head;
	struct str name, summary;
	struct texts of;
	const struct node *of_node; /* NULL: every competency */
	const struct node *combine_node;
	struct figures points;
	VEC(struct weight) weights;
	const struct node *weights_node;
	int combine; /* enum combine; _DEFAULT where not given */
	uint32_t index;        /* of the ladder's score */
	struct score *base;    /* on a track: the ladder's score of that id */
	struct reading *reading; /* made when first asked for */
};

/* A score as roles of one track read it. */
struct reading {
	struct score *score;
	int64_t *weights; /* by competency index, thousandths; 0: not part */
	bool *member;     /* by competency index: in `of` */
	const struct figures *points; /* NULL: the stages' own */
	enum combine combine; /* SUM or MEAN */
};

struct move {
	struct head head;
	struct str from_text, to_text, summary;
	const struct node *from_node, *to_node;
	struct role *from, *to;
};

struct span_of_figures { /* min, max: of experience and salary */
	struct head head;
	int64_t min, max; /* thousandths; 0 where not given */
	struct str currency;
};

struct role { /* a level of a track */
	struct head head;
	struct track *track;
	struct str path; /* "track/level" */
	struct str title, code, summary;
	struct texts titles;
	int64_t rank; /* from 1; default filled in */
	const struct node *rank_node;
	VEC(struct pair) attributes;
	struct span_of_figures experience, salary;
	milliday min_time;
	bool terminal;
	bool cumulative; /* the ladder's filled in */
	const struct node *cumulative_node; /* NULL where not given */
	stage_refs requires, optional;
	const struct node *requires_node, *expects_node;
	const struct node *choose_node, *scores_node;
	VEC(struct rubric) expects; /* cells; head.id is the competency */
	VEC(struct choice) choose;
	VEC(struct score_goal) scores;
	struct texts gates;
	struct texts renamed_from;
	uint32_t level; /* in its track, from 0 */
	uint32_t index; /* over all roles, in file order */
};

struct track {
	struct head head;
	struct str name, summary;
	struct texts renamed_from;
	int kind; /* enum track_kind */
	VEC(struct role) levels;
	const struct node *levels_node;
	VEC(struct score) scores; /* what it reads differently */
	struct ladder *ladder;
	uint32_t index;
};

struct retired {
	struct head head; /* id as written: competency, track or track/level */
	struct str replaced_by;
	const struct node *replaced_by_node;
	int32_t since;
	const struct node *since_node; /* NULL where not given */
};

/* The words that name roles, made when first asked for. */
struct role_words;

/* The rank of the levels of one id; 0 where tracks differ. */
struct level_rank {
	int64_t rank;
};

struct ladder {
	struct head head;
	struct arena *arena; /* it all lives here */
	struct doc doc; /* merged, where it extends another */
	struct str format, name, version, language, summary, extends;
	const struct node *format_node, *language_node, *extends_node;
	const struct node *competencies_node, *tracks_node, *scores_node;
	const struct node *categories_node;
	VEC(struct str) bases; /* ids of what it extends, nearest first */
	bool cumulative;
	int lateral;       /* enum lateral */
	int64_t threshold; /* thousandths */
	struct efforts efforts;
	bool timed; /* some effort is named somewhere: plans have hours */
	VEC(struct category) categories;
	VEC(struct competency) competencies;
	VEC(struct score) scores;
	VEC(struct track) tracks;
	VEC(struct move) moves;
	VEC(struct retired) retired;
	struct role **roles; /* all, by index */
	uint32_t n_roles;
	uint32_t n_stages; /* over all competencies */
	int64_t lowest_rank;
	struct map by_competency, by_category, by_score, by_track;
	struct map by_retired;
	struct map by_role; /* "track/level" */
	struct role_words *words;
	struct map by_level; /* level id -> struct level_rank */
	int64_t highest_rank;
	bool circular; /* stages need each other in a circle, as was told */
	bool usable; /* whole enough to plan over: no error was found */
};

/* --- looking things up; all may give NULL ------------------------------- */

struct competency *ladder_competency(const struct ladder *l, struct str id);
struct track *ladder_track(const struct ladder *l, struct str id);
struct role *ladder_role(const struct ladder *l, struct str path);
struct score *ladder_score(const struct ladder *l, struct str id);
struct category *ladder_category(const struct ladder *l, struct str id);

/* What a word names that should be a role (format.md 2). */
struct role_lookup {
	struct role *role; /* NULL unless exactly one is meant */
	VEC(struct role *) candidates; /* more than one: it is ambiguous */
	bool more; /* there are others beside the candidates: they are the
		      first twenty */
	bool by_old_id;                /* found by a `renamed-from` */
	struct str nearest; /* none found: the path, id, code or title that is
			       near */
};
struct role_lookup ladder_find_role(const struct ladder *l, struct arena *a,
				    struct str word);

/* The same without looking for what is near, which takes time. */
struct role_lookup ladder_lookup_role(const struct ladder *l, struct arena *a,
				      struct str word);

/* Whether another role of the ladder has the same title. */
bool role_shares_title(const struct ladder *l, const struct role *role);

/* The stage that a word names: a number, an id, for cells a level id too
 * (`level` or, where tracks have it at different ranks, `track/level`). */
struct stage_lookup {
	struct stage *stage; /* NULL: none, or stage 0 */
	bool found;          /* the word names a stage, or 0 */
	bool ambiguous;      /* a level id that tracks have at several ranks */
	bool by_old_id;
	struct str now; /* by_old_id: what is called so today */
};

/* `exact`: the stage must exist, 0 is none; otherwise (ratings) 0 is allowed
 * and a rank without a cell is the highest stage at or below it. */
struct stage_lookup competency_stage(const struct ladder *l,
				     const struct competency *c,
				     struct str word, bool exact);

/* The number, as users write it, of the stage with this ordinal; 0 for 0. */
uint32_t competency_number(const struct competency *c, uint32_t ordinal);

/* The stage of its own that has this id today, or NULL. */
struct stage *competency_stage_by_id(const struct competency *c,
				     struct str id);

/* The id nearest to a word that names no stage; empty where none is near. */
struct str competency_nearest_stage(const struct ladder *l,
				    const struct competency *c,
				    struct str word);

/* A competency that was called `id` once, or NULL. */
struct competency *ladder_renamed_competency(const struct ladder *l,
					     struct str id);

/* The retirement of a competency of that id, or NULL; one of a track is
 * replaced by a track. */
const struct retired *ladder_retired_competency(const struct ladder *l,
						struct str id);

/* Where a thing is named: its `id`, the key that it stands under, or itself
 * where it has neither. */
const struct node *thing_name(const struct doc *doc, const struct head *thing);

/* The value under a key of a thing's own mapping, or NULL. */
const struct node *thing_find(const struct doc *doc, const struct head *thing,
			      const char *key);

/* Whether stages of it may have been lost to a mistake that was told: that one
 * is missing is then no mistake of its own. */
bool competency_is_lost(const struct competency *c);

/* --- what a role asks ----------------------------------------------------- */

/* The lowest level whose text counts for this role, through `cumulative`;
 * the levels from there up to the role are the ones in force. */
struct role *role_first_in_force(const struct role *role);

#define for_each_in_force(r, role)                                        \
	for (struct role *r = role_first_in_force(role); r <= (role); r++)

/* What is asked of one competency. */
struct asked {
	struct stage *stage; /* NULL: nothing */
	struct role *role;   /* in whose text: the level that raised it here */
	const struct node *node;
};

/* By competency index: `requires` and cells in force, the highest counts. */
struct asked *role_asks(const struct ladder *l, const struct role *role,
			struct arena *a);

/* By score index: the highest figure in force; NULL where none is asked. */
const struct score_goal **role_score_goals(const struct ladder *l,
					   const struct role *role,
					   struct arena *a);

/* The role in whose text a goal stands. */
struct role *score_goal_role(const struct role *role,
			     const struct score_goal *goal);

/* How roles of this track read a score. */
const struct reading *track_reading(const struct track *t,
				    const struct score *s);

/* Points in thousandths that a stage gives in a reading; 0 for NULL. */
int64_t reading_points(const struct reading *r, const struct stage *s);

/* The text of a stage for someone in `track`: its own track's cell, else the
 * first one. */
const struct rubric *stage_rubric(const struct stage *s,
				  const struct track *track);

/* Name for people: the one that it was given, else its id; empty where it has
 * neither. */
struct str rubric_name(const struct rubric *r);

/* The same of the stage for someone in `track`, else its number. */
struct str stage_name(const struct stage *s, const struct track *track,
		      struct arena *a);

/* "mentoring@2": what machine formats call it, in every language. */
struct str stage_key(const struct stage *s, struct arena *a);

/* --- the moves between roles ---------------------------------------------- */

enum edge_kind { EDGE_NEXT, EDGE_LATERAL, EDGE_MOVE };

struct edge {
	struct role *to;
	enum edge_kind kind;
	const struct move *move; /* of EDGE_MOVE, and of others that are also
				    written under `moves`; else NULL */
};

typedef VEC(struct edge) edges;

/* Where one may go from a role, each role once, in file order of the roles. */
edges role_edges(const struct ladder *l, const struct role *role,
		 struct arena *a);

/* Where someone without a role may enter on the way to `target`, in file
 * order. */
typedef VEC(struct role *) role_list;
role_list ladder_entries(const struct ladder *l, const struct role *target,
			 struct arena *a);

#endif
