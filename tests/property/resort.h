/* Writes a ladder again in another order, with its defaults written out. */
#ifndef PROPERTY_RESORT_H
#define PROPERTY_RESORT_H

#include "base/buf.h"
#include "model/ladder.h"
#include "support/dice.h"

/* Adds the ladder to `out`, in flow style: what is looked up by its name in
 * another order, tracks and competencies included; lists whose order means
 * nothing (moves, choices, titles, gates, old ids, members of scores,
 * resources, examples, practice, evidence) too; here and there a key that says
 * what holds anyway. Levels, stages and behaviours keep their order. The
 * document has one file. */
void resort(const struct ladder *l, struct dice *dice, struct buf *out);

#endif
