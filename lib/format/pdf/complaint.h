/* What poppler says of what it reads.  It goes on without a table of characters that it
 * cannot have, and the letters of a font are gone: nothing but that is listened to. */
#ifndef PDF_COMPLAINT_H
#define PDF_COMPLAINT_H

/* Where they are [poppler-data]. */
#define PDF_TABLES "/usr/share/poppler"

#ifdef __cplusplus
extern "C" {
#endif

/* A document begins. */
void pdf_complaint_none(void);

/* Poppler looks for its tables: what errno says of that is to be known.  Behind it. */
void pdf_complaint_begin(void);
void pdf_complaint_end(void);

/* MESSAGE is poppler's, right behind what failed. */
void pdf_complaint_hear(const char *message);

/* Why letters of the document are gone, or NULL. */
const char *pdf_complaint_reason(void);

#ifdef __cplusplus
}
#endif

#endif
