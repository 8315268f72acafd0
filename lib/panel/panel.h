/* A wide table: a row for each report, or for each office and year, a column for each
 * cell of the forms, or for each series.
 *
 *	panel_begin(&panel, &census);		options are set
 *	panel_write(&panel, files, n);
 *	panel_free(&panel);
 */
#ifndef PANEL_PANEL_H
#define PANEL_PANEL_H

#include "columns.h"
#include "series/follow.h"

/* What a report says of a column. */
struct panel_cell {
	struct slice    value;		/* escaped; empty: none */
	enum fact_state state;
	bool            is_told;
	const struct crossing *crossing;	/* of a series: where it is from */
};

struct panel {
	bool                 is_by_office, has_states, has_labels;
	struct following    *following;		/* NULL: of cells */
	struct census       *census;
	struct forms        *forms;
	struct panel_columns columns;
	struct panel_cell   *cell;		/* of the row at hand, by column */
	size_t               told;		/* how many of them are */
	size_t               group;		/* that the row at hand is of */
	struct arena         arena;		/* of the row at hand */
	struct report_sink          sink;
	const struct key    *key[KEYS_MAX];	/* who a row is of */
	int                  keys;
	size_t               unplaced;		/* facts without a column */
	size_t               disputed;		/* cells told twice, otherwise */
	size_t               rowless;		/* reports that tell nothing */
};

/* Begins a panel of what CENSUS was asked for, which it makes its own; of series where
 * .following is set, and begun. */
void panel_begin(struct panel *panel, struct census *census);

/* Writes the header line and the rows of the N FILES, facts, to standard output. */
void panel_write(struct panel *panel, char *const files[], int n);

void panel_free(struct panel *panel);

#endif
