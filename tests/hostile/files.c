#include "hostile/files.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	TRACKS = 10, /* of the ladder that an assessment is of */
	MOST_PATH = 256,
};

static void write_parts(const struct files *files, const char *name,
			const char *const *parts, uint32_t n)
{
	struct buf text = {0};
	char path[MOST_PATH];
	FILE *f;

	family_write(parts, n, &text);
	snprintf(path, sizeof path, "%s/%s", files->dir, name);
	f = fopen(path, "wb");
	if (!f || fwrite(text.ptr, 1, text.len, f) != text.len || fclose(f)) {
		perror(path);
		exit(1);
	}
	buf_release(&text);
}

struct files files_write(const char *root, const char *name,
			 const struct family *f, size_t bytes)
{
	uint32_t n = family_repeats(f, bytes);
	struct files files = {.family = f};

	snprintf(files.dir, sizeof files.dir, "%s/%s", root, name);
	if (mkdir(files.dir, 0700)) {
		perror(files.dir);
		exit(1);
	}
	write_parts(&files, "f.yaml", f->parts, n);
	if (f->beside)
		write_parts(&files, f->beside, f->beside_parts, n);
	if (f->is_assessment)
		write_parts(&files, "ladder.yaml", families_ladders[0].parts,
			    TRACKS);
	return files;
}

void files_remove(const struct files *files)
{
	const char *names[] = {"f.yaml", "ladder.yaml", files->family->beside};
	char path[MOST_PATH];

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (!names[i])
			continue;
		snprintf(path, sizeof path, "%s/%s", files->dir, names[i]);
		unlink(path);
	}
	rmdir(files->dir);
}
