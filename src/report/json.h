/* Results as JSON documents (interface.md 4), ended by a newline. */
#ifndef REPORT_JSON_H
#define REPORT_JSON_H

#include "report/pages.h"
#include "text/diag.h"

/* How the bytes are laid out; the values are the same. */
enum json_layout {
	JSON_PRETTY,
	JSON_LINE, /* one line: JSON Lines, --batch */
};

void json_plan(const struct plan_view *v, enum json_layout layout,
	       struct buf *out);
void json_gap(const struct plan_view *v, enum json_layout layout,
	      struct buf *out);

void json_show_ladder(const struct ladder *l, struct buf *out);
void json_show_role(const struct ladder *l, const struct role *role,
		    struct buf *out);
void json_show_competency(const struct ladder *l, const struct competency *c,
			  struct buf *out);
void json_list(const struct list_view *v, struct buf *out);
void json_code(const struct code_view *v, struct buf *out);

/* The findings must be sorted (diag_sort) and have their paths (doc_paths). */
void json_findings(const struct diag *d, struct buf *out);

/* The same as JSON Lines: {"kind": "finding", …} each, and a last one of kind
 * "dropped" where there were more than are kept. */
void json_findings_lines(const struct diag *d, struct buf *out);

/* {"format_version","kind":"error","line","code","message"}: one bad line of
 * a batch; `line` counts from 1. */
void json_error(uint64_t line, const char *code, struct str message,
		struct buf *out);

#endif
