/* The sums that the forms print: they may speak against a placement of
 * figures, never for another figure. */
#ifndef TABLE_SUMS_H
#define TABLE_SUMS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"

/* Whether the last of N figures is the sum of those before it.  A blank may
 * stand for any number; what is no whole number fits nothing. */
bool sums_fit(const struct slice figure[], size_t n);

/* Whether N figures can only be in their right places: the last is there, is
 * more than nothing, and is the sum of the others, blanks as nothing. */
bool sums_prove(const struct slice figure[], size_t n);

/* Whether N figures look as if they had been pushed along: all are there but
 * the first, or all but the last, and they do not add up; or the last is not
 * there, and the one before it is the sum of several others. */
bool sums_show_shift(const struct slice figure[], size_t n);

#endif
