#include "spreadsheet.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "base/diagnostics.h"
#include "base/display.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "plain_text.h"
#include "words.h"

/* What a sheet has at most: rows; of these with a link each (both are Excel's), units
 * of UTF-16 in a cell, digits of a number that is kept as it is. */
enum {
	ROWS_MAX = 1048576, LINKED_ROWS_MAX = 65530, CELL_MAX = 32767,
	DIGITS_MAX = 15
};

/* Lines of a cell: how high, in points; how many a row shows at most (Excel: 409
 * points). */
enum { LINE_HEIGHT = 15, LINES_MAX = 27 };

/* The colours of the page, see page.css: of the text, of the ground. */
static const struct { lxw_color_t ink, ground; } tints[TINTS] = {
	[TINT_ERROR] = { 0xA3081A, 0xFDE9E7 },
	[TINT_SUSPECT] = { 0x714500, 0xFFF1CC },
	[TINT_DUTY] = { 0x0B4A82, 0xE4EFFA },
	[TINT_NOTE] = { 0x474D54, 0xECEEF0 },
	[TINT_GOOD] = { 0x1B6337, 0xFFFFFF },
};

static lxw_format *
new_format(struct spreadsheet *book, enum sheet_look look)
{
	lxw_format *format = workbook_add_format(book->workbook);

	format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
	if (look == LOOK_WRAPPED)
		format_set_text_wrap(format);
	if (look != LOOK_NUMBER)	/* apart from the number beside it */
		format_set_indent(format, 1);
	return format;
}

static void
make_formats(struct spreadsheet *book)
{
	for (int i = 0; i < LOOKS; i++)
		book->look[i] = new_format(book, (enum sheet_look)i);
	book->head = new_format(book, LOOK_WRAPPED);
	format_set_bold(book->head);
	format_set_bg_color(book->head, 0xF5F6F7);
	format_set_bottom(book->head, LXW_BORDER_THIN);
	book->link = new_format(book, LOOK_TEXT);
	format_set_font_color(book->link, 0x0A4FA0);
	format_set_underline(book->link, LXW_UNDERLINE_SINGLE);
	for (int i = 0; i < TINTS; i++) {
		book->tint[i] = workbook_add_format(book->workbook);
		format_set_font_color(book->tint[i], tints[i].ink);
		format_set_bg_color(book->tint[i], tints[i].ground);
	}
}

/* The file in the making, which does not outlive the process. */
static const char *unfinished;

static void
drop_unfinished(void)
{
	if (unfinished != NULL)
		unlink(unfinished);
}

/* The first day that a zip archive can tell of: the same input gives the same bytes. */
enum { ZIP_EPOCH = 315532800 };

bool
spreadsheet_open(struct spreadsheet *book, const char *path,
    enum rule_language language)
{
	lxw_workbook_options options = { .constant_memory = LXW_TRUE,
	    .tmpdir = getenv("TMPDIR") };
	lxw_doc_properties   properties = { .created = ZIP_EPOCH };

	*book = (struct spreadsheet){ .path = path, .language = language };
	if (!whole_file_open(&book->file, path))
		return false;
	if (book->file.temporary == NULL) {
		warn_at(path, "a workbook needs a file");
		whole_file_drop(&book->file);
		return false;
	}
	if (unfinished == NULL)
		atexit(drop_unfinished);
	unfinished = book->file.temporary;
	book->workbook = workbook_new_opt(book->file.temporary, &options);
	if (book->workbook == NULL) {
		warn_at(path, "%s", strerror(errno));
		unfinished = NULL;
		whole_file_drop(&book->file);
		return false;
	}
	workbook_set_properties(book->workbook, &properties);
	make_formats(book);
	return true;
}

