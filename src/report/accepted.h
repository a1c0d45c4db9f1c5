/* Changes and findings as a file that accepts them (docs/format.md). */
#ifndef REPORT_ACCEPTED_H
#define REPORT_ACCEPTED_H

#include "model/accepted.h"
#include "report/diff.h"

/* Writes the acceptances that are used, then the changes that are shown, with
 * reasons that are still to be given. `accepted` may be NULL. */
void yaml_accepted(const struct accepted *accepted, const diff_views *views,
		   struct buf *out);

/* A finding that a baseline takes in. */
struct new_finding {
	const char *fingerprint; /* of findings_entity_prints */
	enum code code;
	struct str file, path; /* the file as seen from the baseline */
};

typedef VEC(struct new_finding) new_findings;

/* Writes the acceptances that are used, then the new ones. */
void yaml_baseline(const struct accepted *accepted, const new_findings *news,
		   struct buf *out);

#endif
