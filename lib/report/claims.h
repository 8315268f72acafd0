/* Which sentence states which cell of a table: told by the rules that compare them. */
#ifndef REPORT_CLAIMS_H
#define REPORT_CLAIMS_H

#include "figures.h"
#include "rule/rules.h"

/* A figure of sentences that RULE holds equal to a cell. */
struct claim {
	const struct rule *rule;
	struct slice       item;	/* prose.requests.new */
	struct slice       cell_item, cell_col;
};

struct claims {			/* all zero: none */
	struct claim *claim;
	size_t        n, room;
	struct arena  names;
};

/* Collects the claims that RULES are of, which stay in use. */
void claims_collect(struct claims *claims, const struct rules *rules);

/* Notes with each cell of FIGURES the sentence that states it. */
void claims_note(const struct claims *claims, const struct rules *rules,
    struct figures *figures);

void claims_free(struct claims *claims);

#endif
