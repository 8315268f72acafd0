/* Where a name says that its bearer is: provinces, cities, counties and towns
 * in front of it, by the suffixes of their names (place-suffixes.tsv). */
#ifndef IDENTITY_PLACE_H
#define IDENTITY_PLACE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"

enum place_level { PLACE_PROVINCE, PLACE_CITY, PLACE_COUNTY, PLACE_TOWN };

struct place {
	struct slice     name;	/* 晋江市 */
	enum place_level level;
};

/* Reads the division TEXT, folded, begins with.  False when there is none. */
bool place_read(struct slice text, struct place *place);

enum { PLACES_MAX = 5 };

/* The divisions that NAME, folded, begins with, from the widest to the
 * narrowest; 人民政府 between two of them is passed over.  Returns how many;
 * *REST is what follows them. */
int place_chain(struct slice name, struct place place[PLACES_MAX],
    struct slice *rest);

#endif
