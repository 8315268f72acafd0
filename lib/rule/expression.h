/* The language of the rules, nianbao-rules(5), as code for a stack machine.
 *
 *	sum(requests.results.denied.*){8} + requests.results.open =
 *	    requests.results.total
 *
 * Cells stay names here; a plan binds them to the cells of a report. */
#ifndef RULE_EXPRESSION_H
#define RULE_EXPRESSION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/slice.h"

enum operation {
	OP_AMOUNT,		/* constant[argument] */
	OP_CELLS,		/* reference[argument], folded */
	OP_LIKE,		/* reference's text matches text[second] */
	OP_LIST,		/* enum list_figure of the list at hand */
	OP_YEAR, OP_FORM,
	OP_SINCE,		/* years since the office's last report */
	OP_REPEATED, OP_DIFFERING,	/* figures as last year, or not */
	OP_FIGURES,		/* figures stated in tables and sentences */
	OP_ADD, OP_SUBTRACT, OP_MULTIPLY, OP_DIVIDE, OP_NEGATIVE,
	OP_GREATER, OP_LESSER,	/* of two numbers */
	OP_DATE,		/* year, month, day */
	OP_INTEGER,
	/* Comparisons take a tolerance on top. */
	OP_EQUAL, OP_UNEQUAL, OP_AT_MOST, OP_AT_LEAST, OP_BELOW, OP_ABOVE,
	OP_NOT, OP_AND, OP_OR, OP_IMPLIES,
	OPERATIONS
};

/* How the cells that a reference means become one quantity. */
enum fold {
	FOLD_SUM,
	FOLD_GREATEST, FOLD_LEAST,
	/* How many of them state a figure, are blank (marks such as / are), are
	 * blank and can only be 0, are not in the report, could not be read. */
	FOLD_COUNT, FOLD_BLANK, FOLD_ZEROS, FOLD_ABSENT, FOLD_UNREADABLE,
	FOLD_HIGHEST, FOLD_LOWEST,	/* in the office's earlier reports */
	/* The unit of its last digit; itself, in yuan where it says 万元. */
	FOLD_DIGIT, FOLD_PLAIN
};

enum list_figure {
	LIST_HEAD, LIST_PARTS, LIST_SHARES, LIST_COUNT, LIST_PERCENTS,
	LIST_EXHAUSTIVE, LIST_LINKED, LIST_RESULTS,
	LIST_PART, LIST_SHARE, LIST_DIGIT,
	LIST_FIGURES
};

/* Cells as a rule writes them: `$.total@natural', `channel.*'. */
struct reference {
	struct slice item;	/* may begin with $ and end with a pattern */
	struct slice col;	/* empty: the column the rule ranges over */
	enum fold    fold;
	bool         is_pattern;
	bool         previous;	/* of the same office's report of the year
				 * before */
	bool         earlier;	/* of its last one, of whatever year */
	bool         has_fallback;
	long long    fallback;	/* where the report has no such fact */
	int          expected;	/* cells a pattern has on the form, or 0 */
};

struct instruction {
	enum operation operation;
	unsigned short argument, second;
};

struct expression {
	struct instruction *code;
	struct reference   *reference;
	long long          *constant;
	struct slice       *text;
	unsigned short      codes, references, constants, texts;
	unsigned short      consequent;	/* where the part behind => begins */
	unsigned short      premises;	/* the references before it */
	unsigned short      pasts;	/* references to earlier reports */
	bool                uses_previous, uses_history;
	bool                needs_previous;	/* else there is no verdict */
};

enum { EXPRESSION_STACK = 32, EXPRESSION_PARTS = 128, ORG_REFERENCE = 0xFFFF };

/* Reads TEXT as a condition into E, in ARENA; the slices are of TEXT.
 * Returns NULL, or why not, with *AT the offset in TEXT where. */
const char *expression_parse(struct slice text, struct arena *arena,
    struct expression *e, size_t *at);

/* Reads one reference, as `requests.new@total', for messages.  Returns NULL, or
 * why TEXT is none. */
const char *reference_parse(struct slice text, struct reference *reference);

/* The item that R names, a pattern perhaps, where the rule ranges over ITEM:
 * that stands in place of a leading `$'; a copy in ARENA then. */
struct slice reference_item(const struct reference *r, struct slice item,
    struct arena *arena);

#endif
