/* The user's lines of the gazetteer, without those built in: any filter may
 * check them. */
#ifndef PLACE_OWN_DIVISIONS_H
#define PLACE_OWN_DIVISIONS_H

#include "base/map.h"
#include "data/row.h"
#include "division.h"

enum gazetteer {
	GAZETTEER_PLACES,	/* down to counties */
	GAZETTEER_TOWNS,
	GAZETTEERS
};

struct own_division {
	struct division        division;
	struct slice           alias;	/* short names, parted by | */
	const struct data_row *row;
	bool                   off;	/* only takes away the one built in */
};

struct own_divisions {
	struct own_division *at;
	size_t               n;
	struct map           by_name;	/* of all their names */
};

/* The next of LIST with NAME, in full or in short, or NULL; *PROBE is 0 at
 * first. */
const struct own_division *own_division_called(
    const struct own_divisions *list, struct slice name, size_t *probe);

/* That of LIST with the code and the name of DIVISION, or NULL. */
const struct own_division *own_division_same(const struct own_divisions *list,
    const struct division *division);

/* Reads the user's lines; what is wrong with them ends the process with 2. */
void own_divisions_load(void);

/* The user's lines of GAZETTEER, once they are loaded. */
const struct own_divisions *own_divisions(enum gazetteer gazetteer);

#endif
