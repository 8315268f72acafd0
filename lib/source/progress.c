#include "progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum { INTERVAL = 200 };	/* ms */

static long long
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

void
progress_start(struct progress *p)
{
	*p = (struct progress){ .on = isatty(STDERR_FILENO) };
	p->started = p->shown = p->on ? now() : 0;
}

void
progress_add(struct progress *p, unsigned long long bytes)
{
	long long time;
	double    megabytes, seconds;

	p->members++;
	p->bytes += bytes;
	if (!p->on || (time = now()) - p->shown < INTERVAL)
		return;
	p->shown = time;
	megabytes = (double)p->bytes / 1e6;
	seconds = (double)(time - p->started) / 1e3;
	/* ECMA-48: EL erases to the end of the line. */
	fprintf(stderr, "%llu members, %.0f MB, %.1f MB/s\033[K\r",
	    p->members, megabytes, megabytes / seconds);
}

void
progress_clear(const struct progress *p)
{
	if (p->on)
		fputs("\033[K", stderr);
}