static void
colour_column(struct spreadsheet *book, lxw_worksheet *worksheet,
    const struct sheet_column *column, int number)
{
	for (const struct sheet_colour *colour = column->colour;
	    colour != NULL && colour->word != NULL; colour++) {
		lxw_conditional_format condition = {
		    .type = LXW_CONDITIONAL_TYPE_CELL,
		    .criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO,
		    .format = book->tint[colour->tint] };

		book->text.n = 0;
		buffer_string(&book->text, "\"");
		buffer_add(&book->text, report_word(book->language,
		    colour->word));
		buffer_add(&book->text, (struct slice){ "\"", 2 });
		condition.value_string = book->text.p;
		worksheet_conditional_format_range(worksheet, 1,
		    (lxw_col_t)number, ROWS_MAX - 1, (lxw_col_t)number,
		    &condition);
	}
}

/* Puts the name of part number PART of a sheet of SHAPE into book->name. */
static void
name_part(struct spreadsheet *book, const struct sheet_shape *shape,
    unsigned part)
{
	char number[16];

	book->name.n = 0;
	buffer_add(&book->name, report_word(book->language, shape->word));
	if (part > 1) {
		snprintf(number, sizeof(number), " %u", part);
		buffer_string(&book->name, number);
	}
	buffer_add(&book->name, (struct slice){ "", 1 });
}

static void
begin_part(struct sheet *sheet)
{
	struct spreadsheet *book = sheet->book;
	lxw_worksheet      *worksheet;

	name_part(book, sheet->shape, ++sheet->parts);
	worksheet = workbook_add_worksheet(book->workbook, book->name.p);
	if (worksheet == NULL) {
		warn_at(book->path, "%s", strerror(errno));
		exit(CLI_TROUBLE);
	}
	sheet->part = book->parts;
	sheet->row = 0;
	*MEMORY_APPEND(book->part, book->parts, book->room) =
	    (struct sheet_part){ .worksheet = worksheet,
	    .shape = sheet->shape, .rows = 1 };
	worksheet_freeze_panes(worksheet, 1, (lxw_col_t)sheet->shape->fixed);
	worksheet_set_landscape(worksheet);
	worksheet_set_paper(worksheet, 9);	/* A4 */
	worksheet_fit_to_pages(worksheet, 1, 0);
	worksheet_repeat_rows(worksheet, 0, 0);
	for (int i = 0; i < sheet->shape->columns; i++) {
		const struct sheet_column *column = &sheet->shape->column[i];

		worksheet_set_column(worksheet, (lxw_col_t)i, (lxw_col_t)i,
		    column->width, book->look[column->look]);
		colour_column(book, worksheet, column, i);
		sheet_put_word(sheet, i, column->word);
	}
}

void
sheet_begin(struct sheet *sheet, struct spreadsheet *book,
    const struct sheet_shape *shape)
{
	*sheet = (struct sheet){ .book = book, .shape = shape };
	begin_part(sheet);
}

static struct sheet_part *
part_of(const struct sheet *sheet)
{
	return &sheet->book->part[sheet->part];
}

static bool
is_full(const struct sheet *sheet)
{
	return sheet->row + 1 == (sheet->shape->has_links ? LINKED_ROWS_MAX :
	    ROWS_MAX);
}

/* Makes the present row high enough: not every program does so by itself. */
static void
end_row(struct sheet *sheet)
{
	unsigned lines = sheet->lines < LINES_MAX ? sheet->lines : LINES_MAX;

	if (lines > 1)
		worksheet_set_row(part_of(sheet)->worksheet, sheet->row,
		    lines * LINE_HEIGHT, NULL);
	sheet->lines = 1;
}

void
sheet_row(struct sheet *sheet)
{
	end_row(sheet);
	if (is_full(sheet))
		begin_part(sheet);
	sheet->row++;
	sheet->book->part[sheet->part].rows = sheet->row + 1;
}

/* Whether TEXT begins with what Excel reads as one character: _x0041_. */
static bool
is_escape(struct slice text)
{
	if (text.n < 7 || text.p[0] != '_' || text.p[1] != 'x' ||
	    text.p[6] != '_')
		return false;
	for (int i = 2; i < 6; i++)
		if (strchr("0123456789ABCDEFabcdef", text.p[i]) == NULL ||
		    text.p[i] == '\0')
			return false;
	return true;
}

