/* Findings for people and for tools that read lines. What is written must be
 * sorted (diag_sort); data in it comes out safe for a terminal and a log. */
#ifndef REPORT_FINDINGS_H
#define REPORT_FINDINGS_H

#include "base/buf.h"
#include "plan/plan.h"
#include "report/style.h"
#include "report/page.h"
#include "text/diag.h"

/* On a terminal at most this many are shown; the rest is counted. */
#define FINDINGS_ON_TERMINAL 100

/* interface.md 3: the message, the source line with the span underlined, the
 * notes with their places, the help; on a terminal a line that sums up.
 * Nothing where there are no findings. */
void findings_text(const struct diag *d, const struct report_style *style,
		   struct buf *out);

/* One line each, as gcc writes them; notes follow as `note:` lines. */
void findings_gcc(const struct diag *d, struct buf *out);

/* "3 errors, 1 warning in 2 files, 2 suppressed", without a line end; empty
 * where there is nothing. */
void findings_summary(const struct diag *d, struct buf *out);

/* What a run checked, for formats that name files in which nothing is wrong. */
struct findings_view {
	const struct diag *diag;
	const struct str *files; /* those that were read and are ours */
	uint32_t n_files;
	bool with_suppressed; /* SARIF: those that were set aside, too */
};

/* "2 files checked, nothing wrong, 3 suppressed", without a line end: where
 * there is no finding. */
void findings_none(const struct findings_view *v, struct buf *out);

/* SARIF 2.1.0 (OASIS): rules with their reasons, results with places, related
 * places, fingerprints and, if asked, by whom they are suppressed; paths are relative to where the run was. */
void findings_sarif(const struct findings_view *v, struct buf *out);

/* Workflow commands of GitHub Actions, at most as many as it shows, with one
 * that counts the rest. */
void findings_github(const struct findings_view *v, struct buf *out);

/* GitLab's Code Quality report. */
void findings_gitlab(const struct findings_view *v, struct buf *out);

/* JUnit's XML: a suite a file, a case a finding; errors fail, warnings and
 * notes are skipped. A file in which nothing is wrong has one case that
 * passes. */
void findings_junit(const struct findings_view *v, struct buf *out);

/* Checkstyle's XML 4.3. */
void findings_checkstyle(const struct findings_view *v, struct buf *out);

/* For a comment or a job summary: the count first, then a table a file. */
struct page *page_findings(struct arena *a, const struct findings_view *v);

/* What stands in the way of a target (PLAN_NO_WAY), one after another with
 * place, excerpt and help. */
void obstacles_text(const struct plan_result *r,
		    const struct report_style *style, struct buf *out);

/* One number a finding, in their order, as 16 hex digits and a NUL: the same
 * from run to run, and when lines are inserted above; never equal for two
 * findings of one run. The array lives in `a`. */
typedef char fingerprint[17];
fingerprint *findings_fingerprints(const struct diag *d, struct arena *a);

/* The same of what is wrong and where alone: the code, the file as `files` has
 * it (one a finding) and the entity's path, without places in lists. For
 * baselines, which are to hold while texts are edited and moved. */
fingerprint *findings_entity_prints(const struct diag *d,
				    const struct str *files, struct arena *a);

#endif
