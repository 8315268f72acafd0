/* The rules as data: rules.tsv of lib/data, and a user's own lines.
 * nianbao-rules(5) describes the fields and the language. */
#ifndef RULE_RULE_H
#define RULE_RULE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/slice.h"
#include "data/data.h"
#include "expression.h"

enum rule_level {		/* as bad as it gets first */
	LEVEL_ERROR, LEVEL_SUSPECT, LEVEL_DUTY, LEVEL_NOTE, LEVEL_OFF,
	RULE_LEVELS
};

extern const char *const rule_level_name[RULE_LEVELS];

/* What a rule is applied to, once each. */
enum rule_range {
	RANGE_REPORT,		/* the report */
	RANGE_ITEM,		/* items, named or by pattern */
	RANGE_COLUMN,		/* columns */
	RANGE_CELL,		/* cells: items and columns */
	RANGE_LIST,		/* lists in sentences */
	RANGE_SHARE,		/* members of lists that state a share */
	/* Without a condition: */
	RANGE_OWN,		/* what check finds out by itself, notice.h */
	RANGE_TREE,		/* cells compared with those of offices below */
	RULE_RANGES
};

enum { RANGE_NAMES_MAX = 32, FORMS_MAX = 8 };

struct rule {
	struct slice      id;
	struct slice      form[FORMS_MAX];	/* none: any form */
	size_t            forms;
	enum rule_level   level;
	enum rule_range   range;
	struct slice      item[RANGE_NAMES_MAX], col[RANGE_NAMES_MAX];
	size_t            items, cols;
	struct expression condition;
	struct slice      condition_text;
	struct slice      message[2];	/* enum rule_language */
	struct slice      source;
};

enum rule_language { RULE_CHINESE, RULE_ENGLISH, RULE_LANGUAGES };

struct rules {			/* all zero: none */
	struct rule *rule;
	size_t       n, room;
	struct arena arena;
};

/* Adds the rules of TABLE.  A rule takes the place of those of its id in
 * earlier tables; with the level `off' it only removes them.  Returns false,
 * having reported file, line and column, when a line is not understood. */
bool rules_add(struct rules *rules, const struct data_table *table);

/* Whether RULE applies to a report of FORM; `not-report' for what is none. */
bool rule_covers(const struct rule *rule, struct slice form);

void rules_free(struct rules *rules);

#endif
