/* Decimal figures as whole thousandths: exact, the same on every machine. */
#ifndef BASE_DECIMAL_H
#define BASE_DECIMAL_H

#include "base/str.h"

#include <stdint.h>

enum decimal_status {
	DECIMAL_OK,
	DECIMAL_NOT,      /* no decimal number: letters, 0x1F, 1_000, 010 … */
	DECIMAL_TOO_FINE, /* more than three decimals */
	DECIMAL_TOO_BIG,  /* beyond what 64 bits hold */
};

/* Reads `-?digits(.digits)?` with at most three decimals and no needless
 * leading zero into thousandths. */
enum decimal_status decimal_read(struct str s, int64_t *thousandths);

/* The shortest spelling: 2500 is "2.5", 3000 is "3". Writes at most 24 bytes
 * and a NUL into `out` and gives `out`. */
const char *decimal_write(int64_t thousandths, char out[25]);

#endif
