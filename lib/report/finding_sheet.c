#include "finding_sheet.h"

#include "markup.h"
#include "names.h"
#include "plain_text.h"
#include "rule_note.h"
#include "weight.h"
#include "words.h"

/* A row waits as its cells, each ended by a character that no text has, since plain
 * text shows what is hidden. */
#define CELL_END "\037"
#define ROW_END "\036"

enum finding_column {
	COLUMN_OFFICE, COLUMN_REGION, COLUMN_YEAR,
	/* Those of the entry: */
	COLUMN_LEVEL, COLUMN_CHANGE, COLUMN_RULE, COLUMN_TITLE, COLUMN_WHAT, COLUMN_TABLE,
	COLUMN_ROW, COLUMN_COLUMN, COLUMN_SAYS, COLUMN_SHOULD, COLUMN_LEFT,
	COLUMN_RIGHT, COLUMN_MEND, COLUMN_PLACE, COLUMN_SOURCE, COLUMN_ADDRESS,
	FINDING_COLUMNS = COLUMN_ADDRESS + 1,
	COLUMN_FILE = COLUMN_ADDRESS
};

static const struct sheet_colour level_colours[] = {
	{ "level.error", TINT_ERROR }, { "level.suspect", TINT_SUSPECT },
	{ "level.duty", TINT_DUTY }, { "level.note", TINT_NOTE },
	{ NULL, TINT_NOTE },
};

static const struct sheet_colour change_colours[] = {
	{ "change.new", TINT_ERROR }, { "change.left", TINT_SUSPECT },
	{ "change.mended", TINT_GOOD }, { "change.waived", TINT_NOTE },
	{ NULL, TINT_NOTE },
};

static const struct sheet_column columns[FINDING_COLUMNS] = {
	[COLUMN_OFFICE] = { "column.unit", 18, LOOK_WRAPPED, NULL },
	[COLUMN_REGION] = { "column.region", 10, LOOK_WRAPPED, NULL },
	[COLUMN_YEAR] = { "year", 7, LOOK_NUMBER, NULL },
	[COLUMN_LEVEL] = { "column.level", 8, LOOK_TEXT, level_colours },
	[COLUMN_CHANGE] = { "column.change", 9, LOOK_TEXT, change_colours },
	[COLUMN_RULE] = { "column.rule", 13, LOOK_TEXT, NULL },
	[COLUMN_TITLE] = { "common.rule", 18, LOOK_WRAPPED, NULL },
	[COLUMN_WHAT] = { "column.what", 36, LOOK_WRAPPED, NULL },
	[COLUMN_TABLE] = { "column.table", 18, LOOK_WRAPPED, NULL },
	[COLUMN_ROW] = { "column.row", 18, LOOK_WRAPPED, NULL },
	[COLUMN_COLUMN] = { "column.column", 10, LOOK_WRAPPED, NULL },
	[COLUMN_SAYS] = { "letter.value", 9, LOOK_NUMBER, NULL },
	[COLUMN_SHOULD] = { "letter.wanted", 9, LOOK_NUMBER, NULL },
	[COLUMN_LEFT] = { "column.left", 8, LOOK_NUMBER, NULL },
	[COLUMN_RIGHT] = { "column.right", 8, LOOK_NUMBER, NULL },
	[COLUMN_MEND] = { "mend.how", 36, LOOK_WRAPPED, NULL },
	[COLUMN_PLACE] = { "letter.place", 10, LOOK_WRAPPED, NULL },
	[COLUMN_SOURCE] = { "source", 30, LOOK_WRAPPED, NULL },
	[COLUMN_FILE] = { "file", 24, LOOK_WRAPPED, NULL },
};

static const struct sheet_shape shape = {
	.word = "sheet.findings", .column = columns, .columns = FINDING_COLUMNS,
	.fixed = 1, .has_links = true,
};

void
finding_sheet_begin(struct sheet *sheet, struct spreadsheet *book)
{
	sheet_begin(sheet, book, &shape);
}

/* A row in the making. */
struct row {
	struct finding_row_maker *maker;
	const struct entry_page  *page;	/* draws into MARKUP */
	const struct fault_entry *entry;
	struct buffer            *markup, *out;
};

