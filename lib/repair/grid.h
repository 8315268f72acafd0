/* A report's table as rows and columns of cells. */
#ifndef REPAIR_GRID_H
#define REPAIR_GRID_H

#include "form/form.h"
#include "trial.h"

enum { GRID_ROWS_MAX = 256, GRID_COLUMNS_MAX = 16 };

#define NO_CELL (~0U)

struct grid {
	struct slice item[GRID_ROWS_MAX];
	const struct form_item *of_form[GRID_ROWS_MAX];	/* NULL: none */
	struct slice col[GRID_COLUMNS_MAX];
	unsigned     cell[GRID_ROWS_MAX][GRID_COLUMNS_MAX];	/* of trial */
	size_t       rows, cols;
	bool         is_folded;	/* rows are groups, columns what they have in
				 * common: the form prints one below another's
				 * heading, all across */
	bool         is_whole;	/* the report, not one of its tables */
	struct slice table;	/* what its items begin with */
};

/* The cells of table number TABLE, TABLES_MAX for all of them, of REPORT, which is
 * on TRIAL: rows and columns as its form in FORMS has them, whatever their order
 * in the report. */
void grid_read(struct grid *grid, const struct trial *trial,
    const struct report *report, const struct forms *forms, unsigned table);

/* Makes of a GRID of one column, whose items are named alike group by group
 * (review.litigation.direct.maintain, .correct, ...), one whose rows are the
 * groups.  False: it has no such groups. */
bool grid_fold(struct grid *folded, const struct grid *grid);

/* Whether each row has the same columns. */
bool grid_is_full(const struct grid *grid);

#endif
