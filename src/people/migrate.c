#include "people/migrate.h"

#include "people/migrate_parts.h"

/* --- whose file it is ---------------------------------------------------- */

static struct str top_text(const struct doc *doc, const char *key)
{
	const struct node *value = doc_root(doc, key);

	return node_has_value(value) ? doc_text(doc, value) : (struct str){0};
}

static bool says(const struct doc *doc, const struct ladder *l)
{
	return str_eq(top_text(doc, "ladder"), l->head.id) &&
	       str_eq(top_text(doc, "ladder-version"), l->version);
}

static bool have_one_name(const struct ladder *old, const struct ladder *new)
{
	return str_eq(old->head.id, new->head.id) &&
	       str_eq(old->version, new->version);
}

bool migrate_is_done(const struct doc *doc, const struct ladder *old,
		     const struct ladder *new)
{
	return says(doc, new) && !have_one_name(old, new);
}

struct str new_name(const struct migrating *c)
{
	const struct ladder *l = c->new;

	return l->version.len
		       ? arena_printf(c->arena, "%.*s %.*s",
				      STR_ARG(l->head.id), STR_ARG(l->version))
		       : l->head.id;
}

/* --- writing and asking -------------------------------------------------- */

void migrate_say(struct migrating *c, struct str about, const char *fmt, ...)
{
	struct migrate_ask *ask = vec_add(c->arena, &c->out->asks);
	va_list ap;

	va_start(ap, fmt);
	*ask = (struct migrate_ask){about, arena_vprintf(c->arena, fmt, ap)};
	va_end(ap);
}

struct str migrate_line(const struct migrating *c, struct str text)
{
	struct str copy = arena_str(c->arena, text);

	for (size_t i = 0; i < copy.len; i++)
		if ((unsigned char)copy.ptr[i] < ' ')
			((char *)copy.ptr)[i] = ' ';
	return str_trim(copy);
}

static bool set_piece(struct migrating *c, const struct node *n,
		      struct piece *piece)
{
	if (str_eq(doc_text(&c->as->doc, n), piece->text))
		return true;
	c->out->changes++;
	return edit_set(&c->edit, n, piece);
}

bool migrate_set(struct migrating *c, const struct node *n, struct str word)
{
	return set_piece(c, n, piece_word(c->arena, word));
}

bool migrate_aside(struct migrating *c, const struct node *key, struct str why)
{
	c->out->changes++;
	return edit_note(&c->edit, key, why) && edit_comment_out(&c->edit, key);
}

/* --- which ladder -------------------------------------------------------- */

static bool extends(const struct ladder *l, struct str id)
{
	for_each(base, &l->bases)
		if (str_eq(*base, id))
			return true;
	return false;
}

static const struct node *root_value(const struct migrating *c, const char *key)
{
	const struct doc *doc = &c->as->doc;

	return doc_find(doc, doc->nodes, str_of(key));
}

static bool add_version(struct migrating *c)
{
	c->out->changes++;
	return edit_insert(&c->edit, c->as->doc.nodes, c->as->ladder_node - 1,
			   STR("ladder-version"),
			   piece_text(c->arena, c->new->version));
}

/* Numbers of yet another version may have meant something else. */
static void ask_about_version(struct migrating *c, const struct node *value)
{
	struct str says;

	if (!node_has_value(value) || !c->old->version.len)
		return;
	says = doc_text(&c->as->doc, value);
	if (!str_eq(says, c->old->version))
		migrate_say(c, STR("ladder-version"),
			    "it says %.*s; numbers were read as those of "
			    "version %.*s",
			    STR_ARG(says), STR_ARG(c->old->version));
}

/* The version says whose numbers the file holds, so it is always there where
 * the new ladder has one of its own. */
static bool move_version(struct migrating *c)
{
	const struct node *value = root_value(c, "ladder-version");

	ask_about_version(c, value);
	if (!c->new->version.len) {
		if (!node_has_value(value))
			return true;
		c->out->changes++;
		return edit_remove(&c->edit, value - 1);
	}
	if (value && value->flags & NODE_PLAIN && node_has_value(value))
		return migrate_set(c, value, c->new->version);
	if (value)
		return set_piece(c, value,
				 piece_text(c->arena, c->new->version));
	return have_one_name(c->old, c->new) || add_version(c);
}

