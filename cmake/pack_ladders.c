/* Writes C source that holds the shipped ladders, parsed already: their bytes
 * and their trees of nodes, which hold no pointers. Starting with a shipped
 * ladder then costs no parsing. Run by the build as
 *   pack_ladders OUTPUT LADDER.yaml…
 * A ladder that is no clean YAML, or whose id is not its file's name, ends the
 * build. */
#include "doc/doc.h"

#include <stdio.h>
#include <stdlib.h>

struct packed {
	struct str path, name;
	struct source source;
	struct doc doc;
};

static _Noreturn void fail(struct str path, const char *what)
{
	fprintf(stderr, "%.*s: %s\n", STR_ARG(path), what);
	exit(1);
}

static struct str read_file(struct arena *a, struct str path)
{
	FILE *in = fopen(path.ptr, "rb");
	long size;
	char *text;

	if (!in || fseek(in, 0, SEEK_END) || (size = ftell(in)) < 0)
		fail(path, "cannot be read");
	rewind(in);
	text = arena_alloc(a, (size_t)size + 1);
	if (fread(text, 1, (size_t)size, in) != (size_t)size)
		fail(path, "cannot be read");
	fclose(in);
	return (struct str){text, (size_t)size};
}

/* What a path is called: without folders and `.yaml`. */
static struct str name_of(struct str path)
{
	while (str_index(path, '/') < path.len)
		path = str_from(path, str_index(path, '/') + 1);
	return str_head(path, path.len - strlen(".yaml"));
}

static void parse(struct packed *p, struct arena *a)
{
	struct diag d = {.arena = a};
	const struct node *id;

	p->source = (struct source){
		.name = p->path, .text = read_file(a, p->path), .arena = a};
	p->doc = doc_parse(a, &p->source, &limits_default, &d);
	for_each(f, &d.findings) {
		struct place at = source_place(f->span.source, f->span.at);

		fprintf(stderr, "%.*s:%u:%u: %.*s\n", STR_ARG(p->path),
			at.line, at.column, STR_ARG(f->message));
	}
	if (d.findings.n)
		exit(1);
	id = doc_find(&p->doc, p->doc.nodes, STR("id"));
	if (!id || !str_eq(doc_text(&p->doc, id), p->name))
		fail(p->path, "its id and its file's name must be equal");
}

static void write_bytes(FILE *out, const char *what, size_t i, struct str text)
{
	fprintf(out, "static const unsigned char %s_%zu[] = {", what, i);
	for (size_t at = 0; at < text.len; at++)
		fprintf(out, "%s%u,", at % 16 ? "" : "\n",
			(unsigned)(unsigned char)text.ptr[at]);
	/* C has no arrays of nothing */
	fprintf(out, "0};\n");
}

/* How far the texts that are not in the file reach. */
static size_t decoded_len(const struct doc *doc)
{
	size_t len = 0;

	for (uint32_t i = 0; i < doc->n; i++) {
		const struct node *n = &doc->nodes[i];

		if (n->flags & NODE_DECODED && n->text + n->len > len)
			len = n->text + n->len;
	}
	return len;
}

static void write_ladder(FILE *out, size_t i, const struct packed *p)
{
	const struct doc_file *file = &p->doc.files.at[0];

	write_bytes(out, "text", i, p->source.text);
	write_bytes(out, "decoded", i,
		    (struct str){file->decoded, decoded_len(&p->doc)});
	fprintf(out, "static const struct node nodes_%zu[] = {\n", i);
	for (uint32_t k = 0; k < p->doc.n; k++) {
		const struct node *n = &p->doc.nodes[k];

		fprintf(out, "{%u,%u,%u,%u,%u,%u,%u,0},\n", n->at, n->end,
			n->text, n->len, n->size, n->kind, n->flags);
	}
	fprintf(out, "};\n\n");
}

static void write_all(FILE *out, const struct packed *all, size_t n)
{
	fprintf(out, "/* Made by cmake/pack_ladders.c. */\n"
		     "#include \"model/load.h\"\n\n");
	for (size_t i = 0; i < n; i++)
		write_ladder(out, i, &all[i]);
	fprintf(out, "const struct builtin builtin_ladders[] = {\n");
	for (size_t i = 0; i < n; i++)
		fprintf(out,
			"\t{\"%.*s\", {(const char *)text_%zu, %zu}, nodes_%zu, "
			"%u, (const char *)decoded_%zu},\n",
			STR_ARG(all[i].name), i, all[i].source.text.len, i,
			all[i].doc.n, i);
	fprintf(out, "\t{NULL, {NULL, 0}, NULL, 0, NULL},\n};\n");
}

int main(int argc, char **argv)
{
	struct arena a = {0};
	size_t n = argc < 2 ? 0 : (size_t)argc - 2;
	struct packed *all = ARENA_ARRAY(&a, n, struct packed);
	FILE *out;

	if (argc < 2)
		fail(STR("pack_ladders"), "expected OUTPUT LADDER.yaml...");
	for (size_t i = 0; i < n; i++) {
		all[i].path = str_of(argv[i + 2]);
		all[i].name = name_of(all[i].path);
		parse(&all[i], &a);
	}
	out = fopen(argv[1], "wb");
	if (!out)
		fail(str_of(argv[1]), "cannot be written");
	write_all(out, all, n);
	if (fclose(out))
		fail(str_of(argv[1]), "cannot be written");
	for (size_t i = 0; i < n; i++)
		doc_release(&all[i].doc);
	arena_release(&a);
	return 0;
}
