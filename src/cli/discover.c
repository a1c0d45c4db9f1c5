#include "cli/discover.h"

#include "base/typo.h"
#include "cli/path.h"
#include "model/config.h"

/* A file that was looked at; its findings wait until it is picked. */
struct candidate {
	struct loaded *file;
	struct diag diag;
};

typedef VEC(struct candidate *) candidates;

/* --- reading ------------------------------------------------------------ */

/* `within` is as load_within has it. */
static struct candidate *look_within(struct job *j, struct str path,
				     const char *within)
{
	struct candidate *c = ARENA_NEW(j->arena, struct candidate);

	c->diag.arena = j->arena;
	c->file = ARENA_NEW(j->arena, struct loaded);
	*c->file = load_apart(&j->loader, path, within, &c->diag);
	job_keep(j, &c->file->doc);
	return c;
}

static struct candidate *look_at(struct job *j, struct str path)
{
	return look_within(j, path, NULL);
}

static enum exit pick(struct job *j, struct candidate *c,
		      struct loaded **file)
{
	diag_take(&j->diag, &c->diag);
	if (c->file->status == HOST_TOO_LARGE) {
		show_findings(j, SEVERITY_ERROR);
		return EXIT_INPUT;
	}
	if (c->file->status != HOST_OK) {
		say_of(j, c->file->path, c->file->why);
		return EXIT_INPUT;
	}
	*file = c->file;
	return EXIT_DONE;
}

static enum exit read_input(struct job *j, struct str path,
			    struct loaded **file)
{
	return pick(j, look_at(j, path), file);
}

/* A file whose id cannot be read fits: better to tell what is wrong with it
 * than to pass it over. */
static bool fits(const struct candidate *c, struct str id)
{
	struct str own = {0};

	if (c->file->status == HOST_OK)
		own = loaded_id(c->file);
	return !id.len || !own.len || str_eq(own, id);
}

/* --- the ladders of a directory ----------------------------------------- */

/* Every ladder file in `ladders/` below the prefix. */
static candidates ladders_in(struct job *j, const char *prefix)
{
	const char *dir = path_join(j, prefix, "ladders");
	candidates found = {0};
	const char **names;
	size_t n;

	if (j->host->list(j->host, j->arena, dir, &names, &n) != HOST_OK)
		return found;
	for (size_t i = 0; i < n; i++) {
		const char *path = path_join(j, dir, names[i]);
		struct candidate *c;

		if (*names[i] == '.' || !path_is_yaml(str_of(names[i])) ||
		    !path_is_file(j, path))
			continue;
		c = look_at(j, str_of(path));
		if (c->file->status == HOST_OK && c->file->kind == FILE_LADDER)
			*vec_add(j->arena, &found) = c;
	}
	return found;
}

/* The file that a ladder extends, without links; NULL for none or a shipped
 * one. */
static const char *base_of(struct job *j, const struct loaded *file)
{
	struct str base = loaded_extends(file);

	if (!base.len || str_starts(base, STR("builtin:")))
		return NULL;
	return j->host->real_path(j->host, j->arena,
				  path_beside(j, file->path, base).ptr);
}

/* Leaves out what another file of the list extends. */
static candidates without_bases(struct job *j, candidates all)
{
	candidates left = {0};
	const char **bases = ARENA_ARRAY(j->arena, all.n, const char *);

	for (uint32_t i = 0; i < all.n; i++)
		bases[i] = base_of(j, all.at[i]->file);
	for_each(c, &all) {
		const char *real = j->host->real_path(j->host, j->arena,
						      (*c)->file->path.ptr);
		bool extended = false;

		for (uint32_t i = 0; i < all.n && real; i++)
			extended |= bases[i] && !strcmp(bases[i], real);
		if (!extended)
			*vec_add(j->arena, &left) = *c;
	}
	return left;
}

static candidates of_id(struct job *j, candidates all, struct str id)
{
	candidates left = {0};

	for_each(c, &all)
		if (str_eq(loaded_id((*c)->file), id))
			*vec_add(j->arena, &left) = *c;
	return left;
}

static enum exit several(struct job *j, const candidates *list)
{
	struct str names = {0};

	for_each(c, list)
		names = arena_printf(j->arena, "%.*s%s%.*s", STR_ARG(names),
				     names.len ? ", " : "",
				     STR_ARG((*c)->file->path));
	say(j, "several ladders fit: %.*s; name one with --ladder FILE",
	    STR_ARG(names));
	return EXIT_INPUT;
}

