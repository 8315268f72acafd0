/* Numbers of list items as an office suite writes them: 3, iii, c, 三, ③. */
#ifndef WORD_LIST_NUMBER_H
#define WORD_LIST_NUMBER_H

#include "format/blocks/paragraph.h"

/* Formats are numbered as in [MS-OSHARED] 2.2.1.3, MSONFC: so they stand in
 * DOC. */
enum { LIST_NUMBER_DECIMAL = 0, LIST_NUMBER_BULLET = 23 };

/* Reads list-numerals.tsv; a line that is wrong ends the process with 2. */
void list_numerals_load(void);

/* The format that DOCX calls NAME (ECMA-376-1, 17.18.59 ST_NumberFormat);
 * decimal where it is none we know. */
unsigned list_number_format(struct slice name);

/* The format whose first numbers EXAMPLE shows, as OpenDocument names formats:
 * "1", "a", "I", in Chinese the first three with a comma and a blank between
 * them.  Where several begin so it is the last of list-numerals.tsv. */
unsigned list_number_format_like(struct slice example);

/* Appends N in FORMAT; in decimal where the format does not reach N. */
void list_number_add(struct buffer *out, unsigned format, unsigned long n);

#endif
