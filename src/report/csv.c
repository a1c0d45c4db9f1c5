#include "report/csv.h"

#include "base/date.h"
#include "base/decimal.h"
#include "text/safe.h"

static void next_field(struct csv *c)
{
	if (c->begun)
		buf_char(c->out, ',');
	c->begun = true;
}

/* By what spreadsheets know a formula, or skip before they look for one. */
static bool looks_like_formula(struct str text)
{
	return text.len && memchr("=+-@\t\r\n", text.ptr[0], 7);
}

static bool needs_quotes(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (memchr("\",\r\n", text.ptr[i], 4))
			return true;
	return text.len &&
	       (text.ptr[0] == ' ' || text.ptr[text.len - 1] == ' ');
}

static void add_quoted(struct buf *out, struct str text)
{
	buf_char(out, '"');
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == '"')
			buf_char(out, '"');
		buf_char(out, text.ptr[i]);
	}
	buf_char(out, '"');
}

struct csv csv_begin(struct buf *out)
{
	return (struct csv){.out = out, .line = out->len};
}

void csv_text(struct csv *c, struct str text)
{
	struct buf safe = {0};
	struct str shown;

	if (looks_like_formula(text))
		buf_char(&safe, '\'');
	safe_text(&safe, text);
	shown = buf_str(&safe);
	next_field(c);
	if (needs_quotes(shown))
		add_quoted(c->out, shown);
	else
		buf_add(c->out, shown);
	buf_release(&safe);
}

void csv_number(struct csv *c, int64_t number)
{
	next_field(c);
	buf_printf(c->out, "%lld", (long long)number);
}

void csv_end(struct csv *c)
{
	buf_z(c->out, "\r\n");
	safe_commands(c->out, c->line);
	c->line = c->out->len;
	c->begun = false;
}

/* --- what most tables have ------------------------------------------------ */

void csv_words(struct csv *c, const char *const *words)
{
	for (; *words; words++)
		csv_text(c, str_of(*words));
}

void csv_bool(struct csv *c, bool value)
{
	csv_text(c, value ? STR("yes") : STR("no"));
}

void csv_figure(struct csv *c, int64_t thousandths)
{
	char text[25];

	next_field(c);
	buf_add(c->out, str_of(decimal_write(thousandths, text)));
}

void csv_hours(struct csv *c, int64_t quarters)
{
	csv_figure(c, quarters * 250);
}

void csv_day(struct csv *c, int32_t day)
{
	char text[11];

	if (day == NO_DAY)
		csv_empty(c);
	else
		csv_text(c, str_of(date_write(day, text)));
}

void csv_layer(struct csv *c, const struct competency *of)
{
	const char *name = layer_name((enum layer)of->layer);

	csv_text(c, name ? str_of(name) : (struct str){0});
}

void csv_empty(struct csv *c)
{
	csv_text(c, (struct str){0});
}
