/* What a content stream of a PDF draws: lines, filled shapes, pictures [ISO
 * 32000-1, 8 and Annex A], and where its letters are, but not what they mean. */
#ifndef PDF_CONTENT_H
#define PDF_CONTENT_H

#include "format/page/ink.h"
#include "pen.h"

#ifdef __cplusplus
extern "C" {
#endif

struct pdf_place {		/* where and with what a stream draws */
	struct page_matrix matrix;
	struct page_extent clip;
	struct page_ink    fill, stroke;
	bool              clear;	/* so that nothing is seen of it */
	bool              through;	/* so that what is below shows */
	bool              shaped;	/* its clip is no rectangle */
};

/* A string of letters that runs neither along nor across the page.  Their
 * widths are not known here: it is no longer than LENGTH. */
struct pdf_slant {
	struct page_point from, direction;
	double           size, length;
};

struct pdf_content {
	struct drawn_page *page;	/* what is drawn is added to it; the
					   code of a letter is enum pdf_code */
	struct pdf_slant *slant;	/* to be given to free() */
	size_t           slants, slant_room;

	/* Draws the object of the stream's resources with the N bytes at NAME
	 * as its name at PLACE. */
	void (*draw)(struct pdf_content *content, const char *name, size_t n,
	    const struct pdf_place *place);
	/* The opacity that the parameters of that name among the stream's
	 * resources set, or -1 if none; *BLENDS: how colours mix. */
	double (*opacity)(struct pdf_content *content, const char *name,
	    size_t n, bool *blends);
	/* Whether the numbers of a colour of the set of colours of that name
	 * are what they are of grey, red, green and blue, or four inks. */
	bool (*plain)(struct pdf_content *content, const char *name, size_t n);
	/* The font of that name among the stream's resources. */
	const struct pdf_font *(*font)(struct pdf_content *content,
	    const char *name, size_t n);
};

/* Leaves of CLIP what the rectangle between two corners shows, where MATRIX
 * puts it. */
void pdf_clip(struct page_extent *clip, const struct page_matrix *matrix,
    struct page_point corner, struct page_point opposite);

/* Adds what the content stream of N bytes at BYTES, which begins at PLACE,
 * draws. */
void pdf_content_read(struct pdf_content *content, const char *bytes,
    size_t n, const struct pdf_place *place);

#ifdef __cplusplus
}
#endif

#endif
