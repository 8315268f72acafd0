/* A report with some of its figures moved, to see whether its identities hold
 * then: what a mistake that moved many cells at once would have to pass.
 *
 *	trial_move(trial, to, from);	any number of moves
 *	if (trial_judge(trial, &outcome)) ...
 *	trial_undo(trial);
 */
#ifndef REPAIR_TRIAL_H
#define REPAIR_TRIAL_H

#include "system.h"

/* A cell on trial.  Those of the system's variables come first, under the same
 * numbers, slacks too; behind them the cells of tables that no identity has. */
struct trial_cell {
	const struct report_cell *cell;	/* NULL: a slack */
	bool      previous;		/* of the office's last report */
	bool      is_signed;
	long long stands, now;		/* as it stands, as it is tried */
	bool      stands_free, is_free;	/* a blank: any figure from 0 */
	bool      is_lost;		/* the figure is not known (yet) */
	bool      is_moved;
	unsigned  first, equations;	/* in trial->of_cell */
};

/* Of how many cells that are free or lost an equation's residual can rise, or fall. */
struct trial_room {
	int rise, fall;
};

/* An equation on trial. */
struct trial_equation {
	unsigned  part;
	bool      fails;		/* as the report stands */
	int       says;			/* ... and how much that it holds */
	long long stands, now;		/* its residual, as it stands, as it is tried */
	struct trial_room stands_room, room;	/* likewise */
	unsigned  lost;			/* figures, not told yet */
	unsigned  stamp;		/* of the trial that looks at it */
};

/* A cell's place in an equation. */
struct trial_term {
	unsigned equation;
	short    coefficient;
};

/* What became of a trial that succeeded. */
struct trial_outcome {
	unsigned left;		/* evidence that does not hold */
	unsigned mended;	/* equations that failed, and now hold exactly */
	unsigned touched;	/* ... that failed and have cells on trial */
	unsigned settled;	/* lost figures that these have told */
	int      evidence;	/* how much that says, see repair/evidence.h:
				 * what was mended but for what was settled */
	bool     is_error;	/* an error's identity was among them */
	unsigned long long parts;	/* failing parts that it mends: bits */
};

/* More parts that fail by themselves are left to the search. */
enum { FAILING_PARTS_MAX = 64 };

struct trial {			/* all zero: new */
	const struct system   *system;
	struct trial_cell     *cell;
	size_t                 cells, cell_room;
	unsigned              *at;	/* cells by place in the layout */
	size_t                 places, at_room;
	struct trial_equation *equation;
	size_t                 equation_room;
	struct trial_term     *of_cell;	/* cell by cell */
	size_t                 of_cell_room;
	unsigned              *moved;	/* cells */
	size_t                 moves, moved_room;
	unsigned              *seen;	/* equations of the cells moved */
	size_t                 seens, seen_room;
	unsigned               stamp;
	unsigned               hard[VARIABLES_MAX];	/* failing, by part */
	unsigned               soft[VARIABLES_MAX];
	unsigned               bit[VARIABLES_MAX];	/* of failing parts */
	unsigned               failing;	/* parts */
};

/* Begins trials of REPORT, whose identities SYSTEM are, divided into PARTS. */
void trial_begin(struct trial *trial, const struct system *system,
    unsigned parts, const struct report *report);

/* Puts into TO what stands in FROM; or AMOUNT. */
void trial_move(struct trial *trial, unsigned to, unsigned from);
void trial_put(struct trial *trial, unsigned to, long long amount);

/* What should stand in CELL was lost. */
void trial_lose(struct trial *trial, unsigned cell);

/* Whether, after the moves, all identities hold in the parts they touch, and
 * what failed there before.  Figures that were lost are told by the identities
 * as far as they can. */
bool trial_judge(struct trial *trial, struct trial_outcome *outcome);

/* The same where it does not matter what the lost figures are. */
bool trial_explains(struct trial *trial, struct trial_outcome *outcome);

/* How much of the evidence that figures put into the cells moved were fitted to:
 * for each what says most. */
int trial_fitted(const struct trial *trial);

/* The moves on trial, kept for another look at them. */
struct trial_moves {		/* all zero: new */
	struct trial_move {
		unsigned  cell;
		long long now;
		bool      is_free, is_lost;
	}     *move;
	size_t moves, room;
};

void trial_save(const struct trial *trial, struct trial_moves *saved);

/* Makes the moves SAVED in place of those on trial. */
void trial_restore(struct trial *trial, const struct trial_moves *saved);

/* Takes the parts that the moves touch into SYSTEM in place of what it held, the
 * figures as they are tried, those that were lost free. */
void trial_rest(const struct trial *trial, struct system *system);

/* Puts all back as it stands. */
void trial_undo(struct trial *trial);

void trial_free(struct trial *trial);

#endif
