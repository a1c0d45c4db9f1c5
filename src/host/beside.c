#include "host/beside.h"

#include "base/arena.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define HEAD ".ladder-"
#define TAIL ".tmp"

enum { TRIES = 100, STALE_SECONDS = 600, NAME_ROOM = 64 };

char *beside_directory(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *dir = slash ? strndup(path, slash > path ? (size_t)(slash - path)
						       : 1)
			  : strdup(".");

	if (!dir)
		oom();
	return dir;
}

/* The name tells the process, so that it can be told whether it lives. */
bool beside_open(struct beside *b, const char *target, mode_t mode)
{
	char *dir = beside_directory(target);
	size_t room = strlen(dir) + NAME_ROOM;

	b->path = malloc(room);
	if (!b->path)
		oom();
	b->fd = -1;
	for (unsigned i = 0; i < TRIES && b->fd < 0; i++) {
		snprintf(b->path, room, "%s/" HEAD "%lx-%u" TAIL, dir,
			 (unsigned long)getpid(), i);
		b->fd = open(b->path,
			     O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW |
				     O_CLOEXEC,
			     mode);
		if (b->fd < 0 && errno != EEXIST)
			break;
	}
	free(dir);
	return b->fd >= 0;
}

/* The process that a name tells; 0 where it is not one of ours. */
static pid_t process_of(const char *name)
{
	unsigned long pid;
	char *end;

	if (strncmp(name, HEAD, strlen(HEAD)) != 0)
		return 0;
	name += strlen(HEAD);
	if (!isxdigit((unsigned char)*name))
		return 0;
	pid = strtoul(name, &end, 16);
	if (*end != '-' || !isdigit((unsigned char)end[1]))
		return 0;
	strtoul(end + 1, &end, 10);
	return strcmp(end, TAIL) || (pid_t)pid <= 0 ? 0 : (pid_t)pid;
}

static bool is_stale(int dir, const char *name)
{
	pid_t pid = process_of(name);
	struct stat st;

	return pid && kill(pid, 0) && errno == ESRCH &&
	       !fstatat(dir, name, &st, AT_SYMLINK_NOFOLLOW) &&
	       S_ISREG(st.st_mode) && st.st_uid == geteuid() &&
	       st.st_mtime < time(NULL) - STALE_SECONDS;
}

void beside_clean(const char *dir)
{
	DIR *d = opendir(dir);
	struct dirent *entry;

	if (!d)
		return;
	while ((entry = readdir(d)))
		if (is_stale(dirfd(d), entry->d_name))
			unlinkat(dirfd(d), entry->d_name, 0);
	closedir(d);
}
