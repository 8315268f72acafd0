/* Reading lines and counted bytes from a stream, in turns. */
#ifndef SOURCE_CURSOR_H
#define SOURCE_CURSOR_H

#include "stream.h"

struct cursor {
	struct stream  stream;		/* reads what follows the cursor */
	struct stream *from;
	struct slice   left;		/* of the current chunk */
	bool           ended;
};

void cursor_open(struct cursor *cursor, struct stream *from);

enum { CURSOR_LINE_MAX = 8 * 1024 };

/* What follows, as far as it is in memory; empty: nothing does. */
struct slice cursor_peek(struct cursor *cursor);

/* Reads a line into LINE without its end; what is beyond the room is dropped.
 * Returns false at the end and on failure (then cursor->stream.reason). */
bool cursor_line(struct cursor *cursor, char text[CURSOR_LINE_MAX],
    struct slice *line);

/* A stream of the next so many bytes of a cursor. */
struct bounded {
	struct stream      stream;
	struct cursor     *from;
	unsigned long long left;
};

void bounded_open(struct bounded *bounded, struct cursor *from,
    unsigned long long bytes);

#endif
