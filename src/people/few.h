/* How few people are too few to be told of together. */
#ifndef PEOPLE_FEW_H
#define PEOPLE_FEW_H

#include <stdint.h>

/* Of fewer people than this nothing is told but how many there are, unless
 * their names were asked for: a sum or a mean over one or two is what one of
 * them has, or what one of the two knows of the other. */
enum { FEW_PEOPLE = 3 };

/* How many of `of` people, three or more, something is true of, as it may be
 * told: neither those nor the others are a group of one or two that can be
 * seen. Of three nothing can be told: any count but "all" is one or two of
 * them, and "all" would be what each of them is. */
struct told_count {
	uint32_t least, most; /* equal: it is told exactly */
};

static inline struct told_count tell_count(uint32_t n, uint32_t of)
{
	if (of <= FEW_PEOPLE)
		return (struct told_count){0, of};
	if (n < FEW_PEOPLE)
		return (struct told_count){0, FEW_PEOPLE - 1};
	if (of - n >= FEW_PEOPLE)
		return (struct told_count){n, n};
	return (struct told_count){of < 2 * FEW_PEOPLE - 1
					   ? FEW_PEOPLE
					   : of - FEW_PEOPLE + 1,
				   of};
}

#endif
