#include "progress.h"

#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/diagnostics.h"

enum { INTERVAL = 200 };	/* ms */

/* The bytes of all of them; 0 where one is no file. */
static unsigned long long
size_of(char *const path[], size_t n)
{
	unsigned long long size = 0;
	struct stat        status;

	for (size_t i = 0; i < n; i++) {
		if (stat(path[i], &status) != 0 || !S_ISREG(status.st_mode))
			return 0;
		size += (unsigned long long)status.st_size;
	}
	return size;
}

void
progress_start(struct progress *p, char *const path[], size_t n)
{
	if (!isatty(STDERR_FILENO))
		return;
	*p = (struct progress){ .on = true, .size = size_of(path, n),
	    .fd = -1 };
	p->started = p->shown = clock_milliseconds();
}

void
progress_begin_file(struct progress *p, int fd)
{
	p->fd = fd;
}

void
progress_end_file(struct progress *p, unsigned long long size)
{
	p->before += size;
	p->fd = -1;
}

/* How many seconds are left after those that went by; -1: that is not known. */
static long long
seconds_left(const struct progress *p, double seconds)
{
	off_t  at = p->fd >= 0 ? lseek(p->fd, 0, SEEK_CUR) : 0;
	double done = (double)p->before + (at > 0 ? (double)at : 0);

	if (p->size == 0 || done <= 0)
		return -1;
	return done < (double)p->size ?
	    (long long)(seconds * ((double)p->size - done) / done) : 0;
}

void
progress_add(struct progress *p, unsigned long long bytes)
{
	long long time, left;
	double    megabytes, seconds;

	p->members++;
	p->bytes += bytes;
	if (!p->on || (time = clock_milliseconds()) - p->shown < INTERVAL)
		return;
	p->shown = time;
	megabytes = (double)p->bytes / 1e6;
	seconds = (double)(time - p->started) / 1e3;
	left = seconds_left(p, seconds);
	if (left < 0)
		show_progress("%llu members, %.0f MB, %.1f MB/s", p->members,
		    megabytes, megabytes / seconds);
	else
		show_progress("%llu members, %.0f MB, %.1f MB/s, %lld:%02lld "
		    "left", p->members, megabytes, megabytes / seconds,
		    left / 60, left % 60);
}
