#include "xlsx.h"

#include <limits.h>

#include "base/digits.h"
#include "xlsx_text.h"

enum { ROW = 1, COLUMNS, VIEW, CELL, VALUE, FORMULA, MERGE, COLOURS };

static const struct xml_name names[] = {
	{ "s:row", ROW }, { "s:col", COLUMNS }, { "s:sheetView", VIEW },
	{ "s:c", CELL }, { "s:v", VALUE }, { "s:f", FORMULA },
	{ "s:mergeCell", MERGE }, { "s:conditionalFormatting", COLOURS },
	{ "s:tablePart", COLOURS }, { "s:picture", COLOURS },
	XLSX_TEXT_NAMES, { "s:extLst", XML_SKIP },
	{ "s:headerFooter", XML_SKIP }, { "c:Fallback", XML_SKIP },
	{ NULL, 0 },
};

enum cell_type { TYPE_NUMBER, TYPE_SHARED, TYPE_BOOLEAN, TYPE_TEXT };

struct xlsx_sheet_reader {
	struct workbook *book;
	unsigned         row, col;
	enum cell_type   type;		/* of the open cell */
	size_t           style;
	struct buffer    value, formula;
	struct xlsx_text text;		/* in the cell itself */
	bool             in_row, in_cell, has_formula;
	struct buffer   *into;		/* where text goes, or NULL */
};

/* "AB12": returns the bytes read, 0 where it is none. */
static size_t
address(struct slice text, unsigned *row, unsigned *col)
{
	size_t i = 0, letters;

	*row = *col = 0;
	for (; i < text.n && i < 4 && (text.p[i] | 32) >= 'a' &&
	    (text.p[i] | 32) <= 'z'; i++)
		*col = *col * 26 + (unsigned)((text.p[i] | 32) - 'a') + 1;
	letters = i;
	for (; i < text.n && i < letters + 8 && is_digit(text.p[i]); i++)
		*row = *row * 10 + (unsigned)(text.p[i] - '0');
	return letters > 0 && i > letters ? i : 0;
}

static enum cell_type
type_named(struct slice name)
{
	static const struct {
		const char    *name;
		enum cell_type type;
	} types[] = {
		{ "s", TYPE_SHARED }, { "b", TYPE_BOOLEAN },
		{ "str", TYPE_TEXT }, { "inlineStr", TYPE_TEXT },
		{ "e", TYPE_TEXT }, { "d", TYPE_TEXT },
	};

	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (slice_is(name, types[i].name))
			return types[i].type;
	return TYPE_NUMBER;
}

static void
open_cell(struct xml *xml, struct xlsx_sheet_reader *reader)
{
	unsigned row, col;
	long     style = xml_number(xml, "s", 0);

	reader->col++;
	if (address(xml_attribute(xml, "r"), &row, &col) > 0) {
		reader->row = row;
		reader->col = col;
	}
	reader->type = type_named(xml_attribute(xml, "t"));
	reader->style = style < 0 ? 0 : (size_t)style;
	reader->in_cell = true;
	reader->has_formula = false;
	reader->value.n = 0;
	reader->formula.n = 0;
	xlsx_text_clear(&reader->text);
}

/* A formula that was never calculated has no value; it shows itself, since a
 * blank would say something else. */
static void
close_cell(struct xlsx_sheet_reader *reader)
{
	struct workbook   *book = reader->book;
	struct slice       value = paragraph_text(&reader->value);
	unsigned long long n;

	reader->in_cell = false;
	if (value.n == 0 && reader->has_formula &&
	    reader->type != TYPE_TEXT) {
		paragraph_add(&book->shown, SLICE("="));
		paragraph_add(&book->shown, paragraph_text(&reader->formula));
	} else if (reader->type == TYPE_SHARED) {
		if (digits_read(value, ULLONG_MAX, &n))
			workbook_show_string(book, n, reader->style);
	} else if (reader->type == TYPE_BOOLEAN) {
		workbook_show_boolean(book, slice_is(value, "1"));
	} else if (reader->type == TYPE_TEXT) {
		xlsx_text_add(&reader->text.lead, value, ALIGN_BASELINE);
		workbook_show_text(book, xlsx_text_whole(&reader->text),
		    reader->style);
	} else if (value.n > 0)
		workbook_show_number(book, value, reader->style);
	workbook_add_cell(book, reader->row, reader->col, reader->style);
}

