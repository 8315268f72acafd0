/* The workbook: offices, what is wrong with them, the roster, files that were not
 * read, and all figures.
 *
 *	report_book_open(&workbook, &material, "report.xlsx");
 *	report_book_add(&workbook, &figures);	for each document, before its paper
 *	paper_make(..., &workbook.rows);	is made
 *	report_book_close(&workbook, &view);
 */
#ifndef REPORT_REPORT_BOOK_H
#define REPORT_REPORT_BOOK_H

#include "finding_sheet.h"
#include "view.h"

struct report_book {		/* all zero: none is wanted */
	struct spreadsheet       book;
	struct sheet             offices, findings, roster, unread;
	struct figure_sheet      figures;
	struct finding_row_maker maker;
	struct finding_rows      rows;
};

/* Begins the workbook of the file PATH.  MATERIAL stays in use.  Where it cannot be
 * written, which is reported, nothing else is done. */
void report_book_open(struct report_book *workbook, const struct material *material,
    const char *path);

/* Adds the FIGURES of a document. */
void report_book_add(struct report_book *workbook, const struct figures *figures);

/* Adds what VIEW shows and puts the file in its place; a failure is reported. */
void report_book_close(struct report_book *workbook, const struct view *view);

#endif
