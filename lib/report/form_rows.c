#include "form_rows.h"

bool
form_item_is_there(const struct figures *figures, const struct form_item *item)
{
	for (int c = 0; c < item->cols; c++)
		if (figures_find(figures, item->code, item->col[c]) !=
		    FIGURE_NONE)
			return true;
	return false;
}

const struct form_item *
form_rows_item(const struct form_rows *rows, struct slice code)
{
	return form_item(rows->layouts->forms, rows->form, code);
}

/* Whether ITEM is of the form and the table of ROWS. */
static bool
is_of_table(const struct form_rows *rows, const struct form_item *item)
{
	return slice_eq(item->form, rows->form) &&
	    slice_eq(item->table, rows->table);
}

/* How many items of VARIANT the report has. */
static size_t
items_of_variant(const struct form_rows *rows, const struct figures *figures,
    struct slice variant)
{
	const struct forms *forms = rows->layouts->forms;
	size_t              n = 0;

	for (size_t i = 0; i < forms->items; i++)
		n += is_of_table(rows, &forms->item[i]) &&
		    slice_eq(forms->item[i].variant, variant) &&
		    form_item_is_there(figures, &forms->item[i]);
	return n;
}

static struct slice
best_variant(const struct form_rows *rows, const struct figures *figures)
{
	const struct forms *forms = rows->layouts->forms;
	struct slice        best = { "", 0 };
	size_t              most = 0;

	for (size_t i = 0; i < forms->items; i++) {
		size_t n;

		if (!is_of_table(rows, &forms->item[i]) ||
		    slice_eq(forms->item[i].variant, best))
			continue;
		n = items_of_variant(rows, figures, forms->item[i].variant);
		if (n > most) {
			most = n;
			best = forms->item[i].variant;
		}
	}
	return best;
}

static bool
has_row(const struct form_rows *rows, struct slice code)
{
	for (int i = 0; i < rows->rows; i++)
		if (slice_eq(rows->row[i].item->code, code))
			return true;
	return false;
}

/* Notes the groups that ROW stands in, up to the top, outer ones first. */
static void
find_groups(const struct form_rows *rows, struct form_row *row)
{
	struct slice parent = row->item->parent;

	while (parent.n > 0 && row->level < FORM_BESIDE_MAX) {
		const struct form_item   *group = form_rows_item(rows, parent);
		const struct layout_line *line = layout_line(rows->layouts,
		    rows->form, rows->table, LAYOUT_BESIDE, parent);

		if (group == NULL)
			break;
		if (line != NULL) {
			memmove(row->beside + 1, row->beside,
			    (size_t)row->besides * sizeof(*row->beside));
			row->beside[0] = line;
			row->besides++;
		}
		row->level++;
		parent = group->parent;
	}
}

/* Whether ITEM is drawn as a row: it has figures here, or heads some and does not
 * stand beside them. */
static bool
is_row(const struct form_rows *rows, const struct figures *figures,
    const struct form_item *item)
{
	return form_item_is_there(figures, item) || (item->heading &&
	    layout_line(rows->layouts, rows->form, rows->table, LAYOUT_BESIDE,
	    item->code) == NULL && !rows->is_across);
}

static void
add_row(struct form_rows *rows, const struct form_item *item)
{
	struct form_row *row = &rows->row[rows->rows];

	if (rows->rows == FORM_ITEMS_MAX)
		return;
	*row = (struct form_row){ .item = item };
	find_groups(rows, row);
	rows->rows++;
	if (row->besides > rows->besides)
		rows->besides = row->besides;
	if (item->cols > rows->columns) {
		rows->columns = item->cols;
		rows->widest = item;
	}
}

/* Whether the head of TABLE runs over the columns: every item with figures stands in
 * a group and has one column (nianbao-forms(5)). */
static bool
runs_across(const struct form_rows *rows)
{
	const struct forms *forms = rows->layouts->forms;
	size_t              n = 0;

	for (size_t i = 0; i < forms->items; i++) {
		const struct form_item *item = &forms->item[i];

		if (!is_of_table(rows, item) || item->heading)
			continue;
		if (item->cols != 1 || item->parent.n == 0)
			return false;
		n++;
	}
	return n > 0;
}

void
form_rows_find(struct form_rows *rows, const struct form_drawing *drawing,
    struct slice table)
{
	const struct layouts *layouts = drawing->material->layouts;
	struct slice          variant;

	rows->layouts = layouts;
	rows->form = drawing->figures->head[FACT_FORM];
	rows->table = table;
	rows->rows = rows->besides = rows->columns = 0;
	rows->widest = NULL;
	rows->is_across = runs_across(rows);
	variant = best_variant(rows, drawing->figures);
	for (size_t i = 0; i < layouts->forms->items; i++) {
		const struct form_item *item = &layouts->forms->item[i];

		if (!is_of_table(rows, item) || has_row(rows, item->code) ||
		    !is_row(rows, drawing->figures, item))
			continue;
		if (slice_eq(item->variant, variant) ||
		    form_item_is_there(drawing->figures, item))
			add_row(rows, item);
	}
}
