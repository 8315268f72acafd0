/* For tests of what processes leave in files. */
#ifndef TESTS_WHOLE_FILE_H
#define TESTS_WHOLE_FILE_H

#include <stdlib.h>
#include <unistd.h>

/* All bytes of the file FD, which is closed, and a NUL; to be given to free(). */
static inline char *
whole_file(int fd)
{
	off_t size = lseek(fd, 0, SEEK_END);
	char *bytes = calloc(1, (size_t)size + 1);

	assert_int_equal(pread(fd, bytes, (size_t)size, 0), size);
	close(fd);
	return bytes;
}

#endif
