#include "form_table.h"

#include "form_rows.h"
#include "markup.h"
#include "names.h"
#include "words.h"

static void
add_span(struct buffer *out, const char *name, int n)
{
	if (n <= 1)
		return;
	markup_add(out, " ", name, "=\"", NULL);
	markup_number(out, n);
	buffer_string(out, "\"");
}

/* A head over COLUMNS columns and ROWS rows. */
static void
add_head(struct buffer *out, struct slice label, int columns, int rows,
    const char *more)
{
	markup_add(out, "<th", more, NULL);
	add_span(out, "colspan", columns);
	add_span(out, "rowspan", rows);
	buffer_string(out, ">");
	markup_text(out, label);
}

static struct slice
part_text(const struct form_rows *rows, enum layout_part part, struct slice of)
{
	return layout_text(rows->layouts, rows->form, rows->table, part, of);
}

static struct slice
column_label(const struct form_rows *rows, struct slice col)
{
	return form_column_label(rows->layouts->forms, rows->form, col);
}

static bool
has_units(const struct form_rows *rows)
{
	return part_text(rows, LAYOUT_UNIT, SLICE("")).n > 0;
}

/* Which span is number LEVEL, from outside, over the column COL; NULL: none.  The
 * wider ones stand first in the data. */
static const struct layout_line *
span_over(const struct form_rows *rows, struct slice col, int level)
{
	for (size_t i = 0; i < rows->layouts->lines; i++) {
		const struct layout_line *line = &rows->layouts->line[i];

		if (line->part == LAYOUT_SPAN &&
		    slice_eq(line->table, rows->table) &&
		    forms_is_like(rows->layouts->forms, rows->form,
		    line->form) && layout_line_has(line, col) && level-- == 0)
			return line;
	}
	return NULL;
}

static int
spans_over(const struct form_rows *rows, struct slice col)
{
	int n = 0;

	while (span_over(rows, col, n) != NULL)
		n++;
	return n;
}

/* The row LEVEL of a head that is DEPTH rows deep. */
static void
add_head_row(const struct form_rows *rows, struct buffer *out, int level,
    int depth)
{
	const struct form_item *item = rows->widest;

	for (int c = 0, end; c < item->cols; c = end) {
		const struct layout_line *span = span_over(rows, item->col[c],
		    level);

		end = c + 1;
		if (span == NULL) {
			if (spans_over(rows, item->col[c]) == level)
				add_head(out, column_label(rows, item->col[c]),
				    1, depth - level, " scope=\"col\"");
			continue;
		}
		while (end < item->cols &&
		    span_over(rows, item->col[end], level) == span)
			end++;
		add_head(out, span->text, end - c, 1, "");
	}
}

/* The names of the columns of ITEM, for the bar above the tables. */
static void
add_column_names(const struct form_rows *rows, struct buffer *out,
    const struct form_item *item)
{
	buffer_string(out, " data-c=\"");
	for (int c = 0; c < item->cols; c++) {
		if (c > 0)
			buffer_string(out, "|");
		if (!slice_is(item->col[c], "count"))
			markup_text(out, column_label(rows, item->col[c]));
	}
	buffer_string(out, "\"");
}

static void
add_table_head(const struct form_rows *rows, struct buffer *out)
{
	int depth = 1;

	for (int c = 0; c < rows->widest->cols; c++)
		if (spans_over(rows, rows->widest->col[c]) + 1 > depth)
			depth = spans_over(rows, rows->widest->col[c]) + 1;
	for (int level = 0; level < depth; level++) {
		buffer_string(out, "<tr");
		if (level == 0)
			add_column_names(rows, out, rows->widest);
		buffer_string(out, ">");
		if (level == 0) {
			add_head(out, part_text(rows, LAYOUT_CORNER, SLICE("")),
			    rows->besides + 1, depth, " class=\"corner\"");
			if (has_units(rows))
				add_head(out, part_text(rows, LAYOUT_UNIT,
				    SLICE("")), 1, depth, "");
		}
		add_head_row(rows, out, level, depth);
	}
}

