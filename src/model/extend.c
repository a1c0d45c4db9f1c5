/* Overlays: one tree laid over another (format.md 3.8). */
#include "model/build.h"

struct overlay {
	struct arena *arena;
	struct doc *base, *over; /* what is read */
	struct doc out;          /* what is written */
	struct diag *diag;
	uint32_t changes; /* places where the overlay differs so far */
	uint8_t over_files; /* index of the overlay's first file in `out` */
	uint8_t words_of[256]; /* file -> the file of words added to it, or 0 */
};

/* --- writing ------------------------------------------------------------- */

static struct node *add_nodes(struct overlay *o, uint32_t n)
{
	struct doc *out = &o->out;

	if (out->n + n > out->cap)
		doc_reserve(out, 2 * ((uint64_t)out->n + n));
	out->n += n;
	return out->nodes + out->n - n;
}

/* Copies a subtree; nodes of the overlay get their new file index. */
static void copy(struct overlay *o, const struct node *n, bool over)
{
	struct node *to = add_nodes(o, n->size);

	memcpy(to, n, n->size * sizeof *n);
	for (uint32_t i = 0; over && i < n->size; i++)
		to[i].file = (uint8_t)(to[i].file + o->over_files);
}

static struct str over_text(struct overlay *o, const struct node *n)
{
	return doc_text(o->over, n);
}

static struct str base_text(struct overlay *o, const struct node *n)
{
	return doc_text(o->base, n);
}

static void finish(struct overlay *o, uint32_t index, uint32_t len)
{
	struct node *n = &o->out.nodes[index];

	n->len = len;
	n->size = o->out.n - index;
}

/* Marks what was written from `index` on where nothing changed in it. */
static void mark_same(struct overlay *o, uint32_t index, uint32_t changes)
{
	if (o->changes == changes)
		o->out.nodes[index].flags |= NODE_SAME;
}

static const struct node *id_of(const struct doc *doc, const struct node *item)
{
	const struct node *id = item->kind == NODE_MAP
					? doc_find(doc, item, STR("id"))
					: NULL;

	return id && id->kind == NODE_SCALAR ? id : NULL;
}

static bool all_have_ids(const struct doc *doc, const struct node *list)
{
	for_each_item(item, list)
		if (!id_of(doc, item))
			return false;
	return list->len > 0;
}

static bool is_removal(struct overlay *o, const struct node *item)
{
	const struct node *remove = doc_find(o->over, item, STR("remove"));

	return remove && remove->flags & NODE_PLAIN &&
	       str_is(over_text(o, remove), "true");
}

/* An alias that leads nowhere is no removal. */
static bool is_removed(const struct node *value)
{
	return !node_has_value(value) && !node_is_broken(value);
}

/* --- things that are new ------------------------------------------------- */

static void nothing_here(struct overlay *o, const struct node *n,
			 struct str name)
{
	struct finding *f =
		doc_add(o->diag, CODE_L213, o->over, n,
			"there is nothing to remove under %s",
			diag_quote(o->diag, name));

	finding_help(o->diag, f, "the base has no such thing");
	o->changes++; /* it meant to change something */
}

/* The item stays, without a word more about anything in it. */
static void report_removal(struct overlay *o, const struct node *item)
{
	const struct node *id = id_of(o->over, item);

	nothing_here(o, id, over_text(o, id));
	for (uint32_t i = 0; i < item->size; i++)
		doc_mark_told(o->over, item + i);
}

/* Nor is it told that a mandatory key has no value. */
static void report_null(struct overlay *o, const struct node *key)
{
	nothing_here(o, key, over_text(o, key));
	doc_mark_told(o->over, key);
}

/* Copies what the base does not have; a removal in it has nothing to
 * remove. */
static void copy_new(struct overlay *o, const struct node *n)
{
	for (const struct node *at = n; at < n + n->size; at++)
		if (at->kind == NODE_LIST && all_have_ids(o->over, at)) {
			for_each_item(item, at)
				if (is_removal(o, item))
					report_removal(o, item);
		} else if (at->kind == NODE_MAP)
			for_each_key(key, at)
				if (is_removed(key + 1))
					report_null(o, key);
	copy(o, n, true);
}

/* --- merging ------------------------------------------------------------- */

/* Where in the tree a mapping stands, as far as merging depends on it. */
enum spot {
	SPOT_ROOT,
	SPOT_IDS,   /* a mapping whose keys are ids with `renamed-from` */
	SPOT_CELLS, /* `expects`: values may be lists of behaviours */
	SPOT_ANY,
};

static void merge(struct overlay *o, const struct node *base,
		  const struct node *over, enum spot spot);

/* Never inherited: each file says its own. */
static bool is_own_key(struct str key)
{
	return str_is(key, "format") || str_is(key, "id") ||
	       str_is(key, "name") || str_is(key, "extends");
}

