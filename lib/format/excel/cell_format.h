/* Format codes of cells: ECMA-376-1, 18.8.30 (built-in ones) and 18.8.31, the
 * same in XLSX and XLS. */
#ifndef EXCEL_CELL_FORMAT_H
#define EXCEL_CELL_FORMAT_H

#include "scaled_digits.h"

/* What a code consists of. */
enum format_token_kind {
	FORMAT_END,		/* of the section, or of the code */
	FORMAT_LITERAL,		/* shown as it is */
	FORMAT_BLANK,		/* as wide as a character */
	FORMAT_NOTHING,		/* colours, languages, what fills the cell */
	FORMAT_CONDITION,	/* [>=10000] */
	FORMAT_DIGIT,		/* 0 # ? */
	FORMAT_POINT, FORMAT_COMMA, FORMAT_PERCENT, FORMAT_EXPONENT,
	FORMAT_FRACTION,
	FORMAT_GENERAL,
	FORMAT_TEXT,		/* @: the text of the cell */
	FORMAT_DATE,		/* a letter of dates and times */
};

struct format_token {
	enum format_token_kind kind;
	struct slice           text;	/* what to show, or the letter */
};

/* The token *CODE begins with, which is taken off it. */
struct format_token format_token_next(struct slice *code);

enum cell_style {
	CELL_NUMBER,		/* digits where the code has places for them */
	CELL_GENERAL,		/* as many digits as there are */
	CELL_DATE,
	CELL_WORDS,		/* literals, or the text of the cell */
};

enum cell_date_part {
	DATE_YEAR = 1, DATE_MONTH = 2, DATE_DAY = 4, DATE_TIME = 8,
};

struct format_condition {
	bool                 less, equal, greater;	/* which of them it is met by */
	struct scaled_digits limit;
};

/* A code has up to four: for numbers above 0, below, 0, and for text; or as
 * conditions say. */
struct format_section {
	struct slice            code;
	enum cell_style         style;
	int                     whole;	/* places before the point */
	int                     decimals;	/* and behind */
	int                     power;	/* of ten, that % and commas multiply by */
	unsigned                parts;	/* of a date */
	bool                    conditional;
	struct format_condition condition;
};

enum { FORMAT_SECTIONS = 4 };

struct cell_format {
	unsigned              numbers;	/* sections for numbers; 0: General */
	bool                  has_text;	/* the section behind is for text */
	struct format_section section[FORMAT_SECTIONS];
};

/* Reads CODE, which must outlive FORMAT. */
void cell_format_read(struct cell_format *format, struct slice code);

/* The code of the built-in format ID, which no file contains; .n 0: General. */
struct slice cell_format_builtin(long id);

#endif
