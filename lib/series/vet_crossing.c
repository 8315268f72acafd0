#include "vet_crossing.h"

#include "data/data.h"

/* Fields of series.tsv, crosswalk.tsv, measures.tsv and decisions.tsv. */
enum { SERIES_UNIT = 1 };
enum { SERIES, FORM, ITEM, COL, RELATION };
enum { MEASURE, MEASURE_UNIT };
enum { DECISION_ITEM, DECISION_COL };

bool
vet_refuse(const struct data_row *row, struct slice what, const char *reason)
{
	if (row->own || data_folder() == NULL)
		data_refuse(row, what, reason);
	return false;
}

bool
vet_series(const struct crosswalk *crosswalk, const struct data_row *row,
    struct series_definition *series)
{
	struct slice unit = row->field[SERIES_UNIT];

	if (!unit_is(unit, &series->unit))
		return vet_refuse(row, unit, "unknown unit");
	if (series->unit.kind == UNIT_MONEY &&
	    series->unit.power == UNIT_NO_POWER)
		return vet_refuse(row, unit,
		    "units.tsv does not say how many yuan");
	/* Else nobody could tell which of them a column is. */
	for (size_t i = 0; row->own && i < crosswalk->forms->items; i++)
		if (slice_eq(crosswalk->forms->item[i].code, series->key))
			data_refuse(row, series->key,
			    "an item of a form is named so");
	return true;
}

/* Whether ITEM of FORM, in one of its variants, has all cells of CROSSING. */
static bool
variant_has(const struct forms *forms, size_t variant, struct slice form,
    const struct crossing *crossing)
{
	size_t found = 0;

	for (size_t c = 0; c < crossing->cells; c++)
		for (size_t i = variant; i < forms->items; i++) {
			const struct form_item *item = &forms->item[i];

			if (item->first_of_variant != variant ||
			    !slice_eq(item->form, form) ||
			    !slice_eq(item->code, crossing->cell[c].item) ||
			    !form_item_has(item, crossing->cell[c].col))
				continue;
			found++;
			break;
		}
	return found == crossing->cells;
}

/* Whether a report of one variant of FORM may have the cells of A, and of B. */
static bool
may_stand_together(const struct forms *forms, const struct crossing *a,
    const struct crossing *b)
{
	for (size_t i = 0; i < forms->items; i++)
		if (forms->item[i].first_of_variant == i &&
		    variant_has(forms, i, a->form, a) &&
		    variant_has(forms, i, b->form, b))
			return true;
	return false;
}

/* Whether sentences are read for CELL. */
static bool
is_stated(const struct crossing_cell *cell)
{
	const struct data_table *table = data_table(DATA_DECISIONS);

	for (size_t i = 0; i < table->rows; i++)
		if (slice_eq(table->row[i].field[DECISION_ITEM], cell->item) &&
		    slice_eq(table->row[i].field[DECISION_COL], cell->col))
			return true;
	return false;
}

/* The unit of CELL, of sentences. */
static struct slice
measure_unit(const struct crossing_cell *cell)
{
	const struct data_table *table = data_table(DATA_MEASURES);

	for (size_t i = 0; i < table->rows; i++)
		if (slice_eq(table->row[i].field[MEASURE], cell->item))
			return table->row[i].field[MEASURE_UNIT];
	return (struct slice){ "", 0 };
}

/* Whether UNIT, of CELL of CROSSING, can be brought to that of the series. */
static bool
vet_unit(const struct crosswalk *crosswalk, const struct crossing *crossing,
    const struct crossing_cell *cell, struct slice unit)
{
	const struct series_definition *series =
	    &crosswalk->series[crossing->series];
	int                             power;

	return crossing->relation == CROSSING_NEVER ||
	    series_takes_unit(series, unit, &power) ||
	    vet_refuse(crossing->row, cell->item,
	    "its unit cannot be brought to that of the series");
}

static bool
vet_prose_cell(const struct crosswalk *crosswalk,
    const struct crossing *crossing, const struct crossing_cell *cell)
{
	if (!is_stated(cell))
		return vet_refuse(crossing->row, cell->item,
		    "no decision claims such a figure of sentences");
	return vet_unit(crosswalk, crossing, cell, measure_unit(cell));
}

