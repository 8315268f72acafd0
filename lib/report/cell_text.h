/* What cells of a workbook hold of a text, and how they show it. */
#ifndef REPORT_CELL_TEXT_H
#define REPORT_CELL_TEXT_H

#include "base/buffer.h"

enum { CELL_TEXT_MAX = 32767 };		/* units of UTF-16 in a cell (Excel's) */

/* TEXT as Excel shows it: what Excel would read as one character (_x0041_) is escaped,
 * in OUT if need be. */
struct slice cell_text_escape(struct slice text, struct buffer *out);

/* How many bytes at the beginning of TEXT a cell holds. */
size_t cell_text_held(struct slice text);

/* How many lines TEXT takes in a column WIDTH digits wide, more than 2. */
unsigned cell_text_lines(struct slice text, unsigned width);

#endif
