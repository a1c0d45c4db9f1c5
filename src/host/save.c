#include "host/posix.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TRIES = 100 };

/* A file being saved: the new text stands beside it under a name of its own
 * until it is whole. */
struct saving {
	char *target; /* links followed, so that a link stays one */
	char *beside;
	int dir, fd;
	struct stat before; /* of the target */
	bool exists;
};

/* What `path` leads to; itself where nothing stands there yet. */
static char *target_of(const char *path)
{
	char *real = realpath(path, NULL);

	return real || errno != ENOENT ? real : strdup(path);
}

/* A name beside the target that nothing has; opened. */
static bool open_beside(struct saving *s)
{
	size_t room = strlen(s->target) + 32;

	s->beside = malloc(room);
	if (!s->beside)
		oom();
	for (unsigned i = 0; i < TRIES; i++) {
		snprintf(s->beside, room, "%s.%lx-%u.tmp", s->target,
			 (unsigned long)getpid(), i);
		s->fd = open(s->beside,
			     O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW |
				     O_CLOEXEC,
			     s->exists ? 0600 : 0666);
		if (s->fd >= 0 || errno != EEXIST)
			return s->fd >= 0;
	}
	return false;
}

/* Puts the name on the disk too; a file system that cannot is no error. */
static void sync_directory(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *dir = slash ? strndup(path, slash > path ? (size_t)(slash - path)
						       : 1)
			  : strdup(".");
	int fd;

	if (!dir)
		oom();
	fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd >= 0) {
		(void)fsync(fd);
		close(fd);
	}
	free(dir);
}

/* The new file belongs to whom the old one did, where that may be, and lets
 * the same people at it. */
static bool keep_mode(const struct saving *s)
{
	if (!s->exists)
		return true;
	if (fchown(s->fd, s->before.st_uid, s->before.st_gid))
		errno = 0; /* only root may give files away */
	return !fchmod(s->fd, s->before.st_mode & 0777);
}

static bool write_beside(struct saving *s, struct str text)
{
	int error;
	bool ok;

	if (!open_beside(s))
		return false;
	ok = host_posix_write_all(s->fd, text) && keep_mode(s) && !fsync(s->fd);
	error = errno;
	if (close(s->fd) && ok) {
		error = errno;
		ok = false;
	}
	if (ok && rename(s->beside, s->target)) {
		error = errno;
		ok = false;
	}
	if (ok)
		sync_directory(s->target);
	else
		unlink(s->beside);
	errno = error;
	return ok;
}

/* A device or a pipe cannot be replaced; it is written to. */
static bool write_into(const char *path, struct str text)
{
	int fd = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC);
	int error;
	bool ok;

	if (fd < 0)
		return false;
	ok = host_posix_write_all(fd, text);
	error = errno;
	if (close(fd) && ok)
		return false;
	errno = error;
	return ok || error == EPIPE;
}

static bool save(const char *path, struct str text)
{
	struct saving s = {.target = target_of(path)};
	bool ok = false;
	int error;

	if (!s.target)
		return false;
	s.exists = !stat(s.target, &s.before);
	if (s.exists && S_ISDIR(s.before.st_mode))
		errno = EISDIR;
	else if (s.exists && access(s.target, W_OK))
		; /* a file that may not be written is not replaced either */
	else if (s.exists && !S_ISREG(s.before.st_mode))
		ok = write_into(s.target, text);
	else
		ok = write_beside(&s, text);
	error = errno;
	free(s.target);
	free(s.beside);
	errno = error;
	return ok;
}

/* Until it is done nothing interrupts it: no half file is left behind. */
bool host_posix_save(struct host *h, const char *path, struct str s)
{
	sigset_t blocked, before;
	bool ok;

	sigemptyset(&blocked);
	sigaddset(&blocked, SIGINT);
	sigaddset(&blocked, SIGTERM);
	sigaddset(&blocked, SIGHUP);
	sigprocmask(SIG_BLOCK, &blocked, &before);
	ok = save(path, s);
	if (!ok)
		host_posix_fail((struct host_posix *)h, errno);
	sigprocmask(SIG_SETMASK, &before, NULL);
	return ok;
}
