/* What a process in the sandbox can no longer do. */
#define _GNU_SOURCE	/* syscall, clone, F_SETSIG, posix_openpt */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "source/sandbox.h"

/* The sanitizers' runtime needs what the sandbox takes away. */
#ifndef SANITIZED
#define SANITIZED 0
#endif

/* What was open before: a file, a socket, a terminal, a folder, the process that
 * made this one. */
static char  victim[] = "/tmp/sandbox-XXXXXX";
static int   file, connected, terminal, folder;
static pid_t parent;

static char *const arguments[] = { "true", NULL };

static long write_old(void) { return open(victim, O_WRONLY); }
static long make_new(void)
{
	return open("/tmp/sandbox-new", O_RDONLY | O_CREAT, 0600);
}
static long cut(void) { return truncate(victim, 0); }
static long remove_it(void) { return unlink(victim); }
static long rename_it(void) { return rename(victim, "/tmp/sandbox-new"); }
static long mode(void) { return chmod(victim, 0777); }
static long make_socket(void) { return socket(AF_INET, SOCK_STREAM, 0); }
static long make_pair(void)
{
	int ends[2];

	return socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
}
static long
reach(void)
{
	struct sockaddr_in address = { .sin_family = AF_INET,
		.sin_port = htons(9) };

	address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	return connect(connected, (struct sockaddr *)&address,
	    sizeof(address));
}
static long
send_to(void)
{
	struct sockaddr_in address = { .sin_family = AF_INET,
		.sin_port = htons(9) };

	return sendto(connected, "x", 1, 0, (struct sockaddr *)&address,
	    sizeof(address));
}
static long run(void) { return execv("/bin/true", arguments); }
static long split(void) { return fork(); }
static long split_off(void)
{
	return syscall(SYS_clone, CLONE_VM | CLONE_VFORK | SIGCHLD, NULL,
	    NULL, NULL, NULL);
}
static long
thread(void)
{
	static char stack[8192];

	return syscall(SYS_clone, CLONE_VM | CLONE_FS | CLONE_FILES |
	    CLONE_SIGHAND | CLONE_THREAD, stack + sizeof(stack), NULL, NULL,
	    NULL);
}
static long end_parent(void) { return kill(parent, SIGTERM); }
static long end_all(void) { return kill(-1, 0); }
static long end_thread(void)
{
	return syscall(SYS_tgkill, parent, parent, SIGTERM);
}
static long trace(void) { return ptrace(PTRACE_ATTACH, parent, NULL, NULL); }
static long
peek(void)
{
	return syscall(SYS_process_vm_readv, parent, NULL, 0, NULL, 0, 0);
}
static long type_key(void) { return ioctl(terminal, TIOCSTI, "x"); }
static long size_terminal(void)
{
	struct winsize size = { .ws_row = 1 };

	return ioctl(terminal, TIOCSWINSZ, &size);
}
static long own(void) { return fcntl(file, F_SETOWN, parent); }
static long signal_with(void) { return fcntl(file, F_SETSIG, SIGTERM); }
static long
code(void)
{
	return mmap(NULL, 4096, PROT_READ | PROT_EXEC,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? -1 : 0;
}
static long
make_code(void)
{
	void *p = mmap(NULL, 4096, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	return mprotect(p, 4096, PROT_READ | PROT_EXEC);
}
static long
more(void)
{
	struct rlimit limit = { RLIM_INFINITY, RLIM_INFINITY };

	return setrlimit(RLIMIT_CPU, &limit);
}
static long keyring(void)
{
	return syscall(SYS_add_key, "user", "sandbox", "x", 1, -2);
}
static long io_ring(void) { return syscall(SYS_io_uring_setup, 1, NULL); }
static long program(void) { return syscall(SYS_bpf, 0, NULL, 0); }
static long name_space(void) { return syscall(SYS_unshare, 0x10000000); }

/* With no path to read. */
static long read_any(void) { return open("/etc/passwd", O_RDONLY); }
static long read_below(void) { return openat(folder, "passwd", O_RDONLY); }
static long read_above(void)
{
	return openat(folder, "../etc/passwd", O_RDONLY);
}
static long read_process(void)
{
	return open("/proc/self/mem", O_RDONLY);
}
static long list(void)
{
	char entries[512];

	return syscall(SYS_getdents64, folder, entries, sizeof(entries));
}
static long wait_any(void)
{
	return syscall(SYS_wait4, -1, NULL, 0, NULL);
}

static const struct attempt {
	const char *what;
	long      (*attempt)(void);
	bool        walks;	/* who goes through files may do it */
} attempts[] = {
	{ "open to write", write_old, false },
	{ "create", make_new, false }, { "truncate", cut, false },
	{ "unlink", remove_it, false }, { "rename", rename_it, false },
	{ "chmod", mode, false },
	{ "socket", make_socket, false }, { "socketpair", make_pair, false },
	{ "connect", reach, false }, { "sendto", send_to, false },
	{ "execve", run, false }, { "fork", split, false },
	{ "vfork", split_off, false }, { "a thread", thread, false },
	{ "kill", end_parent, false }, { "kill all", end_all, false },
	{ "tgkill", end_thread, false }, { "ptrace", trace, false },
	{ "process_vm_readv", peek, false },
	{ "TIOCSTI", type_key, false }, { "TIOCSWINSZ", size_terminal, false },
	{ "F_SETOWN", own, false }, { "F_SETSIG", signal_with, false },
	{ "mmap to execute", code, false },
	{ "mprotect to execute", make_code, false },
	{ "setrlimit", more, false }, { "add_key", keyring, false },
	{ "io_uring", io_ring, false }, { "bpf", program, false },
	{ "unshare", name_space, false },
	{ "open", read_any, false }, { "open below", read_below, false },
	{ "open above", read_above, false }, { "open /proc", read_process, false },
	{ "getdents", list, true }, { "wait4", wait_any, true },
};
enum { NONE = 77 };	/* status: the kernel has not what it takes */
enum { ATTEMPTS = sizeof(attempts) / sizeof(attempts[0]) };

/* Returns the number, from 1, of what was let through. */
static int
attempt_all(bool walks)
{
	for (int i = 0; i < ATTEMPTS; i++) {
		if (walks && attempts[i].walks)
			continue;
		if (attempts[i].attempt() != -1 ||
		    (errno != EPERM && errno != EACCES))
			return i + 1;
	}
	/* what is open stays usable, and so is what a stream asks */
	if (write(file, "x", 1) != 1 || isatty(file) || errno != ENOTTY)
		return ATTEMPTS + 1;
	return 0;
}

static int
status_in_sandbox(bool walks)
{
	static char *const paths[] = { "/usr" };
	int          status;
	pid_t        child = fork();

	if (child == 0) {
		const char *reason = sandbox_enter(paths, walks ? 1 : 0);

		if (reason != NULL)
			_exit(strstr(reason, "has no") != NULL ? NONE : 200);
		if (walks && open("/usr/bin", O_RDONLY) < 0)
			_exit(201);
		_exit(attempt_all(walks));
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	if (WEXITSTATUS(status) == NONE)
		skip();		/* no Landlock */
	return WEXITSTATUS(status);
}

static void
assert_refused(bool walks)
{
	int let = status_in_sandbox(walks);

	if (let > 0 && let <= ATTEMPTS)
		print_error("let through: %s\n", attempts[let - 1].what);
	assert_int_equal(let, 0);
}

static void
test_refusals(void **state)
{
	(void)state;
	if (SANITIZED)
		skip();
	parent = getpid();
	file = mkstemp(victim);
	connected = socket(AF_INET, SOCK_DGRAM, 0);
	terminal = posix_openpt(O_RDWR | O_NOCTTY);
	folder = open("/etc", O_RDONLY);
	assert_true(file >= 0 && folder >= 0);
	assert_refused(false);
	assert_refused(true);
	assert_int_equal(unlink(victim), 0);
	close(file);
	close(connected);
	close(terminal);
	close(folder);
}

/* A call that aborts ends the process itself, by a signal. */
static void
test_abort(void **state)
{
	int   status;
	pid_t child = fork();

	(void)state;
	if (child == 0) {
		sandbox_enter(NULL, 0);
		abort();
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_refusals),
		cmocka_unit_test(test_abort),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
