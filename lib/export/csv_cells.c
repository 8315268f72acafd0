#include "csv_cells.h"

#include <csv.h>

#include "base/utf8.h"
#include "export/decimal.h"

/* What a cell begins with that spreadsheets calculate, or pass over before they
 * look: OWASP, "CSV Injection".  The wide forms are those of East Asian input. */
static bool
begins_formula(uint32_t c)
{
	switch (c) {
	case '=': case '+': case '-': case '@': case '\t': case '\r':
	case 0xFF1D: case 0xFF0B: case 0xFF0D: case 0xFF20:
		return true;
	default:
		return false;
	}
}

/* Whether TEXT is of dashes only, which reports put where there is no figure. */
static bool
is_dashes(struct slice text)
{
	uint32_t c;

	while (text.n > 0) {
		text = slice_from(text, utf8_decode(text, &c));
		if (c != '-' && c != 0xFF0D)
			return false;
	}
	return true;
}

/* Whether a spreadsheet might calculate TEXT.  What begins with the apostrophe
 * that keeps it from that gets another one, so that taking one away always gives
 * the text. */
static bool
is_formula(struct slice text)
{
	uint32_t c;

	utf8_decode(text, &c);
	return c == '\'' || (begins_formula(c) && !decimal_is(text) &&
	    !is_dashes(text));
}

static bool
needs_quotes(struct slice text)
{
	if (text.p[0] == ' ' || text.p[text.n - 1] == ' ')
		return true;
	for (size_t i = 0; i < text.n; i++)
		switch (text.p[i]) {
		case '"': case ',': case '\n': case '\r': case '\t':
			return true;
		}
	return false;
}

/* TEXT in quotes, those in it doubled. */
static void
put_quoted(struct csv_cells *csv, struct slice text)
{
	size_t most = 2 * text.n + 2;
	char  *room;

	csv->quoted.n = 0;
	room = buffer_room(&csv->quoted, most);
	writer_part_raw(csv->writer, (struct slice){ room,
	    csv_write(room, most, text.p, text.n) });
}

static void
put_text(struct csv_cells *csv, struct slice text)
{
	if (!csv->verbatim && is_formula(text)) {
		csv->defused.n = 0;
		buffer_string(&csv->defused, "'");
		buffer_add(&csv->defused, text);
		text = buffer_slice(&csv->defused);
	}
	if (needs_quotes(text))
		put_quoted(csv, text);
	else
		writer_part_raw(csv->writer, text);
}

static void
put_cell(struct csv_cells *csv, enum value_type type, struct slice cell)
{
	struct slice sign, rest;

	if (cell.n == 0)
		return;
	if (type != VALUE_NUMBER && type != VALUE_COUNT) {
		put_text(csv, cell);
		return;
	}
	decimal_cut(cell, &sign, &rest);
	writer_part_raw(csv->writer, sign);
	writer_part_raw(csv->writer, rest);
}

/* A line of one empty cell would be no line to most readers. */
static void
end_line(struct csv_cells *csv, bool is_blank)
{
	writer_part_raw(csv->writer, is_blank ? SLICE("\"\"\r\n") :
	    SLICE("\r\n"));
	writer_commit(csv->writer);
}

void
csv_cells_header(struct csv_cells *csv, const struct record_type *type)
{
	for (int i = 0; i < type->schema->fields; i++) {
		if (i > 0)
			writer_part_raw(csv->writer, SLICE(","));
		put_text(csv, slice_of(type->schema->field[i]));
	}
	end_line(csv, false);
}

void
csv_cells_record(struct csv_cells *csv, const struct record_type *type,
    const struct slice cell[])
{
	int fields = type->schema->fields;

	for (int i = 0; i < fields; i++) {
		if (i > 0)
			writer_part_raw(csv->writer, SLICE(","));
		put_cell(csv, type->rule[i].type, cell[i]);
	}
	end_line(csv, fields == 1 && cell[0].n == 0);
}

void
csv_cells_free(struct csv_cells *csv)
{
	buffer_free(&csv->quoted);
	buffer_free(&csv->defused);
}
