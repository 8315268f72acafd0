/* Reading the data compiled in from *.tsv: lines of fields parted by TAB;
 * empty lines and those that begin with # say nothing. */
#ifndef TEXT_TSV_H
#define TEXT_TSV_H

#include <stdbool.h>

#include "../record/slice.h"

/* Cuts the next line off *DATA into *LINE.  Returns false at the end. */
bool tsv_line(struct slice *data, struct slice *line);

/* Cuts the next field off *LINE; empty when there is none left. */
struct slice tsv_field(struct slice *line);

#endif
