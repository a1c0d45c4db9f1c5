/* What was recorded, as items of a list. */
#ifndef REPORT_PAGE_EVIDENCE_H
#define REPORT_PAGE_EVIDENCE_H

#include "model/assessment.h"
#include "report/page.h"

/* "2026-08-14 Design review of the ledger https://…" */
void page_evidence(struct page *p, struct block *list,
		   const struct evidence *e);

#endif
