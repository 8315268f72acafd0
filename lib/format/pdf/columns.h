/* Tables without rules: lines whose text stands in columns. */
#ifndef PDF_COLUMNS_H
#define PDF_COLUMNS_H

#include <stddef.h>

#include "base/arena.h"
#include "layout.h"

/* Puts the N lines at LINE, from top to bottom, into PART: each a line of text
 * or, where several stand in columns, together a table (in ARENA).  PART has
 * room for N.  Returns how many parts there are. */
size_t pdf_columns(struct pdf_line *line, size_t n, struct arena *arena,
    struct pdf_part *part);

#endif
