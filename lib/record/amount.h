/* The values of facts as exact numbers: millionths in 64 bits.  Figures of
 * the reports have at most six decimals (fen in a unit of 10,000 yuan) and
 * stay far below a million million. */
#ifndef RECORD_AMOUNT_H
#define RECORD_AMOUNT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"

enum { AMOUNT_ONE = 1000000, AMOUNT_BYTES_MAX = 40 };

/* What a value may be at most, so that sums of a few thousand fit. */
#define AMOUNT_MAX (1000000000000LL * AMOUNT_ONE)

/* Reads TEXT, a plain number as facts hold it (`-12.5': sign, digits, point,
 * digits), the whole of it.  Returns false when it is none, has more than six
 * decimals that count, or exceeds AMOUNT_MAX. */
bool amount_parse(struct slice text, long long *value);

/* Writes WHOLE + MILLIONTHS / 10^6 without superfluous zeros into OUT.
 * Returns its length. */
size_t amount_format(char out[AMOUNT_BYTES_MAX], long long whole,
    long long millionths);

#endif
