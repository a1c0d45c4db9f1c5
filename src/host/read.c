#include "host/posix.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FIRST_ROOM = 64 * 1024 };

static const char *kind_name(mode_t mode)
{
	if (S_ISCHR(mode) || S_ISBLK(mode))
		return "it is a device, not a file";
	if (S_ISSOCK(mode))
		return "it is a socket, not a file";
	return "it is not a file";
}

/* Whether it is something that can be read to an end. */
static enum host_status check_kind(struct host_posix *p, mode_t mode)
{
	if (S_ISREG(mode) || S_ISFIFO(mode))
		return HOST_OK;
	if (S_ISDIR(mode))
		return host_posix_fail(p, EISDIR);
	return host_posix_refuse(p, HOST_NOT_A_FILE, kind_name(mode));
}

static bool lies_in(const char *path, const char *dir)
{
	size_t len = strlen(dir);

	while (len && dir[len - 1] == '/')
		len--;
	return !strncmp(path, dir, len) && path[len] == '/';
}

/* Opens without waiting for a writer of a pipe and without following a link
 * that was put there after the real path had been found. */
static enum host_status open_input(struct host_posix *p, const char *path,
				   const char *within, int *fd)
{
	int flags = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
	enum host_status status;
	char *real = NULL;
	struct stat st;

	if (within) {
		real = realpath(path, NULL);
		if (!real)
			return host_posix_fail(p, errno);
		if (!lies_in(real, within)) {
			free(real);
			return host_posix_refuse(p, HOST_OUTSIDE,
						 "it lies outside");
		}
		path = real;
		flags |= O_NOFOLLOW;
	}
	*fd = -1;
	/* looked at before it is opened: to open a device can do something */
	if (stat(path, &st))
		status = host_posix_fail(p, errno);
	else if ((status = check_kind(p, st.st_mode)) == HOST_OK &&
		 (*fd = open(path, flags)) < 0)
		status = host_posix_fail(p, errno);
	else if (status == HOST_OK && fstat(*fd, &st))
		status = host_posix_fail(p, errno);
	else if (status == HOST_OK)
		status = check_kind(p, st.st_mode);
	if (status != HOST_OK && *fd >= 0)
		close(*fd);
	free(real);
	return status;
}

/* What one read came to. */
enum chunk { CHUNK_MORE, CHUNK_END, CHUNK_FAILED };

static enum chunk read_chunk(int fd, struct buf *b)
{
	struct pollfd p = {.fd = fd, .events = POLLIN};
	size_t room = b->cap > b->len ? b->cap - b->len : 0;
	ssize_t n;

	if (room < FIRST_ROOM)
		room = b->len + FIRST_ROOM;
	for (;;) {
		n = read(fd, buf_room(b, room), room);
		if (n > 0) {
			b->len += (size_t)n;
			return CHUNK_MORE;
		}
		if (n == 0)
			return CHUNK_END;
		if (errno == EAGAIN || errno == EWOULDBLOCK)
			poll(&p, 1, -1); /* it has a writer: a slow one */
		else if (errno != EINTR)
			return CHUNK_FAILED;
	}
}

static enum host_status too_large(struct host_posix *p)
{
	return host_posix_refuse(p, HOST_TOO_LARGE,
				 "it is larger than the limit");
}

static enum host_status read_to_end(struct host_posix *p, int fd,
				    size_t limit, struct buf *b)
{
	enum chunk chunk;

	while ((chunk = read_chunk(fd, b)) == CHUNK_MORE)
		if (b->len > limit)
			return too_large(p);
	return chunk == CHUNK_END ? HOST_OK : host_posix_fail(p, errno);
}

/* A file of known size goes straight to where it stays. */
static enum host_status read_sized(struct host_posix *p, int fd, size_t size,
				   struct arena *a, struct str *text)
{
	char *to = arena_alloc(a, size + 1);
	size_t len = 0;

	while (len < size) {
		ssize_t n = read(fd, to + len, size - len);

		if (n > 0)
			len += (size_t)n;
		else if (n == 0)
			break; /* it was cut while we read */
		else if (errno != EINTR)
			return host_posix_fail(p, errno);
	}
	*text = (struct str){to, len};
	return HOST_OK;
}

static enum host_status read_open(struct host_posix *p, int fd,
				  struct arena *a, size_t limit,
				  struct str *text)
{
	struct buf b = {0};
	enum host_status status;
	struct stat st = {0};

	if (!fstat(fd, &st) && S_ISREG(st.st_mode) && st.st_size > 0) {
		if ((uintmax_t)st.st_size > limit)
			return too_large(p);
		return read_sized(p, fd, (size_t)st.st_size, a, text);
	}
	status = read_to_end(p, fd, limit, &b);
	if (status == HOST_OK && !b.len && S_ISFIFO(st.st_mode) && fd > 0)
		status = host_posix_refuse(p, HOST_NOT_A_FILE,
					   "nobody writes to this pipe");
	if (status == HOST_OK)
		*text = arena_str(a, buf_str(&b));
	buf_release(&b);
	return status;
}

enum host_status host_posix_read(struct host *h, struct arena *a,
				 const char *path, const char *within,
				 size_t limit, struct str *text)
{
	struct host_posix *p = (struct host_posix *)h;
	enum host_status status;
	int fd = -1;

	if (!strcmp(path, "-"))
		return read_open(p, STDIN_FILENO, a, limit, text);
	status = open_input(p, path, within, &fd);
	if (status != HOST_OK)
		return status;
	status = read_open(p, fd, a, limit, text);
	close(fd);
	return status;
}
