/* Patterns of items: in rules `*' stands for one level of an item's name
 * (requests.answered.* has no requests.answered.refused.privacy), `**' for
 * any number of them, `$' for the item the rule ranges over. */
#ifndef BASE_GLOB_H
#define BASE_GLOB_H

#include <stdbool.h>

#include "arena.h"
#include "slice.h"

bool pattern_matches(struct slice pattern, struct slice name);

/* PATTERN with a leading $ replaced by ITEM; a copy in ARENA if need be. */
struct slice pattern_fill(struct slice pattern, struct slice item,
    struct arena *arena);

#endif
