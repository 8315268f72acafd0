/* A document as rows of classified cells, whatever notation its tables came
 * in: the ground that tables are laid over.
 *
 * Rows of a grid (cell records) keep their columns.  Lines of text that look
 * like parts of a table become rows too; their positions say nothing, and they
 * are marked as flowing, as are grid rows of a single cell: there a label and
 * its figures follow one another down the page. */
#ifndef TABLE_CELLS_H
#define TABLE_CELLS_H

#include "record/reader.h"
#include "form/vocabulary.h"

enum cell_kind {
	CELL_NONE,		/* an indent: no cell of the table */
	CELL_BLANK,
	CELL_VALUE,		/* a figure, or a mark for none */
	CELL_RUN,		/* figures run together: 000 */
	CELL_UNIT,		/* 条, 件 ... */
	CELL_NAME,		/* known to the vocabulary */
	CELL_TEXT,		/* any other text */
};

struct cell {
	struct slice        text;	/* unescaped */
	struct slice        loc;
	const struct name *name;	/* of a CELL_NAME */
	enum cell_kind      kind;
	unsigned            col, cols;	/* first column from 1, span */
};

struct row {
	size_t   first, end;	/* its cells: sheet->cell[first .. end - 1] */
	unsigned table;		/* ordinal in the document; 0: text */
	unsigned width;		/* columns; 0 where flowing */
	bool     flowing;
	bool     apart;		/* prose stands between it and the row before */
};

struct sheet {			/* all zero: empty */
	struct cell *cell;
	struct row  *row;
	size_t       cells, rows;
	size_t       cell_room, row_room;
	bool         inside;	/* a table's parts were met, no prose since */
	bool         apart;	/* of the next row */
	bool         gaps;	/* between lines stand for cells */
};

/* Fills SHEET, which may have held another document, from DOCUMENT.  Slices
 * point into the document or ARENA. */
void sheet_read(struct sheet *sheet, const struct document *document,
    struct vocabulary *vocabulary, struct arena *arena);

void sheet_free(struct sheet *sheet);

/* Adds row number I of FROM to SHEET as it is. */
void sheet_copy_row(struct sheet *sheet, const struct sheet *from, size_t i);

/* Makes rows that are longer than any table flow. */
void sheet_unroll(struct sheet *sheet);

/* Puts blank cells where gaps between lines show that they were. */
void sheet_fill_gaps(struct sheet *sheet);

/* For line.c: classifies TEXT by itself; opens a row; adds a cell to the row
 * opened last. */
struct cell sheet_classify(struct vocabulary *vocabulary, struct slice text);
void        sheet_row(struct sheet *sheet, unsigned table);
void        sheet_cell(struct sheet *sheet, struct cell cell);

/* Adds what the line of text LINE at LOC is to a table, if anything. */
void sheet_line(struct sheet *sheet, struct vocabulary *vocabulary,
    struct slice line, struct slice loc);

#endif
