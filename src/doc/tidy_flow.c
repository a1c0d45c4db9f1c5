#include "doc/tidy_work.h"

static uint32_t skip_blanks(struct str text, uint32_t at)
{
	while (at < text.len && (text.ptr[at] == ' ' || text.ptr[at] == '\t'))
		at++;
	return at;
}

/* Without a value, with the colon and the blanks behind it: a colon before a
 * comma or brace is no colon. */
static uint32_t pair_end(const struct tidy *t, const struct node *key)
{
	uint32_t colon = skip_blanks(t->text, key->end), end;

	if (key[1].at < key[1].end)
		return key[1].end;
	if (colon >= t->text.len || t->text.ptr[colon] != ':')
		return key->end;
	end = skip_blanks(t->text, colon + 1);
	return end > colon + 1 ? end : key->end;
}

/* Whether nothing but a comma and white space stands between two pairs: what
 * belongs to one of them alone would stay where it is. */
static bool is_plain_gap(struct str text, uint32_t from, uint32_t to)
{
	for (; from < to; from++)
		if (!strchr(", \t\r\n", text.ptr[from]))
			return false;
	return true;
}

static bool may_move(const struct tidy *t, const struct node *map)
{
	uint32_t from = map->at + 1;

	for_each_key(key, map) {
		if (!is_plain_gap(t->text, from, key->at))
			return false;
		from = pair_end(t, key);
	}
	return is_plain_gap(t->text, from, map->end - 1);
}

static void put_range(const struct tidy *t, uint32_t from, uint32_t to,
		      struct buf *out)
{
	if (to > from)
		buf_add(out, (struct str){t->text.ptr + from, to - from});
}

static void put_pair(const struct tidy *t, const struct node *key,
		     struct buf *out)
{
	const struct node *value = key + 1;

	if (value->at == value->end) {
		put_range(t, key->at, pair_end(t, key), out);
		return;
	}
	put_range(t, key->at, value->at, out);
	tidy_flow(t, value, out);
}

/* Pairs change places; what stands between them stays. */
static void put_map(const struct tidy *t, const struct node *map,
		    struct buf *out)
{
	struct tidy_key *keys = tidy_keys(t->doc, t->order, map, t->arena);
	bool moves = may_move(t, map);
	uint32_t from = map->at, i = 0;

	for_each_key(key, map) {
		put_range(t, from, key->at, out);
		put_pair(t, moves ? keys[i++].key : key, out);
		from = pair_end(t, key);
	}
	put_range(t, from, map->end, out);
}

static void put_list(const struct tidy *t, const struct node *list,
		     struct buf *out)
{
	uint32_t from = list->at;

	for_each_item(item, list) {
		if (item->at == item->end)
			continue;
		put_range(t, from, item->at, out);
		tidy_flow(t, item, out);
		from = item->end;
	}
	put_range(t, from, list->end, out);
}

void tidy_flow(const struct tidy *t, const struct node *n, struct buf *out)
{
	if (n->flags & NODE_ALIAS || !node_is_flow(t->doc, n))
		put_range(t, n->at, n->end, out);
	else if (n->kind == NODE_MAP)
		put_map(t, n, out);
	else
		put_list(t, n, out);
}
