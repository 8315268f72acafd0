#include "search.h"

#include <stdlib.h>

#include "base/clock.h"
#include "base/memory.h"

enum {
	STEPS_A_LOOK = 256,	/* at the clock */
	EXCHANGES_MAX = 64,	/* of blanks, to make a solution possible */
	LEVELS = 2 * (SET_MAX + 1),	/* of each depth, and its solution */
};

/* The equations at one depth of the search, the set's cells eliminated. */
struct search_level {
	short     *coefficient;		/* rows x columns */
	long long  residual[EQUATIONS_MAX];
	int        pivot[EQUATIONS_MAX];	/* the cell it yields, or -1 */
};

struct state {
	struct search       *search;
	const struct system *system;
	const struct effort *effort;
	size_t               rows, columns;
	unsigned             limit;	/* cost of sets looked for */
	size_t               members;
	unsigned             cost;
	bool                 banned[VARIABLES_MAX];
};

static int
common_divisor(int a, int b)
{
	a = a < 0 ? -a : a;
	b = b < 0 ? -b : b;
	while (b != 0) {
		int rest = a % b;

		a = b;
		b = rest;
	}
	return a;
}

static short *
row_of(const struct state *s, const struct search_level *level, size_t row)
{
	return level->coefficient + row * s->columns;
}

/* TARGET := p * TARGET - q * SOURCE, so that COLUMN leaves it.  Sums over rows
 * and columns keep coefficients at a few units; a short holds them. */
static void
eliminate(const struct state *s, struct search_level *level, size_t target,
    size_t source, size_t column)
{
	short *t = row_of(s, level, target), *f = row_of(s, level, source);
	int    divisor = common_divisor(f[column], t[column]);
	int    p = f[column] / divisor, q = t[column] / divisor;

	if (p < 0) {
		p = -p;
		q = -q;
	}
	for (size_t c = 0; c < s->columns; c++)
		t[c] = (short)(p * t[c] - q * f[c]);
	level->residual[target] = p * level->residual[target] -
	    q * level->residual[source];
}

/* Solves equation SOURCE for COLUMN and takes it out of the others. */
static void
pivot_row(const struct state *s, struct search_level *level, size_t source,
    size_t column)
{
	level->pivot[source] = (int)column;
	for (size_t r = 0; r < s->rows; r++)
		if (r != source && row_of(s, level, r)[column] != 0)
			eliminate(s, level, r, source, column);
}

/* Solves one more equation, for COLUMN.  False: none is left that has it. */
static bool
pivot(const struct state *s, struct search_level *level, size_t column)
{
	size_t source = 0;

	while (source < s->rows && (level->pivot[source] >= 0 ||
	    row_of(s, level, source)[column] == 0))
		source++;
	if (source == s->rows)
		return false;
	pivot_row(s, level, source, column);
	return true;
}

/* What solved equation ROW makes of its cell. */
static long long
solution(const struct state *s, const struct search_level *level, size_t row)
{
	size_t column = (size_t)level->pivot[row];

	return s->system->variable[column].amount +
	    level->residual[row] / row_of(s, level, row)[column];
}

static bool
is_solved_for(const struct state *s, const struct search_level *level,
    size_t column)
{
	for (size_t r = 0; r < s->rows; r++)
		if (level->pivot[r] == (int)column)
			return true;
	return false;
}

/* A blank whose figure, instead of 0, would raise the cell that ROW is solved
 * for; columns when there is none. */
static size_t
find_exchange(const struct state *s, const struct search_level *level,
    size_t row)
{
	const short *coefficient = row_of(s, level, row);
	int          sign = coefficient[level->pivot[row]] > 0 ? 1 : -1;
	size_t       c = 0;

	while (c < s->columns && (s->system->variable[c].weight > 0 ||
	    sign * coefficient[c] >= 0 || is_solved_for(s, level, c)))
		c++;
	return c;
}

/* Exchanges blanks that are 0 for cells that would be negative until none is:
 * a dual simplex without an objective.  False: the cell that *ROW is solved
 * for stays negative. */
static bool
make_possible(const struct state *s, struct search_level *level, size_t *row)
{
	for (int i = 0; i < EXCHANGES_MAX; i++) {
		size_t column;

		*row = 0;
		while (*row < s->rows && (level->pivot[*row] < 0 ||
		    s->system->variable[level->pivot[*row]].is_signed ||
		    solution(s, level, *row) >= 0))
			(*row)++;
		if (*row == s->rows)
			return true;
		column = find_exchange(s, level, *row);
		if (column == s->columns)
			return false;
		pivot_row(s, level, *row, column);
	}
	s->search->is_complete = false;
	return false;
}

