#include "repair.h"

#include <stdlib.h>

/* One mistake that moves many figures: dearer than one wrong cell, cheaper
 * than two. */
enum { COST_MOVE = WEIGHT_CELL + 1 };

/* Tries what might have been moved. */
struct mover {
	struct repairs      *repairs;
	const struct system *system;
	unsigned             row[VARIABLES_MAX];	/* of cells: first of */
	unsigned             column[VARIABLES_MAX];	/* their item, column */
	unsigned             cell[VARIABLES_MAX];	/* those that can move, */
	size_t               cells;		/* row by row */
	size_t               start[VARIABLES_MAX + 1];	/* of each row */
	size_t               rows;
	unsigned             moved[VARIABLES_MAX];	/* under trial */
	long long            change[VARIABLES_MAX];	/* ... by how much */
	size_t               moves;
};

/* Lists the cells of this report's tables, by row and column. */
static void
list_cells(struct mover *m, const struct names *names)
{
	for (unsigned i = 0; i < m->system->variables; i++) {
		const struct variable  *v = &m->system->variable[i];
		const struct cell_name *name = &names->name[v->number];
		size_t                  k;

		if (v->weight != WEIGHT_CELL || v->previous || v->cell == NULL)
			continue;
		m->row[i] = m->column[i] = i;
		for (k = m->cells; k-- > 0;) {
			unsigned                o = m->cell[k];
			const struct cell_name *other =
			    &names->name[m->system->variable[o].number];

			if (slice_eq(name->item, other->item))
				m->row[i] = m->row[o];
			if (slice_eq(name->col, other->col))
				m->column[i] = m->column[o];
		}
		m->cell[m->cells++] = i;
	}
}

/* Puts the cells of a row side by side, rows and cells in their order. */
static void
sort_rows(struct mover *m)
{
	unsigned sorted[VARIABLES_MAX];
	size_t   n = 0;

	for (size_t i = 0; i < m->cells; i++) {
		unsigned row = m->cell[i];

		if (m->row[row] != row)
			continue;
		m->start[m->rows++] = n;
		for (size_t k = i; k < m->cells; k++)
			if (m->row[m->cell[k]] == row)
				sorted[n++] = m->cell[k];
	}
	m->start[m->rows] = n;
	memcpy(m->cell, sorted, n * sizeof(*sorted));
}

static void
move(struct mover *m, unsigned cell, long long amount)
{
	long long change = amount - m->system->variable[cell].amount;

	if (change == 0)
		return;
	m->moved[m->moves] = cell;
	m->change[m->moves++] = change;
}

/* What remains to be paid once the moved cells are right: ~0 when an identity
 * still fails, else the evidence that has to be given up. */
static unsigned
cost_left(const struct mover *m)
{
	unsigned cost = 0;

	for (size_t r = 0; r < m->system->equations; r++) {
		const struct equation *e = &m->system->equation[r];
		long long              rest = e->residual;

		for (size_t i = 0; i < m->moves; i++)
			rest -= e->coefficient[m->moved[i]] * m->change[i];
		if (rest != 0 && e->is_hard)
			return ~0U;
		if (rest != 0)
			cost += WEIGHT_EVIDENCE;
	}
	return cost;
}

static void
add_repair(struct repairs *repairs, const struct repair *repair)
{
	if (repairs->n < SETS_MAX)
		repairs->repair[repairs->n++] = *repair;
}

/* Keeps the move under trial if it mends the report, and forgets it. */
static void
try_move(struct mover *m, enum typo typo)
{
	unsigned      left = cost_left(m);
	struct repair repair = { .typo = typo };

	if (left != ~0U && m->moves > 0 && m->moves <= SET_MAX) {
		repair.set.cost = COST_MOVE + left;
		repair.set.cells = m->moves;
		for (size_t i = 0; i < m->moves; i++) {
			repair.set.variable[i] = m->moved[i];
			repair.set.amount[i] = m->change[i] +
			    m->system->variable[m->moved[i]].amount;
		}
		add_repair(m->repairs, &repair);
	}
	m->moves = 0;
}

static void
try_swapped_cells(struct mover *m)
{
	const struct variable *v = m->system->variable;

	for (size_t i = 0; i < m->cells; i++)
		for (size_t k = i + 1; k < m->cells; k++) {
			unsigned a = m->cell[i], b = m->cell[k];

			if (v[a].amount == v[b].amount ||
			    (m->row[a] != m->row[b] &&
			    m->column[a] != m->column[b]))
				continue;
			move(m, a, v[b].amount);
			move(m, b, v[a].amount);
			try_move(m, m->row[a] == m->row[b] &&
			    (v[a].amount == 0 || v[b].amount == 0) ?
			    TYPO_COLUMN : TYPO_CELLS);
		}
}

