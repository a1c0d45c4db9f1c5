#include "host/beside.h"
#include "host/posix.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { LOCK_TRIES = 300, LOCK_WAIT_MS = 10 };

/* A file being saved. */
struct saving {
	char *target; /* links followed, so that a link stays one */
	struct beside beside;
	int held; /* what stands at the target, locked; -1: nothing does, or
		     it cannot be read */
	struct stat before; /* of it */
	bool exists;
	bool checks; /* only if it still is what was read: */
	const struct str *was; /* NULL: nothing */
	const char *why; /* not for an error of the system; else NULL */
};

/* What `path` leads to; itself where nothing stands there yet. A link that
 * leads nowhere is not written through: nobody would look for the file
 * there. */
static char *target_of(const char *path)
{
	char *real = realpath(path, NULL);
	struct stat st;

	if (real || errno != ENOENT)
		return real;
	if (!lstat(path, &st)) {
		errno = ENOENT;
		return NULL;
	}
	return strdup(path);
}

static bool refuse(struct saving *s, const char *why)
{
	s->why = why;
	return false;
}

/* --- one at a time ------------------------------------------------------- */

/* The system takes the lock back when its process ends, however it does. A
 * file system that has no locks is no error. */
static bool lock(int fd)
{
	const struct timespec wait = {.tv_nsec = LOCK_WAIT_MS * 1000000};

	for (unsigned i = 0; i < LOCK_TRIES; i++) {
		if (!flock(fd, LOCK_EX | LOCK_NB) || errno != EWOULDBLOCK)
			return true;
		nanosleep(&wait, NULL);
	}
	return false;
}

/* Whether the file that is held still stands at the target. */
static bool stands(const struct saving *s)
{
	struct stat now;

	return !stat(s->target, &now) && now.st_dev == s->before.st_dev &&
	       now.st_ino == s->before.st_ino;
}

/* Takes what stands at the target. Whoever waited for a file that has been
 * replaced meanwhile has waited for the wrong one, and tries again. */
static bool hold(struct saving *s)
{
	for (unsigned i = 0; i < LOCK_TRIES; i++) {
		s->held = open(s->target, O_RDONLY | O_NOFOLLOW | O_NONBLOCK |
						  O_NOCTTY | O_CLOEXEC);
		if (s->held < 0) {
			s->exists &= errno != ENOENT;
			return !s->exists || (errno == EACCES && !s->checks);
		}
		if (fstat(s->held, &s->before))
			return false;
		s->exists = true;
		if (!lock(s->held))
			break;
		if (stands(s))
			return true;
		close(s->held);
		s->held = -1;
	}
	return refuse(s, "another program is writing it");
}

/* Whether the file that is held has exactly these bytes. */
static bool has_bytes(int fd, struct str bytes, bool *has)
{
	char chunk[16 * 1024];
	ssize_t n;

	*has = true;
	while ((n = read(fd, chunk, sizeof chunk)) != 0 && *has) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		*has = (size_t)n <= bytes.len &&
		       !memcmp(chunk, bytes.ptr, (size_t)n);
		bytes = str_from(bytes, (size_t)n);
	}
	*has &= !bytes.len;
	return true;
}

static bool is_as_read(struct saving *s)
{
	bool same = !s->exists == !s->was;

	if (!s->checks)
		return true;
	if (same && s->was && !has_bytes(s->held, *s->was, &same))
		return false;
	return same || refuse(s, s->was ? "it was changed since it was read"
					: "it is there already");
}

/* --- all or nothing ------------------------------------------------------ */

/* Puts the name on the disk too; a file system that cannot is no error. */
static bool sync_directory(const char *dir)
{
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC), error;
	bool ok;

	if (fd < 0)
		return true;
	ok = !fsync(fd) || errno == EINVAL || errno == ENOTSUP;
	error = errno;
	close(fd);
	errno = error;
	return ok;
}

/* The new file belongs to whom the old one did, where that may be, and lets
 * the same people at it. */
static bool keep_mode(const struct saving *s)
{
	if (!s->exists)
		return true;
	if (fchown(s->beside.fd, s->before.st_uid, s->before.st_gid))
		errno = 0; /* only root may give files away */
	return !fchmod(s->beside.fd, s->before.st_mode & 0777);
}

