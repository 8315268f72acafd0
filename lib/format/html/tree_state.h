/* Which elements are open. */
#ifndef HTML_TREE_STATE_H
#define HTML_TREE_STATE_H

#include "flow.h"

enum {
	HTML_ELEMENTS_MAX = 512,	/* deeper ones are not kept, as in
					   browsers; parts of tables are */
	HTML_OPEN_MAX = HTML_ELEMENTS_MAX + 5 * HTML_TABLES_MAX,
};

struct html_open {
	const struct html_element *element;
	html_name                  name;
	int                        up;		/* the part of a table around
						   it, as an index, or -1 */
	int                        part;	/* itself if it is one, or up */
	enum html_furniture        furniture;
	bool                       aside;	/* inline and not shown */
	bool                       unseen;	/* a part of a table that takes
						   no place in it */
};

struct html_tree {
	struct html_flow     *flow;
	struct sink          *sink;
	struct html_open      open[HTML_OPEN_MAX];
	int                   depth;
	unsigned              paragraphs;	/* open */
	unsigned              inlines;		/* open and kept */
	unsigned              templates;	/* open */
	bool                  select, form;	/* is open */
	unsigned              flat;		/* tables too deep to keep */
	bool                  flattened;	/* there was one */
	enum html_role        raw;	/* whose text comes, or HTML_INLINE */
	struct html_text      title, value;
	bool                  titled;
};

#endif
