/* Plain decimals, as facts hold them: a minus or none, digits,
 * and where there is a point, digits behind it. */
#ifndef EXPORT_DECIMAL_H
#define EXPORT_DECIMAL_H

#include <stdbool.h>

#include "base/slice.h"

/* Longer ones are none: what a binary machine makes of them is finite. */
enum { DECIMAL_BYTES_MAX = 300 };

bool decimal_is(struct slice text);

/* Cuts the decimal TEXT in two: its sign and the rest without zeros in front
 * that JSON forbids. */
void decimal_cut(struct slice text, struct slice *sign, struct slice *rest);

/* What a binary machine makes of a decimal. */
struct binary_number {
	bool      is_whole;	/* it is in WHOLE, else in REAL */
	long long whole;
	double    real;
	bool      is_exact;	/* printing it gives the same text again */
};

struct binary_number decimal_binary(struct slice text);

#endif
