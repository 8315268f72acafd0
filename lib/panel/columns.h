/* The columns of a panel: cells of all forms, or series, in an order that does not
 * depend on what the input holds. */
#ifndef PANEL_COLUMNS_H
#define PANEL_COLUMNS_H

#include "base/buffer.h"
#include "base/map.h"
#include "form/form.h"
#include "series/crosswalk.h"
#include "summary/choice.h"

#define NO_COLUMN ((size_t)-1)

/* What columns that tell of another one, its states, how its figures stand to their
 * series, have behind the name of that. */
#define STATE_SUFFIX ".state"
#define RELATION_SUFFIX ".relation"

struct panel_column {
	struct slice item, col;
	struct slice name;	/* item@col; of a series its key */
	struct slice label;	/* each once */
	struct slice unit;	/* of its form, or series; may be empty */
};

struct panel_columns {		/* all zero: none */
	struct panel_column *column;
	size_t               n, room;
	struct map           map;	/* from item and column */
	struct arena         arena;
};

/* What a user chose of them. */
struct column_choice {
	struct choice *items, *cols, *sources;
};

/* Adds the cells of all FORMS that are chosen, in the order of the forms, then the
 * figures of sentences, in that of measures.tsv. */
void columns_of_forms(struct panel_columns *columns, const struct forms *forms,
    const struct column_choice *choice);

/* Adds the series that are chosen, in the order of series.tsv; LANGUAGE is that of
 * their labels. */
void columns_of_series(struct panel_columns *columns,
    const struct crosswalk *crosswalk, const struct column_choice *choice,
    int language);

/* Whether the column called NAME tells of another one. */
bool column_tells_of_another(struct slice name);

/* The number of the column of ITEM and COL, NO_COLUMN if there is none; BEFORE is
 * that of a cell before it: they come in their order, so a guess is mostly right. */
size_t columns_find(const struct panel_columns *columns, struct slice item,
    struct slice col, size_t before);

void columns_free(struct panel_columns *columns);

#endif