static enum spot spot_under(enum spot spot, struct str key)
{
	if (spot == SPOT_ROOT &&
	    (str_is(key, "competencies") || str_is(key, "tracks")))
		return SPOT_IDS;
	return spot == SPOT_ANY && str_is(key, "expects") ? SPOT_CELLS
							  : SPOT_ANY;
}

static void index_map(struct arena *a, const struct doc *doc,
		      const struct node *map, struct map *keys)
{
	for_each_key(key, map)
		map_add(keys, a, doc_text(doc, key), (void *)(key + 1));
}

static bool is_list_and_map(const struct node *a, const struct node *b)
{
	return (a->kind == NODE_LIST && b->kind == NODE_MAP) ||
	       (a->kind == NODE_MAP && b->kind == NODE_LIST);
}

/* The file in which words stand that we add to `file`: the same source, with
 * the word as its only text. */
static uint8_t words_of(struct overlay *o, uint8_t file)
{
	struct doc_file *words;

	if (o->words_of[file])
		return o->words_of[file];
	words = vec_add(o->arena, &o->out.files);
	words->source = o->out.files.at[file].source;
	words->decoded = strdup("behaviours");
	if (!words->decoded)
		oom();
	o->words_of[file] = (uint8_t)(o->out.files.n - 1);
	return o->words_of[file];
}

/* The key "behaviours" for a list that stands for a cell. */
static void add_behaviours_key(struct overlay *o, const struct node *list,
			       bool over)
{
	uint8_t file = (uint8_t)(list->file + (over ? o->over_files : 0));

	*add_nodes(o, 1) = (struct node){.at = list->at,
					 .end = list->at,
					 .len = strlen("behaviours"),
					 .size = 1,
					 .flags = NODE_PLAIN | NODE_DECODED,
					 .file = words_of(o, file)};
}

/* The keys of a cell written as a mapping, its behaviours merged with the
 * list that stands for the other. Gives how many; `done` when the behaviours
 * are among them. */
static uint32_t merge_cell_keys(struct overlay *o, const struct node *mapping,
				const struct node *list, bool from_over,
				bool *done)
{
	uint32_t len = 0;

	for_each_key(key, mapping) {
		struct str word =
			doc_text(from_over ? o->over : o->base, key);
		bool behaviours = str_is(word, "behaviours");

		*done = *done || (behaviours &&
				  (from_over || node_has_value(key + 1)));
		if (is_removed(key + 1)) {
			if (from_over && !behaviours)
				nothing_here(o, key, word);
			continue;
		}
		copy(o, key, from_over);
		if (behaviours && !from_over)
			merge(o, key + 1, list, SPOT_ANY);
		else if (behaviours)
			merge(o, list, key + 1, SPOT_ANY);
		else
			copy(o, key + 1, from_over);
		len++;
	}
	return len;
}

/* Merges a cell that is a list with one that is a mapping. */
static void merge_cells(struct overlay *o, const struct node *base,
			const struct node *over)
{
	bool from_over = over->kind == NODE_MAP;
	const struct node *mapping = from_over ? over : base;
	const struct node *list = from_over ? base : over;
	uint32_t index = o->out.n, len;
	struct node head = *over;
	bool done = false;

	head.kind = NODE_MAP;
	head.file = (uint8_t)(head.file + o->over_files);
	*add_nodes(o, 1) = head;
	len = merge_cell_keys(o, mapping, list, from_over, &done);
	if (!done) {
		add_behaviours_key(o, list, !from_over);
		copy(o, list, !from_over);
		len++;
	}
	finish(o, index, len);
}

/* Whether a value only says which thing this is: the version of the overlay,
 * the id of an item. */
static bool names_itself(enum spot spot, struct str key)
{
	return str_is(key, spot == SPOT_ROOT ? "version" : "id");
}

/* A value of a mapping at `spot` whose key is `key`. */
static void merge_value(struct overlay *o, const struct node *base,
			const struct node *over, enum spot spot,
			struct str key)
{
	if (names_itself(spot, key) && over->kind == NODE_SCALAR) {
		copy(o, over, true);
	} else if (spot == SPOT_CELLS && is_list_and_map(base, over)) {
		o->changes++;
		merge_cells(o, base, over);
	} else {
		merge(o, base, over, spot_under(spot, key));
	}
}

/* --- mappings ------------------------------------------------------------ */

/* Old ids of a thing of the base lead to the node of its id today. */
static void index_old_ids(struct overlay *o, const struct node *thing,
			  const struct node *id, struct map *old)
{
	const struct node *list =
		thing->kind == NODE_MAP
			? doc_find(o->base, thing, STR("renamed-from"))
			: NULL;

	if (list && list->kind == NODE_LIST)
		for_each_item(item, list)
			if (item->kind == NODE_SCALAR)
				map_add(old, o->arena, base_text(o, item),
					(void *)id);
}

