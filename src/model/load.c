#include "model/load.h"

#include "base/buf.h"
#include "base/typo.h"
#include "model/ahead.h"
#include "model/build.h"
#include "model/chain.h"
#include "model/fields.h"

/* --- files --------------------------------------------------------------- */

struct loader loader_like(const struct loader *ld)
{
	struct loader like = *ld;

	like.sources = like.ahead = (struct map){0};
	like.all_ahead = NULL;
	return like;
}

/* A file is read once a run: findings about it all share one source. */
static struct source *known_source(struct loader *ld, struct str name)
{
	return map_find(&ld->sources, name);
}

static struct source *new_source(struct loader *ld, struct str name,
				 struct str text)
{
	struct source *s = ARENA_NEW(ld->arena, struct source);

	*s = (struct source){.name = arena_str(ld->arena, name),
			     .text = text,
			     .arena = ld->arena};
	map_set(&ld->sources, ld->arena, s->name, s);
	return s;
}

static struct str root_text(const struct doc *doc, const char *key)
{
	const struct node *value = doc_root(doc, key);

	return value ? doc_text(doc, value) : (struct str){0};
}

static enum file_kind kind_of(const struct doc *doc)
{
	struct str format = root_text(doc, "format");

	if (str_is(format, "ladder/1"))
		return FILE_LADDER;
	if (str_is(format, "assessment/1"))
		return FILE_ASSESSMENT;
	return FILE_OTHER;
}

static void parse(struct loader *ld, struct loaded *file)
{
	uint32_t before = ld->diag->errors;
	struct ahead *ready = ahead_take(ld, file->source);

	file->doc = ready ? ready->doc
			  : doc_parse(ld->arena, file->source, &ld->limits,
				      ld->diag);
	file->kind = kind_of(&file->doc);
	file->errors = ld->diag->errors - before;
}

static void too_large(struct loader *ld, struct str name)
{
	struct source *s = new_source(ld, name, (struct str){0});
	struct finding *f =
		diag_add(ld->diag, CODE_L020, (struct span){s, 0, 0},
			 "the file is too large; the limit is %lld bytes",
			 (long long)ld->limits.at[LIMIT_FILE_SIZE]);

	finding_help(ld->diag, f, "--limit file-size=N raises it");
}

/* The build parsed the shipped ladders with the usual limits. */
static bool has_usual_limits(const struct loader *ld)
{
	return !memcmp(&ld->limits, &limits_default, sizeof ld->limits);
}

/* A shipped ladder was parsed by the build; its nodes are read where they
 * lie. */
static struct loaded load_packed(struct loader *ld, struct str path,
				 struct str name, const struct builtin *b)
{
	struct loaded file = {.path = path, .name = name, .kind = FILE_LADDER};
	struct doc_file *f;

	file.source = known_source(ld, name);
	if (!file.source)
		file.source = new_source(ld, name, b->text);
	file.doc.nodes = (struct node *)b->nodes;
	file.doc.n = b->n_nodes;
	f = vec_add(ld->arena, &file.doc.files);
	*f = (struct doc_file){file.source, (char *)b->decoded, true};
	return file;
}

static struct loaded load_builtin(struct loader *ld, struct str path)
{
	struct str id = str_from(path, strlen("builtin:"));
	const struct builtin *b = builtin_find(id);

	if (!b)
		return (struct loaded){.path = path,
				       .name = path,
				       .status = HOST_MISSING,
				       .why = STR("no shipped ladder has "
						  "this id")};
	return b->nodes && has_usual_limits(ld)
		       ? load_packed(ld, path, path, b)
		       : load_text(ld, path, b->text);
}

/* The shipped ladder that a file is byte for byte, as in a copy of it or in
 * our own repository: that was parsed already. */
static const struct builtin *packed_with(const struct loader *ld,
					 struct str text)
{
	if (!has_usual_limits(ld))
		return NULL;
	for (const struct builtin *b = builtin_ladders; b->id; b++)
		if (b->nodes && str_eq(b->text, text))
			return b;
	return NULL;
}

/* How a file is shown; its sources are known by it, too, so that two
 * revisions of one path are two. */
