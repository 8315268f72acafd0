/* What a line is, by the words in it: patterns are data, one a row with the
 * columns
 *
 *	name	what a line that matches is
 *	needs	words it must have: groups parted by a space, of each group one
 *		word, these parted by |
 *	unless	words, parted by |, of which it may have none
 *	most	how many characters it may have; empty: any number
 *	alone	words, parted by |: for the caller, see line_pattern_find
 *
 * The first row that fits wins, but for genres: there all that fit count, and
 * other columns stand in place of `alone'.  nianbao-headings(5) describes the
 * files. */
#ifndef SECTION_LINE_PATTERN_H
#define SECTION_LINE_PATTERN_H

#include "word.h"

/* Reads the patterns of headings, genres and lines of the page.  What is wrong
 * with one, or can never match, ends the process with 2.  The functions below
 * read a file at their first call. */
void line_patterns_load(void);

/* The name of the first pattern of FILE that LINE, folded, fits; .n is 0 when
 * there is none.  *ALONE (may be NULL) tells whether LINE also has a word of
 * that pattern's column of this name. */
struct slice line_pattern_find(enum data_file file, struct slice line,
    bool *alone);

/* Calls FN with the row of each pattern of FILE that LINE, folded, fits. */
typedef void line_pattern_fn(void *context, const struct data_row *row);
void line_patterns_each(enum data_file file, struct slice line,
    line_pattern_fn *fn, void *context);

/* Whether LINE begins or ends, but for brackets and marks behind it, with the
 * character of a word that FILE wants there: spares most lines a closer
 * look. */
bool line_pattern_may_find(enum data_file file, struct slice line);

/* For line_pattern.c: ends the process with 2 at the first row of TABLE that
 * can match nothing: it needs no word, or only words that its own `unless'
 * forbids or that are longer than `most'; or, where FIRST_WINS, an earlier row
 * has all that it would have.  A user's row may take all of a row built in.
 * dead_lines.c */
void dead_lines_refuse(const struct data_table *table, bool first_wins);

#endif
