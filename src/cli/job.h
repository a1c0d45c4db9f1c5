/* One job, a command line at work: what it was asked, and where it speaks. */
#ifndef CLI_JOB_H
#define CLI_JOB_H

#include "cli/command.h"
#include "model/load.h"
#include "report/style.h"

/* A result in one format, and where it goes. */
struct target {
	enum format format;
	struct str file; /* empty: standard output */
	const char *real; /* that file without links; NULL: it is not there */
	bool found;       /* it is among the files that were found to read */
};

struct job {
	struct host *host;
	struct arena *arena;
	const struct command *command; /* NULL before it is known */
	struct options options;
	VEC(struct target) targets;
	struct diag diag;
	struct loader loader;
	VEC(struct doc *) docs; /* to be released in the end */
};

static inline const struct option_value *job_option(const struct job *j,
						    enum option id)
{
	return &j->options.of[id];
}

static inline bool job_has(const struct job *j, enum option id)
{
	return j->options.of[id].given;
}

/* An operand of the command, from 0; empty where there are fewer. */
struct str job_operand(const struct job *j, uint32_t i);
uint32_t job_operands(const struct job *j);

/* One line on standard error behind `ladder: `; whatever the data in it
 * holds, it stays one line and shows instead of acting. */
void say(struct job *j, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* "NAME: why", of a file or a directory and what is the matter with it. */
void say_of(struct job *j, struct str name, struct str why);

/* As say(), but not with --quiet: what helps, when nothing is wrong. */
void remark(struct job *j, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* As say(), for a command line that is not understood; names the help to
 * read. Gives EXIT_USAGE. */
enum exit usage(struct job *j, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* `; did you mean "x"?`, or nothing where nothing is near. */
const char *suggestion(struct job *j, struct str nearest);

/* How text for people looks on a stream. */
struct report_style job_style(struct job *j, enum host_stream s);

/* Today in UTC, in days since 1970-01-01. Who wants the same result every time
 * sets SOURCE_DATE_EPOCH (reproducible-builds.org), which stands in for the
 * clock. */
int32_t job_today(struct job *j);

/* Has a document released at the end of the run. */
void job_keep(struct job *j, struct doc *doc);

/* Shows the findings that are at least so severe on standard error. */
void show_findings(struct job *j, enum severity least);

#endif
