#include "grid.h"

static size_t
column_of(struct grid *grid, struct slice col)
{
	size_t c = 0;

	while (c < grid->cols && !slice_eq(grid->col[c], col))
		c++;
	if (c == grid->cols && c < GRID_COLUMNS_MAX)
		grid->col[grid->cols++] = col;
	return c;
}

/* The row of ITEM: that of the cell before, else one that was there before or
 * a new one. */
static size_t
row_of_item(struct grid *grid, struct slice item)
{
	size_t r = grid->rows;

	while (r > 0 && !slice_eq(grid->item[r - 1], item))
		r--;
	if (r > 0)
		return r - 1;
	if (grid->rows == GRID_ROWS_MAX)
		return GRID_ROWS_MAX;
	for (size_t c = 0; c < GRID_COLUMNS_MAX; c++)
		grid->cell[grid->rows][c] = NO_CELL;
	grid->item[grid->rows] = item;
	return grid->rows++;
}

static void
add_cell(struct grid *grid, struct slice item, struct slice col,
    unsigned cell)
{
	size_t r = row_of_item(grid, item), c = column_of(grid, col);

	if (r < GRID_ROWS_MAX && c < GRID_COLUMNS_MAX)
		grid->cell[r][c] = cell;
}

/* Lists the rows of TABLE, in the order of the report. */
static void
list_rows(struct grid *grid, const struct report *report,
    const struct forms *forms, unsigned table)
{
	for (size_t p = 0; p < report->layouts; p++) {
		const struct cell_name *name =
		    &report->names->name[report->layout[p]];
		size_t                  rows = grid->rows;

		if (table != TABLES_MAX && name->table != table)
			continue;
		row_of_item(grid, name->item);
		if (grid->rows > rows)
			grid->of_form[rows] = form_item(forms, report->form,
			    name->item);
	}
}

/* Puts the rows in the order of the form; what it does not have is last. */
static void
sort_rows(struct grid *grid)
{
	for (size_t i = 1; i < grid->rows; i++) {
		const struct form_item *of_form = grid->of_form[i];
		struct slice            item = grid->item[i];
		size_t                  k = i;

		for (; k > 0 && of_form != NULL &&
		    (grid->of_form[k - 1] == NULL ||
		    grid->of_form[k - 1] > of_form); k--) {
			grid->of_form[k] = grid->of_form[k - 1];
			grid->item[k] = grid->item[k - 1];
		}
		grid->of_form[k] = of_form;
		grid->item[k] = item;
	}
}

static void
list_columns(struct grid *grid)
{
	for (size_t r = 0; r < grid->rows; r++) {
		const struct form_item *item = grid->of_form[r];

		for (int c = 0; item != NULL && c < item->cols; c++)
			column_of(grid, item->col[c]);
	}
}

/* Forgets columns of the form that the report does not have. */
static void
drop_empty_columns(struct grid *grid)
{
	size_t kept = 0;

	for (size_t c = 0; c < grid->cols; c++) {
		size_t r = 0;

		while (r < grid->rows && grid->cell[r][c] == NO_CELL)
			r++;
		if (r == grid->rows)
			continue;
		for (r = 0; r < grid->rows; r++)
			grid->cell[r][kept] = grid->cell[r][c];
		grid->col[kept++] = grid->col[c];
	}
	grid->cols = kept;
}

void
grid_read(struct grid *grid, const struct trial *trial,
    const struct report *report, const struct forms *forms, unsigned table)
{
	grid->rows = grid->cols = 0;
	grid->is_folded = false;
	grid->is_whole = table == TABLES_MAX;
	grid->table = grid->is_whole ? SLICE("") :
	    report->names->table[table];
	list_rows(grid, report, forms, table);
	sort_rows(grid);
	list_columns(grid);
	for (size_t p = 0; p < report->layouts; p++) {
		const struct cell_name *name =
		    &report->names->name[report->layout[p]];

		if (grid->is_whole || name->table == table)
			add_cell(grid, name->item, name->col, trial->at[p]);
	}
	drop_empty_columns(grid);
}

/* The part of ITEM before its last dot, and what is behind it. */
static struct slice
group_of(struct slice item, struct slice *leaf)
{
	size_t dot = item.n;

	while (dot > 0 && item.p[dot - 1] != '.')
		dot--;
	*leaf = (struct slice){ item.p + dot, item.n - dot };
	return (struct slice){ item.p, dot > 0 ? dot - 1 : 0 };
}

bool
grid_fold(struct grid *folded, const struct grid *grid)
{
	enum { LEAVES_LEAST = 3 };

	folded->rows = folded->cols = 0;
	folded->is_folded = true;
	folded->is_whole = false;
	folded->table = grid->table;
	if (grid->cols != 1)
		return false;
	for (size_t r = 0; r < grid->rows; r++) {
		struct slice leaf, group = group_of(grid->item[r], &leaf);

		add_cell(folded, group, leaf, grid->cell[r][0]);
	}
	return folded->rows > 1 && folded->cols >= LEAVES_LEAST &&
	    grid_is_full(folded);
}

bool
grid_is_full(const struct grid *grid)
{
	for (size_t r = 0; r < grid->rows; r++)
		for (size_t c = 0; c < grid->cols; c++)
			if (grid->cell[r][c] == NO_CELL)
				return false;
	return true;
}
