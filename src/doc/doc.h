/* YAML as it was written: a flat tree of nodes, each with its byte span. */
#ifndef DOC_DOC_H
#define DOC_DOC_H

#include "text/diag.h"

enum limit {
#define LIMIT(id, name, value, code, what) LIMIT_##id,
#include "doc/limits.def"
#undef LIMIT
	N_LIMITS
};

struct limits {
	int64_t at[N_LIMITS];
};

extern const struct limits limits_default;

struct limit_info {
	const char *name, *what;
	enum code code;
};

extern const struct limit_info limit_table[N_LIMITS];

enum node_kind { NODE_SCALAR, NODE_LIST, NODE_MAP };

enum {
	NODE_PLAIN = 1,   /* scalar without quotes and without !!str */
	NODE_NULL = 2,    /* plain and empty, ~ or null: no value */
	NODE_DECODED = 4, /* its text lies in the file's decoded bytes */
	NODE_BROKEN = 8,  /* a syntax error or bad bytes inside: what is missing
			     here may have been there */
	NODE_ALIAS = 16,  /* a copy, put where the alias stands */
	NODE_SAME = 32,   /* of an overlay: says what its base says already, it
			     and all in it */
};

/* Nodes stand in document order, parents before children, so a subtree is a
 * run of `size` nodes: the first child of `n` is n + 1, its next sibling
 * n + n->size. In a mapping keys and values alternate. */
struct node {
	uint32_t at, end; /* bytes in the file: for scalars all of the token,
			     quotes included; for block collections up to the
			     end of the last thing inside */
	uint32_t text;    /* scalar: where its text begins, see doc_text */
	uint32_t len;     /* bytes of its text; list: items; mapping: pairs */
	uint32_t size;    /* nodes in the subtree, this one included */
	uint8_t kind;     /* enum node_kind */
	uint8_t flags;
	uint8_t file;     /* index into the document's files */
};

struct doc_file {
	struct source *source;
	char *decoded; /* texts that do not stand in the file as they are */
	bool borrowed; /* `decoded` is not ours to free */
};

/* One document, or several merged into one. */
struct doc {
	struct node *nodes; /* NULL where there was nothing to read */
	uint32_t n;
	uint32_t cap; /* 0: the nodes are borrowed, and nobody writes them */
	bool settled; /* they lie in an arena */
	VEC(struct doc_file) files;
	bool broken;  /* had a syntax error somewhere */
	bool refused; /* a limit ended the reading: make nothing of it */
};

/* Parses a file. What is wrong goes to `d`; what could be read is kept.
 * Release with doc_release. The source outlives the document. */
struct doc doc_parse(struct arena *a, struct source *source,
		     const struct limits *limits, struct diag *d);

/* Room for at least `cap` nodes in all. */
void doc_reserve(struct doc *doc, uint64_t cap);

/* Moves the nodes of a small document into `a`, where they take no more room
 * than they need; a large one stays where it is. */
void doc_settle(struct doc *doc, struct arena *a);

void doc_release(struct doc *doc);

/* Marks a node whose mistake was told. Borrowed nodes are those of shipped
 * ladders, which have none. */
static inline void doc_mark_told(const struct doc *doc, const struct node *n)
{
	if (doc->cap)
		doc->nodes[n - doc->nodes].flags |= NODE_BROKEN;
}

/* Whether what is missing inside `n` may have been lost to a syntax error. */
static inline bool node_is_broken(const struct node *n)
{
	return n && n->flags & NODE_BROKEN;
}

static inline const struct node *node_next(const struct node *n)
{
	return n + n->size;
}

static inline bool node_has_value(const struct node *n)
{
	return n && !(n->flags & NODE_NULL);
}

#define for_each_item(item, list)                                         \
	for (const struct node *item = (list) + 1;                        \
	     item < (list) + (list)->size; item = node_next(item))

/* Values follow their keys, which are scalars: `key + 1`. */
#define for_each_key(key, map)                                            \
	for (const struct node *key = (map) + 1;                          \
	     key < (map) + (map)->size; key = node_next(key + 1))

/* The text of a scalar; lives as long as the document and its source. */
static inline struct str doc_text(const struct doc *doc, const struct node *n)
{
	const struct doc_file *f = &doc->files.at[n->file];

	return (struct str){(n->flags & NODE_DECODED ? f->decoded
						    : f->source->text.ptr) +
				    n->text,
			    n->len};
}

static inline struct span doc_span(const struct doc *doc, const struct node *n)
{
	return (struct span){doc->files.at[n->file].source, n->at, n->end};
}

/* The value under `key`, or NULL; looks at each pair in turn. */
const struct node *doc_find(const struct doc *doc, const struct node *map,
			    struct str key);

/* The scalar under a key of the root mapping, or NULL. */
const struct node *doc_root(const struct doc *doc, const char *key);

/* "a list", "a mapping", "text", "no value": for messages. */
const char *node_kind_name(const struct node *n);

/* Adds a finding about a node and remembers the node for its path. About a
 * node with NODE_BROKEN nothing is said: the finding goes nowhere, since the
 * mistake was reported already. */
struct finding *doc_add(struct diag *d, enum code code, const struct doc *doc,
			const struct node *n, const char *fmt, ...)
	__attribute__((format(printf, 5, 6)));

/* A node whose path is asked for, and where to put it. */
struct doc_name {
	const struct node *node;
	struct str *path;
};

typedef VEC(struct doc_name) doc_named;

/* Finds the paths of nodes, as `tracks.ic.levels.senior.requires.mentoring`;
 * one walk for all. Sorts the list. Paths live in `a`. */
void doc_names(const struct doc *doc, doc_named *named, struct arena *a);

/* Fills in the path of every finding about this document. Paths live in the
 * arena of `d`: they may outlive it. */
void doc_paths(const struct doc *doc, struct diag *d);

#endif
