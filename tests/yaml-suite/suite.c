/* Reads every case of the YAML test suite and prints docs/yaml-test-suite.md:
 * how ladder's reader differs from what the suite expects, and why. `suite DIR`
 * with the folder of expected.tsv. Status 1, and a line on standard error for
 * each, where a finding has no place inside its file or a difference has no
 * known reason. Every beginning of every case is read too. */
#include "yaml-suite/events.h"

#include "base/buf.h"

#include <stdio.h>
#include <stdlib.h>

struct row { /* of expected.tsv */
	struct str id, outcome, docs, libyaml, name;
};

struct tally {
	struct buf table;
	int read, refused, differ;
	bool wrong;
};

/* Why a file that is good YAML is refused, by the code of the first finding. */
static const struct {
	enum code code;
	const char *reason;
} reasons[] = {
	{CODE_L002, "holds a control character, raw or escaped"},
	{CODE_L003, "holds a line break other than LF and CRLF"},
	{CODE_L004, "holds a hidden character"},
	{CODE_L011, "has a key twice"},
	{CODE_L012, "holds more than one document"},
	{CODE_L013, "has a merge key"},
	{CODE_L016, "names two nodes by one anchor"},
	{CODE_L017, "has a key that is not a scalar"},
	{CODE_L018, "has a tag beyond the core schema"},
	{CODE_L019, "holds no document"},
	{CODE_L026, "has more directives than a ladder needs"},
};

static struct str slurp(struct arena *a, const char *path)
{
	FILE *f = fopen(path, "rb");
	struct buf b = {0};
	struct str s;
	size_t n;

	if (!f) {
		perror(path);
		exit(77);
	}
	while ((n = fread(buf_room(&b, 4096), 1, 4096, f)) > 0)
		b.len += n;
	fclose(f);
	s = arena_str(a, buf_str(&b));
	buf_release(&b);
	return s;
}

static struct str cut(struct str *line, char at)
{
	size_t end = str_index(*line, at);
	struct str part = str_head(*line, end);

	*line = str_from(*line, end + 1);
	return part;
}

static struct row read_row(struct str line)
{
	struct row r = {0};

	r.id = cut(&line, '\t');
	r.outcome = cut(&line, '\t');
	cut(&line, '\t');
	r.docs = cut(&line, '\t');
	r.libyaml = cut(&line, '\t');
	r.name = line;
	return r;
}

/* Whether all findings are at a place of the file; says where not. */
static bool check_places(const struct diag *d, const struct source *source)
{
	bool good = true;

	for_each(f, &d->findings) {
		if (f->span.source == source && f->span.at <= f->span.end &&
		    f->span.end <= source->text.len && f->message.len)
			continue;
		fprintf(stderr,
			"%.*s, %zu bytes of it: %s at %u to %u is outside\n",
			STR_ARG(source->name), source->text.len,
			code_table[f->code].id, f->span.at, f->span.end);
		good = false;
	}
	return good;
}

/* Reads all beginnings of a case, as an editor sees them while one types. */
static bool check_beginnings(struct row row, struct str text)
{
	struct arena a = {0};
	bool good = true;

	for (size_t len = 0; len < text.len; len++) {
		/* An own copy, so that reading past the end is noticed. */
		char *copy = malloc(len + 1);
		struct source s = {.name = row.id, .arena = &a};
		struct diag d = {.arena = &a};
		struct doc doc;

		memcpy(copy, text.ptr, len);
		copy = realloc(copy, len ? len : 1);
		s.text = (struct str){copy, len};
		doc = doc_parse(&a, &s, &limits_default, &d);
		good &= check_places(&d, &s);
		doc_release(&doc);
		free(copy);
		arena_clear(&a);
	}
	arena_release(&a);
	return good;
}

static const char *reason_to_refuse(struct row row, const struct finding *f)
{
	if (f->code == CODE_L010 && str_is(row.libyaml, "rejects"))
		return "libyaml 0.2.5 does not read it";
	for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
		if (reasons[i].code == f->code)
			return reasons[i].reason;
	return NULL;
}

