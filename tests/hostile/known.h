/* What costs more than we promise, and is known to. */
#ifndef HOSTILE_KNOWN_H
#define HOSTILE_KNOWN_H

/* The figures bound what it may come to: it is not to get worse. */
struct known {
	const char *command, *family;
	double growth; /* what doubling multiplies the time by; 0: no exception */
	double cost;   /* in times of an honest file; 0: no exception */
	const char *why;
};

/* NULL: nothing is. */
const struct known *known_find(const char *command, const char *family);

#endif
