/* What a spreadsheet shows in a cell: the number or text as its format writes
 * it, which is what a reader sees and means. */
#ifndef EXCEL_CELL_NUMBER_H
#define EXCEL_CELL_NUMBER_H

#include "cell_format.h"
#include "format/blocks/paragraph.h"

/* Appends NUMBER, decimal as in XML or C, as FORMAT shows it, words beside it
 * included: 85000 as 0!.0,"万" is 8.5万.  But digits are not grouped, dates go
 * by year, month, day and time, a number below 0 has its minus, also where the
 * sheet shows it in brackets or red, and one below 1 its zero.  What is no number
 * goes as it stands.  Dates count from 1904 if SINCE_1904, else from 1900. */
void cell_number_add(struct buffer *out, struct slice number,
    const struct cell_format *format, bool since_1904);

/* Whether FORMAT shows texts, and what it writes before a text or BEHIND. */
bool cell_format_shows_text(const struct cell_format *format);
void cell_text_words(struct buffer *out, const struct cell_format *format,
    bool behind);

#endif
