/* The parts of an XLSX workbook: ECMA-376-1, 18 (SpreadsheetML). */
#ifndef EXCEL_XLSX_H
#define EXCEL_XLSX_H

#include "format/office/package.h"
#include "workbook.h"

/* Read a part into BOOK.  Each returns NULL, or what is wrong. */
const char *xlsx_strings_read(struct workbook *book, struct package *package,
    struct slice part);
const char *xlsx_styles_read(struct workbook *book, struct package *package,
    struct slice part);
const char *xlsx_sheet_read(struct workbook *book, struct package *package,
    struct slice part);

#endif
