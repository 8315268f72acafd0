/* What lists of offices call their columns (roster-words.tsv). */
#ifndef ROSTER_ROSTER_WORDS_H
#define ROSTER_ROSTER_WORDS_H

#include <stdbool.h>

#include "base/slice.h"

enum roster_cell_kind {
	ROSTER_ORG, ROSTER_YEAR, ROSTER_PARENT, ROSTER_DUE, ROSTER_REGION,
	ROSTER_COLUMNS
};

/* Reads roster-words.tsv; a line that is wrong, or a user's own that can never
 * apply, ends the process with 2.  The functions below do it at their first call. */
void roster_words_load(void);

/* The column that TEXT, folded as a label, is a name of; ROSTER_COLUMNS: of none. */
enum roster_cell_kind roster_column_named(struct slice text);

/* Whether TEXT, folded, begins as a note to a list does: 备注, 合计. */
bool roster_note_begins(struct slice text);

/* Whether names of offices with CHARACTER and with OTHER in its place, which may be
 * empty, are those of two: 东桥镇, 西桥镇. */
bool roster_tells_apart(struct slice character, struct slice other);

#endif
