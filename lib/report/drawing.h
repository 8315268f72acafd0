/* A document that is being drawn. */
#ifndef REPORT_DRAWING_H
#define REPORT_DRAWING_H

#include "base/buffer.h"
#include "figures.h"
#include "material.h"

/* What the drawing of a document's tables needs to know. */
struct form_drawing {
	const struct material *material;
	const struct figures  *figures;
	unsigned               document;	/* its number in the page */
	struct buffer         *out;
};

/* Adds the figure of fact number I as a cell of a table over COLUMNS columns, behind
 * that of fact number BEFORE in the row, if there is one; I is FIGURE_NONE where the
 * form has a figure and the report does not. */
void figure_cell_add(const struct form_drawing *drawing, size_t i, size_t before,
    int columns);

#endif