static void
end_cell(struct row *row)
{
	plain_markup_add(row->out, buffer_slice(row->markup));
	buffer_string(row->out, CELL_END);
	row->markup->n = 0;
}

static void
add_cell(struct row *row, struct slice field)
{
	plain_field_add(row->out, field);
	buffer_string(row->out, CELL_END);
}

static const struct slice *
first_finding(const struct row *row)
{
	return row->entry->findings > 0 ? row->entry->finding->field : NULL;
}

/* The word for LEVEL, of the name of one. */
static void
add_level(struct row *row, struct slice level, const char *change)
{
	enum rule_language language = row->page->drawing->material->language;
	enum rule_level    number = level_of(level);
	char               key[32] = "level.";

	if (number <= LEVEL_NOTE) {
		strcpy(key + 6, rule_level_name[number]);
		add_cell(row, report_word(language, key));
	} else
		add_cell(row, SLICE(""));
	add_cell(row, change[0] == '\0' ? SLICE("") :
	    report_word(language, change));
}

static void
add_rule(struct row *row, struct slice rule)
{
	add_cell(row, rule);
	add_cell(row, rule_note(rule, NOTE_TITLE,
	    row->page->drawing->material->language));
}

static void
add_what(struct row *row)
{
	const struct slice *finding = first_finding(row);

	add_level(row, slice_of(rule_level_name[row->entry->level]),
	    change_word[row->entry->change]);
	add_rule(row, finding != NULL ? finding[FINDING_RULE] : SLICE(""));
	entry_head_add(row->page, row->entry, row->markup);
	end_cell(row);
}

/* Whether the entry is about a cell of this report, not of the year before. */
static bool
is_own_cell(const struct row *row)
{
	return row->entry->kind == ENTRY_CELL && slice_eq(
	    row->entry->repair->field[REPAIR_REPORT],
	    row->page->drawing->figures->document->name);
}

/* The cell that the entry is about, if it is one; else what its rule was applied to. */
static void
find_cell(const struct row *row, struct slice *item, struct slice *col)
{
	const struct fault_entry *entry = row->entry;

	*item = *col = SLICE("");
	if (is_own_cell(row)) {
		*item = entry->repair->field[REPAIR_ITEM];
		*col = entry->repair->field[REPAIR_COL];
	} else if (entry->blank != FIGURE_NONE) {
		const struct slice *field = figure_fields(
		    row->page->drawing->figures, entry->blank);

		*item = field[FACT_ITEM];
		*col = field[FACT_COL];
	} else if (entry->findings > 0)
		entry_where_part(row->page,
		    entry->finding->field[FINDING_WHERE], item, col);
}

/* The table, the row and the column of ITEM and COL. */
static void
add_cell_words(struct row *row, struct slice item, struct slice col)
{
	const struct form_drawing *drawing = row->page->drawing;
	struct slice               form = drawing->figures->head[FACT_FORM];
	struct item_words          words = { .form = { "", 0 } };

	if (item.n > 0 && !slice_starts(item, SLICE("structure.")))
		words = figure_sheet_words(row->maker->figures, form, item);
	add_cell(row, words.table);
	buffer_add(row->out, words.row);
	buffer_string(row->out, CELL_END);
	if (col.n > 0)
		column_name_add(row->markup, drawing->material, form, col);
	end_cell(row);
}

static void
add_place(struct row *row)
{
	const struct form_drawing *drawing = row->page->drawing;
	struct slice               item, col;
	size_t                     i;

	find_cell(row, &item, &col);
	add_cell_words(row, item, col);
	i = figures_find(drawing->figures, item, col);
	if (is_own_cell(row))
		add_cell(row, row->entry->repair->field[REPAIR_VALUE]);
	else
		add_cell(row, i == FIGURE_NONE ? SLICE("") :
		    figure_fields(drawing->figures, i)[FACT_VALUE]);
	add_cell(row, is_own_cell(row) && row->entry->is_likely ?
	    row->entry->repair->field[REPAIR_REPAIRED] : SLICE(""));
}

/* Where the figure stands that the entry is quoted by, its words, its row in the sheet
 * of figures. */
