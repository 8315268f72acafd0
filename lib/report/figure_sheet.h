/* The sheet of a workbook that has all figures. */
#ifndef REPORT_FIGURE_SHEET_H
#define REPORT_FIGURE_SHEET_H

#include "base/arena.h"
#include "base/map.h"
#include "figures.h"
#include "material.h"
#include "spreadsheet.h"

/* What an item of a form is called. */
struct item_words {
	struct slice form, item;
	struct slice table, row;	/* what it stands in, what it is */
};

struct figure_sheet {
	struct sheet           sheet;
	const struct material *material;
	struct sheet_place    *place;	/* of the facts of the document at hand; */
	size_t                 room;	/* part 0: it has no row */
	struct map             map;	/* of item_words */
	struct item_words     *word;
	size_t                 words, word_room, last;	/* asked for */
	struct arena           names;
};

/* Begins the sheet in BOOK; MATERIAL stays in use. */
void figure_sheet_begin(struct figure_sheet *sheet, struct spreadsheet *book,
    const struct material *material);

/* Adds a row for each figure of FIGURES. */
void figure_sheet_add(struct figure_sheet *sheet, const struct figures *figures);

/* Adds the address of the row of the figure number I of the document that was added
 * last, if it has one, to OUT. */
void figure_sheet_address(const struct figure_sheet *sheet, size_t i,
    struct buffer *out);

/* What ITEM of FORM is called; its strings live as long as SHEET. */
struct item_words figure_sheet_words(struct figure_sheet *sheet,
    struct slice form, struct slice item);

void figure_sheet_free(struct figure_sheet *sheet);

#endif
