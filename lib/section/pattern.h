/* What a line says, by the words in it: patterns are data, one a row of a
 * table with the columns
 *
 *	name	what a line that matches is
 *	needs	words it must have: groups parted by a space, of each group one
 *		word, these parted by |
 *	unless	words, parted by |, of which it may have none
 *	most	how many characters it may have; empty: any number
 *	alone	words, parted by |: for the caller, see patterns_find
 *
 * ^word stands at the start of the line, word$ at its end.  The first row
 * that fits wins.  All text is folded (text/fold.h). */
#ifndef SECTION_PATTERN_H
#define SECTION_PATTERN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"
#include "data/data.h"

enum { PATTERN_WORDS_MAX = 256, PATTERN_GROUPS_MAX = 4 };

struct wordset {
	uint64_t bits[PATTERN_WORDS_MAX / 64];
};

struct pattern {
	struct slice   name;
	struct wordset needs[PATTERN_GROUPS_MAX];
	int            groups;
	struct wordset unless, alone;
	size_t         most;		/* characters; 0: any number */
};

struct patterns;

/* The patterns of FILE; made once for the life of the process.  Too many words
 * or groups end the process. */
const struct patterns *patterns_of(enum data_file file);

/* The first pattern that LINE fits, or NULL.  *ALONE (may be NULL) tells
 * whether LINE also has a word of that pattern's column of this name. */
const struct pattern *patterns_find(const struct patterns *patterns,
    struct slice line, bool *alone);

/* Whether LINE begins or ends as a word of the column `alone' asks for, or as
 * the needs of a pattern named `label' or `form' do: sparing most lines a closer look. */
bool patterns_may_find(const struct patterns *patterns, struct slice line);

#endif
