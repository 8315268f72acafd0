/* Whether the sections of a report stand in the form's order, numbered one after
 * another, and of which year its text speaks. */
#ifndef STRUCTURE_OUTLINE_H
#define STRUCTURE_OUTLINE_H

#include <stdbool.h>

#include "base/slice.h"

enum { MENTIONS_MAX = 64,	/* years from 2000 on */
	PLACES = 6 };		/* sections that every form has */

struct section_order {		/* all zero: nothing seen */
	bool     met[PLACES];	/* such a section, numbered */
	bool     wrong;		/* something is, beside a number left out */
	bool     told;		/* sentences stand below the last heading */
	int      place;		/* of the last section in the form's order, from 1 */
	unsigned number;	/* that it bears, or 0 */
	unsigned reached;	/* the number that headings of any kind have come to */
	unsigned mentions[MENTIONS_MAX];	/* of years in the text */
	unsigned openings[MENTIONS_MAX];	/* ... at the head of a clause */
};

enum outline_fault { OUTLINE_RIGHT, OUTLINE_MISPLACED, OUTLINE_MISNUMBERED,
	OUTLINE_SKIPPED };

/* Takes the heading TEXT of the section CODE.  Returns what is wrong with it: it stands
 * behind one that belongs behind it, has no higher number than the one before, or a
 * number between those is nobody's. */
enum outline_fault outline_head(struct section_order *outline, struct slice code,
    struct slice text);

/* Whether all sections are there and nothing is wrong with them but a number that is
 * left out: else that is only what another fault looks like. */
bool outline_only_skips(const struct section_order *outline);

/* Takes a paragraph, TEXT: what its number is if it is the heading of a section that
 * we do not know, and the years that it names: 2023年. */
void outline_text(struct section_order *outline, struct slice text);

/* How many clauses open with a year before YEAR, the one that opens most, which *STALE
 * is, if they are two and more and three times as many as there are mentions of YEAR; else
 * 0. */
unsigned outline_stale(const struct section_order *outline, int year,
    int *stale);

#endif