/* How many bytes at the beginning of TEXT a cell holds. */
static size_t
held_length(struct slice text)
{
	size_t at = 0, units = 0;

	if (text.n <= CELL_MAX)
		return text.n;
	while (at < text.n) {
		uint32_t c;
		size_t   n = utf8_decode(slice_from(text, at), &c);

		units += c > 0xFFFF ? 2 : 1;
		if (units > CELL_MAX)
			break;
		at += n;
	}
	return at;
}

static void
tell_cut(const struct sheet *sheet, int column, size_t characters)
{
	name_part(sheet->book, sheet->shape, sheet->parts);
	warn_at(sheet->book->path, "%s!%c%u: %zu characters, cut to %d: a cell "
	    "holds no more", sheet->book->name.p, 'A' + column, sheet->row + 1,
	    characters, CELL_MAX);
}

/* Makes book->text a string that Excel shows as TEXT, for the cell at hand. */
static const char *
cell_string(struct sheet *sheet, int column, struct slice text)
{
	struct buffer *out = &sheet->book->text;
	size_t         held;

	out->n = 0;
	for (size_t from = 0, i = 0; i <= text.n; i++)
		if (i == text.n || is_escape(slice_from(text, i))) {
			buffer_add(out, (struct slice){ text.p + from,
			    i - from });
			from = i;
			if (i < text.n)
				buffer_string(out, "_x005F");
		}
	held = held_length(buffer_slice(out));
	if (held < out->n)
		tell_cut(sheet, column, utf8_length(text));
	out->n = held;
	part_of(sheet)->tally.texts++;
	part_of(sheet)->tally.bytes += held;
	buffer_add(out, (struct slice){ "", 1 });
	return out->p;
}

static unsigned
width_of(struct slice text)
{
	unsigned width = 0;

	while (text.n > 0) {
		uint32_t c;
		size_t   n = utf8_decode(text, &c);

		width += display_columns(c, DISPLAY_WIDE);
		text = slice_from(text, n);
	}
	return width;
}

/* Notes how many lines TEXT takes in a column WIDTH digits wide. */
static void
note_lines(struct sheet *sheet, struct slice text, unsigned width)
{
	unsigned lines = 0;

	for (;;) {
		const char  *end = memchr(text.p, '\n', text.n);
		struct slice line = { text.p, end != NULL ?
		    (size_t)(end - text.p) : text.n };

		/* Words are not cut, so that a line is not quite full, and
		 * fonts differ; the indent takes two. */
		lines += width_of(line) * 5 / 4 / (width - 2) + 1;
		if (end == NULL)
			break;
		text = slice_from(text, line.n + 1);
	}
	if (lines > sheet->lines)
		sheet->lines = lines;
}

void
sheet_put_text(struct sheet *sheet, int column, struct slice text)
{
	struct spreadsheet *book = sheet->book;

	if (text.n == 0)
		return;
	if (sheet->shape->column[column].look == LOOK_WRAPPED)
		note_lines(sheet, text,
		    (unsigned)sheet->shape->column[column].width);
	worksheet_write_string(part_of(sheet)->worksheet, sheet->row,
	    (lxw_col_t)column, cell_string(sheet, column, text),
	    sheet->row == 0 ? book->head : NULL);
}

