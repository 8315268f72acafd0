/* What reads a PDF: device.cc, else public.cc, else absent.c. */
#ifndef PDF_READER_H
#define PDF_READER_H

#include "format/page/page.h"

#ifdef __cplusplus
extern "C" {
#endif

struct pdf;

/* Opens the PDF in the N bytes at BYTES, which must outlive it.  Returns
 * NULL and the reason in *REASON when it cannot be read. */
struct pdf *pdf_open(const char *bytes, size_t n, const char **reason);

unsigned pdf_pages(const struct pdf *pdf);

/* The *N bytes of the title in the document's properties, a text string as in
 * ISO 32000-1, 7.9.2.2.  They live as long as PDF. */
const char *pdf_title(const struct pdf *pdf, size_t *n);

/* Reads page NUMBER, from 1, into *PAGE, whose arrays are used again.
 * Returns false when the page is broken; *PAGE has what could be read. */
bool pdf_read_page(struct pdf *pdf, unsigned number, struct drawn_page *page);

void pdf_close(struct pdf *pdf);

#ifdef __cplusplus
}
#endif

#endif