/* Looks at CELL of CROSSING in all variants of its form. */
static bool
vet_table_cell(const struct crosswalk *crosswalk,
    const struct crossing *crossing, const struct crossing_cell *cell)
{
	bool has_item = false, has_col = false;

	for (size_t i = 0; i < crosswalk->forms->items; i++) {
		const struct form_item *item = &crosswalk->forms->item[i];

		if (!slice_eq(item->form, crossing->form) ||
		    !slice_eq(item->code, cell->item))
			continue;
		has_item = true;
		for (int k = 0; k < item->cols; k++) {
			if (!slice_eq(item->col[k], cell->col))
				continue;
			has_col = true;
			if (!vet_unit(crosswalk, crossing, cell,
			    item->unit[k]))
				return false;
		}
	}
	if (!has_item)
		return vet_refuse(crossing->row, cell->item,
		    "the form has no such item");
	return has_col || vet_refuse(crossing->row, cell->col,
	    "the item has no such column");
}

/* Whether the reports of some variant of its form have all cells of CROSSING. */
static bool
vet_together(const struct crosswalk *crosswalk, const struct crossing *crossing)
{
	const struct forms *forms = crosswalk->forms;

	for (size_t i = 0; i < forms->items; i++)
		if (forms->item[i].first_of_variant == i &&
		    variant_has(forms, i, crossing->form, crossing))
			return true;
	return vet_refuse(crossing->row, crossing->row->field[ITEM],
	    "no report has all of these cells");
}

/* Whether CROSSING is the only cell of its series that is the same in its form. */
static bool
vet_only_one(const struct crosswalk *crosswalk,
    const struct crossing *crossing)
{
	for (size_t i = 0; i < crosswalk->crossings; i++) {
		const struct crossing *other = &crosswalk->crossing[i];

		if (other->relation == CROSSING_SAME &&
		    other->series == crossing->series &&
		    other->is_prose == crossing->is_prose &&
		    slice_eq(other->form, crossing->form) &&
		    (crossing->is_prose || may_stand_together(
		    crosswalk->forms, other, crossing)))
			return vet_refuse(crossing->row,
			    crossing->row->field[RELATION],
			    "the series has a same cell in this form already");
	}
	return true;
}

bool
vet_crossing(const struct crosswalk *crosswalk, const struct crossing *crossing)
{
	if (form_number(crosswalk->forms, crossing->form) == NO_FORM &&
	    !(crossing->is_prose && slice_is(crossing->form, "any")))
		return vet_refuse(crossing->row, crossing->form,
		    "no form has this name");
	for (size_t c = 0; c < crossing->cells; c++)
		if (!(crossing->is_prose ? vet_prose_cell : vet_table_cell)(
		    crosswalk, crossing, &crossing->cell[c]))
			return false;
	if (!crossing->is_prose && !vet_together(crosswalk, crossing))
		return false;
	return crossing->relation != CROSSING_SAME ||
	    vet_only_one(crosswalk, crossing);
}

static bool
is_followed(const struct crosswalk *crosswalk, size_t series)
{
	for (size_t i = 0; i < crosswalk->crossings; i++)
		if (crosswalk->crossing[i].series == series)
			return true;
	return false;
}

static bool
is_given(const struct crosswalk *crosswalk, int caveat)
{
	if (caveat == crosswalk->caveat_of_unit)
		return true;
	for (size_t i = 0; i < crosswalk->crossings; i++)
		if (crosswalk->crossing[i].caveat == caveat)
			return true;
	return false;
}

void
vet_use(const struct crosswalk *crosswalk)
{
	for (size_t i = 0; i < crosswalk->n; i++)
		if (crosswalk->series[i].row->own && !is_followed(crosswalk, i))
			data_refuse(crosswalk->series[i].row,
			    crosswalk->series[i].key,
			    "no line of the crosswalk names it");
	for (size_t i = 0; i < crosswalk->caveats; i++)
		if (crosswalk->caveat[i].row->own &&
		    !is_given(crosswalk, (int)i))
			data_refuse(crosswalk->caveat[i].row,
			    crosswalk->caveat[i].key,
			    "no line of the crosswalk names it");
}
