/* Where the letters of a string are drawn [ISO 32000-1, 9.4], so that those which
 * stand for no known character can be told. */
#ifndef PDF_PEN_H
#define PDF_PEN_H

#include "format/page/drawing.h"

#ifdef __cplusplus
extern "C" {
#endif

struct slice;

/* Whether a font tells the character of a code. */
enum pdf_code { PDF_CODE_KNOWN, PDF_CODE_DOUBTFUL, PDF_CODE_UNKNOWN };

struct pdf_font {
	unsigned      code_bytes;	/* of a letter in a string */
	bool          mixed;		/* a byte below 0x81 is one by itself */
	bool          vertical;
	double        (*width)(const struct pdf_font *font, unsigned code);
	enum pdf_code (*look)(const struct pdf_font *font, unsigned code);
};

struct pdf_type {			/* how letters are set */
	const struct pdf_font *font;	/* NULL: none yet */
	double                 size, spacing, word_spacing, stretch;
};

unsigned pdf_code_bytes(const struct pdf_type *type);

struct pdf_pen {
	struct page_matrix        at;	/* where the next letter goes */
	const struct page_matrix *place;	/* of the stream, on the page */

	/* Is told of each letter; its code is its enum pdf_code. */
	void (*tell)(struct pdf_pen *pen, const struct page_glyph *letter);
};

/* Writes the letters of STRING, set in TYPE, and moves PEN on behind them. */
void pdf_pen_write(struct pdf_pen *pen, const struct pdf_type *type,
    struct slice string);

/* Moves PEN back by so many thousandths of the letters' size. */
void pdf_pen_shift(struct pdf_pen *pen, const struct pdf_type *type,
    double thousandths);

#ifdef __cplusplus
}
#endif

#endif
