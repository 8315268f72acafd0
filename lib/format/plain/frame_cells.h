/* The rows and cells between the lines of a frame. */
#ifndef PLAIN_FRAME_CELLS_H
#define PLAIN_FRAME_CELLS_H

#include "base/buffer.h"
#include "frame_lines.h"

struct frame_row {
	size_t   first, end;	/* its lines */
	uint64_t above;		/* where a rule parts it from the row before */
	uint64_t bars;		/* that all of its lines have */
};

struct frame_cells {
	const struct frame_lines *lines;
	struct frame_row         *row;
	size_t                    rows;
	/* How cells of these lines are wrapped. */
	unsigned                  padding;	/* columns around a text */
	bool                      early;	/* the first character by itself */
};

/* A cell: its first row and vertical, its span. */
struct frame_cell {
	size_t row, from, rows, to;
};

/* Finds the rows of LINES, in ARENA. */
void frame_find_rows(struct frame_cells *cells,
    const struct frame_lines *lines, struct arena *arena);

/* The cell that begins in row ROW at vertical FROM. */
struct frame_cell frame_cell_at(const struct frame_cells *cells, size_t row,
    size_t from);

/* Puts the text of CELL into TEXT, its lines joined. */
void frame_cell_text(const struct frame_cells *cells,
    const struct frame_cell *cell, struct buffer *text);

#endif
