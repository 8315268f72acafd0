#include "state_count.h"

/* The fold that counts cells of STATE. */
static enum fold
fold_of(enum fact_state state)
{
	switch (state) {
	case STATE_NUMBER:
	case STATE_APPROX:
		return FOLD_COUNT;
	case STATE_BLANK:
	case STATE_NA:
		return FOLD_BLANK;
	case STATE_ABSENT:
		return FOLD_ABSENT;
	default:
		return FOLD_UNREADABLE;
	}
}

/* The fold that counts the state of CELL. */
static enum fold
state_fold(const struct report *report, const struct report_cell *cell)
{
	enum fold first = fold_of(cell->state);

	while (fold_of(cell->state) != FOLD_COUNT) {
		if (cell->next == CELL_NONE)
			return first;
		cell = &report->cell[cell->next];
	}
	return FOLD_COUNT;
}

bool
state_counts(enum fold fold, const struct report *report,
    const struct report_cell *cell)
{
	return fold == FOLD_ZEROS ? cell->is_zero :
	    fold == state_fold(report, cell);
}

void
state_tally_take(struct state_tally *tally, const struct report *report,
    const unsigned number[], unsigned n)
{
	*tally = (struct state_tally){ .taken = true };
	for (unsigned i = 0; i < n; i++) {
		const struct report_cell *cell =
		    report_cell(report, number[i]);

		if (cell == NULL)
			continue;
		tally->of[state_fold(report, cell)]++;
		tally->of[FOLD_ZEROS] += cell->is_zero;
		tally->all++;
	}
}
