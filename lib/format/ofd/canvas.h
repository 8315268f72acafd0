/* Drawing what parts of an OFD file hold onto a page. */
#ifndef OFD_CANVAS_H
#define OFD_CANVAS_H

#include "content.h"
#include "format/page/path.h"

struct ofd_canvas {
	struct drawn_page        *page;
	const struct ofd_units *units;
	struct page_extent       clip;	/* the page, or what is left of it */
	struct page_path        path;	/* used again and again */
	/* Glyphs, points of paths and objects that may still be drawn: a small file
	 * can refer to the same ones without end. */
	size_t                  left;
};

/* Draws OBJECTS; MATRIX puts their coordinates on the page, in points.  DEPTH:
 * of units in units, 0 at first. */
void ofd_draw(struct ofd_canvas *canvas, const struct ofd_objects *objects,
    const struct page_matrix *matrix, unsigned depth);

/* Draws the text of OBJECT, whose coordinates MATRIX puts on the page. */
void ofd_draw_text(struct ofd_canvas *canvas, const struct ofd_object *object,
    const struct page_matrix *matrix);

/* Takes a step; false: no more may be taken. */
static inline bool
ofd_step(struct ofd_canvas *canvas)
{
	canvas->left -= canvas->left > 0;
	return canvas->left > 0;
}

#endif
