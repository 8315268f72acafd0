/* The copies of one office's report for one year, and what they say together,
 * whichever of them comes first.
 *
 * A cell in which copies that state a figure agree has that figure; what a copy
 * leaves blank, lacks or has unreadable says nothing against it.  Where figures
 * differ, the one that most copies state is taken; of several stated as often
 * that of the copy with the most figures; of copies as full as each other always
 * the same one, by what they state. */
#ifndef SUMMARY_REPORT_SET_H
#define SUMMARY_REPORT_SET_H

#include <stdbool.h>

#include "office.h"
#include "record/state.h"

/* A fact of a report. */
struct statement {
	size_t          group;	/* the place of its group */
	size_t          cell;	/* a number for item and column, and for which
				 * of several statements about them it is */
	enum fact_state state;
	long long       value;	/* millionths, if the state has one */
	size_t          copy;	/* of its report, which one states it */
};

/* The order of two statements, as of strcmp: by what they say of which cell, not
 * by numbers that depend on what came first. */
typedef int statement_order_fn(void *context, const struct statement *a,
    const struct statement *b);

struct report_sets;

struct filed_report {
	size_t             office;	/* in offices */
	unsigned long long year;
	size_t             at, size;	/* in bytes */
	size_t             statements, figures;
	const struct report_sets *sets;
};

struct report_sets {		/* all zero: none yet */
	struct offices       offices;
	struct filed_report *report;
	size_t               n, room;
	unsigned char       *bytes;	/* statements, packed: some 5 bytes each */
	size_t               used, bytes_room;
	struct statement    *statement;	/* of the set at hand */
	size_t               statement_room;
	size_t               copies, differing;	/* left out; cells that differ */
	statement_order_fn  *order;	/* while they are closed */
	void                *context;
};

typedef void statement_fn(void *context, const struct statement *statement);

/* Files the N statements of a report of YEAR by the office whose key is OFFICE,
 * in REGION. */
void sets_file(struct report_sets *sets, struct slice office,
    struct slice region, unsigned long long year,
    const struct statement statement[], size_t n);

/* Calls FN for what the reports filed say, a set at a time, and forgets them. */
void sets_close(struct report_sets *sets, statement_fn *fn,
    statement_order_fn *order, void *context);

void sets_free(struct report_sets *sets);

#endif