/* The caption of a group and the heads of its columns, those of ITEM. */
static void
add_caption(const struct form_rows *rows, struct buffer *out,
    const struct layout_line *caption, const struct form_item *item)
{
	buffer_string(out, "<tr>");
	add_head(out, caption->text, rows->besides + 1 + rows->columns, 1,
	    " class=\"sec\"");
	buffer_string(out, "<tr class=\"hd\"");
	add_column_names(rows, out, item);
	buffer_string(out, ">");
	add_head(out, part_text(rows, LAYOUT_CORNER, SLICE("")),
	    rows->besides + 1, 1, "");
	for (int c = 0; c < item->cols; c++)
		add_head(out, column_label(rows, item->col[c]),
		    c + 1 < item->cols ? 1 : rows->columns - c, 1,
		    " scope=\"col\"");
}

/* How many rows from number AT on stand in the group number LEVEL beside them. */
static int
rows_beside(const struct form_rows *rows, int at, int level)
{
	const struct layout_line *line = rows->row[at].beside[level];
	int                       n = 0;

	while (at + n < rows->rows && rows->row[at + n].besides > level &&
	    rows->row[at + n].beside[level] == line)
		n++;
	return n;
}

/* The groups that begin at the row number AT. */
static void
add_groups(const struct form_rows *rows, struct buffer *out, int at)
{
	const struct form_row *row = &rows->row[at];

	for (int level = 0; level < row->besides; level++) {
		const struct form_item *group = form_rows_item(rows,
		    row->beside[level]->of);

		if (at > 0 && rows->row[at - 1].besides > level &&
		    rows->row[at - 1].beside[level] == row->beside[level])
			continue;
		add_head(out, group->label, 1, rows_beside(rows, at, level),
		    slice_is(row->beside[level]->text, "vertical") ?
		    " scope=\"rowgroup\" class=\"vt\"" :
		    " scope=\"rowgroup\" class=\"gp\"");
	}
}

/* Whether the row number AT heads a group beside it: its label stands there. */
static void
add_label(const struct form_rows *rows, struct buffer *out, int at)
{
	const struct form_row *row = &rows->row[at];
	const char *const      indent[] = { " scope=\"row\"",
		" scope=\"row\" class=\"i1\"", " scope=\"row\" class=\"i2\"",
		" scope=\"row\" class=\"i3\"" };
	int                    level = row->level - row->besides;

	add_head(out, row->item->label, rows->besides + 1 - row->besides, 1,
	    indent[level < 3 ? level : 3]);
	if (has_units(rows)) {
		buffer_string(out, "<td class=\"u\">");
		markup_text(out, row->item->unit[0]);
	}
}

static void
add_figures(const struct form_drawing *drawing, const struct form_rows *rows,
    const struct form_item *item)
{
	size_t before = FIGURE_NONE;
	int    cols = item->cols > 0 ? item->cols : 1;

	for (int c = 0; c < cols; c++) {
		size_t i = item->cols > 0 ? figures_find(drawing->figures,
		    item->code, item->col[c]) : FIGURE_NONE;

		figure_cell_add(drawing, i, before,
		    c + 1 < cols ? 1 : rows->columns - c);
		before = i;
	}
}

static const struct layout_line *
caption_of(const struct form_rows *rows, int at)
{
	struct slice parent = rows->row[at].item->parent;

	return parent.n == 0 ? NULL : layout_line(rows->layouts, rows->form,
	    rows->table, LAYOUT_CAPTION, parent);
}

static void
draw_rows(const struct form_drawing *drawing, const struct form_rows *rows)
{
	struct buffer            *out = drawing->out;
	const struct layout_line *last = NULL;

	if (rows->widest == NULL)
		return;
	if (caption_of(rows, 0) == NULL)
		add_table_head(rows, out);
	for (int i = 0; i < rows->rows; i++) {
		const struct layout_line *caption = caption_of(rows, i);

		if (caption != NULL && caption != last)
			add_caption(rows, out, caption, rows->row[i].item);
		last = caption;
		buffer_string(out, "<tr>");
		add_groups(rows, out, i);
		add_label(rows, out, i);
		add_figures(drawing, rows, rows->row[i].item);
	}
}

