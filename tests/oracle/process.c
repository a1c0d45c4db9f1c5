#include "oracle/process.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdint.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

enum { NO_PROGRAM = 127, SIGNALLED = 128 };

static double seconds_of(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec * 1e-6;
}

static pid_t start(const char *const *argv, const char *out, const char *err)
{
	posix_spawn_file_actions_t files;
	int flags = O_WRONLY | O_CREAT | O_TRUNC;
	pid_t pid = -1;

	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null",
					 O_RDONLY, 0);
	posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, out, flags,
					 0666);
	posix_spawn_file_actions_addopen(&files, STDERR_FILENO, err, flags,
					 0666);
	if (posix_spawnp(&pid, argv[0], &files, NULL,
			 (char *const *)(uintptr_t)argv, environ))
		pid = -1;
	posix_spawn_file_actions_destroy(&files);
	return pid;
}

int process_run(const char *const *argv, const char *out, const char *err,
		double *seconds)
{
	struct rusage used;
	pid_t pid = start(argv, out, err);
	int status = 0;

	if (pid < 0)
		return NO_PROGRAM;
	while (wait4(pid, &status, 0, &used) < 0 && errno == EINTR)
		;
	*seconds = seconds_of(used.ru_utime) + seconds_of(used.ru_stime);
	return WIFEXITED(status) ? WEXITSTATUS(status)
				 : SIGNALLED + WTERMSIG(status);
}

int process_find(const char *name)
{
	const char *argv[] = {name, "--version", NULL};
	double seconds;

	return process_run(argv, "/dev/null", "/dev/null", &seconds) !=
	       NO_PROGRAM;
}
