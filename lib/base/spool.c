#define _GNU_SOURCE		/* memfd_create */
#include "spool.h"

#include <errno.h>
#include <sys/mman.h>
#include <unistd.h>

#include "machine.h"

int
spool_open(void)
{
	int fd = memfd_create("spool", 0);

	if (fd < 0)
		machine_judge_call();
	return fd;
}

bool
spool_rewind(int fd)
{
	return ftruncate(fd, 0) == 0 && lseek(fd, 0, SEEK_SET) == 0;
}

bool
spool_write(int fd, struct slice bytes)
{
	while (bytes.n > 0) {
		ssize_t n = write(fd, bytes.p, bytes.n);

		if (n > 0)
			bytes = slice_from(bytes, (size_t)n);
		else if (n < 0 && errno != EINTR)
			return false;
	}
	return true;
}
