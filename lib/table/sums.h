/* The sums that the forms print: they may speak against a placement of
 * figures, never for another figure.
 *
 * Of N cells the last is the total of those before it.  NULL is a blank; a
 * mark for none (`/') is nothing to add, but it is there. */
#ifndef TABLE_SUMS_H
#define TABLE_SUMS_H

#include "cells.h"

enum { SUMS_NO_NUMBER = -1 };

/* The figure of CELL as a whole number: nothing for a blank and a mark for
 * none, SUMS_NO_NUMBER for anything else. */
long long sums_whole(const struct table_cell *cell);

/* Whether the last of N cells is the sum of those before it.  A blank may
 * stand for any number; what is no whole number fits nothing. */
bool sums_fit(const struct table_cell *const cell[], size_t n);

/* Whether N cells can only be in their right places: the last is there, is
 * more than nothing, and is the sum of the others, blanks as nothing. */
bool sums_prove(const struct table_cell *const cell[], size_t n);

/* Whether the last of N cells is as much as the others together, and more than
 * nothing: it may be their total, though some are blank. */
bool sums_reach(const struct table_cell *const cell[], size_t n);

/* Whether one of N cells is more than the last, their total. */
bool sums_part_exceeds(const struct table_cell *const cell[], size_t n);

/* Whether N cells look as if they had been pushed along: all are there but the
 * first, or all but the last, and they do not add up; or the last is not there,
 * and the one before it is the sum of several others. */
bool sums_show_shift(const struct table_cell *const cell[], size_t n);

/* What the last of N cells, their total, leaves for the first if that is the only
 * blank; 0 if another is, or nothing is left. */
long long sums_left_for_first(const struct table_cell *const cell[], size_t n);

#endif
