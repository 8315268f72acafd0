/* Whether a rule can ever apply, so that a misspelt line is not passed over in
 * silence. */
#ifndef RULE_VET_H
#define RULE_VET_H

#include "known.h"
#include "rule.h"

/* Whether RULE can apply to a report of one of its forms, of which the cells
 * KNOWN: its items, columns and patterns are among these, its words are those
 * of its range.  If not, *FAULT says why. */
bool vet_rule(const struct rule *rule, const struct forms *forms,
    const struct known_cells *known, struct rule_fault *fault);

#endif
