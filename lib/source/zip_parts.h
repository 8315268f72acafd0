/* ZIP files that stand end to end in one: each has its directory at its end, and
 * readers see the last one only. */
#ifndef SOURCE_ZIP_PARTS_H
#define SOURCE_ZIP_PARTS_H

#include "stream.h"

/* The bytes from BEGIN to END of a stream that can be sought in. */
struct window {
	struct stream  stream;
	struct stream *from;
	off_t          begin, end, at;
};

void window_open(struct window *window, struct stream *from, off_t begin,
    off_t end);

struct zip_parts {
	off_t *begin;		/* in their order; owned */
	size_t n, capacity;
	off_t  end;		/* of all bytes */
	bool   behind;		/* there are bytes behind the last one's end */
};

/* Finds the ZIP files in BYTES: at least one.  What stands before the first that
 * can be told is one too. */
struct zip_parts zip_parts_find(struct stream *bytes);

#endif
