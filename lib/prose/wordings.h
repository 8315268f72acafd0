/* A line of patterns.tsv says much in few words: a group in braces stands for
 * each of its members, words in square brackets may be left out, a slash parts
 * wordings of one claim.  Here are the single wordings it stands for. */
#ifndef PROSE_WORDINGS_H
#define PROSE_WORDINGS_H

#include "base/arena.h"
#include "pattern_groups.h"

enum pattern_column {
	COLUMN_ITEM, COLUMN_COL, COLUMN_PATTERN, COLUMN_UNLESS, COLUMN_WHERE,
	PATTERN_COLUMNS
};

struct wording {
	const struct data_row *row;
	struct slice           field[PATTERN_COLUMNS];	/* members put in */
	const struct slice    *word;	/* of the pattern */
	size_t                 words;
};

typedef void wording_fn(void *context, const struct wording *wording);

/* Calls FN with CONTEXT for each wording of the line ROW.  What it is made of
 * lives in ARENA.  A malformed line ends the process with 2. */
void wordings_each(const struct data_row *row, struct pattern_groups *groups,
    struct arena *arena, wording_fn *fn, void *context);

/* Ends the process with 2 because of WHAT in COLUMN of the wording, as it stands
 * in the file, or if it does not stand there, because of the field. */
_Noreturn void wording_refuse(const struct wording *wording,
    enum pattern_column column, struct slice what, const char *reason);

#endif
