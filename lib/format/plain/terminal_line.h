/* Lines that were meant for a terminal: escape sequences set colours and draw lines of
 * boxes with letters (ECMA-48; the graphics of the VT100). */
#ifndef PLAIN_TERMINAL_LINE_H
#define PLAIN_TERMINAL_LINE_H

#include "base/buffer.h"

/* LINE as a terminal shows it: itself where it has no escapes, else in BUFFER. */
struct slice terminal_line(struct slice line, struct buffer *buffer);

#endif
