/* The figures of one document, held back until all are known: two totals of one
 * item that differ cannot both be the office's. */
#ifndef PROSE_AGREEMENT_H
#define PROSE_AGREEMENT_H

#include "stated.h"

/* Makes parts of those totals that others speak against: of two of one item that
 * differ, the one with the weaker licence, or both if both are weak and of one
 * sentence; one that is smaller than a part of it; with it the parts of its
 * list.  The time is in proportion to the figures.  Names live in ARENA. */
void agreement_settle(struct agreement *agreement,
    const struct measures *measures, struct arena *arena);

#endif