static struct str shown_name(struct loader *ld, struct str path)
{
	if (!ld->prefix.len)
		return path;
	return arena_printf(ld->arena, "%.*s%.*s", STR_ARG(ld->prefix),
			    STR_ARG(path));
}

struct source *load_source(struct loader *ld, struct str path)
{
	struct str name = shown_name(ld, arena_str(ld->arena, path));
	size_t limit = (size_t)ld->limits.at[LIMIT_FILE_SIZE];
	struct str text;

	if (known_source(ld, name) ||
	    ld->host->read(ld->host, ld->arena,
			   arena_str(ld->arena, path).ptr, NULL, limit,
			   &text) != HOST_OK)
		return NULL;
	return packed_with(ld, text) ? NULL : new_source(ld, name, text);
}

/* Reads the bytes of a file from where they are; false where that is not
 * possible, and then the file has the status. */
static bool read_source(struct loader *ld, struct loaded *file,
			const char *from, const char *within)
{
	size_t limit = (size_t)ld->limits.at[LIMIT_FILE_SIZE];
	struct str text = {0};

	file->status = ld->host->read(ld->host, ld->arena, from, within, limit,
				      &text);
	if (file->status == HOST_TOO_LARGE)
		too_large(ld, file->name);
	if (file->status == HOST_OK)
		file->source = new_source(ld, file->name, text);
	else
		file->why = str_of(ld->host->why(ld->host));
	return file->status == HOST_OK;
}

struct loaded load_within(struct loader *ld, struct str path,
			  const char *within)
{
	struct loaded file = {.path = arena_str(ld->arena, path)};
	const struct builtin *same;

	if (str_starts(path, STR("builtin:")))
		return load_builtin(ld, file.path);
	file.name = shown_name(ld, file.path);
	file.source = known_source(ld, file.name);
	if (!file.source && !read_source(ld, &file, file.path.ptr, within))
		return file;
	same = packed_with(ld, file.source->text);
	if (same)
		return load_packed(ld, file.path, file.name, same);
	parse(ld, &file);
	return file;
}

struct loaded load_file(struct loader *ld, struct str path)
{
	return load_within(ld, path, NULL);
}

struct loaded load_apart(struct loader *ld, struct str path,
			 const char *within, struct diag *d)
{
	struct diag *usual = ld->diag;
	struct loaded file;

	ld->diag = d;
	file = load_within(ld, path, within);
	ld->diag = usual;
	return file;
}

struct loaded load_input_as(struct loader *ld, struct str path)
{
	struct loaded file = {.path = arena_str(ld->arena, path)};

	file.name = shown_name(ld, file.path);
	if (read_source(ld, &file, "-", NULL))
		parse(ld, &file);
	return file;
}

struct loaded load_text(struct loader *ld, struct str path, struct str text)
{
	struct loaded file = {.path = arena_str(ld->arena, path)};

	file.name = shown_name(ld, file.path);
	file.source = known_source(ld, file.name);
	if (!file.source)
		file.source = new_source(ld, file.name, text);
	parse(ld, &file);
	return file;
}

void load_release(struct loaded *file)
{
	doc_release(&file->doc);
}

struct str loaded_ladder_id(const struct loaded *file)
{
	return root_text(&file->doc, "ladder");
}

struct str loaded_id(const struct loaded *file)
{
	return root_text(&file->doc, "id");
}

struct str loaded_extends(const struct loaded *file)
{
	return root_text(&file->doc, "extends");
}

bool loaded_is_alone(const struct loaded *file)
{
	const struct doc *doc = &file->doc;

	return !doc->n || doc->nodes->kind != NODE_MAP ||
	       !doc_find(doc, doc->nodes, STR("extends"));
}

const struct builtin *builtin_find(struct str id)
{
	for (const struct builtin *b = builtin_ladders; b->id; b++)
		if (str_is(id, b->id))
			return b;
	return NULL;
}

/* --- ladders ------------------------------------------------------------- */

static struct ladder *new_ladder(struct loader *ld)
{
	struct ladder *l = ARENA_NEW(ld->arena, struct ladder);

	l->arena = ld->arena;
	l->cumulative = true;
	l->threshold = 1000;
	return l;
}

