#include "odf_table.h"

#include <stdlib.h>

#include "base/left_out.h"
#include "base/memory.h"

/* A page has room for a few ten.  Columns that are only named beyond it, and
 * covered places, hold nothing. */
enum { COLUMNS_MAX = 1024 };

void
odf_table_open(struct odf_tables *tables)
{
	struct odf_table *table = memory_get(sizeof(*table));

	*table = (struct odf_table){ .outer = tables->top };
	tables->top = table;
	docx_table_open(&tables->grids);
}

void
odf_table_columns(struct odf_tables *tables, long n)
{
	for (long i = 0; i < n && i < COLUMNS_MAX; i++)
		docx_table_column(&tables->grids, 0);
}

void
odf_table_row(struct odf_tables *tables)
{
	if (tables->top == NULL)
		return;
	tables->top->column = 0;
	tables->top->covered = 0;
	docx_row_open(&tables->grids);
}

void
odf_table_close(struct odf_tables *tables)
{
	struct odf_table *table = tables->top;

	if (table == NULL)
		return;
	docx_table_close(&tables->grids);
	tables->top = table->outer;
	free(table->span);
	free(table);
}

static struct odf_span *
span_at(struct odf_table *table)
{
	while (table->spans <= table->column)
		*MEMORY_APPEND(table->span, table->spans, table->span_room) =
		    (struct odf_span){ 0, 0 };
	return &table->span[table->column];
}

static void
open_place(struct odf_tables *tables, long columns, enum cell_merge down)
{
	struct docx_table *grid = tables->grids.top;

	docx_cell_open(&tables->grids);
	if (grid == NULL)
		return;
	grid->columns = docx_grid_columns(grid, columns);
	grid->place.down = down;
}

void
odf_cell_open(struct odf_tables *tables, long columns, long rows)
{
	struct odf_table *table = tables->top;

	if (table == NULL)
		return;
	if (table->column >= COLUMNS_MAX || columns > COLUMNS_MAX)
		left_out("a table of more columns than are read");
	if (table->column >= COLUMNS_MAX)
		return;
	if (columns < 1 || columns > COLUMNS_MAX)
		columns = 1;
	*span_at(table) = (struct odf_span){ columns,
		rows > 1 ? (unsigned long)rows - 1 : 0 };
	table->column++;
	table->covered = columns - 1;
	open_place(tables, columns, rows > 1 ? MERGE_FIRST : MERGE_NONE);
}

void
odf_cell_covered(struct odf_tables *tables, long n)
{
	struct odf_table *table = tables->top;

	for (; table != NULL && n > 0 && table->column < COLUMNS_MAX;
	    n--, table->column++) {
		struct odf_span *span = span_at(table);

		if (table->covered > 0) {
			table->covered--;
			span->rows = 0;
			continue;
		}
		/* Covered from above; or by nothing, which is a blank. */
		if (span->rows == 0)
			span->columns = 1;
		open_place(tables, span->columns, span->rows > 0 ? MERGE_NEXT
		    : MERGE_NONE);
		docx_cell_close(&tables->grids);
		table->covered = span->columns - 1;
		span->rows -= span->rows > 0;
	}
}

void
odf_tables_free(struct odf_tables *tables)
{
	while (tables->top != NULL)
		odf_table_close(tables);
	docx_tables_free(&tables->grids);
}
