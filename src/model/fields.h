/* The tables of fields of every mapping that format.md knows. */
#ifndef MODEL_FIELDS_H
#define MODEL_FIELDS_H

#include "model/read.h"

extern const struct shape ladder_shape, assessment_shape, rating_shape;

/* Every shape, for documentation and tests; ends with NULL. */
extern const struct shape *const all_shapes[];

#endif
