/* What a process in the sandbox can no longer do. */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "source/sandbox.h"

/* The sanitizers' runtime needs what the sandbox takes away. */
#ifndef SANITIZED
#define SANITIZED 0
#endif

static bool
refused(long result)
{
	return result == -1 && (errno == EPERM || errno == EACCES);
}

/* Numbers say which attempt was let through. */
static int
attempt_all(int connected, int written, const char *victim)
{
	char *const arguments[] = { "true", NULL };
	struct sockaddr_in address = { .sin_family = AF_INET,
		.sin_port = htons(9) };

	address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	if (open("/etc/passwd", O_RDONLY) < 0 && errno != EACCES)
		return 1;	/* reading is not for seccomp to refuse */
	if (!refused(open(victim, O_WRONLY)))
		return 2;
	if (!refused(open("/tmp/sandbox-new", O_RDONLY | O_CREAT, 0600)))
		return 3;
	if (!refused(truncate(victim, 0)))
		return 4;
	if (!refused(unlink(victim)))
		return 5;
	if (!refused(socket(AF_INET, SOCK_STREAM, 0)))
		return 6;
	if (!refused(connect(connected, (struct sockaddr *)&address,
	    sizeof(address))))
		return 7;
	if (!refused(execv("/bin/true", arguments)))
		return 8;
	if (!refused(fork()))
		return 9;
	if (mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | 0x20, -1,
	    0) != MAP_FAILED)
		return 10;
	if (write(written, "x", 1) != 1)
		return 11;	/* what is open stays usable */
	return 0;
}

static void
test_refusals(void **state)
{
	char  victim[] = "/tmp/sandbox-XXXXXX";
	int   fd = mkstemp(victim), status;
	int   connected = socket(AF_INET, SOCK_STREAM, 0);
	pid_t child;

	(void)state;
	if (SANITIZED)
		skip();
	assert_true(fd >= 0);
	child = fork();
	if (child == 0) {
		char *const paths[] = { "." };

		if (sandbox_enter(paths, 1) != NULL)
			_exit(100);
		_exit(attempt_all(connected, fd, victim));
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
	assert_int_equal(unlink(victim), 0);
	close(fd);
	close(connected);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_refusals),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
