/* The rules bound to the cells of reports that are laid out alike.  Nearly
 * all reports of a form have the same cells in the same order, so this is
 * done once for thousands of them. */
#ifndef RULE_PLAN_H
#define RULE_PLAN_H

#include <stddef.h>

#include "base/arena.h"
#include "report.h"
#include "rule.h"

/* The cells that a reference of a rule means. */
struct binding {
	unsigned first, n;	/* in plan->number */
	unsigned tally;		/* those that count the same cells share it */
	bool     complete;	/* all that the rule counts on */
};

/* A rule applied to one item, column, cell, or the report. */
struct instance {
	const struct rule *rule;
	struct slice       item, col;	/* what it ranges over, or empty */
	unsigned           binding;	/* of its first reference */
	unsigned           check, checks;	/* in plan->check */
	bool               is_linear;	/* these checks are all of it */
	unsigned           needs;	/* a cell of no table, without which
					 * there is no verdict, or NAMES_NONE */
};

enum check_kind { CHECK_EQUAL, CHECK_AT_MOST, CHECK_INTEGER };

/* The terms' sum, plus CONSTANT, is 0, or at most 0, or whole. */
struct linear_check {
	enum check_kind kind;
	long long       constant;
	unsigned        term, terms;	/* in plan->term */
};

/* A cell, added or subtracted. */
struct linear_term {
	unsigned number;	/* in names */
	unsigned place;		/* in the layout; PLACE_NONE: not there */
	bool     negative;
	bool     previous;	/* of the office's last report */
};

enum { PLACE_NONE = 0x7FFFFFFF, TALLIES_MAX = 16 };

struct plan {
	struct slice       form;
	bool               is_ruled;	/* a rule names it, or there is none */
	unsigned          *layout;
	size_t             layouts;
	struct instance   *instance;
	size_t             instances, instance_room;
	struct binding    *binding;
	size_t             bindings, binding_room;
	unsigned           tallies;
	bool               is_cut;	/* a rule has more instances than are
					 * made */
	unsigned          *number;
	size_t             numbers, number_room;
	struct linear_check *check;
	size_t             checks, check_room;
	struct linear_term *term;
	size_t             terms, term_room;
	struct arena       arena;
};

#endif
