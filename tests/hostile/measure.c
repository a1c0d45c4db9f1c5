#include "hostile/measure.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
	BUG = 70,
	MOST_SECONDS = 10, /* what takes longer is given up */
};

_Noreturn static void become(const char *dir, char *const *argv)
{
	const struct rlimit limit = {MOST_SECONDS, MOST_SECONDS};
	int null = open("/dev/null", O_RDWR);

	setrlimit(RLIMIT_CPU, &limit);
	dup2(null, STDIN_FILENO);
	dup2(null, STDOUT_FILENO);
	dup2(null, STDERR_FILENO);
	if (chdir(dir) == 0)
		execv(argv[0], argv);
	_exit(BUG);
}

static double seconds(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

double measure_run(const char *dir, char *const *argv, int *ended)
{
	struct rusage use;
	pid_t pid = fork();
	int status;

	if (!pid)
		become(dir, argv);
	if (pid < 0 || wait4(pid, &status, 0, &use) != pid ||
	    !WIFEXITED(status) || WEXITSTATUS(status) >= BUG)
		return -1;
	*ended = WEXITSTATUS(status);
	return seconds(use.ru_utime) + seconds(use.ru_stime);
}
