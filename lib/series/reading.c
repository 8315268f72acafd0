#include "reading.h"

#include <stdlib.h>

#include "base/memory.h"
#include "value.h"

/* What the document says of a cell. */
struct found {
	const struct record *record;	/* NULL: nothing */
	struct slice         other;	/* a value besides, another one */
};

/* What a line of the crosswalk comes to. */
struct series_figure {
	enum fact_state      state;
	struct slice         value;
	const struct record *record;	/* of its first cell */
	int                  caveat;	/* its number, or -1 */
	bool                 is_disputed;	/* a cell of it states two */
};

/* How little a state says: of a sum that with most is the state. */
static int
ignorance(enum fact_state state)
{
	static const int known[] = {
		[STATE_NUMBER] = 0, [STATE_APPROX] = 1, [STATE_NA] = 2,
		[STATE_BLANK] = 3, [STATE_ABSENT] = 4, [STATE_UNREADABLE] = 5,
		[STATE_UNKNOWN] = 5,
	};

	return known[state];
}

static const struct series_plan *
plan_for(struct series_reader *reader, struct slice form)
{
	size_t number = form_number(reader->crosswalk->forms, form);

	if (number == NO_FORM)
		number = FORMS_KNOWN_MAX;
	if (!reader->is_planned[number]) {
		reader->plan[number] = plan_make(reader->crosswalk, form);
		reader->is_planned[number] = true;
	}
	return &reader->plan[number];
}

/* Enters RECORD in FOUND: a value counts more than none. */
static void
enter(struct found *found, const struct record *record)
{
	struct slice value = record->field[FACT_VALUE];

	if (found->record == NULL ||
	    (found->record->field[FACT_VALUE].n == 0 && value.n > 0))
		found->record = record;
	else if (value.n > 0 &&
	    !value_eq(found->record->field[FACT_VALUE], value))
		found->other = value;
}

/* Whether the fact FIELD is of the cell SLOT: a table's, or one of sentences. */
static bool
is_of(const struct crossing_cell *slot, const struct slice field[])
{
	return slice_eq(slot->item, field[FACT_ITEM]) &&
	    slice_eq(slot->col, field[FACT_COL]) &&
	    slice_is(field[FACT_SOURCE], "prose") ==
	    slice_starts(slot->item, SLICE("prose."));
}

/* Looks for the cells of PLAN in DOCUMENT. */
static void
find(struct series_reader *reader, const struct series_plan *plan,
    const struct document *document)
{
	if (plan->slots > reader->found_room) {
		reader->found_room = plan->slots;
		reader->found = memory_resize(reader->found, plan->slots,
		    sizeof(*reader->found));
	}
	for (size_t i = 0; i < plan->slots; i++)
		reader->found[i] = (struct found){ NULL, { "", 0 } };
	for (size_t i = 0; i < document->records; i++) {
		const struct record *record = &document->record[i];
		const struct slice  *field = record->field;
		size_t               probe = 0, slot;

		if (!choice_has(reader->sources, field[FACT_SOURCE]))
			continue;
		while ((slot = map_next(&plan->map, plan_hash(
		    field[FACT_ITEM], field[FACT_COL]), &probe)) != MAP_NONE)
			if (is_of(&plan->slot[slot], field))
				enter(&reader->found[slot], record);
	}
}

/* Reads FOUND into *FIGURE, in the unit of SERIES. */
static void
read_cell(struct series_reader *reader, const struct found *found,
    const struct series_definition *series, struct series_figure *figure)
{
	const struct slice *field = found->record->field;
	int                 power;

	figure->record = found->record;
	figure->state = fact_state_of(field[FACT_STATE]);
	figure->value = field[FACT_VALUE];
	if (!state_has_value(figure->state))
		return;
	if (!series_takes_unit(series, field[FACT_UNIT], &power)) {
		figure->caveat = reader->crosswalk->caveat_of_unit;
		figure->state = STATE_UNREADABLE;
		return;
	}
	figure->is_disputed = found->other.n > 0;
	if (figure->is_disputed ||
	    !value_scale(&figure->value, power, &reader->arena))
		figure->state = STATE_UNREADABLE;
}

/* Adds up PLANNED's cells.  False where the document says nothing of them. */
static bool
add_up(struct series_reader *reader, const struct planned_crossing *planned,
    struct series_figure *figure)
{
	const struct crossing *crossing = planned->crossing;
	const struct found    *found = &reader->found[planned->slot];
	struct slice           value[CROSSING_CELLS_MAX];
	bool                   is_said = false;

	*figure = (struct series_figure){ .state = STATE_NUMBER,
	    .caveat = crossing->caveat };
	for (size_t c = 0; c < crossing->cells; c++) {
		struct series_figure cell = { .state = STATE_ABSENT,
		    .caveat = crossing->caveat };

		if (found[c].record != NULL)
			read_cell(reader, &found[c], &reader->crosswalk->
			    series[crossing->series], &cell);
		if (figure->record == NULL)
			figure->record = cell.record;
		is_said |= cell.record != NULL;
		figure->is_disputed |= cell.is_disputed;
		if (ignorance(cell.state) >= ignorance(figure->state)) {
			figure->state = cell.state;
			figure->caveat = cell.caveat;
		}
		value[c] = figure->value = cell.value;
	}
	if (state_has_value(figure->state) && crossing->cells > 1 &&
	    !value_add(value, crossing->cells, &figure->value, &reader->arena))
		figure->state = STATE_UNREADABLE;
	return is_said;
}

