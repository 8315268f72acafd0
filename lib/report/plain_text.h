/* Text for where no markup is understood: cells of a workbook. */
#ifndef REPORT_PLAIN_TEXT_H
#define REPORT_PLAIN_TEXT_H

#include "base/buffer.h"

/* Adds FIELD, a field of a record: its escapes undone, each run of white space that
 * they stand for a space, and what a reader would not see shown (base/visible.h). */
void plain_field_add(struct buffer *out, struct slice field);

/* Adds the text of MARKUP, HTML as markup.h makes it: paragraphs and points of a list
 * are lines. */
void plain_markup_add(struct buffer *out, struct slice markup);

#endif