void
sheet_put_field(struct sheet *sheet, int column, struct slice field)
{
	struct buffer *plain = &sheet->book->plain;

	plain->n = 0;
	plain_field_add(plain, field);
	sheet_put_text(sheet, column, buffer_slice(plain));
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

void
sheet_put_number(struct sheet *sheet, int column, long long number)
{
	part_of(sheet)->tally.numbers++;
	worksheet_write_number(part_of(sheet)->worksheet, sheet->row,
	    (lxw_col_t)column, (double)number, NULL);
}

void
sheet_put_value(struct sheet *sheet, int column, struct slice value)
{
	char   text[DIGITS_MAX + 3];	/* a sign and a point */
	size_t digits = 0;

	for (size_t i = 0; i < value.n; i++)
		digits += value.p[i] >= '0' && value.p[i] <= '9';
	if (digits == 0 || digits > DIGITS_MAX || value.n >= sizeof(text)) {
		sheet_put_text(sheet, column, value);
		return;
	}
	memcpy(text, value.p, value.n);
	text[value.n] = '\0';
	part_of(sheet)->tally.numbers++;
	worksheet_write_number(part_of(sheet)->worksheet, sheet->row,
	    (lxw_col_t)column, strtod(text, NULL), NULL);
}

static void
add_address(const struct sheet *sheet, unsigned part, unsigned row,
    struct buffer *out)
{
	char number[16];

	name_part(sheet->book, sheet->shape, part);
	snprintf(number, sizeof(number), "%u", row + 1);
	buffer_string(out, "internal:'");
	buffer_string(out, sheet->book->name.p);
	buffer_string(out, "'!A");
	buffer_string(out, number);
}

void
sheet_address(const struct sheet *sheet, struct buffer *out)
{
	add_address(sheet, sheet->parts, sheet->row, out);
}

void
sheet_address_next(const struct sheet *sheet, struct buffer *out)
{
	if (is_full(sheet))
		add_address(sheet, sheet->parts + 1, 1, out);
	else
		add_address(sheet, sheet->parts, sheet->row + 1, out);
}

void
sheet_put_link(struct sheet *sheet, int column, struct slice text,
    struct slice address)
{
	struct buffer target = { NULL, 0, 0 };
	lxw_error     error;

	buffer_add(&target, address);
	buffer_add(&target, (struct slice){ "", 1 });
	error = worksheet_write_url_opt(part_of(sheet)->worksheet, sheet->row,
	    (lxw_col_t)column, target.p, sheet->book->link,
	    cell_string(sheet, column, text), NULL);
	buffer_free(&target);
	if (error == LXW_NO_ERROR) {
		part_of(sheet)->tally.links++;
		return;
	}
	/* An address longer than Excel takes. */
	part_of(sheet)->tally.texts--;
	part_of(sheet)->tally.bytes -= strlen(sheet->book->text.p);
	sheet_put_text(sheet, column, text);
}

void
sheet_finish(struct sheet *sheet)
{
	end_row(sheet);
}

static void
finish_parts(struct spreadsheet *book)
{
	for (size_t i = 0; i < book->parts; i++) {
		const struct sheet_part *part = &book->part[i];

		worksheet_autofilter(part->worksheet, 0, 0, part->rows - 1,
		    (lxw_col_t)(part->shape->columns - 1));
	}
}

/* Whether all that was written to BOOK is in its file; if not, it is reported. */
static bool
check(const struct spreadsheet *book)
{
	struct sheet_tally *tally = memory_get((book->parts + 1) *
	    sizeof(*tally));
	bool                is_good;

	for (size_t i = 0; i < book->parts; i++)
		tally[i] = book->part[i].tally;
	is_good = spreadsheet_check(book->file.temporary, tally, book->parts);
	free(tally);
	if (!is_good)
		warn_at(book->path, "not all of it could be written: is there "
		    "room in the folder of temporary files?");
	return is_good;
}

bool
spreadsheet_close(struct spreadsheet *book)
{
	lxw_error error;
	bool      is_good = false;

	if (book->workbook == NULL)
		return false;
	finish_parts(book);
	errno = 0;
	error = workbook_close(book->workbook);
	if (error != LXW_NO_ERROR)
		warn_at(book->path, "%s", errno != 0 ? strerror(errno) :
		    lxw_strerror(error));
	else if (!status_is_cut_short())
		is_good = check(book);
	unfinished = NULL;
	if (is_good)
		is_good = whole_file_keep(&book->file);
	else {
		status_cut_short();
		whole_file_drop(&book->file);
	}
	free(book->part);
	buffer_free(&book->text);
	buffer_free(&book->plain);
	buffer_free(&book->name);
	*book = (struct spreadsheet){ .path = NULL };
	return is_good;
}
