#include "child.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/diagnostics.h"
#include "base/machine.h"
#include "base/memory.h"
#include "source/sandbox.h"

const struct child_limits child_limits_default = {
	.seconds = 30,
	.memory = 1ULL << 30,
	.output = 64ULL << 20,
};

/* How the process ends when FN gave a reason, or said why it is late, which is written
 * to its stderr behind a NUL. */
enum { GIVEN_UP = 3, GIVEN_LATE = 4 };

/* One document has no more to say that is of use. */
enum { SAID_MAX = 4 * 1024 };

static void
limit(int resource, unsigned long long most)
{
	struct rlimit bound;

	if (getrlimit(resource, &bound) != 0)
		return;
	if (bound.rlim_max == RLIM_INFINITY || most < bound.rlim_max)
		bound.rlim_max = (rlim_t)most;
	bound.rlim_cur = bound.rlim_max;
	setrlimit(resource, &bound);
}

/* The sanitizers' run-time claims more addresses than any machine has. */
static void
limit_memory(unsigned long long most)
{
#ifdef SANITIZED
	(void)most;
#else
	if (most > 0)
		limit(RLIMIT_AS, most);
#endif
}

void
child_limit(const struct child_limits *limits)
{
	if (limits->seconds > 0)
		limit(RLIMIT_CPU, limits->seconds);
	limit_memory(limits->memory);
	limit(RLIMIT_FSIZE, limits->output);
	limit(RLIMIT_CORE, 0);
	memory_machine_status = CLI_TROUBLE | CHILD_BLAMES_MACHINE;
}

/* STATUS, and whether the machine failed. */
static int
with_machine(int status)
{
	return status | (machine_is_to_blame() ? CHILD_BLAMES_MACHINE : 0);
}

_Noreturn static void
say(const char *text, int status)
{
	if (write(STDERR_FILENO, "", 1) != 1 ||
	    write(STDERR_FILENO, text, strlen(text)) < 0)
		_exit(EXIT_FAILURE | CHILD_BLAMES_MACHINE);
	_exit(with_machine(status));
}

_Noreturn static void
work(const struct child_limits *limits, child_fn *fn, void *context)
{
	const char *reason, *late = NULL;

	child_limit(limits);
	reason = fn(context, &late);
	if (reason != NULL)
		say(reason, GIVEN_UP);
	if (late != NULL)
		say(late, GIVEN_LATE);
	_exit(with_machine(EXIT_SUCCESS));
}

/* Collects what comes from FD until its end.  Returns false at the DEADLINE. */
static bool
read_until(int fd, long long deadline, struct child_outcome *outcome)
{
	struct pollfd wait = { .fd = fd, .events = POLLIN };
	char          chunk[4096];

	outcome->said = memory_get(SAID_MAX + 1);
	for (;;) {
		long long left = deadline - clock_milliseconds();
		ssize_t   n;

		if (left <= 0)
			return false;
		if (poll(&wait, 1, (int)left) <= 0)
			continue;
		n = read(fd, chunk, sizeof(chunk));
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return true;
		if ((size_t)n > SAID_MAX - outcome->n)
			n = (ssize_t)(SAID_MAX - outcome->n);
		memcpy(outcome->said + outcome->n, chunk, (size_t)n);
		outcome->n += (size_t)n;
	}
}

/* What FN gave. */
static const char *
given(struct child_outcome *outcome)
{
	char *mark = memchr(outcome->said, '\0', outcome->n);

	return mark == NULL ? "failed" : mark + 1;
}

/* Why a process ended that should not have: the first line that it wrote, without
 * the tool's name, as "out of memory". */
static const char *
failure(struct child_outcome *outcome)
{
	struct slice line = { outcome->said, strcspn(outcome->said, "\n") };
	struct slice name = slice_of(program_name);

	if (line.n == 0)
		return "failed: its reader ended before it was done";
	if (slice_starts(line, name) &&
	    slice_starts(slice_from(line, name.n), SLICE(": ")))
		line = slice_from(line, name.n + 2);
	snprintf(outcome->text, sizeof(outcome->text), "failed: %.*s",
	    (int)line.n, line.p);
	return outcome->text;
}

const char *
child_end_reason(int status, unsigned long long seconds, char (*text)[160])
{
	int number;

	if (!WIFSIGNALED(status)) {
		if (WEXITSTATUS(status) != CLI_TROUBLE)
			machine_blame();
		if (WEXITSTATUS(status) == CHILD_IS_NO_PROGRAM)
			return "the program that reads it does not answer";
		return (WEXITSTATUS(status) & CLI_TROUBLE) != 0 ?
		    "failed: out of memory" :
		    "failed: its reader ended before it was done";
	}
	number = WTERMSIG(status);
	if (number == SIGXFSZ)
		return "came out larger than allowed";
	if (number == SIGKILL && seconds == 0) {
		machine_blame();	/* it was out of memory, or did not answer */
		return "its reader was killed";
	}
	if (number == SIGXCPU || number == SIGKILL)
		snprintf(*text, sizeof(*text), "took more than %llu s to read",
		    seconds);
	else
		snprintf(*text, sizeof(*text), "crashed its reader (signal %d)",
		    number);
	return *text;
}

static void
judge(struct child_outcome *outcome, int status,
    const struct child_limits *limits)
{
	int how = WEXITSTATUS(status) & ~CHILD_BLAMES_MACHINE;

	outcome->said[outcome->n] = '\0';
	if (WIFSIGNALED(status)) {
		outcome->reason = child_end_reason(status, limits->seconds,
		    &outcome->text);
		return;
	}
	if (WEXITSTATUS(status) & CHILD_BLAMES_MACHINE)
		machine_blame();
	if (how == GIVEN_UP)
		outcome->reason = given(outcome);
	else if (how == GIVEN_LATE)
		outcome->late = given(outcome);
	else if (how != 0)
		outcome->reason = failure(outcome);
}

static void
await(pid_t pid, int fd, const struct child_limits *limits,
    struct child_outcome *outcome)
{
	long long deadline =
	    clock_milliseconds() + 2000 * (long long)limits->seconds;
	int       status = 0;

	if (!read_until(fd, deadline, outcome))
		kill(pid, SIGKILL);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		continue;
	judge(outcome, status, limits);
}

void
child_run(const struct child_limits *limits, child_fn *fn, void *context,
    struct child_outcome *outcome)
{
	int   ends[2];
	pid_t pid;

	*outcome = (struct child_outcome){ .reason = NULL };
	if (pipe(ends) != 0) {
		outcome->reason = machine_call_reason();
		return;
	}
	pid = fork();
	if (pid == 0) {
		dup2(ends[1], STDERR_FILENO);
		close(ends[0]);
		close(ends[1]);
		work(limits, fn, context);
	}
	close(ends[1]);
	if (pid < 0)
		outcome->reason = machine_call_reason();
	else
		await(pid, ends[0], limits, outcome);
	close(ends[0]);
}

void
child_outcome_free(struct child_outcome *outcome)
{
	free(outcome->said);
}
