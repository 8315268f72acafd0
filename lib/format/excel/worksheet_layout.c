#include "worksheet.h"

#include <ctype.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "base/digits.h"
#include "base/memory.h"
#include "format/blocks/address.h"
#include "text/fold.h"

/* 31 characters, in UTF-8. */
enum { SHEET_NAME_BYTES = 31 * 4 };

struct sheet_layout {
	struct worksheet *sheet;
	struct block      block;
	bool              ruled;	/* the sheet has borders */
	unsigned          ruled_to;	/* row that ruled cells reach down to */
	unsigned          item;	/* 二、 is 2: of the table's latest row
					   that begins so; 0: none */
	struct buffer     address;	/* the name of the sheet, then a cell */
	size_t            name;	/* bytes of the name and what parts it */
	unsigned         *number;	/* of each column in the open table */
	unsigned         *column;	/* the other way round: of the sheet */
	unsigned         *down;	/* row its columns are filled to */
};

/* Hands on BLOCK, which stands in that cell of the sheet. */
static void
write_block(struct sheet_layout *l, struct block *block, unsigned row,
    unsigned column)
{
	char cell[ADDRESS_BYTES];

	l->address.n = l->name;
	buffer_add(&l->address, cell_address(cell, row, column));
	block->address = buffer_slice(&l->address);
	if (block->text.n > 0 && block->kind != BLOCK_IS_HEAD)
		l->sheet->any = true;
	l->sheet->sink->block(l->sheet->sink, block);
}

/* A row of a sheet: cells from start to end. */
struct sheet_row {
	size_t       start, end;
	unsigned     filled;	/* cells with text in them */
	struct slice text;	/* of the first of these */
	bool         ruled;	/* some cell is, or one above reaches here */
};

static struct sheet_row
next_sheet_row(struct sheet_layout *l, size_t start)
{
	const struct worksheet_cell *cell = l->sheet->cell;
	struct sheet_row             row = { .start = start, .end = start };

	row.ruled = cell[start].row <= l->ruled_to;
	for (; row.end < l->sheet->cells &&
	    cell[row.end].row == cell[start].row; row.end++) {
		const struct worksheet_cell *c = &cell[row.end];

		if (c->covered)
			continue;
		if (c->text.n > 0 && row.filled++ == 0)
			row.text = c->text;
		row.ruled = row.ruled || c->ruled;
		if (c->ruled && c->row + c->rows - 1 > l->ruled_to)
			l->ruled_to = c->row + c->rows - 1;
	}
	return row;
}

/* Whether C makes a place in the table, be it a blank one. */
static bool
takes_part(const struct worksheet_cell *c)
{
	return !c->covered &&
	    (c->ruled || c->text.n > 0 || c->rows > 1 || c->cols > 1);
}

/* The column that begins where C ends; what is hidden has no width. */
static unsigned
column_behind(const struct sheet_layout *l, const struct worksheet_cell *c)
{
	unsigned col = hidden_ranges_next(&l->sheet->columns_hidden,
	    c->col + c->cols);

	return col <= WORKSHEET_COLS ? col : WORKSHEET_COLS + 1;
}

/* The last edge that cells of the table have: of 16,384 columns most need not be looked
 * at. */
static unsigned
last_column(const struct sheet_layout *l, size_t start, size_t end)
{
	unsigned last = 0;

	for (size_t i = start; i < end; i++) {
		const struct worksheet_cell *c = &l->sheet->cell[i];
		unsigned behind = takes_part(c) ? column_behind(l, c) : 0;

		if (behind > last)
			last = behind;
	}
	return last;
}

/* Numbers the columns between which cells of the table have an edge;
 * returns how many there are. */
