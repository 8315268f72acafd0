#include "duplicates.h"

/* A blank is what a report without the cell says too. */
static struct quantity
value_in(const struct report *report, unsigned number)
{
	const struct cell *cell = report_cell(report, number);

	return cell != NULL ? report_value(report, cell, 0) :
	    quantity_missing(false);
}

static bool
is_same(struct quantity a, struct quantity b)
{
	return a.lo == b.lo && a.hi == b.hi;
}

static void
tell_change(const struct report *now, const struct report *other,
    const struct cell *cell, const struct rule *rule,
    const struct labels *labels, notice_fn *fn, void *context)
{
	const struct cell_name *name = &now->names->name[cell->number];
	struct buffer where = { .n = 0 }, label = { .n = 0 };
	struct buffer left = { .n = 0 }, right = { .n = 0 };
	struct notice notice = { .doc = now->doc, .region = now->region,
	    .org = now->org, .year = now->year, .other = other->doc,
	    .loc = cell->record->field[FACT_LOC] };

	buffer_add(&where, name->item);
	buffer_string(&where, "@");
	buffer_add(&where, name->col);
	labels->label(labels->context, now->form, name->item, name->col,
	    &label);
	quantity_print(&left, value_in(now, cell->number));
	quantity_print(&right, value_in(other, cell->number));
	notice.where = notice.cells = buffer_slice(&where);
	notice.label = buffer_slice(&label);
	notice.left = buffer_slice(&left);
	notice.right = buffer_slice(&right);
	fn(context, rule, &notice);
	buffer_free(&where);
	buffer_free(&label);
	buffer_free(&left);
	buffer_free(&right);
}

void
copies_compare(const struct report *now, const struct report *other,
    const struct rules *rules, const struct labels *labels, notice_fn *fn,
    void *context)
{
	const struct rule *changed = notice_rule(rules, "Y-CHANGED");
	const struct rule *copy = notice_rule(rules, "Y-COPY");
	struct notice      notice = { .doc = now->doc, .region = now->region,
	    .org = now->org, .year = now->year, .other = other->doc };
	size_t             changes = 0;

	for (size_t i = 0; i < now->cells; i++) {
		const struct cell *cell = &now->cell[i];

		if (cell->source != SOURCE_TABLE ||
		    report_cell(now, cell->number) != cell ||
		    is_same(value_in(now, cell->number),
		    value_in(other, cell->number)))
			continue;
		changes++;
		if (changed != NULL)
			tell_change(now, other, cell, changed, labels, fn,
			    context);
	}
	if (changes == 0 && copy != NULL)
		fn(context, copy, &notice);
}
