/* Lines of patterns that no text ever reaches. */
#ifndef SECTION_DEAD_LINES_H
#define SECTION_DEAD_LINES_H

#include "data/data.h"

/* Ends the process with 2 at the first row of TABLE, whose rows are line
 * patterns, that can match nothing: it needs no word, or only words that its
 * own `unless' forbids or that are longer than `most'; or an earlier row has
 * all that it would have.  A user's row may take all of a row built in. */
void dead_lines_refuse(const struct data_table *table);

#endif
