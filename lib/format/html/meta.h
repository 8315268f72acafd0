/* What a page says about itself: title, date, source, address. */
#ifndef HTML_META_H
#define HTML_META_H

#include "tree_state.h"

void html_meta_title_text(struct html_tree *tree, struct slice text);
void html_meta_title(struct html_tree *tree);
void html_meta_tag(struct html_tree *tree, const struct html_tag *tag);
void html_meta_link(struct html_tree *tree, const struct html_tag *tag);

#endif