/* Merges a chain from its end; gives the one document. */
static void merge_chain(struct chain *c, struct ladder *l)
{
	struct doc doc = c->files.at[c->files.n - 1].doc;

	for (uint32_t i = 1; i < c->files.n; i++) {
		struct str id = loaded_id(&c->files.at[i]);

		*vec_add(l->arena, &l->bases) = arena_str(l->arena, id);
	}
	for (uint32_t i = c->files.n - 1; i > 0; i--)
		doc = doc_overlay(l->arena, &doc, &c->files.at[i - 1].doc,
				  c->ld->diag);
	l->doc = doc;
}

static void make_model(struct loader *ld, struct ladder *l)
{
	struct build_model b = {l, ld->arena, ld->diag, &ld->limits,
				LOST_UNKNOWN};
	struct reader r = {ld->arena, ld->diag, &l->doc, &ld->limits,
			    false};

	read_struct(&r, &ladder_shape, NULL, l->doc.nodes, l);
	model_index(&b);
	model_make_stages(&b);
	model_resolve(&b);
	model_fill_stages(&b, &ld->effort_override);
	model_check_rules(&b);
	model_check_old_ids(&b);
	model_check_cycles(&b);
}

/* Of an overlay without its base only what stands there can be looked at. */
static void check_shape(struct loader *ld, const struct doc *doc)
{
	struct ladder *l = new_ladder(ld);
	struct reader r = {ld->arena, ld->diag, &l->doc, &ld->limits,
			   .partial = true};
	struct build_model b = {l, ld->arena, ld->diag, &ld->limits,
				LOST_UNKNOWN};

	l->doc = *doc;
	read_struct(&r, &ladder_shape, NULL, doc->nodes, l);
	model_check_language(&b);
	doc_paths(&l->doc, ld->diag);
}

static bool root_is_mapping(struct loader *ld, const struct doc *doc)
{
	if (doc->refused || !doc->n)
		return false;
	if (doc->nodes->kind == NODE_MAP)
		return true;
	if (doc->nodes->flags & NODE_NULL)
		doc_add(ld->diag, CODE_L019, doc, doc->nodes,
			"the file holds no value; expected a ladder or an "
			"assessment");
	else
		doc_add(ld->diag, CODE_L104, doc, doc->nodes,
			"the file is %s; expected a mapping with the key "
			"\"format\"",
			node_kind_name(doc->nodes));
	doc_paths(doc, ld->diag);
	return false;
}

/* `ladder/2`: a format of another version, of which nothing is known. */
static bool is_other_version(struct str format)
{
	size_t slash = str_index(format, '/');
	struct str name = str_head(format, slash);

	return (str_is(name, "ladder") || str_is(name, "assessment")) &&
	       slash < format.len &&
	       !str_is(str_from(format, slash + 1), "1") &&
	       str_is_digits(str_from(format, slash + 1));
}

/* What a file was meant to be whose format does not say it: so all that is
 * wrong with it is told at once. */
static enum file_kind meant_kind(const struct doc *doc,
				 const struct node *format)
{
	struct typo typo = {0};

	if (format && format->kind == NODE_SCALAR)
		typo.word = doc_text(doc, format);
	if (is_other_version(typo.word))
		return FILE_OTHER;
	typo_offer(&typo, STR("ladder/1"));
	typo_offer(&typo, STR("assessment/1"));
	if (typo.best.ptr)
		return str_is(typo.best, "ladder/1") ? FILE_LADDER
						     : FILE_ASSESSMENT;
	if (typo.word.len)
		return FILE_OTHER;
	if (doc_find(doc, doc->nodes, STR("competencies")) ||
	    doc_find(doc, doc->nodes, STR("tracks")))
		return FILE_LADDER;
	return doc_find(doc, doc->nodes, STR("person")) ||
			       doc_find(doc, doc->nodes, STR("ratings"))
		       ? FILE_ASSESSMENT
		       : FILE_OTHER;
}

/* The value of the key `format`, or of one that was probably meant for it. */
static const struct node *find_format(const struct doc *doc, bool *mistyped)
{
	const struct node *format =
		doc_find(doc, doc->nodes, STR("format"));

	*mistyped = false;
	if (format)
		return format;
	for_each_key(key, doc->nodes) {
		struct typo typo = {.word = doc_text(doc, key)};

		typo_offer(&typo, STR("format"));
		*mistyped = typo.best.ptr;
		if (*mistyped)
			return key + 1;
	}
	return NULL;
}

