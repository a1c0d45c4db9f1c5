#include "model/values.h"

#include "base/date.h"
#include "base/decimal.h"
#include "base/typo.h"

const char *value_quote(struct reader *r, const struct node *node)
{
	return diag_quote(r->diag, doc_text(r->doc, node));
}

/* What could not be read was told; nothing that follows from it is. */
bool value_unread(struct reader *r, const struct node *node)
{
	doc_mark_told(r->doc, node);
	return false;
}

struct finding *value_report_kind(struct reader *r, const struct node *node,
				   const char *expected)
{
	return doc_add(r->diag, CODE_L104, r->doc, node,
		       "this is %s; expected %s", node_kind_name(node),
		       expected);
}

bool value_wrong_kind(struct reader *r, const struct node *node,
		       const char *expected)
{
	value_report_kind(r, node, expected);
	return value_unread(r, node);
}

bool value_text(struct reader *r, const struct node *node,
		      struct str *out)
{
	if (node->kind != NODE_SCALAR)
		return value_wrong_kind(r, node, "text");
	*out = doc_text(r->doc, node);
	return true;
}

/* --- ids ----------------------------------------------------------------- */

static bool is_id_char(char c, bool first)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') ||
	       (!first && (c == '.' || c == '_' || c == '-'));
}

bool id_is_good(struct str id)
{
	if (id.len < 1 || id.len > 64)
		return false;
	for (size_t i = 0; i < id.len; i++)
		if (!is_id_char(id.ptr[i], i == 0))
			return false;
	return true;
}

static void not_an_id(struct reader *r, const struct node *node)
{
	struct finding *f =
		doc_add(r->diag, CODE_L106, r->doc, node, "%s is no id",
			value_quote(r, node));

	finding_help(r->diag, f,
		     "an id is 1 to 64 of a-z A-Z 0-9 . _ -, beginning with a "
		     "letter or digit");
}

void value_check_id(struct reader *r, const struct node *node)
{
	if (!id_is_good(doc_text(r->doc, node)))
		not_an_id(r, node);
}

/* An id, or where `flags` allow it `track/level`. */
void value_check_old_id(struct reader *r, const struct field *field,
			 const struct node *node)
{
	struct str text = doc_text(r->doc, node);
	size_t slash = str_index(text, '/');

	if (field->flags & FIELD_PATHS && slash < text.len) {
		if (!id_is_good(str_head(text, slash)))
			text = (struct str){0};
		else
			text = str_from(text, slash + 1);
	}
	if (!id_is_good(text))
		not_an_id(r, node);
}

/* --- figures ------------------------------------------------------------- */

/* Digits that everyone reads as the same number. */
static bool is_plain_whole(struct str text)
{
	return str_is_digits(text) && (text.len == 1 || text.ptr[0] != '0');
}

static bool not_a_number(struct reader *r, const struct node *node,
			 const char *expected)
{
	bool quoted = !(node->flags & NODE_PLAIN);
	struct finding *f = doc_add(r->diag, CODE_L107, r->doc, node,
				    "%s is no number here; expected %s",
				    value_quote(r, node), expected);

	finding_help(r->diag, f,
		     quoted ? "write the number without quotes"
			    : "write plain decimal digits");
	if (quoted && is_plain_whole(doc_text(r->doc, node)))
		finding_mend(r->diag, f, doc_text(r->doc, node));
	return value_unread(r, node);
}

/* A number or an id: digits are always the number, and written as one. */
bool value_numbered(struct reader *r, const struct node *node,
			  struct str *out)
{
	if (!value_text(r, node, out))
		return false;
	if (!str_is_digits(*out) ||
	    (node->flags & NODE_PLAIN && is_plain_whole(*out)))
		return true;
	return not_a_number(r, node, "a plain number or an id");
}

static bool past_figure(struct reader *r, const struct node *node,
			enum limit limit)
{
	struct finding *f =
		doc_add(r->diag, CODE_L028, r->doc, node,
			"%s is more than %lld, the largest figure that is "
			"allowed",
			value_quote(r, node), (long long)r->limits->at[limit]);

	finding_help(r->diag, f, "--limit %s=N raises it",
		     limit_table[limit].name);
	return value_unread(r, node);
}