/* Whether the overlay means something by an id that the base has renamed. */
static bool is_old_id(struct overlay *o, const struct node *id,
		      const struct map *old)
{
	const struct node *now = map_find(old, over_text(o, id));
	struct finding *f;

	if (!now)
		return false;
	o->changes++;
	f = doc_add(o->diag, CODE_L207, o->over, id,
		    "%s is called %s now in the base",
		    diag_quote(o->diag, over_text(o, id)),
		    diag_quote(o->diag, base_text(o, now)));
	finding_write(o->diag, f, base_text(o, now));
	return true;
}

static uint32_t add_new_keys(struct overlay *o, const struct node *base,
			     const struct node *over, enum spot spot,
			     const struct map *base_keys)
{
	struct map old = {0};
	uint32_t n = 0;

	if (spot == SPOT_IDS)
		for_each_key(key, base)
			index_old_ids(o, key + 1, key, &old);
	for_each_key(key, over) {
		struct str word = over_text(o, key);
		bool own = spot == SPOT_ROOT && is_own_key(word);

		if (!own && map_find(base_keys, word))
			continue;
		if (is_old_id(o, key, &old))
			continue;
		if (is_removed(key + 1) && !own) {
			nothing_here(o, key, word);
			continue;
		}
		copy(o, key, true);
		o->changes += !own && !names_itself(spot, word);
		if (own)
			copy(o, key + 1, true);
		else
			copy_new(o, key + 1);
		n++;
	}
	return n;
}

/* An item that only says where another one stands: `{id: senior}`. */
static bool is_place(struct overlay *o, const struct node *over)
{
	return over->len == 1 && str_is(over_text(o, over + 1), "id");
}

static void merge_maps(struct overlay *o, const struct node *base,
		       const struct node *over, enum spot spot)
{
	uint32_t index = o->out.n, len = 0, changes = o->changes;
	struct map base_keys = {0}, over_keys = {0};
	struct node head = *over;

	index_map(o->arena, o->base, base, &base_keys);
	index_map(o->arena, o->over, over, &over_keys);
	head.flags |= base->flags & NODE_BROKEN;
	head.file = (uint8_t)(head.file + o->over_files);
	*add_nodes(o, 1) = head;
	for_each_key(key, base) {
		struct str word = base_text(o, key);
		const struct node *value = map_find(&over_keys, word);

		if (spot == SPOT_ROOT && is_own_key(word))
			continue;
		if (value && is_removed(value)) {
			if (!node_has_value(key + 1))
				nothing_here(o, value - 1, word);
			o->changes++;
			continue;
		}
		copy(o, key, false);
		if (value)
			merge_value(o, key + 1, value, spot, word);
		else
			copy(o, key + 1, false);
		len++;
	}
	len += add_new_keys(o, base, over, spot, &base_keys);
	finish(o, index, len);
	if (!is_place(o, over))
		mark_same(o, index, changes);
}

/* --- lists with ids ------------------------------------------------------ */

/* An item of the merged list: from the base, the overlay or both. */
struct entry {
	const struct node *base, *over;
	struct entry *next; /* in the merged order */
};

struct list_merge {
	struct overlay *o;
	struct entry first; /* head of the merged order, no item itself */
	struct map by_id;   /* id -> entry */
	struct map old_ids; /* of the base's items */
};

static struct entry *new_entry(struct list_merge *m, struct entry *behind,
			       const struct node *base,
			       const struct node *over)
{
	struct entry *e = ARENA_NEW(m->o->arena, struct entry);

	*e = (struct entry){.base = base, .over = over, .next = behind->next};
	behind->next = e;
	return e;
}

static void take_base_items(struct list_merge *m, const struct node *list)
{
	struct entry *last = &m->first;

	for_each_item(item, list) {
		const struct node *id = id_of(m->o->base, item);

		last = new_entry(m, last, item, NULL);
		if (id)
			map_add(&m->by_id, m->o->arena,
				base_text(m->o, id), last);
		if (id)
			index_old_ids(m->o, item, id, &m->old_ids);
	}
}

static struct entry *entry_before(struct list_merge *m, struct entry *e)
{
	struct entry *at = &m->first;

	while (at->next != e)
		at = at->next;
	return at;
}

static struct entry *last_entry(struct list_merge *m)
{
	struct entry *at = &m->first;

	while (at->next)
		at = at->next;
	return at;
}

/* A new item stands behind the one it follows in the overlay, else before the
 * one it precedes, else at the end. */
