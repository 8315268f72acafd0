/* A file that is there in whole or not at all: it is written under another
 * name beside its place, made safe on the disk, and then put there at once.
 *
 *	if (!whole_file_open(&file, path))
 *		...
 *	writer_part_raw(&file.writer, text);
 *	writer_commit(&file.writer);	for each record
 *	whole_file_keep(&file);		or whole_file_drop(&file)
 *
 * Standard output, a pipe or a device cannot be taken back: they get the bytes
 * when all of them are there. */
#ifndef RECORD_WHOLE_FILE_H
#define RECORD_WHOLE_FILE_H

#include <stdbool.h>

#include "record/writer.h"

struct whole_file {
	struct writer writer;
	const char   *path;		/* as the user names it; NULL: stdout */
	char         *place;		/* where it goes; NULL: copied to PATH */
	char         *temporary;	/* its name until then */
};

/* Begins a file for PATH (NULL: standard output), which lives longer than FILE.
 * False when it cannot be: that is reported, and noted by status_cut_short(). */
bool whole_file_open(struct whole_file *file, const char *path);

/* Puts FILE in its place.  False, reported, and nothing is changed when
 * something failed. */
bool whole_file_keep(struct whole_file *file);

void whole_file_drop(struct whole_file *file);

/* A new nameless place beside PATH, open: its name, to be freed.  NULL, and
 * reported, when it cannot be. */
char *temporary_beside(const char *path, int *fd);

/* Makes what is in the folder that PATH lies in safe on the disk. */
void folder_sync(const char *path);

#endif
