/* What two roles say beside their rules: gates, attributes, summary. */
#include "diff/comparing.h"

#include "diff/sentences.h"
#include "diff/words.h"

static struct sentences gates_of(const struct role *role)
{
	return (struct sentences){role->gates.at, NULL, role->gates.n};
}

static void compare_gates(struct comparing *c)
{
	struct sentences old = gates_of(c->d->old), new = gates_of(c->d->new);

	c->d->gates =
		sentences_steps(&old, &new, &c->d->same_gates, c->a);
}

/* One text that may stand on either side. */
static void add_text(struct comparing *c, text_steps *steps, struct str name,
		     struct str old, struct str new)
{
	enum step_kind kind = !old.len   ? STEP_NEW
			      : !new.len ? STEP_DROPPED
					 : STEP_REWORDED;

	*vec_add(c->a, steps) = (struct text_step){
		.kind = kind,
		.name = name,
		.old = old,
		.new = new,
		.likeness = words_likeness(old, new, c->a),
	};
}

static void compare_attributes(struct comparing *c)
{
	struct role_diff *d = c->d;
	struct map old = {0}, new = {0};

	for_each(pair, &d->old->attributes)
		map_add(&old, c->a, pair->head.id, pair);
	for_each(pair, &d->new->attributes) {
		const struct pair *there = map_find(&old, pair->head.id);

		map_add(&new, c->a, pair->head.id, pair);
		if (there && words_same(there->text, pair->text, c->a))
			d->same_attributes++;
		else
			add_text(c, &d->attributes, pair->head.id,
				 there ? there->text : (struct str){0},
				 pair->text);
	}
	for_each(pair, &d->old->attributes)
		if (!map_find(&new, pair->head.id))
			add_text(c, &d->attributes, pair->head.id, pair->text,
				 (struct str){0});
}

void compare_texts(struct comparing *c)
{
	struct role_diff *d = c->d;

	compare_gates(c);
	compare_attributes(c);
	if (!words_same(d->old->summary, d->new->summary, c->a))
		add_text(c, &d->summary, (struct str){0}, d->old->summary,
			 d->new->summary);
}
