/* All that the program may do to the world, as a struct of functions. The
 * real one is host/posix.c; tests bring one with files in memory, where
 * any call can be made to fail. */
#ifndef BASE_HOST_H
#define BASE_HOST_H

#include "base/arena.h"
#include "base/buf.h"

#include <stdint.h>

enum host_status {
	HOST_OK,
	HOST_MISSING,    /* nothing of that name */
	HOST_DENIED,     /* no permission */
	HOST_DIRECTORY,  /* a directory where a file was asked for */
	HOST_NOT_A_FILE, /* a device, a socket, a pipe that nobody writes to */
	HOST_TOO_LARGE,  /* more bytes than `limit` */
	HOST_OUTSIDE,    /* would leave the tree that it was confined to */
	HOST_FAILED,     /* any other error of the system; `why` says which */
};

enum host_stream { HOST_IN = 0, HOST_OUT = 1, HOST_ERR = 2 };

enum { HOST_WORKERS = 8 };

/* What ended a wait for somebody at the terminal. */
enum host_typed {
	HOST_TYPED,
	HOST_WAITED,  /* nothing was typed in time */
	HOST_RESIZED, /* draw anew: another size, or back from a suspension */
	HOST_ENDED,   /* nothing more will come: Ctrl-D, a terminal that is gone */
	HOST_STOPPED, /* the user or the system wants the program to end */
};

typedef void host_work(void *with, size_t i, unsigned worker);

struct host {
	/* Reads a whole file, "-" being standard input, into `a`. `within`, if
	 * not NULL, is an absolute directory that the file must lie in once
	 * every symbolic link is followed (HOST_OUTSIDE). Regular files and
	 * pipes with a writer only; never waits for a writer to come. */
	enum host_status (*read)(struct host *h, struct arena *a,
				 const char *path, const char *within,
				 size_t limit, struct str *text);
	/* Adds the next line of standard input to `line`, without its end.
	 * HOST_MISSING after the last one; HOST_TOO_LARGE where it has more
	 * than `limit` bytes, and it is passed over. */
	enum host_status (*line)(struct host *h, struct buf *line,
				 size_t limit);
	/* The absolute path without links, `.` and `..`; NULL where there is
	 * no such file. */
	const char *(*real_path)(struct host *h, struct arena *a,
				 const char *path);
	/* Whether the name is that of a symbolic link, as far as is known.
	 * NULL: any may be one. */
	bool (*is_link)(struct host *h, const char *path);
	/* What stands there, links followed: HOST_OK for a file,
	 * HOST_DIRECTORY, HOST_NOT_A_FILE for anything else. */
	enum host_status (*stat)(struct host *h, const char *path);
	/* Names in a directory, sorted by bytes, without `.` and `..`. */
	enum host_status (*list)(struct host *h, struct arena *a,
				 const char *dir, const char ***names,
				 size_t *n);
	/* The working directory, absolute; NULL where it is gone. */
	const char *(*cwd)(struct host *h, struct arena *a);
	/* An environment variable; NULL where unset or empty. */
	const char *(*env)(struct host *h, const char *name);
	/* Writes all of `s`; false where that is impossible. A closed pipe
	 * counts as written and sets `pipe_closed`. */
	bool (*write)(struct host *h, enum host_stream to, struct str s);
	/* Whether all that was written has arrived. Nothing is written to the
	 * stream afterwards. */
	bool (*close)(struct host *h, enum host_stream s);
	/* Saves a file atomically: all of it, or what stood there before. A
	 * link stays a link; a device or a pipe is written to instead. False
	 * also where it is in place but could not be told to the disk. */
	bool (*save)(struct host *h, const char *path, struct str s);
	/* The same, but only where the file still has the bytes that it was
	 * read with, `was` (NULL: nothing stands there yet): what somebody
	 * else saved meanwhile is not lost. Programs that use this wait for
	 * one another. Files only. */
	bool (*replace)(struct host *h, const char *path,
			const struct str *was, struct str s);
	/* Makes a new file that only its owner may read; false where something
	 * stands there already. */
	bool (*create)(struct host *h, const char *path, struct str s);
	/* Takes a file away. */
	bool (*remove)(struct host *h, const char *path);
	/* Runs a program found on PATH, without a shell: `argv` ends with NULL,
	 * `input` is its standard input, `*output` (in `a`) its standard
	 * output. Its exit status; -1 where it could not be run. */
	int (*run)(struct host *h, struct arena *a, const char *const *argv,
		   struct str input, struct str *output);
	/* Shows text through a pager and waits for it; `command` is a command
	 * line for the shell. False where there is no such program and nothing
	 * was shown. */
	bool (*page)(struct host *h, const char *command, struct str text);
	/* Runs a command line of the shell with `file` as its last word on the
	 * terminal that we have, as an editor wants it, and waits for it: the
	 * keys that would end us are for it. Its exit status, or 128 and the
	 * signal that ended it; -1 where there is no shell to run it. */
	int (*edit)(struct host *h, const char *command, const char *file);
	/* Why the last call said no, in lower case: "permission denied". */
	const char *(*why)(struct host *h);
	/* Seconds since 1970-01-01 00:00 UTC. */
	int64_t (*clock)(struct host *h);
	bool (*is_terminal)(struct host *h, enum host_stream s);
	/* Columns and rows of the terminal behind a stream; 0 if unknown. */
	int (*columns)(struct host *h, enum host_stream s);
	int (*rows)(struct host *h, enum host_stream s);

	/* Takes the terminal of standard input and output over for a screen of
	 * our own: keys come one by one and unseen, what stood on it stays
	 * behind. False where they are no terminal. Whatever ends the program
	 * but SIGKILL, the terminal is given back first; a suspended program
	 * gives it back meanwhile. */
	bool (*screen_open)(struct host *h);
	void (*screen_close)(struct host *h);
	/* Adds a byte that was typed; waits for it so many milliseconds at
	 * most, for ever where that is negative. */
	enum host_typed (*key)(struct host *h, struct buf *bytes, int wait);
	/* Asks for a line of text on the terminal, with or without a screen,
	 * and lets it be edited; it begins with `now`, where it can be. With
	 * NULL it is edited as the terminal itself does, and nothing but the
	 * prompt is written. `prompt` and `now` are printable. Adds the line without its end: HOST_TYPED,
	 * HOST_ENDED or HOST_STOPPED. */
	enum host_typed (*ask)(struct host *h, const char *prompt,
			       const char *now, struct buf *line);

	/* Calls `work` for each of 0 to n - 1, several at a time where there
	 * are processors for it, and waits for all of them. `worker` is below
	 * HOST_WORKERS and never the same for two calls at one time, so that
	 * what each of them writes can be its own. NULL: one after the other
	 * is as good, and the caller may do it himself. */
	void (*each)(struct host *h, size_t n, host_work *work, void *with);

	bool pipe_closed; /* nobody reads standard output any more */
};

#endif
