/* The body of an OpenDocument file, on its way out: as paragraphs and tables of a
 * text, or as the sheets of a workbook. */
#ifndef ODF_ODF_CONTENT_H
#define ODF_ODF_CONTENT_H

#include "format/excel/worksheet.h"
#include "odf_styles.h"
#include "odf_table.h"

enum { ODF_SPANS_MAX = 64 };	/* spans of characters in spans */

/* An open paragraph; text boxes and notes put one into another. */
struct odf_paragraph {
	struct odf_paragraph *outer;
	struct buffer         text;
	unsigned long         number;
	int                   heading;	/* its level, from 1; 0: none */
	bool                  holds_boxes;
	struct run_style      run[ODF_SPANS_MAX];	/* [0]: its own */
	size_t                spans;
};

struct odf_sheet_cell {		/* of the open row */
	unsigned     col;
	bool         ruled;
	struct slice text;
};

/* What is read of the open sheet beside its cells. */
struct odf_sheet_row {
	unsigned               row, col, column;	/* the next, from 1 */
	unsigned               repeat;		/* of the row */
	unsigned               cell_repeat;	/* of the cell */
	bool                   in_cell, ruled;	/* the cell */
	struct buffer          shown;		/* likewise */
	struct slice           value;		/* if it has no paragraph */
	struct run_style       look;		/* of the cell's text */
	bool                   written;		/* it has one, which may be
						   empty */
	struct odf_sheet_cell *cell;
	size_t                 cells, room;
	struct arena           arena;
	unsigned               sheets;
	struct slice           name;
	bool                   hidden;
};

struct odf_reader {
	struct sink          *sink;
	struct odf_styles     styles;
	const char           *failed;	/* what it is instead, or NULL */
	bool                  is_sheet;
	/* Of a text. */
	struct table_buffer   buffer;
	struct odf_tables     tables;
	long                  list;	/* the open one's ID, 0: none */
	int                   list_depth;
	bool                  numbered;	/* the next paragraph begins an item */
	long                  number;	/* that has this number, if not -1 */
	/* Of a workbook. */
	struct worksheet      sheet;
	struct odf_sheet_row  at;
	struct odf_paragraph *paragraph;	/* the innermost */
};

/* Elements of sheets. */
enum {
	ODF_TABLE = 200, ODF_COLUMN, ODF_ROW, ODF_CELL, ODF_COVERED,
};

/* For a reader of a workbook: such an element begins or ends, a paragraph of
 * a cell is there. */
void odf_sheet_start(struct odf_reader *reader, const struct xml *xml,
    int id);
void odf_sheet_end(struct odf_reader *reader, int id);
void odf_sheet_text(struct odf_reader *reader, struct slice text);
void odf_sheet_free(struct odf_reader *reader);

/* The events of the parts with styles and content. */
extern const struct xml_events odf_events;

/* What is still open is closed.  Returns FAILED, or why there is no text. */
const char *odf_content_end(struct odf_reader *reader, const char *failed);

#endif
