/* The record types as stores have them: types, whose fields have a type.
 * Facts and findings are those of record/schema.h; a summary has the fields
 * that its header line names. */
#ifndef EXPORT_RECORD_TYPE_H
#define EXPORT_RECORD_TYPE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/slice.h"
#include "record/schema.h"

enum value_type {
	VALUE_TEXT,
	VALUE_YEAR,	/* four digits */
	VALUE_COUNT,	/* a whole number of at most 18 digits */
	VALUE_NUMBER,	/* a plain decimal, see decimal.h */
	VALUE_TYPES
};

struct value_rule {
	enum value_type    type;
	bool               required;	/* never empty */
	const char *const *word;	/* the only ones there are; NULL: any */
};

/* As many fields as a table of PostgreSQL may have columns. */
enum { TYPE_FIELDS_MAX = 1600, RECORD_TYPES_MAX = 4 };

struct record_type {
	const struct schema *schema;
	bool                 by_document;	/* field 0 is doc */
	struct value_rule    rule[TYPE_FIELDS_MAX];
};

extern const struct record_type facts_type, findings_type, documents_type;

/* Those that are kept by document. */
enum { KEPT_TYPES = 3 };
extern const struct record_type *const kept_type[KEPT_TYPES];

/* A summary of its own fields; all zero at first. */
struct summary_type {
	struct record_type type;
	struct schema   schema;
	const char     *field[TYPE_FIELDS_MAX];
};

/* Whether the N fields FIELD are the names of TYPE's, in whatever order;
 * ORDER tells which each is. */
bool record_type_is_named(const struct record_type *type,
    const struct slice field[], int n, int order[]);

/* Whether the N fields FIELD are what aggregate -H calls those of a summary, with one
 * statistic at least, or of a wide table. */
bool names_summary(const struct slice field[], int n);

/* Makes SUMMARY of the header line FIELD, its names copied to ARENA.  Returns
 * NULL, or the reason why that is no header of a summary: a name with quotes or
 * what cannot be seen, one that stands there twice, too many. */
const char *summary_type_make(struct summary_type *summary,
    const struct slice field[], int n, struct arena *arena);

/* What is wrong with TEXT under RULE; NULL: nothing. */
const char *value_fault(const struct value_rule *rule, struct slice text);

#endif