/* Keeps the solution, of which every figure is possible. */
static void
keep_solution(struct state *s, const struct search_level *level)
{
	struct repair_set set = { .cost = s->cost };

	for (size_t r = 0; r < s->rows; r++) {
		const struct variable *v;

		if (level->pivot[r] < 0)
			continue;
		v = &s->system->variable[level->pivot[r]];
		if (level->residual[r] %
		    row_of(s, level, r)[level->pivot[r]] != 0)
			return;
		if (v->weight == 0 || solution(s, level, r) == v->amount)
			continue;
		set.variable[set.cells] = (unsigned)level->pivot[r];
		set.amount[set.cells++] = solution(s, level, r);
	}
	/* A cell that need not change belongs to a smaller set. */
	if (set.cells < s->members)
		return;
	if (s->search->sets == SETS_MAX) {
		s->search->is_complete = false;
		return;
	}
	s->search->set[s->search->sets++] = set;
}

/* An equation that no change of the set's cells can mend. */
static bool
is_violated(const struct search_level *level, size_t row)
{
	return level->pivot[row] < 0 && level->residual[row] != 0;
}

/* How many cells of ROW may still be changed. */
static size_t
count_open(const struct state *s, const struct search_level *level, size_t row)
{
	const short *coefficient = row_of(s, level, row);
	size_t       cells = 0;

	for (size_t c = 0; c < s->columns; c++)
		cells += coefficient[c] != 0 && !s->banned[c];
	return cells;
}

/* Counts the cells of ROW that may still be changed.  What one of them costs
 * at least is added to *BOUND, if none of them was COUNTED before. */
static size_t
count_cells(const struct state *s, const struct search_level *level, size_t row,
    bool counted[], unsigned *bound)
{
	const short *coefficient = row_of(s, level, row);
	unsigned     least = ~0U;
	size_t       cells = 0;
	bool         apart = true;

	for (size_t c = 0; c < s->columns; c++) {
		if (coefficient[c] == 0 || s->banned[c])
			continue;
		cells++;
		apart &= !counted[c];
		if (s->system->variable[c].weight < least)
			least = s->system->variable[c].weight;
	}
	if (cells == 0 || !apart)
		return cells;
	for (size_t c = 0; c < s->columns; c++)
		counted[c] |= coefficient[c] != 0;
	*bound += least;
	return cells;
}

/* What mending the violated equations costs at least: those that have no cell in
 * common, as they are met from one end or the other; rows and columns of a table
 * so both have their turn. */
static unsigned
least_left(const struct state *s, const struct search_level *level,
    bool backward)
{
	bool     counted[VARIABLES_MAX] = { false };
	unsigned bound = 0;

	for (size_t i = 0; i < s->rows && s->cost + bound <= s->limit; i++) {
		size_t r = backward ? s->rows - 1 - i : i;

		if (is_violated(level, r) &&
		    count_cells(s, level, r, counted, &bound) == 0)
			return ~0U;
	}
	return bound;
}

static bool
is_within(const struct state *s, unsigned bound)
{
	return bound != ~0U && s->cost + bound <= s->limit;
}

/* The violated equation with the fewest cells, or rows when all hold.  False:
 * nothing can come of this within the limit. */
static bool
choose(const struct state *s, const struct search_level *level, size_t *chosen)
{
	size_t fewest = VARIABLES_MAX + 1;

	*chosen = s->rows;
	if (!is_within(s, least_left(s, level, false)) ||
	    !is_within(s, least_left(s, level, true)))
		return false;
	for (size_t r = 0; r < s->rows; r++) {
		size_t cells;

		if (!is_violated(level, r))
			continue;
		cells = count_open(s, level, r);
		if (cells < fewest) {
			fewest = cells;
			*chosen = r;
		}
	}
	return true;
}

/* Counts a step.  The clock is asked only where a user wants it: what is found
 * must not depend on what else the machine does. */
static bool
is_spent(struct search *search, const struct effort *effort)
{
	search->steps++;
	if (search->steps > effort->steps || (effort->seconds > 0 &&
	    search->steps % STEPS_A_LOOK == 0 && clock_milliseconds() > search->deadline))
		search->is_cut = true;
	return search->is_cut;
}

static void
copy_level(const struct state *s, const struct search_level *from,
    struct search_level *to)
{
	memcpy(to->coefficient, from->coefficient,
	    s->rows * s->columns * sizeof(*to->coefficient));
	memcpy(to->residual, from->residual,
	    s->rows * sizeof(*to->residual));
	memcpy(to->pivot, from->pivot, s->rows * sizeof(*to->pivot));
}

static void descend(struct state *s);

/* The equations at the depth of the search, and room for their solution. */
static struct search_level *
level_now(const struct state *s)
{
	return &s->search->level[2 * s->members];
}

