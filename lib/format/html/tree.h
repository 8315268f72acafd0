/* Which elements are open: HTML 13.2.6, as far as it bears on paragraphs,
 * tables and what is not shown.  Only elements that other tags close or stop
 * at are kept on its stack; inline ones pass. */
#ifndef HTML_TREE_H
#define HTML_TREE_H

#include "flow.h"
#include "stylesheet.h"

enum {
	HTML_ELEMENTS_MAX = 512,	/* deeper ones are not kept, as in
					   browsers; parts of tables are */
	HTML_OPEN_MAX = HTML_ELEMENTS_MAX + 5 * HTML_TABLES_MAX,
};

struct html_open {
	const struct html_element *element;
	html_name                  name;
	uint64_t       kin;		/* of the sheet: of what stands in it */
	struct html_generated behind;	/* what rules add behind what it holds */
	short          up;		/* the part of a table around it, as an
					   index, or -1 */
	short          part;		/* itself if it is one, or up */
	unsigned short small;		/* above or below the line, by enum
					   html_look */
	unsigned short veil;		/* of the tree, around it */
	unsigned short asides;		/* of the flow, around what is revealed */
	unsigned char  furniture;	/* by enum html_furniture */
	bool           looks;		/* has a look of its own, or is in what
					   cannot be seen */
	bool           backed;		/* may have a dark background */
	bool           aside;		/* inline and not shown */
	bool           blanked;		/* part of a table whose text is not
					   shown */
	bool           revealed;	/* shown in what is not */
	bool           collapsed;	/* a row or group that is not seen, but
					   in the grid */
	bool           unseen;		/* a part of a table that takes no place
					   in it */
};

/* Whether an option's text is that of its select. */
enum html_choice {
	HTML_NO_OPTION,		/* so far */
	HTML_FIRST_OPTION,	/* unless one behind it is marked */
	HTML_OTHER_OPTION,	/* this one does not show */
	HTML_MARKED_OPTION,
	HTML_ALL_OPTIONS,	/* a list that stands open */
	HTML_UNSEEN_OPTIONS,
};

struct html_tree {
	struct html_flow     *flow;
	struct sink          *sink;
	struct html_open      open[HTML_OPEN_MAX];
	int                   depth;
	unsigned              paragraphs;	/* open */
	unsigned              inlines;		/* open and kept */
	unsigned              veil;		/* why text is not seen here, by
						   enum html_look */
	unsigned              templates;	/* open */
	bool                  select, form;	/* is open */
	enum html_choice      choice;		/* of the select */
	unsigned long         select_line;
	struct html_text      option;		/* what it shows, so far */
	unsigned              span;	/* of the open <colgroup>, while no
					   <col> stands in it; 0: none */
	bool                  columns_hidden;	/* of the open <colgroup> */
	unsigned              flat;		/* tables too deep to keep */
	bool                  flattened;	/* there was one */
	bool                  begun, ended;	/* the page says so */
	bool                  tidy;	/* it ends what may be left open */
	enum html_role        raw;	/* whose text comes, or HTML_INLINE */
	struct html_stylesheet sheet;
	struct html_text      title, value;
	bool                  titled;
};

void html_tree_open(struct html_tree *tree, struct html_flow *flow,
    struct sink *sink);
void html_tree_close(struct html_tree *tree);

void html_tree_text(struct html_tree *tree, struct slice text,
    const char *at);
enum html_reading html_tree_tag(struct html_tree *tree,
    struct html_tag *tag);

/* The document is about to end, there may be a last letter.  It has ended, IN_TAG:
 * in the middle of one.  Returns whether more was to come, by what is open.  The
 * text or the row that was cut then ends in U+FFFD: nobody is to take it for all
 * there was. */
void html_tree_ends(struct html_tree *tree);
bool html_tree_cut(struct html_tree *tree, bool in_tag);

/* Why the end of the document was not read as it should, or NULL. */
const char *html_tree_reason(const struct html_tree *tree);

/* meta.c: what a page says about itself: title, date, source, address. */
void html_meta_title_text(struct html_tree *tree, struct slice text);
void html_meta_title(struct html_tree *tree);
void html_meta_tag(struct html_tree *tree, const struct html_tag *tag);
void html_meta_link(struct html_tree *tree, const struct html_tag *tag);

/* generated_text.c: what rules add before what the element of TAG holds; TAG takes
 * what they add behind. */
struct html_generated html_generated_by(const struct html_tree *tree,
    struct html_tag *tag);

/* Adds to the page what rules of style GENERATED, at AT (as for
 * html_flow_text). */
void html_add_generated(struct html_tree *tree,
    struct html_generated generated, const char *at);

/* fields.c: what fields of forms show: text in a select, and its end. */
void html_option_text(struct html_tree *tree, struct slice text);
void html_end_options(struct html_tree *tree);

/* table_tags.c: parts of tables, HTML 13.2.6.4.9 to 13.2.6.4.15. */
typedef void html_tag_fn(struct html_tree *tree, const struct html_tag *tag);

/* A row without an open cell is cut: a cell follows.  Not where it has none. */
void html_cut_row(struct html_tree *tree);

html_tag_fn html_start_select, html_end_select, html_start_option,
    html_start_input, html_start_textarea;

/* Makes of the element of the start tag TAG the part of a table that its look
 * has it be, where it can be one: <div style="display: table-row"> straight in
 * one that is a table. */
void html_stand_in(struct html_tree *tree, struct html_tag *tag);

html_tag_fn html_start_table, html_start_column, html_start_columns,
    html_start_group, html_start_row, html_start_cell;
html_tag_fn html_end_table, html_end_caption, html_end_columns, html_end_group, html_end_row,
    html_end_cell;

#endif
