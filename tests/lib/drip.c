/* drip N COMMAND...: runs COMMAND and feeds it standard input in packets of N
 * bytes: each of its reads gets one packet, however much it asks for.  Exits
 * with COMMAND's status. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PACKET_MAX = 4096 };	/* PIPE_BUF: larger writes are split */

static _Noreturn void
fail(const char *what)
{
	perror(what);
	exit(125);
}

static _Noreturn void
run(const int ends[2], char *command[])
{
	if (dup2(ends[0], STDIN_FILENO) < 0)
		fail("dup2");
	close(ends[0]);
	close(ends[1]);
	execvp(command[0], command);
	fail(command[0]);
}

int
main(int argc, char *argv[])
{
	size_t  n = argc > 2 ? strtoul(argv[1], NULL, 10) : 0;
	char    packet[PACKET_MAX];
	int     ends[2], status;
	ssize_t got;
	pid_t   child;

	if (n == 0 || n > sizeof(packet)) {
		fprintf(stderr, "usage: drip N COMMAND...\n");
		return 125;
	}
	/* O_DIRECT: "packet" mode, pipe(2). */
	if (pipe2(ends, O_DIRECT) != 0)
		fail("pipe2");
	if ((child = fork()) < 0)
		fail("fork");
	if (child == 0)
		run(ends, argv + 2);
	close(ends[0]);
	signal(SIGPIPE, SIG_IGN);
	while ((got = read(STDIN_FILENO, packet, n)) > 0)
		if (write(ends[1], packet, (size_t)got) != got)
			break;
	close(ends[1]);
	if (waitpid(child, &status, 0) < 0)
		fail("waitpid");
	return WIFEXITED(status) ? WEXITSTATUS(status) :
	    128 + WTERMSIG(status);
}
