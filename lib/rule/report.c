#include "report.h"

#include <stdlib.h>

#include "base/digits.h"
#include "base/memory.h"
#include "record/amount.h"
#include "rule_words.h"

static const struct slice prose_prefix = { "prose.", 6 };
static const struct slice other_year = { ".other-year", 11 };
static const struct slice share = { ".share", 6 };

static enum fact_source
source_of(struct slice source)
{
	if (slice_is(source, "table"))
		return SOURCE_TABLE;
	return slice_is(source, "prose") ? SOURCE_PROSE : SOURCE_STRUCTURE;
}

/* PERCENT of AMOUNT, without its sign. */
static long long
slack(long long amount, long long percent)
{
	return percent == LLONG_MAX ? INTERVAL_INFINITY :
	    (amount < 0 ? -amount : amount) / 100 * percent;
}

/* What an approximate figure may be: 20余 is at least 20, 约20 may be 18. */
static struct interval
approximate(long long amount, struct slice raw)
{
	struct interval  value = interval_point(amount);
	struct roughness rough = roughness_of(raw);

	if (rough.half > 0) {
		value.lo = amount - rough.half;
		value.hi = amount_sum(amount, rough.half - 1);
		return value;
	}
	value.lo = amount_sum(amount, -slack(amount, rough.below));
	value.hi = amount_sum(amount, slack(amount, rough.above));
	return value;
}

/* What the fact RECORD, of STATE, says.  What is no number, or of no state that there
 * is, is reported, and STATE then is unreadable.  IS_SIGNED: it may be negative. */
static struct interval
value_of(const struct record *record, enum fact_state *state, bool is_signed)
{
	long long amount;

	switch (*state) {
	case STATE_NUMBER:
	case STATE_APPROX:
		if (!amount_parse(record->field[FACT_VALUE], &amount)) {
			fact_warn(record, "not a figure: taken as unreadable");
			break;
		}
		return *state == STATE_NUMBER ? interval_point(amount) :
		    approximate(amount, record->field[FACT_RAW]);
	case STATE_BLANK:
	case STATE_NA:
	case STATE_ABSENT:
		return interval_missing(is_signed);
	case STATE_UNREADABLE:
		return interval_unreadable(is_signed);
	case STATE_UNKNOWN:
		fact_warn(record, "no such state: taken as unreadable");
	}
	*state = STATE_UNREADABLE;
	return interval_unreadable(is_signed);
}

/* A fingerprint, of 53 bits, is only ever compared with another.  Facts that were
 * written before November 2026 have it for their value. */
static struct interval
fingerprint_of(const struct record *record)
{
	unsigned long long fingerprint;
	enum fact_field    where = record->field[FACT_RAW].n > 0 ? FACT_RAW :
	    FACT_VALUE;

	if (digits_read(record->field[where], 1ULL << 53, &fingerprint))
		return interval_point((long long)fingerprint);
	fact_warn(record, "not a figure: taken as unreadable");
	return interval_unreadable(false);
}

struct report_cell *
report_cell_in(struct report *report, unsigned number)
{
	const struct report_cell *cell = report_cell(report, number);

	return cell != NULL ? &report->cell[cell - report->cell] : NULL;
}

/* Hangs the cell at PLACE behind those of its number, if any. */
static void
link_cell(struct report *report, unsigned place)
{
	unsigned            number = report->cell[place].number;
	struct report_cell *first;

	if (report_cell(report, number) == NULL) {
		report->slot[number] = place;
		report->cell[place].last = place;
		return;
	}
	first = &report->cell[report->slot[number]];
	report->cell[first->last].next = place;
	first->last = place;
}

void
report_add(struct report *report, const struct report_cell *cell)
{
	report->cell = memory_room(report->cell, &report->cell_room,
	    report->cells, sizeof(*report->cell));
	report->cell[report->cells] = *cell;
	report->cell[report->cells].next = CELL_NONE;
	/* A slot may be left from another report: the cell does not count yet. */
	link_cell(report, (unsigned)report->cells);
	report->cells++;
}

/* Gives the cell about to be added its place in the layout: a new one, or
 * that of its first copy, which is then no longer certain. */
