/* A whole PDF: paragraphs and tables over all its pages, in reading order. */
#ifndef PDF_DOCUMENT_H
#define PDF_DOCUMENT_H

#include "format/blocks/block.h"
#include "page.h"

/* Sends what PDF, whose bytes are BYTES, holds to SINK.  Returns NULL, or why
 * it may not be all.  Pages that are pictures of text are counted in `meta
 * needs-ocr', or in `meta ocr' when they were read all the same. */
const char *pdf_decode(struct pdf *pdf, struct slice bytes, struct sink *sink);

#endif
