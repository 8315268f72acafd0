#include "stage.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/spool.h"
#include "record/writer.h"

/* No input of a fuzzer is worth more output. */
enum { OUTPUT_MAX = 64 * 1024 * 1024 };

char **
stage_file(struct slice bytes)
{
	static char  name[32];
	static char *names[] = { name };
	static int   fd = -1;

	if (fd < 0) {
		fd = spool_open();
		snprintf(name, sizeof(name), "/dev/fd/%d", fd);
	}
	if (!spool_rewind(fd) || !spool_write(fd, bytes))
		abort();
	return names;
}

void
stage_begin(void)
{
	if (writer_stdout.most == 0)
		writer_open_memory(&writer_stdout, OUTPUT_MAX);
	writer_stdout.used = 0;
}

struct slice
stage_output(void)
{
	if (writer_stdout.error != 0)
		abort();
	return (struct slice){ writer_stdout.buffer, writer_stdout.used };
}
