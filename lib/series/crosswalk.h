/* What can be followed over the forms: which cells of the forms of 2008, 2014,
 * 2019 and 2021, and which figures of sentences, are the figure of a series.
 * series.tsv, crosswalk.tsv and caveats.tsv of lib/data, a user's own laid over
 * them (nianbao-data(5)). */
#ifndef SERIES_CROSSWALK_H
#define SERIES_CROSSWALK_H

#include "base/arena.h"
#include "data/row.h"
#include "form/form.h"
#include "text/unit.h"

enum {
	SERIES_LANGUAGES = 2,	/* as enum rule_language has them */
	CAVEATS_MAX = 128,
	CROSSING_CELLS_MAX = 16,
};

/* How a cell stands to a series, the better first. */
enum crossing_relation {
	CROSSING_SAME, CROSSING_NEAR, CROSSING_NEVER, CROSSING_RELATIONS
};

extern const char *const crossing_relation_name[CROSSING_RELATIONS];

struct series_definition {
	struct slice key;			/* "denied.state-secret" */
	struct slice label[SERIES_LANGUAGES];
	struct unit  unit;		/* what its figures are brought to */
	const struct data_row *row;
};

struct caveat {
	struct slice key;
	struct slice text[SERIES_LANGUAGES];
	const struct data_row *row;
};

struct crossing_cell {
	struct slice item, col;
};

/* A line of crosswalk.tsv: the sum of its cells. */
struct crossing {
	size_t                 series;
	struct slice           form;		/* "any": of any form */
	bool                   is_prose;	/* figures of sentences */
	enum crossing_relation relation;
	int                    caveat;		/* its number, or -1 */
	struct crossing_cell  *cell;
	size_t                 cells;
	const struct data_row *row;
};

struct crosswalk {
	const struct forms       *forms;
	struct series_definition *series;	/* in the order of series.tsv */
	struct caveat            *caveat;
	struct crossing          *crossing;	/* in that of crosswalk.tsv */
	size_t                    n, caveats, crossings;
	int                       caveat_of_unit;	/* "unit": it cannot be
						 * brought to the series' */
	struct arena              arena;
};

/* Reads the crosswalk over FORMS, which it keeps.  A line that names what the forms
 * or the sentences do not have, a second `same' cell of a series in one form, a
 * unit that cannot be brought to the series' own end the process with 2, file,
 * line and column; a line built in that a user's data leave nothing to say is
 * passed over.  To be given to crosswalk_free. */
struct crosswalk *crosswalk_load(const struct forms *forms);
void              crosswalk_free(struct crosswalk *crosswalk);

/* The number of the series KEY, or that of them all. */
size_t crosswalk_series(const struct crosswalk *crosswalk, struct slice key);

/* How many steps CROSSING lies from the reports of FORM, empty for those without
 * a table: 0 for a line about the form, 1 for one about the form it is like, more
 * for `any'; -1: it says nothing about them. */
int crossing_distance(const struct crosswalk *crosswalk,
    const struct crossing *crossing, struct slice form);

/* Whether a figure of the unit NAME can be one of SERIES; then *POWER is the power
 * of ten that it is multiplied with. */
bool series_takes_unit(const struct series_definition *series,
    struct slice name, int *power);

#endif
