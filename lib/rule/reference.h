/* Cells as rules write them. */
#ifndef RULE_REFERENCE_H
#define RULE_REFERENCE_H

#include "expression.h"

/* Reads one reference, as `requests.new@total', for messages.  Returns NULL, or
 * why TEXT is none. */
const char *reference_parse(struct slice text, struct reference *reference);

/* The item that R names, a pattern perhaps, where the rule ranges over ITEM:
 * that stands in place of a leading `$'; a copy in ARENA then. */
struct slice reference_item(const struct reference *r, struct slice item,
    struct arena *arena);

#endif
