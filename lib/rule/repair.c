#include "repair.h"

#include <stdlib.h>

/* One mistake that moves many figures: dearer than one wrong cell, cheaper
 * than two. */
enum { COST_MOVE = WEIGHT_CELL + 1 };

/* Tries what might have been moved. */
struct mover {
	struct repairs      *repairs;
	const struct system *system;
	const struct report *report;
	long long            change[VARIABLES_MAX];	/* under trial */
	unsigned             most;	/* what a repair may cost */
};

static const struct cell_name *
name_of(const struct mover *m, size_t variable)
{
	return &m->report->names->name[m->system->variable[variable].number];
}

/* Cells of this report's tables; the others do not move. */
static bool
can_move(const struct mover *m, size_t variable)
{
	const struct variable *v = &m->system->variable[variable];

	return v->weight == WEIGHT_CELL && !v->previous && v->cell != NULL;
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

		for (size_t c = 0; c < m->system->variables; c++)
			if (m->change[c] != 0)
				rest -= e->coefficient[c] * m->change[c];
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
try_move(struct mover *m, enum slip slip)
{
	unsigned      left = cost_left(m);
	struct repair repair = { .slip = slip,
	    .set.cost = COST_MOVE + (left == ~0U ? 0 : left) };
	bool          fits = left != ~0U && repair.set.cost <= m->most;

	for (size_t c = 0; c < m->system->variables; c++) {
		if (m->change[c] == 0)
			continue;
		if (repair.set.cells == SET_MAX)
			fits = false;
		else {
			size_t n = repair.set.cells++;

			repair.set.variable[n] = (unsigned)c;
			repair.set.amount[n] =
			    m->system->variable[c].amount + m->change[c];
		}
		m->change[c] = 0;
	}
	if (fits && repair.set.cells > 0)
		add_repair(m->repairs, &repair);
}

static void
try_swapped_cells(struct mover *m)
{
	const struct variable *v = m->system->variable;

	for (size_t a = 0; a < m->system->variables; a++)
		for (size_t b = a + 1; b < m->system->variables; b++) {
			if (!can_move(m, a) || !can_move(m, b) ||
			    v[a].amount == v[b].amount ||
			    (!slice_eq(name_of(m, a)->item,
			    name_of(m, b)->item) &&
			    !slice_eq(name_of(m, a)->col, name_of(m, b)->col)))
				continue;
			m->change[a] = v[b].amount - v[a].amount;
			m->change[b] = -m->change[a];
			try_move(m, SLIP_CELLS);
		}
}

/* The cell of ITEM in column COL, or variables. */
static size_t
find_cell(const struct mover *m, struct slice item, struct slice col)
{
	size_t c = 0;

	while (c < m->system->variables && !(can_move(m, c) &&
	    slice_eq(name_of(m, c)->item, item) &&
	    slice_eq(name_of(m, c)->col, col)))
		c++;
	return c;
}

/* Whether variable C is the first cell of its row. */
static bool
opens_row(const struct mover *m, size_t c)
{
	for (size_t i = 0; i < c; i++)
		if (can_move(m, i) &&
		    slice_eq(name_of(m, i)->item, name_of(m, c)->item))
			return false;
	return can_move(m, c);
}

/* Puts every cell of row A in the place of its like in row B. */
static void
try_swapped_rows(struct mover *m, size_t a, size_t b)
{
	const struct variable *v = m->system->variable;

	for (size_t c = 0; c < m->system->variables; c++) {
		size_t other;

		if (!can_move(m, c) ||
		    !slice_eq(name_of(m, c)->item, name_of(m, a)->item))
			continue;
		other = find_cell(m, name_of(m, b)->item, name_of(m, c)->col);
		if (other == m->system->variables)
			continue;
		m->change[c] = v[other].amount - v[c].amount;
		m->change[other] = -m->change[c];
	}
	try_move(m, SLIP_ROWS);
}

/* Puts every cell of the row that A opens STEP columns on; 0 comes in. */
static void
try_shifted_row(struct mover *m, size_t a, int step)
{
	const struct variable *v = m->system->variable;
	size_t                 cell[16], n = 0;

	for (size_t c = a; c < m->system->variables && n < 16; c++)
		if (can_move(m, c) &&
		    slice_eq(name_of(m, c)->item, name_of(m, a)->item))
			cell[n++] = c;
	for (size_t i = 0; i < n; i++) {
		bool      inside = step > 0 ? i > 0 : i + 1 < n;
		long long amount = inside ? v[cell[i - (size_t)step]].amount : 0;

		m->change[cell[i]] = amount - v[cell[i]].amount;
	}
	if (n > 2)
		try_move(m, SLIP_SHIFTED_ROW);
	else
		memset(m->change, 0, sizeof(m->change));
}

static void
try_rows(struct mover *m)
{
	for (size_t a = 0; a < m->system->variables; a++) {
		if (!opens_row(m, a))
			continue;
		try_shifted_row(m, a, 1);
		try_shifted_row(m, a, -1);
		for (size_t b = a + 1; b < m->system->variables; b++)
			if (opens_row(m, b))
				try_swapped_rows(m, a, b);
	}
}

/* How unlikely a set looks next to others of its cost. */
static unsigned
doubt_of(const struct repair_set *set, const struct system *system)
{
	static const unsigned doubt[SLIPS] = {
		[SLIP_DIGIT] = 1, [SLIP_TRANSPOSED] = 1, [SLIP_SHIFT] = 1,
		[SLIP_LOST] = 2, [SLIP_DOUBLED] = 2, [SLIP_OMITTED] = 2,
		[SLIP_OTHER] = 3,
	};
	unsigned sum = 0;

	for (size_t i = 0; i < set->cells; i++)
		sum += doubt[slip_of(system->variable[set->variable[i]].amount,
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

void
repairs_rank(struct repairs *repairs, const struct search *search,
    const struct system *system, const struct report *report)
{
	struct mover m = { .repairs = repairs, .system = system,
	    .report = report,
	    .most = search->sets > 0 ? search->set[0].cost : ~0U };

	repairs->n = 0;
	for (size_t i = 0; i < search->sets; i++)
		add_repair(repairs, &(struct repair){ search->set[i],
		    SLIP_OTHER, doubt_of(&search->set[i], system) });
	if (m.most > COST_MOVE) {
		try_rows(&m);
		try_swapped_cells(&m);
	}
	qsort(repairs->repair, repairs->n, sizeof(*repairs->repair),
	    by_likelihood);
}

bool
repairs_tie(const struct repair *first, const struct repair *second)
{
	return first->set.cost == second->set.cost &&
	    first->doubt == second->doubt;
}
