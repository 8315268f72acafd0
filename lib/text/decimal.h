/* Decimal numbers as digits: exact at any size a report can hold. */
#ifndef TEXT_DECIMAL_H
#define TEXT_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>

enum { DECIMAL_DIGITS = 32 };

struct decimal {		/* all zero: no digits yet */
	char     digit[DECIMAL_DIGITS];		/* '0'..'9' */
	unsigned digits;
	unsigned decimals;	/* how many of them stand behind the point */
	bool     negative;
};

/* Appends DIGIT, 0..9.  False when the number is too long. */
bool decimal_append(struct decimal *d, int digit);

/* Multiplies by ten to the power of ZEROS.  False when too long. */
bool decimal_shift(struct decimal *d, unsigned zeros);

/* Writes D and a NUL to OUT, which has room for DECIMAL_DIGITS + 4 bytes: no
 * leading zeros, zero without a sign, decimals as many as D has. */
void decimal_print(const struct decimal *d, char *out);

#endif
