#include "row_shape.h"

#include <limits.h>

/* What a cell without any width is given, so that it has a column of its own:
 * more than careless edges are apart (blocks/cell_edges.c). */
enum { LEAST_TWIPS = 21 };

/* The place of cell I of SHAPE, behind the one before, which ends at FROM. */
static struct cell_place
place_of(const struct row_shape *shape, size_t i, long from)
{
	struct cell_place place = shape->place[i];

	place.left = shape->edge[i] > from ? shape->edge[i] : from;
	place.right = shape->edge[i + 1];
	if (place.right <= place.left && !place.joined)
		place.right = place.left + LEAST_TWIPS;
	return place;
}

void
row_shape_close(const struct row_shape *shape, struct table_buffer *tables,
    bool keep)
{
	static const struct row_shape unknown = { .cells = 0 };
	struct cell_place *place;
	long               from = LONG_MIN;	/* the end of the cell before */

	if (shape == NULL)
		shape = &unknown;
	cell_close(tables);
	for (size_t i = 0; (place = row_cell_place(tables, i)) != NULL; i++) {
		if (i < shape->cells) {
			*place = place_of(shape, i, from);
			from = place->right;
			continue;
		}
		place->left = shape->edge[shape->cells] +
		    (long)(i - shape->cells) * COLUMN_TWIPS;
		place->right = place->left + COLUMN_TWIPS;
		/* writers of nested tables leave marks of no cell */
		place->gone = shape->cells > 0 && row_cell_is_blank(tables, i);
	}
	row_close(tables, keep);
}

bool
row_shape_backs(const struct row_shape *shape, size_t i)
{
	return i >= shape->cells || (shape->backed >> i & 1) != 0;
}

void
row_shape_depth(struct table_buffer *tables, unsigned *depth, unsigned wanted)
{
	while (*depth < wanted && tables->failed == NULL) {
		if (*depth > 0 && !cell_is_open(tables))
			cell_open(tables);
		table_open(tables);
		++*depth;
	}
	for (; *depth > wanted; --*depth) {
		row_shape_close(NULL, tables, true);
		table_close(tables);
	}
}
