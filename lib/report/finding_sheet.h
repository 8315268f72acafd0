/* The sheet of a workbook that has a row for each entry. */
#ifndef REPORT_FINDING_SHEET_H
#define REPORT_FINDING_SHEET_H

#include "figure_sheet.h"
#include "paper.h"

/* What the rows of a document's entries are made from: of the document whose figures
 * FIGURES has added last. */
struct finding_row_maker {
	struct figure_sheet *figures;
};

/* Adds the row for ENTRY to OUT as the sheet takes it: a finding_row_fn, whose CONTEXT
 * is a struct finding_row_maker. */
void finding_row_add(void *context, const struct entry_page *page,
    const struct fault_entry *entry, struct buffer *out);

/* The same for FINDING, which counts for nothing: a told_row_fn. */
void finding_row_told(void *context, const struct entry_page *page,
    const struct slice *finding, const char *change, struct buffer *out);

/* Begins the sheet in BOOK. */
void finding_sheet_begin(struct sheet *sheet, struct spreadsheet *book);

/* Adds the ROWS, made by finding_row_add, of the PAPER of the office OFFICE. */
void finding_sheet_add(struct sheet *sheet, struct slice office,
    const struct paper *paper, struct slice rows);

#endif
