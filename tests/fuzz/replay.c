/* Runs a fuzz target over files, and all files below folders, without a
 * fuzzer: what it once found stays found under every compiler. */
#include "fuzz/fuzz.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

static int n_inputs;

static int run_file(const char *path, const struct stat *st, int type,
		    struct FTW *where)
{
	size_t size = (size_t)st->st_size;
	uint8_t *text;
	FILE *f;

	(void)where;
	if (type != FTW_F)
		return 0;
	/* To the byte, so that the sanitizer notices one too many. */
	text = malloc(size ? size : 1);
	f = fopen(path, "rb");
	if (!text || !f || fread(text, 1, size, f) != size) {
		perror(path);
		return 1;
	}
	fclose(f);
	LLVMFuzzerTestOneInput(text, size);
	free(text);
	n_inputs++;
	return 0;
}

int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
		if (nftw(argv[i], run_file, 16, FTW_PHYS))
			return 1;
	printf("%d inputs\n", n_inputs);
	return 0;
}
