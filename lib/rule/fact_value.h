/* What a fact's figure may be. */
#ifndef RULE_FACT_VALUE_H
#define RULE_FACT_VALUE_H

#include "interval.h"
#include "record/state.h"

/* What the fact RECORD says, by its STATE, which becomes unreadable when the
 * value is no number; that is reported.  SIGNED: it may be negative. */
struct interval fact_value(const struct record *record,
    enum fact_state *state, bool is_signed);

/* The same for a fingerprint of a text, only ever compared with another. */
struct interval fact_fingerprint(const struct record *record);

#endif