static void
add_source(struct row *row)
{
	const struct form_drawing *drawing = row->page->drawing;
	size_t                     i = entry_quoted_figure(row->page,
	    row->entry);
	const struct slice        *field;

	if (i == FIGURE_NONE) {
		buffer_string(row->out, CELL_END CELL_END CELL_END);
		return;
	}
	field = figure_fields(drawing->figures, i);
	place_add(row->markup, drawing->material, field[FACT_LOC]);
	end_cell(row);
	entry_quote_add(row->page, i);
	end_cell(row);
	figure_sheet_address(row->maker->figures, i, row->out);
	buffer_string(row->out, CELL_END);
}

void
finding_row_add(void *context, const struct entry_page *page,
    const struct fault_entry *entry, struct buffer *out)
{
	static struct buffer markup;
	struct form_drawing  drawing = *page->drawing;
	struct entry_page    own = { &drawing, page->sides };
	struct row           row = { context, &own, entry, &markup, out };
	const struct slice  *finding = first_finding(&row);

	drawing.out = &markup;
	markup.n = 0;
	add_what(&row);
	add_place(&row);
	add_cell(&row, finding != NULL ? finding[FINDING_LEFT] : SLICE(""));
	add_cell(&row, finding != NULL ? finding[FINDING_RIGHT] : SLICE(""));
	entry_mending_add(&own, entry);
	end_cell(&row);
	add_source(&row);
	buffer_string(out, ROW_END);
}

void
finding_row_told(void *context, const struct entry_page *page,
    const struct slice *finding, const char *change, struct buffer *out)
{
	static struct buffer markup;
	struct row           row = { context, page, NULL, &markup, out };
	struct slice         item, col;

	markup.n = 0;
	add_level(&row, finding[FINDING_LEVEL], change);
	add_rule(&row, finding[FINDING_RULE]);
	add_cell(&row, finding[FINDING_MESSAGE]);
	entry_where_part(page, finding[FINDING_WHERE], &item, &col);
	add_cell_words(&row, item, col);
	buffer_string(out, CELL_END CELL_END);
	add_cell(&row, finding[FINDING_LEFT]);
	add_cell(&row, finding[FINDING_RIGHT]);
	buffer_string(out, CELL_END);
	place_add(&markup, page->drawing->material, finding[FINDING_LOC]);
	end_cell(&row);
	buffer_string(out, CELL_END CELL_END ROW_END);
}

static bool
is_figure(int column)
{
	return column == COLUMN_SAYS || column == COLUMN_SHOULD ||
	    column == COLUMN_LEFT || column == COLUMN_RIGHT;
}

/* Cuts what stands before the first END off REST: all of them end with one. */
static struct slice
cut_at(struct slice *rest, const char *end)
{
	const char  *at = memchr(rest->p, end[0], rest->n);
	struct slice text = { rest->p, at != NULL ? (size_t)(at - rest->p) :
	    rest->n };

	*rest = slice_from(*rest, text.n + (at != NULL));
	return text;
}

/* Writes the cells of a row, ROW, that are of its entry; that of the place is a link
 * to the figure, if it has a row. */
static void
add_cells(struct sheet *sheet, struct slice row)
{
	struct slice place = { "", 0 };

	for (int column = COLUMN_LEVEL; column <= COLUMN_ADDRESS; column++) {
		struct slice cell = cut_at(&row, CELL_END);

		if (column == COLUMN_PLACE)
			place = cell;
		else if (column == COLUMN_ADDRESS && cell.n > 0)
			sheet_put_link(sheet, COLUMN_PLACE, place, cell);
		else if (column == COLUMN_ADDRESS)
			sheet_put_text(sheet, COLUMN_PLACE, place);
		else if (is_figure(column))
			sheet_put_value(sheet, column, cell);
		else
			sheet_put_text(sheet, column, cell);
	}
}

void
finding_sheet_add(struct sheet *sheet, struct slice office,
    const struct paper *paper, struct slice rows)
{
	while (rows.n > 0) {
		struct slice row = cut_at(&rows, ROW_END);

		sheet_row(sheet);
		sheet_put_markup(sheet, COLUMN_OFFICE, office);
		sheet_put_field(sheet, COLUMN_REGION, paper->region);
		sheet_put_value(sheet, COLUMN_YEAR, paper->year);
		add_cells(sheet, row);
		sheet_put_field(sheet, COLUMN_FILE, paper->name);
	}
}
