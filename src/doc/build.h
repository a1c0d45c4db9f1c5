/* Builds the tree of a document from the events of a parser, and finds what
 * parsers let pass: duplicate keys, merge keys, aliases that lead nowhere. */
#ifndef DOC_BUILD_H
#define DOC_BUILD_H

#include "base/buf.h"
#include "base/map.h"
#include "doc/doc.h"

/* A mapping or list that is being read. */
struct frame {
	uint32_t node;    /* its index */
	uint32_t items;   /* finished items, keys and values counted alike */
	uint32_t key;     /* index of the last key */
	uint32_t settled; /* index of the last item that an earlier break left;
			     0: none */
	uint32_t before;  /* items before that one */
	bool skip;        /* the pair being read is left out at its end */
	struct map *keys; /* by text, once there are many; else NULL */
};

struct anchor {
	uint32_t node;
	uint32_t height; /* mappings and lists in each other; 0: not counted */
	struct span span;
	bool gone; /* its node was left out */
};

struct build {
	struct doc *doc;
	struct source *source;
	const struct limits *limits;
	struct diag *diag;
	struct arena scratch; /* anchors and keys, gone after the build */
	struct buf decoded;
	VEC(struct frame) stack;
	struct map anchors; /* name -> struct anchor */
	VEC(struct anchor *) anchor_list;
	uint32_t aliases;
	bool stopped; /* a limit was passed: take no more */
};

enum scalar_style { STYLE_PLAIN, STYLE_SINGLE, STYLE_DOUBLE, STYLE_BLOCK };

/* What an event tells about a node. `at` and `end` are bytes of the file,
 * anchor and tag left out. */
struct event {
	uint32_t at, end;
	struct str anchor, tag; /* ptr NULL where there is none */
	struct span anchor_span, tag_span;
};

void build_init(struct build *b, struct doc *doc, struct source *source,
		const struct limits *limits, struct diag *d);

/* Those that give a bool give false once a limit was passed. */
bool build_scalar(struct build *b, const struct event *e, struct str value,
		  enum scalar_style style);
bool build_open(struct build *b, const struct event *e, enum node_kind kind);
void build_close(struct build *b, uint32_t end);
bool build_alias(struct build *b, const struct event *e, struct str name);

/* Closes what is open after a syntax error at byte `at`: everything open is
 * marked as broken, nodes that reach past `resume` are left out. The root
 * stays open for what follows. */
void build_break(struct build *b, uint32_t at, uint32_t resume);

/* Ends the build: the root is closed, the document owns the texts. */
void build_finish(struct build *b, uint32_t end);

#endif
