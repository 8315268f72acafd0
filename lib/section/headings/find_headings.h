/* Finding the headings of sections: lines of a document, and places within its
 * lines. */
#ifndef HEADINGS_FIND_HEADINGS_H
#define HEADINGS_FIND_HEADINGS_H

#include "base/arena.h"
#include "candidates.h"

/* Fills C with what may be a heading of DOCUMENT, in order.  The folded lines
 * live in ARENA. */
void find_headings(struct candidates *c, const struct document *document,
    struct arena *arena);

void candidates_free(struct candidates *c);

#endif
