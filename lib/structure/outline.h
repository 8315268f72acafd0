/* Whether the sections of a report stand in the form's order, numbered one after
 * another, and of which year its text speaks. */
#ifndef STRUCTURE_OUTLINE_H
#define STRUCTURE_OUTLINE_H

#include <stdbool.h>

#include "base/slice.h"

enum { MENTIONS_MAX = 64 };	/* years from 2000 on */

struct section_order {		/* all zero: nothing seen */
	int      place;		/* of the last section in the form's order, from 1 */
	unsigned number;	/* that it bears, or 0 */
	unsigned mentions[MENTIONS_MAX];	/* of years in the text */
	unsigned openings[MENTIONS_MAX];	/* ... at the head of a clause */
};

enum outline_fault { OUTLINE_RIGHT, OUTLINE_MISPLACED, OUTLINE_MISNUMBERED };

/* Takes the heading TEXT of the section CODE.  Returns what is wrong with it: it stands
 * behind one that belongs behind it, or has no higher number than the one before. */
enum outline_fault outline_head(struct section_order *outline, struct slice code,
    struct slice text);

/* Counts the years that TEXT names: 2023年. */
void outline_text(struct section_order *outline, struct slice text);

/* How many clauses open with a year before YEAR, the one that opens most, which *STALE
 * is, if they are two and more and three times as many as there are mentions of YEAR; else
 * 0. */
unsigned outline_stale(const struct section_order *outline, int year,
    int *stale);

#endif
