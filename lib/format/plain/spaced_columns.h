/* The columns of figures in a run of lines: where they stand in the lines that
 * have all of them, and which of them other lines have. */
#ifndef PLAIN_SPACED_COLUMNS_H
#define PLAIN_SPACED_COLUMNS_H

#include "spaced_words.h"

/* No form has more: what has stays lines, as poems and programs do. */
enum { SPACED_COLUMNS_MAX = 16 };

struct spaced_columns {
	enum display_rule rule;		/* by which they are measured */
	size_t            columns;
	unsigned          unit_from, unit_to;	/* that of units */
	bool              loose;	/* the first may be further left */
	bool              summing;	/* only lines with their sum show them */
	bool              lone;		/* one line alone showed them */
	bool              sure;		/* the measure is: a name may show one */
	/* Of each: from ... to - 1; twice the middle of its figures, the least and
	 * the most. */
	unsigned from[SPACED_COLUMNS_MAX], to[SPACED_COLUMNS_MAX];
	unsigned least[SPACED_COLUMNS_MAX], most[SPACED_COLUMNS_MAX];
	/* The same from the end of the unit on, in lines that have one. */
	bool     united;
	long     near[SPACED_COLUMNS_MAX], far[SPACED_COLUMNS_MAX];
};

/* Whether most of lines FIRST to END - 1 of TEXT end with the sum of their other
 * figures: then one that does not may have a number of its label among them, and
 * shows no columns. */
bool spaced_columns_summing(const struct spaced_text *text, size_t first,
    size_t end);

/* Finds the columns of lines FIRST to END - 1 of TEXT, measured by RULE: COLUMNS of
 * them, as some line has, or all together; SUMMING says which lines show them.
 * Returns false where there are not as many, or they overlap.  What is made for it
 * lives in ARENA. */
bool spaced_columns_find(struct spaced_columns *c, const struct spaced_text *text,
    size_t first, size_t end, struct arena *arena);

/* The same of lines that follow each other, each with figures, by nothing but these: all
 * columns have some, a line has both of any two that are neighbours, so that they are
 * two, and each line ends with its sum.  Programs that lay out pages may move such a run
 * as a whole. */
bool spaced_columns_find_run(struct spaced_columns *c,
    const struct spaced_text *text, size_t first, size_t end,
    struct arena *arena);

/* Widens COLUMN of C to where WORD stands. */
void spaced_columns_note(struct spaced_columns *c, size_t column,
    const struct spaced_word *word);

/* How far off column K of C the middle of WORD lies, doubled. */
unsigned spaced_columns_distance(const struct spaced_columns *c, size_t k,
    const struct spaced_word *word);

/* Whether two columns of C overlap. */
bool spaced_columns_overlap(const struct spaced_columns *c);

/* Widens C, whose columns are found, to the figures of lines FIRST to END - 1 of TEXT
 * that have a place in it. */
void spaced_columns_learn(struct spaced_columns *c, const struct spaced_text *text,
    size_t first, size_t end);

/* Puts into WORD what LINE has in each column, NULL where it has nothing.  Returns
 * false when one of its figures stands in none for certain. */
bool spaced_columns_place(const struct spaced_columns *c,
    const struct spaced_line *line,
    const struct spaced_word *word[SPACED_COLUMNS_MAX]);

/* Whether the last of the figures in WORD is there and is the sum of the others; a
 * mark is nothing. */
bool spaced_columns_total(const struct spaced_columns *c,
    const struct spaced_word *const word[]);

#endif
