#include "moves.h"

#include "evidence.h"
#include "record/amount.h"

/* What is tried, and on what. */
struct mover {
	struct repairs    *repairs;
	struct trial      *trial;
	const struct grid *grid;
	struct beside     *beside;
	int                cells, rows, columns, runs;	/* how many choices */
};

static long long
amount_of(const struct mover *m, unsigned cell)
{
	return m->trial->cell[cell].stands;
}

/* Moves what stands in FROM to TO, where both are there. */
static void
move(const struct mover *m, unsigned to, unsigned from)
{
	if (to != NO_CELL && from != NO_CELL)
		trial_move(m->trial, to, from);
	else if (to != NO_CELL)
		trial_lose(m->trial, to);
}

static void
exchange(const struct mover *m, unsigned a, unsigned b)
{
	if (a == NO_CELL || b == NO_CELL)
		return;
	trial_move(m->trial, a, b);
	trial_move(m->trial, b, a);
}

/* Keeps what was moved as SLIP, one of CHOICE, if it explains what fails. */
static void
keep(const struct mover *m, enum typo slip, int choice)
{
	repairs_try(m->repairs, m->trial,
	    &(struct supposed){ slip, COST_MOVE, choice, false, false });
}

/* The same where the figures that fell out of the table can be fitted to
 * nearly anything, unless it is EVIDENT. */
static void
keep_shift(const struct mover *m, enum typo slip, int choice, bool evident)
{
	const struct supposed supposed =
	    { slip, COST_MOVE, choice, evident, true };
	size_t                kept = m->repairs->n;

	if (m->trial->moves == 0)
		return;
	if (evident)
		trial_save(m->trial, &m->beside->moves);
	repairs_try(m->repairs, m->trial, &supposed);
	if (!evident || m->repairs->n > kept)
		return;
	trial_restore(m->trial, &m->beside->moves);
	beside_try(m->beside, m->repairs, m->trial, &supposed);
}

static void
try_swapped_cells(const struct mover *m, unsigned a, unsigned b, bool in_row)
{
	bool is_misplaced;

	if (a == NO_CELL || b == NO_CELL ||
	    amount_of(m, a) == amount_of(m, b))
		return;
	exchange(m, a, b);
	is_misplaced = in_row && (amount_of(m, a) == 0 ||
	    amount_of(m, b) == 0);
	keep(m, is_misplaced ? TYPO_COLUMN : TYPO_CELLS, m->cells);
}

static void
try_cells(const struct mover *m)
{
	const struct grid *g = m->grid;

	for (size_t r = 0; r < g->rows; r++)
		for (size_t c = 0; c < g->cols; c++) {
			for (size_t d = c + 1; d < g->cols; d++)
				try_swapped_cells(m, g->cell[r][c],
				    g->cell[r][d], true);
			for (size_t q = r + 1; q < g->rows; q++)
				try_swapped_cells(m, g->cell[r][c],
				    g->cell[q][c], false);
		}
}

static void
try_swapped_rows(const struct mover *m, size_t a, size_t b)
{
	for (size_t c = 0; c < m->grid->cols; c++)
		exchange(m, m->grid->cell[a][c], m->grid->cell[b][c]);
	if (m->grid->is_folded)
		keep(m, TYPO_GROUPS, 0);
	else
		keep(m, TYPO_ROWS, m->rows);
}

static void
try_swapped_columns(const struct mover *m, size_t a, size_t b)
{
	for (size_t r = 0; r < m->grid->rows; r++)
		exchange(m, m->grid->cell[r][a], m->grid->cell[r][b]);
	keep(m, TYPO_COLUMNS, m->grid->is_folded ? 0 : m->columns);
}

static void
try_swapped_pairs(const struct mover *m)
{
	for (size_t a = 0; !m->grid->is_whole && a < m->grid->rows; a++)
		for (size_t b = a + 1; b < m->grid->rows; b++)
			try_swapped_rows(m, a, b);
	for (size_t a = 0; a < m->grid->cols; a++)
		for (size_t b = a + 1; b < m->grid->cols; b++)
			try_swapped_columns(m, a, b);
}

/* A run of cells, FIRST to LAST, of which each should stand one on, or BACK. */
struct cell_run {
	size_t first, last;
	bool   back;
};

static size_t
target_end(struct cell_run run)
{
	return run.back ? run.last : run.first;
}

/* What should stand where number I of RUN is, by its number. */
static size_t
source_of(struct cell_run run, size_t i)
{
	return run.back ? i + 1 : i - 1;
}

/* Rows of which each holds what belongs into its neighbour. */
static void
try_shifted_rows(const struct mover *m, struct cell_run run)
{
	const struct grid *g = m->grid;

	for (size_t r = run.first; r <= run.last; r++)
		for (size_t c = 0; c < g->cols; c++)
			move(m, g->cell[r][c], r == target_end(run) ?
			    NO_CELL : g->cell[source_of(run, r)][c]);
	keep_shift(m, g->cols == 1 ? TYPO_SHIFTED_LIST : TYPO_SHIFTED_ROWS,
	    m->runs, false);
}

