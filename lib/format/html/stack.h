/* The stack of open elements. */
#ifndef HTML_STACK_H
#define HTML_STACK_H

#include "tree.h"

/* How far up an end tag reaches (HTML 13.2.4.2). */
enum html_scope { HTML_IN_SCOPE, HTML_IN_LIST, HTML_IN_BUTTON };

/* Opens the element of TAG. */
void html_push(struct html_tree *tree, const struct html_tag *tag);

/* What is in the cell just opened is not seen, and it is none. */
void html_hide_cell(struct html_tree *tree);

/* Closes all but the outermost DEPTH; nothing where that is -1. */
void html_pop_to(struct html_tree *tree, int depth);

/* Closes the element at INDEX and leaves those in it open. */
void html_remove(struct html_tree *tree, int index);

/* The innermost open element called NAME in scope, or -1. */
int html_find(const struct html_tree *tree, html_name name,
    enum html_scope scope);
int html_find_role(const struct html_tree *tree, enum html_role role,
    enum html_scope scope);

/* Closes an open paragraph, as the start of another block does. */
void html_end_paragraph(struct html_tree *tree);

/* Where on the stack the innermost part of a table is, or -1, and which:
 * HTML_TABLE, HTML_CAPTION, HTML_GROUP, HTML_ROW, HTML_CELL; HTML_INLINE
 * outside tables. */
static inline int
html_part_at(const struct html_tree *tree)
{
	return tree->depth > 0 ? tree->open[tree->depth - 1].part : -1;
}

static inline enum html_role
html_part(const struct html_tree *tree)
{
	int at = html_part_at(tree);

	return at >= 0 ? tree->open[at].element->role : HTML_INLINE;
}

#endif