/* "A1:C3" */
static void
add_merged_range(struct xml *xml, struct xlsx_sheet_reader *reader)
{
	struct slice           text = xml_attribute(xml, "ref");
	struct worksheet_merge m;
	size_t                 n = address(text, &m.row, &m.col);

	if (n == 0 || n >= text.n || text.p[n] != ':' ||
	    address(slice_from(text, n + 1), &m.last_row, &m.last_col) == 0)
		return;
	worksheet_merge(&reader->book->sheet, &m);
}

/* Rows and columns of no height or width are not shown either. */
static bool
is_hidden(struct xml *xml, const char *size)
{
	struct slice hidden = xml_attribute(xml, "hidden");

	return (hidden.n > 0 && xml_on(xml, "hidden")) ||
	    slice_is(xml_attribute(xml, size), "0");
}

static void
begin_row(struct xml *xml, struct xlsx_sheet_reader *reader)
{
	reader->row = (unsigned)xml_number(xml, "r", (long)reader->row + 1);
	reader->col = 0;
	reader->in_row = true;
	if (is_hidden(xml, "ht"))
		hidden_ranges_add(&reader->book->sheet.rows_hidden,
		    reader->row, reader->row);
}

static void
add_columns(struct xml *xml, struct worksheet *sheet)
{
	long first = xml_number(xml, "min", 0), last = xml_number(xml, "max", 0);

	if (is_hidden(xml, "width") && first > 0 && last >= first)
		hidden_ranges_add(&sheet->columns_hidden, (unsigned)first,
		    (unsigned)last);
}

static bool
sheet_start(struct xml *xml, int id)
{
	struct xlsx_sheet_reader *reader = xml_context(xml);

	switch (id) {
	case ROW: begin_row(xml, reader); break;
	case COLUMNS: add_columns(xml, &reader->book->sheet); break;
	case VIEW:
		reader->book->sheet.hides_zeros =
		    slice_is(xml_attribute(xml, "showZeros"), "0") ||
		    slice_is(xml_attribute(xml, "showZeros"), "false");
		break;
	case COLOURS: reader->book->sheet.coloured = true; break;
	case CELL: open_cell(xml, reader); break;
	case VALUE:
		if (reader->in_cell)
			reader->into = &reader->value;
		break;
	case FORMULA:
		reader->has_formula = true;
		reader->into = &reader->formula;
		break;
	case MERGE: add_merged_range(xml, reader); break;
	default:
		if (reader->in_cell)
			xlsx_text_start(&reader->text, xml, id);
	}
	if (reader->book->sheet.failed != NULL)
		xml_stop(xml, reader->book->sheet.failed);
	return true;
}

static void
sheet_end(struct xml *xml, int id)
{
	struct xlsx_sheet_reader *reader = xml_context(xml);

	reader->into = NULL;
	xlsx_text_end(&reader->text, id);
	if (id == CELL)
		close_cell(reader);
	else if (id == ROW)
		reader->in_row = false;
}

static void
sheet_text(struct xml *xml, struct slice text)
{
	struct xlsx_sheet_reader *reader = xml_context(xml);

	if (reader->into != NULL)
		paragraph_add(reader->into, text);
	else
		xlsx_text_characters(&reader->text, text);
}

/* The cell that is open has perhaps lost half of its figure. */
static void
mark_cut(struct xlsx_sheet_reader *reader)
{
	if (reader->in_cell)
		workbook_add_cell(reader->book, reader->row, reader->col,
		    reader->style);
	worksheet_mark_cut(&reader->book->sheet);
}

const char *
xlsx_sheet_read(struct workbook *book, struct package *package,
    struct slice part)
{
	static const struct xml_events events = {
		.name = names, .start = sheet_start, .end = sheet_end,
		.text = sheet_text,
	};
	struct xlsx_sheet_reader reader = { .book = book };
	const char *failed = package_parse(package, part, &events, &reader);

	if (failed != NULL && reader.in_row && book->sheet.failed == NULL)
		mark_cut(&reader);
	buffer_free(&reader.value);
	buffer_free(&reader.formula);
	xlsx_text_free(&reader.text);
	return failed;
}
