/* Whether a rule can ever apply, so that a misspelt line is not passed over in
 * silence. */
#ifndef RULE_VET_H
#define RULE_VET_H

#include "rule.h"

struct known_cell {
	struct slice form;	/* empty: of any */
	struct slice item, col;
};

/* The cells that a rule can name: those of the forms' tables, the figures of
 * sentences, the facts about a report. */
struct known_cells {		/* all zero: not listed yet */
	struct known_cell *cell;
	size_t             n, room;
	struct arena       arena;
};

/* Lists the cells of FORMS and of the suite's data into KNOWN. */
void known_cells_list(struct known_cells *known, const struct forms *forms);

/* Whether a cell of ITEM is among KNOWN. */
bool known_cells_have(const struct known_cells *known, struct slice item);

void known_cells_free(struct known_cells *known);

/* Whether RULE can apply to a report of one of its forms, of which the cells
 * KNOWN: its items, columns and patterns are among these, its words are those
 * of its range.  If not, *FAULT says why. */
bool vet_rule(const struct rule *rule, const struct forms *forms,
    const struct known_cells *known, struct rule_fault *fault);

#endif
