/* How a figure is printed: what its last digit counts, and its unit. */
#ifndef RULE_PRINTED_H
#define RULE_PRINTED_H

#include "interval.h"
#include "record/reader.h"

/* The unit of the last digit of the figure of RECORD: 1 of 12, 0.1 of 8.3. */
struct interval printed_digit(const struct record *record);

/* AMOUNT, the figure of RECORD in its own unit, in the same unit without a power of
 * ten: 12 with 万元 is 120000, in yuan. */
struct interval printed_plain(const struct record *record,
    struct interval amount);

#endif
