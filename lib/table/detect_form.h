/* Which form a document follows, by what its tables say. */
#ifndef TABLE_DETECT_FORM_H
#define TABLE_DETECT_FORM_H

#include "rows.h"

struct detected_form {
	size_t form;		/* its number, NO_FORM: no form's tables */
	size_t variant;		/* the first item of the variant that most of
				 * the items named belong to */
};

/* NAMED, as many as the forms have items, is set for those that some row with
 * cells may be. */
void detect_items(bool named[], const struct table_rows *rows);

/* Takes from NAMED the items of other variants that are there only because a label
 * of an item of VARIANT (as in a detected_form) is theirs too: provinces give
 * one label to several items. */
void detect_drop_other_meanings(bool named[], const struct table_rows *rows,
    size_t variant);

/* The form that the headers of ROWS and the items NAMED speak for; YEAR breaks
 * a tie that they leave. */
struct detected_form detect_form(const struct table_rows *rows,
    const bool named[], struct slice year);

#endif
