/* The real world: POSIX behind base/host.h. These files alone open, print,
 * start programs and ask the environment or the terminal. */
#ifndef HOST_POSIX_H
#define HOST_POSIX_H

#include "base/host.h"

struct host_posix {
	struct host host;
	char why[160];
	char block[4096]; /* of standard input, for line() */
	size_t block_at, block_len;
};

/* Makes it ready. Nothing of the process is changed: a library may do it. */
void host_posix_init(struct host_posix *p);

/* What a program does first: the three standard streams are open from here
 * on, and a closed pipe or a file that may not grow is an error of write(2)
 * instead of a signal. */
void host_posix_streams(void);

/* --- between the files of the host -------------------------------------- */

/* Keeps the system's message for `error` as the reason, and gives the status
 * that it stands for. */
enum host_status host_posix_fail(struct host_posix *p, int error);

/* Keeps a reason of our own. */
enum host_status host_posix_refuse(struct host_posix *p,
				   enum host_status status, const char *why);

/* Writes all of `s`; false with errno set. Interrupted and short writes go
 * on. */
bool host_posix_write_all(int fd, struct str s);

enum host_status host_posix_read(struct host *h, struct arena *a,
				 const char *path, const char *within,
				 size_t limit, struct str *text);
enum host_status host_posix_line(struct host *h, struct buf *line,
				 size_t limit);
bool host_posix_save(struct host *h, const char *path, struct str s);
bool host_posix_replace(struct host *h, const char *path,
			const struct str *was, struct str s);
bool host_posix_create(struct host *h, const char *path, struct str s);
int host_posix_run(struct host *h, struct arena *a, const char *const *argv,
		   struct str input, struct str *output);
void host_posix_each(struct host *h, size_t n, host_work *work, void *with);
bool host_posix_page(struct host *h, const char *command, struct str text);
int host_posix_edit(struct host *h, const char *command, const char *file);
bool host_posix_screen_open(struct host *h);
void host_posix_screen_close(struct host *h);
enum host_typed host_posix_key(struct host *h, struct buf *bytes, int wait);
enum host_typed host_posix_ask(struct host *h, const char *prompt,
			       const char *now, struct buf *line);

#endif
