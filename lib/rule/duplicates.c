#include "duplicates.h"

#include "label.h"

/* A blank is what a report without the cell says too. */
static struct interval
value_in(const struct report *report, unsigned number)
{
	const struct report_cell *cell = report_cell(report, number);

	return cell != NULL ? report_value(report, cell, 0) :
	    interval_missing(false);
}

static bool
is_same(struct interval a, struct interval b)
{
	return a.lo == b.lo && a.hi == b.hi;
}

static void
tell_change(const struct notices *notices, const struct rule *rule,
    const struct report *now, const struct report *other,
    const struct report_cell *cell)
{
	const struct cell_name *name = &now->names->name[cell->number];
	struct disparity        disparity = { name->item, name->col,
	    value_in(now, cell->number), value_in(other, cell->number) };
	struct buffer           label = { .n = 0 };
	struct notice           notice = notice_of(now);

	label_add(notices->forms, now->form, name->item, name->col, &label);
	notice.other = other->doc;
	notice.loc = cell->record->field[FACT_LOC];
	notice.label = buffer_slice(&label);
	notice_tell_disparity(notices, rule, notice, &disparity);
	buffer_free(&label);
}

void
duplicates_compare(const struct report *now, const struct report *other,
    const struct notices *notices)
{
	const struct rule *changed = notice_rule(notices->rules, OWN_CHANGED);
	struct notice      same = notice_of(now);
	size_t             changes = 0;

	for (size_t i = 0; i < now->cells; i++) {
		const struct report_cell *cell = &now->cell[i];

		if (cell->source != SOURCE_TABLE ||
		    report_cell(now, cell->number) != cell ||
		    is_same(value_in(now, cell->number),
		    value_in(other, cell->number)))
			continue;
		changes++;
		if (changed != NULL)
			tell_change(notices, changed, now, other, cell);
	}
	same.other = other->doc;
	if (changes == 0)
		notice_tell(notices, OWN_COPY, &same);
}
