/* Names of offices that are nearly the same: one may be the other with a slip. */
#ifndef ROSTER_NEAR_H
#define ROSTER_NEAR_H

#include <stdbool.h>

#include "base/slice.h"

/* Whether NAME and OTHER, keys of offices (office_key.h), differ by no more than a
 * slip makes: a character that is another one, two that changed places, one or two
 * that are left out.  Never where both are known for names of offices or places, or
 * differ in what tells offices apart: a place, a direction, a number, the kind of
 * office.  False too when they are the same. */
bool offices_are_near(struct slice name, struct slice other);

#endif
