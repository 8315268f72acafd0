/* Who reads a line of text: the readers of tables in their order, and who of
 * them gives back what turned out to be none of theirs. */
#ifndef PLAIN_LINE_READERS_H
#define PLAIN_LINE_READERS_H

#include "folded_row.h"
#include "frame.h"
#include "html_passage.h"
#include "json_rows.h"
#include "markup_tables.h"
#include "parted_lines.h"
#include "pipe_lines.h"
#include "ruled_table.h"
#include "spaced_table.h"
#include "worded_table.h"

struct line_readers {		/* all zero but for the table's sink */
	struct text_table   table;
	struct html_passage html;
	struct json_rows    json;
	struct folded_row   folded;
	struct worded_table worded;
	struct spaced_table spaced;
	struct markup_tables markup;
	struct parted_lines parted;
	struct frame_reader frame;
	struct ruled_table  ruled;
	struct pipe_lines   pipes;
	bool                markdown;
	bool                behind_text;	/* right behind a paragraph */
	struct buffer       marked;	/* a line while its marks are read */
	struct buffer       shown;	/* one without escapes */
};

/* Takes LINE, number NUMBER of the document. */
void lines_take(struct line_readers *r, unsigned long number,
    struct slice line);

/* Ends the document and frees what R has.  Returns NULL, or the reason why what
 * came out may not be all. */
const char *lines_close(struct line_readers *r);

#endif
