#include "form_rows.h"

/* The items of a form's table, in their order, and which of them a report has. */
struct table_items {
	const struct form_item *item[FORM_ITEMS_MAX];
	bool                    is_there[FORM_ITEMS_MAX];
	size_t                  n;
};

/* Whether FIGURES has a figure of ITEM. */
static bool
is_there(const struct figures *figures, const struct form_item *item)
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

static void
find_items(struct table_items *items, const struct form_rows *rows,
    const struct figures *figures)
{
	const struct forms *forms = rows->layouts->forms;
	size_t              form = form_number(forms, rows->form);

	items->n = 0;
	for (size_t i = 0; i < forms->items && items->n < FORM_ITEMS_MAX; i++) {
		const struct form_item *item = &forms->item[i];

		if (item->of_form != form || !slice_eq(item->table, rows->table))
			continue;
		items->is_there[items->n] = is_there(figures, item);
		items->item[items->n++] = item;
	}
}

/* How many items of VARIANT the report has. */
static size_t
items_of_variant(const struct table_items *items, struct slice variant)
{
	size_t n = 0;

	for (size_t i = 0; i < items->n; i++)
		n += items->is_there[i] &&
		    slice_eq(items->item[i]->variant, variant);
	return n;
}

static struct slice
best_variant(const struct table_items *items)
{
	struct slice best = { "", 0 };
	size_t       most = 0;

	for (size_t i = 0; i < items->n; i++) {
		struct slice variant = items->item[i]->variant;
		size_t       n;

		if (slice_eq(variant, best))
			continue;
		n = items_of_variant(items, variant);
		if (n > most) {
			most = n;
			best = variant;
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

/* Whether item number I of ITEMS is drawn as a row: it has figures here, or heads some
 * and does not stand beside them. */
static bool
is_row(const struct form_rows *rows, const struct table_items *items, size_t i)
{
	const struct form_item *item = items->item[i];

	return items->is_there[i] || (item->heading && !rows->is_across &&
	    layout_line(rows->layouts, rows->form, rows->table, LAYOUT_BESIDE,
	    item->code) == NULL);
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

/* Whether the head of the table of ITEMS runs over the columns: every one with figures
 * stands in a group and has one column (nianbao-forms(5)). */
static bool
runs_across(const struct table_items *items)
{
	size_t n = 0;

	for (size_t i = 0; i < items->n; i++) {
		const struct form_item *item = items->item[i];

		if (item->heading)
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
	struct table_items items;
	struct slice       variant;

	rows->layouts = drawing->material->layouts;
	rows->form = drawing->figures->head[FACT_FORM];
	rows->table = table;
	rows->rows = rows->besides = rows->columns = 0;
	rows->widest = NULL;
	find_items(&items, rows, drawing->figures);
	rows->is_across = runs_across(&items);
	variant = best_variant(&items);
	for (size_t i = 0; i < items.n; i++) {
		const struct form_item *item = items.item[i];

		if (has_row(rows, item->code) || !is_row(rows, &items, i))
			continue;
		if (items.is_there[i] || slice_eq(item->variant, variant))
			add_row(rows, item);
	}
}
