#include "diff/build.h"

#include "base/buf.h"
#include "base/decimal.h"
#include "model/fields.h"

/* Values of fields, as YAML would have them where they are text. */

struct str time_text(struct arena *a, milliday time)
{
	static const struct {
		milliday length;
		const char *unit;
	} units[] = {{365000, "y"}, {30000, "mo"}, {7000, "w"}, {1000, "d"}};
	char figure[25];
	size_t i = 0;

	while (time % units[i].length && units[i].length > 1000)
		i++;
	decimal_write(time * 1000 / units[i].length, figure);
	return arena_printf(a, "%s%s", figure, units[i].unit);
}

/* Quarter hours are thousandths of an hour times 250. */
struct str effort_text(struct arena *a, struct effort e)
{
	char min[25], max[25];

	decimal_write(e.min * 250, min);
	decimal_write(e.max * 250, max);
	if (e.min == e.max)
		return arena_printf(a, "%sh", min);
	return arena_printf(a, "%sh-%sh", min, max);
}

static struct str efforts_text(struct arena *a, const struct efforts *list)
{
	struct buf text = {0};
	struct str kept;

	for (uint32_t i = 0; i < list->n; i++) {
		if (i)
			buf_z(&text, ", ");
		buf_add(&text, effort_text(a, list->at[i]));
	}
	kept = arena_str(a, buf_str(&text));
	buf_release(&text);
	return kept;
}

static struct str span_text(struct arena *a, const struct span_of_figures *s)
{
	char min[25], max[25];

	if (!s->head.node)
		return (struct str){0};
	decimal_write(s->min, min);
	decimal_write(s->max, max);
	return arena_printf(a, "%s%s%s%s%s%.*s",
			    !s->max   ? "from "
			    : !s->min ? "up to "
				      : "",
			    s->min || !s->max ? min : "",
			    s->min && s->max ? "-" : "",
			    s->max ? max : "", s->currency.len ? " " : "",
			    STR_ARG(s->currency));
}

struct change_value field_value(struct arena *a, const struct field *field,
				    const void *thing)
{
	const void *at = (const char *)thing + field->at;
	struct change_value v = {.kind = VALUE_TEXT};
	int word;

	switch (field->kind) {
	case FIELD_TEXT:
	case FIELD_ID:
		v.text = *(const struct str *)at;
		break;
	case FIELD_BOOL:
		v.kind = VALUE_BOOL;
		v.number = *(const bool *)at;
		return v;
	case FIELD_WHOLE:
		v.kind = VALUE_NUMBER;
		v.number = *(const int64_t *)at;
		return v;
	case FIELD_FIGURE:
		v.kind = VALUE_FIGURE;
		v.number = *(const int64_t *)at;
		return v;
	case FIELD_WORD:
		word = *(const int *)at;
		if (field->flags & FIELD_FROM_ONE)
			word--;
		v.text = word < 0 ? (struct str){0}
				  : str_of(field->words[word]);
		break;
	case FIELD_TIME:
		v.number = *(const milliday *)at;
		if (v.number)
			v.text = time_text(a, v.number);
		break;
	case FIELD_EFFORTS:
		v.text = efforts_text(a, at);
		break;
	case FIELD_MAPPING:
		v.text = span_text(a, at);
		break;
	case FIELD_TEXTS:
		v.kind = VALUE_TEXTS;
		v.texts = *(const struct texts *)at;
		v.kind = v.texts.n ? VALUE_TEXTS : VALUE_NONE;
		return v;
	case FIELD_DATE:
	case FIELD_EFFORT:
	case FIELD_FIGURES:
	case FIELD_LIST:
	case FIELD_KEYED:
	case FIELD_STAGES:
		break; /* none of these is compared by a row */
	}
	if (!v.text.len)
		v.kind = VALUE_NONE;
	return v;
}
