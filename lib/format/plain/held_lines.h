/* Lines that can only be read together: they are held until the last one. */
#ifndef PLAIN_HELD_LINES_H
#define PLAIN_HELD_LINES_H

#include <stdbool.h>

#include "base/buffer.h"

enum { HELD_LINES_MAX = 4096, HELD_BYTES_MAX = 1024 * 1024 };

struct held_line {
	size_t        at, n;	/* in the text */
	unsigned long number;
};

struct held_lines {		/* all zero: none */
	struct buffer     text;
	struct held_line *line;
	size_t            count, room;
};

/* Holds LINE, unless there are too many: then it returns false. */
bool held_add(struct held_lines *held, unsigned long number,
    struct slice line);

/* Line number I, as long as no other is added. */
struct slice held_text(const struct held_lines *held, size_t i);

/* Forgets all lines but keeps the memory; gives it back. */
void held_clear(struct held_lines *held);
void held_free(struct held_lines *held);

#endif
