/* What is wrong in a report, fault by fault, and which changes of its figures
 * are likely repairs. */
#ifndef REPAIR_REPAIR_H
#define REPAIR_REPAIR_H

#include "beside.h"
#include "grid.h"
#include "search.h"
#include "system.h"

/* All that is needed to look into one report after the other. */
struct finder {			/* all zero but for the forms: new */
	const struct forms *forms;
	const struct names *names;	/* of the report at hand */
	struct system  whole;	/* the report's identities */
	struct system  system;	/* those of one fault */
	struct trial   trial;
	struct search  search;
	struct repairs repairs;	/* of all faults */
	struct beside  beside;
	struct grid    grid[2];	/* at work */
	unsigned       parts;
	bool           in[VARIABLES_MAX];	/* parts of this fault */
};

/* Identities that fail and hang together, or have one cause. */
struct fault {
	unsigned      number;	/* from 1 */
	struct repair repair[CANDIDATES_MAX];	/* the likeliest first */
	size_t        n;
	bool          is_likely;	/* the first is right, as far as
					 * identities and evidence can tell */
	bool          is_cut;	/* not all repairs were looked at */
	const struct finder *finder;
};

typedef void fault_fn(void *context, const struct fault *fault);

/* Calls FN for each fault of the report in EVIDENCE, whose rules PLAN has;
 * for none, when filling in blanks is enough.  Whole-table mistakes, which
 * change many cells at once, are tried first; then, up to their cost, the
 * smallest sets of cells, each fault with EFFORT. */
void faults_find(struct finder *finder, const struct plan *plan,
    const struct evidence *evidence, const struct effort *effort,
    fault_fn *fn, void *context);

/* Whether the second of two neighbours is as likely as the first. */
bool repairs_tie(const struct repair *first, const struct repair *second);

/* Whether equation E of the whole, which fails, holds once REPAIR is made; where
 * that tells no figure, whether E is among what it explains. */
bool repair_mends(const struct fault *fault, const struct repair *repair,
    size_t e);

/* How much it is worth to look at REPAIR first, in 1/100: how sure it is, times
 * what hangs on the figure and by how much it is wrong. */
unsigned repair_weight(const struct fault *fault, size_t number);

void finder_free(struct finder *finder);

#endif