static unsigned
number_sheet_columns(struct sheet_layout *l, size_t start, size_t end)
{
	unsigned last = last_column(l, start, end), n = 0;

	memset(l->number, 0, (last + 1) * sizeof(*l->number));
	for (size_t i = start; i < end; i++) {
		const struct worksheet_cell *c = &l->sheet->cell[i];

		if (takes_part(c))
			l->number[c->col] = l->number[column_behind(l, c)] = 1;
	}
	for (unsigned col = 1; col <= last; col++) {
		if (l->number[col] > 0)
			l->column[++n] = col;
		l->number[col] = n;
	}
	return n - 1;
}

static void
write_sheet_cell(struct sheet_layout *l, unsigned row, unsigned col,
    const struct worksheet_cell *c)
{
	struct block *block = &l->block;
	unsigned      right = c != NULL ? l->number[column_behind(l, c)]
	    : col + 1;

	block->col = col;
	block->cols = right - col;
	block->rows = c != NULL ? c->rows : 1;
	block->text = c != NULL ? c->text : (struct slice){ "", 0 };
	for (unsigned at = col; at < right; at++)
		l->down[at] = row + block->rows - 1;
	write_block(l, block, row, l->column[col]);
}

/* Blanks that the file leaves out, from column FROM up to TO. */
static void
write_blanks(struct sheet_layout *l, unsigned row, unsigned from, unsigned to)
{
	for (; from < to; from++)
		if (l->down[from] < row)
			write_sheet_cell(l, row, from, NULL);
}

/* The row that begins at cell I and ends before END, its blanks filled in up
 * to WIDTH (0: not); returns where it ends. */
static size_t
write_sheet_row(struct sheet_layout *l, size_t i, size_t end, unsigned width)
{
	const struct worksheet_cell *cell = l->sheet->cell;
	unsigned                     row = cell[i].row, next = 1;
	bool                         any = false;

	for (; i < end && cell[i].row == row; i++) {
		if (!takes_part(&cell[i]))
			continue;
		any = true;
		if (width > 0)
			write_blanks(l, row, next, l->number[cell[i].col]);
		next = l->number[column_behind(l, &cell[i])];
		write_sheet_cell(l, row, l->number[cell[i].col], &cell[i]);
	}
	if (width > 0 && any)
		write_blanks(l, row, next, width + 1);
	return i;
}

/* The texts of the cells from START to END, which are no table. */
static void
write_texts(struct sheet_layout *l, size_t start, size_t end)
{
	struct block text = {
		.kind = BLOCK_IS_TEXT, .page = l->block.page,
		.furniture = l->block.furniture,
	};

	for (size_t i = start; i < end; i++) {
		const struct worksheet_cell *c = &l->sheet->cell[i];

		if (c->covered || c->text.n == 0)
			continue;
		text.line = c->row;
		text.text = c->text;
		write_block(l, &text, c->row, c->col);
	}
}

static void
write_table(struct sheet_layout *l, size_t start, size_t end)
{
	const struct worksheet_cell *cell = l->sheet->cell;
	unsigned                     first, width, rows;
	bool                         fills;

	while (start < end && !takes_part(&cell[start]))
		start++;
	if (start == end)
		return;
	first = cell[start].row;
	rows = cell[end - 1].row - first + 1;
	width = number_sheet_columns(l, start, end);
	if (width == 1 && !l->ruled) {
		write_texts(l, start, end);
		return;
	}
	fills = (unsigned long long)rows * width <=
	    l->sheet->sink->limits.cells;
	memset(l->down, 0, (width + 2) * sizeof(*l->down));
	l->block.kind = BLOCK_IS_CELL;
	l->block.table = ++l->sheet->tables;
	for (size_t i = start; i < end;) {
		l->block.line = cell[i].row;
		l->block.row = cell[i].row - first + 1;
		i = write_sheet_row(l, i, end, fills &&
		    cell[i].row != l->sheet->cut_row ? width : 0);
	}
}

/* The number of a row that begins with 一、 and the like, 0: of no such. */
static unsigned
item_number(struct slice text)
{
	struct enumerator e = fold_enumerator(text);

	return e.kind == ENUMERATOR_HAN ? e.number : 0;
}

