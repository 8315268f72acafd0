/* Reading a document's cells; and the steps of it, each in a file of its own
 * name. */
#ifndef TABLE_READ_CELLS_H
#define TABLE_READ_CELLS_H

#include "cells.h"
#include "record/reader.h"

/* Fills CELLS, which may have held another document, from DOCUMENT.  Slices
 * point into the document or the arena of CELLS. */
void cells_read(struct cells *cells, const struct document *document);

/* text_rows.c: adds what the line of text LINE at LOC is to a table, if
 * anything. */
void cells_add_line(struct cells *cells, struct slice line, struct slice loc);

/* run_text.c: adds the tables in TEXT, a run of text at LOC, whose rows and cells
 * nothing parts.  Returns whether there is one. */
bool cells_add_run(struct cells *cells, struct slice text, struct slice loc);

/* row_numbers.c: takes numbers that only count rows and columns for nothing. */
void cells_drop_numbers(struct cells *cells);

/* wrapped_rows.c: joins rows of grids that were wrapped. */
void cells_join_wrapped(struct cells *cells);

/* open_brackets.c: joins labels whose brackets were cut over lines. */
void cells_close_brackets(struct cells *cells);

/* The same: whether the rows added last are a label with a bracket that is open. */
bool cells_in_brackets(const struct cells *cells);

/* lost_row_ends.c: makes rows that are longer than any table flow. */
void cells_split_long_rows(struct cells *cells);

/* cut_names.c: joins the names of a head that were cut over lines. */
void cells_join_names(struct cells *cells);

/* blank_lines.c: puts blank cells where gaps between lines show that they
 * were. */
void cells_fill_blank_lines(struct cells *cells);

#endif
