#include "base/date.h"
#include "people/record_parts.h"

struct piece *word_piece(struct arena *a, struct str word)
{
	return str_is_digits(word) ? piece_word(a, word) : piece_text(a, word);
}

struct piece *behaviour_piece(struct arena *a, const struct rubric *r,
			      uint32_t i)
{
	struct str id = r->behaviours.at[i].head.id;

	return id.len ? piece_text(a, id) : piece_number(a, i + 1);
}

static struct piece *date_piece(struct arena *a, int32_t day)
{
	char date[11];

	return piece_word(a, arena_str(a, str_of(date_write(day, date))));
}

static struct piece *proof_piece(struct arena *a,
				 const struct record_proof *proof)
{
	struct piece *map = piece_map(a);

	if (proof->dated)
		piece_put(a, map, STR("date"), date_piece(a, proof->date));
	piece_put(a, map, STR("text"), piece_text(a, proof->text));
	if (proof->url.len)
		piece_put(a, map, STR("url"), piece_text(a, proof->url));
	return map;
}

struct piece *evidence_piece(struct arena *a, const struct record *x)
{
	struct piece *list = piece_list(a);

	for_each(proof, &x->evidence)
		piece_push(a, list, proof_piece(a, proof));
	return list;
}

struct piece *met_piece(struct arena *a, const struct record *x)
{
	struct piece *list = piece_list(a);

	for (uint32_t i = 0; x->met && i < x->next->behaviours.n; i++)
		if (x->met[i] > 0)
			piece_push(a, list, behaviour_piece(a, x->next, i));
	return list;
}

/* What is recorded of the rate itself. */
static void put_rate(struct arena *a, struct piece *map, const struct record *x,
		     struct str stage)
{
	if (x->rate == RECORD_NA)
		piece_put(a, map, STR("na"), piece_text(a, x->word));
	else if (stage.len)
		piece_put(a, map, STR("stage"), word_piece(a, stage));
}

struct piece *rating_piece(struct arena *a, const struct record *x,
			   struct str stage)
{
	struct piece *map = piece_map(a), *met = met_piece(a, x);

	put_rate(a, map, x, stage);
	if (met->items.n)
		piece_put(a, map, STR("met"), met);
	if (x->noted && x->note.len)
		piece_put(a, map, STR("note"), piece_text(a, x->note));
	if (x->evidence.n)
		piece_put(a, map, STR("evidence"), evidence_piece(a, x));
	if (!map->items.n)
		return piece_none(a);
	if (map->items.n == 1 && str_is(map->items.at[0].key, "stage"))
		return map->items.at[0].value;
	return map;
}
