/* What the rules that add up cells and compare say together: which follow from
 * the others, which contradict them. */
#ifndef RULE_EQUATIONS_H
#define RULE_EQUATIONS_H

#include "plan.h"

enum relation { RELATION_NONE, RELATION_FOLLOWS, RELATION_CONTRADICTS };

struct equation_of_rule;	/* a linear check of an instance of a rule */

struct equations {
	struct equation_of_rule *equation;
	size_t                   n, room;
	unsigned                *variable;	/* a cell's number, doubled, + 1
						 * for that of last year */
	size_t                   variables, variable_room;
	const struct names      *names;
};

/* Takes the linear checks of PLAN over the cells of NAMES, which stay in use. */
void equations_of(struct equations *all, const struct plan *plan,
    const struct names *names);

typedef bool rule_pair_fn(const struct rule *a, const struct rule *b);

/* How RULE stands to those that are its OTHERS; one of these that it follows from
 * or contradicts by itself goes into *OTHER.  It follows when all of its checks
 * do: an equality from equalities, by elimination; one with an inequality from a
 * single check over the same cells.  It does not follow from what is said of other
 * sentences than its own, which a report may lack.  A rule that is not linear
 * stands to nothing. */
enum relation equations_relation(const struct equations *all,
    const struct rule *rule, rule_pair_fn *is_other,
    const struct rule **other);

void equations_free(struct equations *all);

#endif
