/* PDF: paragraphs and tables over all pages, in reading order. */
#ifndef PDF_PDF_H
#define PDF_PDF_H

#include "format/blocks/block.h"

/* Reads the document BYTES.  Returns NULL, or why what came out may not be
 * all.  Pages that are pictures of text are counted in `meta needs-ocr', or in
 * `meta ocr' when they were read all the same. */
const char *pdf_read(struct slice bytes, struct sink *sink);

struct pdf;

/* The same of PDF, as page.h reads it, whose bytes are BYTES. */
const char *pdf_decode(struct pdf *pdf, struct slice bytes, struct sink *sink);

#endif
