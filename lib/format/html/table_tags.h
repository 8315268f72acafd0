/* Tags of the parts of tables: HTML 13.2.6.4.9 to 13.2.6.4.15. */
#ifndef HTML_TABLE_TAGS_H
#define HTML_TABLE_TAGS_H

#include "tree_state.h"

typedef void html_tag_fn(struct html_tree *tree, const struct html_tag *tag);

html_tag_fn html_start_table, html_start_caption, html_start_column,
    html_start_group, html_start_row, html_start_cell;
html_tag_fn html_end_table, html_end_caption, html_end_group, html_end_row,
    html_end_cell;

#endif