/* The label of the group of row AT, in two parts where it has a mark between them
 * (行政诉讼 / 未经复议直接起诉); *LOWER is empty where not. */
static struct slice
group_label(const struct form_rows *rows, int at, struct slice *lower)
{
	const struct form_item *group = form_rows_item(rows,
	    rows->row[at].item->parent);
	struct slice            label = group != NULL ? group->label :
	    SLICE("");
	const char             *mark = slice_find(label, SLICE(" / "));

	*lower = SLICE("");
	if (mark == NULL)
		return label;
	*lower = slice_from(label, (size_t)(mark - label.p) + 3);
	label.n = (size_t)(mark - label.p);
	return label;
}

/* How many items from number AT on stand below the same head: the upper part of
 * their group's label, or with LOWER all of it. */
static int
items_below(const struct form_rows *rows, int at, bool lower)
{
	struct slice part, other;
	struct slice label = group_label(rows, at, &part);
	int          n = 1;

	while (at + n < rows->rows && slice_eq(group_label(rows, at + n,
	    &other), label) && (!lower || slice_eq(other, part)))
		n++;
	return n;
}

/* Row LEVEL, 0 to 2, of a head that runs over the columns. */
static void
add_across_row(const struct form_rows *rows, struct buffer *out, int level)
{
	int n;

	for (int i = 0; i < rows->rows; i += n) {
		struct slice lower;
		struct slice upper = group_label(rows, i, &lower);

		n = level == 2 ? 1 : items_below(rows, i, level == 1);
		if (level == 0)
			add_head(out, upper, n, 1, "");
		else if (level == 1 && lower.n > 0)
			add_head(out, lower, n, 1, "");
		else if (level == 1)
			for (int k = 0; k < n; k++)
				add_head(out, rows->row[i + k].item->label, 1,
				    2, " scope=\"col\"");
		else if (lower.n > 0)
			add_head(out, rows->row[i].item->label, 1, 1,
			    " scope=\"col\"");
	}
}

static void
draw_across(const struct form_drawing *drawing, const struct form_rows *rows)
{
	struct buffer *out = drawing->out;
	size_t         before = FIGURE_NONE;

	for (int level = 0; level < 3; level++) {
		buffer_string(out, "<tr");
		if (level == 0)
			buffer_string(out, " data-c=\"");
		for (int i = 0; level == 0 && i < rows->rows; i++) {
			buffer_string(out, i > 0 ? "|" : "");
			item_name_add(out, drawing->material, rows->form,
			    rows->row[i].item->code);
		}
		buffer_string(out, level == 0 ? "\">" : ">");
		add_across_row(rows, out, level);
	}
	buffer_string(out, "<tr>");
	for (int i = 0; i < rows->rows; i++) {
		size_t at = figures_find(drawing->figures,
		    rows->row[i].item->code, rows->row[i].item->col[0]);

		figure_cell_add(drawing, at, before, 1);
		before = at;
	}
}

/* The numbers of the entries whose marks stand in the table of ROWS, in *LIST;
 * returns whether there are any. */
static bool
find_entries(const struct form_drawing *drawing, const struct form_rows *rows,
    struct buffer *list)
{
	size_t last = 0, next;

	do {
		next = FIGURE_NONE;
		for (int r = 0; r < rows->rows; r++)
			for (int c = 0; c < rows->row[r].item->cols; c++) {
				const struct form_item *item =
				    rows->row[r].item;
				size_t i = figures_find(drawing->figures,
				    item->code, item->col[c]);
				size_t entry = i == FIGURE_NONE ? 0 :
				    drawing->figures->mark[i].entry;

				if (entry > last && entry < next)
					next = entry;
			}
		if (next == FIGURE_NONE)
			break;
		if (last > 0)
			word_add(list, drawing->material->language,
			    "separator");
		markup_number(list, (long long)next);
		last = next;
	} while (true);
	return last > 0;
}

