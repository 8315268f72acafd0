/* Values of facts, in their own digits: nothing is rounded. */
#ifndef SERIES_VALUE_H
#define SERIES_VALUE_H

#include <stdbool.h>

#include "base/arena.h"

/* Whether TEXT is a plain decimal: a minus or none, digits, a point and digits. */
bool value_is(struct slice text);

/* *VALUE, a plain decimal, times ten to the POWER, in ARENA where it is another.
 * False: it is none, or too long. */
bool value_scale(struct slice *value, int power, struct arena *arena);

/* The sum of the N decimals VALUE, into *SUM in ARENA.  False: one is none, or the
 * sum is too large. */
bool value_add(const struct slice value[], size_t n, struct slice *sum,
    struct arena *arena);

/* Whether A and B are one number: 1.50 and 1.5. */
bool value_eq(struct slice a, struct slice b);

#endif
