#define _XOPEN_SOURCE 700	/* mkdtemp */
#include "batch.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/machine.h"
#include "base/spool.h"
#include "office.h"

void
convert_batch_path(const struct convert_batch *batch, unsigned i,
    char path[CONVERT_PATH_BYTES])
{
	snprintf(path, CONVERT_PATH_BYTES, "%s/%u", batch->folder, i);
}

/* Where what is made of document I comes to be. */
static void
made_path(const struct convert_batch *batch, unsigned i,
    char path[CONVERT_PATH_BYTES])
{
	snprintf(path, CONVERT_PATH_BYTES, "%s/%u.%s", batch->folder, i,
	    batch->family[i]->suffix);
}

bool
convert_batch_made(const struct convert_batch *batch, unsigned i,
    char path[CONVERT_PATH_BYTES])
{
	made_path(batch, i, path);
	return access(path, R_OK) == 0;
}

const char *
convert_batch_add(struct convert_batch *batch, struct slice type,
    struct slice bytes)
{
	char path[CONVERT_PATH_BYTES];
	bool copied;
	int  to;

	if (batch->n == 0) {
		strcpy(batch->folder, "/tmp/convert-XXXXXX");
		if (mkdtemp(batch->folder) == NULL) {
			batch->folder[0] = '\0';
			return "no folder for LibreOffice";
		}
	}
	batch->family[batch->n] = office_family(type);
	if (batch->n == CONVERT_BATCH || batch->family[batch->n] == NULL)
		return "LibreOffice cannot read it";
	convert_batch_path(batch, batch->n, path);
	to = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (to < 0)
		return machine_call_reason();
	copied = spool_write(to, bytes);
	if (close(to) != 0 || !copied) {
		unlink(path);
		return machine_call_reason();
	}
	batch->n++;
	return NULL;
}

/* The first document of FAMILY from FROM on; at or behind the end: there is none. */
static unsigned
next_of(const struct convert_batch *batch, const struct family *family,
    unsigned from)
{
	while (from < batch->n && batch->family[from] != family)
		from++;
	return from;
}

/* Tries the documents of FAMILY from FIRST on.  Returns the one at which
 * LibreOffice ended: behind the last of which something was made. */
static unsigned
run_from(const struct convert_batch *batch, const struct family *family,
    unsigned first)
{
	char     names[CONVERT_BATCH * 12], path[CONVERT_PATH_BYTES];
	size_t   n = 0;
	unsigned end = first;

	for (unsigned i = first; i < batch->n; i = next_of(batch, family, i + 1))
		n += (size_t)snprintf(names + n, sizeof(names) - n,
		    " /box/%u", i);
	office_run(batch->folder, family, names);
	for (unsigned i = first; i < batch->n; i = next_of(batch, family, i + 1))
		if (convert_batch_made(batch, i, path))
			end = next_of(batch, family, i + 1);
	return end;
}

/* Converts all of FAMILY, from FIRST on.  LibreOffice takes them in order and may
 * crash at one: those behind it get another start, a few times. */
static void
run_family(const struct convert_batch *batch, const struct family *family,
    unsigned first)
{
	enum { STARTS = 4 };

	for (int starts = 0; starts < STARTS && first < batch->n; starts++)
		first = next_of(batch, family,
		    run_from(batch, family, first) + 1);
}

const char *
convert_batch_run(void *context, const char **late)
{
	const struct convert_batch *batch = context;

	(void)late;
	for (unsigned i = 0; i < batch->n; i++)
		if (next_of(batch, batch->family[i], 0) == i)
			run_family(batch, batch->family[i], i);
	return NULL;
}

const char *
convert_batch_run_alone(void *context, const char **late)
{
	const struct convert_batch *batch = context;
	char                        name[16];

	(void)late;
	snprintf(name, sizeof(name), "/box/%u", batch->alone);
	office_run(batch->folder, batch->family[batch->alone], name);
	return NULL;
}

void
convert_batch_clear(struct convert_batch *batch)
{
	char path[CONVERT_PATH_BYTES];

	for (unsigned i = 0; i < batch->n; i++) {
		convert_batch_path(batch, i, path);
		unlink(path);
		made_path(batch, i, path);
		unlink(path);
	}
	if (batch->folder[0] != '\0')
		rmdir(batch->folder);
	*batch = (struct convert_batch){ .n = 0 };
}
