/* A workbook, XLS or XLSX: what the cells of its sheets refer to, and the cell
 * that is being read. */
#ifndef EXCEL_WORKBOOK_H
#define EXCEL_WORKBOOK_H

#include <stdint.h>

#include "cell_number.h"
#include "format/blocks/superscript.h"
#include "worksheet.h"

struct workbook_format {	/* of numbers, built in or the file's own */
	long               id;
	struct cell_format format;
};

struct workbook_font {
	bool                struck, white;
	enum vertical_align align;
};

struct workbook_style {		/* of cells */
	long format_id, font;
	bool ruled;		/* has a border */
	bool filled;		/* its ground has a colour or pattern */
	size_t format;		/* its place, once the workbook is ready */
};

/* A text: LEAD in the font of its cell, REST in fonts of its own. */
struct workbook_text {
	struct slice lead, rest;
};

struct workbook_sheet {
	struct slice name;
	bool         hidden;
	uint32_t     at;	/* where it begins in the stream: XLS */
	struct slice relation;	/* the id of what leads to its part: XLSX */
};

struct workbook {
	struct worksheet        sheet;	/* that is being read */
	struct buffer           shown;	/* what its next cell shows */
	bool                    since_1904;	/* days are counted */
	bool                    zero;	/* that is a number, 0 */
	struct workbook_text   *string;		/* that cells share */
	struct workbook_format *format;
	struct workbook_font   *font;
	struct workbook_style  *style;
	struct workbook_sheet  *listed;
	size_t                  strings, strings_room, formats, formats_room;
	size_t                  fonts, fonts_room, styles, styles_room;
	size_t                  sheets, sheets_room;
	struct arena            arena;	/* of strings and names */
};

/* Each copies its texts; what goes beyond all measure is left out. */
void workbook_add_string(struct workbook *book, struct workbook_text text);
void workbook_add_number_format(struct workbook *book, long id, struct slice code);
void workbook_add_font(struct workbook *book, struct workbook_font font);
void workbook_add_style(struct workbook *book, struct workbook_style style);

/* Font NUMBER, from 0; what is said of none where there is no such. */
struct workbook_font workbook_find_font(const struct workbook *book,
    long number);

/* The same; false when there are too many. */
bool workbook_add_sheet(struct workbook *book, struct workbook_sheet sheet);

/* To be called when all formats and styles are added. */
void workbook_ready(struct workbook *book);

/* Append to what the next cell shows, as style STYLE does: a number, decimal as
 * in XML or C; a text; a shared string. */
void workbook_show_number(struct workbook *book, struct slice number,
    size_t style);
void workbook_show_text(struct workbook *book, struct workbook_text text,
    size_t style);
void workbook_show_string(struct workbook *book, unsigned long long number,
    size_t style);
void workbook_show_boolean(struct workbook *book, bool value);

/* Adds the cell at ROW and COL, from 1, to the sheet. */
void workbook_add_cell(struct workbook *book, unsigned row, unsigned col,
    size_t style);

/* Reads every sheet listed with READ, which fills book->sheet and returns NULL
 * or what is wrong, and hands them on to SINK.  Returns the first reason, also that
 * there was no text. */
typedef const char *workbook_sheet_fn(struct workbook *book,
    const struct workbook_sheet *sheet, void *context);
const char *workbook_read_sheets(struct workbook *book, struct sink *sink,
    workbook_sheet_fn *read, void *context);

void workbook_free(struct workbook *book);

#endif
