/* A document parsed for a test. */
#ifndef UNIT_DOC_PARSED_H
#define UNIT_DOC_PARSED_H

#include "base/buf.h"
#include "doc/doc.h"

struct parsed {
	struct arena arena;
	struct diag diag;
	struct source source;
	struct doc doc;
};

/* Parses a text, with the default limits where `limits` is NULL. */
void parsed_init(struct parsed *p, struct str text,
		 const struct limits *limits);
void parsed_release(struct parsed *p);

/* The node at a path of keys and item numbers (from 0), as "a.b.0"; fails the
 * test where there is none. */
const struct node *parsed_at(struct parsed *p, const char *path);

/* The whole document: keys, texts in quotes, null without, lists, mappings. */
const char *parsed_dump(struct parsed *p);

/* The findings, sorted, as "LINE:COL CODE\n". */
const char *parsed_findings(struct parsed *p);

/* Parses and compares; `dump` NULL: whatever was read. */
#define expect_parse(text, dump, findings) \
	check_parse(STR(text), (dump), (findings), __FILE__, __LINE__)
void check_parse(struct str text, const char *dump, const char *findings,
		 const char *file, int line);

/* Every span lies inside the file, children inside parents, and the sizes
 * add up; fails the test otherwise. */
void parsed_check_tree(struct parsed *p);

#endif
