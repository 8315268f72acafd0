/* What an office's earlier reports said. */
#ifndef RULE_HISTORY_H
#define RULE_HISTORY_H

#include <stdbool.h>
#include <stddef.h>

#include "report.h"
#include "rule.h"

/* A figure that broke a chain, and what it should have been: next year's is
 * measured against that too, so that one break is told once. */
struct expected {
	const struct rule *rule;
	unsigned           number;
	struct interval    value;
};

struct history {		/* all zero: none */
	long long      *lowest, *highest;	/* by number */
	unsigned       *stamp;	/* whether they are of this office */
	unsigned        office;	/* counts offices */
	bool            is_known;	/* it has earlier reports */
	struct expected *expected;	/* of the last report */
	size_t          expecteds, expected_room;
	struct expected *fresh;		/* of this one */
	size_t          freshs, fresh_room;
};

/* Another office: nothing is known. */
void history_begin(struct history *history);

/* Takes in the stated figures of REPORT's tables, which is done with. */
void history_add(struct history *history, const struct report *report);

/* The lowest and the highest of NUMBER so far.  Returns false when there is
 * none. */
bool history_range(const struct history *history, unsigned number,
    long long *lowest, long long *highest);

/* Notes that RULE wants VALUE for NUMBER this year. */
void history_expect(struct history *history, const struct rule *rule,
    unsigned number, struct interval value);

/* What RULE wanted for NUMBER last year, or NULL. */
const struct interval *history_expected(const struct history *history,
    const struct rule *rule, unsigned number);

void history_free(struct history *history);

#endif
