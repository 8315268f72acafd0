/* A province, city, county, township or street: its name, code and years. */
#ifndef PLACE_DIVISION_H
#define PLACE_DIVISION_H

#include <stdbool.h>

#include "base/slice.h"

enum division_level {
	DIVISION_PROVINCE, DIVISION_CITY, DIVISION_COUNTY, DIVISION_TOWN
};

struct division {
	struct slice  name;	/* in full: 积石山保安族东乡族撒拉族自治县 */
	unsigned long code;	/* of 6 digits, of a town 9 */
	int           from, to;	/* years; 0, 9999: not known */
};

enum {
	DIVISION_FIELDS = 4,
	DIVISION_DIGITS = 6,	/* of a code, of a town's */
	DIVISION_TOWN_DIGITS = 9,
	DIVISION_NAME_BYTES = 60,	/* no name is longer */
};

/* Reads the fields of a line of any list: name and code, or code and name, and
 * both years.  DIGITS is how many a code has.  Returns the field that will not
 * do, or NULL. */
const struct slice *division_read(
    const struct slice field[DIVISION_FIELDS], size_t digits,
    struct division *division);

/* Reads TEXT, the code of any division.  False when it is none. */
bool division_code_read(struct slice text, struct division *division);

enum division_level division_level(const struct division *division);

/* As records name it: province, city, county, town. */
struct slice division_word(enum division_level level);

/* Whether DIVISION is a zone that only statistics count as a county (71 to 80):
 * an office there lies in the city. */
bool division_is_zone(const struct division *division);

/* The code of the county that a town lies in; any other division's own. */
unsigned long division_county_code(const struct division *division);

/* The code of the division right above; 0 above a province. */
unsigned long division_above(const struct division *division);

/* Whether DIVISION was there in YEAR, as far as known; 0 is any year. */
bool division_in_year(const struct division *division, int year);

/* Whether INNER lies in OUTER, by their codes; not in itself. */
bool division_within(const struct division *inner,
    const struct division *outer);

#endif
