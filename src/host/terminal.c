/* A screen of our own on the terminal, and the signals that come meanwhile.
 *
 * Signals are held back but while we wait for a key or a line: what is being
 * saved is saved, and none is lost between looking and waiting. */
#include "host/terminal.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/select.h>
#include <termios.h>
#include <unistd.h>

/* The other screen (xterm's 1049), pasted text between brackets (2004). */
#define SCREEN_ON "\x1b[?1049h\x1b[?2004h\x1b[H\x1b[2J"
#define SCREEN_OFF "\x1b[?2004l\x1b[?25h\x1b[0m\x1b[?1049l"

/* Those that end a program, and those that stop it and tell of the size. */
static const int watched[] = {SIGINT,  SIGTERM, SIGHUP,
			      SIGQUIT, SIGTSTP, SIGWINCH};

enum { N_WATCHED = sizeof watched / sizeof *watched };

/* A handler knows nothing but the file's own variables, and the terminal is
 * one for the whole process. */
static volatile sig_atomic_t stopped, resized, open_screen;
static struct termios before, raw;
static struct sigaction old_actions[N_WATCHED];
static sigset_t old_mask;
static int depth; /* how often the signals were taken */

/* What can be done in a handler: write(2) and the like. */
static void put(const char *sequence, size_t len)
{
	ssize_t n = write(STDOUT_FILENO, sequence, len);

	(void)n; /* a terminal that is gone needs nothing */
}

static void leave_screen(void)
{
	put(SCREEN_OFF, sizeof SCREEN_OFF - 1);
}

static void enter_screen(void)
{
	put(SCREEN_ON, sizeof SCREEN_ON - 1);
}

/* Ctrl-Z: the shell gets the terminal as it was, and we what we had. */
static void suspend(void)
{
	int error = errno;
	struct termios mode;
	bool known = !tcgetattr(STDIN_FILENO, &mode);

	if (open_screen)
		leave_screen();
	tcsetattr(STDIN_FILENO, TCSADRAIN, &before);
	raise(SIGSTOP);
	if (known)
		tcsetattr(STDIN_FILENO, TCSADRAIN, &mode);
	if (open_screen)
		enter_screen();
	resized = 1;
	errno = error;
}

static void on_signal(int sig)
{
	if (sig == SIGWINCH)
		resized = 1;
	else if (sig == SIGTSTP)
		suspend();
	else
		stopped = sig;
}

/* An assert that fails, in builds that have them. */
static void on_abort(int sig)
{
	if (open_screen) {
		leave_screen();
		tcsetattr(STDIN_FILENO, TCSANOW, &before);
	}
	signal(sig, SIG_DFL);
	raise(sig);
}

/* No memory ends the process in the middle of anything (arena.h). */
static void at_exit(void)
{
	if (!open_screen)
		return;
	open_screen = 0;
	leave_screen();
	tcsetattr(STDIN_FILENO, TCSANOW, &before);
}

static void take_signals(void)
{
	struct sigaction act = {.sa_handler = on_signal};
	sigset_t mask;

	if (depth++)
		return;
	sigemptyset(&mask);
	for (int i = 0; i < N_WATCHED; i++)
		sigaddset(&mask, watched[i]);
	act.sa_mask = mask;
	sigprocmask(SIG_BLOCK, &mask, &old_mask);
	for (int i = 0; i < N_WATCHED; i++) {
		sigaction(watched[i], NULL, &old_actions[i]);
		/* nohup and the like want it ignored */
		if (old_actions[i].sa_handler != SIG_IGN)
			sigaction(watched[i], &act, NULL);
	}
}

static void give_signals_back(void)
{
	if (--depth)
		return;
	for (int i = 0; i < N_WATCHED; i++)
		sigaction(watched[i], &old_actions[i], NULL);
	sigprocmask(SIG_SETMASK, &old_mask, NULL);
}

/* --- the screen --------------------------------------------------------- */

/* Keys unseen and at once; Ctrl-C and Ctrl-Z stay signals, Enter a newline. */
static bool go_raw(void)
{
	raw = before;
	raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO | IEXTEN);
	raw.c_iflag &= ~(tcflag_t)IXON;
	raw.c_cc[VMIN] = 1;
	raw.c_cc[VTIME] = 0;
	return !tcsetattr(STDIN_FILENO, TCSADRAIN, &raw);
}

bool host_posix_screen_open(struct host *h)
{
	static bool registered;

	if (!isatty(STDOUT_FILENO) || tcgetattr(STDIN_FILENO, &before)) {
		host_posix_fail((struct host_posix *)h, errno);
		return false;
	}
	take_signals();
	if (!registered)
		atexit(at_exit);
	registered = true;
	signal(SIGABRT, on_abort);
	if (!go_raw()) {
		host_posix_fail((struct host_posix *)h, errno);
		give_signals_back();
		return false;
	}
	open_screen = 1;
	enter_screen();
	return true;
}

void host_posix_screen_close(struct host *h)
{
	(void)h;
	if (!open_screen)
		return;
	open_screen = 0;
	leave_screen();
	tcsetattr(STDIN_FILENO, TCSADRAIN, &before);
	signal(SIGABRT, SIG_DFL);
	give_signals_back();
}

/* One byte, so that a line that is asked for next finds all the others. */
static enum host_typed read_byte(struct buf *bytes)
{
	ssize_t n = read(STDIN_FILENO, buf_room(bytes, 1), 1);

	if (n > 0) {
		bytes->len++;
		return HOST_TYPED;
	}
	return n < 0 && (errno == EINTR || errno == EAGAIN) ? HOST_WAITED
							    : HOST_ENDED;
}

enum host_typed terminal_byte(struct buf *bytes, int wait)
{
	struct timespec time = {wait / 1000, wait % 1000 * 1000000L};
	fd_set in;
	int n;

	if (stopped)
		return HOST_STOPPED;
	FD_ZERO(&in);
	FD_SET(STDIN_FILENO, &in);
	n = pselect(STDIN_FILENO + 1, &in, NULL, NULL, wait < 0 ? NULL : &time,
		    &old_mask);
	if (stopped)
		return HOST_STOPPED;
	if (resized) {
		resized = 0;
		return HOST_RESIZED;
	}
	if (n < 0 && errno != EINTR)
		return HOST_ENDED;
	return n > 0 ? read_byte(bytes) : HOST_WAITED;
}

enum host_typed host_posix_key(struct host *h, struct buf *bytes, int wait)
{
	(void)h;
	return terminal_byte(bytes, wait);
}

/* --- a line ------------------------------------------------------------- */

enum host_typed host_posix_ask(struct host *h, const char *prompt,
			       const char *now, struct buf *line)
{
	enum host_typed typed;

	(void)h;
	if (!open_screen)
		tcgetattr(STDIN_FILENO, &before);
	take_signals();
	if (open_screen)
		tcsetattr(STDIN_FILENO, TCSADRAIN, &before);
	typed = line_read(prompt, now, line);
	if (open_screen)
		tcsetattr(STDIN_FILENO, TCSADRAIN, &raw);
	give_signals_back();
	return typed;
}