/* The sets that have COLUMN too.  FROM is this depth's level; with SOLVED it
 * is its solution, where COLUMN takes the place of the cell that equation ROW
 * is solved for, which is left as it stands. */
static void
try_cell(struct state *s, const struct search_level *from, size_t row,
    bool solved, size_t column)
{
	struct search_level *next = level_now(s) + 2;
	unsigned             weight = s->system->variable[column].weight;

	if (s->cost + weight > s->limit || s->members == SET_MAX)
		return;
	copy_level(s, from, next);
	if (solved)
		pivot_row(s, next, row, column);
	else if (!pivot(s, next, column))
		return;
	s->members++;
	s->cost += weight;
	descend(s);
	s->cost -= weight;
	s->members--;
}

/* Tries each cell of equation ROW in turn, and leaves it out of what its later
 * neighbours try: no set is met twice. */
static void
branch(struct state *s, const struct search_level *from, size_t row,
    bool solved)
{
	const short *coefficient = row_of(s, from, row);
	bool         banned_here[VARIABLES_MAX] = { false };

	for (size_t c = 0; c < s->columns; c++) {
		if (coefficient[c] == 0 || s->banned[c] ||
		    s->system->variable[c].weight == 0 ||
		    is_solved_for(s, from, c))
			continue;
		try_cell(s, from, row, solved, c);
		s->banned[c] = banned_here[c] = true;
	}
	for (size_t c = 0; c < s->columns; c++)
		if (banned_here[c])
			s->banned[c] = false;
}

static void
descend(struct state *s)
{
	struct search_level *level = level_now(s), *solved = level + 1;
	size_t               row;

	if (is_spent(s->search, s->effort) || !choose(s, level, &row))
		return;
	if (row < s->rows) {
		branch(s, level, row, false);
		return;
	}
	copy_level(s, level, solved);
	if (!make_possible(s, solved, &row)) {
		if (row < s->rows)
			branch(s, solved, row, true);
	} else if (s->cost == s->limit)
		keep_solution(s, solved);
}

static void
allocate(struct search *search)
{
	search->level = memory_get(LEVELS * sizeof(*search->level));
	for (size_t i = 0; i < LEVELS; i++)
		search->level[i].coefficient = NULL;
}

/* Writes the system as the first level, blanks and slacks solved for: they
 * may become anything, and no set need name them. */
static void
load(struct state *s)
{
	struct search_level *first = s->search->level;

	for (size_t i = 0; i < LEVELS; i++)
		s->search->level[i].coefficient = memory_resize(
		    s->search->level[i].coefficient, s->rows * s->columns,
		    sizeof(*first->coefficient));
	for (size_t r = 0; r < s->rows; r++) {
		const struct equation *e = &s->system->equation[r];

		memset(row_of(s, first, r), 0,
		    s->columns * sizeof(*first->coefficient));
		for (size_t t = e->first; t < e->first + e->terms; t++)
			row_of(s, first, r)[s->system->term[t].variable] =
			    s->system->term[t].coefficient;
		first->residual[r] = e->residual;
		first->pivot[r] = -1;
	}
	for (size_t c = 0; c < s->columns; c++)
		if (s->system->variable[c].weight == 0)
			pivot(s, first, c);
}

/* What a set may cost that is still worth telling.  Many cells changed, and no
 * evidence for it: then half as many again may as well be wrong. */
static unsigned
most_worth(const struct search *search, const struct system *system)
{
	unsigned least = search->set[0].cost;

	for (size_t i = 0; i < system->equations; i++)
		if (!system->equation[i].is_hard &&
		    system->equation[i].residual != 0)
			return least;
	return search->set[0].cells > 2 ? least + least / 2 : least;
}

void
search_run(struct search *search, const struct system *system, unsigned most,
    const struct effort *effort)
{
	struct state s = { .search = search, .system = system,
	    .effort = effort,
	    .rows = system->equations, .columns = system->variables };

	if (search->level == NULL)
		allocate(search);
	search->sets = 0;
	search->is_complete = true;
	search->is_cut = false;
	search->steps = 0;
	if (effort->seconds > 0)
		search->deadline = clock_milliseconds() +
		    (long long)(1000 * effort->seconds);
	load(&s);
	if (most > SET_MAX * WEIGHT_CELL)
		most = SET_MAX * WEIGHT_CELL;
	for (s.limit = 0; s.limit <= (search->sets == 0 ? most :
	    most_worth(search, system)) && search->sets < SETS_MAX &&
	    !search->is_cut; s.limit++)
		descend(&s);
	search->is_complete &= !search->is_cut;
}

void
search_free(struct search *search)
{
	for (size_t i = 0; search->level != NULL && i < LEVELS; i++)
		free(search->level[i].coefficient);
	free(search->level);
	search->level = NULL;
}
