/* For load.c only. */
#ifndef SERIES_VET_CROSSING_H
#define SERIES_VET_CROSSING_H

#include "crosswalk.h"

/* Each ends the process with 2 where a line can never apply, or says what cannot
 * be.  False where the line is built in and a user's data are what leaves it nothing
 * to say: it is passed over. */

/* Reads the unit of SERIES, which is of ROW. */
bool vet_series(const struct crosswalk *crosswalk, const struct data_row *row,
    struct series_definition *series);

/* CROSSING, the next one behind those that CROSSWALK has. */
bool vet_crossing(const struct crosswalk *crosswalk,
    const struct crossing *crossing);

/* What is no more, and so a line that names it. */
bool vet_refuse(const struct data_row *row, struct slice what,
    const char *reason);

/* A user's series, or caveat, that no line of the crosswalk names. */
void vet_use(const struct crosswalk *crosswalk);

#endif
