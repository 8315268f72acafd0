/* From the cells of a sheet to lines of text and tables. */
#ifndef EXCEL_WORKSHEET_LAYOUT_H
#define EXCEL_WORKSHEET_LAYOUT_H

#include "worksheet.h"

/* Hands SHEET on: page NUMBER (from 1), called NAME (which the suite's own
 * default names are not worth telling), HIDDEN from the reader.  Columns that
 * no cell of a table sets apart are one. */
void worksheet_hand_on(struct worksheet *sheet, unsigned number,
    struct slice name, bool hidden);

#endif
