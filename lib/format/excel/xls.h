/* The Excel binary format: BIFF8, [MS-XLS], whose section numbers xls_*.c
 * name, and BIFF5 of Excel 5 and 95, whose strings are bytes in a code page
 * (OpenOffice.org's Documentation of the Microsoft Excel File Format, 5). */
#ifndef EXCEL_XLS_H
#define EXCEL_XLS_H

#include "base/little_endian.h"
#include "workbook.h"

enum xls_record_type {		/* 2.3.1 */
	XLS_OLD_INTEGER = 0x0002, XLS_OLD_NUMBER = 0x0003,
	XLS_OLD_LABEL = 0x0004, XLS_FORMULA = 0x0006, XLS_EOF = 0x000A,
	XLS_DATE_MODE = 0x0022, XLS_ENCRYPTED = 0x002F, XLS_FONT = 0x0031,
	XLS_CONTINUE = 0x003C, XLS_CODE_PAGE = 0x0042, XLS_COLUMNS = 0x007D,
	XLS_SHEET = 0x0085, XLS_PALETTE = 0x0092, XLS_NUMBERS = 0x00BD,
	XLS_BLANKS = 0x00BE, XLS_RICH = 0x00D6, XLS_STYLE = 0x00E0,
	XLS_MERGED = 0x00E5, XLS_STRINGS = 0x00FC, XLS_SHARED = 0x00FD,
	XLS_COLOURS = 0x01B0, XLS_BLANK = 0x0201, XLS_NUMBER = 0x0203,
	XLS_LABEL = 0x0204, XLS_BOOLEAN = 0x0205, XLS_STRING = 0x0207,
	XLS_ROW = 0x0208, XLS_WINDOW = 0x023E, XLS_SHORT_NUMBER = 0x027E,
	XLS_FORMAT = 0x041E, XLS_BEGIN = 0x0809,
};

struct xls_record {
	unsigned     type;
	struct slice data;
};

struct xls_file {
	struct workbook book;
	struct slice    stream;
	size_t          budget;	/* bytes sheets may have together */
	bool            old;	/* BIFF5 */
	bool            own_white;	/* its palette has another colour there */
	unsigned        code_page;	/* 0: it names none */
};

/* Takes the record at *AT; false at the end of the stream. */
bool xls_next(struct slice stream, size_t *at, struct xls_record *record);

/* A string: its characters, and the rest of DATA, where runs may stand. */
struct xls_string {
	struct slice characters, rest;
	bool         wide;	/* 16-bit */
};

/* The string that DATA begins with: XLUnicodeString (2.5.294), or with
 * SHORT_LENGTH one whose length is a byte (2.5.240); in BIFF5 bytes. */
struct xls_string xls_string_at(const struct xls_file *file, struct slice data,
    bool short_length);

/* Appends STRING as a paragraph's text. */
void xls_string_add(const struct xls_file *file, struct buffer *out,
    struct xls_string string);

/* A text whose RUNS tell where the fonts begin that are its own (2.5.129), in
 * LEAD and REST, which are emptied first. */
struct xls_runs {
	struct slice bytes;
	size_t       n, size;	/* bytes each: a place, a font */
};
struct workbook_text xls_rich_text(const struct xls_file *file,
    struct xls_string string, struct xls_runs runs, struct buffer *lead,
    struct buffer *rest);

/* Reads the table of shared strings, whose record ends at AT. */
void xls_strings_read(struct xls_file *file, struct slice first, size_t at);

/* Reads the sheet that begins at AT.  Returns NULL, or what is wrong. */
const char *xls_sheet_read(struct xls_file *file, size_t at);

#endif
