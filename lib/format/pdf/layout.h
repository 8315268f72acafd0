/* A page laid out: its lines and tables in reading order. */
#ifndef PDF_LAYOUT_H
#define PDF_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/slice.h"
#include "page.h"
#include "text.h"

struct pdf_cell {
	struct pdf_box box;
	unsigned       row, col;	/* from 0 */
	unsigned       rows, cols;
	struct slice   text;		/* empty: a blank cell */
	unsigned       page, line;	/* where it begins */
	float          middle;		/* of its first line */
	float          room;		/* left behind its last line */
	float          head, size;	/* as in its first and last line */
};

struct pdf_table {
	float           *x;		/* edges of columns, cols + 1 */
	float            top, bottom;
	float            page_width;
	unsigned         rows, cols;
	struct pdf_cell *cell;		/* by row, then column */
	size_t           cells;
	bool             loose;		/* without rules: x is a guess */
	struct pdf_line *line;		/* of the cell of a single box, which */
	size_t           lines;		/* is a table only as part of one */
};

struct pdf_part {		/* of a page: either of */
	struct pdf_line  *line;
	struct pdf_table *table;
};

struct pdf_layout {
	float            width, height;
	struct pdf_part *part;		/* from top to bottom */
	size_t           parts;
};

/* Lays out PAGE, which is number NUMBER, in memory from ARENA; PAGE's glyphs
 * and rules are reordered and may be read anew afterwards.  CELLS bounds
 * a table's grid. */
struct pdf_layout pdf_lay_out(struct pdf_page *page, unsigned number,
    unsigned cells, struct arena *arena);

static inline float
pdf_part_top(const struct pdf_part *part)
{
	return part->line != NULL ? part->line->box.top : part->table->top;
}

#endif
