/* A document as rows of classified cells, whatever notation its tables came
 * in.
 *
 * Rows of a grid (cell records) keep their columns.  Lines of text that look
 * like parts of a table become rows too; their positions say nothing, and they
 * are marked as flowing, as are grid rows of a single cell: there a label and
 * its figures follow one another down the page. */
#ifndef TABLE_CELLS_H
#define TABLE_CELLS_H

#include "base/arena.h"
#include "form/dictionary.h"
#include "text/number.h"

enum cell_kind {
	CELL_NONE,		/* an indent: no cell of the table */
	CELL_BLANK,
	CELL_FIGURE,		/* a figure, or a mark for none */
	CELL_DIGITS,		/* figures run together: 000; flows */
	CELL_UNIT,		/* 条, 件 ... */
	CELL_NAME,		/* known to the dictionary */
	CELL_TEXT,		/* any other text */
};

struct table_cell {
	struct slice             text;		/* unescaped */
	struct slice             loc;
	struct figure            figure;	/* what TEXT is as one */
	const struct known_name *name;		/* of a CELL_NAME */
	enum cell_kind           kind;
	unsigned                 col, cols;	/* first from 1, span */
	bool                     near;		/* one blank parts it from the
						   cell before, others more */
	bool                     joined;	/* nothing does, in a run */
};

struct cell_row {
	size_t   first, end;	/* its cells: cells->cell[first .. end - 1] */
	unsigned table;		/* ordinal in the document; 0: text */
	unsigned width;		/* columns; 0 where flowing */
	bool     flowing;
	bool     after_prose;	/* which stands between it and the one before */
	bool     covered;	/* figures from above reach into it */
	bool     in_run;	/* of text; nothing shows where it ends */
	bool     taken;	/* by a table of the form */
	struct slice note;	/* where one that is left out stands before it */
	size_t   orphan_of;	/* items it may be one of: which table's, + 1 */
	struct slice section;	/* of the document */
};

struct cells {			/* all zero but for the first three: empty */
	const struct forms *forms;
	struct dictionary  *dictionary;
	struct arena       *arena;	/* of the document */
	struct table_cell  *cell;
	struct cell_row    *row;
	size_t              count, rows;
	size_t              cell_room, row_room;
	struct table_cell  *spare_cell;		/* what cells_rewrite() fills */
	struct cell_row    *spare_row;
	size_t              spare_cell_room, spare_row_room;
	unsigned            spanned_table;	/* the last figure's that spans */
	unsigned            spanned_row;	/* rows; the last of those */
	bool                in_table;	/* parts were met, no prose since */
	bool                in_note;	/* which goes on in the next line */
	bool                after_prose;	/* of the next row */
	struct slice        note;		/* the first before that */
	bool                blank_lines;	/* stand for cells */
	struct slice        section;	/* of the next row */
};

void cells_free(struct cells *cells);

/* What TEXT is by itself, its figure read. */
struct table_cell cells_classify(struct dictionary *dictionary,
    struct slice text);

/* Opens a row; adds a cell to the row opened last. */
struct cell_row *cells_add_row(struct cells *cells, unsigned table);
void             cells_add(struct cells *cells, struct table_cell cell);

/* The texts of the cells from FIRST on before END, `|' between them, in the
 * arena of CELLS; with FIGURES set, only of those that are figures. */
struct slice cells_join(const struct cells *cells,
    const struct table_cell *first, const struct table_cell *end,
    bool figures);

/* Adds row number ROW of FROM to CELLS as it is. */
void cells_copy_row(struct cells *cells, const struct cells *from, size_t row);

/* Puts what COPY makes of each row, called with CONTEXT, in their place. */
typedef void cells_copy_fn(struct cells *cells, const struct cells *from,
    size_t row, const void *context);
void         cells_rewrite(struct cells *cells, cells_copy_fn *copy,
    const void *context);

#endif
