/* The places of a message that are filled in: {left}, {item@col}. */
#ifndef RULE_PLACEHOLDER_H
#define RULE_PLACEHOLDER_H

#include <stdbool.h>

#include "base/slice.h"

/* Takes the next placeholder off the message REST: *TEXT is what stands before
 * it, *WORD what is between its braces, empty at the end of the message.
 * False when nothing is left. */
bool placeholder_next(struct slice *rest, struct slice *text,
    struct slice *word);

#endif
