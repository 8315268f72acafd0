/* The paragraphs and cells of a page, on their way to the sink.
 *
 * Half the tables of the web are layout.  What their cells hold is reported
 * as the paragraphs, headings and tables it is.  A table is buffered until it
 * is known for one or the other:
 *
 *   - A cell with running text (several paragraphs, together long) or with a
 *     table in it is no datum: its content is reported as what it is.  The rows
 *     up to it are layout, unless two of them have three cells with text: then
 *     the table is data, and text in front of the cell's first block is still
 *     the cell's.  Rows behind it are data on the same condition.
 *   - A table without such a cell is data when it has a row of two cells with
 *     text, or two rows of three cells; a column of single cells is paragraphs.
 *
 * A table that outgrows the buffer is decided by its rows so far, and then
 * streamed. */
#ifndef HTML_FLOW_H
#define HTML_FLOW_H

#include "base/buffer.h"
#include "format/blocks/block.h"
#include "furniture.h"
#include "grid.h"
#include "text.h"
#include "token.h"

struct html_piece {		/* a paragraph */
	size_t        at, n;	/* in flow->text */
	unsigned long line;
	bool          heading, furniture;
	bool          field;	/* nothing but what fields of a form show */
	bool          direct;	/* in its cell, in front of blocks */
};

struct html_entry {
	bool          cell;	/* else one paragraph */
	size_t        first, pieces;
	unsigned      row, col, rows, cols;
	unsigned long line;
	bool          furniture;
	bool          picture;	/* there is one in the cell */
};

enum { HTML_TABLES_MAX = 64 };	/* open at once */

enum html_table_kind { HTML_UNDECIDED, HTML_DATA_TABLE, HTML_LAYOUT };

struct html_table {
	enum html_table_kind kind;
	unsigned             ordinal;	/* of a data table */
	struct html_grid     grid;
	size_t               columns;	/* that <col> and <colgroup> name */
	unsigned             hidden_rows;	/* which have a place in the grid */
	bool                 row_hidden;	/* the open one */
	bool                 flowing;	/* its open cell is no datum */
	bool                 flowed;	/* one of its cells was none */
	unsigned             cells, texts;	/* of the row */
	unsigned             pairs, triples, wide;	/* rows */
	size_t               group;	/* first entry of the row group */
	unsigned             headings, preformatted;	/* open around it */
};

enum { HTML_SMALL_MAX = 24 };	/* bytes; longer text is no note's number */

/* Text above or below the line. */
struct html_small {
	struct html_text text;		/* so far */
	struct buffer    made;		/* of it */
	unsigned long    line;
	unsigned         open;		/* elements that raise or lower it */
	unsigned         look;		/* how they do, by enum html_look */
	bool             plain;		/* too long: goes on as it is */
	size_t           begins;	/* bytes of it that the paragraph
					   begins with, or 0 ... */
	struct buffer    as_written;	/* ... and how those were written */
};

struct html_flow {
	struct sink           *sink;
	struct html_tokenizer *tokens;
	const char            *reason;	/* to give up, or NULL */

	struct html_text   text;	/* of what is buffered */
	struct html_piece *piece;	/* paragraphs, in cells too */
	size_t             pieces, piece_room;
	struct html_entry *entry;	/* cells, and paragraphs outside */
	size_t             entries, entry_room;
	bool               in_cell;	/* the last entry is open */
	bool               behind_block;	/* in the cell */
	unsigned long      line;	/* of the open paragraph */

	struct html_text   aside;	/* text not shown, inside a paragraph */
	unsigned long      aside_line;
	unsigned           asides;

	struct html_small  small;
	size_t             fields;	/* bytes of fields in it, spaces too */

	unsigned           headings, preformatted;	/* open */
	unsigned           unseen, navigation;	/* open */
	bool               navigation_refuted;	/* it has text or figures
						   that belong in none */

	struct html_table  table[HTML_TABLES_MAX];
	unsigned           tables;	/* open */
	unsigned           ordinal;	/* of the last data table */
};

void html_flow_open(struct html_flow *flow, struct sink *sink,
    struct html_tokenizer *tokens);
void html_flow_close(struct html_flow *flow);

void html_flow_text(struct html_flow *flow, struct slice text,
    const char *at);

/* Whether there is text of a paragraph, or a cell, that has not ended. */
bool html_flow_is_open(const struct html_flow *flow);

/* A picture: what it shows is not read.  A cell with nothing else has U+FFFC for
 * its text. */
void html_flow_picture(struct html_flow *flow);

/* A space between what stands at its sides. */
void html_flow_space(struct html_flow *flow);

