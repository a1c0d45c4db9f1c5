/* libladder: reads career ladders and assessments, tells what is wrong with
 * them, and plans the way to a role. The program `ladder` is built on it.
 *
 *     struct ladder_handle *h = ladder_open_builtin("software-engineering");
 *     struct ladder_question q = {.target = "staff", .from = "ic/senior"};
 *     char *json;
 *
 *     if (ladder_plan_json(h, &q, &json) == LADDER_OK) {
 *             puts(json);
 *             ladder_free_text(json);
 *     }
 *     ladder_close(h);
 *
 * Text is UTF-8. Text that a function gives belongs to the handle and lives
 * until ladder_close (of a diff: until ladder_diff_close), but for what
 * ladder_free_text takes. Different threads may use different handles at the
 * same time, one handle only in turn. Running out of memory ends the process
 * with status 70. */
#ifndef LADDER_LADDER_H
#define LADDER_LADDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum ladder_status {
	LADDER_OK = 0,
	LADDER_UNREADABLE, /* there is no such file, or it cannot be read */
	LADDER_HAS_ERRORS, /* a file has errors: see ladder_finding_at */
	LADDER_UNKNOWN,    /* no role has that name */
	LADDER_AMBIGUOUS,  /* several roles have that name */
	LADDER_NO_WAY,     /* the target cannot be reached */
	LADDER_BAD_VALUE,  /* a value of the question lies outside its range */
};

/* One ladder, perhaps with one assessment for it. */
struct ladder_handle;

/* "0.1.0" */
const char *ladder_version(void);

/* --- reading ------------------------------------------------------------ */

/* Opens a ladder: a file, bytes in memory (copied; `name` stands for the file
 * in messages), or one that is shipped with the library. Never NULL: what is
 * wrong is told by ladder_status_of and the findings. Close it with
 * ladder_close. */
struct ladder_handle *ladder_open_file(const char *path);
struct ladder_handle *ladder_open_text(const char *name, const char *text,
				       size_t length);
struct ladder_handle *ladder_open_builtin(const char *id);

/* LADDER_OK, LADDER_UNREADABLE or LADDER_HAS_ERRORS; only with LADDER_OK can
 * be planned. It tells of the assessment too, once there is one. */
enum ladder_status ladder_status_of(const struct ladder_handle *h);

/* Why a file could not be read, in one line; "" where it could. */
const char *ladder_why(const struct ladder_handle *h);

/* Adds the assessment, once a handle. Gives what ladder_status_of gives
 * then. */
enum ladder_status ladder_assess_file(struct ladder_handle *h,
				      const char *path);
enum ladder_status ladder_assess_text(struct ladder_handle *h,
				      const char *name, const char *text,
				      size_t length);

/* NULL is fine. */
void ladder_close(struct ladder_handle *h);

/* --- findings ----------------------------------------------------------- */

enum ladder_severity {
	LADDER_NOTE,
	LADDER_WARNING,
	LADDER_ERROR,
};

/* What is wrong with a file, and where. Lines and columns count from 1,
 * columns in characters; the end is one past the last. */
struct ladder_finding {
	const char *code; /* "L204", permanent */
	const char *name; /* "unknown-reference" */
	enum ladder_severity severity;
	const char *file;
	uint32_t line, column, end_line, end_column;
	const char *message; /* one line */
	const char *help;    /* a way out, or "" */
	const char *path;    /* tracks.ic.levels.senior, or "" */
};

/* Findings are ordered by file, line, column and code. */
size_t ladder_finding_count(const struct ladder_handle *h);

/* False, and `finding` as it was, where `i` is not below the count. */
bool ladder_finding_at(const struct ladder_handle *h, size_t i,
		       struct ladder_finding *finding);

/* --- roles -------------------------------------------------------------- */

struct ladder_role_info {
	const char *path;  /* "ic/senior", its name everywhere */
	const char *title; /* "Senior Engineer" */
	const char *code;  /* "IC3", or "" */
	int64_t rank;      /* from 1 */
};

/* Roles stand in the order of the file. None where the ladder has errors. */
size_t ladder_role_count(const struct ladder_handle *h);
bool ladder_role_at(const struct ladder_handle *h, size_t i,
		    struct ladder_role_info *role);

/* The role that a word names: track/level, or a level's id, code or title. */
enum ladder_status ladder_role_named(const struct ladder_handle *h,
				     const char *word,
				     struct ladder_role_info *role);

/* --- plans -------------------------------------------------------------- */

/* Zero means: as the assessment says, else the usual. */
struct ladder_question {
	const char *target; /* a role; NULL: the assessment's */
	/* as someone who meets exactly that role; NULL: as the assessment
	 * says, and without one as someone who has shown nothing yet */
	const char *from;
	int64_t hours_per_week; /* thousandths of an hour, up to 10^9 */
	uint32_t focus;         /* competencies side by side */
	bool with_optional;
};

/* The documents of `ladder plan --format json` and `ladder gap --format
 * json`, ended by a newline and a NUL. Free them with ladder_free_text. */
enum ladder_status ladder_plan_json(struct ladder_handle *h,
				    const struct ladder_question *q,
				    char **json);
enum ladder_status ladder_gap_json(struct ladder_handle *h,
				   const struct ladder_question *q,
				   char **json);

void ladder_free_text(char *text);

/* --- what changed --------------------------------------------------------- */

/* Two ladders compared by what they mean. */
struct ladder_diff;

/* From info, which changes nothing that anyone must meet, to breaking: someone
 * who met the old text may fail the new one, or a name that files may use is
 * gone. */
enum ladder_change_class {
	LADDER_CHANGE_INFO,
	LADDER_CHANGE_EASING,
	LADDER_CHANGE_REVIEW,
	LADDER_CHANGE_BREAKING,
};

/* One side of a change. Where nothing stands `file` is "" and the line 0. */
struct ladder_side {
	const char *value; /* as text: a list one item a line, a stage as
			      "mentoring@2"; "" where there is none */
	const char *file;
	uint32_t line, column; /* as those of a finding */
};

struct ladder_change {
	const char *code; /* "D403", permanent */
	const char *name; /* "requirement-raised" */
	enum ladder_change_class level;
	const char *path; /* tracks.ic.levels.senior.requires.mentoring */
	struct ladder_side before, after;
	const char *message; /* one line */
	const char *fingerprint; /* the same from run to run */
	size_t inside; /* 1 + the index of the change that it belongs to; 0: it
			  stands by itself */
};

/* Compares two ladders; NULL unless both are LADDER_OK. Using the diff is using
 * both handles, which stay open until it is closed. */
struct ladder_diff *ladder_diff_open(const struct ladder_handle *before,
				     const struct ladder_handle *after);

/* NULL is fine. */
void ladder_diff_close(struct ladder_diff *d);

/* Changes stand in the order of the files: of the ladder first, then of tracks,
 * levels and competencies. None: both mean the same. */
size_t ladder_change_count(const struct ladder_diff *d);

/* False, and `change` as it was, where `i` is not below the count. */
bool ladder_change_at(const struct ladder_diff *d, size_t i,
		      struct ladder_change *change);

/* The document of `ladder diff --format json`, ended by a newline and a NUL.
 * Free it with ladder_free_text. */
char *ladder_diff_json(const struct ladder_diff *d);

#ifdef __cplusplus
}
#endif

#endif
