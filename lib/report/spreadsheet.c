#include "spreadsheet.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/diagnostics.h"
#include "base/digits.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "base/visible.h"
#include "cell_text.h"
#include "markup.h"
#include "plain_text.h"
#include "words.h"
#include "workbook_parts.h"

/* What a sheet has at most: rows with a link each, characters of its name (Excel's),
 * digits of a number that is kept as it is. */
enum { LINKED_ROWS_MAX = 65530, NAME_MAX_CHARACTERS = 31, DIGITS_MAX = 15 };

/* Lines of a cell: how high, in points; how many a row shows at most (Excel: 409
 * points). */
enum { LINE_HEIGHT = 15, LINES_MAX = 27 };

/* The file in the making, which does not outlive the process. */
static const char *unfinished;

static void
drop_unfinished(void)
{
	if (unfinished != NULL)
		unlink(unfinished);
}

bool
spreadsheet_open(struct spreadsheet *book, const char *path,
    enum rule_language language)
{
	*book = (struct spreadsheet){ .path = path, .language = language };
	if (!whole_file_open(&book->file, path))
		return false;
	if (book->file.temporary == NULL) {
		warn_at(path, "a workbook needs a file");
		status_cut_short();
		whole_file_drop(&book->file);
		return false;
	}
	if (unfinished == NULL)
		atexit(drop_unfinished);
	unfinished = book->file.temporary;
	book->packer = packer_start(&book->store);
	return true;
}

static struct sheet_part *
part_of(const struct sheet *sheet)
{
	return &sheet->book->part[sheet->part];
}

/* Puts the name of PART into book->plain. */
static void
name_part(struct spreadsheet *book, const struct sheet_part *part)
{
	book->plain.n = 0;
	sheet_part_name(part, book->language, &book->plain);
}

/* Ends the process where Excel takes no sheet of the name of PART, from a user's data:
 * report-words.tsv. */
static void
vet_name(struct spreadsheet *book, const struct sheet_part *part)
{
	struct slice name;

	name_part(book, part);
	name = buffer_slice(&book->plain);
	for (size_t i = 0; i < name.n; i++)
		if (strchr("[]:*?/\\'", name.p[i]) != NULL)
			name.n = 0;
	if (name.n > 0 && utf8_length(name) <= NAME_MAX_CHARACTERS)
		return;
	warn_of(buffer_slice(&book->plain), "cannot be the name of a sheet");
	exit(CLI_TROUBLE);
}

static void
begin_part(struct sheet *sheet)
{
	struct spreadsheet *book = sheet->book;

	sheet->part = book->parts;
	sheet->row = 0;
	packer_wait(book->packer);	/* parts may move */
	*MEMORY_APPEND(book->part, book->parts, book->room) =
	    (struct sheet_part){ .shape = sheet->shape,
	    .number = ++sheet->parts, .rows = 1 };
	vet_name(book, part_of(sheet));
	sheet_part_begin(part_of(sheet), book->parts == 1);
	for (int i = 0; i < sheet->shape->columns; i++)
		sheet_put_word(sheet, i, sheet->shape->column[i].word);
}

void
sheet_begin(struct sheet *sheet, struct spreadsheet *book,
    const struct sheet_shape *shape)
{
	*sheet = (struct sheet){ .book = book, .shape = shape };
	begin_part(sheet);
}

static bool
is_full(const struct sheet *sheet)
{
	return sheet->row + 1 == (sheet->shape->has_links ? LINKED_ROWS_MAX :
	    SHEET_ROWS);
}

/* Makes the present row high enough: not every program does so by itself. */
static void
add_height(struct buffer *out, unsigned lines)
{
	if (lines <= 1)
		return;
	buffer_string(out, "\" ht=\"");
	markup_number(out, (lines < LINES_MAX ? lines : LINES_MAX) *
	    LINE_HEIGHT);
	buffer_string(out, "\" customHeight=\"1");
}

static enum sheet_style
style_of(const struct sheet *sheet, int column)
{
	return sheet->row == 0 ? STYLE_HEAD : STYLE_LOOK +
	    (enum sheet_style)sheet->shape->column[column].look;
}

/* The first style is that of a cell which tells none. */
static void
add_style(struct buffer *out, enum sheet_style style)
{
	char text[] = { ' ', 's', '=', '"', (char)('0' + style), '"' };

	if (style > 0)
		buffer_add(out, (struct slice){ text, sizeof(text) });
}

/* Adds the cells of the row that have something: the others look as their columns.
 * Each tells its place, as Excel writes it: it may be left out (ECMA-376-1, 18.3.1.4),
 * but not all that read workbooks know. */
