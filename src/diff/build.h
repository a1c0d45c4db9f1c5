/* What the parts of the comparison share; nobody else includes it. */
#ifndef DIFF_BUILD_H
#define DIFF_BUILD_H

#include "diff/diff.h"

enum side { OLD, NEW };

/* Two things that are the same; either may be NULL where it is added or
 * gone. Indexed by enum side. */
struct role_pair {
	const struct role *of[2];
};
struct competency_pair {
	const struct competency *of[2];
};
struct stage_pair {
	const struct stage *of[2];
};

enum reach {
	REACH_NOBODY,
	REACH_ROLE,       /* the role itself */
	REACH_IN_FORCE,   /* and the levels that include it */
	REACH_COMPETENCY, /* whoever is asked for any stage of it */
	REACH_STAGE,      /* whoever is asked for the stage or one above */
	REACH_CELL,       /* the same, if the text is shown to them */
	REACH_MOVE,       /* the roles to which the levels lead */
};

/* Where in the ladders a change is: what it is shown under, whom it
 * reaches. */
struct scope {
	enum about about;
	enum reach reach;
	struct role_pair role;
	struct competency_pair competency;
	struct stage_pair stage;
	const struct rubric *cell[2];   /* REACH_CELL */
	const struct track *track;      /* the new one, else the old one */
	const struct category *category;
	const struct score *score;
	uint32_t inside; /* 1 + the draft that it belongs to, or 0 */
	const change_roles *known; /* whom it reaches, where that was found
				      out already; else NULL */
	bool in_place;    /* titles change with the ids: in_place.c */
	bool no_monotone; /* behaviours that only a share of which counts: more
			     of them may be easier */
};

/* A change as it is found. Its place is `c.old.node`, `c.new.node`; the paths
 * are worked out at the end, from `entity`. */
struct draft {
	struct change c;
	const struct node *entity[2];
	uint32_t inside; /* 1 + draft, or 0 */
	bool gone;       /* taken back */
	bool no_people;  /* has no effect on people, whatever it reaches */
	uint32_t sequence;
};

struct side_index;
struct compared;

struct differ {
	const struct ladder *in[2];
	struct matches *m;
	struct diff *d;
	struct arena *a;
	bool dressing;
	VEC(struct draft) drafts;
	/* reach.c */
	struct side_index *index[2];
	uint32_t *marked[2]; /* by role index: the mark when it was last seen */
	uint32_t mark;
	change_roles found[2];
	/* by index of roles and competencies, on each side: the draft that
	 * says what became of them, 1 + its number; 0: nothing */
	uint32_t *role_draft[2], *competency_draft[2], *cumulative_draft;
	uint32_t ladder_cumulative; /* the same for the whole ladder */
	struct moved_texts *moved;  /* moved.c */
	struct compared *compared;  /* fields.c: by shape */
	/* levels that all have new names, by new role index: in_place.c */
	bool *renamed_in_place;
	uint32_t *places[2]; /* levels.c: by role index */
};

/* --- drafts --------------------------------------------------------------- */

/* Adds a change; the pointer holds until the next. */
struct draft *differ_add(struct differ *x, enum change_code code,
			 const struct scope *scope);

/* Its number, for `inside`. */
uint32_t draft_number(const struct differ *x, const struct draft *draft);

/* Sets what stands on a side: the entity, and where to point (NULL: there,
 * too). */
void draft_side(struct differ *x, struct draft *draft, enum side side,
		const struct node *entity, const struct node *place,
		struct change_value value);

static inline struct change_value value_id(struct str id)
{
	return (struct change_value){VALUE_ID, .text = id};
}

static inline struct change_value value_words(struct str text)
{
	return (struct change_value){VALUE_TEXT, .text = text};
}

static inline struct change_value value_number(int64_t number)
{
	return (struct change_value){VALUE_NUMBER, .number = number};
}

static inline struct change_value value_bool_of(bool value)
{
	return (struct change_value){VALUE_BOOL, .number = value};
}

static inline struct change_value value_figure_of(int64_t figure)
{
	return (struct change_value){VALUE_FIGURE, .number = figure};
}

static inline struct change_value value_stage(const struct competency *c,
					      const struct stage *s)
{
	return (struct change_value){VALUE_STAGE, .competency = c,
				     .stage = s};
}

static inline struct change_value value_list(const struct texts *texts)
{
	return (struct change_value){VALUE_TEXTS, .texts = *texts};
}

/* The same for a thing by its name: its id, or the key that it stands
 * under. */
void draft_thing(struct differ *x, struct draft *draft, enum side side,
		 const struct head *thing, struct change_value value);

/* Adds what only one side has; what takes its place, where that side's other
 * ladder says so under `retired`, is the value of the other side. */
struct draft *draft_one_sided(struct differ *x, enum change_code code,
			      const struct scope *scope, enum side side,
			      const struct head *thing, struct str id);

/* Where each of the `n` texts of a list under a key stands: as many nodes, in
 * the arena. A text that stands for a list is where it is; what is not there,
 * where the thing is. */
const struct node **item_nodes(struct differ *x, enum side side,
			       const struct head *thing, const char *key,
			       uint32_t n);

/* --- scopes --------------------------------------------------------------- */

struct scope scope_ladder(void);
struct scope scope_role(struct differ *x, const struct role *old,
			const struct role *new);
struct scope scope_competency(struct differ *x, const struct competency *old,
			      const struct competency *new);
struct scope scope_stage(struct differ *x, const struct stage *old,
			 const struct stage *new);

