/* pdftoppm and tesseract, run behind walls by a process of their own
 * (pdf_ocr_prepare()). */
#ifndef PDF_OCR_PROGRAMS_H
#define PDF_OCR_PROGRAMS_H

#include <stdbool.h>

#include "base/buffer.h"

enum {
	OCR_DOTS_PER_INCH = 300,
	OCR_READERS = 2,	/* tesseract with chi_sim, and with eng */
};

/* Whether both programs and tesseract's chi_sim and eng are installed. */
bool pdf_ocr_is_there(void);

/* Whether they are run by bubblewrap: it is there, may do its work, and shows them. */
bool pdf_ocr_is_walled(void);

/* Makes the process that runs them, for one document, before this one gives up what
 * it needs not; it does not keep the descriptor UNWANTED. */
void pdf_ocr_prepare(int unwanted);

/* Makes PGM the picture of page PAGE of the document PDF, the same at every call.  False
 * if there is none. */
bool ocr_draw(struct slice pdf, unsigned page, struct buffer *pgm);

/* Makes TSV what tesseract tells of the picture PGM, as one reader and as the other.  False if it tells nothing. */
bool ocr_recognise(struct slice pgm, struct buffer *tsv);

#endif
