#include <stdlib.h>

#include "export/sql.h"
#include "form/form.h"

/* The key of an office stands in a fact of each document. */
#define OFFICES \
	"(select doc, max(raw) as office from facts" \
	" where item = 'structure.office' group by doc)"

/* Whether another item of the national forms before item number I has its code
 * and COL. */
static bool
is_repeated(const struct forms *forms, size_t i, struct slice col)
{
	for (size_t k = 0; k < i; k++)
		if (slice_is(forms->item[k].variant, "national") &&
		    slice_eq(forms->item[k].code, forms->item[i].code) &&
		    form_item_has(&forms->item[k], col))
			return true;
	return false;
}

/* What stands for the column COL of ITEM in wide: the item's name alone where
 * that is its only figure, or the total of its figures. */
static bool
is_main(const struct form_item *item, struct slice col)
{
	return item->cols == 1 || slice_is(col, "total");
}

static void
add_figure(struct buffer *sql, const struct form_item *item, struct slice col)
{
	buffer_string(sql, ",\n\tmax(f.value) filter (where f.item = '");
	buffer_add(sql, item->code);
	buffer_string(sql, "' and f.col = '");
	buffer_add(sql, col);
	buffer_string(sql, "') as \"");
	buffer_add(sql, item->code);
	if (!is_main(item, col)) {
		buffer_string(sql, "@");
		buffer_add(sql, col);
	}
	buffer_string(sql, "\"");
}

/* Whether COL of ITEM is wanted: of the kinds of applicants the total only. */
static bool
is_wide(const struct form_item *item, struct slice col)
{
	static const char total[] = "total";

	return is_main(item, col) ||
	    !form_item_has(item, (struct slice){ total, sizeof(total) - 1 });
}

void
sql_wide(struct buffer *sql)
{
	struct forms *forms = forms_load();

	buffer_string(sql, "select f.doc, max(o.office) as office,\n"
	    "\tmax(f.region) as region, max(f.org) as org,\n"
	    "\tmax(f.year) as year, max(f.form) as form");
	for (size_t i = 0; i < forms->items; i++) {
		const struct form_item *item = &forms->item[i];

		if (!slice_is(item->variant, "national") || item->heading)
			continue;
		for (int c = 0; c < item->cols; c++)
			if (is_wide(item, item->col[c]) &&
			    !is_repeated(forms, i, item->col[c]))
				add_figure(sql, item, item->col[c]);
	}
	buffer_string(sql, "\nfrom facts f left join " OFFICES " o"
	    " on o.doc = f.doc\n"
	    "where f.source = 'table' or f.item = 'structure.office'\n"
	    "group by f.doc");
	forms_free(forms);
}

void
sql_series(struct buffer *sql)
{
	buffer_string(sql, "select o.office, f.region, max(f.org) as org,\n"
	    "\tf.item, f.col, f.year, f.unit,\n"
	    "\tcase when min(f.value) = max(f.value) then min(f.value) end"
	    " as value,\n"
	    "\tmin(f.value) as least, max(f.value) as most,\n"
	    "\tcount(distinct f.doc) as reports\n"
	    "from facts f left join " OFFICES " o on o.doc = f.doc\n"
	    "where f.source = 'table' and f.value is not null\n"
	    "group by o.office, case when o.office is null then f.org end,"
	    " f.region,\n"
	    "\tf.item, f.col, f.year, f.unit");
}
