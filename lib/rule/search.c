#include "search.h"

#include <stdlib.h>
#include <time.h>

#include "../record/memory.h"

enum { NODES_A_LOOK = 256 };	/* at the clock */

/* The equations at one depth of the search, the set's cells eliminated. */
struct search_level {
	short     *coefficient;		/* rows x columns */
	long long  residual[EQUATIONS_MAX];
	int        pivot[EQUATIONS_MAX];	/* the cell it yields, or -1 */
};

struct state {
	struct search       *search;
	const struct system *system;
	size_t               rows, columns;
	unsigned             limit;	/* cost of sets looked for */
	unsigned             member[SET_MAX];
	size_t               members;
	unsigned             cost;
	bool                 banned[VARIABLES_MAX];
};

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

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

/* Solves one equation for COLUMN and takes it out of the others.  False: no
 * equation is left that has it. */
static bool
pivot(const struct state *s, struct search_level *level, size_t column)
{
	size_t source = 0;

	while (source < s->rows && (level->pivot[source] >= 0 ||
	    row_of(s, level, source)[column] == 0))
		source++;
	if (source == s->rows)
		return false;
	level->pivot[source] = (int)column;
	for (size_t r = 0; r < s->rows; r++)
		if (r != source && row_of(s, level, r)[column] != 0)
			eliminate(s, level, r, source, column);
	return true;
}

/* Whether the solution leaves every figure possible; then it is kept. */
static void
keep_solution(struct state *s, const struct search_level *level)
{
	struct repair_set set = { .cost = s->cost };

	for (size_t r = 0; r < s->rows; r++) {
		const struct variable *v;
		long long coefficient, change;

		if (level->pivot[r] < 0)
			continue;
		v = &s->system->variable[level->pivot[r]];
		coefficient = row_of(s, level, r)[level->pivot[r]];
		change = level->residual[r] / coefficient;
		if (level->residual[r] % coefficient != 0 ||
		    (!v->is_signed && v->amount + change < 0) ||
		    (change == 0 && v->weight > 0))
			return;
		if (v->weight == 0)
			continue;
		set.variable[set.cells] = (unsigned)level->pivot[r];
		set.amount[set.cells++] = v->amount + change;
	}
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

/* The violated equation with the fewest cells, or rows when all hold.  False:
 * nothing can come of this within the limit. */
static bool
choose(const struct state *s, const struct search_level *level, size_t *chosen)
{
	bool     counted[VARIABLES_MAX] = { false };
	unsigned bound = 0;
	size_t   fewest = VARIABLES_MAX + 1;

	*chosen = s->rows;
	for (size_t r = 0; r < s->rows; r++) {
		size_t cells;

		if (!is_violated(level, r))
			continue;
		cells = count_cells(s, level, r, counted, &bound);
		if (cells == 0)
			return false;
		if (cells < fewest) {
			fewest = cells;
			*chosen = r;
		}
		if (s->cost + bound > s->limit)
			return false;
	}
	return s->cost + bound <= s->limit;
}

static bool
is_time_up(struct search *search)
{
	if (++search->nodes % NODES_A_LOOK == 0 && now() > search->deadline)
		search->timed_out = true;
	return search->timed_out;
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

/* The sets that have COLUMN too. */
static void
try_cell(struct state *s, size_t column)
{
	struct search_level *level = &s->search->level[s->members];
	unsigned             weight = s->system->variable[column].weight;

	if (s->cost + weight > s->limit || s->members == SET_MAX)
		return;
	copy_level(s, level, level + 1);
	if (!pivot(s, level + 1, column))
		return;
	s->member[s->members++] = (unsigned)column;
	s->cost += weight;
	descend(s);
	s->cost -= weight;
	s->members--;
}

/* Each cell of the chosen equation is tried in turn, and then left out of
 * what its later neighbours try: no set is met twice. */
static void
descend(struct state *s)
{
	struct search_level *level = &s->search->level[s->members];
	const short         *coefficient;
	bool                 banned_here[VARIABLES_MAX] = { false };
	size_t               row;

	if (is_time_up(s->search) || !choose(s, level, &row))
		return;
	if (row == s->rows) {
		if (s->cost == s->limit)
			keep_solution(s, level);
		return;
	}
	coefficient = row_of(s, level, row);
	for (size_t c = 0; c < s->columns; c++) {
		if (coefficient[c] == 0 || s->banned[c])
			continue;
		try_cell(s, c);
		s->banned[c] = banned_here[c] = true;
	}
	for (size_t c = 0; c < s->columns; c++)
		if (banned_here[c])
			s->banned[c] = false;
}

static void
allocate(struct search *search)
{
	search->level = memory_get((SET_MAX + 1) * sizeof(*search->level));
	for (size_t i = 0; i <= SET_MAX; i++)
		search->level[i].coefficient = NULL;
}

static void
load(struct state *s)
{
	struct search_level *first = s->search->level;

	for (size_t i = 0; i <= SET_MAX; i++)
		s->search->level[i].coefficient = memory_resize(
		    s->search->level[i].coefficient, s->rows * s->columns,
		    sizeof(*first->coefficient));
	for (size_t r = 0; r < s->rows; r++) {
		const struct equation *e = &s->system->equation[r];

		for (size_t c = 0; c < s->columns; c++)
			row_of(s, first, r)[c] = e->coefficient[c];
		first->residual[r] = e->residual;
		first->pivot[r] = -1;
	}
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
    double seconds)
{
	struct state s = { .search = search, .system = system,
	    .rows = system->equations, .columns = system->variables };

	if (search->level == NULL)
		allocate(search);
	search->sets = 0;
	search->is_complete = true;
	search->timed_out = false;
	search->nodes = 0;
	search->deadline = now() + seconds;
	load(&s);
	if (most > SET_MAX * WEIGHT_CELL)
		most = SET_MAX * WEIGHT_CELL;
	for (s.limit = 0; s.limit <= (search->sets == 0 ? most :
	    most_worth(search, system)) && search->sets < SETS_MAX &&
	    !search->timed_out; s.limit++)
		descend(&s);
	search->is_complete &= !search->timed_out;
}

void
search_free(struct search *search)
{
	for (size_t i = 0; search->level != NULL && i <= SET_MAX; i++)
		free(search->level[i].coefficient);
	free(search->level);
	search->level = NULL;
}
