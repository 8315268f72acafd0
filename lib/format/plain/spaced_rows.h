/* The tables in a run of measured lines, one after another: a head and the rows
 * below it. */
#ifndef PLAIN_SPACED_ROWS_H
#define PLAIN_SPACED_ROWS_H

#include "spaced_head.h"
#include "spaced_labels.h"
#include "spaced_stacks.h"
#include "text_table.h"

enum { SPACED_WHOLE_MAX = 16 };

struct spaced_rows {
	const struct spaced_text *text;
	struct arena             *arena;
	const bool               *fits;		/* the measures of the text */
	const bool               *refuted;	/* those that it cannot have */
	enum display_rule         rule;		/* the best of those */
	bool                      sure;		/* it fits most of the text */
	size_t                    begin, last;	/* the run: begin ... last - 1 */
	/* The tables of it whose heads have a name for each figure of some row. */
	struct {
		size_t first, end, columns;
	} whole[SPACED_WHOLE_MAX];
	size_t                    wholes;
	size_t                    most;		/* figures in one of its lines */
	unsigned                  figures_to;	/* the first column of figures
						   ends here at least */
	/* Of the table found last. */
	size_t                    head;		/* the first line of its head */
	size_t                    first, end;	/* the lines below that */
	size_t                    columns;
	bool                      empty;	/* no row has figures */
	bool                      named;	/* the head has a name over each */
	bool                      united;	/* rows have units */
	bool                      hung;		/* as many columns as names over
						   figures, more than in any row */
	struct spaced_head        named_by[DISPLAY_RULES];	/* by each measure */
	bool                      summed;	/* most rows have their sum */
	struct spaced_labels      labels;	/* by the best measure */
	struct spaced_labels      other[DISPLAY_RULES];	/* by those that fit */
};

/* Begins with lines FIRST to END - 1 of TEXT; what is made lives in ARENA. */
void spaced_rows_begin(struct spaced_rows *rows, const struct spaced_text *text,
    size_t first, size_t end, struct arena *arena);

/* Adds to PLACED how many lines of the tables have a place for each figure, by each
 * measure. */
void spaced_rows_measure(struct spaced_rows *rows, size_t placed[DISPLAY_RULES]);

/* Says by which measures the tables are to be read: all those that FITS says have to
 * place a row, and none that is not REFUTED may place it elsewhere.  RULE is the best;
 * SURE says that it fits most of the text. */
void spaced_rows_fit(struct spaced_rows *rows, const bool fits[DISPLAY_RULES],
    const bool refuted[DISPLAY_RULES], enum display_rule rule, bool sure);

/* Finds the next table.  Returns false if there is none. */
bool spaced_rows_next(struct spaced_rows *rows);

/* Writes it to T. */
void spaced_rows_write(const struct spaced_rows *rows, struct text_table *t);

#endif
