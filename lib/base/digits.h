/* Whole numbers in ASCII digits.  Figures of reports are read by
 * text/number.h. */
#ifndef BASE_DIGITS_H
#define BASE_DIGITS_H

#include <stdbool.h>
#include <stdint.h>

#include "slice.h"

/* C may be a char or a code point. */
static inline bool
is_digit(uint32_t c)
{
	return c - '0' <= 9;
}

/* How many bytes stand before the first digit of TEXT; text.n: it has none. */
size_t digits_skip(struct slice text);

static inline bool
has_digit(struct slice text)
{
	return digits_skip(text) < text.n;
}

/* What the hexadecimal digit C stands for, or -1. */
static inline int
hex_digit(uint32_t c)
{
	uint32_t letter = (c | 0x20) - 'a';

	return is_digit(c) ? (int)(c - '0') : letter < 6 ? (int)letter + 10 :
	    -1;
}

/* The digits that TEXT begins with as a number, which stops at the largest
 * there is.  Returns how many digits there are. */
size_t digits_at(struct slice text, unsigned long long *number);

/* The whole of TEXT as a number.  False when it is none, or more than MOST. */
bool digits_read(struct slice text, unsigned long long most,
    unsigned long long *number);

/* Whether FRONT and BEHIND may be one number whose thousands a blank parts: 1 234. */
bool digits_may_be_parted(struct slice front, struct slice behind);

enum { DIGITS_BYTES = 20 };	/* of a number */

/* Puts the digits of NUMBER in front of END, where DIGITS_BYTES bytes are to be
 * had.  Returns where they begin. */
char *digits_before(char *end, unsigned long long number);

#endif
