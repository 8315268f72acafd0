/* The open tables of a DOCX text: which grid columns their cells take. */
#ifndef WORD_DOCX_TABLE_H
#define WORD_DOCX_TABLE_H

#include "format/blocks/table_buffer.h"

struct docx_table;

struct docx_tables {
	struct table_buffer *buffer;
	struct docx_table   *top;
};

/* What the properties of a cell or row say; nothing if no table is open. */
enum docx_cell_property {
	DOCX_COLUMNS,		/* gridSpan */
	DOCX_BEFORE,		/* gridBefore, of a row */
	DOCX_DOWN,		/* vMerge: an enum cell_merge */
	DOCX_JOINED,		/* hMerge going on */
	DOCX_CELL_GONE,		/* cellDel */
	DOCX_ROW_GONE,		/* del of a row */
};

void docx_table_open(struct docx_tables *tables);
void docx_table_close(struct docx_tables *tables);
void docx_table_column(struct docx_tables *tables, long width);
void docx_row_open(struct docx_tables *tables);
void docx_row_close(struct docx_tables *tables);
void docx_cell_open(struct docx_tables *tables, unsigned long line);
void docx_cell_close(struct docx_tables *tables);
void docx_cell_set(struct docx_tables *tables,
    enum docx_cell_property property, long value);

void docx_tables_free(struct docx_tables *tables);

#endif