/* --- reach.c -------------------------------------------------------------- */

void reach_init(struct differ *x);

/* Between reach_begin and reach_end roles are collected, each once. */
void reach_begin(struct differ *x);
void reach_add(struct differ *x, enum side side, const struct role *role);
change_roles reach_end(struct differ *x);

/* Adds whoever is asked for any stage of a competency. */
void reach_more(struct differ *x, struct competency_pair c);

/* Whom a scope reaches. */
change_roles reach_of(struct differ *x, const struct scope *scope);

/* Whom either of two scopes reaches. */
change_roles reach_both(struct differ *x, const struct scope *one,
			const struct scope *other);

/* Who is asked for the lower stage and not for the higher one. */
change_roles reach_between(struct differ *x, struct stage_pair lower,
			   struct stage_pair higher);

/* The roles whose requirements name the competency at all; `scored`: those
 * that ask a figure of a score that counts it, instead. */
change_roles reach_asking(struct differ *x, struct competency_pair c,
			  bool scored);

/* Adds the roles of a track that ask a figure of a score. */
void reach_goals(struct differ *x, enum side side, const struct score *s,
		 const struct track *t);

/* --- the same things on both sides ---------------------------------------- */

/* What a thing of `side` is on the other one, or NULL. */
const struct track *track_other(const struct differ *x, enum side side,
				const struct track *t);
const struct role *role_other(const struct differ *x, enum side side,
			      const struct role *role);
const struct competency *competency_other(const struct differ *x,
					  enum side side,
					  const struct competency *c);
const struct stage *stage_other(const struct differ *x, enum side side,
				const struct stage *s);

/* Which of two stages asks more, stages that moved heeded: above 0 where the
 * new one does. NULL is stage 0. */
int stage_change(const struct differ *x, const struct stage *old,
		 const struct stage *new);

/* --- the parts, each for one kind of thing -------------------------------- */

void fields_init(struct differ *x);

/* The value of a field of a thing; VALUE_NONE where nothing is said. */
struct field;
struct change_value field_value(struct arena *a, const struct field *field,
				const void *thing);

/* As YAML has it: 40h-80h. */
struct str effort_text(struct arena *a, struct effort e);
struct str time_text(struct arena *a, milliday time);

/* Whether both hold the same texts in the same order; but for dressing and
 * order. */
bool texts_equal(const struct texts *old, const struct texts *new);
bool texts_same_set(struct differ *x, const struct texts *old,
		    const struct texts *new);

/* Compares the plain fields of two structs of a shape (by its `what`). */
void fields_compare(struct differ *x, const char *shape, const void *old,
		    const void *new, const struct scope *scope);

/* A text that has other words is a change of `code`; one that only looks
 * different is left out, or said with --all. Either may be empty. */
void text_compare(struct differ *x, enum change_code code,
		  const struct scope *scope, struct str old, struct str new,
		  const struct node *old_node, const struct node *new_node);

void diff_things(struct differ *x); /* the ladder, and all below */

/* A level that both sides have; one that only one has, in a track that both
 * have. The places of a track's levels among those that both sides have, from
 * 1, are found first. */
void diff_level(struct differ *x, const struct role *old,
		const struct role *new);
void diff_one_level(struct differ *x, enum side side, const struct role *role);
void level_places(struct differ *x, enum side side, const struct track *t);

void diff_competencies(struct differ *x);

/* Whether it has a threshold of its own. */
bool own_threshold(const struct ladder *l, const struct competency *c);

void diff_stages(struct differ *x, const struct competency *old,
		 const struct competency *new);
void diff_rubrics(struct differ *x, const struct rubric *old,
		  const struct rubric *new, const struct scope *scope);

/* One behaviour on both sides; `key` is the one whose value is the place, else
 * the text is. */
void behaviour_compare(struct differ *x, const struct behaviour *old,
		       const struct behaviour *new, const struct scope *scope);
void behaviour_side(struct differ *x, struct draft *draft, enum side side,
		    const struct behaviour *b, const char *key);

/* Keeps a behaviour that only one side has until all texts were compared; then
 * it is known whether it came, went or moved. */
void moved_keep(struct differ *x, enum side side, const struct rubric *rubric,
		const struct behaviour *b, const struct scope *scope);
void diff_moved_texts(struct differ *x);

/* A thing with another id: declared by the new side (`declared`, its
 * renamed-from), or undone. Gives the draft, or 0. */
uint32_t diff_renamed(struct differ *x, enum change_code renamed,
		      const struct scope *scope, const struct head *old,
		      const struct head *new, const struct texts *declared);

/* Old ids that only one side knows, that of a rename left out. */
void diff_old_ids(struct differ *x, const struct scope *scope,
		  const struct head *old, const struct texts *old_list,
		  const struct head *new, const struct texts *new_list);

void diff_asks(struct differ *x); /* requires, expects, figures of scores */
void diff_choices(struct differ *x, const struct role *old,
		  const struct role *new);
void diff_needs(struct differ *x, const struct stage *old,
		const struct stage *new);
void diff_stretch(struct differ *x, const struct role *old,
		  const struct role *new);
void diff_ranks(struct differ *x);       /* after diff_things */
void diff_scores(struct differ *x);
void diff_moves(struct differ *x);
void diff_in_place(struct differ *x);    /* before diff_things */
void diff_renames(struct differ *x);     /* likely ones; last */
void diff_fingerprints(struct diff *d, struct arena *a);

/* All roles of a side by rank, those of one rank in file order. */
struct role **roles_by_rank(struct differ *x, enum side side);

#endif