/* Whether ROW, alone with its text, is none of the table's.  Borders tell;
 * without any a sentence or a heading does, unless its number goes on with
 * those of the rows above. */
static bool
is_text_row(const struct sheet_layout *l, const struct sheet_row *row)
{
	unsigned item;

	if (row->filled != 1 || row->ruled)
		return false;
	if (l->ruled || slice_find(row->text, SLICE("。")) != NULL)
		return true;
	item = item_number(row->text);
	return item > 0 && (l->item == 0 || item != l->item + 1);
}

/* Goes through the rows and hands on what belongs together. */
static void
write_rows(struct sheet_layout *l)
{
	const struct worksheet *sheet = l->sheet;
	size_t                  start = 0;	/* of the open table */
	unsigned                last = 0;	/* row before */

	for (size_t i = 0; i < sheet->cells;) {
		unsigned   reached = l->ruled_to, line = sheet->cell[i].row;
		struct sheet_row row = next_sheet_row(l, i);
		bool       text = is_text_row(l, &row);
		bool       gap = l->ruled && !row.ruled && row.filled == 0;

		gap = gap || (l->ruled && line > last + 1 && line > reached &&
		    hidden_ranges_shown(&sheet->rows_hidden, last + 1,
		    line - 1) > 0);
		if (text || gap) {
			write_table(l, start, i);
			start = i;
			l->item = 0;
		}
		if (text) {
			write_texts(l, row.start, row.end);
			start = row.end;
		} else if (item_number(row.text) > 0)
			l->item = item_number(row.text);
		i = row.end;
		last = line;
	}
	write_table(l, start, sheet->cells);
}

/* "Sheet1" and the like say nothing. */
static bool
is_default_name(struct slice name)
{
	static const char word[] = "sheet";

	for (size_t i = 0; i < name.n; i++)
		if (i < sizeof(word) - 1
		    ? tolower((unsigned char)name.p[i]) != word[i]
		    : !is_digit(name.p[i]))
			return false;
	return true;
}

/* Begins addresses with what the sheet is called: NAME, or its NUMBER where that is
 * none, or longer than the programs allow. */
static void
add_sheet_name(struct sheet_layout *l, unsigned number, struct slice name)
{
	char digits[DIGITS_BYTES], *end = digits + sizeof(digits), *p;

	if (name.n == 0 || name.n > SHEET_NAME_BYTES) {
		p = digits_before(end, number);
		buffer_string(&l->address, "#");
		name = (struct slice){ p, (size_t)(end - p) };
	}
	buffer_add(&l->address, name);
	buffer_string(&l->address, "!");
	l->name = l->address.n;
}

void
worksheet_hand_on(struct worksheet *sheet, unsigned number, struct slice name,
    bool hidden)
{
	struct sheet_layout l = {
		.sheet = sheet,
		.block = { .page = number, .furniture = hidden },
	};
	struct block        head = l.block;

	worksheet_arrange(sheet);
	if (sheet->cells == 0 || sheet->failed != NULL)
		return;
	add_sheet_name(&l, number, name);
	head.kind = BLOCK_IS_HEAD;
	head.text = name;
	if (!is_default_name(name))
		write_block(&l, &head, 1, 1);
	for (size_t i = 0; i < sheet->cells; i++)
		l.ruled = l.ruled || sheet->cell[i].ruled;
	l.number = memory_resize(NULL, WORKSHEET_COLS + 2, sizeof(*l.number));
	l.column = memory_resize(NULL, WORKSHEET_COLS + 2, sizeof(*l.column));
	l.down = memory_resize(NULL, WORKSHEET_COLS + 2, sizeof(*l.down));
	write_rows(&l);
	buffer_free(&l.address);
	free(l.number);
	free(l.column);
	free(l.down);
}
