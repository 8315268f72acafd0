/* What the words around a figure take back of what the decisions say that it counts. */
#ifndef PROSE_REFUSALS_H
#define PROSE_REFUSALS_H

#include "internal.h"

/* Takes back of VERDICT, of the figure at hand, what its decision mistook for its item, or
 * for all of it though a clause before said of what. */
void refuse_misread(const struct prose *prose, struct verdict *verdict);

/* Takes back of VERDICT that it is a total, or, where nobody knows what its other words
 * name, all; figures that follow are told. */
void refuse_total(struct prose *prose, struct verdict *verdict);

/* Takes back of VERDICT what the words of the figure do not say themselves, where what
 * stands between speaks against taking it from before. */
void refuse_inherited(const struct prose *prose, struct verdict *verdict);

/* The last claim of the sentence that counts what a figure of ITEM may be of; NULL if
 * there is none. */
const struct prose_claim *inherited_from(const struct prose *prose,
    const struct item *item);

#endif
