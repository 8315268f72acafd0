/* Bytes in a code page of Windows, as RTF and old workbooks keep their text. */
#ifndef CHARSET_CODE_PAGE_H
#define CHARSET_CODE_PAGE_H

#include "charset.h"

enum { CODE_PAGE_LATIN = 1252, CODE_PAGE_CHINESE = 936 };

/* Whether PAGE is one of double bytes, or UTF-8, that can be decoded. */
bool code_page_is_wide(unsigned page);

/* Whether BYTES are characters of a double-byte set: all that are not ASCII
 * lead a pair, and the second of some pair is not ASCII either.  In Latin text
 * an accented letter stands by itself. */
bool code_page_in_pairs(struct slice bytes);

/* Hands BYTES on to TAKE as UTF-8.  Of pages that are not known only ASCII is
 * certain: the rest is U+FFFD. */
void code_page_decode(unsigned page, struct slice bytes, utf8_fn *take,
    void *context);

#endif
