/* cmocka, and comparing slices. */
#ifndef SUPPORT_TEST_H
#define SUPPORT_TEST_H

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Fails with both texts where they differ. */
#define assert_str(s, z) check_str((s), (z), __FILE__, __LINE__)

static inline void check_str(struct str s, const char *z, const char *file,
			     int line)
{
	if (str_is(s, z))
		return;
	print_error("\"%.*s\" is not \"%s\"\n", (int)s.len, s.ptr ? s.ptr : "",
		    z);
	_fail(file, line);
}

#define N_OF(array) (sizeof(array) / sizeof *(array))

#endif
