/* Rows of plain text. */
#ifndef ROSTER_ROWS_OF_TEXT_H
#define ROSTER_ROWS_OF_TEXT_H

#include "rows.h"

/* Adds the rows of TEXT: CSV, or what TAB, semicolon or bar part, in UTF-8.
 * Returns NULL, or why not all could be read. */
const char *roster_rows_of_text(struct roster_rows *rows, struct slice text);

#endif
