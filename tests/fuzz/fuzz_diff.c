/* Two ladders out of one input, parted by a line "%%": whatever they are, what
 * changes on the way there and on the way back is told, by as many changes,
 * each of which points into its own file. */
#include "fuzz/fuzz.h"
#include "fuzz/nowhere.h"

#include "diff/diff.h"
#include "model/load.h"

/* The usable ladder that a text is, or NULL. */
static struct ladder *load(struct loader *ld, struct str name, struct str text)
{
	struct loaded file = load_text(ld, name, text);
	struct ladder *l = NULL;

	if (file.kind == FILE_LADDER)
		l = load_ladder(ld, &file);
	/* Still there where it was no ladder after all. */
	doc_release(&file.doc);
	if (!l || l->usable)
		return l;
	doc_release(&l->doc);
	return NULL;
}

static void check_side(const struct change_side *side, const struct ladder *l)
{
	if (!side->node) {
		MUST(!side->path.len);
		return;
	}
	MUST(side->doc == &l->doc);
	MUST(side->node >= l->doc.nodes);
	MUST(side->node < l->doc.nodes + l->doc.n);
}

static void check_diff(const struct diff *d)
{
	uint32_t n = 0;

	for (int i = 0; i < N_CLASSES; i++)
		n += d->n_of[i];
	MUST(n == d->changes.n);
	for_each(c, &d->changes) {
		MUST(c->code < N_CHANGES);
		MUST(c->old.node || c->new.node);
		check_side(&c->old, d->old);
		check_side(&c->new, d->new);
		MUST(c->inside <= d->changes.n);
	}
}

static void compare(const struct ladder *old, const struct ladder *new,
		    struct arena *a)
{
	struct diff_options options = {.dressing = true};
	struct diff *there = diff_ladders(old, new, &options, a);
	struct diff *back = diff_ladders(new, old, &options, a);

	check_diff(there);
	check_diff(back);
	MUST(there->changes.n == back->changes.n);
	MUST(diff_ladders(old, old, &options, a)->changes.n == 0);
}

/* Where the line that parts the ladders begins; the end where there is none. */
static size_t parting(struct str text)
{
	for (size_t at = 0; at < text.len;) {
		struct str line = str_from(text, at);

		if (str_starts(line, STR("%%\n")))
			return at;
		at += str_index(line, '\n') + 1;
	}
	return text.len;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct host host = nowhere();
	struct arena a = {0};
	struct diag d = {.arena = &a};
	struct loader ld = {.arena = &a,
			    .host = &host,
			    .limits = limits_default,
			    .diag = &d};
	struct str text = {(const char *)data, size};
	size_t at = parting(text);
	struct ladder *old = load(&ld, STR("old.yaml"), str_head(text, at));
	struct ladder *new = load(&ld, STR("new.yaml"), str_from(text, at + 3));

	if (old && new)
		compare(old, new, &a);
	else if (old || new)
		compare(old ? old : new, old ? old : new, &a);
	if (old)
		doc_release(&old->doc);
	if (new)
		doc_release(&new->doc);
	arena_release(&a);
	return 0;
}
