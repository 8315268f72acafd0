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

/* Whether both programs and tesseract's chi_sim are installed. */
bool pdf_ocr_is_there(void);

/* Whether they are run by bubblewrap: it is there, may do its work, and shows them. */
bool pdf_ocr_is_walled(void);

/* Makes the process that runs them, for one document, before this one gives up what
 * it needs not; it does not keep the descriptor UNWANTED. */
void pdf_ocr_prepare(int unwanted);

/* Adds to *PAGE, which is page NUMBER of the PDF in BYTES, the letters that
 * are seen on it.  Returns whether there were any. */
bool pdf_ocr_page(struct slice bytes, unsigned number, struct drawn_page *page);

#endif
