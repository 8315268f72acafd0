/* How far a run is, on the last line of a terminal. */
#ifndef SOURCE_PROGRESS_H
#define SOURCE_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

struct progress {		/* all zero: nothing is shown */
	bool               on;
	long long          started, shown;	/* ms */
	unsigned long long members, bytes;	/* read, of members */
	unsigned long long size;	/* of all files; 0: not known */
	unsigned long long before;	/* of those that were read */
	int                fd;		/* of the file being read */
};

/* Begins to show it for the files PATH, N of them; nothing where stderr is no
 * terminal, and no time left where a folder is among them. */
void progress_start(struct progress *progress, char *const path[], size_t n);

/* Begins a file, which FD has open until progress_end_file; SIZE are its bytes. */
void progress_begin_file(struct progress *progress, int fd);
void progress_end_file(struct progress *progress, unsigned long long size);

/* One more member of so many bytes. */
void progress_add(struct progress *progress, unsigned long long bytes);

#endif
