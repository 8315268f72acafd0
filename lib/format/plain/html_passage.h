/* Tables that are HTML in the midst of text, as Markdown allows and many
 * converters write: from `<table' to its end they are read as HTML.  So are rows without
 * one, as sqlite3 writes them: lines that begin with `<tr' or, behind one, any tag. */
#ifndef PLAIN_HTML_PASSAGE_H
#define PLAIN_HTML_PASSAGE_H

#include "text_table.h"

struct html_passage {		/* all zero: none is open */
	struct sink        sink;	/* of the HTML */
	struct text_table *to;
	void              *stream;	/* NULL: none is open */
	unsigned           open;	/* tables without their end */
	bool               rows;	/* it is rows, of a table without a tag */
	bool               in_tag;	/* the last line ended within one, or a text */
	unsigned long      line;	/* its first */
	unsigned           table;	/* the ordinal before its tables' */
	const char        *reason;	/* why it is not read on, or NULL */
};

/* Where HTML begins in LINE: its tags before a table's too, if there is nothing
 * else; line.n if it does not. */
size_t html_passage_begin(struct slice line);

/* Takes LINE, number NUMBER of the document, from where HTML begins or goes on;
 * blocks go to T.  Returns what stands behind the last table that ends here. */
struct slice html_passage_take(struct html_passage *passage,
    struct text_table *t, unsigned long number, struct slice line);

/* Ends the passage that is open, if any.  Returns NULL, or the reason why what
 * came out of the passages may not be all. */
const char *html_passage_end(struct html_passage *passage);

#endif