static void
draw_table(const struct form_drawing *drawing, const struct form_rows *rows)
{
	struct buffer     *out = drawing->out;
	struct buffer      list = { NULL, 0, 0 };
	bool               is_marked = find_entries(drawing, rows, &list);
	struct slice       title = part_text(rows, LAYOUT_TITLE, SLICE(""));
	struct place_value value = { "list", buffer_slice(&list) };

	markup_add(out, "<details class=\"form\"", is_marked ? " open" : "",
	    "><summary>", NULL);
	markup_text(out, title.n > 0 ? title : rows->table);
	if (is_marked) {
		buffer_string(out, "<span class=\"cnt\">");
		phrase_add(out, drawing->material->language, "table.entries",
		    &value, 1);
		buffer_string(out, "</span>");
	}
	buffer_string(out, "</summary><div class=\"sc\" tabindex=\"0\" "
	    "role=\"region\" aria-label=\"");
	markup_text(out, title.n > 0 ? title : rows->table);
	markup_add(out, "\"><table class=\"ft", rows->is_across ? " ac" :
	    rows->columns > 3 ? " wide" : "", "\">", NULL);
	if (rows->is_across)
		draw_across(drawing, rows);
	else
		draw_rows(drawing, rows);
	buffer_string(out, "</table></div></details>\n");
	buffer_free(&list);
}

/* Calls FN for each table of the form that the report has. */
static void
each_table(const struct form_drawing *drawing,
    void fn(const struct form_drawing *, const struct form_rows *))
{
	static struct form_rows rows;	/* large */
	const struct forms     *forms = drawing->material->forms;
	struct slice            form = drawing->figures->head[FACT_FORM];

	for (size_t i = 0; i < forms->items; i++) {
		if (!slice_eq(forms->item[i].form, form) ||
		    forms->item[i].first_of_table != i)
			continue;
		form_rows_find(&rows, drawing, forms->item[i].table);
		if (rows.columns > 0)
			fn(drawing, &rows);
	}
}

void
form_tables_draw(const struct form_drawing *drawing)
{
	each_table(drawing, draw_table);
}

/* A line for ROW, if it has a figure but 0. */
static void
list_row(const struct form_drawing *drawing, const struct form_rows *rows,
    const struct form_item *item)
{
	struct buffer *out = drawing->out;
	bool           is_begun = false;

	for (int c = 0; c < item->cols; c++) {
		size_t       i = figures_find(drawing->figures, item->code,
		    item->col[c]);
		struct slice value = i == FIGURE_NONE ? SLICE("") :
		    figure_fields(drawing->figures, i)[FACT_VALUE];

		if (value.n == 0 || slice_is(value, "0"))
			continue;
		if (!is_begun) {
			buffer_string(out, "<tr><th scope=\"row\">");
			item_name_add(out, drawing->material, rows->form,
			    item->code);
			buffer_string(out, "</th><td>");
		}
		buffer_string(out, "<span>");
		column_name_add(out, drawing->material, rows->form,
		    item->col[c]);
		buffer_string(out, " <b data-l=\"");
		markup_text(out, figure_fields(drawing->figures, i)[FACT_LOC]);
		buffer_string(out, "\">");
		markup_text(out, value);
		buffer_string(out, "</b></span> ");
		is_begun = true;
	}
	if (is_begun)
		buffer_string(out, "</td></tr>");
}

static void
list_table(const struct form_drawing *drawing, const struct form_rows *rows)
{
	for (int i = 0; i < rows->rows; i++)
		list_row(drawing, rows, rows->row[i].item);
}

void
form_tables_list(const struct form_drawing *drawing)
{
	struct buffer *out = drawing->out;

	buffer_string(out, "<details class=\"form\"><summary>");
	word_add(out, drawing->material->language, "table.plain");
	buffer_string(out, "</summary><table class=\"pl\">");
	each_table(drawing, list_table);
	buffer_string(out, "</table></details>\n");
}
