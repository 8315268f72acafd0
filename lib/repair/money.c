#include "money.h"

#include "text/unit.h"

enum {
	TEN_THOUSAND = 10000,
	LEAST = 1000,		/* times last year's: more than any growth */
	MOST_GROWTH = 10,	/* or shrinking, once the unit is right */
};

/* Whether the form counts the cell NAME in money. */
static bool
is_money(const struct forms *forms, struct slice form,
    const struct cell_name *name)
{
	const struct form_item *item = form_item(forms, form, name->item);
	struct unit             unit;

	for (int c = 0; item != NULL && c < item->cols; c++)
		if (slice_eq(item->col[c], name->col))
			return unit_at(item->unit[c], &unit) > 0 &&
			    unit.kind == UNIT_MONEY;
	return false;
}

bool
money_is_scaled(const struct trial *trial, unsigned cell,
    const struct report *before, const struct forms *forms,
    struct slice form, long long *right)
{
	const struct trial_cell  *c = &trial->cell[cell];
	const struct report_cell *last = report_cell(before, c->cell->number);
	long long                 was = last != NULL ? last->value.filled : 0;

	*right = c->stands / TEN_THOUSAND;
	return was > 0 && c->stands / LEAST >= was &&
	    *right / MOST_GROWTH <= was && was / MOST_GROWTH <= *right &&
	    is_money(forms, form, &before->names->name[c->cell->number]);
}
