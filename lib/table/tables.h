/* Laying a document's tables over a form: which form it is, which entries are
 * which items, and a fact for every cell that the form has. */
#ifndef TABLE_TABLES_H
#define TABLE_TABLES_H

#include "record/fact.h"
#include "record/reader.h"
#include "form/form.h"

struct laying;			/* what is kept from document to document */

struct laying *laying_new(const struct forms *forms);
void           laying_free(struct laying *laying);

/* Looks at DOCUMENT (blocks from sectionize), which must stay as it is until
 * laying_facts is done.  Returns the form its tables follow: by their heads,
 * never by its year, but for YEAR ("" if unknown) where the heads leave two
 * forms open; empty when it has no table of any form. */
struct slice laying_read(struct laying *laying,
    const struct document *document, struct slice year);

/* How many cells of the form there are, and what became of them. */
struct laying_counts {
	unsigned expected, found, blank, unreadable;
};

/* Hands every cell of the form to EMIT, in the form's order. */
struct laying_counts laying_facts(struct laying *laying, fact_fn *emit,
    void *context);

#endif
