/* Rows of a file, in whatever format its office keeps it. */
#ifndef ROSTER_ROWS_OF_FILE_H
#define ROSTER_ROWS_OF_FILE_H

#include "rows.h"

/* Adds the rows of the file PATH: plain text in any of the character sets of
 * charset.h, or whatever else EXTRACT, the program of this name, reads.  Returns
 * false when not all could be read, which has been told; a file that does not open
 * ends the process with 2. */
bool roster_rows_of_file(struct roster_rows *rows, const char *path,
    const char *extract);

#endif
