/* Tables of lines that are searched where they lie in the program: sorted by
 * the bytes of their first field.  Nothing is read at start, so that 40,000
 * lines cost nothing until one of them is asked for. */
#ifndef PLACE_SORTED_LINES_H
#define PLACE_SORTED_LINES_H

#include "base/slice.h"

/* TEXT, a file of lib/data, behind its header line and comments. */
struct slice sorted_lines(struct slice text);

/* Those of LINES whose first field begins with START. */
struct slice sorted_lines_starting(struct slice lines, struct slice start);

/* Where in LINES the first line begins whose first field comes behind KEY;
 * LINES.n when there is none. */
size_t sorted_lines_behind(struct slice lines, struct slice key);

/* The line of LINES that ends at byte END, where one ends, without its LF;
 * empty at the beginning of LINES. */
struct slice sorted_line_before(struct slice lines, size_t end);

/* The first field of LINE. */
struct slice sorted_line_key(struct slice line);

#endif
