/* The Excel binary format, BIFF8: [MS-XLS].  Section numbers in xls_*.c are
 * of it. */
#ifndef EXCEL_XLS_H
#define EXCEL_XLS_H

#include "base/little_endian.h"
#include "workbook.h"

enum xls_record_type {		/* 2.3.1 */
	XLS_FORMULA = 0x0006, XLS_EOF = 0x000A, XLS_DATE_MODE = 0x0022,
	XLS_ENCRYPTED = 0x002F, XLS_CONTINUE = 0x003C, XLS_SHEET = 0x0085,
	XLS_NUMBERS = 0x00BD, XLS_BLANKS = 0x00BE, XLS_RICH = 0x00D6,
	XLS_STYLE = 0x00E0, XLS_MERGED = 0x00E5, XLS_STRINGS = 0x00FC,
	XLS_SHARED = 0x00FD, XLS_BLANK = 0x0201, XLS_NUMBER = 0x0203,
	XLS_LABEL = 0x0204, XLS_BOOLEAN = 0x0205, XLS_STRING = 0x0207,
	XLS_SHORT_NUMBER = 0x027E, XLS_FORMAT = 0x041E, XLS_BEGIN = 0x0809,
};

struct xls_record {
	unsigned     type;
	struct slice data;
};

struct xls_file {
	struct workbook book;
	struct slice    stream;
	size_t          budget;	/* bytes sheets may have together */
};

/* Takes the record at *AT; false at the end of the stream. */
bool xls_next(struct slice stream, size_t *at, struct xls_record *record);

/* Appends N characters, 16-bit if WIDE. */
void xls_text_add(struct buffer *out, struct slice bytes, size_t n,
    bool wide);

/* Appends an XLUnicodeString (2.5.294), or with SHORT_LENGTH one whose length
 * is a byte (2.5.240). */
void xls_string_add(struct buffer *out, struct slice data,
    bool short_length);

/* Reads the table of shared strings, whose record ends at AT. */
void xls_strings_read(struct xls_file *file, struct slice first, size_t at);

/* Reads the sheet that begins at AT.  Returns NULL, or what is wrong. */
const char *xls_sheet_read(struct xls_file *file, size_t at);

#endif
