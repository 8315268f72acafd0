/* Reading pages that are pictures, with pdftoppm and tesseract. */
#ifndef PDF_OCR_H
#define PDF_OCR_H

#include <stdbool.h>

#include "base/slice.h"
#include "format/page/page.h"

/* Whether pages are to be read so; off at first. */
extern bool pdf_ocr_wanted;

/* The processor time that a document may take then. */
enum { PDF_OCR_SECONDS = 600 };

/* Makes *PAGE, which is page NUMBER of the PDF in BYTES, the letters that are seen on it and
 * the rules of its tables.  Two readers are asked: a figure of which they are not of one
 * opinion, and ink that neither reads, is U+FFFC.  Returns whether there were any
 * letters. */
bool pdf_ocr_page(struct slice bytes, unsigned number, struct drawn_page *page);

#endif
