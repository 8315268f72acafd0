/* What a flow holds back: the cells and paragraphs of a table that is not yet
 * known for data or layout. */
#ifndef HTML_TABLE_BUFFER_H
#define HTML_TABLE_BUFFER_H

#include "flow.h"

struct html_piece {		/* a paragraph */
	size_t        at, n;	/* in flow->text */
	unsigned long line;
	bool          heading, furniture;
	bool          direct;	/* in its cell, in front of blocks */
};

struct html_entry {
	bool          cell;	/* else one paragraph */
	size_t        first, pieces;
	unsigned      row, col, rows, cols;
	unsigned long line;
	bool          furniture;
};

/* Takes the paragraph just ended: to the open cell, to the table held, or to
 * the sink. */
void html_hold(struct html_flow *flow, const struct html_piece *piece);

/* Opens a cell.  In a layout table it is none. */
void html_hold_cell(struct html_flow *flow, const struct html_entry *cell);
void html_held_cell_end(struct html_flow *flow);

static inline const struct html_entry *
html_held_cell(const struct html_flow *flow)
{
	return &flow->entry[flow->entries - 1];
}

/* Takes the current row into what TABLE is judged by. */
void html_count_row(struct html_table *table);

/* A row group has ended: no cell reaches beyond it. */
void html_held_clip(struct html_flow *flow);

/* The innermost table is complete. */
void html_held_end(struct html_flow *flow);

/* Another table begins within the innermost one. */
void html_held_release(struct html_flow *flow);

void html_give_paragraph(struct html_flow *flow,
    const struct html_piece *piece);
void html_held_free(struct html_flow *flow);

#endif
