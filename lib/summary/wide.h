/* Sums of many values: whole numbers of 128 bits, exact where 64 would run over,
 * and of 256 bits between them. */
#ifndef SUMMARY_WIDE_H
#define SUMMARY_WIDE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"

__extension__ typedef __int128          wide;
__extension__ typedef unsigned __int128 unsigned_wide;

/* A minus, 33 digits, a point and six more; an end. */
enum { WIDE_BYTES_MAX = 48 };

/* Writes MILLIONTHS as a plain decimal without superfluous zeros into OUT.
 * Returns its length. */
size_t wide_format(char out[WIDE_BYTES_MAX], wide millionths);

/* N / BY, rounded, halves away from zero; BY is not 0, and twice either fits. */
wide wide_divide(wide n, wide by);

/* The digits of N into OUT, with a minus if need be; their number. */
size_t wide_text(char out[WIDE_BYTES_MAX], wide n);

/* The whole of TEXT, as wide_text wrote it.  False when it is none. */
bool wide_read(struct slice text, wide *n);

/* The lowest 64 bits first. */
struct wider {
	unsigned long long part[4];
};

struct wider wider_product(unsigned_wide a, unsigned_wide b);
struct wider wider_sum(struct wider a, struct wider b);
struct wider wider_difference(struct wider a, struct wider b);

/* As of strcmp. */
int wider_order(struct wider a, struct wider b);

/* About as much. */
long double wider_about(struct wider a);

#endif