/* Where nothing may stand, a link is made: it takes no other's place. Not all
 * file systems have links. */
static bool put_in_place(struct saving *s)
{
	if (!s->checks || s->was)
		return !rename(s->beside.path, s->target);
	if (!link(s->beside.path, s->target)) {
		unlink(s->beside.path);
		return true;
	}
	if (errno == EEXIST)
		return refuse(s, "it is there already");
	return !rename(s->beside.path, s->target);
}

static bool write_beside(struct saving *s, struct str text)
{
	int fd = s->beside.fd, error;
	bool ok;

	ok = host_posix_write_all(fd, text) && keep_mode(s) && !fsync(fd);
	error = errno;
	if (close(fd) && ok) {
		error = errno;
		ok = false;
	}
	if (ok) {
		ok = put_in_place(s);
		error = errno;
	}
	if (!ok)
		unlink(s->beside.path);
	errno = error;
	return ok;
}

static bool save_file(struct saving *s, struct str text)
{
	char *dir;
	bool ok;

	if (!hold(s) || !is_as_read(s) ||
	    !beside_open(&s->beside, s->target, s->exists ? 0600 : 0666) ||
	    !write_beside(s, text))
		return false;
	dir = beside_directory(s->target);
	beside_clean(dir);
	ok = sync_directory(dir);
	free(dir);
	return ok;
}

/* A device or a pipe cannot be replaced; it is written to. */
static bool write_into(struct saving *s, struct str text)
{
	int fd, error;
	bool ok;

	if (s->checks)
		return refuse(s, "it is not a file");
	fd = open(s->target, O_WRONLY | O_NOCTTY | O_CLOEXEC);
	if (fd < 0)
		return false;
	ok = host_posix_write_all(fd, text);
	error = errno;
	if (close(fd) && ok)
		return false;
	errno = error;
	return ok || error == EPIPE;
}

static bool save_target(struct saving *s, struct str text)
{
	s->exists = !stat(s->target, &s->before);
	if (!s->exists && errno != ENOENT)
		return false;
	if (s->exists && S_ISDIR(s->before.st_mode)) {
		errno = EISDIR;
		return false;
	}
	/* a file that may not be written is not replaced either */
	if (s->exists && access(s->target, W_OK))
		return false;
	if (s->exists && !S_ISREG(s->before.st_mode))
		return write_into(s, text);
	return save_file(s, text);
}

static void saving_release(struct saving *s)
{
	int error = errno;

	if (s->held >= 0)
		close(s->held); /* and others may go on */
	free(s->target);
	free(s->beside.path);
	errno = error;
}

/* Until it is done nothing interrupts it: no half file is left behind. */
static bool save(struct host_posix *p, const char *path, struct saving s,
		 struct str text)
{
	sigset_t blocked, before;
	bool ok;

	sigemptyset(&blocked);
	sigaddset(&blocked, SIGINT);
	sigaddset(&blocked, SIGTERM);
	sigaddset(&blocked, SIGHUP);
	sigprocmask(SIG_BLOCK, &blocked, &before);
	s.held = -1;
	s.target = target_of(path);
	ok = s.target && save_target(&s, text);
	saving_release(&s);
	if (!ok && s.why)
		host_posix_refuse(p, HOST_FAILED, s.why);
	else if (!ok)
		host_posix_fail(p, errno);
	sigprocmask(SIG_SETMASK, &before, NULL);
	return ok;
}

bool host_posix_save(struct host *h, const char *path, struct str s)
{
	return save((struct host_posix *)h, path, (struct saving){0}, s);
}

bool host_posix_replace(struct host *h, const char *path,
			const struct str *was, struct str s)
{
	return save((struct host_posix *)h, path,
		    (struct saving){.checks = true, .was = was}, s);
}

/* --- a file of one's own ------------------------------------------------- */

bool host_posix_create(struct host *h, const char *path, struct str s)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	int error;
	bool ok;

	if (fd < 0) {
		host_posix_fail((struct host_posix *)h, errno);
		return false;
	}
	ok = host_posix_write_all(fd, s) && !fsync(fd);
	error = errno;
	if (close(fd) && ok) {
		error = errno;
		ok = false;
	}
	if (ok)
		return true;
	unlink(path);
	host_posix_fail((struct host_posix *)h, error);
	return false;
}
