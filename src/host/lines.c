#include "host/posix.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

/* Fetches the next block; false at the end or where it cannot be read. */
static bool fetch(struct host_posix *p, enum host_status *status)
{
	struct pollfd in = {.fd = STDIN_FILENO, .events = POLLIN};

	for (;;) {
		ssize_t n = read(STDIN_FILENO, p->block, sizeof p->block);

		if (n >= 0) {
			p->block_at = 0;
			p->block_len = (size_t)n;
			*status = n ? HOST_OK : HOST_MISSING;
			return n > 0;
		}
		if (errno == EAGAIN || errno == EWOULDBLOCK)
			poll(&in, 1, -1);
		else if (errno != EINTR)
			break;
	}
	*status = host_posix_fail(p, errno);
	return false;
}

enum host_status host_posix_line(struct host *h, struct buf *line,
				 size_t limit)
{
	struct host_posix *p = (struct host_posix *)h;
	enum host_status status = HOST_OK;
	bool any = false, long_line = false;

	for (;;) {
		struct str rest;
		size_t n;

		if (p->block_at == p->block_len && !fetch(p, &status))
			break;
		any = true;
		rest = (struct str){p->block + p->block_at,
				    p->block_len - p->block_at};
		n = str_index(rest, '\n');
		long_line = long_line || line->len + n > limit;
		if (!long_line)
			buf_add(line, str_head(rest, n));
		p->block_at += n < rest.len ? n + 1 : n;
		if (n < rest.len)
			break;
	}
	if (long_line)
		return host_posix_refuse(p, HOST_TOO_LARGE,
					 "the line is larger than the limit");
	/* the last line may lack its end */
	return any && status == HOST_MISSING ? HOST_OK : status;
}
