/* Shared by the ways of placing an entry's cells (flow.c, grid.c). */
#ifndef TABLE_PLACE_INTERNAL_H
#define TABLE_PLACE_INTERNAL_H

#include "place.h"

/* What is known about an entry while its columns are sought. */
struct seeking {
	const struct sheet     *sheet;
	const struct entry     *entry;
	const struct form_item *item;
	struct placing         *placing;
	size_t                  value[FORM_COLS_MAX];	/* cells with figures */
	size_t                  values;
	size_t                  cells;	/* that may hold figures */
};

/* Gathers the figures of the entry.  Returns false for more than the item has
 * columns. */
bool seek_figures(struct seeking *s);

/* Where the entry's label stands; 0 without one. */
unsigned seek_label_col(const struct seeking *s);
unsigned seek_label_end(const struct seeking *s);

/* How many columns its row has. */
unsigned seek_width(const struct seeking *s);

/* Gives the figure in CELL to column number COLUMN of the item. */
void place_figure(struct seeking *s, size_t column, size_t cell);

/* All figures are there: the first is the first column's, and so on. */
void place_all(struct seeking *s);

/* The only figure is a run of digits, for all columns. */
bool is_run(const struct seeking *s);
void place_run(struct seeking *s);

/* The two ways: cells that follow one another, cells of a row of a grid. */
void place_flowing(struct seeking *s, const struct peers *peers);
void place_grid(struct seeking *s, struct peers *peers);

/* More figures than the item has columns. */
void place_surplus(struct seeking *s);

/* The peer that stands as described, or NULL. */
struct peer *find_peer(struct peers *peers, unsigned label_col,
    unsigned width);

#endif
