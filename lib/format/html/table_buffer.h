/* What a flow holds back: the cells and paragraphs of a table that is not yet
 * known for data or layout. */
#ifndef HTML_TABLE_BUFFER_H
#define HTML_TABLE_BUFFER_H

#include "flow_state.h"

/* Takes the paragraph just ended: to the open cell, to the table held, or to
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
