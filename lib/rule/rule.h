/* A rule, a line of rules.tsv: nianbao-rules(5) describes its fields and the
 * language of its condition. */
#ifndef RULE_RULE_H
#define RULE_RULE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/slice.h"
#include "data/data.h"
#include "expression.h"
#include "form/form.h"

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

/* What check finds out by itself: ids of rules of RANGE_OWN. */
enum own_rule {
	OWN_MISSING,		/* a report of the roster */
	OWN_UNREAD,		/* one whose file came, but could not be read */
	OWN_NEAR,		/* one that came under nearly the same name */
	OWN_LATE, OWN_DUPLICATE, OWN_YEAR, OWN_UNKNOWN,
	OWN_CHILDREN,		/* reports of offices below another */
	OWN_COPY, OWN_CHANGED,	/* another report of the office and year */
	OWN_LAPSED,		/* a waiver */
	OWN_NO_RULE,		/* for the form of the report */
	OWN_RULES
};

extern const char *const own_rule_id[OWN_RULES];

enum { RANGE_NAMES_MAX = 32 };

/* A set of forms, a bit for each by its number. */
typedef unsigned long long form_set;

_Static_assert(FORMS_KNOWN_MAX <= 64, "form_set has a bit for each form");

struct rule {
	struct slice      id;
	form_set          forms;	/* those it names */
	bool              any_form;	/* ... or any */
	bool              not_report;	/* ... or what is no report */
	form_set          replaced;	/* a later line speaks of these */
	enum rule_level   level;
	enum rule_range   range;
	const struct slice *item, *col;	/* RANGE_NAMES_MAX at most */
	size_t            items, cols;
	struct slice      forms_text, range_text;
	struct expression condition;
	struct slice      condition_text;
	struct slice      message[2];	/* enum rule_language */
	struct slice      source;
};

enum rule_language { RULE_CHINESE, RULE_ENGLISH, RULE_LANGUAGES };

/* What is wrong in a line, and the part of it to blame. */
struct rule_fault {
	const char  *reason;
	struct slice where;
};

/* Reads the line ROW into RULE, in ARENA; the slices are of ROW.  A rule of
 * the level `off' has an id and forms, no more.  False: not understood, as
 * *FAULT says. */
bool rule_read(struct rule *rule, const struct data_row *row,
    const struct forms *forms, struct arena *arena, struct rule_fault *fault);

/* Notes a fault; false, for its caller to return. */
bool rule_fail(struct rule_fault *fault, const char *reason,
    struct slice where);

/* Takes the next placeholder off the message REST: *TEXT is what stands before
 * it, *WORD what is between its braces, empty at the end of the message.
 * False when nothing is left. */
bool placeholder_next(struct slice *rest, struct slice *text,
    struct slice *word);

#endif
