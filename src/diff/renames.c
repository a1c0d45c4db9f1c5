#include "diff/build.h"

void diff_renames(struct differ *x)
{
	(void)x;
}
