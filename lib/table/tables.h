/* Laying a document's tables over a form: which form it is, which rows are
 * which items, and a fact for every cell that the form has. */
#ifndef TABLE_TABLES_H
#define TABLE_TABLES_H

#include "form/form.h"
#include "record/fact.h"
#include "record/reader.h"

struct tables;			/* of one document after another */

struct tables *tables_new(const struct forms *forms);
void           tables_free(struct tables *tables);

/* Reads the tables of DOCUMENT (blocks from sectionize), which must stay as it
 * is until tables_facts is done.  Returns the form they follow: by their
 * headers, never by its year, but for YEAR ("" if unknown) where the headers
 * leave two forms open; empty when it has no table of any form. */
struct slice tables_read(struct tables *tables,
    const struct document *document, struct slice year);

/* How many cells of the form there are, and what became of them. */
struct table_counts {
	unsigned expected, found, blank, unreadable;
};

/* Hands every cell of the form to EMIT, in the form's order. */
struct table_counts tables_facts(struct tables *tables, fact_fn *emit,
    void *context);

#endif