/* What one directory offers; *found stays as it is where that is nothing. */
static enum exit look_in(struct job *j, const char *prefix, struct str id,
			 struct candidate **found)
{
	const char *own = path_join(j, prefix, "ladder.yaml");
	candidates all, left;

	if (path_is_file(j, own)) {
		struct candidate *c = look_at(j, str_of(own));

		if (fits(c, id)) {
			*found = c;
			return EXIT_DONE;
		}
	}
	all = ladders_in(j, prefix);
	left = id.len ? of_id(j, all, id) : without_bases(j, all);
	if (left.n > 1)
		return several(j, &left);
	if (left.n)
		*found = left.at[0];
	return EXIT_DONE;
}

/* --- the configuration -------------------------------------------------- */

/* A scalar at the top of a file; empty where there is none. */
static struct str top_text(const struct loaded *file, struct str key)
{
	const struct node *value = NULL;

	if (file->status == HOST_OK && file->doc.n &&
	    file->doc.nodes->kind == NODE_MAP)
		value = doc_find(&file->doc, file->doc.nodes, key);
	if (!node_has_value(value) || value->kind != NODE_SCALAR)
		return (struct str){0};
	return doc_text(&file->doc, value);
}

/* The ladder that a configuration names: a shipped one by its id, or a file
 * beside it, which for one in a repository lies in there, too. */
static enum exit configured(struct job *j, const char *path,
			    const char *within, struct str id,
			    struct candidate **found)
{
	struct candidate *c = look_within(j, str_of(path), within);
	const uint32_t errors = j->diag.errors;
	struct loaded *file;
	struct config config;
	struct str word;

	if (pick(j, c, &file) != EXIT_DONE)
		return EXIT_INPUT;
	config = config_read(&file->doc, j->arena, &j->loader.limits,
			     &j->diag);
	if (j->diag.errors > errors) {
		show_findings(j, SEVERITY_ERROR);
		return EXIT_INPUT;
	}
	word = config.ladder;
	if (!word.len)
		return EXIT_DONE;
	if (builtin_find(word))
		word = arena_printf(j->arena, "builtin:%.*s", STR_ARG(word));
	else
		word = path_beside(j, str_of(path), word);
	c = look_within(j, word, within);
	if (fits(c, id))
		*found = c;
	return EXIT_DONE;
}

/* The configurations of this place, the nearest first. */
static enum exit from_configuration(struct job *j,
				    const struct places *places,
				    struct str id, struct candidate **found)
{
	enum exit status = EXIT_DONE;
	const char *path;

	for (uint32_t i = 0; i < places->n && !*found; i++) {
		path = path_join(j, places->prefixes[i], ".ladder.yaml");
		if (path_is_file(j, path))
			status = configured(j, path, places->root, id, found);
		if (status != EXIT_DONE)
			return status;
	}
	path = path_xdg(j, "XDG_CONFIG_HOME", ".config", "ladder/config.yaml");
	if (path && !*found && path_is_file(j, path))
		status = configured(j, path, NULL, id, found);
	return status;
}

/* --- the ladder --------------------------------------------------------- */

/* Steps 3 to 5; *found is NULL where nothing fits. */
static enum exit search(struct job *j, struct str id,
			struct candidate **found)
{
	struct places places = places_find(j);
	enum exit status = EXIT_DONE;

	*found = NULL;
	for (uint32_t i = 0; i < places.n && !*found; i++) {
		status = look_in(j, places.prefixes[i], id, found);
		if (status != EXIT_DONE)
			return status;
	}
	if (!*found)
		status = from_configuration(j, &places, id, found);
	if (*found || status != EXIT_DONE)
		return status;
	if (!id.len)
		id = STR(DEFAULT_LADDER);
	if (builtin_find(id))
		*found = look_at(j, arena_printf(j->arena, "builtin:%.*s",
						 STR_ARG(id)));
	return EXIT_DONE;
}

static enum exit no_ladder(struct job *j, struct str word, const char *what)
{
	struct typo typo = {.word = word};

	for (const struct builtin *b = builtin_ladders; b->id; b++)
		typo_offer(&typo, str_of(b->id));
	say(j, "%s\"%.*s\" is neither a file nor the id of a ladder here or "
	       "shipped%s ('ladder list' names them)",
	    what, STR_ARG(word), suggestion(j, typo.best));
	return EXIT_INPUT;
}

enum exit discover_named(struct job *j, struct str word,
			 struct loaded **file)
{
	enum host_status there = j->host->stat(j->host, word.ptr);
	struct candidate *found;
	enum exit status;

