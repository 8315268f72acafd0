/* Any lines as a folder of a user's data: it is laid over the suite's, or refused.
 * A line "%% NAME" begins each file. */
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/slice.h"
#include "base/spool.h"
#include "lib/forked.h"
#include "lib/lines.h"
#include "userdata/userdata.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

FUZZ_LINES('\t')

enum { FILES_MAX = 8, PATH_MAX_BYTES = 128 };

static char folder[] = "/tmp/fuzz-userdata-XXXXXX";
static char path[FILES_MAX][PATH_MAX_BYTES];

static void
lay(void *context)
{
	userdata_lay(context);
}

/* Cuts off *TEXT the next line, without its end. */
static struct slice
cut_line(struct slice *text)
{
	const char  *end = memchr(text->p, '\n', text->n);
	struct slice line = { text->p, end != NULL ? (size_t)(end - text->p) :
	    text->n };

	*text = slice_from(*text, line.n + (end != NULL));
	return line;
}

static bool
is_plain(struct slice name)
{
	for (size_t i = 0; i < name.n; i++)
		if (strchr("abcdefghijklmnopqrstuvwxyz-.", name.p[i]) == NULL)
			return false;
	return name.n > 4 && name.n < 40 && name.p[0] != '.';
}

/* Writes the files that TEXT has; returns how many. */
static int
write_files(struct slice text)
{
	static const struct slice mark = { "%% ", 3 };
	int                       files = 0, fd = -1;

	while (text.n > 0) {
		struct slice line = cut_line(&text);

		if (!slice_starts(line, mark)) {
			if (fd >= 0)
				spool_write(fd, line), spool_write(fd,
				    SLICE("\n"));
			continue;
		}
		line = slice_from(line, mark.n);
		if (!is_plain(line) || files == FILES_MAX)
			continue;
		if (fd >= 0)
			close(fd);
		snprintf(path[files], PATH_MAX_BYTES, "%s/%.*s", folder,
		    (int)line.n, line.p);
		fd = open(path[files], O_WRONLY | O_CREAT | O_TRUNC, 0600);
		files += fd >= 0;
	}
	if (fd >= 0)
		close(fd);
	return files;
}

static void
remove_folder(void)
{
	rmdir(folder);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static bool made;
	int         files;

	if (!made && (mkdtemp(folder) == NULL || atexit(remove_folder) != 0))
		abort();
	made = true;
	files = write_files((struct slice){ (const char *)bytes, n });
	forked_run(lay, folder);
	while (files > 0)
		unlink(path[--files]);
	return 0;
}
