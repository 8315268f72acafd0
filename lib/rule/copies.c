#include "copies.h"

#include "base/diagnostics.h"
#include "label.h"

/* Whether VALUE is a figure that the report states, if a rough one. */
static bool
is_figure(struct interval value)
{
	return value.stated && !value.missing && !value.unreadable;
}

static bool
is_same(struct interval a, struct interval b)
{
	return a.lo == b.lo && a.hi == b.hi;
}

/* A rough figure contradicts only what it cannot be. */
static bool
contradicts(struct interval a, struct interval b)
{
	return a.hi < b.lo || b.hi < a.lo;
}

/* How much a cell without a figure tells: a blank more than that nobody could
 * read it. */
static int
knowledge(const struct report_cell *cell)
{
	switch (cell->state) {
	case STATE_BLANK:
	case STATE_NA:
		return 2;
	case STATE_ABSENT:
		return 1;
	default:
		return 0;
	}
}

void
copies_begin(struct copies *copies, struct report *report)
{
	struct report spent = copies->report;

	report_detach(report);
	copies->report = *report;
	*report = spent;
	copies->doc[0] = copies->report.doc;
	copies->n = 1;
	copies->is_full = false;
}

/* Takes in that the copies of the bit COPY have CELL with VALUE; 0: those that are
 * nobody's reference.  False where there is no room for it. */
static bool
add(struct report *set, const struct report_cell *cell, struct interval value,
    unsigned copy)
{
	struct report_cell *first = report_cell_in(set, cell->number), *c;
	struct report_cell  statement = *cell;
	unsigned            statements = 1;

	statement.value = value;
	statement.copies = copy;
	statement.record = NULL;
	if (first == NULL) {
		report_add(set, &statement);
		return true;
	}
	if (!is_figure(first->value)) {
		if (is_figure(value) || knowledge(cell) > knowledge(first)) {
			first->value = value;
			first->state = cell->state;
			first->copies = copy;
		}
		return true;
	}
	if (!is_figure(value))
		return true;
	for (c = first; !is_same(c->value, value); c = &set->cell[c->next]) {
		if (statements++ == STATEMENTS_MAX)
			return false;
		if (c->next == CELL_NONE) {
			if (copy != 0)
				report_add(set, &statement);
			return copy != 0;
		}
	}
	c->copies |= copy;
	return true;
}

void
copies_add(struct copies *copies, const struct report *report)
{
	struct report *set = &copies->report;
	unsigned       copy = 0;
	bool           fits = true;

	if (copies->n < COPIES_MAX) {
		copy = 1U << copies->n;
		copies->doc[copies->n++] = arena_copy(&set->text, report->doc);
	}
	for (size_t i = 0; i < report->cells; i++) {
		const struct report_cell *cell = &report->cell[i];

		if (cell->source != SOURCE_TABLE)
			fits &= add(set, cell, cell->value, copy);
		else if (report_cell(report, cell->number) == cell)
			fits &= add(set, cell, report_value(report, cell, 0),
			    copy);
	}
	if (!fits && !copies->is_full)
		warn_of(report->doc, "there are more copies of it, or more "
		    "figures for one cell in them, than are compared");
	copies->is_full |= !fits;
}

static void
tell_change(const struct notices *notices, const struct report *now,
    const struct report_cell *cell, struct disparity disparity,
    struct slice other)
{
	const struct rule *rule = notice_rule(notices->rules, OWN_CHANGED);
	struct buffer      label = { .n = 0 };
	struct notice      notice = notice_of(now);

	if (rule == NULL)
		return;
	label_add(notices->forms, now->form, disparity.item, disparity.col,
	    &label);
	notice.other = other;
	notice.loc = cell->record->field[FACT_LOC];
	notice.label = buffer_slice(&label);
	notice_tell_disparity(notices, rule, notice, &disparity);
	buffer_free(&label);
}

/* Those of COPIES that the first bit of BITS means. */
static struct slice
first_of(const struct copies *copies, unsigned bits)
{
	unsigned i = 0;

	while (i + 1 < copies->n && (bits >> i & 1) == 0)
		i++;
	return copies->doc[i];
}

/* The figure that NOW has in CELL, and the first statement of the copies for it;
 * NULL where either has none. */
static const struct report_cell *
counterpart(const struct copies *copies, const struct report *now,
    const struct report_cell *cell, struct interval *value)
{
	const struct report_cell *first;

	if (cell->source != SOURCE_TABLE ||
	    report_cell(now, cell->number) != cell)
		return NULL;
	first = report_cell(&copies->report, cell->number);
	*value = report_value(now, cell, 0);
	return first != NULL && is_figure(*value) &&
	    is_figure(first->value) ? first : NULL;
}

/* The copies, a bit each, that state another figure than VALUE where FIRST is
 * the first statement. */
static unsigned
those_against(const struct report *set, const struct report_cell *first,
    struct interval value)
{
	unsigned against = 0, with = 0;

	for (;; first = &set->cell[first->next]) {
		if (contradicts(first->value, value))
			against |= first->copies;
		else
			with |= first->copies;
		if (first->next == CELL_NONE)
			return against & ~with;
	}
}

void
copies_compare(const struct copies *copies, const struct report *now,
    const struct notices *notices)
{
	const struct report      *set = &copies->report;
	const struct report_cell *first;
	struct interval           value;
	unsigned                  alike = ~0U >> (COPIES_MAX - copies->n);
	size_t                    compared = 0;
	struct notice             same = notice_of(now);

	for (size_t i = 0; i < now->cells; i++)
		if ((first = counterpart(copies, now, &now->cell[i],
		    &value)) != NULL) {
			alike &= ~those_against(set, first, value);
			compared++;
		}
	if (alike != 0) {
		same.other = first_of(copies, alike);
		if (compared > 0)
			notice_tell(notices, OWN_COPY, &same);
		return;
	}
	for (size_t i = 0; i < now->cells; i++) {
		const struct report_cell *cell = &now->cell[i];
		const struct cell_name   *name =
		    &now->names->name[cell->number];

		first = counterpart(copies, now, cell, &value);
		if (first != NULL && contradicts(first->value, value))
			tell_change(notices, now, cell, (struct disparity){
			    name->item, name->col, value, first->value },
			    first_of(copies, first->copies));
	}
}

void
copies_free(struct copies *copies)
{
	report_free(&copies->report);
	copies->n = 0;
}
