/* UTF-16, a unit at a time. */
#ifndef BASE_UTF16_H
#define BASE_UTF16_H

#include "utf8.h"

/* Takes UNIT; true: *C is a character.  The first half of a pair is kept in
 * *HIGH (0: none) until its second half comes; alone it is dropped, a second
 * half alone is U+FFFD. */
static inline bool
utf16_take(uint32_t *high, uint32_t unit, uint32_t *c)
{
	if (unit >= 0xD800 && unit < 0xDC00) {
		*high = unit;
		return false;
	}
	*c = unit;
	if (unit >= 0xDC00 && unit < 0xE000)
		*c = *high == 0 ? UTF8_REPLACEMENT
		    : 0x10000 + ((*high - 0xD800) << 10) + (unit - 0xDC00);
	*high = 0;
	return true;
}

#endif
