#include "row_shape.h"

void
row_shape_close(const struct row_shape *shape, struct held *held, bool keep)
{
	static const struct row_shape unknown = { .cells = 0 };
	struct cell_place            *place;

	if (shape == NULL)
		shape = &unknown;
	held_cell_close(held);
	for (size_t i = 0; (place = held_place(held, i)) != NULL; i++) {
		if (i < shape->cells) {
			*place = shape->place[i];
			place->left = shape->edge[i];
			place->right = shape->edge[i + 1];
			continue;
		}
		place->left = shape->edge[shape->cells] +
		    (long)(i - shape->cells) * HELD_COLUMN;
		place->right = place->left + HELD_COLUMN;
		/* writers of nested tables leave marks of no cell */
		place->gone = shape->cells > 0 && held_is_blank(held, i);
	}
	held_row_close(held, keep);
}

void
row_shape_depth(struct held *held, unsigned *depth, unsigned wanted,
    unsigned long line)
{
	while (*depth < wanted && held->failed == NULL) {
		if (*depth > 0 && held_cell_text(held) == NULL)
			held_cell_open(held, line);
		held_table_open(held);
		++*depth;
	}
	for (; *depth > wanted; --*depth) {
		row_shape_close(NULL, held, true);
		held_table_close(held);
	}
}