static void
add_cells(struct sheet *sheet, struct buffer *out)
{
	const struct slice begin = SLICE("<c r=\"A");
	struct buffer     *place = &sheet->book->place;

	place->n = 0;
	buffer_add(place, begin);
	markup_number(place, sheet->row + 1LL);
	buffer_add(place, SLICE("\""));
	for (int i = 0; i < sheet->shape->columns; i++) {
		struct sheet_cell *cell = &sheet->cell[i];

		if (!cell->is_put)
			continue;
		place->p[begin.n - 1] = (char)('A' + i);
		buffer_add(out, buffer_slice(place));
		buffer_add(out, buffer_slice(&cell->made));
		cell->is_put = false;
	}
}

static void
end_row(struct sheet *sheet)
{
	struct buffer *out = &sheet->book->row;

	out->n = 0;
	buffer_string(out, "<row r=\"");
	markup_number(out, sheet->row + 1LL);
	add_height(out, sheet->lines);
	buffer_string(out, "\">");
	add_cells(sheet, out);
	buffer_string(out, "</row>");
	sheet_part_add(part_of(sheet), sheet->book->packer, buffer_slice(out));
	sheet->lines = 1;
}

void
sheet_row(struct sheet *sheet)
{
	end_row(sheet);
	if (is_full(sheet)) {
		begin_part(sheet);
		end_row(sheet);
	}
	part_of(sheet)->rows = ++sheet->row + 1;
}

static void
tell_cut(const struct sheet *sheet, int column, size_t characters)
{
	struct buffer name = { NULL, 0, 0 };

	sheet_part_name(part_of(sheet), sheet->book->language, &name);
	buffer_add(&name, (struct slice){ "", 1 });
	warn_at(sheet->book->path, "%s!%c%u: %zu characters, cut to %d: a cell "
	    "holds no more", name.p, 'A' + column, sheet->row + 1, characters,
	    CELL_TEXT_MAX);
	buffer_free(&name);
}

/* What of TEXT the cell of COLUMN holds, as the file has it. */
static struct slice
cell_text(struct sheet *sheet, int column, struct slice text)
{
	struct slice escaped = cell_text_escape(text, &sheet->book->text);
	size_t       held = cell_text_held(escaped);

	if (held < escaped.n)
		tell_cut(sheet, column, utf8_length(text));
	escaped.n = held;
	return escaped;
}

/* Begins the cell of COLUMN, behind its place. */
static struct buffer *
begin_cell(struct sheet *sheet, int column, enum sheet_style style)
{
	struct sheet_cell *cell = &sheet->cell[column];

	cell->is_put = true;
	cell->made.n = cell->key.n = 0;
	add_style(&cell->made, style);
	return &cell->made;
}

static void
put_string(struct sheet *sheet, int column, enum sheet_style style,
    struct slice text)
{
	struct slice   held = cell_text(sheet, column, text);
	size_t         number = shared_text(&sheet->book->texts, held);
	struct buffer *out = begin_cell(sheet, column, style);

	if (number != SHARED_NONE) {
		buffer_add(out, SLICE(" t=\"s\"><v>"));
		markup_number(out, (long long)number);
		buffer_add(out, SLICE("</v></c>"));
	} else {
		buffer_add(out, SLICE(" t=\"inlineStr\"><is>"));
		workbook_text_add(out, held);
		buffer_add(out, SLICE("</is></c>"));
	}
}

void
sheet_put_text(struct sheet *sheet, int column, struct slice text)
{
	const struct sheet_column *shape = &sheet->shape->column[column];

	if (text.n == 0)
		return;
	if (shape->look == LOOK_WRAPPED) {
		unsigned lines = cell_text_lines(text, (unsigned)shape->width);

		sheet->lines = lines > sheet->lines ? lines : sheet->lines;
	}
	put_string(sheet, column, style_of(sheet, column), text);
}

bool
sheet_put_again(struct sheet *sheet, int column, struct slice key)
{
	struct sheet_cell *cell = &sheet->cell[column];

	if (key.n == 0 || !slice_eq(buffer_slice(&cell->key), key))
		return false;
	cell->is_put = true;
	return true;
}

/* Not where lines are counted, nor of what may have been cut, which is told of each
 * cell. */
void
sheet_note(struct sheet *sheet, int column, struct slice key)
{
	enum { KEY_MAX = CELL_TEXT_MAX / VISIBLE_ESCAPE };
	struct sheet_cell *cell = &sheet->cell[column];

	if (cell->is_put && key.n <= KEY_MAX &&
	    sheet->shape->column[column].look == LOOK_TEXT)
		buffer_add(&cell->key, key);
}

void
sheet_put_field(struct sheet *sheet, int column, struct slice field)
{
	struct buffer *plain = &sheet->book->plain;

	if (field.n == 0 || sheet_put_again(sheet, column, field))
		return;
	plain->n = 0;
	plain_field_add(plain, field);
	sheet_put_text(sheet, column, buffer_slice(plain));
	sheet_note(sheet, column, field);
}

