/* Single values of a file: ids, words, figures, times. Each reads one node,
 * says what is wrong with it and then gives false; what could not be read is
 * marked, so that nothing that follows from it is told as well. */
#ifndef MODEL_VALUES_H
#define MODEL_VALUES_H

#include "model/read.h"

/* Whether `id` is an id. */
bool id_is_good(struct str id);

/* One effort figure or range, as text; for --effort as well. Gives NULL where
 * it is one, else what was expected. */
const char *effort_read(struct str text, int64_t limit, struct effort *out);

/* A time on the calendar, as effort_read. */
const char *time_read(struct str text, int64_t limit, milliday *out);

/* The text of a node in quotes, for messages. */
const char *value_quote(struct reader *r, const struct node *node);

/* Marks a value as told; false. */
bool value_unread(struct reader *r, const struct node *node);

/* `this is a list; expected …`, without and with the mark. */
struct finding *value_report_kind(struct reader *r, const struct node *node,
				  const char *expected);
bool value_wrong_kind(struct reader *r, const struct node *node,
		      const char *expected);

void value_check_id(struct reader *r, const struct node *node);

/* An id, or where the field allows it `track/level`. */
void value_check_old_id(struct reader *r, const struct field *field,
			const struct node *node);

/* Any scalar as text. */
bool value_text(struct reader *r, const struct node *node, struct str *out);

/* A number or an id: digits are always the number, and written as one. */
bool value_numbered(struct reader *r, const struct node *node,
		    struct str *out);

/* Thousandths for FIELD_FIGURE, the number itself for FIELD_WHOLE. */
bool value_figure(struct reader *r, const struct field *field,
		  const struct node *node, int64_t *out);

bool value_bool(struct reader *r, const struct node *node, bool *out);
bool value_word(struct reader *r, const struct field *field,
		const struct node *node, int *out);
bool value_effort(struct reader *r, const struct node *node,
		  struct effort *out);
bool value_time(struct reader *r, const struct node *node, milliday *out);
bool value_date(struct reader *r, const struct node *node, int32_t *out);

#endif
