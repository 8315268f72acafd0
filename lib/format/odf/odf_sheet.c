#include <stdlib.h>

#include "base/memory.h"
#include "odf_content.h"

/* More blanks on end than this are the rest of a sheet, which files have in one
 * element. */
enum { BLANKS_MAX = 1000 };

static unsigned
repeated(const struct xml *xml, const char *name, unsigned most)
{
	long n = xml_number(xml, name, 1);

	return n < 1 ? 1 : n > (long)most ? most : (unsigned)n;
}

static bool
is_hidden(const struct xml *xml)
{
	struct slice visibility = xml_attribute(xml, "visibility");

	return slice_is(visibility, "collapse") ||
	    slice_is(visibility, "filter");
}

static void
open_sheet(struct odf_reader *reader, const struct xml *xml)
{
	struct odf_sheet_row *at = &reader->at;

	worksheet_clear(&reader->sheet);
	arena_reset(&at->arena);
	at->sheets++;
	at->row = at->column = 1;
	at->cells = 0;
	at->name = arena_copy(&reader->styles.arena,
	    xml_attribute(xml, "name"));
	at->hidden = odf_style_whole(&reader->styles,
	    xml_attribute(xml, "style-name"), "table").hidden;
}

static void
close_sheet(struct odf_reader *reader)
{
	reader->sheet.sink = reader->sink;
	worksheet_hand_on(&reader->sheet, reader->at.sheets, reader->at.name,
	    reader->at.hidden);
	if (reader->failed == NULL)
		reader->failed = reader->sheet.failed;
}

static void
open_column(struct odf_reader *reader, const struct xml *xml)
{
	struct odf_sheet_row *at = &reader->at;
	unsigned              n = repeated(xml, "number-columns-repeated",
	    WORKSHEET_COLS);

	if (is_hidden(xml))
		hidden_ranges_add(&reader->sheet.columns_hidden, at->column,
		    at->column + n - 1);
	at->column += n;
}

static void
open_row(struct odf_reader *reader, const struct xml *xml)
{
	struct odf_sheet_row *at = &reader->at;

	at->col = 1;
	at->cells = 0;
	at->repeat = repeated(xml, "number-rows-repeated", WORKSHEET_ROWS);
	if (is_hidden(xml))
		hidden_ranges_add(&reader->sheet.rows_hidden, at->row,
		    at->row + at->repeat - 1);
}

/* Adds the cells of the row as often as it is repeated: blank ones not for the
 * rest of the sheet. */
static void
close_row(struct odf_reader *reader)
{
	struct odf_sheet_row *at = &reader->at;
	bool                  blank = true;

	for (size_t i = 0; i < at->cells; i++)
		blank = blank && at->cell[i].text.n == 0;
	for (unsigned k = 0; k < at->repeat && reader->sheet.failed == NULL &&
	    at->cells > 0 && !(blank && at->repeat > BLANKS_MAX); k++)
		for (size_t i = 0; i < at->cells; i++)
			worksheet_add(&reader->sheet, &(struct worksheet_cell){
				.row = at->row + k, .col = at->cell[i].col,
				.ruled = at->cell[i].ruled,
				.text = at->cell[i].text });
	if (at->row <= WORKSHEET_ROWS)
		at->row += at->repeat;
	arena_reset(&at->arena);
}

/* What a cell's value is, which has no paragraph for what is shown: so some programs
 * write it. */
static struct slice
value_of(const struct xml *xml)
{
	static const char *const names[] = { "string-value", "date-value",
		"time-value", "boolean-value", "value" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (xml_attribute(xml, names[i]).n > 0)
			return xml_attribute(xml, names[i]);
	return (struct slice){ NULL, 0 };
}

static void
open_cell(struct odf_reader *reader, const struct xml *xml)
{
	struct odf_sheet_row *at = &reader->at;
	unsigned cols = repeated(xml, "number-columns-spanned", WORKSHEET_COLS);
	unsigned rows = repeated(xml, "number-rows-spanned", WORKSHEET_ROWS);
	struct odf_style style;

	at->shown.n = 0;
	at->in_cell = true;
	at->cell_repeat = repeated(xml, "number-columns-repeated",
	    WORKSHEET_COLS);
	at->value = arena_copy(&at->arena, value_of(xml));
	style = odf_style_whole(&reader->styles, xml_attribute(xml,
	    "style-name"), "table-cell");
	at->ruled = style.ruled > 0;
	at->look = style.run;
	at->written = false;
	if (cols > 1 || rows > 1)
		worksheet_merge(&reader->sheet, &(struct worksheet_merge){
			at->row, at->col, at->row + rows - 1,
			at->col + cols - 1 });
}

static void
close_cell(struct odf_reader *reader, bool covered)
{
	struct odf_sheet_row *at = &reader->at;
	struct slice          text = paragraph_text(&at->shown);

	if (!at->in_cell)
		return;
	at->in_cell = false;
	if (!at->written)
		text = at->value;
	if (covered)
		text.n = 0;
	text = arena_copy(&at->arena, text);
	for (unsigned i = 0; i < at->cell_repeat && (text.n > 0 || at->ruled) &&
	    (text.n > 0 || at->cell_repeat <= BLANKS_MAX) &&
	    at->cells < WORKSHEET_COLS; i++)
		*MEMORY_APPEND(at->cell, at->cells, at->room) =
		    (struct odf_sheet_cell){ at->col + i, at->ruled, text };
	if (at->col <= WORKSHEET_COLS)
		at->col += at->cell_repeat;
}

void
odf_sheet_start(struct odf_reader *reader, const struct xml *xml, int id)
{
	switch (id) {
	case ODF_TABLE: open_sheet(reader, xml); break;
	case ODF_COLUMN: open_column(reader, xml); break;
	case ODF_ROW: open_row(reader, xml); break;
	case ODF_CELL:
	case ODF_COVERED: open_cell(reader, xml); break;
	}
}

void
odf_sheet_end(struct odf_reader *reader, int id)
{
	switch (id) {
	case ODF_TABLE: close_sheet(reader); break;
	case ODF_ROW: close_row(reader); break;
	case ODF_CELL:
	case ODF_COVERED: close_cell(reader, id == ODF_COVERED); break;
	}
}

void
odf_sheet_text(struct odf_reader *reader, struct slice text)
{
	if (!reader->at.in_cell)
		return;
	reader->at.written = true;
	if (reader->at.shown.n > 0)
		paragraph_add(&reader->at.shown, SLICE(" "));
	paragraph_add(&reader->at.shown, text);
}

void
odf_sheet_free(struct odf_reader *reader)
{
	worksheet_free(&reader->sheet);
	buffer_free(&reader->at.shown);
	free(reader->at.cell);
	arena_free(&reader->at.arena);
}
