/* Cells read as the rows of tables: a row label and the cells that follow it,
 * whether they stand in one row of a grid or down the page; and the headers
 * above them. */
#ifndef TABLE_ROWS_H
#define TABLE_ROWS_H

#include "cells.h"
#include "header.h"

#define NO_CELL ((size_t)-1)

struct table_row {
	size_t                   label;	/* its cell, or NO_CELL */
	size_t                   first, end;	/* the cells behind it */
	size_t                   figures;	/* among those */
	size_t                   cell_row;	/* where the label stands */
	const struct known_name *name;	/* what the label is, if known */
	struct slice             text;	/* of the label, joined where cut */
	const struct header     *header;	/* above it, or NULL */
	unsigned                 stretch;	/* between pieces of prose */
	unsigned                 area;	/* or heads */
	bool                     flowing;
	bool                     merged;	/* into another label */
	bool                     torn;	/* pieces of the label stand in
					   different columns of a grid */
	bool                     robbed;	/* of a figure, perhaps the number
					   of the next label, which is lost */
	bool                     apart;	/* figures stand on a line below */
	bool                     empty;	/* no cells, and it lost none */
	bool                     taken;	/* by a table of the form */
};

struct table_rows {		/* all zero: empty */
	const struct cells *cells;
	struct table_row   *row;
	size_t              count, room;
	/* While they are read. */
	struct header      *header;	/* the last one met */
	struct table_row   *open;	/* takes the cells that flow in next */
	unsigned            stretch, area;
	bool                whole_lines;	/* of a label and its figures */
	bool                in_head;	/* the cell before names a column */
};

/* Fills ROWS, which may have held another document's, from CELLS, which must
 * stay as they are.  Headers and joined labels live in the arena of CELLS. */
void rows_read(struct table_rows *rows, const struct cells *cells);

void rows_free(struct table_rows *rows);

/* The cell of ROW's label, or NULL. */
const struct table_cell *rows_label(const struct table_rows *rows,
    const struct table_row *row);

/* Whether the same cells stand behind the labels of A and B. */
bool rows_have_same_cells(const struct cells *cells, const struct table_row *a,
    const struct table_row *b);

/* Whether A and B have the same label and the same cells behind it: a row printed
 * twice bears no witness for itself. */
bool rows_are_alike(const struct cells *cells, const struct table_row *a,
    const struct table_row *b);

/* Whether the label TEXT took in digits that stood apart from it, as behind a bracket
 * that was open. */
bool rows_took_digits(struct slice text);

/* Whether cell number I, a label, is the end of one whose number does not stand right
 * before it: elsewhere, with the figures, which are not those that follow. */
bool rows_lost_number(const struct cells *cells, size_t i);

/* Whether figures stand in ROW, or digits that could not be told from what they run
 * into: a label of its own that ends in some, other text. */
bool rows_have_figures(const struct table_rows *rows,
    const struct table_row *row);

/* Whether ROW has no cell, and right below stand words that are no label: its cells hold
 * them, perhaps. */
bool rows_have_words_below(const struct table_rows *rows,
    const struct table_row *row);

/* Whether ROW names a unit. */
static inline bool
rows_have_unit(const struct cells *cells, const struct table_row *row)
{
	for (size_t i = row->first; i < row->end; i++)
		if (cells->cell[i].kind == CELL_UNIT)
			return true;
	return false;
}

/* How many cells of ROW stand behind its label. */
static inline size_t
rows_cells(const struct cells *cells, const struct table_row *row)
{
	size_t n = 0;

	for (size_t i = row->first; i < row->end; i++)
		n += cells->cell[i].kind != CELL_NONE;
	return n;
}

/* cut_labels.c: joins labels that a page break or a line end has cut in two. */
void rows_join_cut_labels(struct table_rows *rows);

/* empty_rows.c: marks the rows of text that have nothing behind their label, where
 * all figures around stand behind labels of their own. */
void rows_mark_empty(struct table_rows *rows);

#endif
