/* The pieces of loading patterns, one file each: wordings.c, load_items.c,
 * load_patterns.c, dead_lines.c. */
#ifndef PROSE_LOADING_H
#define PROSE_LOADING_H

#include "pattern.h"

/* A name for what patterns say again and again: concepts, heads of lists,
 * sections (groups.tsv). */
struct pattern_group {
	struct slice           name, members;
	const struct data_row *row;
	bool                   used;
};

struct pattern_groups {			/* all zero: none */
	struct pattern_group *group;
	size_t                groups;
	struct arena         *arena;	/* where wordings live */
};

/* Reads groups.tsv.  A group that has itself among its members, or one that
 * comes later, ends the process with 2. */
void pattern_groups_load(struct pattern_groups *groups, struct arena *arena);

/* The group NAME, which is used by that, or NULL. */
const struct pattern_group *pattern_groups_find(struct pattern_groups *groups,
    struct slice name);

enum pattern_column {
	COLUMN_ITEM, COLUMN_COL, COLUMN_PATTERN, COLUMN_UNLESS, COLUMN_WHERE,
	PATTERN_COLUMNS
};

/* A line of patterns.tsv says much in few words: a group in braces stands for
 * each of its members, words in square brackets may be left out, a slash parts
 * wordings of one claim.  This is one of those it stands for. */
struct wording {
	const struct data_row *row;
	struct slice           field[PATTERN_COLUMNS];
};

typedef void wording_fn(void *context, const struct wording *wording);

/* Calls FN with CONTEXT for each wording of the line ROW.  A malformed line ends
 * the process with 2. */
void wordings_each(const struct data_row *row, struct pattern_groups *groups,
    wording_fn *fn, void *context);

/* Ends the process with 2 because of WHAT in COLUMN of the wording, as it stands
 * in the file, or if it does not stand there, because of the field. */
_Noreturn void wording_refuse(const struct wording *wording,
    enum pattern_column column, struct slice what, const char *reason);

/* Reads measures.tsv. */
void patterns_load_items(struct patterns *patterns);

/* The item CODE, or NULL. */
const struct item *patterns_item(const struct patterns *patterns,
    struct slice code);

/* Ends the process with 2 if a line of the user's own can never claim anything,
 * or says what nothing asks for. */
void patterns_refuse_dead(const struct patterns *patterns,
    const struct lexicon *lexicon, const struct pattern_groups *groups);

#endif
