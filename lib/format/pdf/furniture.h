/* What stands on pages and is no part of the text: page numbers, running
 * heads. */
#ifndef PDF_FURNITURE_H
#define PDF_FURNITURE_H

#include <stddef.h>

#include "layout.h"

/* Marks the lines of the N pages at PAGE that are furniture. */
void pdf_mark_furniture(struct pdf_layout *page, size_t n);

#endif
