/* Paragraphs of a report, put together from the records they were cut into
 * by line wraps and page breaks. */
#ifndef PROSE_PARAGRAPH_H
#define PROSE_PARAGRAPH_H

#include "../record/reader.h"

struct piece {
	size_t       at;		/* where in the paragraph it begins */
	struct slice loc;		/* of its record */
};

struct paragraph {			/* all zero: an empty one */
	char         *text;
	size_t        n, room;
	struct piece *piece;
	size_t        pieces, piece_room;
	struct slice  section;		/* of its first record */
};

/* Takes the text of RECORD into PARAGRAPH when it goes on there.  False when
 * a new paragraph begins with it; then PARAGRAPH is to be read and emptied,
 * and the record offered again. */
bool paragraph_takes(struct paragraph *paragraph, const struct record *record,
    struct arena *arena);

void paragraph_empty(struct paragraph *paragraph);
void paragraph_free(struct paragraph *paragraph);

/* Whether it reads as sentences: what is left of a table, one cell a line,
 * does not. */
bool paragraph_is_prose(const struct paragraph *paragraph);

/* Where the text at AT stood. */
struct slice paragraph_loc(const struct paragraph *paragraph, size_t at);

#endif
