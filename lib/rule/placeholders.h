/* Sentences with places to be filled in: {cell}, {org}. */
#ifndef RULE_PLACEHOLDERS_H
#define RULE_PLACEHOLDERS_H

#include "base/buffer.h"
#include "data/row.h"

/* What stands for a placeholder. */
struct filling {
	const char  *name;
	struct slice text;
};

/* Adds SENTENCE, filled in with the N FILLINGS, to OUT. */
void placeholders_fill(struct buffer *out, struct slice sentence,
    const struct filling fillings[], size_t n);

/* Refuses a placeholder in COLUMN of ROW that is none of MAY, words with a blank before
 * and behind each: ends the process with 2. */
void placeholders_vet(const struct data_row *row, int column, const char *may);

#endif
