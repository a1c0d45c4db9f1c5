/* A JSON document being built; format_json.c is the only file that sees
 * cJSON. Numbers are written from integers, so that their bytes are exact. */
#ifndef REPORT_FORMAT_JSON_H
#define REPORT_FORMAT_JSON_H

#include "model/ladder.h"
#include "report/json.h"

struct cJSON;

/* A document with its two first keys. */
struct cJSON *json_document(const char *kind);

/* Documents of other makers' formats: an empty object, an empty list. */
struct cJSON *json_foreign(void);
struct cJSON *json_foreign_list(void);

/* Writes and frees it. */
void json_finish(struct cJSON *document, enum json_layout layout,
		 struct buf *out);

/* An empty list or object under a key, or at the end of a list. */
struct cJSON *json_list_in(struct cJSON *object, const char *key);
struct cJSON *json_object_in(struct cJSON *object, const char *key);
struct cJSON *json_item(struct cJSON *list);

/* Makes text of the last item of a list of the document, which is complete:
 * of thousands the tree would take many times the room. For JSON_PRETTY. */
void json_pack(struct cJSON *list);

void json_null(struct cJSON *object, const char *key);
void json_bool(struct cJSON *object, const char *key, bool value);
void json_int(struct cJSON *object, const char *key, int64_t value);
/* Thousandths: 2500 is 2.5. */
void json_figure(struct cJSON *object, const char *key, int64_t thousandths);

/* Bytes that are not UTF-8 become U+FFFD. json_some leaves empty text out. */
void json_text(struct cJSON *object, const char *key, struct str text);
void json_some(struct cJSON *object, const char *key, struct str text);
void json_text_item(struct cJSON *list, struct str text);
void json_null_item(struct cJSON *list);
void json_texts(struct cJSON *object, const char *key,
		const struct texts *texts);
/* "2026-08-14"; NO_DAY is left out. */
void json_day(struct cJSON *object, const char *key, int32_t day);

/* --- things that several documents have ---------------------------------- */

/* "ladder": {"id", "version"} */
void json_ladder_key(struct cJSON *document, const struct ladder *l);

/* A document that answers a question: "ladder", "person" where `as` is not
 * NULL and names one, "from". */
struct cJSON *json_answer(const char *kind, const struct plan_query *q,
			  const struct assessment *as);

/* An entry of "gap": a rule that is open. */
void json_rule(struct cJSON *list, const struct stand *stands,
	       const struct rule_state *rule);

/* "required", "met", "waived", "gap": what a role asks and how it stands. */
void json_gap_keys(struct cJSON *document, const struct plan_view *v);

/* The words for these in every machine format: "requires", "now" … */
const char *rule_name(enum rule_kind kind);
const char *reason_name(enum reason reason);
const char *horizon_name(enum horizon horizon);

/* "layer", left out where there is none. */
void json_layer(struct cJSON *object, const struct competency *c);

/* {"mentoring": 2, …} under a key. */
void json_stages(struct cJSON *object, const char *key,
		 const stage_refs *refs);

/* {"min": 16, "max": 24} in hours under a key. */
struct cJSON *json_hours(struct cJSON *object, const char *key,
			 struct effort effort);

/* "evidence": [{"date", "text", "url"}]. */
void json_evidence(struct cJSON *object, const struct evidence *const *pieces,
		   uint32_t n);

/* "behaviours" (with "met" unless `met` is NULL and `plain` is set),
 * "practise", "evidence", "resources". */
void json_rubric(struct cJSON *object, const struct rubric *r, const bool *met,
		 bool plain);

#endif
