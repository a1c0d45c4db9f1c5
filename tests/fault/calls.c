#include "fault/calls.h"

#include "support/test.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#define CALL(name) {SYS_##name, #name}

/* All that a save may use on any system; the C library chooses. */
static const struct {
	int number;
	const char *name;
} watched[] = {
	CALL(openat),	  CALL(read),	     CALL(write),   CALL(close),
	CALL(fsync),	  CALL(fdatasync),   CALL(fchmod),  CALL(fchown),
	CALL(fstat),	  CALL(statx),	     CALL(renameat2), CALL(linkat),
	CALL(unlinkat),	  CALL(faccessat),   CALL(readlinkat),
	CALL(getdents64), CALL(flock),	     CALL(lseek),   CALL(fcntl),
#ifdef SYS_newfstatat
	CALL(newfstatat),
#endif
#ifdef SYS_faccessat2
	CALL(faccessat2),
#endif
#ifdef SYS_renameat
	CALL(renameat),
#endif
#ifdef SYS_open /* systems that had calls before those ending in `at` */
	CALL(open),	  CALL(stat),	     CALL(lstat),   CALL(access),
	CALL(rename),	  CALL(link),	     CALL(unlink),  CALL(readlink),
#endif
};

const char *calls_name(int number)
{
	for (size_t i = 0; i < N_OF(watched); i++)
		if (watched[i].number == number)
			return watched[i].name;
	return NULL;
}

/* --- the watched process ------------------------------------------------- */

/* Asks the supervisor about the calls of the list, lets all others pass. */
static int install_filter(void)
{
	struct sock_filter code[N_OF(watched) + 3];
	struct sock_fprog program = {.len = N_OF(code), .filter = code};
	size_t n = N_OF(watched);

	code[0] = (struct sock_filter)BPF_STMT(
		BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr));
	for (size_t i = 0; i < n; i++)
		code[i + 1] = (struct sock_filter)BPF_JUMP(
			BPF_JMP | BPF_JEQ | BPF_K,
			(uint32_t)watched[i].number, (uint8_t)(n - i), 0);
	code[n + 1] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K,
						   SECCOMP_RET_ALLOW);
	code[n + 2] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K,
						   SECCOMP_RET_USER_NOTIF);
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
		return -1;
	return (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER,
			    SECCOMP_FILTER_FLAG_NEW_LISTENER, &program);
}

union control {
	struct cmsghdr header;
	char room[CMSG_SPACE(sizeof(int))];
};

static struct msghdr message(struct iovec *io, union control *c)
{
	return (struct msghdr){.msg_iov = io,
			       .msg_iovlen = 1,
			       .msg_control = c->room,
			       .msg_controllen = sizeof c->room};
}

static void send_descriptor(int socket, int fd)
{
	char byte = fd < 0;
	struct iovec io = {&byte, 1};
	union control c = {0};
	struct msghdr m = message(&io, &c);

	c.header.cmsg_level = SOL_SOCKET;
	c.header.cmsg_type = SCM_RIGHTS;
	c.header.cmsg_len = CMSG_LEN(sizeof fd);
	memcpy(CMSG_DATA(&c.header), &fd, sizeof fd);
	if (fd < 0)
		m.msg_controllen = 0;
	sendmsg(socket, &m, 0);
}

/* -1 where the process could not have itself watched. */
static int receive_descriptor(int socket)
{
	char byte = 1;
	struct iovec io = {&byte, 1};
	union control c = {0};
	struct msghdr m = message(&io, &c);
	int fd = -1;

	if (recvmsg(socket, &m, MSG_CMSG_CLOEXEC) == 1 && !byte)
		memcpy(&fd, CMSG_DATA(&c.header), sizeof fd);
	return fd;
}

/* --- the supervisor ------------------------------------------------------ */

struct watch {
	const struct calls_plan *plan;
	struct calls_outcome out;
	int listener;
	pid_t pid;
	bool begun; /* the file was named */
};

/* Whether an argument points to the path. */
static bool names(const struct watch *w, uint64_t argument)
{
	char found[96] = "";
	size_t len = strlen(w->plan->path);
	struct iovec here = {found, len};
	struct iovec there = {(void *)(uintptr_t)argument, len};

	return argument > 4096 &&
	       process_vm_readv(w->pid, &here, 1, &there, 1, 0) ==
		       (ssize_t)len &&
	       !memcmp(found, w->plan->path, len);
}

static void decide(struct watch *w, const struct seccomp_notif *asked,
		   struct seccomp_notif_resp *answer)
{
	*answer = (struct seccomp_notif_resp){
		.id = asked->id, .flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE};
	w->begun |= names(w, asked->data.args[0]) ||
		    names(w, asked->data.args[1]);
	if (!w->begun || ++w->out.n != w->plan->at)
		return;
	w->out.hit = asked->data.nr;
	if (!w->plan->error) {
		kill(w->pid, SIGKILL);
		return;
	}
	answer->flags = 0;
	answer->error = -w->plan->error;
}

static void answer_calls(struct watch *w)
{
	struct pollfd p = {.fd = w->listener, .events = POLLIN};
	struct seccomp_notif asked;
	struct seccomp_notif_resp answer;

	/* older systems do not tell that the process has ended */
	while (!waitpid(w->pid, &w->out.status, WNOHANG)) {
		if (poll(&p, 1, 20) <= 0 || !(p.revents & POLLIN))
			continue;
		memset(&asked, 0, sizeof asked);
		if (ioctl(w->listener, SECCOMP_IOCTL_NOTIF_RECV, &asked))
			continue; /* it was killed meanwhile */
		decide(w, &asked, &answer);
		ioctl(w->listener, SECCOMP_IOCTL_NOTIF_SEND, &answer);
	}
}

static void read_said(struct watch *w, int fd)
{
	ssize_t n = read(fd, w->out.said, sizeof w->out.said - 1);

	w->out.said[n > 0 ? n : 0] = 0;
}

struct calls_outcome calls_save(struct saving_world *world, int text,
				const struct calls_plan *plan)
{
	struct watch w = {.plan = plan, .out.hit = -1};
	int sockets[2], err[2];

	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0,
				    sockets),
			 0);
	assert_int_equal(pipe2(err, O_CLOEXEC), 0);
	w.pid = fork();
	if (!w.pid) {
		send_descriptor(sockets[1], install_filter());
		saving_exec(world, text, err[1]);
	}
	close(err[1]);
	close(sockets[1]);
	w.listener = receive_descriptor(sockets[0]);
	assert_int_not_equal(w.listener, -1);
	answer_calls(&w);
	read_said(&w, err[0]);
	close(w.listener);
	close(sockets[0]);
	close(err[0]);
	return w.out;
}

bool calls_possible(void)
{
	pid_t pid = fork();
	int status;

	if (!pid)
		_exit(install_filter() < 0 ? errno : 0);
	waitpid(pid, &status, 0);
	if (!status)
		return true;
	print_message("system calls cannot be watched here: %s\n",
		      strerror(WEXITSTATUS(status)));
	return false;
}
