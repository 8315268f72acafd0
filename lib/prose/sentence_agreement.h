/* What the figures of one sentence say against each other. */
#ifndef PROSE_SENTENCE_AGREEMENT_H
#define PROSE_SENTENCE_AGREEMENT_H

#include "base/arena.h"
#include "stated.h"

/* The number that STATED has. */
double stated_value(const struct stated *stated);

/* Gives STATED the SUFFIX of a figure that is not the office's of the year; its name
 * lives in ARENA. */
void stated_suffix(struct stated *stated, struct slice suffix,
    struct arena *arena);

/* 共处理84件，其中结转下年5件: makes parts of figures of what was dealt with that count
 * all that came in. */
void agreement_settle_done(struct agreement *agreement, struct arena *arena);

/* Makes parts of the ends of reviews that are more than those, or said twice with
 * two figures, and of zeros beside a figure. */
void agreement_settle_sentences(struct agreement *agreement,
    struct arena *arena);

#endif