/* Adds VALUE, that sentences state of CELL, to what a report states besides. */
static void
add_other(struct series_reader *reader, struct slice *others,
    const struct crossing_cell *cell, struct slice value)
{
	struct arena *arena = &reader->arena;

	if (others->n > 0)
		*others = arena_join(arena, *others, SLICE("; "));
	*others = arena_join(arena, *others, cell->item);
	*others = arena_join(arena, *others, SLICE("@"));
	*others = arena_join(arena, *others, cell->col);
	*others = arena_join(arena, *others, SLICE("="));
	*others = arena_join(arena, *others, value);
}

/* What the document states of the series of PLANNED, N lines, besides TAKEN:
 * figures that are to be the same and are not. */
static struct slice
others(struct series_reader *reader, const struct planned_crossing *planned,
    size_t n, const struct planned_crossing *taken,
    const struct series_figure *figure)
{
	struct slice  text = { "", 0 };
	struct series_figure other;

	for (size_t i = 0; i < n; i++) {
		const struct crossing *crossing = planned[i].crossing;
		const struct found    *found = &reader->found[planned[i].slot];

		for (size_t c = 0; c < crossing->cells &&
		    crossing->relation != CROSSING_NEVER; c++)
			if (found[c].other.n > 0) {
				add_other(reader, &text, &crossing->cell[c],
				    found[c].record->field[FACT_VALUE]);
				add_other(reader, &text, &crossing->cell[c],
				    found[c].other);
			}
		if (&planned[i] != taken && figure->state == STATE_NUMBER &&
		    crossing->relation == CROSSING_SAME &&
		    crossing->is_prose &&
		    add_up(reader, &planned[i], &other) &&
		    other.state == STATE_NUMBER &&
		    !value_eq(other.value, figure->value))
			add_other(reader, &text, crossing->cell, other.value);
	}
	return text;
}

/* Appends the fact of TAKEN's series. */
static void
add_fact(struct series_reader *reader, const struct planned_crossing *taken,
    const struct series_figure *figure, struct slice beside)
{
	const struct crossing          *crossing = taken->crossing;
	const struct series_definition *series =
	    &reader->crosswalk->series[crossing->series];
	struct record                   record = *figure->record;
	bool is_never = crossing->relation == CROSSING_NEVER;
	enum fact_state                 state = is_never ? STATE_ABSENT :
	    figure->state;

	record.field[FACT_ITEM] = series->key;
	record.field[FACT_COL] = SLICE("count");
	record.field[FACT_UNIT] = series->unit.name;
	record.field[FACT_STATE] = state_name(state);
	record.field[FACT_VALUE] = state_has_value(state) ? figure->value :
	    (struct slice){ "", 0 };
	record.field[FACT_RAW] = beside;
	*MEMORY_APPEND(reader->document.record, reader->document.records,
	    reader->record_room) = record;
	*MEMORY_APPEND(reader->source, reader->sources_n,
	    reader->source_room) = (struct series_source){ crossing,
	    crossing->is_prose ? (struct slice){ "", 0 } :
	    record.field[FACT_FORM], figure->caveat };
}

/* Takes the figure of the series of PLANNED, N lines. */
static void
take(struct series_reader *reader, const struct planned_crossing *planned,
    size_t n)
{
	const struct planned_crossing *taken = NULL;
	struct series_figure                  best, figure;

	for (size_t i = 0; i < n; i++) {
		bool is_never = planned[i].crossing->relation ==
		    CROSSING_NEVER;

		if (!add_up(reader, &planned[i], &figure) ||
		    (is_never && (taken != NULL || !state_has_value(figure.state))))
			continue;
		if (taken == NULL || (!state_has_value(best.state) &&
		    !best.is_disputed && state_has_value(figure.state))) {
			taken = &planned[i];
			best = figure;
		}
	}
	if (taken != NULL)
		add_fact(reader, taken, &best, others(reader, planned, n,
		    taken, &best));
}

/* Passes on the facts about the report itself. */
static void
copy_structure(struct series_reader *reader, const struct document *document)
{
	for (size_t i = 0; i < document->records; i++) {
		if (!slice_is(document->record[i].field[FACT_SOURCE],
		    "structure"))
			continue;
		*MEMORY_APPEND(reader->document.record,
		    reader->document.records, reader->record_room) =
		    document->record[i];
		*MEMORY_APPEND(reader->source, reader->sources_n,
		    reader->source_room) = (struct series_source){ NULL,
		    { "", 0 }, -1 };
	}
}

const struct document *
series_read(struct series_reader *reader, const struct document *document)
{
	const struct series_plan *plan = plan_for(reader,
	    document->record[0].field[FACT_FORM]);
	size_t             n;

	arena_reset(&reader->arena);
	reader->document.name = document->name;
	reader->document.records = reader->sources_n = 0;
	copy_structure(reader, document);
	find(reader, plan, document);
	for (size_t i = 0; i < plan->n; i += n) {
		for (n = 1; i + n < plan->n && plan->planned[i + n].crossing->
		    series == plan->planned[i].crossing->series; n++)
			;
		take(reader, &plan->planned[i], n);
	}
	return &reader->document;
}

const struct series_source *
series_source_of(const struct series_reader *reader,
    const struct record *record)
{
	const struct series_source *source =
	    &reader->source[record - reader->document.record];

	return source->crossing != NULL ? source : NULL;
}

void
series_reader_free(struct series_reader *reader)
{
	for (size_t i = 0; i <= FORMS_KNOWN_MAX; i++)
		if (reader->is_planned[i])
			plan_free(&reader->plan[i]);
	free(reader->found);
	free(reader->document.record);
	free(reader->source);
	arena_free(&reader->arena);
}