static bool out_of_range(struct reader *r, const struct field *field,
			 const struct node *node)
{
	char min[25], max[25];
	/* the least figure that there is stands for all above 0 */
	const char *least = field->min == 1 ? "more than 0" : "at least ";

	decimal_write(field->min, min);
	decimal_write(field->max, max);
	doc_add(r->diag, CODE_L108, r->doc, node,
		"%s is out of range; expected %s%s%s%s", value_quote(r, node), least,
		field->min == 1 ? "" : min, field->max ? " and at most " : "",
		field->max ? max : "");
	return value_unread(r, node);
}

bool value_figure(struct reader *r, const struct field *field,
			const struct node *node, int64_t *out)
{
	bool whole = field->kind == FIELD_WHOLE;
	const char *expected = whole ? "a whole number" : "a decimal number";
	enum limit limit = field->flags & FIELD_SALARY ? LIMIT_SALARY
						       : LIMIT_FIGURE;
	struct str text;
	int64_t value = 0;

	if (node->kind != NODE_SCALAR)
		return value_wrong_kind(r, node, expected);
	text = doc_text(r->doc, node);
	if (!(node->flags & NODE_PLAIN) ||
	    (whole && str_index(text, '.') < text.len))
		return not_a_number(r, node, expected);
	switch (decimal_read(text, &value)) {
	case DECIMAL_NOT:
		return not_a_number(r, node, expected);
	case DECIMAL_TOO_FINE:
		return not_a_number(r, node, "at most three decimals");
	case DECIMAL_TOO_BIG:
		return past_figure(r, node, limit);
	case DECIMAL_OK:
		break;
	}
	if (!value && text.ptr[0] == '-')
		return not_a_number(r, node, expected);
	if (value / 1000 > r->limits->at[limit] ||
	    (value / 1000 == r->limits->at[limit] && value % 1000))
		return past_figure(r, node, limit);
	if (value < field->min || (field->max && value > field->max))
		return out_of_range(r, field, node);
	*out = whole ? value / 1000 : value;
	return true;
}

static bool is_among(struct str text, const char *const *words, bool exactly)
{
	for (; *words; words++)
		if (exactly ? str_is(text, *words)
			    : str_eq_nocase(text, str_of(*words)))
			return true;
	return false;
}

/* What a word means as a truth value, also in YAML 1.1; NULL: nothing. */
static const char *truth_of(struct str text)
{
	static const char *const yes[] = {"true", "yes", "on", NULL};
	static const char *const no[] = {"false", "no", "off", NULL};

	if (is_among(text, yes, false))
		return "true";
	return is_among(text, no, false) ? "false" : NULL;
}

bool value_bool(struct reader *r, const struct node *node, bool *out)
{
	static const char *const spellings[] = {
		"true", "True", "TRUE", "false", "False", "FALSE", NULL};
	const char *meant;
	struct str text;
	struct finding *f;

	if (node->kind != NODE_SCALAR)
		return value_wrong_kind(r, node, "true or false");
	text = doc_text(r->doc, node);
	meant = truth_of(text);
	if (meant) /* also where it is told, so that nothing follows */
		*out = *meant == 't';
	if (node->flags & NODE_PLAIN && is_among(text, spellings, true))
		return true;
	f = doc_add(r->diag, CODE_L109, r->doc, node,
		    "%s is neither true nor false", value_quote(r, node));
	finding_help(r->diag, f, "write true or false, without quotes");
	finding_mend(r->diag, f, str_of(meant));
	return value_unread(r, node);
}

/* "ic or manager", "execution, technical or leadership" */
static struct str list_words(struct reader *r, const char *const *words)
{
	struct str text = {0};

	for (size_t i = 0; words[i]; i++)
		text = arena_printf(r->arena, "%.*s%s%s", STR_ARG(text),
				    i == 0	  ? ""
				    : words[i + 1] ? ", "
						   : " or ",
				    words[i]);
	return text;
}

static bool has_rival(const char *const *words, const struct typo *typo)
{
	for (; *words; words++)
		if (typo_rivals(typo, str_of(*words)))
			return true;
	return false;
}

bool value_word(struct reader *r, const struct field *field,
		      const struct node *node, int *out)
{
	struct typo typo = {0};
	struct finding *f;
	struct str text;

	if (!value_text(r, node, &text))
		return false;
	for (int i = 0; field->words[i]; i++)
		if (str_is(text, field->words[i])) {
			*out = i + !!(field->flags & FIELD_FROM_ONE);
			return true;
		}
	typo.word = text;
	for (int i = 0; field->words[i]; i++)
		typo_offer(&typo, str_of(field->words[i]));
	f = doc_add(r->diag, CODE_L109, r->doc, node,
		    "%s has no meaning here; expected %s", value_quote(r, node),
		    list_words(r, field->words).ptr);
	finding_suggest(r->diag, f, typo.best);
	if (!has_rival(field->words, &typo))
		finding_mend(r->diag, f, typo.best);
	return value_unread(r, node);
}

