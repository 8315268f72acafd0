/* The columns of figures below the names of a head, where few rows or none have all of
 * them: each figure stands below one name, most of a column closely below each other. */
#ifndef PLAIN_SPACED_STACKS_H
#define PLAIN_SPACED_STACKS_H

#include "spaced_columns.h"
#include "spaced_head.h"

/* How many of HEAD's last names have figures of lines FIRST to END - 1 below them, or
 * nothing and stand beside those: the others name labels and units. */
size_t spaced_stacks_named(const struct spaced_head *head,
    const struct spaced_text *text, size_t first, size_t end,
    enum display_rule rule);

/* Finds the columns of lines FIRST to END - 1 of TEXT below the last names of HEAD:
 * C says how many and by which measure.  One without figures stands where its name
 * does.  Returns false where more than a few figures stand elsewhere.  What is made
 * for it lives in ARENA. */
bool spaced_stacks_find(struct spaced_columns *c, const struct spaced_head *head,
    const struct spaced_text *text, size_t first, size_t end,
    struct arena *arena);

/* The same on a page behind that of HEAD: its margin may be another, and all figures
 * have to stand so. */
bool spaced_stacks_find_far(struct spaced_columns *c,
    const struct spaced_head *head, const struct spaced_text *text,
    size_t first, size_t end, struct arena *arena);

#endif
