/* Figures that this year should have been taken over from last year's. */
#ifndef REPAIR_CARRIED_H
#define REPAIR_CARRIED_H

#include "candidates.h"

/* Where several figures are not what last year's report passed on, all by one
 * rule, keeps in REPAIRS that last year's are wrong as a whole, or this year's,
 * if that explains what fails. */
void carried_try(struct repairs *repairs, struct trial *trial);

#endif
