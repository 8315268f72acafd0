/* From the cells of a sheet to lines of text and tables. */
#ifndef EXCEL_WORKSHEET_LAYOUT_H
#define EXCEL_WORKSHEET_LAYOUT_H

#include "worksheet.h"

enum { WORKSHEET_ROWS = 1048576, WORKSHEET_COLS = 16384 };

/* Hands on the cells of SHEET, which are in order and know their spans.
 * BLOCK has what is alike in all blocks. */
void worksheet_layout(struct worksheet *sheet, const struct block *block,
    struct slice name);

#endif
