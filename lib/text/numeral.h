/* Chinese numerals, of the characters in numerals.tsv: 三十二, 一百零五, 两,
 * 二〇一七, 三点五. */
#ifndef TEXT_NUMERAL_H
#define TEXT_NUMERAL_H

#include "base/slice.h"
#include "decimal.h"

/* Reads numerals.tsv; a line that is wrong ends the process with 2.  The
 * functions below do it at their first call. */
void numerals_load(void);

/* Reads the numeral TEXT begins with.  Returns the bytes of the whole run of
 * numeral characters, 0 when there is none; *VALID says whether the run is one
 * number (一万二 and 百 alone, which leave a digit to be guessed, are not).
 * D is appended to only when it is. */
size_t numeral_read(struct slice text, struct decimal *d, bool *valid);

/* The bytes of the 百, 千, 万 or 亿 that TEXT begins with, 0 unless it stands alone;
 * *POWER is what it counts. */
size_t numeral_power(struct slice text, unsigned long long *power);

#endif
