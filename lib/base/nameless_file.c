#define _GNU_SOURCE		/* O_TMPFILE */
#include "nameless_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "buffer.h"
#include "diagnostics.h"

/* A file in FOLDER whose name is taken away, or -1. */
static int
open_unlinked(const char *folder)
{
	struct buffer name = { NULL, 0, 0 };
	int           fd;

	buffer_string(&name, folder);
	buffer_add(&name, (struct slice){ "/nianbao.XXXXXX",
	    sizeof("/nianbao.XXXXXX") });
	fd = mkstemp(name.p);
	if (fd >= 0 && unlink(name.p) != 0) {
		close(fd);
		fd = -1;
	}
	buffer_free(&name);
	return fd;
}

int
nameless_open(void)
{
	const char *folder = getenv("TMPDIR");
	int         fd;

	if (folder == NULL || *folder == '\0')
		folder = "/tmp";
	fd = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	if (fd < 0 && (errno == EOPNOTSUPP || errno == EISDIR))
		fd = open_unlinked(folder);
	if (fd < 0)
		warn_at(folder, "%s", strerror(errno));
	return fd;
}
