/* The ways to place a row's cells; for place.c only. */
#ifndef TABLE_PLACE_WAYS_H
#define TABLE_PLACE_WAYS_H

#include "alignment.h"
#include "row_layout.h"

/* place_flow.c: cells that follow one another down the page. */
void place_flowing(struct alignment *a, const struct row_layouts *layouts);

/* place_grid.c: cells of a row of a grid. */
void place_grid(struct alignment *a, struct row_layouts *layouts);

/* place_grid.c: more figures than the item has columns. */
void place_repeated(struct alignment *a);

#endif
