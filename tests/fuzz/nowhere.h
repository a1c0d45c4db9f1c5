/* A world in which there is no file but the input. */
#ifndef FUZZ_NOWHERE_H
#define FUZZ_NOWHERE_H

#include "base/host.h"

static inline enum host_status read_nothing(struct host *h, struct arena *a,
					    const char *path,
					    const char *within, size_t limit,
					    struct str *text)
{
	(void)h, (void)a, (void)path, (void)within, (void)limit, (void)text;
	return HOST_MISSING;
}

static inline const char *real_path(struct host *h, struct arena *a,
				    const char *path)
{
	(void)h, (void)a, (void)path;
	return NULL;
}

static inline enum host_status stat_nothing(struct host *h, const char *path)
{
	(void)h, (void)path;
	return HOST_MISSING;
}

static inline const char *cwd(struct host *h, struct arena *a)
{
	(void)h, (void)a;
	return "/";
}

static inline const char *why(struct host *h)
{
	(void)h;
	return "nothing is there";
}

static inline struct host nowhere(void)
{
	return (struct host){.read = read_nothing,
			     .real_path = real_path,
			     .stat = stat_nothing,
			     .cwd = cwd,
			     .why = why};
}

#endif
