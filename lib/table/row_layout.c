#include "row_layout.h"

#include "alignment.h"
#include "sums.h"

struct row_layout *
row_layouts_find(struct row_layouts *layouts, unsigned label_col,
    unsigned width)
{
	for (size_t i = 0; i < layouts->count; i++)
		if (layouts->layout[i].label_col == label_col &&
		    layouts->layout[i].width == width)
			return &layouts->layout[i];
	return NULL;
}

bool
row_layouts_agree(const struct row_layouts *layouts, unsigned start)
{
	enum { ENOUGH = 3 };
	unsigned rows = 0;

	for (size_t i = 0; i < layouts->count; i++) {
		if (layouts->layout[i].doubt ||
		    layouts->layout[i].start != start)
			return false;
		rows += layouts->layout[i].count;
	}
	return rows >= ENOUGH;
}

/* The first column of a row whose last figure is the sum of the others, and so
 * the total, whatever header stands over it; 0 if it is not. */
static unsigned
start_before_total(const struct alignment *a)
{
	unsigned last, cols = (unsigned)a->item->cols;

	if (a->figures < 2 || !item_has_total(a->item))
		return 0;
	last = a->figure[a->figures - 1]->col;
	return sums_prove(a->figure, a->figures) &&
	    last >= align_label_end(a) + cols ? last - cols + 1 : 0;
}

/* The first column of the figures of a row that leaves no doubt: all are
 * there, or the row's own sum tells which is the total. */
static unsigned
certain_start(const struct alignment *a)
{
	return a->figures == (size_t)a->item->cols ? a->figure[0]->col :
	    start_before_total(a);
}

unsigned
row_layout_others(const struct row_layout *layout, const struct alignment *a)
{
	return layout->count - (certain_start(a) == layout->start);
}

bool
row_layouts_have_more(const struct row_layouts *layouts)
{
	/* A few may have taken in those of lost labels. */
	enum { SEVERAL = 2, FEW = 10 };

	return layouts->other_year || (layouts->surplus >= SEVERAL &&
	    layouts->surplus * FEW >= layouts->figured);
}

/* Whether ROW, ITEM's, has no cell and it is seen why: words stand below for its figures,
 * it is an item that the report's variant parts, or the document was cut off behind it. */
static bool
is_explained(const struct table_rows *rows, const struct table_row *row,
    const struct form_item *item)
{
	const struct table_row *below = row + 1;

	if (rows_have_words_below(rows, row))
		return true;
	if (below == rows->row + rows->count)
		return row->first == row->end;
	if (row->first < row->end || below->stretch != row->stretch || below->name == NULL)
		return false;
	for (size_t t = 0; t < below->name->terms; t++) {
		const struct term *term = &below->name->term[t];

		if (term->kind == TERM_ITEM && form_item_is_parted(item,
		    &rows->cells->forms->item[term->index]))
			return true;
	}
	return false;
}

/* Notes how many cells, blanks too, follow a label down the page. */
static void
learn_flowing(struct row_layouts *layouts, const struct table_rows *rows,
    const struct alignment *a)
{
	bool lines = a->cells->row[a->row->cell_row].table == 0;
	bool exact = a->slots == (size_t)a->item->cols;
	int  order[FORM_COLS_MAX];

	layouts->rows_with[a->item->cols]++;
	layouts->having[a->item->cols][a->figures]++;
	if (lines && !a->item->heading)
		layouts->lossy |= a->slots < (size_t)a->item->cols &&
		    !align_is_digits(a) && a->slots != header_order(
		    a->row->header, a->item, order) &&
		    !is_explained(rows, a->row, a->item);
	if ((lines && !a->cells->blank_lines) || a->slots == 0 ||
	    a->slots >= SLOTS_MAX)
		return;
	layouts->flowing++;
	layouts->exact += exact;
	layouts->rows_of[a->slots]++;
	if (layouts->usual_slots == 0 || layouts->rows_of[a->slots] >
	    layouts->rows_of[layouts->usual_slots])
		layouts->usual_slots = (unsigned)a->slots;
}

static void
learn_grid(struct row_layouts *layouts, const struct alignment *a)
{
	unsigned           start = certain_start(a), col = align_label_col(a);
	struct row_layout *layout = row_layouts_find(layouts, col,
	    align_width(a));

	if (start == 0)
		return;
	if (start == align_label_end(a) + 1 && align_width(a) + 1 ==
	    start + (unsigned)a->item->cols)
		layouts->compact++;
	else
		layouts->loose++;
	if (layout == NULL) {
		if (layouts->count == ROW_LAYOUTS_MAX)
			return;
		layout = &layouts->layout[layouts->count++];
		*layout = (struct row_layout){ .label_col = col,
			.width = align_width(a), .start = start };
	}
	layout->doubt |= layout->start != start;
	layout->whole |= a->figures == (size_t)a->item->cols;
	if (layout->row == NULL || !rows_are_alike(a->cells, layout->row, a->row))
		layout->count++;
	layout->row = a->row;
}

void
row_layouts_learn(struct row_layouts *layouts, const struct table_rows *rows,
    const struct table_row *row, const struct form_item *item)
{
	struct placement placement;
	struct alignment a;

	if (row->label == NO_CELL || item->cols == 0)
		return;
	a = align_begin(rows, row, item, &placement);
	layouts->figured += a.figures > 0;
	layouts->surplus += a.surplus;
	layouts->other_year |= row->header != NULL && row->header->other_year;
	if (row->flowing)
		learn_flowing(layouts, rows, &a);
	else if (!a.surplus)
		learn_grid(layouts, &a);
}
