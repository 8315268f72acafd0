/* The words of a content stream [ISO 32000-1, 7.2 and 7.8.2]. */
#ifndef PDF_SCANNER_H
#define PDF_SCANNER_H

#include <stdbool.h>

#include "base/buffer.h"

enum pdf_word_kind {
	PDF_WORD_END,
	PDF_WORD_NUMBER,
	PDF_WORD_NAME,		/* without its slash */
	PDF_WORD_STRING,
	PDF_WORD_OPERATOR,
	PDF_WORD_OTHER,		/* brackets of arrays and dictionaries */
};

struct pdf_word {
	enum pdf_word_kind kind;
	struct slice       text;	/* a string with its brackets */
	double             number;
};

/* Takes the first word off *REST. */
struct pdf_word pdf_word_next(struct slice *rest);

/* Appends the bytes that STRING, a word of this kind, stands for. */
void pdf_string_read(struct slice string, struct buffer *out);

/* Takes the data of an inline image off *REST, behind its ID, up to and with
 * its EI. */
void pdf_skip_inline_data(struct slice *rest);

#endif
