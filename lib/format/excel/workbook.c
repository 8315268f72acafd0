#include "workbook.h"

#include <stdlib.h>

#include "base/memory.h"

enum { SHEETS_MAX = 1024, FORMATS_MAX = 4096, STYLES_MAX = 65536 };

void
workbook_add_string(struct workbook *book, struct slice text)
{
	*MEMORY_APPEND(book->string, book->strings, book->strings_room) =
	    arena_copy(&book->arena, text);
}

void
workbook_add_format(struct workbook *book, long id, struct slice code)
{
	if (book->formats < FORMATS_MAX)
		*MEMORY_APPEND(book->format, book->formats,
		    book->formats_room) = (struct workbook_format){ id,
		    cell_format_code(code) };
}

void
workbook_add_style(struct workbook *book, long format_id, bool ruled)
{
	if (book->styles < STYLES_MAX)
		*MEMORY_APPEND(book->style, book->styles, book->styles_room) =
		    (struct workbook_style){ format_id, ruled, { 0 } };
}

bool
workbook_add_sheet(struct workbook *book, struct workbook_sheet sheet)
{
	if (book->sheets == SHEETS_MAX)
		return false;
	sheet.name = arena_copy(&book->arena, sheet.name);
	sheet.relation = arena_copy(&book->arena, sheet.relation);
	*MEMORY_APPEND(book->listed, book->sheets, book->sheets_room) = sheet;
	return true;
}

static struct cell_format
find_format(const struct workbook *book, long id)
{
	for (size_t i = 0; i < book->formats; i++)
		if (book->format[i].id == id)
			return book->format[i].format;
	return cell_format_builtin(id);
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
	    : (struct workbook_style){ .ruled = false };
}

void
workbook_show_number(struct workbook *book, struct slice number, size_t style)
{
	cell_number_add(&book->shown, number, find_style(book, style).format,
	    book->since_1904);
}

void
workbook_show_string(struct workbook *book, unsigned long long number)
{
	if (number < book->strings)
		paragraph_add(&book->shown, book->string[number]);
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
	worksheet_add(&book->sheet, &(struct worksheet_cell){
		.row = row, .col = col,
		.ruled = find_style(book, style).ruled,
		.text = paragraph_text(&book->shown),
	});
	book->shown.n = 0;
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
	return failed;
}

void
workbook_free(struct workbook *book)
{
	worksheet_free(&book->sheet);
	buffer_free(&book->shown);
	free(book->string);
	free(book->format);
	free(book->style);
	free(book->listed);
	arena_free(&book->arena);
}
