/* Spreadsheets: every sheet a page.  Each reads a whole workbook; the reason
 * returned, if not NULL, tells why what came out may not be all. */
#ifndef EXCEL_EXCEL_H
#define EXCEL_EXCEL_H

#include "format/blocks/block.h"

const char *xls_read(struct slice bytes, struct sink *sink);
const char *xlsx_read(struct slice bytes, struct sink *sink);

#endif
