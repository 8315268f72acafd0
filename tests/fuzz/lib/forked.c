#define _GNU_SOURCE		/* MAP_ANONYMOUS */
#include "forked.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

/* The counters of all edges, which clang puts into one section. */
extern char __start___sancov_cntrs[], __stop___sancov_cntrs[];

/* Only whole pages: what else lies on the first and the last stays each
 * process's own. */
static void
share_counters(void)
{
	uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
	uintptr_t from = ((uintptr_t)__start___sancov_cntrs + page - 1) /
	    page * page;
	uintptr_t to = (uintptr_t)__stop___sancov_cntrs / page * page;

	if (to > from && mmap((void *)from, to - from, PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == MAP_FAILED)
		abort();
}

/* Before all that the fuzzer does at the end of its process. */
static void
end_quietly(void)
{
	_exit(0);
}

void
forked_run(void (*fn)(void *context), void *context)
{
	static int shared;
	pid_t      child;
	int        status;

	if (shared++ == 0)
		share_counters();
	child = fork();
	if (child < 0)
		abort();
	if (child == 0) {
		atexit(end_quietly);
		fn(context);
		_exit(0);
	}
	while (waitpid(child, &status, 0) < 0)	/* the fuzzer's clock ticks */
		if (errno != EINTR)
			abort();
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
		abort();
}