static void
shift_row(const struct mover *m, size_t r, struct cell_run run)
{
	const unsigned *row = m->grid->cell[r];

	for (size_t c = run.first; c <= run.last; c++)
		move(m, row[c], c == target_end(run) ? NO_CELL :
		    row[source_of(run, c)]);
}

/* Whether column C holds figures, and none but 0. */
static bool
is_empty_column(const struct mover *m, size_t c)
{
	size_t n = 0;

	for (size_t r = 0; r < m->grid->rows; r++) {
		unsigned cell = m->grid->cell[r][c];

		if (cell == NO_CELL)
			continue;
		if (amount_of(m, cell) != 0)
			return false;
		n += !m->trial->cell[cell].stands_free;
	}
	return n > 2;
}

/* Columns of which each holds what belongs into its neighbour. */
static void
try_shifted_columns(const struct mover *m, struct cell_run run)
{
	for (size_t r = 0; r < m->grid->rows; r++)
		shift_row(m, r, run);
	keep_shift(m, TYPO_SHIFTED_COLUMNS, m->columns,
	    run.last - run.first + 1 == m->grid->cols &&
	    is_empty_column(m, target_end(run)));
}

static void
try_shifted_row(const struct mover *m, size_t r, struct cell_run run)
{
	shift_row(m, r, run);
	keep(m, TYPO_SHIFTED_ROW, m->rows);
}

static void
try_shifts(const struct mover *m)
{
	const struct grid *g = m->grid;

	for (int back = 0; back < 2; back++) {
		struct cell_run all = { 0, g->cols - 1, back };

		for (size_t a = 0; g->cols > 2 && a + 1 < g->cols; a++)
			for (size_t b = a + 1; b < g->cols; b++)
				try_shifted_columns(m,
				    (struct cell_run){ a, b, back });
		for (size_t r = 0; g->cols > 2 && r < g->rows; r++)
			try_shifted_row(m, r, all);
		for (size_t a = 0; a + 2 < g->rows; a++)
			for (size_t b = a + 2; b < g->rows; b++)
				try_shifted_rows(m,
				    (struct cell_run){ a, b, back });
	}
}

static void
try_empty_columns(const struct mover *m)
{
	for (size_t c = 0; c < m->grid->cols; c++) {
		if (!is_empty_column(m, c))
			continue;
		for (size_t r = 0; r < m->grid->rows; r++)
			move(m, m->grid->cell[r][c], NO_CELL);
		keep_shift(m, TYPO_EMPTY_COLUMN, m->columns, true);
	}
}

static const long long TEN_THOUSAND = 10000;

/* Any bound is kept when one side is made so much larger. */
enum { CHOICE_OF_UNITS = 10 };

/* Puts CELL into the other unit.  False: it would not be whole. */
static bool
scale(const struct mover *m, unsigned cell, bool up)
{
	long long amount = amount_of(m, cell);

	if (up && amount_product(amount, TEN_THOUSAND * AMOUNT_ONE) >
	    AMOUNT_MAX)
		return false;
	if (!up && amount % (TEN_THOUSAND * AMOUNT_ONE) != 0)
		return false;
	if (amount != 0)
		trial_put(m->trial, cell, up ? amount * TEN_THOUSAND :
		    amount / TEN_THOUSAND);
	return true;
}

/* The columns from A to B in 万, or in 1, where the other was meant. */
static void
try_scaled(const struct mover *m, size_t a, size_t b, bool up)
{
	bool fits = true;

	for (size_t r = 0; fits && r < m->grid->rows; r++)
		for (size_t c = a; fits && c <= b; c++)
			fits = m->grid->cell[r][c] == NO_CELL ||
			    scale(m, m->grid->cell[r][c], up);
	if (fits)
		keep_shift(m, TYPO_UNIT, CHOICE_OF_UNITS, false);
	trial_undo(m->trial);
}

static void
try_units(const struct mover *m)
{
	for (int up = 0; up < 2; up++) {
		try_scaled(m, 0, m->grid->cols - 1, up);
		for (size_t c = 0; c < m->grid->cols; c++)
			try_scaled(m, c, c, up);
	}
}

/* How many pairs there are of N, and 1. */
static size_t
pairs(size_t n)
{
	return n * (n - 1) / 2 + 1;
}

void
moves_try(struct repairs *repairs, struct trial *trial,
    const struct grid *grid, struct beside *beside)
{
	struct mover m = { .repairs = repairs, .trial = trial, .grid = grid,
	    .beside = beside };

	if (grid->rows == 0 || grid->cols == 0)
		return;
	m.rows = evidence_choice(pairs(grid->rows));
	m.columns = evidence_choice(pairs(grid->cols));
	m.runs = evidence_choice(2 * pairs(grid->rows));
	m.cells = evidence_choice(pairs(grid->rows) * grid->cols +
	    pairs(grid->cols) * grid->rows);
	if (!grid->is_folded && !grid->is_whole)
		try_cells(&m);
	try_swapped_pairs(&m);
	if (!grid->is_folded && (!grid->is_whole || grid_is_full(grid)))
		try_shifts(&m);
	try_empty_columns(&m);
	try_units(&m);
}
