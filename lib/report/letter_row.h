/* What a letter says of an entry, before it is a file of any kind. */
#ifndef REPORT_LETTER_ROW_H
#define REPORT_LETTER_ROW_H

#include "entry_page.h"

enum letter_field {
	LETTER_LEVEL,		/* its number, a digit */
	LETTER_PLACE,		/* in the form's words, then in the file's */
	LETTER_VALUE,		/* what stands there */
	LETTER_WANTED,		/* what should */
	LETTER_WHY,
	LETTER_FIELDS
};

/* Adds the row of ENTRY to OUT: fields of plain text, which may have several lines. */
void letter_row_add(const struct entry_page *page,
    const struct fault_entry *entry, struct buffer *out);

/* Cuts the next row off ROWS into FIELD; false behind the last. */
bool letter_row_next(struct slice *rows, struct slice field[LETTER_FIELDS]);

#endif
