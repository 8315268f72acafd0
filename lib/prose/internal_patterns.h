/* The pieces of reading patterns, one file each: load_items.c, load_patterns.c
 * and dead_lines.c. */
#ifndef PROSE_INTERNAL_PATTERNS_H
#define PROSE_INTERNAL_PATTERNS_H

#include "pattern_groups.h"
#include "pattern.h"

/* Reads measures.tsv. */
void patterns_load_items(struct patterns *patterns);

/* The item CODE, or NULL. */
const struct item *patterns_item(const struct patterns *patterns,
    struct slice code);

/* Ends the process with 2 if a line of the user's own can never claim anything,
 * or says what nothing asks for. */
void patterns_refuse_dead(const struct patterns *patterns,
    const struct lexicon *lexicon, const struct pattern_groups *groups);

#endif
