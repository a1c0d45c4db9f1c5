/* The terminal while a person is asked, between the files of the host. */
#ifndef HOST_TERMINAL_H
#define HOST_TERMINAL_H

#include "host/posix.h"

/* Adds the next byte that is typed, after so many milliseconds at most; see
 * `key` of the host. Signals are let in while it waits, and only then. */
enum host_typed terminal_byte(struct buf *bytes, int wait);

/* Reads a line in the modes that the terminal had: HOST_TYPED, HOST_ENDED or
 * HOST_STOPPED. It is edited with libedit where `now` is not NULL, the build found its header and
 * the machine has it, else as the terminal does it itself
 * (docs/adr/line-editing.md). */
enum host_typed line_read(const char *prompt, const char *now,
			  struct buf *line);

#endif
