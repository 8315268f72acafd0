/* How many columns of a terminal a character takes: what text that is lined up
 * by spaces is measured in. */
#ifndef BASE_DISPLAY_H
#define BASE_DISPLAY_H

#include <stdint.h>

/* Programs do not agree on the characters that Unicode calls ambiguous: quotes,
 * dashes, lines of boxes.  And some count characters. */
enum display_rule {
	DISPLAY_NARROW,		/* ambiguous ones take one column */
	DISPLAY_WIDE,		/* they take two, as in terminals of CJK */
	DISPLAY_COUNTED,	/* every character takes one */
	DISPLAY_RULES
};

/* The columns of C: 0 for what is invisible or stands on the character before,
 * 2 for Han characters and their like (Unicode Annex 11). */
unsigned display_columns(uint32_t c, enum display_rule rule);

#endif