static void
add_layout(struct report *report, struct report_cell *cell)
{
	const struct report_cell *first = report_cell(report, cell->number);

	if (first != NULL) {
		cell->place = first->place;
		if (first->source == SOURCE_TABLE)
			report->is_plain[first->place] = false;
		return;
	}
	cell->place = (unsigned)report->layouts;
	report->amount = memory_room(report->amount, &report->amount_room,
	    report->layouts, sizeof(*report->amount));
	report->is_plain = memory_room(report->is_plain,
	    &report->plain_room, report->layouts,
	    sizeof(*report->is_plain));
	report->has_blanks |= cell->state == STATE_BLANK ||
	    cell->state == STATE_NA;
	report->amount[report->layouts] = cell->value.filled;
	report->is_plain[report->layouts] = cell->value.missing ||
	    interval_is_point(cell->value);
	report->layout = memory_room(report->layout, &report->layout_room,
	    report->layouts, sizeof(*report->layout));
	report->layout[report->layouts++] = cell->number;
	report->layout_hash = (report->layout_hash ^ cell->number) *
	    0x9e3779b97f4a7c15ULL;
	report->layout_hash ^= report->layout_hash >> 32;
}

static void
add_cell(struct report *report, const struct record *record, unsigned number)
{
	const struct cell_name *name = &report->names->name[number];
	struct report_cell     *cell;

	report->cell = memory_room(report->cell, &report->cell_room,
	    report->cells, sizeof(*report->cell));
	cell = &report->cell[report->cells];
	cell->number = number;
	cell->next = CELL_NONE;
	cell->source = source_of(record->field[FACT_SOURCE]);
	cell->state = fact_state_of(record->field[FACT_STATE]);
	cell->value = name->is_hash ? fingerprint_of(record) :
	    value_of(record, &cell->state, name->is_signed);
	cell->copies = 1;
	cell->record = record;
	cell->is_member = cell->is_zero = false;
	if (cell->value.nonzero)
		report->nonzero_tables |= 1U << name->table;
	if (cell->source == SOURCE_TABLE)
		add_layout(report, cell);
	link_cell(report, (unsigned)report->cells);
	report->cells++;
}

static void
begin(struct report *report, struct names *names,
    const struct document *document)
{
	const struct record *first = &document->record[0];
	unsigned long long   year;

	if (report->slot == NULL) {
		report->slot = memory_get(NAMES_MAX * sizeof(*report->slot));
		memset(report->slot, 0, NAMES_MAX * sizeof(*report->slot));
	}
	names->most = NAMES_MAX;
	report->names = names;
	report->doc = first->field[FACT_DOC];
	report->region = first->field[FACT_REGION];
	report->org = first->field[FACT_ORG];
	report->form = first->field[FACT_FORM];
	report->year = digits_read(first->field[FACT_YEAR], 9999, &year) ?
	    (int)year : 0;
	report->office = report->org;
	report->genre = (struct slice){ "", 0 };
	report->cells = report->layouts = 0;
	report->lists.members = report->lists.n = 0;
	report->lists.is_cut = false;
	report->layout_hash = hash_of(report->form);
	report->nonzero_tables = 0;
	report->has_blanks = false;
}

/* Where the reading of a report stands. */
struct report_reading {
	struct report *report;
	unsigned       before;	/* number of the record before */
	unsigned       last;	/* cell that is no member of a list */
	unsigned       total;	/* cell that lists of categories break down */
	unsigned       whole;	/* the last such cell */
	bool           interrupted;	/* no member was the last */
	bool           crowded;
};

/* The cell that a list of ITEM behind the figures read so far breaks down: the
 * last one, if lists stand right behind its like, else the total for
 * categories. */
static unsigned
head_of_list(const struct report_reading *r, const struct list_item *item)
{
	if (r->last == CELL_NONE)
		return CELL_NONE;
	if (list_item_has_head(item, r->report->names->name
	    [r->report->cell[r->last].number].item))
		return r->last;
	return list_item_is_category(item) ? r->total : CELL_NONE;
}

static void
add_member(struct report_reading *r, const struct record *record,
    const struct list_item *item)
{
	enum fact_state    state = fact_state_of(record->field[FACT_STATE]);
	struct list_member member = { .record = record,
	    .value = value_of(record, &state, false) };

	prose_list_add(&r->report->lists, member, item, r->interrupted &&
	    !item->is_lost, (struct list_heads){ head_of_list(r, item),
	    r->whole });
	/* What is listed behind a list is not the total too. */
	if (list_item_is_category(item))
		r->total = CELL_NONE;
}

