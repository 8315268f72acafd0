#include "docx_table.h"

#include <stdlib.h>

#include "base/left_out.h"
#include "base/memory.h"

enum {
	GRID_MAX = 16384,	/* columns; Word itself has 63 */
	WIDTH_MAX = 31680,	/* twips: 22 inches, Word's widest page */
};

static const char too_wide[] = "a table of more columns than are read";

void
docx_table_open(struct docx_tables *tables)
{
	struct docx_table *table;

	table_open(tables->buffer);
	if (tables->buffer->failed != NULL)
		return;
	table = memory_get(sizeof(*table));
	*table = (struct docx_table){
		.outer = tables->top, .measured = true,
	};
	tables->top = table;
}

void
docx_table_close(struct docx_tables *tables)
{
	struct docx_table *table = tables->top;

	if (table == NULL)
		return;
	docx_cell_close(tables);	/* left open where a file is cut */
	table_close(tables->buffer);
	tables->top = table->outer;
	free(table->edge);
	free(table);
}

void
docx_tables_free(struct docx_tables *tables)
{
	while (tables->top != NULL)
		docx_table_close(tables);
}

static long
last_edge(const struct docx_table *table)
{
	return table->edges > 0 ? table->edge[table->edges - 1] : 0;
}

/* A grid that gives no widths, as converters write it, is only counted. */
void
docx_table_column(struct docx_tables *tables, long width)
{
	struct docx_table *table = tables->top;
	long               left;

	if (table == NULL)
		return;
	if (table->edges >= GRID_MAX) {
		left_out(too_wide);
		return;
	}
	if (width <= 0 || width > WIDTH_MAX)
		table->measured = false;
	left = last_edge(table);
	*MEMORY_APPEND(table->edge, table->edges, table->edges_room) = left +
	    (width > 0 && width <= WIDTH_MAX ? width : 0);
}

/* Where grid column N (from 0) begins. */
static long
edge_of(const struct docx_table *table, long n)
{
	if (!table->measured)
		return n * COLUMN_TWIPS;
	if (n == 0)
		return 0;
	if ((size_t)n <= table->edges)
		return table->edge[n - 1];
	return last_edge(table) + (n - (long)table->edges) * COLUMN_TWIPS;
}

void
docx_row_open(struct docx_tables *tables)
{
	if (tables->top == NULL)
		return;
	row_open(tables->buffer);
	tables->top->column = 0;
	tables->top->cells = 0;
	tables->top->in_row = true;
	tables->top->row_gone = tables->top->row_backed = false;
}

void
docx_row_close(struct docx_tables *tables)
{
	if (tables->top == NULL)
		return;
	row_close(tables->buffer, !tables->top->row_gone);
	tables->top->in_row = false;
}

void
docx_cell_open(struct docx_tables *tables)
{
	if (tables->top == NULL)
		return;
	docx_cell_close(tables);
	cell_open(tables->buffer);
	tables->top->in_cell = true;
	tables->top->columns = 1;
	tables->top->cell_backed = false;
	tables->top->place = (struct cell_place){ .down = MERGE_NONE };
}

void
docx_cell_close(struct docx_tables *tables)
{
	struct docx_table *table = tables->top;
	struct cell_place *place;

	if (table == NULL || !table->in_cell)
		return;
	table->in_cell = false;
	cell_close(tables->buffer);
	place = row_cell_place(tables->buffer, table->cells++);
	if (place == NULL)
		return;
	*place = table->place;
	place->left = edge_of(table, table->column);
	if (!place->gone)
		table->column += table->columns;
	place->right = edge_of(table, table->column);
}

bool
docx_tables_back(const struct docx_tables *tables)
{
	for (const struct docx_table *t = tables->top; t != NULL; t = t->outer)
		if (t->backed || (t->in_row && t->row_backed) ||
		    (t->in_cell && t->cell_backed))
			return true;
	return false;
}

long
docx_grid_columns(const struct docx_table *table, long wanted)
{
	long left = GRID_MAX - table->column;

	if (wanted > left)
		left_out(too_wide);
	return wanted < 0 ? 0 : wanted < left ? wanted : left;
}
