/* A sheet of a workbook's file, as XML (ECMA-376-1, 18.3): its rows wait on the disk
 * until the file is written, deflated. */
#ifndef REPORT_SHEET_PART_H
#define REPORT_SHEET_PART_H

#include <stdbool.h>

#include "base/buffer.h"
#include "packer.h"
#include "packing.h"
#include "rule/rule.h"
#include "section_store.h"

/* What a sheet has at most, columns as they are told by one letter. */
enum { SHEET_ROWS = 1048576, SHEET_COLUMNS = 26 };

/* The order is that of workbook-styles.xml. */
enum sheet_tint { TINT_ERROR, TINT_SUSPECT, TINT_DUTY, TINT_NOTE, TINT_GOOD };

/* A cell that says WORD, a key of report-words.tsv, has the colours of TINT. */
struct sheet_colour {
	const char     *word;	/* NULL: the last */
	enum sheet_tint tint;
};

/* How a column shows its cells. */
enum sheet_look { LOOK_TEXT, LOOK_WRAPPED, LOOK_NUMBER };

/* How a cell looks: as its column does, or of its own.  The order is that of
 * workbook-styles.xml; the first is that of cells which tell none, as most are. */
enum sheet_style {
	STYLE_LOOK,		/* + enum sheet_look */
	STYLE_HEAD = STYLE_LOOK + LOOK_NUMBER + 1, STYLE_LINK
};

struct sheet_column {
	const char                *word;	/* its head: a key of report-words.tsv */
	int                        width;	/* in digits; a Han character takes two */
	enum sheet_look            look;
	const struct sheet_colour *colour;	/* NULL: none */
};

struct sheet_shape {
	const char                *word;	/* its name */
	const struct sheet_column *column;
	int                        columns;
	int                        fixed;	/* columns that stay in sight: 0 or 1 */
	bool                       has_links;
};

struct sheet_part {
	const struct sheet_shape *shape;
	unsigned                  number;	/* 1; 2, ...: goes on with a full one */
	unsigned                  rows;		/* with the head */
	struct buffer             waiting;	/* rows that are not deflated yet */
	struct packed             packed;	/* those that are */
	struct buffer             links, targets;	/* those to elsewhere */
	size_t                    links_out;
};

/* Adds the name of PART to OUT. */
void sheet_part_name(const struct sheet_part *part, enum rule_language language,
    struct buffer *out);

/* Begins PART, of which what it is, is told: the first sheet is the one that is shown. */
void sheet_part_begin(struct sheet_part *part, bool is_first);

/* Adds ROW, an element, for PACKER to deflate. */
void sheet_part_add(struct sheet_part *part, struct packer *packer,
    struct slice row);

/* Has the cell of COLUMN and ROW, from 0, lead to ADDRESS: "internal:" and what a sheet
 * has, or of the net.  False where the address is longer than Excel takes. */
bool sheet_part_link(struct sheet_part *part, int column, unsigned row,
    struct slice address);

/* Ends PART, the sheet NUMBER of the workbook, from 1, and writes it into PACKING.  No
 * packer is at it any more; its disk was STORE. */
void sheet_part_write(struct sheet_part *part, size_t number,
    struct section_store *store, enum rule_language language,
    struct packing *packing);

void sheet_part_free(struct sheet_part *part);

#endif
