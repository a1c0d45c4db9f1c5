#include "report/words.h"

#include "base/decimal.h"

void words_stage(struct arena *a, prose *to, enum mark mark,
		 const struct stage *s)
{
	prose_data(a, to, mark, s->competency->name);
	if (s->competency->n_stages > 1)
		prose_add(a, to, mark, "\u00a0%u", (unsigned)s->number);
}

void words_stage_name(struct arena *a, prose *to, enum mark mark,
		      const struct rubric *r)
{
	struct str name = rubric_name(r);

	if (!name.len)
		return;
	prose_add(a, to, mark, ": ");
	prose_data(a, to, mark, name);
}

bool words_say_it_all(const struct rubric *r)
{
	return r->behaviours.n == 1 &&
	       str_eq(str_trim(r->behaviours.at[0].text),
		      str_trim(r->competency->name));
}

void words_role(struct arena *a, prose *to, enum mark mark,
		const struct ladder *l, const struct role *role)
{
	prose_data(a, to, mark, role->title);
	if (!role_shares_title(l, role))
		return;
	prose_add(a, to, mark, " (");
	prose_data(a, to, mark, role->path);
	prose_add(a, to, mark, ")");
}

void words_ladder(struct arena *a, prose *to, enum mark mark,
		  const struct ladder *l)
{
	prose_data(a, to, mark, l->name);
	if (!l->version.len)
		return;
	prose_add(a, to, mark, " ");
	prose_data(a, to, mark, l->version);
}

void words_score(struct arena *a, prose *to, enum mark mark,
		 const struct score *s)
{
	prose_data(a, to, mark, s->name.len ? s->name : s->head.id);
}

/* Quarter hours as hours; whole ones where the quarters would only pretend. */
static const char *hours(int64_t quarters, bool up, char out[25])
{
	if (quarters >= 16)
		quarters = (quarters + (up ? 3 : 0)) / 4 * 4;
	return decimal_write(quarters * 250, out);
}

void words_effort(struct arena *a, prose *to, enum mark mark,
		  struct effort effort)
{
	char min[25], max[25];

	hours(effort.min, false, min);
	hours(effort.max, true, max);
	if (effort.min == effort.max || !strcmp(min, max))
		prose_add(a, to, mark, "about\u00a0%s\u00a0h", max);
	else
		prose_add(a, to, mark, "about\u00a0%s–%s\u00a0h", min, max);
}

void words_resource(struct arena *a, prose *to, const struct resource *r)
{
	const char *before = " (";
	char hours[25];

	prose_data(a, to, MARK_PLAIN, r->title);
	if (r->type) {
		prose_add(a, to, MARK_PLAIN, "%s%s", before,
			  resource_types[r->type - 1]);
		before = ", ";
	}
	if (r->hours) {
		prose_add(a, to, MARK_PLAIN, "%s%s\u00a0h", before,
			  decimal_write(r->hours, hours));
		before = ", ";
	}
	if (*before == ',')
		prose_add(a, to, MARK_PLAIN, ")");
	if (r->url.len) {
		prose_add(a, to, MARK_PLAIN, " ");
		prose_link(a, to, r->url, r->url);
	}
}

void words_time(struct arena *a, prose *to, enum mark mark, milliday time)
{
	static const struct {
		milliday length;
		const char *one, *many;
	} units[] = {
		{365000, "year", "years"},
		{30000, "month", "months"},
		{7000, "week", "weeks"},
		{1000, "day", "days"},
	};
	char figure[25];

	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		if (time % units[i].length && units[i].length > 1000)
			continue;
		decimal_write(time * 1000 / units[i].length, figure);
		prose_add(a, to, mark, "%s\u00a0%s", figure,
			  strcmp(figure, "1") ? units[i].many : units[i].one);
		return;
	}
}

void words_figure(struct arena *a, prose *to, enum mark mark, int64_t figure)
{
	char text[25];

	prose_add(a, to, mark, "%s", decimal_write(figure, text));
}

const char *words_layer(int layer)
{
	switch ((enum layer)layer) {
	case LAYER_EXECUTION:
		return "Execution";
	case LAYER_TECHNICAL:
		return "Technical";
	case LAYER_LEADERSHIP:
		return "Leadership";
	case LAYER_NONE:
		break;
	}
	return "No layer";
}

enum mark words_severity_mark(enum severity s)
{
	switch (s) {
	case SEVERITY_ERROR:
		return MARK_BAD;
	case SEVERITY_WARNING:
		return MARK_WARN;
	case SEVERITY_NOTE:
		break;
	}
	return MARK_DIM;
}

const char *words_plural(uint64_t n, const char *one, const char *many)
{
	return n == 1 ? one : many;
}

void words_comma(struct arena *a, prose *to, uint32_t i, uint32_t n)
{
	if (i)
		prose_add(a, to, MARK_PLAIN, i + 1 == n ? " and " : ", ");
}
