/* JUnit's XML, as the Jenkins plug-in's schema (junit-10.xsd) has it: a suite a
 * ladder, a test case a change. Breaking ones fail; those that only a person
 * can judge are skipped, which is how the format says that no verdict was
 * given; the others pass. */
#include "report/diff_outline.h"
#include "report/flow.h"
#include "report/junit.h"
#include "report/xml.h"

static void add_text(struct buf *out, const char *tag, struct str type,
		     struct str message, struct str text)
{
	buf_printf(out, "      <%s", tag);
	if (type.len)
		xml_attribute(out, "type", type);
	if (message.len)
		xml_attribute(out, "message", message);
	buf_char(out, '>');
	xml_text(out, text);
	buf_printf(out, "</%s>\n", tag);
}

static struct str places_text(struct arena *a, const struct change *c)
{
	prose places = {0};
	struct buf text = {0};
	struct str copy;

	diff_places(a, &places, NULL, c);
	flow_text(&places, &text);
	copy = arena_str(a, buf_str(&text));
	buf_release(&text);
	return copy;
}

static void add_verdict(struct arena *a, struct buf *out,
			const struct diff *d, const struct change *c)
{
	struct str message = diff_message(a, d, c);
	struct str places = places_text(a, c), none = {0};
	struct str name = str_of(change_table[c->code].name);
	struct str both = arena_printf(a, "%.*s\n%.*s", STR_ARG(message),
				       STR_ARG(places));

	switch (c->class) {
	case CLASS_BREAKING:
		add_text(out, "failure", name, message, places);
		break;
	case CLASS_REVIEW:
		add_text(out, "skipped", none, message, places);
		break;
	case CLASS_EASING:
	case CLASS_INFO:
		add_text(out, "system-out", none, none, both);
		break;
	}
}

/* Named by code and path, by which a report tells them apart from run to
 * run. */
static void add_case(struct arena *a, struct buf *out, const struct diff *d,
		     const struct change *c)
{
	struct str path = change_path(c);
	struct str name = arena_printf(a, "%s %.*s", change_table[c->code].id,
				       STR_ARG(path));
	struct str class =
		arena_printf(a, "%.*s.%s", STR_ARG(d->new->head.id),
			     class_name(c->class));

	buf_z(out, "    <testcase");
	xml_attribute(out, "classname", class);
	xml_attribute(out, "name", path.len ? name : str_head(name, 4));
	buf_z(out, ">\n");
	add_verdict(a, out, d, c);
	buf_z(out, "    </testcase>\n");
}

/* A ladder that is new passes, one that is gone fails. */
static void add_whole(struct buf *out, const struct diff_view *v)
{
	buf_z(out, "    <testcase");
	xml_attribute(out, "classname", diff_view_name(v));
	xml_attribute(out, "name", STR("the ladder"));
	buf_z(out, ">\n");
	if (v->new_name.len)
		add_text(out, "system-out", STR(""), STR(""),
			 STR("a new ladder"));
	else
		add_text(out, "failure", STR("ladder-gone"),
			 STR("the ladder is gone"), v->old_name);
	buf_z(out, "    </testcase>\n");
}

static struct junit_totals totals_of(const struct diff_outline *o)
{
	if (!o->view->diff)
		return (struct junit_totals){1, !o->view->new_name.len, 0};
	return (struct junit_totals){o->n, o->n_of[CLASS_BREAKING],
			       o->n_of[CLASS_REVIEW]};
}

static void add_suite(struct arena *a, struct buf *out,
		      const struct diff_outline *o)
{
	const struct diff *d = o->view->diff;
	struct junit_totals n = totals_of(o);

	junit_suite(out, diff_view_name(o->view), &n);
	if (!d)
		add_whole(out, o->view);
	for (uint32_t i = 0; d && i < d->changes.n; i++)
		if (o->top[i] != UINT32_MAX)
			add_case(a, out, d, &d->changes.at[i]);
	buf_z(out, "  </testsuite>\n");
}

void diff_junit(const diff_views *views, struct buf *out)
{
	struct arena a = {0};
	struct junit_totals sum = {0};
	struct buf suites = {0};

	for_each(view, views) {
		struct diff_outline o = diff_outline(view, &a);
		struct junit_totals n = totals_of(&o);

		if (!diff_outline_says(&o))
			continue;
		sum.tests += n.tests;
		sum.failures += n.failures;
		add_suite(&a, &suites, &o);
	}
	junit_document(out, STR("ladder diff"), &sum, buf_str(&suites));
	buf_release(&suites);
	arena_release(&a);
}