/* More than load_check_format asks for, which knows that the file was named:
 * files of other programs have such keys too, but not both. */
static bool has_our_keys(const struct doc *doc)
{
	const struct node *root = doc->nodes;

	if (doc_find(doc, root, STR("competencies")) &&
	    doc_find(doc, root, STR("tracks")))
		return true;
	return doc_find(doc, root, STR("ratings")) &&
	       (doc_find(doc, root, STR("ladder")) ||
		doc_find(doc, root, STR("person")));
}

bool loaded_is_meant(const struct loaded *file)
{
	const struct doc *doc = &file->doc;
	const struct node *format;
	struct str word = {0};
	bool mistyped;

	if (file->kind != FILE_OTHER || !doc->n || doc->nodes->kind != NODE_MAP)
		return false;
	format = find_format(doc, &mistyped);
	if (format && format->kind == NODE_SCALAR)
		word = doc_text(doc, format);
	if (!word.len)
		return has_our_keys(doc);
	return is_other_version(word) || meant_kind(doc, format) != FILE_OTHER;
}

void load_check_format(struct loader *ld, struct loaded *file)
{
	uint32_t before = ld->diag->errors;
	const struct doc *doc = &file->doc;
	const struct node *format;
	bool mistyped;

	if (file->kind != FILE_OTHER || !root_is_mapping(ld, doc))
		return;
	format = find_format(doc, &mistyped);
	if (mistyped) {
		file->kind = meant_kind(doc, format);
		if (file->kind != FILE_OTHER)
			return; /* the key is told where it is read */
		format = NULL;
	}
	if (format && format->kind != NODE_SCALAR) {
		doc_add(ld->diag, CODE_L104, doc, format,
			"this is %s; expected ladder/1 or assessment/1",
			node_kind_name(format));
		doc_mark_told(doc, format);
	} else if (format && format->flags & NODE_NULL)
		doc_add(ld->diag, CODE_L105, doc, format - 1,
			"\"format\" has no value; expected ladder/1 or "
			"assessment/1");
	else if (format)
		doc_add(ld->diag, CODE_L101, doc, format,
			"the format %s is not known; expected ladder/1 or "
			"assessment/1",
			diag_quote(ld->diag, doc_text(doc, format)));
	else
		doc_add(ld->diag, CODE_L102, doc, doc->nodes,
			"the file needs the key \"format\": ladder/1 or "
			"assessment/1");
	doc_paths(doc, ld->diag);
	file->kind = meant_kind(doc, format);
	file->errors += ld->diag->errors - before;
}

/* --- assessments --------------------------------------------------------- */

struct assessment *load_assessment(struct loader *ld, struct loaded *file,
				   const struct ladder *l)
{
	uint32_t before = ld->diag->errors;
	struct reader r = {ld->arena, ld->diag, NULL, &ld->limits, false};
	struct assessment *as;

	if (!root_is_mapping(ld, &file->doc))
		return NULL;
	as = ARENA_NEW(ld->arena, struct assessment);
	as->doc = file->doc;
	file->doc = (struct doc){0};
	r.doc = &as->doc;
	as->hours_per_week = 4000;
	as->focus = 2;
	as->mentor = true;
	as->assessor = STR("self");
	read_struct(&r, &assessment_shape, NULL, as->doc.nodes, as);
	assessment_check(ld, as, l);
	doc_paths(&as->doc, ld->diag);
	as->usable = ld->diag->errors == before && !file->errors;
	return as;
}

/* --- making a ladder ----------------------------------------------------- */

struct ladder *load_ladder(struct loader *ld, struct loaded *file)
{
	uint32_t before = ld->diag->errors;
	struct ladder *l;
	struct chain c;

	if (!root_is_mapping(ld, &file->doc))
		return NULL;
	if (!chain_load(&c, ld, file)) {
		check_shape(ld, &c.files.at[0].doc);
		chain_release(&c);
		return NULL;
	}
	l = new_ladder(ld);
	merge_chain(&c, l);
	make_model(ld, l);
	doc_paths(&l->doc, ld->diag);
	l->usable = ld->diag->errors == before && !chain_errors(&c);
	return l;
}