static const struct finding *first_error(const struct diag *d)
{
	for_each(f, &d->findings)
		if (f->severity == SEVERITY_ERROR)
			return f;
	return NULL;
}

static void print_row(struct tally *t, struct row row, const char *ours,
		      const char *reason)
{
	t->differ++;
	if (!reason) {
		fprintf(stderr, "%.*s: %s, and nobody knows why\n",
			STR_ARG(row.id), ours);
		t->wrong = true;
		return;
	}
	buf_printf(&t->table, "| %.*s | %.*s | %.*s | %s | %s |\n",
		   STR_ARG(row.id), STR_ARG(row.name), STR_ARG(row.outcome),
		   ours, reason);
}

static void compare(struct tally *t, struct row row, const struct diag *d,
		    bool same)
{
	const struct finding *error = first_error(d);
	bool valid = str_is(row.outcome, "valid");
	char ours[32];

	if (error && !valid) {
		t->refused++;
	} else if (error) {
		snprintf(ours, sizeof ours, "refused, %s",
			 code_table[error->code].id);
		print_row(t, row, ours, reason_to_refuse(row, error));
	} else if (!valid) {
		print_row(t, row, "read",
			  str_is(row.libyaml, "accepts")
				  ? "libyaml 0.2.5 reads it"
				  : NULL);
	} else if (!same) {
		print_row(t, row, "read otherwise",
			  str_is(row.libyaml, "differs")
				  ? "libyaml 0.2.5 reads it so"
				  : NULL);
	} else {
		t->read++;
	}
}

static void run_case(struct tally *t, struct arena *a, const char *dir,
		     struct row row)
{
	struct str path = arena_printf(a, "%s/%.*s/%.*s.yaml", dir,
				       STR_ARG(row.outcome), STR_ARG(row.id));
	struct str events = arena_printf(a, "%s/events/%.*s.event", dir,
					 STR_ARG(row.id));
	struct source s = {
		.name = row.id, .text = slurp(a, path.ptr), .arena = a};
	struct diag d = {.arena = a};
	struct doc doc = doc_parse(a, &s, &limits_default, &d);

	diag_sort(&d);
	t->wrong |= !check_places(&d, &s);
	t->wrong |= !check_beginnings(row, s.text);
	compare(t, row, &d, events_match(a, &doc, slurp(a, events.ptr)));
	doc_release(&doc);
}

static void print_document(const struct tally *t)
{
	printf("# The reader beside the YAML test suite\n\n"
	       "Written by `tests/yaml-suite/run --write`; the test of that "
	       "name keeps it true.\n\n"
	       "The suite says of each of its %d cases whether it is valid "
	       "YAML and, in events,\nwhat it means. Of the valid ones ladder "
	       "reads %d, each with the same nodes,\ntexts and quoting; of the "
	       "others it refuses %d, each with a place in the file.\nThe %d "
	       "below differ, and why. A ladder or an assessment is one "
	       "document with\nwords as keys, and libyaml reads YAML 1.1; what "
	       "[format.md](format.md) bars\nbeyond that is barred on "
	       "purpose.\n\n"
	       "| case | name | suite | ladder | why |\n"
	       "| --- | --- | --- | --- | --- |\n%.*s",
	       t->read + t->refused + t->differ, t->read, t->refused,
	       t->differ, STR_ARG(buf_str(&t->table)));
}

int main(int argc, char **argv)
{
	struct arena a = {0};
	struct tally t = {0};
	struct str list;

	if (argc != 2) {
		fprintf(stderr, "usage: suite DIR\n");
		return 2;
	}
	list = slurp(&a, arena_printf(&a, "%s/expected.tsv", argv[1]).ptr);
	cut(&list, '\n');
	while (list.len)
		run_case(&t, &a, argv[1], read_row(cut(&list, '\n')));
	print_document(&t);
	buf_release(&t.table);
	arena_release(&a);
	return t.wrong;
}
