/* A workbook in the making, as Excel, WPS and LibreOffice open it: sheets of rows
 * below a head that stays in sight and filters.  What is a text is none of a formula's
 * or a link's beginning, whatever it begins with.
 *
 * Rows are written as they come and wait on the disk, in $TMPDIR.  A sheet that is
 * full goes on in a further one; a text that no cell holds is cut and reported.
 *
 *	spreadsheet_open(&book, "report.xlsx", language);
 *	sheet_begin(&sheet, &book, &shape);
 *	sheet_row(&sheet);		for each row,
 *	sheet_put_text(&sheet, 0, name);	and for each cell, from left to right or not
 *	sheet_finish(&sheet);
 *	spreadsheet_close(&book);
 */
#ifndef REPORT_SPREADSHEET_H
#define REPORT_SPREADSHEET_H

#include "record/whole_file.h"
#include "shared_texts.h"
#include "sheet_part.h"

struct spreadsheet {
	const char          *path;
	struct whole_file    file;
	enum rule_language   language;
	struct sheet_part   *part;
	size_t               parts, room;
	struct packer       *packer;
	struct section_store store;		/* of their rows */
	struct shared_texts  texts;
	struct buffer        text, plain, row, place;	/* to work in */
};

struct sheet {
	struct spreadsheet       *book;
	const struct sheet_shape *shape;
	size_t                    part;		/* the number of the present one */
	unsigned                  parts;
	unsigned                  row;		/* the present one, from 0 */
	unsigned                  lines;	/* of its highest cell */
	struct sheet_cell {
		bool          is_put;	/* in the present row */
		struct buffer made;	/* the last one of its column, */
		struct buffer key;	/* and of what */
	} cell[SHEET_COLUMNS];
};

/* Begins a workbook for the file PATH, which takes the place of what is there at the
 * end.  False, and reported, when it cannot be. */
bool spreadsheet_open(struct spreadsheet *book, const char *path,
    enum rule_language language);

/* Begins a sheet of SHAPE, behind those there are. */
void sheet_begin(struct sheet *sheet, struct spreadsheet *book,
    const struct sheet_shape *shape);

/* Goes to the next row. */
void sheet_row(struct sheet *sheet);

/* Puts TEXT into the COLUMN of the row. */
void sheet_put_text(struct sheet *sheet, int column, struct slice text);

/* The same of FIELD, a field of a record, and of MARKUP, HTML (plain_text.h), and of
 * the word KEY of report-words.tsv. */
void sheet_put_field(struct sheet *sheet, int column, struct slice field);
void sheet_put_markup(struct sheet *sheet, int column, struct slice markup);
void sheet_put_word(struct sheet *sheet, int column, const char *key);

/* Puts there what the column has had of late, if that was made of KEY, which is not
 * empty: most rows have much of the row before.  False: it is to be put, and then to be
 * noted of what it was made. */
bool sheet_put_again(struct sheet *sheet, int column, struct slice key);
void sheet_note(struct sheet *sheet, int column, struct slice key);

/* Puts NUMBER there; VALUE, a number as facts have it: one with more digits than a
 * cell keeps is a text. */
void sheet_put_number(struct sheet *sheet, int column, long long number);
void sheet_put_value(struct sheet *sheet, int column, struct slice value);

/* Where a row is: in which of the sheets that are one to the reader, from 1, and its
 * number, from 0. */
struct sheet_place {
	unsigned part, row;
};

/* Where the row is that is written now. */
struct sheet_place sheet_place(const struct sheet *sheet);

/* Adds the address of PLACE, or of the row behind the one that is written now, to OUT,
 * for sheet_put_link. */
void sheet_address(const struct sheet *sheet, struct sheet_place place,
    struct buffer *out);
void sheet_address_next(const struct sheet *sheet, struct buffer *out);

/* Puts TEXT there, as a link to ADDRESS: of a row, or of the net. */
void sheet_put_link(struct sheet *sheet, int column, struct slice text,
    struct slice address);

/* Ends SHEET: no row follows. */
void sheet_finish(struct sheet *sheet);

/* Writes the file and puts it in its place.  False, reported, and nothing is changed,
 * when something failed, or input before it (status_is_cut_short). */
bool spreadsheet_close(struct spreadsheet *book);

#endif
