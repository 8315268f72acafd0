/* What a spreadsheet shows for a number: ECMA-376-1, 18.8.31 (format codes),
 * the same in XLSX and XLS.  Digits are handled as digits, so that nothing
 * depends on binary fractions or a locale. */
#ifndef EXCEL_CELL_NUMBER_H
#define EXCEL_CELL_NUMBER_H

#include <stdbool.h>

#include "base/slice.h"
#include "format/blocks/paragraph.h"

enum cell_style {
	CELL_GENERAL,		/* as many digits as there are */
	CELL_FIXED,		/* so many decimals */
	CELL_PERCENT,		/* likewise, per cent */
	CELL_DATE,
};

enum cell_date_part {
	DATE_YEAR = 1, DATE_MONTH = 2, DATE_DAY = 4, DATE_TIME = 8,
};

struct cell_format {
	enum cell_style style;
	int             decimals;
	unsigned        parts;	/* of a date */
};

/* The meaning of a format code, and of the built-in format ID (whose codes
 * no file contains). */
struct cell_format cell_format_code(struct slice code);
struct cell_format cell_format_builtin(long id);

/* Appends NUMBER, decimal as in XML or C ("3", "-1.5E-07"), as FORMAT shows
 * it, without grouping of digits; what is no number, as it stands.  Dates
 * count from 1904 if SINCE_1904, else from 1900. */
void cell_number_add(struct buffer *out, struct slice number,
    struct cell_format format, bool since_1904);

#endif
