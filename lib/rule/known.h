/* The cells that a rule can name: those of the forms' tables, the figures of
 * sentences, the facts about a report's structure. */
#ifndef RULE_KNOWN_H
#define RULE_KNOWN_H

#include <stddef.h>

#include "base/arena.h"
#include "form/form.h"

struct known_cell {
	struct slice form;	/* empty: of any */
	struct slice item, col;
};

struct known_cells {		/* all zero: not listed yet */
	struct known_cell *cell;
	size_t             n, room;
	struct arena       arena;
};

/* Lists the cells of FORMS and of the suite's data into KNOWN. */
void known_cells_list(struct known_cells *known, const struct forms *forms);

void known_cells_free(struct known_cells *known);

#endif