static struct entry *place_for(struct list_merge *m, struct entry *previous,
			       const struct node *item,
			       const struct node *end)
{
	if (previous)
		return previous;
	for (; item < end; item = node_next(item)) {
		const struct node *id = id_of(m->o->over, item);
		struct entry *known =
			map_find(&m->by_id, over_text(m->o, id));

		if (known && known->base)
			return entry_before(m, known);
	}
	return last_entry(m);
}

static void remove_entry(struct list_merge *m, struct entry *known,
			 const struct node *id)
{
	if (known && known->base) {
		known->base = known->over = NULL;
		m->o->changes++;
	} else if (known || !is_old_id(m->o, id, &m->old_ids)) {
		nothing_here(m->o, id, over_text(m->o, id));
	}
}

static void take_over_items(struct list_merge *m, const struct node *list)
{
	const struct node *end = list + list->size;
	struct entry *previous = NULL;

	for_each_item(item, list) {
		const struct node *id = id_of(m->o->over, item);
		struct entry *known =
			map_find(&m->by_id, over_text(m->o, id));

		if (is_removal(m->o, item)) {
			remove_entry(m, known, id);
			previous = known ? known : previous;
			continue;
		}
		if (known && !known->over && known->base) {
			known->over = item;
			previous = known;
			continue;
		}
		if (!known && is_old_id(m->o, id, &m->old_ids))
			continue;
		previous = new_entry(m, place_for(m, previous,
						  node_next(item), end),
				     NULL, item);
		map_add(&m->by_id, m->o->arena, over_text(m->o, id),
			previous);
	}
}

static void add_item(struct overlay *o, const struct node *item)
{
	o->changes++;
	copy_new(o, item);
}

static void merge_lists(struct overlay *o, const struct node *base,
			const struct node *over)
{
	struct list_merge m = {.o = o};
	uint32_t index = o->out.n, len = 0, changes = o->changes;
	struct node head = *over;

	take_base_items(&m, base);
	take_over_items(&m, over);
	head.flags |= base->flags & NODE_BROKEN;
	head.file = (uint8_t)(head.file + o->over_files);
	*add_nodes(o, 1) = head;
	for (struct entry *e = m.first.next; e; e = e->next) {
		if (e->base && e->over)
			merge(o, e->base, e->over, SPOT_ANY);
		else if (e->base)
			copy(o, e->base, false);
		else if (e->over)
			add_item(o, e->over);
		else
			continue;
		len++;
	}
	finish(o, index, len);
	mark_same(o, index, changes);
}

/* --- other values -------------------------------------------------------- */

/* Whether two nodes and all in them read the same. */
static bool is_same(struct overlay *o, const struct node *base,
		    const struct node *over)
{
	uint8_t told = NODE_PLAIN | NODE_NULL | NODE_BROKEN;

	if (base->size != over->size)
		return false;
	for (uint32_t i = 0; i < base->size; i++)
		if (base[i].kind != over[i].kind ||
		    base[i].size != over[i].size ||
		    (base[i].flags & told) != (over[i].flags & told) ||
		    (base[i].kind == NODE_SCALAR &&
		     !str_eq(base_text(o, base + i), over_text(o, over + i))))
			return false;
	return true;
}

static void replace(struct overlay *o, const struct node *base,
		    const struct node *over)
{
	uint32_t index = o->out.n, changes = o->changes;

	o->changes += !is_same(o, base, over);
	copy_new(o, over);
	mark_same(o, index, changes);
}

/* --- all of it ----------------------------------------------------------- */

/* Depth is bounded by the limit on nesting. */
static void merge(struct overlay *o, const struct node *base,
		  const struct node *over, enum spot spot)
{
	if (base->kind == NODE_MAP && over->kind == NODE_MAP)
		merge_maps(o, base, over, spot);
	else if (base->kind == NODE_LIST && over->kind == NODE_LIST &&
		 all_have_ids(o->over, over))
		merge_lists(o, base, over);
	else
		replace(o, base, over);
}

struct doc doc_overlay(struct arena *a, struct doc *base, struct doc *over,
		       struct diag *d)
{
	struct overlay o = {
		.arena = a, .base = base, .over = over, .diag = d};

	for_each(file, &base->files)
		*vec_add(a, &o.out.files) = *file;
	o.over_files = (uint8_t)base->files.n;
	for_each(file, &over->files)
		*vec_add(a, &o.out.files) = *file;
	o.out.broken = base->broken || over->broken;
	o.out.refused = base->refused || over->refused;
	doc_reserve(&o.out, (uint64_t)base->n + over->n);
	merge(&o, base->nodes, over->nodes, SPOT_ROOT);
	doc_paths(base, d);
	doc_paths(over, d);
	base->files.n = over->files.n = 0; /* the texts moved */
	doc_release(base);
	doc_release(over);
	return o.out;
}