	*file = NULL;
	if (str_is(word, "-") || str_starts(word, STR("builtin:")) ||
	    (there != HOST_MISSING && there != HOST_DIRECTORY) ||
	    str_index(word, '/') < word.len || path_is_yaml(word))
		return read_input(j, word, file);
	status = search(j, word, &found);
	if (status != EXIT_DONE)
		return status;
	if (found)
		return pick(j, found, file);
	return there == HOST_DIRECTORY ? read_input(j, word, file) : EXIT_DONE;
}

/* --ladder FILE|ID */
static enum exit named_ladder(struct job *j, struct str word,
			      struct loaded **file)
{
	enum exit status = discover_named(j, word, file);

	if (status == EXIT_DONE && !*file)
		return no_ladder(j, word, "--ladder ");
	return status;
}

enum exit discover_ladder_of(struct job *j, struct str id,
			     struct loaded **file)
{
	const char *named = j->host->env(j->host, "LADDER_FILE");
	struct candidate *found;
	enum exit status;

	*file = NULL;
	if (job_has(j, OPT_LADDER))
		return named_ladder(j, job_option(j, OPT_LADDER)->text, file);
	if (named)
		return read_input(j, str_of(named), file);
	status = search(j, id, &found);
	return status == EXIT_DONE && found ? pick(j, found, file) : status;
}

enum exit discover_ladder(struct job *j, struct str id, struct loaded **file)
{
	enum exit status = discover_ladder_of(j, id, file);

	if (status == EXIT_DONE && !*file)
		return no_ladder(j, id, "the assessment's ladder ");
	return status;
}

/* --- the assessment ----------------------------------------------------- */

static const char *find_assessment(struct job *j)
{
	struct places places = places_find(j);
	const char *path = j->host->env(j->host, "LADDER_ASSESSMENT");

	if (path)
		return path;
	for (uint32_t i = 0; i < places.n; i++) {
		path = path_join(j, places.prefixes[i], "assessment.yaml");
		if (path_is_file(j, path))
			return path;
	}
	path = path_xdg(j, "XDG_DATA_HOME", ".local/share",
			"ladder/assessment.yaml");
	return path && path_is_file(j, path) ? path : NULL;
}

enum exit discover_assessment(struct job *j, struct loaded **file)
{
	const struct option_value *named = job_option(j, OPT_ASSESSMENT);
	const char *path = named->given ? named->text.ptr : find_assessment(j);

	*file = NULL;
	return path ? read_input(j, str_of(path), file) : EXIT_DONE;
}

struct str discover_assessed_id(struct job *j)
{
	const char *path = find_assessment(j);
	struct candidate *c = path ? look_at(j, str_of(path)) : NULL;

	if (!c || c->file->status != HOST_OK)
		return (struct str){0};
	return loaded_ladder_id(c->file);
}

/* --- the list ----------------------------------------------------------- */

static void add_entry(struct job *j, ladder_entries_list *list,
		      const struct loaded *file, const struct loaded *in_use)
{
	bool shipped = str_starts(file->path, STR("builtin:"));

	if (file->status != HOST_OK)
		return;
	*vec_add(j->arena, list) = (struct list_entry){
		.id = loaded_id(file),
		.name = top_text(file, STR("name")),
		.summary = top_text(file, STR("summary")),
		.where = shipped ? STR("builtin") : file->path,
		.in_use = in_use && str_eq(in_use->path, file->path),
	};
}

static void add_local(struct job *j, ladder_entries_list *list,
		      const char *prefix, const struct loaded *in_use)
{
	const char *own = path_join(j, prefix, "ladder.yaml");
	candidates all = ladders_in(j, prefix);

	if (path_is_file(j, own))
		add_entry(j, list, look_at(j, str_of(own))->file, in_use);
	for_each(c, &all)
		add_entry(j, list, (*c)->file, in_use);
}

ladder_entries_list discover_list(struct job *j, const struct loaded *in_use)
{
	struct places places = places_find(j);
	ladder_entries_list list = {0};
	bool listed = false;
	struct str path;

	for (uint32_t i = 0; i < places.n; i++)
		add_local(j, &list, places.prefixes[i], in_use);
	for (const struct builtin *b = builtin_ladders; b->id; b++) {
		path = arena_printf(j->arena, "builtin:%s", b->id);
		add_entry(j, &list, look_at(j, path)->file, in_use);
	}
	for_each(entry, &list)
		listed |= entry->in_use;
	if (!listed) /* it was named, and lies elsewhere */
		add_entry(j, &list, look_at(j, in_use->path)->file, in_use);
	return list;
}
