/* Tables in a frame of characters, as text browsers and converters draw them:
 * +---+ and |, or the box-drawing ones, light, heavy or double.
 *
 *	+------+------+     A cell is what lies between lines.  It may span
 *	| 规章 | 6    |     rows and columns, and what wraps inside it is one
 *	|      | 16   |     text again; a figure only where its pieces fill the
 *	+------+------+     column, else 6 and 16 stay two.
 *
 * Where lines are drawn below the head only, each line is a row.  A frame whose
 * lines do not meet, however wide its characters are taken to be, is no table;
 * its lines are cells with nothing in them that could be taken for a figure. */
#ifndef PLAIN_FRAME_H
#define PLAIN_FRAME_H

#include "held_lines.h"
#include "text_table.h"

struct frame_reader {			/* all zero: none is open */
	struct held_lines held;
	bool              box;	/* of box-drawing characters */
	bool              markdown;	/* cells have its marks */
};

/* Whether LINE begins a frame, none being open. */
bool frame_begins(const struct frame_reader *frame, struct slice line);

/* Takes LINE, number NUMBER of the document, if it begins a frame or belongs
 * to the one that is open, which else is written to T.  Returns whether. */
bool frame_take(struct frame_reader *frame, struct text_table *t,
    unsigned long number, struct slice line);

/* Writes the frame that is open, if any. */
void frame_end(struct frame_reader *frame, struct text_table *t);

void frame_free(struct frame_reader *frame);

#endif
