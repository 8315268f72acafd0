#include "row_shape.h"

void
row_shape_close(const struct row_shape *shape, struct table_buffer *tables,
    bool keep)
{
	static const struct row_shape unknown = { .cells = 0 };
	struct cell_place *place;

	if (shape == NULL)
		shape = &unknown;
	cell_close(tables);
	for (size_t i = 0; (place = row_cell_place(tables, i)) != NULL; i++) {
		if (i < shape->cells) {
			*place = shape->place[i];
			place->left = shape->edge[i];
			place->right = shape->edge[i + 1];
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

void
row_shape_depth(struct table_buffer *tables, unsigned *depth, unsigned wanted,
    unsigned long line)
{
	while (*depth < wanted && tables->failed == NULL) {
		if (*depth > 0 && !cell_is_open(tables))
			cell_open(tables, line);
		table_open(tables);
		++*depth;
	}
	for (; *depth > wanted; --*depth) {
		row_shape_close(NULL, tables, true);
		table_close(tables);
	}
}
