/* Labels as keys, so that the many ways to print one compare equal, and how
 * far two keys are apart. */
#ifndef FORM_LABEL_H
#define FORM_LABEL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/slice.h"

/* The key of TEXT, in ARENA: folded as a label (text/fold.h) and without any
 * punctuation. */
struct slice label_key(struct arena *arena, struct slice text);

/* Whether the folded character C is punctuation, which keys do without. */
bool label_is_punctuation(uint32_t c);

/* How many characters to insert, drop or exchange to turn key A into key B,
 * or LIMIT + 1 if more than LIMIT. */
unsigned label_distance(struct slice a, struct slice b, unsigned limit);

#endif