/* Puts every cell of row A in the place of its like in row B. */
static void
try_swapped_rows(struct mover *m, size_t a, size_t b)
{
	const struct variable *v = m->system->variable;

	for (size_t i = m->start[a]; i < m->start[a + 1]; i++)
		for (size_t k = m->start[b]; k < m->start[b + 1]; k++) {
			unsigned c = m->cell[i], d = m->cell[k];

			if (m->column[c] != m->column[d])
				continue;
			move(m, c, v[d].amount);
			move(m, d, v[c].amount);
		}
	try_move(m, TYPO_ROWS);
}

/* Gives CELL the figure that the first identity it is in asks for, after the
 * moves so far.  False: no figure can do that. */
static bool
settle(struct mover *m, unsigned cell)
{
	const struct equation *e = m->system->equation;
	const struct equation *end = e + m->system->equations;
	long long              rest, amount;

	while (e < end && (!e->is_hard || e->coefficient[cell] == 0))
		e++;
	if (e == end)
		return false;
	rest = e->residual;
	for (size_t i = 0; i < m->moves; i++)
		rest -= e->coefficient[m->moved[i]] * m->change[i];
	amount = m->system->variable[cell].amount +
	    rest / e->coefficient[cell];
	if (amount < 0)
		return false;
	move(m, cell, amount);
	return true;
}

/* Puts every cell of ROW one column on, or back; what fell out of the table
 * at the other end is worked out. */
static void
try_shifted_row(struct mover *m, size_t row, bool back)
{
	const struct variable *v = m->system->variable;
	const unsigned        *cell = m->cell + m->start[row];
	size_t                 n = m->start[row + 1] - m->start[row];

	if (n < 3 || n > SET_MAX)
		return;
	for (size_t i = 1; i < n; i++)
		move(m, cell[back ? i - 1 : i],
		    v[cell[back ? i : i - 1]].amount);
	if (settle(m, cell[back ? n - 1 : 0]))
		try_move(m, TYPO_SHIFTED_ROW);
	m->moves = 0;
}

static void
try_rows(struct mover *m)
{
	for (size_t a = 0; a < m->rows; a++) {
		try_shifted_row(m, a, false);
		try_shifted_row(m, a, true);
		for (size_t b = a + 1; b < m->rows; b++)
			try_swapped_rows(m, a, b);
	}
}

/* How unlikely a set looks next to others of its cost. */
static unsigned
doubt_of(const struct repair_set *set, const struct system *system)
{
	static const unsigned doubt[TYPOS] = {
		[TYPO_DIGIT] = 1, [TYPO_TRANSPOSED] = 1, [TYPO_SHIFT] = 1,
		[TYPO_LOST] = 2, [TYPO_DOUBLED] = 2, [TYPO_OMITTED] = 2,
		[TYPO_OTHER] = 3,
	};
	unsigned sum = 0;

	for (size_t i = 0; i < set->cells; i++)
		sum += doubt[typo_of(system->variable[set->variable[i]].amount,
		    set->amount[i])];
	return sum;
}

static int
by_likelihood(const void *left, const void *right)
{
	const struct repair *l = left, *r = right;

	if (l->set.cost != r->set.cost)
		return l->set.cost < r->set.cost ? -1 : 1;
	if (l->doubt != r->doubt)
		return l->doubt < r->doubt ? -1 : 1;
	for (size_t i = 0; i < l->set.cells && i < r->set.cells; i++)
		if (l->set.variable[i] != r->set.variable[i])
			return l->set.variable[i] < r->set.variable[i] ? -1 : 1;
	return (l->set.cells > r->set.cells) - (l->set.cells < r->set.cells);
}

/* The least cost of what is there, or MOST. */
static unsigned
least_cost(const struct repairs *repairs, unsigned most)
{
	for (size_t i = 0; i < repairs->n; i++)
		if (repairs->repair[i].set.cost < most)
			most = repairs->repair[i].set.cost;
	return most;
}

/* Drops what costs more than MOST. */
static void
drop_dear(struct repairs *repairs, unsigned most)
{
	size_t kept = 0;

	for (size_t i = 0; i < repairs->n; i++)
		if (repairs->repair[i].set.cost <= most)
			repairs->repair[kept++] = repairs->repair[i];
	repairs->n = kept;
}

void
repairs_find(struct repairs *repairs, struct search *search,
    const struct system *system, const struct report *report,
    const struct effort *effort)
{
	struct mover m = { .repairs = repairs, .system = system };

	repairs->n = 0;
	list_cells(&m, report->names);
	sort_rows(&m);
	try_rows(&m);
	try_swapped_cells(&m);
	search_run(search, system, least_cost(repairs, ~0U), effort);
	drop_dear(repairs, search->sets > 0 ? search->set[0].cost : ~0U);
	for (size_t i = 0; i < search->sets && search->set[i].cells > 0; i++)
		add_repair(repairs, &(struct repair){ search->set[i],
		    TYPO_OTHER, doubt_of(&search->set[i], system) });
	qsort(repairs->repair, repairs->n, sizeof(*repairs->repair),
	    by_likelihood);
}

bool
repairs_tie(const struct repair *first, const struct repair *second)
{
	return first->set.cost == second->set.cost &&
	    first->doubt == second->doubt;
}
