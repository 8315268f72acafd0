/* The copies of one office's report for one year, and what they say together,
 * whichever of them comes first.
 *
 * A cell in which copies that state a figure agree has that figure; what a copy
 * leaves blank, lacks or has unreadable says nothing against it.  Where figures
 * differ, those of the newest copies that state one are taken, or of the first
 * ones: a report that was put right is published again.  Of copies of one day the
 * figure that most state; of several stated as often that of the copy with the
 * most figures; of copies as full as each other always the same one, by what they
 * state. */
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
	unsigned        note;	/* a number of who filed it; 0: none */
	unsigned        copy;	/* of its report, which one states it */
	unsigned        day;	/* of the days of these copies, which one */
};

/* The order of two statements, as of strcmp: by what they say of which cell, not
 * by numbers that depend on what came first. */
typedef int statement_order_fn(void *context, const struct statement *a,
    const struct statement *b);

/* Which of the copies is believed where their figures differ. */
enum revision { REVISION_NEWEST, REVISION_FIRST, REVISION_NONE };

/* Its name; the one of NAME: false if there is none. */
const char *revision_name(enum revision revision);
bool revision_find(struct slice name, enum revision *revision);

struct report_sets;

/* What is known of a report besides its statements.  DATE is its day, as
 * 20240312, 0: not known; CODE that of its division, likewise. */
struct report_origin {
	struct slice  doc, office, region;
	unsigned      year, date;
	unsigned long code;
	bool          governs;		/* it is a government's */
};

struct filed_report {
	struct slice  doc;		/* if names are kept */
	size_t        number;		/* in offices */
	size_t        office;		/* its rank there, once settled */
	size_t        at, size;		/* in bytes */
	size_t        statements, figures;
	unsigned      year, date;
	unsigned long code;
	bool          governs;
	const struct filed_report *parent;	/* that speaks for it, or NULL */
	const struct report_sets  *sets;
};

static inline bool
filed_report_is_copy(const struct filed_report *report,
    const struct filed_report *other)
{
	return report->office == other->office && report->year == other->year;
}

/* Why a report is left out. */
enum left_out_reason { LEFT_OUT_COPY, LEFT_OUT_DIFFERS, LEFT_OUT_CHILD };

typedef void statement_fn(void *context, const struct statement *statement);

/* Is told that REPORT is left out in favour of the report INSTEAD. */
typedef void left_out_fn(void *context, const struct filed_report *report,
    enum left_out_reason reason, const struct filed_report *instead);

struct report_sets {		/* all zero: none yet */
	enum revision        revision;
	bool                 keeps_names;
	bool                 has_copies;	/* each counts by itself */
	struct offices       offices;
	struct filed_report *report;
	size_t               n, room;
	unsigned char       *bytes;	/* statements, packed: some 5 bytes each */
	size_t               used, bytes_room;
	struct arena         names;
	struct statement    *statement;	/* of the set at hand */
	size_t               statement_room;
	size_t               copies, differing;	/* left out; cells that differ */
	size_t               children;	/* left out */
	/* Told when all has been passed on that a set says, whose preferred report
	 * is FIRST; NULL: nobody asks. */
	void               (*passed)(void *context,
			     const struct filed_report *first);
	statement_order_fn  *order;	/* while they are closed */
	void                *context;
};

/* Files the N statements of a report. */
void sets_file(struct report_sets *sets, const struct report_origin *origin,
    const struct statement statement[], size_t n);

/* Calls FN for each statement of REPORT, in the order in which it was filed. */
void filed_report_each(const struct filed_report *report, statement_fn *fn,
    void *context);

/* The first of them. */
struct statement filed_report_first(const struct filed_report *report);

/* Orders the reports filed: sets stand together, in each the copies that are
 * preferred come first. */
void sets_order(struct report_sets *sets, statement_order_fn *order,
    void *context);

/* Calls FN for what the reports say that have no .parent, a set at a time, LEFT_OUT
 * for those left out, and forgets all.  sets_order comes first. */
void sets_close(struct report_sets *sets, statement_fn *fn,
    left_out_fn *left_out, void *context);

void sets_free(struct report_sets *sets);

#endif
