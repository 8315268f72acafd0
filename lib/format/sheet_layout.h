/* From the cells of a sheet to lines of text and tables. */
#ifndef FORMAT_SHEET_LAYOUT_H
#define FORMAT_SHEET_LAYOUT_H

#include "sheet.h"

enum { SHEET_ROWS = 1048576, SHEET_COLS = 16384 };

/* Hands on the cells of SHEET, which are in order and know their spans.
 * BLOCK has what is alike in all blocks. */
void sheet_layout(const struct sheet *sheet, struct sink *sink,
    const struct block *block, struct slice name, unsigned *tables,
    const struct decode_limits *limits);

#endif
