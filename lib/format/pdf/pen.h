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
	bool          vertical;
	double        (*width)(const struct pdf_font *font, unsigned code);
	enum pdf_code (*look)(const struct pdf_font *font, unsigned code);
};

struct pdf_type {			/* how letters are set */
	const struct pdf_font *font;	/* NULL: none yet */
	double                 size, spacing, word_spacing, stretch;
};

struct pdf_lost_letter {
	struct pdf_glyph glyph;		/* of the code U+FFFD */
	bool             doubtful;	/* only if no other glyph is there */
};

struct pdf_lost_letters {		/* all zero: none */
	struct pdf_lost_letter *letter;	/* to be given to free() */
	size_t                  n, room;
};

unsigned pdf_code_bytes(const struct pdf_type *type);

/* Writes the letters of STRING, set in TYPE, from PEN on, which moves on behind
 * them; PLACE is where the stream's coordinates are on the page.  Those of no
 * known character are added to LOST. */
void pdf_pen_write(struct pdf_matrix *pen, const struct pdf_type *type,
    const struct pdf_matrix *place, struct slice string,
    struct pdf_lost_letters *lost);

/* Moves PEN back by so many thousandths of the letters' size. */
void pdf_pen_shift(struct pdf_matrix *pen, const struct pdf_type *type,
    double thousandths);

#ifdef __cplusplus
}
#endif

#endif
