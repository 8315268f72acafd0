/* Reading the crosswalk from the suite's data. */
#include "crosswalk.h"

#include <stdlib.h>

#include "base/memory.h"
#include "data/data.h"
#include "vet_crossing.h"

/* Fields of series.tsv, caveats.tsv, crosswalk.tsv. */
enum { KEY, UNIT, SERIES_LABEL };
enum { CAVEAT, CAVEAT_TEXT };
enum { SERIES, FORM, ITEM, COL, RELATION, CROSSING_CAVEAT, FIELDS };

static int
caveat_number(const struct crosswalk *crosswalk, struct slice key)
{
	for (size_t i = 0; i < crosswalk->caveats; i++)
		if (slice_eq(crosswalk->caveat[i].key, key))
			return (int)i;
	return -1;
}

static void
read_series(struct crosswalk *crosswalk)
{
	const struct data_table *table = data_table(DATA_SERIES);

	crosswalk->series = memory_resize(NULL, table->rows + 1,
	    sizeof(*crosswalk->series));
	for (size_t i = 0; i < table->rows; i++) {
		const struct data_row    *row = &table->row[i];
		struct series_definition *series =
		    &crosswalk->series[crosswalk->n];

		*series = (struct series_definition){ .key = row->field[KEY],
		    .row = row };
		for (int l = 0; l < SERIES_LANGUAGES; l++)
			series->label[l] = row->field[SERIES_LABEL + l];
		crosswalk->n += vet_series(crosswalk, row, series);
	}
}

static void
read_caveats(struct crosswalk *crosswalk)
{
	const struct data_table *table = data_table(DATA_CAVEATS);

	crosswalk->caveat = memory_resize(NULL, table->rows + 1,
	    sizeof(*crosswalk->caveat));
	for (size_t i = 0; i < table->rows; i++) {
		const struct data_row *row = &table->row[i];
		struct caveat         *caveat = &crosswalk->caveat[i];

		if (i == CAVEATS_MAX)
			data_refuse_line(row, "more than 128 caveats");
		caveat->key = row->field[CAVEAT];
		caveat->row = row;
		for (int l = 0; l < SERIES_LANGUAGES; l++)
			caveat->text[l] = row->field[CAVEAT_TEXT + l];
		crosswalk->caveats++;
	}
	crosswalk->caveat_of_unit = caveat_number(crosswalk, SLICE("unit"));
}

/* The cells of ROW: each item with each column. */
static void
read_cells(struct crosswalk *crosswalk, const struct data_row *row,
    struct crossing *crossing)
{
	struct slice items = row->field[ITEM], item, col;

	crossing->cell = arena_alloc(&crosswalk->arena,
	    CROSSING_CELLS_MAX * sizeof(*crossing->cell));
	while (slice_cut(&items, '+', &item))
		for (struct slice cols = row->field[COL];
		    slice_cut(&cols, '+', &col);) {
			if (crossing->cells == CROSSING_CELLS_MAX)
				data_refuse(row, item,
				    "a sum of more than 16 cells");
			crossing->cell[crossing->cells++] =
			    (struct crossing_cell){ item, col };
		}
}

/* Reads ROW.  False: it has nothing to say, see vet_refuse. */
static bool
read_crossing(struct crosswalk *crosswalk, const struct data_row *row,
    struct crossing *crossing)
{
	struct slice caveat = row->field[CROSSING_CAVEAT];

	*crossing = (struct crossing){
		.series = crosswalk_series(crosswalk, row->field[SERIES]),
		.form = row->field[FORM],
		.is_prose = slice_starts(row->field[ITEM], SLICE("prose.")),
		.relation = (enum crossing_relation)data_choice(row, RELATION,
		    crossing_relation_name, CROSSING_RELATIONS),
		.caveat = caveat_number(crosswalk, caveat), .row = row,
	};
	if (row->fields > FIELDS)
		data_refuse(row, row->field[FIELDS], "a field too many");
	if (crossing->series == crosswalk->n)
		return vet_refuse(row, row->field[SERIES],
		    "series.tsv has no such series");
	if (crossing->caveat < 0 && caveat.n > 0)
		return vet_refuse(row, caveat,
		    "caveats.tsv has no such caveat");
	if (crossing->caveat < 0 && crossing->relation != CROSSING_SAME)
		data_refuse(row, row->field[RELATION],
		    "what is near, or never, needs a caveat");
	read_cells(crosswalk, row, crossing);
	return vet_crossing(crosswalk, crossing);
}

struct crosswalk *
crosswalk_load(const struct forms *forms)
{
	const struct data_table *table = data_table(DATA_CROSSWALK);
	struct crosswalk        *crosswalk = memory_get(sizeof(*crosswalk));

	*crosswalk = (struct crosswalk){ .forms = forms };
	read_series(crosswalk);
	read_caveats(crosswalk);
	crosswalk->crossing = memory_resize(NULL, table->rows + 1,
	    sizeof(*crosswalk->crossing));
	for (size_t i = 0; i < table->rows; i++)
		crosswalk->crossings += read_crossing(crosswalk,
		    &table->row[i], &crosswalk->crossing[crosswalk->crossings]);
	vet_use(crosswalk);
	return crosswalk;
}

void
crosswalk_free(struct crosswalk *crosswalk)
{
	arena_free(&crosswalk->arena);
	free(crosswalk->series);
	free(crosswalk->caveat);
	free(crosswalk->crossing);
	free(crosswalk);
}