/* The column that rules know RECORD by: what sentences say of the year before has the
 * column `last', whatever that year is. */
static struct slice
column_of(const struct report *report, const struct record *record)
{
	struct slice       col = record->field[FACT_COL];
	unsigned long long year;

	return slice_ends(record->field[FACT_ITEM], other_year) &&
	    digits_read(col, 9999, &year) && (int)year == report->year - 1 ?
	    SLICE("last") : col;
}

/* Returns whether there was room for the cell. */
static bool
read_cell(struct report_reading *r, const struct record *record)
{
	struct report *report = r->report;
	unsigned       number = names_follow(report->names,
	    record->field[FACT_ITEM], column_of(report, record), r->before);

	if (number == NAMES_NONE) {
		r->crowded = true;
		return false;
	}
	add_cell(report, record, number);
	r->before = number;
	return true;
}

/* A figure of sentences that is a member of a list.  Members whose columns are
 * known are cells too. */
static void
read_member(struct report_reading *r, const struct record *record,
    const struct list_item *item)
{
	add_member(r, record, item);
	r->interrupted = false;
	if (item->is_cell && read_cell(r, record))
		r->report->cell[r->report->cells - 1].is_member = true;
}

static void
read_record(struct report_reading *r, const struct record *record)
{
	struct report          *report = r->report;
	struct slice            item = record->field[FACT_ITEM];
	bool                    prose = slice_starts(item, prose_prefix);
	const struct list_item *list_item = prose ? list_item_of(item) : NULL;

	if (list_item != NULL) {
		read_member(r, record, list_item);
		return;
	}
	if (!read_cell(r, record))
		return;
	if (slice_ends(item, share))	/* of what stands before it */
		return;
	r->interrupted = true;
	r->last = (unsigned)report->cells - 1;
	if (prose && list_item_is_total(item))
		r->total = r->whole = r->last;
	if (slice_is(item, "structure.genre"))
		report->genre = record->field[FACT_RAW];
	if (slice_is(item, "structure.office"))
		report->office = record->field[FACT_RAW];
}

void
report_read(struct report *report, struct names *names,
    const struct document *document)
{
	struct report_reading r = { .report = report, .before = NAMES_NONE,
	    .last = CELL_NONE, .total = CELL_NONE, .whole = CELL_NONE,
	    .interrupted = true };

	begin(report, names, document);
	for (size_t i = 0; i < document->records; i++)
		read_record(&r, &document->record[i]);
	if (r.crowded)
		fact_warn(&document->record[document->records - 1],
		    "too many different cells: the last ones are left out");
}

bool
report_is_other(const struct report *report)
{
	return report->genre.n > 0 && !slice_is(report->genre, "report") &&
	    !slice_is(report->genre, "unknown");
}

struct interval
report_value(const struct report *report, const struct report_cell *cell,
    unsigned choice)
{
	struct interval value = cell->value;

	if (cell->next == CELL_NONE)
		return value;
	if (cell->source == SOURCE_PROSE) {
		while (choice-- > 0 && cell->next != CELL_NONE)
			cell = &report->cell[cell->next];
		return cell->value;
	}
	/* A table printed twice: where the copies differ, nobody knows. */
	while (cell->next != CELL_NONE) {
		cell = &report->cell[cell->next];
		value = interval_either(value, cell->value);
	}
	return value;
}

void
report_detach(struct report *report)
{
	arena_reset(&report->text);
	report->doc = arena_copy(&report->text, report->doc);
	report->region = arena_copy(&report->text, report->region);
	report->org = arena_copy(&report->text, report->org);
	report->form = arena_copy(&report->text, report->form);
	report->office = arena_copy(&report->text, report->office);
	report->genre = (struct slice){ "", 0 };
	report->lists.members = report->lists.n = 0;
	for (size_t i = 0; i < report->cells; i++)
		report->cell[i].record = NULL;
}

void
report_free(struct report *report)
{
	free(report->cell);
	free(report->slot);
	free(report->layout);
	free(report->amount);
	free(report->is_plain);
	prose_lists_free(&report->lists);
	arena_free(&report->text);
	*report = (struct report){ .names = NULL };
}
