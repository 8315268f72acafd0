/* Which form a document follows, by what its tables say. */
#ifndef TABLE_DETECT_FORM_H
#define TABLE_DETECT_FORM_H

#include "rows.h"

struct recognised {
	size_t form;		/* its number, NO_FORM: no form's tables */
	size_t variant;		/* of the first item of the variant that most
				   of its items belong to */
};

/* NAMED, as many as the forms have items, is set for those that some entry
 * with figures may be. */
void recognise_named(bool named[], const struct forms *forms,
    const struct entries *entries);

/* The form that the heads of SHEET and ENTRIES and the items NAMED speak for;
 * YEAR breaks a tie that they leave. */
struct recognised recognise(const struct forms *forms,
    const struct sheet *sheet, const struct entries *entries,
    const bool named[], struct slice year);

#endif
