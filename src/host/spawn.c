#include "host/posix.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

enum { NO_COMMAND = 127, CHUNK = 64 * 1024 };

/* The two ends of a pipe. */
struct ends {
	int out, in;
};

static bool pipe_open(struct ends *e)
{
	int fds[2];

	if (pipe(fds))
		return false;
	fcntl(fds[0], F_SETFD, FD_CLOEXEC);
	fcntl(fds[1], F_SETFD, FD_CLOEXEC);
	*e = (struct ends){.out = fds[0], .in = fds[1]};
	return true;
}

static void pipe_close(struct ends *e)
{
	if (e->out >= 0)
		close(e->out);
	if (e->in >= 0)
		close(e->in);
	*e = (struct ends){-1, -1};
}

/* What we ignore for ourselves. */
static sigset_t ignored(void)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGPIPE);
	sigaddset(&set, SIGXFSZ);
	return set;
}

/* The child gets the signals as every program expects them: those of
 * `defaults` do what they do. */
static pid_t spawn(const char *const *argv, int in, int out, int err,
		   const sigset_t *defaults)
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attr;
	pid_t pid = -1;
	int error;

	posix_spawn_file_actions_init(&actions);
	posix_spawnattr_init(&attr);
	posix_spawnattr_setsigdefault(&attr, defaults);
	posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETSIGDEF);
	posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
	if (out >= 0)
		posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
	if (err < 0)
		posix_spawn_file_actions_addopen(&actions, STDERR_FILENO,
						 "/dev/null", O_WRONLY, 0);
	/* posix_spawn does not write to argv; its type is older than const */
	error = posix_spawnp(&pid, argv[0], &actions, &attr,
			     (char *const *)(uintptr_t)argv, environ);
	posix_spawn_file_actions_destroy(&actions);
	posix_spawnattr_destroy(&attr);
	errno = error;
	return error ? -1 : pid;
}

static int wait_for(pid_t pid)
{
	int status;

	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* Feeds and drains in turn, so that neither side waits for the other. */
static void converse(struct ends *to, struct ends *from, struct str input,
		     struct buf *out)
{
	fcntl(to->in, F_SETFL, O_NONBLOCK);
	for (;;) {
		struct pollfd p[2] = {{.fd = from->out, .events = POLLIN},
				      {.fd = to->in, .events = POLLOUT}};
		ssize_t n;

		if (poll(p, 2, -1) < 0 && errno != EINTR)
			return;
		if (to->in >= 0 && p[1].revents) {
			n = write(to->in, input.ptr, input.len);
			if (n > 0)
				input = str_from(input, (size_t)n);
			if (!input.len ||
			    (n < 0 && errno != EAGAIN && errno != EINTR)) {
				close(to->in);
				to->in = -1;
			}
		}
		if (p[0].revents) {
			n = read(from->out, buf_room(out, CHUNK), CHUNK);
			if (n > 0)
				out->len += (size_t)n;
			else if (n == 0 || errno != EINTR)
				return;
		}
	}
}

int host_posix_run(struct host *h, struct arena *a, const char *const *argv,
		   struct str input, struct str *output)
{
	struct ends to = {-1, -1}, from = {-1, -1};
	const sigset_t defaults = ignored();
	struct buf out = {0};
	int status = -1;
	pid_t pid = -1;

	if (pipe_open(&to) && pipe_open(&from))
		pid = spawn(argv, to.out, from.in, -1, &defaults);
	if (pid < 0) {
		host_posix_fail((struct host_posix *)h, errno);
	} else {
		close(to.out);
		close(from.in);
		to.out = from.in = -1;
		converse(&to, &from, input, &out);
	}
	pipe_close(&to);
	pipe_close(&from);
	if (pid >= 0)
		status = wait_for(pid);
	*output = arena_str(a, buf_str(&out));
	buf_release(&out);
	return status;
}

/* Ctrl-C is for the pager, as long as one is there. */
bool host_posix_page(struct host *h, const char *command, struct str text)
{
	const char *argv[] = {"sh", "-c", command, NULL};
	struct ends to = {-1, -1};
	const sigset_t defaults = ignored();
	struct sigaction ignore = {.sa_handler = SIG_IGN}, before;
	pid_t pid = -1;
	int status;

	/* what git sets too: short text stays on the screen, colours show */
	setenv("LESS", "FRX", 0);
	if (pipe_open(&to))
		pid = spawn(argv, to.out, -1, STDERR_FILENO, &defaults);
	if (pid < 0) {
		host_posix_fail((struct host_posix *)h, errno);
		pipe_close(&to);
		return false;
	}
	close(to.out);
	to.out = -1;
	sigaction(SIGINT, &ignore, &before);
	host_posix_write_all(to.in, text); /* it may be left half read */
	pipe_close(&to);
	status = wait_for(pid);
	sigaction(SIGINT, &before, NULL);
	return status != NO_COMMAND && status != NO_COMMAND - 1;
}

/* Ignores a signal; the child is to hear it, unless we did not either. */
static struct sigaction hold(int number, sigset_t *defaults)
{
	struct sigaction ignore = {.sa_handler = SIG_IGN}, before;

	sigaction(number, &ignore, &before);
	if (before.sa_handler != SIG_IGN)
		sigaddset(defaults, number);
	return before;
}

static int run_and_wait(struct host *h, const char *const *argv)
{
	sigset_t defaults = ignored();
	struct sigaction interrupt = hold(SIGINT, &defaults);
	struct sigaction quit = hold(SIGQUIT, &defaults);
	pid_t pid = spawn(argv, STDIN_FILENO, -1, STDERR_FILENO, &defaults);
	int status = -1;

	if (pid >= 0)
		status = wait_for(pid);
	else
		host_posix_fail((struct host_posix *)h, errno);
	sigaction(SIGINT, &interrupt, NULL);
	sigaction(SIGQUIT, &quit, NULL);
	return status;
}

/* As git has it: the shell takes the command apart, and the file is a word
 * however it is called. Ctrl-C and Ctrl-\ are for the editor. */
int host_posix_edit(struct host *h, const char *command, const char *file)
{
	const char *argv[] = {"sh", "-c", NULL, command, file, NULL};
	struct buf line = {0};
	int status;

	buf_printf(&line, "%s \"$@\"", command);
	buf_char(&line, 0);
	argv[2] = line.ptr;
	status = run_and_wait(h, argv);
	buf_release(&line);
	return status;
}