void
sheet_put_markup(struct sheet *sheet, int column, struct slice markup)
{
	struct buffer *plain = &sheet->book->plain;

	plain->n = 0;
	plain_markup_add(plain, markup);
	sheet_put_text(sheet, column, buffer_slice(plain));
}

void
sheet_put_word(struct sheet *sheet, int column, const char *key)
{
	sheet_put_text(sheet, column, report_word(sheet->book->language, key));
}

/* Puts the DIGITS of a number into the COLUMN. */
static void
put_digits(struct sheet *sheet, int column, struct slice digits)
{
	struct buffer *out = begin_cell(sheet, column, style_of(sheet, column));

	buffer_add(out, SLICE("><v>"));
	buffer_add(out, digits);
	buffer_add(out, SLICE("</v></c>"));
}

void
sheet_put_number(struct sheet *sheet, int column, long long number)
{
	struct buffer *digits = &sheet->book->plain;

	digits->n = 0;
	markup_number(digits, number);
	put_digits(sheet, column, buffer_slice(digits));
}

/* Whether VALUE is a number all of whose digits a cell keeps. */
static bool
is_kept_number(struct slice value)
{
	size_t digits = 0, points = 0;

	if (value.n > 0 && value.p[0] == '-')
		value = slice_from(value, 1);
	for (size_t i = 0; i < value.n; i++)
		if (is_digit((unsigned char)value.p[i]))
			digits++;
		else if (value.p[i] == '.' && i > 0)
			points++;
		else
			return false;
	return digits > 0 && digits <= DIGITS_MAX && points <= 1;
}

void
sheet_put_value(struct sheet *sheet, int column, struct slice value)
{
	if (is_kept_number(value))
		put_digits(sheet, column, value);
	else
		sheet_put_text(sheet, column, value);
}

struct sheet_place
sheet_place(const struct sheet *sheet)
{
	return (struct sheet_place){ sheet->parts, sheet->row };
}

void
sheet_address(const struct sheet *sheet, struct sheet_place place,
    struct buffer *out)
{
	const struct sheet_part part = { .shape = sheet->shape,
	    .number = place.part };

	buffer_string(out, "internal:'");
	sheet_part_name(&part, sheet->book->language, out);
	buffer_string(out, "'!A");
	markup_number(out, place.row + 1LL);
}

void
sheet_address_next(const struct sheet *sheet, struct buffer *out)
{
	struct sheet_place place = { sheet->parts, sheet->row + 1 };

	if (is_full(sheet))
		place = (struct sheet_place){ sheet->parts + 1, 1 };
	sheet_address(sheet, place, out);
}

void
sheet_put_link(struct sheet *sheet, int column, struct slice text,
    struct slice address)
{
	if (sheet_part_link(part_of(sheet), column, sheet->row, address))
		put_string(sheet, column, STYLE_LINK, text);
	else
		sheet_put_text(sheet, column, text);
}

void
sheet_finish(struct sheet *sheet)
{
	end_row(sheet);
	for (int i = 0; i < SHEET_COLUMNS; i++) {
		buffer_free(&sheet->cell[i].made);
		buffer_free(&sheet->cell[i].key);
	}
}

/* Writes all of BOOK into its file.  Returns NULL, or why that cannot be. */
static const char *
write_file(struct spreadsheet *book)
{
	struct packing packing;

	packing_open(&packing, book->file.temporary);
	workbook_parts_write(book->part, book->parts, book->language,
	    &book->texts, &packing);
	for (size_t i = 0; i < book->parts; i++)
		sheet_part_write(&book->part[i], i + 1, &book->store,
		    book->language, &packing);
	return packing_close(&packing);
}

static void
forget(struct spreadsheet *book)
{
	for (size_t i = 0; i < book->parts; i++)
		sheet_part_free(&book->part[i]);
	free(book->part);
	section_store_close(&book->store);
	shared_texts_free(&book->texts);
	buffer_free(&book->text);
	buffer_free(&book->plain);
	buffer_free(&book->row);
	buffer_free(&book->place);
	*book = (struct spreadsheet){ .path = NULL };
}

bool
spreadsheet_close(struct spreadsheet *book)
{
	bool        is_whole = !status_is_cut_short();
	const char *reason;

	packer_stop(book->packer);
	reason = is_whole ? write_file(book) : NULL;
	if (reason != NULL)
		warn_at(book->path, "%s", reason);
	is_whole = is_whole && reason == NULL;
	unfinished = NULL;
	if (is_whole)
		is_whole = whole_file_keep(&book->file);
	else {
		status_cut_short();
		whole_file_drop(&book->file);
	}
	forget(book);
	return is_whole;
}
