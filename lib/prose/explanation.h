/* What a reader of sentences is told of one figure. */
#ifndef PROSE_EXPLANATION_H
#define PROSE_EXPLANATION_H

#include "base/slice.h"

/* What one figure was read as. */
struct prose_explanation {
	struct slice loc, raw;		/* its words as printed */
	struct slice parts;		/* each word with its classes */
	struct slice item, col;		/* decided, or empty */
	struct slice rest;		/* words not accounted for, or empty */
	struct slice value;
};

typedef void prose_explain_fn(void *context,
    const struct prose_explanation *explanation);

#endif
