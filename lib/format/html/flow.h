/* The paragraphs and cells of a page, on their way to the sink.
 *
 * Half the tables of the web are layout.  What their cells hold is reported
 * as the paragraphs, headings and tables it is.  A table is held until it is
 * known for one or the other:
 *
 *   - A cell with running text (several paragraphs, together long) or with a
 *     table in it is no datum: its content is reported as what it is.  The rows
 *     up to it are layout, unless two of them have three cells with text: then
 *     the table is data, and text in front of the cell's first block is still
 *     the cell's.  Rows behind it are data on the same condition.
 *   - A table without such a cell is data when it has a row of two cells with
 *     text, or two rows of three cells; a column of single cells is paragraphs.
 *
 * A table that outgrows what is held is decided by its rows so far, and then
 * streamed. */
#ifndef HTML_FLOW_H
#define HTML_FLOW_H

#include "flow_state.h"
#include "furniture.h"

void html_flow_open(struct html_flow *flow, struct sink *sink,
    struct html_tokenizer *tokens);
void html_flow_close(struct html_flow *flow);

void html_flow_text(struct html_flow *flow, struct slice text,
    const char *at);

/* The end or beginning of a block: a paragraph ends. */
void html_flow_block(struct html_flow *flow);

/* A line break: a paragraph ends, but a heading goes on. */
void html_flow_line(struct html_flow *flow);

/* Furniture begins; it ends. */
void html_flow_furniture(struct html_flow *flow, enum html_furniture kind);
void html_flow_furniture_end(struct html_flow *flow, enum html_furniture kind);

/* Text that is not shown begins within a paragraph; it ends. */
void html_flow_aside(struct html_flow *flow);
void html_flow_aside_end(struct html_flow *flow);

/* Whether there is room for one more open table. */
bool html_flow_table(struct html_flow *flow);
void html_flow_table_end(struct html_flow *flow);
void html_flow_row(struct html_flow *flow);
void html_flow_group_end(struct html_flow *flow);
void html_flow_cell(struct html_flow *flow, unsigned rows, unsigned cols,
    const struct html_tag *tag);
void html_flow_cell_end(struct html_flow *flow);

#endif
