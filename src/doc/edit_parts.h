/* What the files of doc/edit share. */
#ifndef DOC_EDIT_PARTS_H
#define DOC_EDIT_PARTS_H

#include "doc/edit.h"
#include "doc/entry.h"

/* Fills e->repeats. */
void edit_find_repeats(struct edit *e);

/* The steps about the nodes [from, to), which are sorted by node, then in
 * their order. */
struct edit_steps {
	const struct edit_step *at, *end;
};
struct edit_steps edit_steps_in(const struct edit *e, uint32_t from,
				uint32_t to);

/* The step of this kind about a node, or NULL. */
const struct edit_step *edit_step_of(const struct edit *e, const struct node *n,
				     enum edit_kind k);

/* Whether an entry is removed or commented out. */
bool edit_is_gone(const struct edit *e, const struct node *entry);

/* Sets why and where; gives false. */
bool edit_refuse(struct edit *e, const struct node *n, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/* Bytes [at, end) of the file become `text`. */
struct splice {
	uint32_t at, end;
	struct str text;
};

typedef VEC(struct splice) splices;

/* What the sorted steps come to, in no particular order but that of equal
 * places. */
void edit_splices(struct edit *e, splices *list);

/* Whether a parsed new text is the old tree with the edits. */
bool edit_is_lawful(const struct edit *e, const struct doc *now);

#endif
