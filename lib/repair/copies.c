#include "copies.h"

#include "evidence.h"
#include "record/amount.h"

/* No more is to be told apart of a table that says less than WEIGHT_LEAST;
 * another report may say the same by chance up to WEIGHT_CHANCE. */
enum { WEIGHT_LEAST = 8, WEIGHT_CHANCE = 16, COST_COPY = WEIGHT_CELL };

/* Columns of which each has the figures of the other. */
struct pair {
	size_t a, b;
};

/* How much a figure says: its digits. */
static unsigned
weight_of(long long amount)
{
	unsigned digits = 0;

	for (long long n = amount < 0 ? -amount : amount; n >= AMOUNT_ONE;
	    n /= 10)
		digits++;
	return digits == 0 && amount != 0 ? 1 : digits;
}

/* Whether CELL says what BEFORE says under NUMBER; by how much. */
static bool
is_same(const struct trial_cell *cell, const struct report *before,
    unsigned number, unsigned *weight)
{
	const struct report_cell *other = report_cell(before, number);

	if (other == NULL || other->source != SOURCE_TABLE ||
	    cell->stands != other->value.filled ||
	    cell->stands_free !=
	    (other->value.missing || other->value.unreadable))
		return false;
	*weight += weight_of(cell->stands);
	return true;
}

/* How much of GRID says what BEFORE says, with the columns of PAIR swapped; 0
 * when some cell says something else. */
static unsigned
likeness(const struct trial *trial, const struct grid *g,
    const struct report *before, struct pair pair)
{
	unsigned weight = 0;

	for (size_t r = 0; r < g->rows; r++)
		for (size_t c = 0; c < g->cols; c++) {
			size_t   from = c == pair.a ? pair.b :
			    c == pair.b ? pair.a : c;
			unsigned cell = g->cell[r][c];

			if (cell == NO_CELL)
				continue;
			if (g->cell[r][from] == NO_CELL ||
			    !is_same(&trial->cell[cell], before,
			    trial->cell[g->cell[r][from]].cell->number,
			    &weight))
				return 0;
		}
	return weight;
}

/* The greatest likeness that GRID has with BEFORE. */
static unsigned
greatest_likeness(const struct trial *trial, const struct grid *g,
    const struct report *before)
{
	unsigned greatest = likeness(trial, g, before, (struct pair){ 0, 0 });

	for (size_t a = 0; greatest == 0 && a < g->cols; a++)
		for (size_t b = a + 1; greatest == 0 && b < g->cols; b++)
			greatest = likeness(trial, g, before,
			    (struct pair){ a, b });
	return greatest;
}

bool
copies_try(struct repairs *repairs, struct trial *trial,
    const struct grid *g, const struct report *before)
{
	struct trial_outcome o;
	unsigned             weight;
	bool                 explains;

	if (before == NULL)
		return false;
	weight = greatest_likeness(trial, g, before);
	if (weight < WEIGHT_LEAST)
		return false;
	for (size_t r = 0; r < g->rows; r++)
		for (size_t c = 0; c < g->cols; c++)
			if (g->cell[r][c] != NO_CELL)
				trial_lose(trial, g->cell[r][c]);
	explains = trial_explains(trial, &o);
	if (explains)
		repairs_add(repairs, trial, (struct repair){
		    .cost = COST_COPY + o.left * WEIGHT_EVIDENCE,
		    .slip = g->is_whole ? TYPO_COPIED_REPORT :
		    TYPO_COPIED_TABLE, .table = g->table,
		    .mended = o.touched,
		    .evidence = weight < WEIGHT_CHANCE ? 0 :
		    EVIDENCE_LIKELY,
		    .is_error = o.is_error, .parts = o.parts });
	trial_undo(trial);
	return explains;
}
