#include "spool.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/memory.h"

const char *
spool_fill(int fd, struct stream *from, unsigned long long limit)
{
	struct slice chunk;

	for (;;) {
		if (!from->next(from, &chunk))
			return from->reason;
		if (chunk.n == 0)
			return NULL;
		if (chunk.n > limit)
			return "more bytes than allowed";
		limit -= chunk.n;
		if (!spool_write(fd, chunk))
			return strerror(errno);
	}
}

bool
spool_copy(int fd, struct writer *out)
{
	char   *chunk = memory_get(STREAM_CHUNK);
	ssize_t n = lseek(fd, 0, SEEK_SET) == 0 ? 1 : -1;

	while (n > 0) {
		n = read(fd, chunk, STREAM_CHUNK);
		if (n > 0)
			writer_part_raw(out,
			    (struct slice){ chunk, (size_t)n });
	}
	free(chunk);
	return n == 0;
}
