/* Ruled tables: the cells that the rules of a page enclose.
 *
 * What a program calls a table border reaches the page as strokes, as thin
 * filled rectangles, whole or a piece for each cell, doubled, and overlapping
 * or failing to meet by a point or two. */
#ifndef PAGE_LATTICE_H
#define PAGE_LATTICE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "page.h"

struct page_region {		/* a cell: a rectangle of the grid */
	unsigned row, col;	/* from 0 */
	unsigned rows, cols;
	bool     open;		/* to the outside: a side has no rule */
};

struct page_grid {
	float             *x, *y;	/* edges, cols + 1 and rows + 1 */
	unsigned           rows, cols;
	unsigned          *owner;	/* [row * cols + col]: which region */
	struct page_region *region;	/* by row, then column */
	size_t             regions;
	bool               cut;		/* no rule below: by the page's end */
};

enum { PAGE_NO_REGION = -1 };

/* The grids of PAGE in *GRIDS, largest first, allocated in ARENA; the rules
 * of PAGE are put in order for it.  No grid has more than CELLS places.
 * Returns how many. */
size_t page_lattice(struct drawn_page *page, unsigned cells,
    struct arena *arena, struct page_grid **grids);

/* The region of GRID that the point is in, or PAGE_NO_REGION. */
long page_grid_at(const struct page_grid *grid, float x, float y);

#endif