/* --- time and effort ----------------------------------------------------- */

struct unit {
	const char *name;
	int64_t worth;
};

/* Splits "1.5mo" and looks the unit up; the worth of one is returned. */
static const struct unit *split_unit(struct str text, const struct unit *units,
				     int64_t *thousandths,
				     enum decimal_status *status)
{
	size_t n = 0;

	while (n < text.len &&
	       ((text.ptr[n] >= '0' && text.ptr[n] <= '9') ||
		text.ptr[n] == '.'))
		n++;
	*status = decimal_read(str_head(text, n), thousandths);
	for (; units->name; units++)
		if (str_is(str_from(text, n), units->name))
			return units;
	return NULL;
}

static const char *one_effort(struct str text, int64_t limit,
			      int64_t *quarters)
{
	static const struct unit hours[] = {
		{"h", 1}, {"d", 8}, {"w", 40}, {0}};
	enum decimal_status status;
	int64_t figure;
	const struct unit *unit = split_unit(text, hours, &figure, &status);

	if (status == DECIMAL_TOO_BIG ||
	    (status == DECIMAL_OK && figure > limit * 1000))
		return "limit";
	if (status != DECIMAL_OK || !unit)
		return "an effort as 8h, 2d or 1w, or a range as 8h-16h";
	if (figure * unit->worth * 4 % 1000)
		return "a multiple of a quarter of an hour";
	*quarters = figure * unit->worth * 4 / 1000;
	return NULL;
}

const char *effort_read(struct str text, int64_t limit, struct effort *out)
{
	size_t dash = str_index(text, '-');
	struct effort e = {.node = out->node};
	const char *expected = one_effort(str_head(text, dash), limit, &e.min);

	e.max = e.min;
	if (!expected && dash < text.len)
		expected = one_effort(str_from(text, dash + 1), limit, &e.max);
	if (!expected && e.max < e.min)
		expected = "the smaller figure of a range first";
	if (!expected)
		*out = e;
	return expected;
}

const char *time_read(struct str text, int64_t limit, milliday *out)
{
	static const struct unit days[] = {
		{"d", 1}, {"w", 7}, {"mo", 30}, {"y", 365}, {0}};
	enum decimal_status status;
	int64_t figure;
	const struct unit *unit = split_unit(text, days, &figure, &status);

	if (status == DECIMAL_TOO_BIG ||
	    (status == DECIMAL_OK && figure > limit * 1000))
		return "limit";
	if (status != DECIMAL_OK || !unit)
		return "a time as 10d, 6w, 3mo or 1y";
	*out = figure * unit->worth;
	return NULL;
}

static bool bad_duration(struct reader *r, const struct node *node,
			 const char *expected)
{
	if (!strcmp(expected, "limit"))
		return past_figure(r, node, LIMIT_FIGURE);
	doc_add(r->diag, CODE_L110, r->doc, node,
		"%s does not fit; expected %s", value_quote(r, node), expected);
	return value_unread(r, node);
}

bool value_effort(struct reader *r, const struct node *node,
			struct effort *out)
{
	const char *expected;
	struct str text;

	if (!value_text(r, node, &text))
		return false;
	expected = effort_read(text, r->limits->at[LIMIT_FIGURE], out);
	if (expected)
		return bad_duration(r, node, expected);
	out->node = node;
	return true;
}

bool value_time(struct reader *r, const struct node *node,
		      milliday *out)
{
	const char *expected;
	struct str text;

	if (!value_text(r, node, &text))
		return false;
	expected = time_read(text, r->limits->at[LIMIT_FIGURE], out);
	return expected ? bad_duration(r, node, expected) : true;
}

bool value_date(struct reader *r, const struct node *node, int32_t *out)
{
	struct str text;

	if (!value_text(r, node, &text))
		return false;
	if (date_read(text, out))
		return true;
	doc_add(r->diag, CODE_L111, r->doc, node,
		"%s is no day of the calendar; expected YYYY-MM-DD",
		value_quote(r, node));
	return value_unread(r, node);
}
