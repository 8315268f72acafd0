/* The number notations that cells and sentences have in common; number.h is
 * what others use. */
#ifndef TEXT_NOTATION_H
#define TEXT_NOTATION_H

#include "decimal.h"
#include "figure.h"

/* The digits TEXT begins with, how many in *COUNT; appended to D unless NULL,
 * *FITS is false when they do not fit. */
size_t notation_digits(struct slice text, struct decimal *d, size_t *count,
    bool *fits);

/* A number without what stands around it. */
size_t notation_bare(struct slice text, struct decimal *d, bool *valid);

/* A number with all that belongs to it, from its first digit to its unit and
 * a last hedge.  Returns the bytes, 0 without a number; figure->state is
 * NUMBER, APPROX or UNREADABLE.  FIGURE was cleared. */
size_t notation_figure(struct slice text, bool negative,
    struct figure *figure);

void notation_clear(struct figure *figure);
void notation_refuse(struct figure *figure);

#endif
