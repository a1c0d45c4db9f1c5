/* A ladder that has every key that a ladder can have. */
#ifndef PROPERTY_FULL_H
#define PROPERTY_FULL_H

extern const char full_ladder[];

#endif
