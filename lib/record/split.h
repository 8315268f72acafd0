/* A line, cut into fields. */
#ifndef RECORD_SPLIT_H
#define RECORD_SPLIT_H

#include "record.h"

/* Bytes behind a line that are looked at too, whatever they are. */
enum { SPLIT_BEYOND = 64 };

/* Cuts LINE at its tabs into the fields of RECORD, which are slices of it; those beyond
 * RECORD_FIELDS_MAX are left out.  Returns how many there are. */
int record_split(struct slice line, struct record *record);

#endif
