#include "workbook.h"

#include <stdlib.h>

#include "base/left_out.h"
#include "base/memory.h"

enum {
	SHEETS_MAX = 1024, FORMATS_MAX = 4096, STYLES_MAX = 65536,
	FONTS_MAX = 65536,
};

static const char too_many_styles[] = "a workbook of more styles than are kept";

void
workbook_add_string(struct workbook *book, struct workbook_text text)
{
	*MEMORY_APPEND(book->string, book->strings, book->strings_room) =
	    (struct workbook_text){ arena_copy(&book->arena, text.lead),
	    arena_copy(&book->arena, text.rest) };
}

void
workbook_add_number_format(struct workbook *book, long id, struct slice code)
{
	struct workbook_format *format;

	if (book->formats >= FORMATS_MAX) {
		left_out(too_many_styles);
		return;
	}
	format = MEMORY_APPEND(book->format, book->formats,
	    book->formats_room);
	format->id = id;
	cell_format_read(&format->format, arena_copy(&book->arena, code));
}

void
workbook_add_font(struct workbook *book, struct workbook_font font)
{
	if (book->fonts < FONTS_MAX)
		*MEMORY_APPEND(book->font, book->fonts, book->fonts_room) =
		    font;
	else
		left_out(too_many_styles);
}

void
workbook_add_style(struct workbook *book, struct workbook_style style)
{
	if (book->styles < STYLES_MAX)
		*MEMORY_APPEND(book->style, book->styles, book->styles_room) =
		    style;
	else
		left_out(too_many_styles);
}

struct workbook_font
workbook_find_font(const struct workbook *book, long number)
{
	return number >= 0 && (size_t)number < book->fonts
	    ? book->font[number] : (struct workbook_font){ .struck = false };
}

bool
workbook_add_sheet(struct workbook *book, struct workbook_sheet sheet)
{
	if (book->sheets == SHEETS_MAX) {
		left_out("a workbook of too many sheets");
		return false;
	}
	sheet.name = arena_copy(&book->arena, sheet.name);
	sheet.relation = arena_copy(&book->arena, sheet.relation);
	*MEMORY_APPEND(book->listed, book->sheets, book->sheets_room) = sheet;
	return true;
}

/* The place of the format ID; a built-in one is added when first met. */
static size_t
find_format(struct workbook *book, long id)
{
	for (size_t i = 0; i < book->formats; i++)
		if (book->format[i].id == id)
			return i;
	if (book->formats >= FORMATS_MAX) {
		left_out(too_many_styles);
		return SIZE_MAX;
	}
	workbook_add_number_format(book, id, cell_format_builtin(id));
	return book->formats - 1;
}

/* Formats may follow the styles that name them. */
void
workbook_ready(struct workbook *book)
{
	for (size_t i = 0; i < book->styles; i++)
		book->style[i].format =
		    find_format(book, book->style[i].format_id);
}

static struct workbook_style
find_style(const struct workbook *book, size_t style)
{
	return style < book->styles ? book->style[style]
	    : (struct workbook_style){ .font = -1, .format = SIZE_MAX };
}

/* What STYLE makes of numbers and texts. */
static const struct cell_format *
format_of(const struct workbook *book, const struct workbook_style *style)
{
	static const struct cell_format general = { .numbers = 0 };

	return style->format < book->formats
	    ? &book->format[style->format].format : &general;
}

/* Whether NUMBER, in whatever notation, is 0. */
static bool
is_zero(struct slice number)
{
	for (size_t i = 0; i < number.n && (number.p[i] | 32) != 'e'; i++)
		if (number.p[i] >= '1' && number.p[i] <= '9')
			return false;
	return number.n > 0;
}

void
workbook_show_number(struct workbook *book, struct slice number, size_t style)
{
	struct workbook_style how = find_style(book, style);

	if (workbook_find_font(book, how.font).struck)
		return;
	cell_number_add(&book->shown, number, format_of(book, &how),
	    book->since_1904);
	book->zero = is_zero(number);
}

void
workbook_show_text(struct workbook *book, struct workbook_text text,
    size_t style)
{
	struct workbook_style     how = find_style(book, style);
	struct workbook_font      font = workbook_find_font(book, how.font);
	const struct cell_format *format = format_of(book, &how);

	cell_text_words(&book->shown, format, false);
	if (cell_format_shows_text(format)) {
		if (!font.struck)
			superscript_add(&book->shown, text.lead,
			    text.rest.n > 0 ? font.align : ALIGN_BASELINE);
		paragraph_add(&book->shown, text.rest);
	}
	cell_text_words(&book->shown, format, true);
}

void
workbook_show_string(struct workbook *book, unsigned long long number,
    size_t style)
{
	if (number < book->strings)
		workbook_show_text(book, book->string[number], style);
}

void
workbook_show_boolean(struct workbook *book, bool value)
{
	paragraph_add(&book->shown, value ? SLICE("TRUE") : SLICE("FALSE"));
}

void
workbook_add_cell(struct workbook *book, unsigned row, unsigned col,
    size_t style)
{
	struct workbook_style how = find_style(book, style);

	worksheet_add(&book->sheet, &(struct worksheet_cell){
		.row = row, .col = col, .ruled = how.ruled,
		.text = paragraph_text(&book->shown), .zero = book->zero,
		.white = !how.filled && workbook_find_font(book, how.font).white,
	});
	book->shown.n = 0;
	book->zero = false;
}

const char *
workbook_read_sheets(struct workbook *book, struct sink *sink,
    workbook_sheet_fn *read, void *context)
{
	const char *failed = NULL;

	book->sheet.sink = sink;
	for (size_t i = 0; i < book->sheets; i++) {
		const struct workbook_sheet *listed = &book->listed[i];
		const char                  *reason;

		worksheet_clear(&book->sheet);
		reason = read(book, listed, context);
		worksheet_hand_on(&book->sheet, (unsigned)i + 1, listed->name,
		    listed->hidden);
		if (book->sheet.failed != NULL)
			reason = book->sheet.failed;
		if (failed == NULL)
			failed = reason;
	}
	if (failed == NULL && !book->sheet.any)
		failed = "no text in it";
	return failed;
}

void
workbook_free(struct workbook *book)
{
	worksheet_free(&book->sheet);
	buffer_free(&book->shown);
	free(book->string);
	free(book->format);
	free(book->font);
	free(book->style);
	free(book->listed);
	arena_free(&book->arena);
}
