/* A decimal number as its digits, so that nothing depends on binary fractions
 * or a locale. */
#ifndef EXCEL_SCALED_DIGITS_H
#define EXCEL_SCALED_DIGITS_H

#include <stdbool.h>

#include "base/slice.h"

enum {
	SCALED_SIGNIFICANT = 15,	/* digits a spreadsheet keeps */
	SCALED_DIGITS_MAX = 40,
	SCALED_POINT_MAX = 330,		/* as far as a double goes */
};

/* 0.DIGITS x 10^POINT */
struct scaled_digits {
	bool minus;
	int  n, point;
	char digit[SCALED_DIGITS_MAX];	/* 0 to 9, the first not 0 */
};

/* Reads all of TEXT, decimal as in XML or C ("3", "-1.5E-07"); false: it is no
 * number. */
bool scaled_parse(struct slice text, struct scaled_digits *d);

/* Keeps the first KEEP digits, rounded, and no zeros at the end. */
void scaled_round(struct scaled_digits *d, int keep);

/* Digit I (from 0) as a character; 0 beyond those there are. */
char scaled_digit(const struct scaled_digits *d, int i);

/* Below 0, 0 or above, as A is less than B, equal, or greater. */
int scaled_compare(const struct scaled_digits *a,
    const struct scaled_digits *b);

#endif
