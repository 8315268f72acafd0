/* What a content stream of a PDF draws, but for its letters: lines, filled
 * shapes, pictures [ISO 32000-1, 8 and Annex A]; and of the letters those that
 * nobody knows the character of. */
#ifndef PDF_CONTENT_H
#define PDF_CONTENT_H

#include "pen.h"

#ifdef __cplusplus
extern "C" {
#endif

struct pdf_place {		/* where a stream draws */
	struct pdf_matrix matrix;
	struct pdf_extent clip;
};

/* A string of letters that runs neither along nor across the page.  Their
 * widths are not known here: it is no longer than LENGTH. */
struct pdf_slant {
	struct pdf_point from, direction;
	double           size, length;
};

struct pdf_content {
	struct pdf_page *page;		/* what is drawn is added to it */
	struct pdf_slant *slant;	/* to be given to free() */
	size_t           slants, slant_room;
	struct pdf_lost_letters lost;	/* lost.letter likewise */

	/* Draws the object of the stream's resources with the N bytes at NAME
	 * as its name at PLACE. */
	void (*draw)(struct pdf_content *content, const char *name, size_t n,
	    const struct pdf_place *place);
	/* The font of that name among the stream's resources. */
	const struct pdf_font *(*font)(struct pdf_content *content,
	    const char *name, size_t n);
};

/* Leaves of CLIP what the rectangle between two corners shows, where MATRIX
 * puts it. */
void pdf_clip(struct pdf_extent *clip, const struct pdf_matrix *matrix,
    struct pdf_point corner, struct pdf_point opposite);

/* Adds what the content stream of N bytes at BYTES, which begins at PLACE,
 * draws. */
void pdf_content_read(struct pdf_content *content, const char *bytes,
    size_t n, const struct pdf_place *place);

#ifdef __cplusplus
}
#endif

#endif
