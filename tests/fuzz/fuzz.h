/* What each fuzz target defines. libFuzzer's main calls it with inputs of its
 * own; in other builds replay.c does, with files. */
#ifndef FUZZ_FUZZ_H
#define FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* Always 0; a mistake ends the process. The name is libFuzzer's. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* As assert, in releases too. */
#define MUST(truth)                                                       \
	((truth) ? (void)0                                                \
		 : (fprintf(stderr, "%s:%d: not so: %s\n", __FILE__,      \
			    __LINE__, #truth),                            \
		    abort()))

#endif
