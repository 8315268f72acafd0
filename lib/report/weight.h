/* How much hangs on a finding: fault-weights.tsv. */
#ifndef REPORT_WEIGHT_H
#define REPORT_WEIGHT_H

#include <stdbool.h>

#include "base/slice.h"
#include "rule/rule.h"

/* The level of a finding's field LEVEL; RULE_LEVELS: none. */
enum rule_level level_of(struct slice level);

/* Whether FINDING, a record of check, was looked into and let be. */
bool is_waived(const struct slice finding[]);

/* The weight of FINDING, a record of check, in hundredths: how sure it is, what
 * hangs on its figure, by how many digits that is off. */
long long finding_weight(const struct slice finding[]);

#endif
