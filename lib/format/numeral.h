/* Numbers of list items as an office suite writes them: 3, iii, c, 三, ③ ... */
#ifndef FORMAT_NUMERAL_H
#define FORMAT_NUMERAL_H

#include "../record/slice.h"
#include "paragraph.h"

/* Formats are numbered as in [MS-OSHARED] 2.2.1.3, MSONFC: so they stand in
 * DOC and RTF. */
enum {
	NUMERAL_DECIMAL = 0,
	NUMERAL_BULLET = 23,
	NUMERAL_NONE = 255,
};

/* The format that DOCX calls NAME (ECMA-376-1, 17.18.59 ST_NumberFormat);
 * decimal where it is none we know. */
unsigned numeral_format(struct slice name);

/* Appends N in FORMAT; in decimal where the format does not reach N. */
void numeral_add(struct paragraph *out, unsigned format, unsigned long n);

#endif
