/* Where a call stands: in which program, as it was started, and within which
 * functions.  The same place has the same key in each run where addresses are the
 * same (personality(2), ADDR_NO_RANDOMIZE). */
#ifndef FAULT_PLACE_H
#define FAULT_PLACE_H

#include "plan.h"

#include <stdbool.h>

/* To be called once in each program, before anything is forbidden to it. */
void place_begin(int argc, char *const argv[]);

/* Whether this call of KIND is one to count: of the place that PLAN names; of any,
 * which is then noted there, if it names none. */
bool place_counts(struct fault_plan *plan, enum fault_kind kind);

#endif
