/* Text in the columns of a terminal. */
#ifndef REPORT_TEXT_LINES_H
#define REPORT_TEXT_LINES_H

#include "base/buffer.h"

/* Adds TEXT to OUT, as lines of at most COLUMNS columns, INDENT of them blank but in
 * the first one, which stands behind what is there already.  Words of letters and
 * digits stay whole where they fit; 0 columns: one line. */
void text_lines_add(struct buffer *out, struct slice text, size_t indent,
    size_t columns);

#endif
