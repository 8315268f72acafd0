/* The rules bound to the cells of reports that are laid out alike.  Nearly
 * all reports of a form have the same cells in the same order, so this is
 * done once for thousands of them. */
#ifndef RULE_PLAN_H
#define RULE_PLAN_H

#include <stddef.h>

#include "base/arena.h"
#include "base/map.h"
#include "linear.h"
#include "report.h"
#include "rule.h"

/* The cells that a reference of a rule means. */
struct binding {
	unsigned first, n;	/* in plan->number */
	bool     complete;	/* all that the rule counts on */
};

/* A rule applied to one item, column, cell, or the report. */
struct instance {
	const struct rule *rule;
	struct slice       item, col;	/* what it ranges over, or empty */
	unsigned           binding;	/* of its first reference */
	unsigned           check, checks;	/* in plan->check */
	bool               is_linear;	/* these checks are all of it */
};

struct plan {
	struct slice       form;
	unsigned          *layout;
	size_t             layouts;
	struct instance   *instance;
	size_t             instances, instance_room;
	struct binding    *binding;
	size_t             bindings, binding_room;
	unsigned          *number;
	size_t             numbers, number_room;
	struct linear_check *check;
	size_t             checks, check_room;
	struct linear_term *term;
	size_t             terms, term_room;
	struct arena       arena;
};

enum { PLANS_MAX = 256 };

struct plans {			/* all zero: none yet */
	struct plan *plan;
	size_t       n;
	struct map   map;	/* from layouts to plans */
};

/* The plan for reports like this one, made if need be; valid until the next
 * call. */
const struct plan *plans_find(struct plans *plans, const struct rules *rules,
    const struct report *report);

/* Forgets all plans, as when numbers of names have changed. */
void plans_free(struct plans *plans);

/* The item that R names, a pattern perhaps, where the rule ranges over ITEM:
 * that stands in place of a leading `$'; a copy in ARENA then. */
struct slice reference_item(const struct reference *r, struct slice item,
    struct arena *arena);

/* Appends the cells that R means in REPORT, for an instance over ITEM and
 * COL, to PLAN->number. */
struct binding reference_bind(const struct reference *r,
    const struct report *report, struct slice item, struct slice col,
    struct plan *plan);

#endif
