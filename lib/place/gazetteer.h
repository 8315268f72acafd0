/* The gazetteer: provinces, cities and counties (places.tsv), townships and
 * streets (towns.tsv), with their codes and the years they bore them.  The
 * lists are searched where they lie; a user's lines are laid over them. */
#ifndef PLACE_GAZETTEER_H
#define PLACE_GAZETTEER_H

#include "own_divisions.h"

/* Lays the user's lines over the lists; what is wrong with them ends the
 * process with 2.  The functions below do it at their first call. */
void gazetteer_load(void);

/* Whether a name in any of the lists may begin as TEXT does: false for most
 * texts, at little cost. */
bool gazetteer_may_begin(struct slice text);

/* The longest name in GAZETTEER, in full or short (内蒙古, 恩施州), that TEXT
 * begins with: its bytes, or 0. */
size_t gazetteer_longest(enum gazetteer gazetteer, struct slice text);

/* All divisions that are called NAME, in any year:
 *
 *	struct gazetteer_search search = gazetteer_search(gazetteer, name);
 *	struct division division;
 *
 *	while (gazetteer_next(&search, &division))
 */
struct gazetteer_search {
	enum gazetteer gazetteer;
	struct slice   name;
	struct slice   lines;		/* built in, that are still to be read */
	size_t         probe;		/* among the user's */
};

struct gazetteer_search gazetteer_search(enum gazetteer gazetteer,
    struct slice name);
bool gazetteer_next(struct gazetteer_search *search, struct division *division);

/* Whether a division is called NAME. */
bool gazetteer_has(enum gazetteer gazetteer, struct slice name);

/* The province, city or county that bore the 6 digits CODE in YEAR; in any
 * year where none did then, or YEAR is 0.  False when there is none. */
bool gazetteer_code(unsigned long code, int year, struct division *division);

#endif
