/* HTML in the making: text that comes from reports is never markup. */
#ifndef REPORT_MARKUP_H
#define REPORT_MARKUP_H

#include "base/buffer.h"

/* Adds FIELD, a field of a record, as text or as the value of an attribute in
 * double quotes: its escapes undone, what HTML reads as markup escaped, and
 * what a reader would not see (base/visible.h). */
void markup_text(struct buffer *out, struct slice field);

/* Adds NUMBER. */
void markup_number(struct buffer *out, long long number);

/* Adds the pieces of HTML up to a null pointer, as they are. */
void markup_add(struct buffer *out, const char *first, ...)
    __attribute__((sentinel));

#endif