/* What a field of a form shows, which begins in LINE. */
void html_flow_field(struct html_flow *flow, struct slice text,
    unsigned long line);

/* The end or beginning of a block: a paragraph ends. */
void html_flow_block(struct html_flow *flow);

/* A line break: a paragraph ends, but a heading goes on. */
void html_flow_line(struct html_flow *flow);

/* Furniture begins; it ends. */
void html_flow_furniture(struct html_flow *flow, enum html_furniture kind);
void html_flow_furniture_end(struct html_flow *flow, enum html_furniture kind);

/* Text that is not shown begins within a paragraph or cell; it ends. */
void html_flow_aside(struct html_flow *flow);
void html_flow_aside_end(struct html_flow *flow);

/* From here on text is shown, whatever is open around it; again it is not.
 * Returns how many asides are open. */
unsigned html_flow_reveal(struct html_flow *flow);
void html_flow_conceal(struct html_flow *flow, unsigned asides);

/* Whether what stands here is none of the report, so far. */
static inline bool
html_is_around_report(const struct html_flow *flow)
{
	return flow->unseen > 0 ||
	    (flow->navigation > 0 && !flow->navigation_refuted);
}

/* running_text.c: text above or below the line begins, of a LOOK by enum
 * html_look; it ends.  What it says becomes the small characters that Unicode has
 * for it, so that it stays apart from the figure in front: 69 with a note 1 is not
 * 691. */
void html_small_begin(struct html_flow *flow, unsigned look);
void html_small_end(struct html_flow *flow);
void html_small_text(struct html_flow *flow, struct slice text,
    const char *at);

/* Hands what there is of it on to the paragraph. */
void html_small_flush(struct html_flow *flow);

/* The paragraph is complete.  Where it is nothing but small text, that is its
 * text, as it was written. */
void html_small_settle(struct html_flow *flow);

/* Adds TEXT, which has no line ends that matter, to the paragraph, or to the
 * aside in it; these end. */
void html_flow_add(struct html_flow *flow, struct slice text, const char *at);
void html_flow_end_paragraph(struct html_flow *flow);
void html_flow_end_aside(struct html_flow *flow);

/* small.c: writes TEXT as LOOK has it to SMALL.  A link is small only where it is
 * the number of a note, in brackets or BEHIND a digit.  False: it stays as it
 * is. */
bool html_small_make(struct buffer *small, struct slice text, unsigned look,
    bool behind);

/* Parts of tables; the paragraph in front of one, or in it, is ended.  False:
 * there is no room for one more open table. */
bool html_flow_table(struct html_flow *flow);
void html_flow_table_end(struct html_flow *flow);
void html_flow_row(struct html_flow *flow, bool hidden);
bool html_flow_row_has_cells(const struct html_flow *flow);
void html_flow_group_end(struct html_flow *flow);

/* N columns, HIDDEN or not, behind those named so far. */
void html_flow_columns(struct html_flow *flow, unsigned n, bool hidden);

/* False: the cell has its place, but is not seen. */
bool html_flow_cell(struct html_flow *flow, unsigned rows, unsigned cols,
    const struct html_tag *tag);

/* table_buffer.c: the cells and paragraphs of a table that
 * is not yet known for data or layout. */

/* Takes the paragraph just ended: to the open cell, to the table, or to
 * the sink. */
void html_buffer_paragraph(struct html_flow *flow,
    const struct html_piece *piece);

/* Opens a cell.  In a layout table it is none. */
void html_buffer_cell(struct html_flow *flow, const struct html_entry *cell);
void html_buffer_cell_end(struct html_flow *flow);

static inline const struct html_entry *
html_buffered_cell(const struct html_flow *flow)
{
	return &flow->entry[flow->entries - 1];
}

/* Takes the current row into what TABLE is judged by. */
void html_count_row(struct html_table *table);

/* A row begins that is not seen: what reaches into it is shorter by it. */
void html_buffer_hide_row(struct html_flow *flow);

/* The number of the open row of TABLE, of those that are seen. */
static inline unsigned
html_seen_row(const struct html_table *table)
{
	return table->grid.row - table->hidden_rows;
}

/* A row group has ended: no cell reaches beyond it. */
void html_buffer_group_end(struct html_flow *flow);

/* The innermost table is complete. */
void html_buffer_table_end(struct html_flow *flow);

/* Another table begins within the innermost one. */
void html_buffer_release(struct html_flow *flow);

void html_give_paragraph(struct html_flow *flow,
    const struct html_piece *piece);
void html_buffer_free(struct html_flow *flow);

#endif
