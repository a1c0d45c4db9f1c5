/* JSON Schemas of our files, made from the tables of fields by which they are
 * read, for editors and for programs that write such files. */
#ifndef REPORT_JSON_SCHEMA_H
#define REPORT_JSON_SCHEMA_H

#include "base/buf.h"
#include "model/read.h"

enum schema_draft { SCHEMA_2020_12, SCHEMA_DRAFT_07 };

/* A kind of file. */
struct schema_root {
	const char *name;   /* "ladder" */
	const char *format; /* "ladder/1", the value of its key `format` */
	const struct shape *shape;
	bool overlays; /* with `extends` only what differs need be there */
};

extern const struct schema_root schema_roots[]; /* ends with a NULL name */

/* The shape of a file whose YAML was read by the core schema: what is an error
 * of keys, kinds, words or figures is refused, and nothing that ladder
 * accepts. What names mean, and limits of size, a schema cannot tell. */
void json_schema(const struct schema_root *root, enum schema_draft draft,
		 struct buf *out);

#endif
