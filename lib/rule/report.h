/* One report's figures, laid out for the rules. */
#ifndef RULE_REPORT_H
#define RULE_REPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/slice.h"
#include "interval.h"
#include "lists.h"
#include "names.h"
#include "record/reader.h"
#include "record/state.h"

enum fact_source { SOURCE_TABLE, SOURCE_PROSE, SOURCE_STRUCTURE };

/* A cell, or one of several statements of the same measure in sentences. */
struct report_cell {
	unsigned         number;	/* in names */
	unsigned         next;		/* further statement, or CELL_NONE */
	unsigned         last;		/* of the first one: the last one */
	unsigned         place;		/* in the layout, if in a table */
	enum fact_source source;
	bool             is_member;	/* of a list, too */
	bool             is_zero;	/* blank, see zeros.h */
	enum fact_state  state;
	struct interval  value;
	unsigned         copies;	/* of a set of them: which state this,
					 * a bit each */
	const struct record *record;	/* NULL in an earlier report */
};

#define CELL_NONE (~0U)

struct report {
	struct names *names;
	struct slice  doc, region, org, form;	/* escaped, as in records */
	struct slice  office;	/* the key of the office, or its name */
	struct slice  genre;
	int           year;	/* 0: unknown */
	struct report_cell  *cell;
	size_t        cells, cell_room;
	unsigned     *slot;	/* by number: place in cell, to be verified */
	unsigned     *layout;	/* numbers of the tables' cells, in order */
	long long    *amount;	/* of the layout's cells */
	bool         *is_plain;	/* stated or blank; not rough or twice */
	size_t        layouts, layout_room, amount_room, plain_room;
	unsigned long long layout_hash;
	unsigned      nonzero_tables;	/* a bit each: some figure is not 0 */
	bool          has_blanks;	/* its tables */
	struct prose_lists lists;
	struct arena  text;	/* of an earlier report: its strings */
};

/* Lays out DOCUMENT, in place of what REPORT held.  The records are
 * referred to, not copied.  Values that are no numbers are reported and read
 * as unreadable. */
void report_read(struct report *report, struct names *names,
    const struct document *document);

/* Makes REPORT independent of its document, which goes away. */
void report_detach(struct report *report);

/* Whether the document is something else than an annual report, such as a
 * notice: it is no year of its office's. */
bool report_is_other(const struct report *report);

/* The first cell NUMBER, or NULL. */
static inline const struct report_cell *
report_cell(const struct report *report, unsigned number)
{
	unsigned place;

	if (report->slot == NULL || number >= NAMES_MAX)
		return NULL;
	place = report->slot[number];
	return place < report->cells &&
	    report->cell[place].number == number ? &report->cell[place] : NULL;
}

/* The same, to be changed. */
struct report_cell *report_cell_in(struct report *report, unsigned number);

/* Adds a copy of CELL, behind the statements of its number if there are any. */
void report_add(struct report *report, const struct report_cell *cell);

/* What is known of a cell whose several statements may differ: one of them
 * counted by CHOICE in prose, all of them together in tables. */
struct interval report_value(const struct report *report,
    const struct report_cell *cell, unsigned choice);

void report_free(struct report *report);

#endif
