/* How far a run is, on a terminal's last line. */
#ifndef SOURCE_PROGRESS_H
#define SOURCE_PROGRESS_H

#include <stdbool.h>

struct progress {
	bool               on;
	long long          started, shown;	/* ms */
	unsigned long long members, bytes;
};

/* Shows nothing where stderr is no terminal. */
void progress_start(struct progress *progress);

/* One more member of so many bytes. */
void progress_add(struct progress *progress, unsigned long long bytes);

/* Makes room for a diagnostic. */
void progress_clear(const struct progress *progress);

#endif
