/* Where results go: standard output, files, a pager. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "cli/job.h"
#include "report/page.h"

/* Reads --format and --output into the job's targets; says what is wrong with
 * them. Done once, before any work. */
enum exit output_prepare(struct job *j);

/* A file was found that is to be read, absolute and without links: no result
 * may take its place. */
void output_found(struct job *j, const char *real);

/* Writes a result in one format. `style` matters for text only. */
typedef void render_fn(struct job *j, enum format f,
		       const struct report_style *style, const void *what,
		       struct buf *out);

/* Writes a page as text, markdown or HTML. */
void render_page(const struct page *page, enum format f,
		 const struct report_style *style, struct buf *out);

/* Renders once for each target and writes it there. EXIT_DONE, or said:
 * EXIT_OUTPUT where something could not be written, EXIT_USAGE where a target
 * is a file that the job read, upon which nothing is written. */
enum exit output_result(struct job *j, render_fn *render, const void *what);

/* Writes one text to --output or standard output; the same holds, unless
 * --force was given. */
enum exit output_text(struct job *j, struct str text);

/* Writes text to standard output, wherever --output points. */
enum exit output_line(struct job *j, struct str text);

/* Saves a text as a file; a pager never comes into it. */
enum exit output_save(struct job *j, const char *path, struct str text);

/* The same where nobody else has changed it since it was read as `was` (NULL:
 * it was not there). */
enum exit output_replace(struct job *j, const char *path,
			 const struct str *was, struct str text);

/* What becomes of a file that was read as `was`: with --dry-run the change is
 * shown as a diff; with --output, or where it was standard input, the new text
 * goes there; else it is saved in place, where anything changed. */
enum exit output_change(struct job *j, const char *path, struct str was,
			struct str now);

/* Whether nothing would be lost: says so where the file of --output is there
 * already and --force was not given. */
enum exit output_spare(struct job *j);

/* The same for a path. */
enum exit output_spare_path(struct job *j, const char *path);

#endif
