/* Rows of a document, which extract(1) reads: a workbook, a table in Word. */
#ifndef ROSTER_ROWS_OF_DOCUMENT_H
#define ROSTER_ROWS_OF_DOCUMENT_H

#include "rows.h"

/* Adds the rows of the file PATH, as the program EXTRACT reads it behind its walls.
 * Returns false when it could not be read, or not all of it, which has been told. */
bool roster_rows_of_document(struct roster_rows *rows, const char *path,
    const char *extract);

#endif
