/* The open tables of a DOCX text: which grid columns their cells take. */
#ifndef WORD_DOCX_TABLE_H
#define WORD_DOCX_TABLE_H

#include "format/blocks/table_buffer.h"

struct docx_table {
	struct docx_table *outer;
	long              *edge;	/* right edges of the grid columns */
	size_t             edges, edges_room;
	bool               measured;	/* all columns have a width */
	long               column;	/* where the next cell begins */
	size_t             cells;	/* of the row */
	bool               in_row;
	bool               row_gone;	/* deleted */
	bool               row_backed;	/* its cells have a ground that is not
					   white */
	bool               in_cell;
	long               columns;	/* of the open cell */
	struct cell_place  place;	/* likewise, without its edges */
	bool               cell_backed;	/* it has a ground that is not white */
	bool               backed;	/* all cells have, or their style may
					   bring one */
};

struct docx_tables {
	struct table_buffer *buffer;
	struct docx_table   *top;	/* the innermost, or NULL */
};

void docx_table_open(struct docx_tables *tables);
void docx_table_close(struct docx_tables *tables);
void docx_table_column(struct docx_tables *tables, long width);
void docx_row_open(struct docx_tables *tables);
void docx_row_close(struct docx_tables *tables);
void docx_cell_open(struct docx_tables *tables);
void docx_cell_close(struct docx_tables *tables);

/* Whether what stands in the open cell may have a ground that is not white. */
bool docx_tables_back(const struct docx_tables *tables);

/* As many of WANTED grid columns as there is room for in the row. */
long docx_grid_columns(const struct docx_table *table, long wanted);

void docx_tables_free(struct docx_tables *tables);

#endif
