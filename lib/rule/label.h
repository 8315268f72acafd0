/* What messages call the cells of a report. */
#ifndef RULE_LABEL_H
#define RULE_LABEL_H

#include "base/buffer.h"
#include "form/form.h"

/* Adds the name of an item, of a column (ITEM empty) or of a cell of FORM to
 * OUT, in the words that the form prints. */
void label_add(const struct forms *forms, struct slice form,
    struct slice item, struct slice col, struct buffer *out);

#endif
