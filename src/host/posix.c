#include "host/posix.h"

#include "base/vec.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static struct host_posix *posix(struct host *h)
{
	return (struct host_posix *)h;
}

static enum host_status status_of(int error)
{
	switch (error) {
	case ENOENT:
	case ENOTDIR:
		return HOST_MISSING;
	case EACCES:
	case EPERM:
		return HOST_DENIED;
	case EISDIR:
		return HOST_DIRECTORY;
	case ENXIO: /* a socket, a device that is not there */
		return HOST_NOT_A_FILE;
	default:
		return HOST_FAILED;
	}
}

enum host_status host_posix_fail(struct host_posix *p, int error)
{
	snprintf(p->why, sizeof p->why, "%s", strerror(error));
	if (p->why[0] >= 'A' && p->why[0] <= 'Z' && p->why[1] > 'Z')
		p->why[0] = (char)(p->why[0] | 32);
	return status_of(error);
}

enum host_status host_posix_refuse(struct host_posix *p,
				   enum host_status status, const char *why)
{
	snprintf(p->why, sizeof p->why, "%s", why);
	return status;
}

static const char *why(struct host *h)
{
	return posix(h)->why;
}

/* --- streams ------------------------------------------------------------ */

/* Whoever gave us the stream may have made it one that does not wait. */
static void wait_for_room(int fd)
{
	struct pollfd p = {.fd = fd, .events = POLLOUT};

	poll(&p, 1, -1);
}

bool host_posix_write_all(int fd, struct str s)
{
	while (s.len) {
		ssize_t n = write(fd, s.ptr, s.len);

		if (n >= 0)
			s = str_from(s, (size_t)n);
		else if (errno == EAGAIN || errno == EWOULDBLOCK)
			wait_for_room(fd);
		else if (errno != EINTR)
			return false;
	}
	return true;
}

static bool write_stream(struct host *h, enum host_stream to, struct str s)
{
	if (to == HOST_OUT && h->pipe_closed)
		return true;
	if (host_posix_write_all((int)to, s))
		return true;
	if (errno == EPIPE) {
		if (to == HOST_OUT)
			h->pipe_closed = true;
		return true;
	}
	host_posix_fail(posix(h), errno);
	return false;
}

/* Network file systems tell of a full disk no earlier than here. Standard
 * error was a closed one at the start if this says so, which is no loss. */
static bool close_stream(struct host *h, enum host_stream s)
{
	if (!close((int)s) || h->pipe_closed || errno == EINTR)
		return true;
	host_posix_fail(posix(h), errno);
	return false;
}

static bool is_terminal(struct host *h, enum host_stream s)
{
	(void)h;
	return isatty((int)s);
}

static int columns(struct host *h, enum host_stream s)
{
	struct winsize size;

	(void)h;
	return ioctl((int)s, TIOCGWINSZ, &size) ? 0 : size.ws_col;
}

static int rows(struct host *h, enum host_stream s)
{
	struct winsize size;

	(void)h;
	return ioctl((int)s, TIOCGWINSZ, &size) ? 0 : size.ws_row;
}

/* --- names -------------------------------------------------------------- */

static const char *real_path(struct host *h, struct arena *a, const char *path)
{
	char *real = realpath(path, NULL);
	const char *copy;

	if (!real) {
		host_posix_fail(posix(h), errno);
		return NULL;
	}
	copy = arena_str(a, str_of(real)).ptr;
	free(real);
	return copy;
}

static bool is_link(struct host *h, const char *path)
{
	struct stat st;

	(void)h;
	return lstat(path, &st) || S_ISLNK(st.st_mode);
}

static enum host_status stat_path(struct host *h, const char *path)
{
	struct stat st;

	if (stat(path, &st))
		return host_posix_fail(posix(h), errno);
	if (S_ISDIR(st.st_mode))
		return HOST_DIRECTORY;
	return S_ISREG(st.st_mode) ? HOST_OK : HOST_NOT_A_FILE;
}

static int by_bytes(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static enum host_status list(struct host *h, struct arena *a, const char *dir,
			     const char ***names, size_t *n)
{
	VEC(const char *) found = {0};
	DIR *d = opendir(dir);
	struct dirent *entry;

	if (!d)
		return host_posix_fail(posix(h), errno);
	for (errno = 0; (entry = readdir(d)); errno = 0) {
		struct str name = str_of(entry->d_name);

		if (!str_is(name, ".") && !str_is(name, ".."))
			*vec_add(a, &found) = arena_str(a, name).ptr;
	}
	if (errno) {
		host_posix_fail(posix(h), errno);
		closedir(d);
		return HOST_FAILED;
	}
	closedir(d);
	if (found.n)
		qsort(found.at, found.n, sizeof *found.at, by_bytes);
	*names = found.at;
	*n = found.n;
	return HOST_OK;
}

static bool remove_file(struct host *h, const char *path)
{
	if (!unlink(path))
		return true;
	host_posix_fail(posix(h), errno);
	return false;
}

static const char *cwd(struct host *h, struct arena *a)
{
	char *path = getcwd(NULL, 0);
	const char *copy;

	if (!path) {
		host_posix_fail(posix(h), errno);
		return NULL;
	}
	copy = arena_str(a, str_of(path)).ptr;
	free(path);
	return copy;
}

static const char *env(struct host *h, const char *name)
{
	const char *value = getenv(name);

	(void)h;
	return value && *value ? value : NULL;
}

static int64_t clock_seconds(struct host *h)
{
	(void)h;
	return (int64_t)time(NULL);
}

/* A file that is opened later must not become one of the three streams. What
 * stands in for a closed standard output cannot be written to, on purpose. */
void host_posix_streams(void)
{
	for (int fd = 0; fd < 3; fd++)
		if (fcntl(fd, F_GETFD) < 0 && errno == EBADF &&
		    open("/dev/null", fd ? O_RDONLY : O_WRONLY) != fd)
			_exit(4);
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
}

void host_posix_init(struct host_posix *p)
{
	*p = (struct host_posix){
		.host = {.read = host_posix_read,
			 .line = host_posix_line,
			 .real_path = real_path,
			 .is_link = is_link,
			 .stat = stat_path,
			 .list = list,
			 .cwd = cwd,
			 .env = env,
			 .write = write_stream,
			 .close = close_stream,
			 .save = host_posix_save,
			 .replace = host_posix_replace,
			 .create = host_posix_create,
			 .remove = remove_file,
			 .run = host_posix_run,
			 .page = host_posix_page,
			 .edit = host_posix_edit,
			 .screen_open = host_posix_screen_open,
			 .screen_close = host_posix_screen_close,
			 .key = host_posix_key,
			 .ask = host_posix_ask,
			 .each = host_posix_each,
			 .why = why,
			 .clock = clock_seconds,
			 .is_terminal = is_terminal,
			 .columns = columns,
			 .rows = rows},
	};
}
