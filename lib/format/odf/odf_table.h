/* Tables of texts: every place of the grid has an element, be it covered by a
 * cell to the left or above (ISO/IEC 26300-1, 9.1). */
#ifndef ODF_ODF_TABLE_H
#define ODF_ODF_TABLE_H

#include "format/word/docx_table.h"

struct odf_span {		/* of a cell, from its first column on */
	long          columns;
	unsigned long rows;	/* still below */
};

struct odf_table {
	struct odf_table *outer;
	struct odf_span  *span;		/* by column */
	size_t            spans, span_room;
	size_t            column;	/* the next */
	long              covered;	/* columns of the cell before */
};

struct odf_tables {			/* zero, but for the buffer */
	struct docx_tables grids;
	struct odf_table  *top;
};

void odf_table_open(struct odf_tables *tables);
void odf_table_columns(struct odf_tables *tables, long n);
void odf_table_row(struct odf_tables *tables);
void odf_table_close(struct odf_tables *tables);

/* Opens a cell over COLUMNS and ROWS. */
void odf_cell_open(struct odf_tables *tables, long columns, long rows);

/* N places that are covered. */
void odf_cell_covered(struct odf_tables *tables, long n);

void odf_tables_free(struct odf_tables *tables);

#endif
