/* Workflow commands by which GitHub Actions puts remarks beside lines of a
 * change: the one place where data is escaped for them. */
#ifndef REPORT_GITHUB_H
#define REPORT_GITHUB_H

#include "base/buf.h"

#include <stdint.h>

enum github_level { GITHUB_NOTICE, GITHUB_WARNING, GITHUB_ERROR };

enum { N_GITHUB_LEVELS = GITHUB_ERROR + 1 };

/* So many of one level are shown of one step; GitHub drops the others. */
enum { GITHUB_MOST = 10 };

struct github_remark {
	enum github_level level;
	struct str file;         /* empty: about no file */
	uint32_t line, end_line; /* from 1; 0: about no line */
	struct str title;
	struct str message;      /* may have several lines */
};

/* One line. Escaped as the toolkit does (actions/toolkit, command.ts: % and
 * line ends everywhere, : and , in properties), after what would be an order
 * to a terminal was made visible. */
void github_command(struct buf *out, const struct github_remark *r);

#endif
