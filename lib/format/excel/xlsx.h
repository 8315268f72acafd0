/* The parts of an XLSX workbook: ECMA-376-1, 18 (SpreadsheetML). */
#ifndef EXCEL_XLSX_H
#define EXCEL_XLSX_H

#include "cell_number.h"
#include "format/office/package.h"
#include "worksheet.h"

struct xlsx_strings {
	struct slice *string;
	size_t        n, capacity;
	struct arena  arena;
};

struct xlsx_style {		/* of cells */
	struct cell_format format;
	bool               ruled;	/* has a border */
};

struct xlsx_styles {
	struct xlsx_style *style;
	size_t             n, capacity;
};

struct xlsx_book {
	struct package       package;
	struct xlsx_strings  strings;
	struct xlsx_styles   styles;
	bool                 since_1904;
};

const char *xlsx_strings_read(struct xlsx_strings *strings,
    struct package *package, struct slice part);
const char *xlsx_styles_read(struct xlsx_styles *styles,
    struct package *package, struct slice part);

/* Fills SHEET from PART. */
const char *xlsx_sheet_read(struct worksheet *sheet, struct xlsx_book *book,
    struct slice part);

/* Appends TEXT with its _x000D_ undone: ECMA-376-1, 22.9.2.19 ST_Xstring. */
void xlsx_text_add(struct paragraph *out, struct slice text);

#endif
