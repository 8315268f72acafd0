#define _GNU_SOURCE		/* syscall */
#include "descriptors.h"

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Above all numbers that something is placed at. */
enum { ASIDE = 16 };

static void
close_range_of(unsigned first, unsigned last)
{
	enum { HIGHEST = 4096 };

	if (syscall(SYS_close_range, first, last, 0) == 0)
		return;
	for (unsigned fd = first; fd <= last && fd < HIGHEST; fd++)
		close((int)fd);
}

void
descriptors_close(int first, const int kept[], int n)
{
	for (int i = 0; i < n; i++) {
		if (kept[i] < first)
			continue;
		if (kept[i] > first)
			close_range_of((unsigned)first, (unsigned)kept[i] - 1);
		first = kept[i] + 1;
	}
	close_range_of((unsigned)first, ~0u);
}

void
descriptors_place(const int from[], const int to[], int n)
{
	int aside[ASIDE];

	for (int i = 0; i < n && i < ASIDE; i++)
		aside[i] = fcntl(from[i], F_DUPFD_CLOEXEC, ASIDE);
	for (int i = 0; i < n && i < ASIDE; i++) {
		dup2(aside[i], to[i]);
		close(aside[i]);
	}
}
