/* Which elements are open: HTML 13.2.6, as far as it bears on paragraphs,
 * tables and what is not shown.  Only elements that other tags close or stop
 * at are kept on its stack; inline ones pass. */
#ifndef HTML_TREE_H
#define HTML_TREE_H

#include "tree_state.h"

void html_tree_open(struct html_tree *tree, struct html_flow *flow,
    struct sink *sink);
void html_tree_close(struct html_tree *tree);

void html_tree_text(struct html_tree *tree, struct slice text,
    const char *at);
enum html_reading html_tree_tag(struct html_tree *tree,
    const struct html_tag *tag);

/* Why the end of the document was not read as it should, or NULL. */
const char *html_tree_reason(const struct html_tree *tree);

#endif