/* A file for what the new ladder extends is not the new ladder's. */
static bool move_ladder(struct migrating *c)
{
	if (!str_eq(c->as->ladder_id, c->new->head.id) &&
	    extends(c->new, c->as->ladder_id))
		return true;
	return migrate_set(c, c->as->ladder_node, c->new->head.id) &&
	       move_version(c);
}

/* --- roles --------------------------------------------------------------- */

static bool move_role(struct migrating *c, const char *key,
		      const struct node *node, const struct role *old,
		      const struct role **now)
{
	struct str about = str_of(key), word, name;
	bool replaced;

	if (!old)
		return true;
	word = doc_text(&c->as->doc, node);
	*now = now_role(c, old, &replaced);
	if (*now && replaced)
		migrate_say(c, about,
			    "%.*s is replaced by %.*s; look whether "
			    "it fits",
			    STR_ARG(old->path), STR_ARG((*now)->path));
	if (*now)
		return migrate_set(c, node, role_word(c, *now, word));
	name = new_name(c);
	name = arena_printf(c->arena, "%.*s has no role %.*s", STR_ARG(name),
			    STR_ARG(old->path));
	migrate_say(c, about, "%.*s; kept as a comment", STR_ARG(name));
	return migrate_aside(c, node - 1, name);
}

/* The word for what `avoid` names; empty where nothing is left of it. A word
 * is taken for a track before it is taken for a role. */
static struct str avoided(struct migrating *c, struct str word)
{
	const struct track *track = ladder_track(c->old, word), *t;
	struct role_lookup found = ladder_lookup_role(c->old, c->arena, word);
	const struct role *role = NULL;
	bool replaced;

	for_each(any, &c->old->tracks)
		for_each(once, &any->renamed_from)
			if (!track && !found.role && str_eq(*once, word))
				track = any;
	if (track) {
		t = now_track(c, track, &replaced);
		return t ? t->head.id : (struct str){0};
	}
	if (found.role)
		role = now_role(c, found.role, &replaced);
	if (!role)
		return (struct str){0};
	word = role_word(c, role, word);
	return ladder_track(c->new, word) ? role->path : word;
}

static bool drop_avoided(struct migrating *c, const struct node *item,
			 struct str word)
{
	struct str name = new_name(c);

	migrate_say(c, STR("avoid"),
		    "%.*s has no track or role %.*s; kept as a "
		    "comment",
		    STR_ARG(name), STR_ARG(word));
	c->out->changes++;
	return edit_note(
		       &c->edit, c->as->avoid_node - 1,
		       arena_printf(c->arena, "avoid: %.*s", STR_ARG(word))) &&
	       edit_remove(&c->edit, item);
}

static bool move_avoid(struct migrating *c)
{
	const struct node *list = c->as->avoid_node;
	uint32_t kept = 0;
	bool ok = true;

	if (!list || list->kind != NODE_LIST || !list->len)
		return true;
	for_each_item(item, list) {
		struct str word = doc_text(&c->as->doc, item);
		struct str now = avoided(c, word);

		ok = ok && (now.len ? migrate_set(c, item, now)
				    : drop_avoided(c, item, word));
		kept += now.len > 0;
	}
	return ok && (kept || edit_remove(&c->edit, list - 1));
}

static bool move_roles(struct migrating *c)
{
	const struct assessment *as = c->as;
	const struct role *baseline = NULL, *target = NULL;

	if (!move_role(c, "role", as->role_node, as->role, &c->role) ||
	    !move_role(c, "baseline", as->baseline_node, as->baseline,
		       &baseline) ||
	    !move_role(c, "target", as->target_node, as->target, &target))
		return false;
	if (baseline)
		c->baseline = role_asks(c->new, baseline, c->arena);
	return move_avoid(c);
}

/* --- all of it ----------------------------------------------------------- */

bool migrate(const struct assessment *as, const struct ladder *old,
	     const struct ladder *new, struct arena *a, struct migration *m,
	     struct buf *out)
{
	struct migrating c = {
		.as = as,
		.old = old,
		.new = new,
		.matches = match_ladders(old, new, a),
		.arena = a,
		.out = m,
		.apart = !have_one_name(old, new),
		.stands = assessment_stands(old, as, a),
	};

	*m = (struct migration){0};
	edit_init(&c.edit, &as->doc, a);
	if (move_ladder(&c) && move_roles(&c) && migrate_ratings(&c) &&
	    edit_text(&c.edit, out))
		return true;
	m->why = c.edit.why;
	m->span = c.edit.span;
	return false;
}
