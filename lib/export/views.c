#include <stdlib.h>
#include <string.h>

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
sql_wide(struct buffer *sql, const struct sql_dialect *dialect)
{

	struct forms *forms = forms_load();

	(void)dialect;
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

/* What the reports state of each line of the crosswalk: nothing where a cell of it
 * is stated in two ways; a sum where it is of several cells. */
#define STATED \
	"with figures as (\n" \
	"\tselect distinct f.doc, f.region, f.org, f.year, f.form, c.series," \
	" c.label, c.unit,\n" \
	"\t\tc.rank, c.cells, c.source, c.relation, c.caveat, f.item, f.col,\n" \
	"\t\tf.value * u.factor as value\n" \
	"\tfrom facts f join series_cells c on c.item = f.item and c.col = f.col\n" \
	"\t\tand c.source = f.source and c.form = coalesce(f.form, '')\n" \
	"\tjoin series_units u on u.unit = c.unit" \
	" and u.name = coalesce(f.unit, '')\n" \
	"\twhere f.value is not null and f.doc is not null),\n" \
	"stated as (\n" \
	"\tselect doc, region, org, year, form, series, label, unit, rank," \
	" source, relation, caveat,\n" \
	"\t\tcase when count(*) = cells then %s end as value\n" \
	"\tfrom figures\n" \
	"\tgroup by doc, region, org, year, form, series, label, unit, rank," \
	" source, relation, caveat, cells\n" \
	"\thaving count(distinct item || '@' || col) = cells),\n" \
	"taken as (select doc, series, min(rank) as rank from stated" \
	" group by doc, series)\n"

void
sql_series(struct buffer *sql, const struct sql_dialect *dialect)
{
	/* Parts of a yuan are not exact where numbers are binary. */
	const char *sum = dialect->has_exact ?
	    "case typeof(sum(value)) when 'real' then round(sum(value), 6)"
	    " else sum(value) end" : "sum(value)";
	const char *mark = strstr(STATED, "%s");

	buffer_add(sql, (struct slice){ STATED, (size_t)(mark - STATED) });
	buffer_string(sql, sum);
	buffer_string(sql, mark + 2);
	buffer_string(sql, "select o.office, s.region, max(s.org) as org,"
	    " s.series, s.label, s.year, s.unit,\n"
	    "\tcase when min(s.value) = max(s.value) then min(s.value) end"
	    " as value,\n"
	    "\tmin(s.value) as least, max(s.value) as most,"
	    " count(*) as reports,\n"
	    "\tmax(case s.source when 'prose' then 'prose' else s.form end)"
	    " as form,\n"
	    "\tmin(s.relation) as relation, max(s.caveat) as caveat\n"
	    "from taken t join stated s on s.doc = t.doc"
	    " and s.series = t.series and s.rank = t.rank\n"
	    "left join " OFFICES " o on o.doc = s.doc\n"
	    "where s.value is not null\n"
	    "group by o.office, case when o.office is null then s.org end,"
	    " s.region, s.series, s.label, s.year, s.unit");
}
