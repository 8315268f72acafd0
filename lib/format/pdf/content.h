/* What a content stream of a PDF draws, but for its letters: lines, filled
 * shapes, pictures [ISO 32000-1, 8 and Annex A]. */
#ifndef PDF_CONTENT_H
#define PDF_CONTENT_H

#include "drawing.h"

#ifdef __cplusplus
extern "C" {
#endif

/* (x, y) is drawn at (a x + c y + e, b x + d y + f). */
struct pdf_matrix {
	double a, b, c, d, e, f;
};

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
	size_t           codes;		/* letters shown, seen or not */
	struct pdf_slant *slant;	/* to be given to free() */
	size_t           slants, slant_room;

	/* Draws the object of the stream's resources with the N bytes at NAME
	 * as its name at PLACE. */
	void (*draw)(struct pdf_content *content, const char *name, size_t n,
	    const struct pdf_place *place);
	/* How many bytes of a string are a letter in the font of that name. */
	unsigned (*code_bytes)(struct pdf_content *content, const char *name,
	    size_t n);
};

/* MATRIX after FIRST. */
struct pdf_matrix pdf_matrix_after(const struct pdf_matrix *matrix,
    const struct pdf_matrix *first);

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
