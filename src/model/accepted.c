#include "model/accepted.h"

#define AT(type, member) .at = offsetof(struct type, member)
#define NODE_TO(type, member) .node_at = offsetof(struct type, member)
#define ROWS(rows) .fields = rows, .n = sizeof rows / sizeof *rows

static const struct field acceptance_fields[] = {
	{"fingerprint", FIELD_TEXT, AT(acceptance, fingerprint),
	 NODE_TO(acceptance, fingerprint_node), .flags = FIELD_MANDATORY,
	 .summary = "of the change or the finding"},
	{"code", FIELD_TEXT, AT(acceptance, code),
	 NODE_TO(acceptance, code_node), .summary = "for the reader"},
	{"file", FIELD_TEXT, AT(acceptance, file),
	 .summary = "of the finding, as seen from this file"},
	{"path", FIELD_TEXT, AT(acceptance, path),
	 .summary = "for the reader"},
	{"reason", FIELD_TEXT, AT(acceptance, reason),
	 .flags = FIELD_MANDATORY, .summary = "why it is accepted"},
	{"until", FIELD_DATE, AT(acceptance, until),
	 NODE_TO(acceptance, until_node),
	 .summary = "the last day on which it counts"},
};

static const struct shape acceptance_shape = {
	"an acceptance", ROWS(acceptance_fields), sizeof(struct acceptance),
	0};

static const struct field accepted_fields[] = {
	{"format", FIELD_TEXT, AT(accepted, format),
	 NODE_TO(accepted, format_node), .flags = FIELD_MANDATORY,
	 .summary = "accepted/1"},
	{"accepted", FIELD_LIST, AT(accepted, list),
	 .shape = &acceptance_shape, .summary = "the changes or findings"},
};

static const struct shape accepted_shape = {
	"a file of acceptances", ROWS(accepted_fields),
	sizeof(struct accepted), 0};

/* --- checking -------------------------------------------------------- */

static bool is_fingerprint(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!memchr("0123456789abcdef", s.ptr[i], 16))
			return false;
	return s.len == 16;
}

static void check_fingerprint(struct accepted *all, struct acceptance *one,
			      struct arena *a, struct diag *d)
{
	const struct accepted_kind *kind = all->kind;
	struct acceptance *first;
	struct finding *f;

	if (!is_fingerprint(one->fingerprint)) {
		f = doc_add(d, CODE_L109, all->doc, one->fingerprint_node,
			    "%s is no fingerprint; expected 16 of 0-9 and a-f",
			    diag_quote(d, one->fingerprint));
		finding_help(d, f, "'%s' writes them", kind->writer);
		return;
	}
	first = map_add(&all->by_fingerprint, a, one->fingerprint, one);
	if (!first)
		return;
	f = doc_add(d, CODE_L201, all->doc, one->fingerprint_node,
		    "the %s %s is accepted here a second time", kind->what,
		    diag_quote(d, one->fingerprint));
	finding_note(d, f, doc_span(all->doc, first->fingerprint_node),
		     "first accepted here");
	finding_help(d, f, "take one of them out");
}

static void check_code(const struct accepted *all,
		       const struct acceptance *one, struct diag *d)
{
	struct typo typo = {.word = one->code};
	struct finding *f;

	if (all->kind->knows(one->code, &typo))
		return;
	f = doc_add(d, all->kind->unknown, all->doc, one->code_node,
		    "%s is the code of no %s", diag_quote(d, one->code),
		    all->kind->what);
	finding_suggest(d, f, typo.best);
}

static void check_format(const struct accepted *all, struct diag *d)
{
	if (all->format_node && !str_is(all->format, "accepted/1"))
		doc_add(d, CODE_L101, all->doc, all->format_node,
			"the format is %s; expected accepted/1",
			diag_quote(d, all->format));
}

struct accepted accepted_read(const struct doc *doc,
			      const struct accepted_kind *kind,
			      struct arena *a, const struct limits *limits,
			      struct diag *d)
{
	struct reader r = {a, d, doc, limits, false};
	struct accepted all = {.doc = doc, .kind = kind};

	if (doc->n && !doc->refused)
		read_struct(&r, &accepted_shape, NULL, doc->nodes, &all);
	check_format(&all, d);
	for_each(one, &all.list) {
		if (one->fingerprint_node)
			check_fingerprint(&all, one, a, d);
		if (one->code_node)
			check_code(&all, one, d);
	}
	doc_paths(doc, d);
	return all;
}

/* --- asking ---------------------------------------------------------- */

bool acceptance_is_over(const struct acceptance *one, int32_t day)
{
	return one->until_node && one->until < day;
}

const struct acceptance *accepted_covers(struct accepted *accepted,
					 const char *fingerprint, int32_t day)
{
	struct acceptance *one = map_find(&accepted->by_fingerprint,
					  str_of(fingerprint));

	if (!one || acceptance_is_over(one, day))
		return NULL;
	one->used = true;
	return one;
}

uint32_t acceptance_line(const struct accepted *accepted,
			 const struct acceptance *one)
{
	struct span span = doc_span(accepted->doc, one->head.node);

	return source_place(span.source, span.at).line;
}
